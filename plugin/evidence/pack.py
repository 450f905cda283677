"""A check for clashes with all that belongs to its evidence, and its findings one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Optional

from ..clashes.finding import Finding
from ..clashes.occupation import Occupation
from ..clashes.report import Encounter, Report
from ..extents import Extent
from ..trade.records.streets import Street
from ..words import tr


class FindingRow(NamedTuple):
    """A finding, the number of what ours meet, in the order of the report, and the verdict."""

    number: int
    encounter: Encounter
    finding: Finding
    verdict: str

    @property
    def other(self) -> Occupation:
        """What ours meet."""
        return self.encounter.other

    @property
    def is_first(self) -> bool:
        """Whether it is the first, the most serious, of those about the other."""
        return self.finding is self.encounter.findings[0]


@dataclass(frozen=True)
class Pack:
    """What is proved.

    `street` is None while it is not known; `checked` are the sentences that say against what was
    checked and what is missing, `as_of` the moment from which on the register may have changed,
    `by` who checked. `verdicts` are the words for what was judged, by kind and reference of the
    other.
    """

    report: Report
    extent: Extent
    street: Optional[Street]
    checked: tuple[str, ...]
    verdicts: Mapping[tuple[str, str], str]
    as_of: datetime
    made: datetime
    by: str

    def rows(self) -> list[FindingRow]:
        """Return every finding, in the order of the report."""
        return [
            FindingRow(number, one, finding, self._verdict(one.other))
            for number, one in enumerate(self.report.encounters, 1)
            for finding in one.findings
        ]

    def encounters(self) -> list[FindingRow]:
        """Return the first finding of each that ours meet."""
        return [one for one in self.rows() if one.is_first]

    def _verdict(self, other: Occupation) -> str:
        return self.verdicts.get((other.kind, other.reference)) or tr("Not judged")
