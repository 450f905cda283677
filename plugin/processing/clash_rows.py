"""The rows of what was found: a finding each, with every fact, and a row for each of the works."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import shapely
from qgis.core import QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QDate

from ..clashes.contact import contact
from ..clashes.find import Found
from ..clashes.grade import Grade, title
from ..clashes.lines import lines_of
from ..clashes.occupation import Occupation
from ..clashes.shelf import Shelf
from ..clashes.told import days_of
from ..compat import DATE_FIELD, TEXT_FIELD
from ..map.as_qgis import as_qgis
from ..trade.labels import label
from .names import NUMBER_FIELD, WHOLE_NUMBER_FIELD, fields_of

Facts = dict[str, Any]

_CLASH_FIELDS = {
    "work": TEXT_FIELD,
    "other": TEXT_FIELD,
    "rule": TEXT_FIELD,
    "grade": TEXT_FIELD,
    "distance_m": NUMBER_FIELD,
    "first_day": DATE_FIELD,
    "last_day": DATE_FIELD,
    "days": WHOLE_NUMBER_FIELD,
    "found": TEXT_FIELD,
    "work_days": TEXT_FIELD,
    "work_traffic": TEXT_FIELD,
    "other_kind": TEXT_FIELD,
    "other_what": TEXT_FIELD,
    "other_days": TEXT_FIELD,
    "other_status": TEXT_FIELD,
    "other_traffic": TEXT_FIELD,
    "other_street": TEXT_FIELD,
    "promoter": TEXT_FIELD,
    "contact": TEXT_FIELD,
    "differs": TEXT_FIELD,
}
_WORKS_FIELDS = {
    "work": TEXT_FIELD,
    "feature_id": WHOLE_NUMBER_FIELD,
    "start": DATE_FIELD,
    "end": DATE_FIELD,
    "worst": TEXT_FIELD,
    "clashes": WHOLE_NUMBER_FIELD,
    "collaborations": WHOLE_NUMBER_FIELD,
    "cannot_say": WHOLE_NUMBER_FIELD,
    "free_start": DATE_FIELD,
    "free_end": DATE_FIELD,
    "not_known": TEXT_FIELD,
}
_DAYS = ("first_day", "last_day", "start", "end", "free_start", "free_end")


class ClashRow(NamedTuple):
    """A finding: its facts by the names of the columns, and the line that joins the two."""

    facts: Facts
    line: QgsGeometry


def clash_fields() -> QgsFields:
    """Return the columns of the findings."""
    return fields_of(_CLASH_FIELDS)


def works_fields() -> QgsFields:
    """Return the columns of the works."""
    return fields_of(_WORKS_FIELDS)


def clash_values(facts: Mapping[str, Any]) -> list[Any]:
    """Return facts as the columns of a finding take them."""
    return _values(_CLASH_FIELDS, facts)


def works_values(facts: Mapping[str, Any]) -> list[Any]:
    """Return facts as the columns of the works take them."""
    return _values(_WORKS_FIELDS, facts)


def clash_rows(found: Found) -> list[ClashRow]:
    """Return a row for each finding, in order."""
    ours, theirs, rules = (
        _Told(found.ours),
        _Told(found.theirs),
        [rule.said() for rule in found.rules],
    )
    columns = (*found.pairs, found.rule_of, found.grades)
    rows = zip(*(column.tolist() for column in columns))
    made = []
    for line, shape, (work, other, rule, grade) in zip(lines_of(found), _lines(found), rows):
        facts = {**line, **ours.as_work(work), **theirs.as_other(other)}
        facts["found"] = f"{title(Grade(grade))}: {rules[rule]}"
        made.append(ClashRow(facts, shape))
    return made


class _Told:
    """What is told of each on a shelf, worked out once and only for those that are asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._works: dict[int, Facts] = {}
        self._others: dict[int, Facts] = {}

    def as_work(self, row: int) -> Facts:
        """Return what is told of one of ours."""
        if row not in self._works:
            self._works[row] = _as_work(self._shelf.occupations[row])
        return self._works[row]

    def as_other(self, row: int) -> Facts:
        """Return what is told of what they meet."""
        if row not in self._others:
            self._others[row] = _as_other(self._shelf.occupations[row])
        return self._others[row]


def _as_work(one: Occupation) -> Facts:
    return {"work_days": days_of(one, date.min), "work_traffic": label(one.traffic)}


def _as_other(one: Occupation) -> Facts:
    return {
        "other_kind": one.kind,
        "other_what": one.what,
        "other_days": days_of(one, date.min),
        "other_status": label(one.status),
        "other_traffic": label(one.traffic),
        "other_street": one.street,
        "promoter": one.promoter,
        "contact": contact(one),
    }


def _lines(found: Found) -> list[QgsGeometry]:
    """Return the lines that join the two of each finding, null where a shape is missing.

    It is the shortest there is; of two that meet, from the middle of one to that of the other.
    """
    ours = found.ours.shapes[found.pairs.ours]
    theirs = found.theirs.shapes[found.pairs.theirs]
    lines = shapely.shortest_line(ours, theirs)
    meet = np.flatnonzero(shapely.length(lines) == 0)
    middles = shapely.point_on_surface(ours[meet]), shapely.point_on_surface(theirs[meet])
    lines[meet] = shapely.shortest_line(*middles)
    return list(map(as_qgis, lines))


def _values(fields: Mapping[str, Any], facts: Mapping[str, Any]) -> list[Any]:
    return [_value(name, facts.get(name)) for name in fields]


def _value(name: str, value: Any) -> Any:
    if name not in _DAYS or value is None:
        return value
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return QDate(day.year, day.month, day.day)
