"""The columns of the findings, in the table and in the GeoPackage."""

from collections.abc import Iterable
from typing import Any, Callable, NamedTuple, Optional

from ..clashes import grade
from ..clashes.contact import contact
from ..clashes.occupation import day_known
from ..compat import DATE_FIELD, DECIMAL_FIELD, NUMBER_FIELD, TEXT_FIELD
from ..files.spreadsheet import spreadsheet
from ..trade.labels import label
from .pack import FindingRow, Pack


class Column(NamedTuple):
    """A column: its name, the type of its field, and what it has of a finding; None for nothing."""

    name: str
    kind: Any
    of: Callable[[Pack, FindingRow], Any]


OF_OTHER: tuple[Column, ...] = (
    Column("number", NUMBER_FIELD, lambda _pack, row: row.number),
    Column("kind", TEXT_FIELD, lambda _pack, row: row.other.kind),
    Column("reference", TEXT_FIELD, lambda _pack, row: row.other.reference),
    Column("works_reference", TEXT_FIELD, lambda _pack, row: row.other.works_reference),
    Column("what", TEXT_FIELD, lambda _pack, row: row.other.what),
    Column("status", TEXT_FIELD, lambda _pack, row: label(row.other.status)),
    Column("category", TEXT_FIELD, lambda _pack, row: label(row.other.category)),
    Column("traffic_management", TEXT_FIELD, lambda _pack, row: label(row.other.traffic)),
    Column("street", TEXT_FIELD, lambda _pack, row: row.other.street),
    Column("promoter", TEXT_FIELD, lambda _pack, row: row.other.promoter),
    Column("promoter_code", TEXT_FIELD, lambda _pack, row: row.other.promoter_code),
    Column("start", DATE_FIELD, lambda _pack, row: day_known(row.other.start)),
    Column("end", DATE_FIELD, lambda _pack, row: day_known(row.other.end)),
    Column("verdict", TEXT_FIELD, lambda _pack, row: row.verdict),
    Column("whom_to_call", TEXT_FIELD, lambda _pack, row: contact(row.other)),
)
"""What is told of another that ours meet."""

OF_FINDING: tuple[Column, ...] = (
    *OF_OTHER,
    Column("rule", TEXT_FIELD, lambda _pack, row: row.finding.rule.name),
    Column("rule_said", TEXT_FIELD, lambda _pack, row: row.finding.rule.said()),
    Column("grade", TEXT_FIELD, lambda _pack, row: grade.title(row.finding.grade)),
    Column("distance_m", DECIMAL_FIELD, lambda _pack, row: row.finding.pair.distance_m),
    Column("first_day", DATE_FIELD, lambda _pack, row: row.finding.days and row.finding.days.start),
    Column("last_day", DATE_FIELD, lambda _pack, row: row.finding.days and row.finding.days.end),
    Column("days_in_common", NUMBER_FIELD, lambda _pack, row: _length(row)),
    Column("days_apart", NUMBER_FIELD, lambda _pack, row: row.finding.pair.gap or None),
    Column(
        "our_traffic_management", TEXT_FIELD, lambda pack, _row: label(pack.report.ours.traffic)
    ),
    Column("why", TEXT_FIELD, lambda _pack, row: row.finding.why),
)
"""What is told of a finding."""


def table(pack: Pack) -> bytes:
    """Return the findings as spreadsheets take them, a row each."""
    return spreadsheet(
        [column.name for column in OF_FINDING],
        ([_cell(value) for value in values(OF_FINDING, pack, row)] for row in pack.rows()),
    )


def values(columns: Iterable[Column], pack: Pack, row: FindingRow) -> list[Any]:
    """Return what the columns have of a finding."""
    return [column.of(pack, row) for column in columns]


def _length(row: FindingRow) -> Optional[int]:
    return None if row.finding.days is None else row.finding.days.length


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
