"""What is asked of every reinstatement, of works that are there and of new ones (BR 8)."""

from datetime import date
from typing import Any, Optional

from ..rules.reinstatements import last_day
from ..trade.telling import day_in_full
from ..trade.vocabulary.reinstatements import ReinstatementStatus
from ..words import tr
from .fields import Field, Section
from .values import Values, day_in

KIND, STATUS, DATE = "reinstatement_type", "reinstatement_status", "reinstatement_date"
HOLES, UNITS = "number_of_holes", "inspection_units"
WHERE, SECOND = "reinstatement_coordinates", "secondary_reinstatement_coordinates"
PLACE, POSITIONS = "location_description", "location_types"
_EVIDENCE = "reinstatement_evidence"


def questions() -> dict[str, Field[Any]]:
    """Return the questions that hold for all of them, by the names of their fields."""
    asked: tuple[Field[Any], ...] = (
        Field(KIND, tr("What is it?")),
        Field(STATUS, tr("Is the reinstatement interim or permanent?")),
        Field(DATE, tr("When was it done?"), past=True),
        Field(HOLES, tr("Number of holes")),
        Field(UNITS, tr("Inspection units of the works")),
        Field(PLACE, tr("Where in the street is it?")),
        Field(POSITIONS, tr("Location type")),
    )
    return {one.name: one for one in asked}


def attachments() -> Section[Any]:
    """Return the section that asks for evidence."""
    return Section(
        tr("Attachments"),
        (
            Field(_EVIDENCE, tr("Do you attach evidence?")),
            Field("file_ids", tr("Files"), shown=_with_evidence),
        ),
    )


def usual(today: date) -> dict[str, Any]:
    """Return the answers that such a form begins with: it was done today, without evidence."""
    return {DATE: today.isoformat(), _EVIDENCE: False}


def lasts(values: Values, status: str, depth: Optional[float] = None) -> dict[str, list[str]]:
    """Say beside the day until when it lasts; `depth` is in metres."""
    day = day_in(values, DATE)
    if day is None or not status:
        return {}
    ends = last_day(status, day, depth)
    said = (
        tr("It has to be made permanent by {day}.")
        if status == ReinstatementStatus.INTERIM
        else tr("Its guarantee ends on {day}.")
    )
    return {DATE: [said.format(day=day_in_full(ends))]}


def _with_evidence(values: Values, situation: object) -> bool:
    return values.get(_EVIDENCE) is True
