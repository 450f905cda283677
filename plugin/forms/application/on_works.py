"""What an application about works that are there already begins with: for a permit, or a change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ...api.register import Register
from ...rules.category import EarlierPermit
from ...trade.calendar import uk_today
from ...trade.records.people import Workstream
from ...trade.records.works import Works
from ...trade.shapes import is_same
from ...trade.workstreams import DEFAULT_WORKSTREAM
from ...words import tr
from ..about import FOR_WHOM, About, FormAbout, Rec, sides_of
from ..fields import Field, Need, Section
from ..form import R
from ..shapes import Standing
from ..values import Values
from .follow import follow
from .hints import thoughts
from .questions import sections_with
from .situation import Situation


@dataclass(frozen=True)
class AboutOnStreet(Situation, About[Rec]):
    """A record and its works, with all that an application asks beside it.

    `extent` is that of the works, and `promoter` theirs.
    """

    @property
    def earlier(self) -> tuple[EarlierPermit, ...]:
        """The permits of the works."""
        return tuple(EarlierPermit(one.category, one.status) for one in self.works.permits)

    @property
    def workstreams(self) -> tuple[Workstream, ...]:
        """Those that may be chosen: works stay in theirs, but historic ones have none yet."""
        there = self.works.workstream != DEFAULT_WORKSTREAM
        return () if there else self.promoter.workstreams


def read_about(register: Register, works: Works, record: Rec) -> AboutOnStreet[Rec]:
    """Return what an application about a record starts from; reads the street and the promoter.

    Run it in a job. Raises StreetWorksError.
    """
    street, promoter = register.street(works.usrn), register.promoter(works.promoter_code)
    now = register.now()
    return AboutOnStreet(
        works=works,
        record=record,
        today=uk_today(now),
        sides=sides_of(register.party, works),
        street=street,
        promoter=promoter,
        extent=works.geometry,
        now=now,
    )


class ApplicationAbout(FormAbout[AboutOnStreet[Rec], R]):
    """Asks, about a record of works, what an application asks, as far as its request has it."""

    needs = frozenset({Need.CATEGORY, Need.STREET})

    def table(self) -> tuple[Section[Situation], ...]:
        """Return the sections of the application, as far as its request has their questions."""
        names = self.model.model_fields.keys() - self.filled - set(FOR_WHOM)
        return (Section(tr("Extent"), (_extent(),)), *sections_with(names))

    def follow(
        self, before: Values, after: Values, situation: AboutOnStreet[Rec], now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from the change of answers from `before` to `after`."""
        return follow(before, after, situation, now)

    def thoughts(self, values: Values, situation: AboutOnStreet[Rec]) -> dict[str, list[str]]:
        """Return what to think about: dates, addresses, the street's designations."""
        return thoughts(values, situation)


def _extent() -> Field[Situation]:
    return Field(
        "works_coordinates",
        tr("Extent"),
        tr("Where the works are: as the last permit has it, or redrawn on the map."),
        taken=lambda shape, situation: None if is_same(shape, situation.extent) else shape,
        standing=lambda situation: Standing(
            situation.extent, tr("as the last permit has it"), tr("As the last permit has it")
        ),
    )
