"""A change of a permit: what it was and what it would be, side by side."""

from ...trade.labels import label
from ...trade.records.changes import Change
from ...trade.records.works import Permit
from ...trade.shapes import geometry_of, is_same, size_of
from ...words import tr
from .lines import Line, Lines, day_of, joined, moment_of, pairs, permit_lines, yes_no


def change_columns() -> tuple[str, ...]:
    """Return the headings of what `change_lines` gives."""
    return tr("What"), tr("Original"), tr("Proposed")


def change_lines(change: Change) -> Lines:
    """Return what is known of a change, then each fact that it changes, as it was and would be."""
    original, proposed = _facts(change.before), _facts(change.proposed)
    names = list(dict.fromkeys((*original, *proposed)))
    moved = [name for name in names if original.get(name) != proposed.get(name)]
    same = len(names) - len(moved)
    about = pairs(
        (tr("Change request"), change.reference),
        (tr("Type"), label(change.kind)),
        (tr("Status"), label(change.status)),
        (tr("Reason"), change.reason),
        (tr("Asked for"), moment_of(change.created)),
        (tr("Response deadline (deems)"), moment_of(change.deadline)),
        (tr("Assessment's comments"), change.remarks),
    )
    return (
        *(Line((*one.cells, "")) for one in about),
        *(Line((name, original.get(name, ""), proposed.get(name, ""))) for name in moved),
        *_extents(change),
        Line((tr("The same in both"), str(same), str(same))),
    )


def _facts(permit: Permit) -> dict[str, str]:
    """Return what was applied for; how the permit stands is no part of a change."""
    told = permit.applied
    more = pairs(
        (tr("Application"), label(told.application)),
        (tr("Your project reference"), told.project),
        (tr("Traffic management plan"), yes_no(told.has_plan)),
        (tr("Lane rental applies"), yes_no(told.lane_rental)),
        (tr("Environmental health notifiable"), yes_no(told.health_notifiable)),
        (tr("Collaborative works"), told.shared_with),
        (tr("Risk to people or property"), yes_no(told.at_risk)),
        (tr("Pre-approval"), joined(yes_no(told.agreed), told.agreed_by, told.agreed_how)),
        (tr("Early start reason"), told.why_early),
        (tr("Secondary contact e-mail"), told.second_email),
        (tr("Additional contact"), joined(told.third_contact, told.third_number, told.third_email)),
        (tr("Answer to the consultation wanted by"), day_of(told.answer_by)),
        (tr("E-mail addresses to notify"), ", ".join(told.to_notify)),
        (tr("Files"), ", ".join(one.name for one in permit.files)),
    )
    lines = (*permit_lines(permit), *more)
    return {line.cells[0]: line.cells[1] for line in lines}


def _extents(change: Change) -> Lines:
    one, other = change.before.geometry, change.proposed.geometry
    if is_same(one, other):
        return ()
    sizes = (size_of(geometry_of(shape)) for shape in (one, other))
    return (Line((tr("Extent"), *sizes)),)
