"""A report in a sentence or two."""

from ..words import tr
from .grade import Grade
from .report import Report
from .rules.section_58 import Section58


def summary(report: Report) -> str:
    """Say in the planner's words what was found, in how much, and what could not be checked."""
    sentences = [_found(report)]
    restrictions = sum(one.found_by(Section58.name) for one in report.encounters)
    if restrictions:
        sentences.append(
            tr("A section 58 restriction is among them.")
            if restrictions == 1
            else tr("{n} section 58 restrictions are among them.").format(n=restrictions)
        )
    if report.unusable:
        sentences.append(_not_checked(report))
    if report.gaps:
        sentences.append(_not_given(report))
    if report.dates_reversed:
        sentences.append(
            tr("The end date was before the start date: the days between were checked.")
        )
    return " ".join(sentences)


def _found(report: Report) -> str:
    among = (
        tr("one record checked")
        if report.looked_at == 1
        else tr("{n} records checked").format(n=report.looked_at)
    )
    if not report.looked_at and not report.is_sure:
        return tr("Nothing near the extent could be checked.")
    if not report.looked_at:
        return tr("There was nothing near the extent to check.")
    if not report.encounters:
        return tr("No potential clash among {records}.").format(records=among)
    parts = filter(None, (_clashes(report), _opportunities(report), _cannot_say(report)))
    return tr("{found} among {records}.").format(found=" · ".join(parts), records=among)


def _clashes(report: Report) -> str:
    clashes = report.of_grade(Grade.CLASH)
    if not clashes:
        return ""
    text = tr("1 potential clash") if len(clashes) == 1 else tr("{n} potential clashes")
    high_impact = sum(one.high_impact for one in clashes)
    if high_impact:
        text += " " + tr("({high} with high-impact traffic management)")
    return text.format(n=len(clashes), high=high_impact)


def _opportunities(report: Report) -> str:
    count = len(report.of_grade(Grade.OPPORTUNITY))
    if not count:
        return ""
    return (
        tr("1 potential collaboration")
        if count == 1
        else tr("{n} potential collaborations").format(n=count)
    )


def _cannot_say(report: Report) -> str:
    count = len(report.of_grade(Grade.CANNOT_SAY))
    if not count:
        return ""
    return tr("{n} unsure").format(n=count)


def _not_checked(report: Report) -> str:
    first = report.unusable[0]
    name = tr("{what} ({reference})").format(
        what=first.occupation.what, reference=first.occupation.reference
    )
    if len(report.unusable) == 1:
        return tr("{reference} could not be checked: {reason}.").format(
            reference=name, reason=first.reason
        )
    return tr("{n} records could not be checked, the first, {reference}, because {reason}.").format(
        n=len(report.unusable),
        reference=name,
        reason=first.reason,
    )


def _not_given(report: Report) -> str:
    told = "; ".join(
        tr("{what}: {reason}").format(what=gap.what, reason=gap.reason) for gap in report.gaps
    )
    return tr("There may be more that was not given ({gaps}).").format(gaps=told)
