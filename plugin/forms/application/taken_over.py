"""What an application takes over from the check for clashes and its verdicts."""

from collections.abc import Sequence
from typing import Any, Optional

from ...words import tr
from ..values import Values, is_blank
from .situation import ClashesFound

_NOTES = "additional_info"
_SHARED, _WITH, _HOW = "collaborative_working", "collaborative_works", "collaboration_details"


def taken_over(values: Values, found: Optional[ClashesFound], longest: int) -> dict[str, Any]:
    """Return the answers that follow from the check; a question that is answered stays so.

    What an earlier check said in the additional information makes room for the last one, or goes
    where there is none; the planner's own lines stay. `longest` is how many characters it takes.
    """
    notes = str(values.get(_NOTES) or "")
    taken = {_NOTES: _with_check(notes, () if found is None else found.sentences, longest)}
    if taken[_NOTES] == notes:
        taken = {}
    return taken if found is None else {**taken, **_together(values, found, longest)}


def _together(values: Values, found: ClashesFound, longest: int) -> dict[str, Any]:
    if not found.together or values.get(_SHARED) is False:
        return {}
    answers = {
        _SHARED: True,
        _WITH: _fitting(", ", found.together, longest),
        _HOW: _fitting(" ", found.how, longest),
    }
    return {name: value for name, value in answers.items() if value and is_blank(values.get(name))}


def _with_check(notes: str, sentences: Sequence[str], longest: int) -> str:
    begins = tr("Checked for clashes:")
    own = "\n".join(line for line in notes.split("\n") if not line.startswith(begins)).strip()
    room = longest - len(own) - len(begins) - 2  # a new line, and a space
    said = _fitting(" ", sentences, room)
    return "\n".join(filter(None, (own, f"{begins} {said}" if said else "")))


def _fitting(between: str, parts: Sequence[str], longest: int) -> str:
    """Return the first parts, as many as fit, and how many more there are."""
    for count in range(len(parts), 0, -1):
        left = len(parts) - count
        more = (tr("({n} more)").format(n=left),) if left else ()
        said = between.join((*parts[:count], *more))
        if len(said) <= longest:
            return said
    return ""
