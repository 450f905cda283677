"""The application for new works, and the first permit for them."""

from datetime import datetime
from typing import Any, Optional

from ...api.v1.models.work import WorkCreateRequest
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...trade.records.works import CategoryQuestion
from ...trade.vocabulary.works import WorkType
from ...words import tr
from ..fields import Need, Section
from ..told import Fact, Told
from ..values import Values
from .begun import begun
from .days import END, START, period_of
from .follow import follow
from .hints import thoughts
from .new_works import PLACE, NewWorks
from .questions import sections
from .review import facts_of
from .sending import CREATE_WORKS
from .sentences import told_of_application
from .situation import Situation
from .taken_over import taken_over

REFERENCE = NewWorks.reference


class Application(NewWorks[WorkCreateRequest]):
    """Applies for new works on the extent and the street of the situation."""

    operation = CREATE_WORKS
    model = WorkCreateRequest
    needs = frozenset(Need)
    named = (REFERENCE,)
    days = (START, END)
    filled = PLACE | {REFERENCE}

    def told(self) -> Told:
        """Return the sentences of an application."""
        return told_of_application(tr("Apply for street works"))

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

    def begin(self, situation: Situation, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else planned works on the usual days.

        The designations are ticked that apply on the days that the form opens with. No default
        stands for a statement that the planner has to make: those are unanswered, but for what was
        said when clashes were judged.
        """
        values = begun(situation, kept)
        longest = self.answers["additional_info"].longest
        return {**values, **taken_over(values, situation.clashes, longest)}

    def follow(
        self, before: Values, after: Values, situation: Situation, now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from the change of answers from `before` to `after`."""
        return follow(before, after, situation, now)

    def thoughts(self, values: Values, situation: Situation) -> dict[str, list[str]]:
        """Return what to think about: dates, addresses, the street's designations."""
        return thoughts(values, situation)


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
