"""What was checked, and what was said of everything that was found, in sentences."""

from collections.abc import Iterator
from datetime import datetime
from typing import Callable

from ..trade.calendar import uk_time
from ..trade.telling import span, whole_day
from ..words import tr
from .occupation import Occupation
from .report import Report
from .rules.near import Near
from .summary import summary
from .verdict import Judgement, Standing, Verdict, title


def statement(
    report: Report,
    standing_of: Callable[[Occupation], Standing],
    at: datetime,
    *,
    complete: bool,
) -> tuple[str, ...]:
    """Say how it was checked and what was found, then each verdict, the worst encounter first.

    `at` is as of when the register was asked, `complete` whether it gave everything.
    """
    said = [_checked(report, at)]
    if not complete:
        said.append(tr("Street Manager did not give everything."))
    return (*said, *_verdicts(report, standing_of))


def _checked(report: Report, at: datetime) -> str:
    moment, ours = uk_time(at), report.ours
    how = [
        tr("On {day} at {time}").format(day=whole_day(moment), time=f"{moment:%H:%M}"),
        tr("works {days}").format(days=span(ours.start, ours.end, moment.date())),
        *(
            tr("within {metres:g} m and {n} days").format(metres=rule.within_m, n=rule.margin_days)
            for rule in report.rules
            if isinstance(rule, Near)
        ),
    ]
    return tr("{how}: {found}").format(how=", ".join(how), found=summary(report))


def _verdicts(report: Report, standing_of: Callable[[Occupation], Standing]) -> Iterator[str]:
    not_judged = 0
    for one in report.encounters:
        judgement = standing_of(one.other).judgement
        if judgement is None or judgement.verdict is Verdict.NOT_JUDGED:
            not_judged += 1
        else:
            yield _judged(one.other, judgement)
    if not_judged:
        yield tr("{n} not judged.").format(n=not_judged)


def _judged(other: Occupation, judgement: Judgement) -> str:
    name = ", ".join(filter(None, (other.reference, other.promoter))) or other.what
    reason = " ".join(judgement.reason.split()).rstrip(".")
    said = tr("{name}: {verdict}, {reason}.") if reason else tr("{name}: {verdict}.")
    return said.format(name=name, verdict=title(judgement.verdict).lower(), reason=reason)
