"""Which steps works and what belongs to them ask for first, by all that is told of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Callable, Optional

from ...trade.records.belonging import (
    InspectionSummary,
    PenaltySummary,
    Section81Summary,
    SiteSummary,
)
from ...trade.records.forward_plans import ForwardPlan
from ...trade.records.works import ChangeSummary, Comment, Works
from ...trade.vocabulary.clocks import Clock, Reason
from ...trade.vocabulary.reinstatements import ReinstatementStatus
from ..steps import Step
from ..told import standing_of, works_standing
from . import reasons
from .of_works import of_works
from .reasons import STEPS


def asked(records: Iterable[object], works: Works, now: datetime) -> tuple[Step, ...]:
    """Return the steps that records of works ask for at a moment, the first record's first.

    Whether one may be taken, and by whom, is for `rules.steps` to say.
    """
    found = (
        step
        for record in records
        for reason in _reasons(record, works, now)
        for step in STEPS.get(reason, ())
    )
    return tuple(dict.fromkeys(found))


def _reasons(record: object, works: Works, now: datetime) -> Iterator[Reason]:
    if isinstance(record, Works):
        yield from _of_works(record, now)
    elif type(record) in _OF:
        reason = _OF[type(record)](record, standing_of(record, works))
        if reason is not None:
            yield reason


def _of_works(works: Works, now: datetime) -> tuple[Reason, ...]:
    dues = {due.clock: due for due in of_works(works, now)}
    end = dues.get(Clock.OVERRUN)
    return reasons.of_works(
        works_standing(works),
        overruns=end is not None and end.is_over(now),
        to_register=Clock.REGISTER_BY in dues,
    )


def _of_site(site: SiteSummary, _standing: Any) -> Optional[Reason]:
    interim = site.status == ReinstatementStatus.INTERIM
    return Reason.INTERIM_TO_REPLACE if interim else None


_OF: Mapping[type, Callable[[Any, Any], Optional[Reason]]] = {
    ChangeSummary: lambda one, standing: reasons.of_change(one.kind, standing),
    SiteSummary: _of_site,
    InspectionSummary: lambda one, _standing: reasons.of_inspection(one.outcome),
    PenaltySummary: lambda _one, standing: reasons.of_penalty(standing),
    Section81Summary: lambda _one, standing: reasons.of_section_81(standing),
    ForwardPlan: lambda _one, standing: reasons.of_plan(standing),
    Comment: lambda one, _standing: reasons.of_comment(read=one.read),
}
"""Why a record that belongs to works, and stands so, needs somebody; None where it does not."""
