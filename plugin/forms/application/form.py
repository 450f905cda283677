"""The application for new works, and the first permit for them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Optional

from ...api.v1.models.work import WorkCreateRequest
from ...rules.usual_days import usual_days
from ...words import tr
from ..fields import Section
from ..form import Form
from ..values import Values, day_in, is_blank
from .fields import sections
from .follow import follow, preselected
from .hints import thoughts
from .situation import Situation

HABITUAL = (
    "workstream_prefix",
    "secondary_contact",
    "secondary_contact_number",
    "secondary_contact_email",
    "additional_contact",
    "additional_contact_number",
    "additional_contact_email",
    "internal_user_identifier",
    "internal_user_name",
)
"""Answers that a planner gives to every application: the last ones are offered again."""


class Application(Form[Situation, WorkCreateRequest]):
    """Applies for new works on the extent and the street of the situation."""

    model = WorkCreateRequest
    filled = frozenset(
        {
            "work_reference_number",
            "works_coordinates",
            "usrn",
            "street_name",
            "town",
            "area_name",
        }
    )

    def table(self) -> tuple[Section[Situation], ...]:
        """Return the sections in order, each with its questions."""
        return sections()

    def known(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Return what the street, the extent and the promoter say."""
        street, organisation = situation.street, situation.organisation
        authorities, reinstatements = situation.authorities, situation.reinstatements
        known: dict[str, Any] = {
            "work_reference_number": values.get("work_reference_number"),
            "promoter_swa_code": organisation.swa_code,
            "works_coordinates": dict(situation.extent),
            "usrn": street.usrn,
            "street_name": street.name[:100],
            "town": street.town[:100],
            "area_name": street.area[:100],
        }
        if len(authorities) <= 1:
            known["highway_authority_swa_code"] = (
                authorities[0].code if authorities else street.authority_code
            )
        if len(reinstatements) == 1:
            known["road_category"] = next(iter(reinstatements))
        return {name: value for name, value in known.items() if not is_blank(value)}

    def begin(self, situation: Situation, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else planned works on the usual days.

        The designations are ticked that apply on the days that the form opens with. No default
        stands for a statement that the planner has to make: those are unanswered.
        """
        first, last = usual_days(situation.today, situation.now)
        values = {
            "work_type": "planned",
            "application_type": "permit",
            "proposed_start_date": first.isoformat(),
            "proposed_end_date": last.isoformat(),
            **(kept or {}),
        }
        values["workstream_prefix"] = workstream(values, situation)
        if kept is None or "permit_asds" not in kept:
            start, end = day_in(values, "proposed_start_date"), day_in(values, "proposed_end_date")
            values["permit_asds"] = preselected(situation, start or first, end or last)
        return values

    def follow(
        self, before: Values, after: Values, situation: Situation, now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from the change of answers from `before` to `after`."""
        return follow(before, after, situation, now)

    def thoughts(self, values: Values, situation: Situation) -> dict[str, list[str]]:
        """Return what to think about: dates, addresses, the street's designations."""
        return thoughts(values, situation)

    def also_wrong(self, situation: Situation) -> dict[str, str]:
        """Say that the promoter has not been read yet, without which there is no reference."""
        if situation.organisation.known:
            return {}
        said = tr("The promoter's prefix and workstreams have not been read yet.")
        return {"promoter_swa_code": said}


def workstream(values: Mapping[str, Any], situation: Situation) -> str:
    """Return the workstream in `values` if the promoter has it, or the only one, or ""."""
    offered = [one.prefix for one in situation.organisation.workstreams]
    if values.get("workstream_prefix") in offered:
        return str(values["workstream_prefix"])
    return offered[0] if len(offered) == 1 else ""


def category_query(values: Values) -> Optional[dict[str, Any]]:
    """Return what to ask the register's category of, or None while too little is known.

    The names are those of `get_work_category`; the dates are civil dates.
    """
    work_type = values.get("work_type")
    start, end = day_in(values, "proposed_start_date"), day_in(values, "proposed_end_date")
    if not work_type or start is None or end is None or end < start:
        return None
    query = {"work_type": work_type, "proposed_start_date": start, "proposed_end_date": end}
    if work_type == "planned":
        query["is_ttro_required"] = bool(values.get("is_ttro_required"))
    if work_type == "immediate":
        if values.get("immediate_risk") is None:
            return None
        query["immediate_risk"] = values["immediate_risk"]
    return query
