"""Logging an inspection of works, by the highway authority (Business rules 10.1 to 10.4)."""

from typing import TYPE_CHECKING, Any, Optional

from ...api.contract.fields import parsed_time
from ...api.v1.models.work import InspectionCreateRequest
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules import inspections
from ...rules.steps import Step
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...trade.vocabulary.inspections import InspectionOutcome, InspectionType
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Section
from ..told import Told, told_plainly
from ..values import Values, this_moment
from .evidence import evidence
from .scheduled_inspection import fits, is_for, type_and_category, usual_type

if TYPE_CHECKING:
    from ...api import StreetManager

_KIND, _CATEGORY, _OUTCOME = "inspection_type", "inspection_category", "inspection_outcome"
_MOMENT, _FAILINGS = "inspection_start_date", "failure_reason_details"
_CALLED, _AGAIN = "was_call_logged", "reinspection_date"
_AGAIN_KIND, _AGAIN_CATEGORY = "reinspection_type", "reinspection_category"
_FAILED = frozenset({InspectionOutcome.FAILED_HIGH, InspectionOutcome.FAILED_LOW})


def _send(client: "StreetManager", works: str, request: InspectionCreateRequest) -> Receipt:
    made = client.work.create_inspection(works, request)
    return Receipt(works, part=made.inspection_reference_number)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for that very inspection among those that were logged since."""
    works, sent = entry.subject, entry.body
    for one in client.register.works(works).inspections:
        same = (one.kind, one.category, one.outcome) == (
            sent.get(_KIND),
            sent.get(_CATEGORY) or "",
            sent.get(_OUTCOME),
        )
        if not one.is_scheduled and same and one.moment == parsed_time(str(sent.get(_MOMENT))):
            told = client.work.get_inspection(works, one.reference)
            if entry.may_have_made(told.date_created):
                return Receipt(works, part=one.reference)
    return None


def _is_failed(values: Values, situation: About[Works]) -> bool:
    return values.get(_OUTCOME) in _FAILED


def _is_site_failed(values: Values, situation: About[Works]) -> bool:
    is_of_a_site = values.get(_KIND) != InspectionType.SECTION_81
    return is_of_a_site and _is_failed(values, situation)


def _is_notice_failed(values: Values, situation: About[Works]) -> bool:
    is_of_a_notice = values.get(_KIND) == InspectionType.SECTION_81
    return is_of_a_notice and _is_failed(values, situation)


def _is_dangerous(values: Values, situation: About[Works]) -> bool:
    outcome = values.get(_OUTCOME)
    is_live = values.get(_KIND) == InspectionType.LIVE_SITE
    return is_live and outcome == InspectionOutcome.FAILED_HIGH


def _is_called(values: Values, situation: About[Works]) -> bool:
    return _is_dangerous(values, situation) and bool(values.get(_CALLED))


def _is_again(values: Values, situation: About[Works]) -> bool:
    return bool(values.get(_AGAIN))


def _has_category_again(values: Values, situation: About[Works]) -> bool:
    kind = values.get(_AGAIN_KIND) or ""
    return _is_again(values, situation) and inspections.has_category(kind)


class LogInspection(StepForm[Works, InspectionCreateRequest]):
    """Logs how an inspection ended, and when the next one is."""

    operation = Operation("CreateInspection", _send, _settle)
    model = InspectionCreateRequest
    step = Step.INSPECT
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Log an inspection"))

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its sections."""
        return (
            Section(tr("Inspection"), self._inspection()),
            Section(tr("What was found"), self._found()),
            evidence("inspection_evidence"),
            Section(tr("Next inspection"), self._again()),
        )

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else an inspection that begins now."""
        return {_KIND: usual_type(situation), _MOMENT: this_moment(), **(kept or {})}

    def also_wrong(self, values: Values, situation: About[Works]) -> dict[str, str]:
        """Say what does not go together."""
        kind, outcome = values.get(_KIND), values.get(_OUTCOME)
        if not kind or not outcome:
            return {}
        category = values.get(_CATEGORY) or None
        failings = [one["condition"] for one in values.get(_FAILINGS) or ()]
        said = {
            _CATEGORY: inspections.why_not_of_category(kind, category),
            _OUTCOME: inspections.why_not_ended_so(category, outcome),
            _FAILINGS: inspections.why_not_failed_so(kind, outcome, failings),
        }
        return {name: why for name, why in said.items() if why}

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say what became of the inspection that was scheduled."""
        planned = any(one.is_scheduled for one in situation.works.inspections)
        return (tr("It takes the place of the inspection that was scheduled."),) if planned else ()

    def _inspection(self) -> tuple[Field[About[Works]], ...]:
        return (
            *type_and_category(_KIND, _CATEGORY),
            Field(
                _MOMENT,
                tr("When did the inspection begin?"),
                tr("UK time. It must be in the past."),
            ),
            Field("username", tr("User name of the inspector"), habitual=True),
            Field("inspector_name", tr("Name of the inspector"), habitual=True),
        )

    def _found(self) -> tuple[Field[About[Works]], ...]:
        return (
            Field(
                _OUTCOME,
                tr("Outcome"),
                fits=lambda one, values: (
                    not inspections.why_not_ended_so(values.get(_CATEGORY), one)
                ),
            ),
            Field("inspection_outcome_details", tr("Details of the outcome")),
            Field(
                _FAILINGS,
                tr("What is not compliant?"),
                shown=_is_site_failed,
                must=True,
                fits=lambda one, values: inspections.is_failing_of(one, values.get(_KIND) or ""),
                beside=(tr("What is wrong?"), tr("Numbers of the sites, such as 1, 2")),
            ),
            Field(_CALLED, tr("Was a call logged?"), shown=_is_dangerous),
            Field("call_logged_to", tr("Who was called?"), shown=_is_called),
            Field("call_logged_reference", tr("Reference of the call"), shown=_is_called),
            Field("call_logged_summary", tr("What was said?"), shown=_is_called),
            Field(
                "defect_fixed_on_site",
                tr("Was the defect put right on site?"),
                shown=_is_dangerous,
            ),
            Field(
                "made_safe_by_ha",
                tr("Has the highway authority made it safe?"),
                shown=_is_notice_failed,
            ),
            Field("additional_comments", tr("Additional comments")),
        )

    def _again(self) -> tuple[Field[About[Works]], ...]:
        as_now = tr("Without it the next inspection is of the same type and category.")
        return (
            Field(_AGAIN, tr("Date of the next inspection")),
            Field(
                "reinspection_date_time", tr("Time"), tr("UK time."), shown=_is_again, day=_AGAIN
            ),
            Field(_AGAIN_KIND, tr("Its type"), as_now, shown=_is_again, offered=is_for),
            Field(
                _AGAIN_CATEGORY,
                tr("Its category"),
                shown=_has_category_again,
                must=True,
                fits=lambda one, values: fits(one, values.get(_AGAIN_KIND)),
            ),
        )
