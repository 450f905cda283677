"""Changing a permit: what all forms of a change share (Business rules 4).

A change says the whole application again. What a form does not ask is as the permit has it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any, ClassVar, Optional

from ...api.v1.models.work import PermitAlterationCreateRequest
from ...rules import changes, notice
from ...rules.category import changed_category
from ...rules.steps import Step
from ...rules.told import permit_standing
from ...rules.typed import written_in_full
from ...trade import calendar
from ...trade.calendar import civil_day
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...trade.records.works import CategoryAnswer, Permit
from ...trade.vocabulary.permits import ChangeKind, PermitStatus
from ...trade.vocabulary.works import WorkType
from ...words import tr
from ..about import FOR_WHOM, FormAbout
from ..application.again import answers_of
from ..application.days import END, START, period_of
from ..application.follow import follow
from ..application.hints import category_line, thoughts
from ..application.on_works import AboutOnStreet
from ..application.questions import sections_with
from ..fields import Need, Section
from ..shapes import Drawn
from ..told import Fact, Told
from ..values import Values, day_in, is_blank
from .sending_changes import REASON

PLACE = "works_coordinates"
OnStreet = AboutOnStreet[Permit]


class Alteration(FormAbout[OnStreet, PermitAlterationCreateRequest]):
    """Changes a permit; a form of its own says what it asks, of all that an application has."""

    model = PermitAlterationCreateRequest
    needs = frozenset({Need.STREET, Need.PICTURE})
    step: ClassVar[Step] = Step.CHANGE
    takes = Permit
    by_authority: ClassVar[bool] = False

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=self.title(),
            checked=tr("I have checked this change. I know that it is live and may cost money."),
            accepted=tr("Street Manager has accepted the change."),
            refused=tr("The change was not accepted."),
            not_sent=tr("The change was not sent."),
            unknown=tr("It is not known whether Street Manager has the change."),
            not_there=tr("Street Manager does not have the change."),
            unanswered=tr("The change was sent, and no answer came before the form was closed."),
        )

    def title(self) -> str:
        """Return its name."""
        raise NotImplementedError

    def heading(self, situation: OnStreet) -> str:
        """Say what it is about, and what the highway authority asked for, if it did."""
        where, asked = super().heading(situation), situation.record.modification
        if situation.record.status != PermitStatus.PERMIT_MODIFICATION_REQUEST or not asked:
            return where
        return f"{where}\n" + tr("The highway authority asks: {words}").format(words=asked)

    # ---- the application, once more ----

    def before(self, situation: OnStreet) -> dict[str, Any]:
        """Return the answers that the permit stands for."""
        return answers_of(situation.record, situation.today)

    def begin(self, situation: OnStreet, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else the permit's own answers."""
        own = {name: one for name, one in self.before(situation).items() if name in self.fields}
        return {**own, **(kept or {})}

    def seen(self, values: Values, situation: OnStreet) -> tuple[Values, OnStreet]:
        """Return all answers of the application, and the category that they come to."""
        whole = {**self.before(situation), **values}
        return whole, replace(situation, category=category_after(whole, situation))

    def questions(self) -> Iterator[Section[OnStreet]]:
        """Give the application's sections, with those of its questions that a change has."""
        for section in sections_with(self.model.model_fields.keys() - self.filled - set(FOR_WHOM)):
            asked = tuple(field.within(self.seen) for field in section.fields)
            yield Section(section.title, asked)

    def known(self, values: Values, situation: OnStreet) -> dict[str, Any]:
        """Return the kind of works, and what the permit says that is not asked any more, or yet."""
        before = self.before(situation)
        unasked = self.fields.keys() - self.shown(before, situation)
        said = self.arguments(unasked, before, situation)
        return {"work_type": situation.record.kind, **said}

    def follow(
        self, before: Values, after: Values, situation: OnStreet, now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from another answer, as in an application."""
        return follow(before, after, self.seen(after, situation)[1], now)

    def thoughts(self, values: Values, situation: OnStreet) -> dict[str, list[str]]:
        """Return what to think about of an application, where it is asked; and of no change."""
        found = thoughts(*self.seen(values, situation))
        if not _moves(START, values, situation):
            found.pop(START, None)
        if not self.changed(values, situation):
            found[REASON] = [tr("Nothing is changed yet.")]
        return {name: said for name, said in found.items() if name in self.fields}

    def also_wrong(self, values: Values, situation: OnStreet) -> dict[str, str]:
        """Say what the permit has against the days and the category (4.3)."""
        standing = permit_standing(situation.record, situation.works)
        category = self.seen(values, situation)[1].category
        start = day_in(values, START)
        fixed = start and changes.why_start_is_fixed(
            standing, civil_day(situation.record.first_day), start
        )
        stays = category and changes.why_category_stays(standing, category.category)
        said = {START: fixed, END: stays}
        return {name: why for name, why in said.items() if why}

    # ---- what comes of it ----

    def kind(self, values: Values, situation: OnStreet) -> str:
        """Return what the change counts as, a word of the trade (4.2)."""
        return changes.kind_of(
            permit_standing(situation.record, situation.works),
            by_authority=self.by_authority,
            end_moves=_moves(END, values, situation),
        )

    def counts_as(self, values: Values, situation: OnStreet) -> str:
        """Say what it counts as, when it applies, and what the works would be."""
        category = self.seen(values, situation)[1].category
        lines = [self._when(values, situation)]
        if category is not None:
            line = category_line(
                category.category, category.working_days, early=category.starts_early
            )
            lines.append(tr("{text} (worked out here)").format(text=line))
        return "\n".join(lines)

    def _when(self, values: Values, situation: OnStreet) -> str:
        """Say what it counts as, and when it applies."""
        kind, permit = self.kind(values, situation), situation.record
        said = tr("{kind}: it applies at once.")
        alone = permit_standing(permit, situation.works).is_left_alone
        if kind == ChangeKind.MODIFIED_PERMIT:
            said = tr("{kind}: the permit has it at once, and is assessed anew.")
        elif not changes.is_at_once(kind) and not alone:
            said = tr(
                "{kind}: the permit stays as it is until the highway authority has agreed, or has"
                " not answered by the end of {day}."
            )
        due = notice.change_deadline(datetime.now(timezone.utc), situation.today)
        return said.format(kind=label(kind), day=written_in_full(calendar.uk_time(due).date()))

    def drawn(self, values: Values, situation: OnStreet) -> Drawn:
        """Return the extent as it shall be, and as the permit has it."""
        own = situation.record.geometry
        return Drawn(values.get(PLACE) or own, own)

    def changed(self, values: Values, situation: OnStreet) -> tuple[Fact, ...]:
        """Return each answer that differs from the permit's, as it was and as it shall be."""
        before, shown = self.before(situation), self.shown(values, situation)
        found = []
        for name, field in self.fields.items():
            was, now = (self.in_words(name, one.get(name), situation) for one in (before, values))
            if was != now and name in shown and name not in {REASON, *FOR_WHOM}:
                text = tr("{before} → {after}").format(before=was or "–", after=now or "–")
                found.append(Fact(field.label, text, name))
        return tuple(found)

    def facts(
        self, request: PermitAlterationCreateRequest, values: Values, situation: OnStreet
    ) -> tuple[Fact, ...]:
        """Return what it is about and counts as, why, what changes, and how much stays."""
        works, permit = situation.works, situation.record
        changed = self.changed(values, situation)
        answered = (one for one in self.before(situation).values() if not is_blank(one))
        stay = sum(1 for _one in answered) - len(changed)
        return (
            Fact(tr("Permit"), permit.reference),
            Fact(tr("Street"), tr("{street}, {town}").format(street=works.street, town=works.town)),
            Fact(tr("It counts as"), self.counts_as(values, situation)),
            Fact(self.fields[REASON].label, request.permit_alteration_reason, REASON),
            *(changed or (Fact(tr("Changes"), tr("Nothing is changed.")),)),
            Fact(tr("As before"), tr("{n} answers stay as they are.").format(n=max(stay, 0))),
        )

    def afterwards(self, receipt: Receipt, situation: OnStreet) -> tuple[str, ...]:
        """Say where it can be seen."""
        return (tr("It is among the change requests of the permit, in the details of the works."),)


def category_after(values: Values, situation: OnStreet) -> Optional[CategoryAnswer]:
    """Work out what the works would count as, or None while their days are not known.

    Whether the start is early is asked anew only where it moves.
    """
    permit, today, period = situation.record, situation.today, period_of(values)
    if period is None:
        return None
    now, (start, end) = datetime.now(timezone.utc), period
    category, early = permit.category, permit.starts_early
    if permit.kind in {one.value for one in WorkType}:
        order, risk = values.get("is_ttro_required"), values.get("immediate_risk")
        category = changed_category(category, permit.kind, start, end, order, risk, today)
    if start != civil_day(permit.first_day):
        early = notice.is_early_start(category, start, calendar.counted_day(now, today), today)
    return CategoryAnswer(category, early, calendar.working_days(start, end, today), now)


def _moves(name: str, values: Values, situation: OnStreet) -> bool:
    day, before = day_in(values, name), answers_of(situation.record, situation.today)
    return day is not None and day != day_in(before, name)
