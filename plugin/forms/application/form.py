"""The application for new works, and the first permit for them."""

from datetime import datetime
from typing import Any, Callable, Optional

from ...api.v1.models.work import WorkCreateRequest
from ...drafts.references import new_work_reference
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...trade.records.works import CategoryQuestion
from ...trade.vocabulary.works import WorkType
from ...words import tr
from ..fields import Need, Section
from ..form import Form
from ..shapes import Drawn
from ..told import Fact, Told
from ..values import Values, is_blank
from .begun import begun
from .days import period_of
from .fields import sections
from .follow import follow
from .hints import thoughts
from .review import facts_of
from .sending import CREATE_WORKS
from .situation import Situation

REFERENCE, PROMOTER = "work_reference_number", "promoter_swa_code"
_FIRST_WORKSTREAM = "001"
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

    operation = CREATE_WORKS
    model = WorkCreateRequest
    needs = frozenset(Need)
    named = (REFERENCE,)
    filled = frozenset(
        {
            REFERENCE,
            "works_coordinates",
            "usrn",
            "street_name",
            "town",
            "area_name",
        }
    )

    def __init__(self, new_reference: Callable[[str, str], str] = new_work_reference) -> None:
        """`new_reference` makes a works reference of the promoter's prefix and the workstream."""
        self._new_reference = new_reference

    def told(self) -> Told:
        """Return the sentences of an application."""
        return Told(
            title=tr("Apply for street works"),
            checked=tr(
                "I have checked this application. I know that it is live and may cost money."
            ),
            accepted=tr("Street Manager has accepted your application."),
            refused=tr("The application was not accepted."),
            not_sent=tr("The application was not sent."),
            unknown=tr("It is not known whether Street Manager has your application."),
            not_there=tr("Street Manager does not have your application."),
            unanswered=tr("The application was sent, and no answer came before QGIS was closed."),
        )

    def heading(self, situation: Situation) -> str:
        """Say which street it is about."""
        street = situation.street
        return tr("{street}, {town} · USRN {usrn} · {authority}").format(
            street=street.name,
            town=street.town,
            usrn=street.usrn,
            authority=street.authority,
        )

    def subject(self, values: Values, situation: Situation) -> str:
        """Return the reference that the works shall have."""
        return str(values.get(REFERENCE) or "")

    def promoter(self, situation: Situation) -> str:
        """Return the promoter that it is for, once that was read."""
        return situation.promoter.code

    def name(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Give the works a reference, once; another workstream needs another one."""
        chosen, prefix = values.get("workstream_prefix") or "", situation.promoter.prefix
        reference = self.subject(values, situation)
        if not reference or not reference.startswith(f"{prefix}{chosen}".upper()):
            reference = self._new_reference(prefix, chosen or _FIRST_WORKSTREAM)
        return {REFERENCE: reference}

    def drawn(self, values: Values, situation: Situation) -> Drawn:
        """Return the extent, which is on the map already."""
        return Drawn(situation.extent)

    def facts(
        self, request: WorkCreateRequest, values: Values, situation: Situation
    ) -> tuple[Fact, ...]:
        """Return what is said of the application in the review."""
        return facts_of(request, situation)

    def afterwards(self, receipt: Receipt, situation: Situation) -> tuple[str, ...]:
        """Return the category as the register last gave it, and where the works are now."""
        shown = tr("The works are shown on the map, in the group “Street Works”.")
        if situation.category is None:
            return (shown,)
        category = label(situation.category.category)
        return tr("Category: {category}").format(category=category), shown

    def table(self) -> tuple[Section[Situation], ...]:
        """Return the sections in order, each with its questions."""
        return sections()

    def known(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Return what the street, the extent and the promoter say."""
        street = situation.street
        authorities, reinstatements = situation.authorities, situation.reinstatements
        known: dict[str, Any] = {
            REFERENCE: values.get(REFERENCE),
            PROMOTER: situation.promoter.code,
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
        return begun(situation, kept)

    def follow(
        self, before: Values, after: Values, situation: Situation, now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from the change of answers from `before` to `after`."""
        return follow(before, after, situation, now)

    def thoughts(self, values: Values, situation: Situation) -> dict[str, list[str]]:
        """Return what to think about: dates, addresses, the street's designations."""
        return thoughts(values, situation)

    def also_wrong(self, values: Values, situation: Situation) -> dict[str, str]:
        """Say that the promoter has not been read yet, without which there is no reference."""
        if situation.promoter.known:
            return {}
        said = tr("The promoter's prefix and workstreams have not been read yet.")
        return {PROMOTER: said}


def category_question(values: Values) -> Optional[CategoryQuestion]:
    """Return what to ask the register's category of, or None while too little is known."""
    kind, period = values.get("work_type"), period_of(values)
    if not kind or period is None:
        return None
    at_risk = values.get("immediate_risk") if kind == WorkType.IMMEDIATE else None
    if kind == WorkType.IMMEDIATE and at_risk is None:
        return None
    needs_order = bool(values.get("is_ttro_required")) if kind == WorkType.PLANNED else None
    return CategoryQuestion(kind, *period, needs_order=needs_order, at_risk=at_risk)
