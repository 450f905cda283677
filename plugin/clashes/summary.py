"""A report in a sentence or two."""

from ..words import tr
from .values import ClashReport, Grade


def summary(report: ClashReport) -> str:
    """Say in the planner's words what was found, in how much, and what could not be checked."""
    sentences = [_found(report)]
    restrictions = sum(clash.restriction for clash in report.clashes)
    if restrictions:
        sentences.append(
            tr("A section 58 restriction is among them.")
            if restrictions == 1
            else tr("{n} section 58 restrictions are among them.").format(n=restrictions)
        )
    if report.unusable:
        sentences.append(_not_checked(report))
    if report.dates_reversed:
        sentences.append(
            tr("The end date was before the start date: the days between were checked.")
        )
    return " ".join(sentences)


def _found(report: ClashReport) -> str:
    among = (
        tr("one record checked")
        if report.looked_at == 1
        else tr("{n} records checked").format(n=report.looked_at)
    )
    clashes = [clash for clash in report.clashes if clash.grade is Grade.CLASH]
    opportunities = len(report.clashes) - len(clashes)
    if not report.looked_at:
        return tr("There was nothing near the extent to check.")
    if not report.clashes:
        return tr("No clash among {records}.").format(records=among)
    parts = []
    if clashes:
        parts.append(_clashes(len(clashes), sum(clash.high_impact for clash in clashes)))
    if opportunities:
        parts.append(
            tr("1 opportunity to work together")
            if opportunities == 1
            else tr("{n} opportunities to work together").format(n=opportunities)
        )
    return tr("{found} among {records}.").format(
        found=tr("{clashes} and {opportunities}").format(clashes=parts[0], opportunities=parts[1])
        if len(parts) == 2
        else parts[0],
        records=among,
    )


def _clashes(count: int, high_impact: int) -> str:
    text = tr("1 clash") if count == 1 else tr("{n} clashes").format(n=count)
    if high_impact:
        text += " " + tr("({n} with high-impact traffic management)").format(n=high_impact)
    return text


def _not_checked(report: ClashReport) -> str:
    first = report.unusable[0]
    name = tr("{what} ({reference})").format(
        what=first.candidate.what, reference=first.candidate.reference
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
