"""What details tell otherwise than those before them: facts and lines that differ or are new."""

from collections.abc import Iterator

from ...words import tr
from .details import Details
from .lines import Line
from .section import Section

_A_FACT = 2  # columns: a name and a value
_MOST = 6


def changed(before: Details, after: Details) -> tuple[str, ...]:
    """Say what has changed between two readings of the same, in the order of the sections.

    There are seven lines at most; the last says then how many more there are.
    """
    said = [line for section in after.sections for line in _changed_in(section, before)]
    if len(said) > _MOST:
        left = len(said) - _MOST
        said[_MOST:] = [tr("and 1 more") if left == 1 else tr("and {n} more").format(n=left)]
    return tuple(said)


def _changed_in(section: Section, before: Details) -> Iterator[str]:
    earlier = before.section(section.part)
    if section.error is not None or (earlier is not None and earlier.error is not None):
        return
    is_of_facts, lines = len(section.columns) == _A_FACT, earlier.lines if earlier else ()
    known = {_name(line): line.cells for line in lines}
    seen = {line.cells for line in lines}
    for line in section.lines:
        if line.cells in seen:
            continue
        was = known.get(_name(line)) if is_of_facts or line.about else None
        told = _all_of(line) if was is None else _otherwise(was, line)
        is_named = is_of_facts and was is not None
        yield told if is_named else tr("{what}: {told}").format(what=section.title, told=told)


def _name(line: Line) -> str:
    """Return by what a line is known again: its record's part, or the name of a fact."""
    return line.cells[0] if line.about is None else line.about.part


def _all_of(line: Line) -> str:
    return ", ".join(cell for cell in line.cells if cell)


def _otherwise(was: tuple[str, ...], line: Line) -> str:
    """Say what stands in a line now in place of what."""
    changes = [
        tr("{before} → {after}").format(before=one, after=other)
        for one, other in zip(was, line.cells)
        if one != other
    ]
    return tr("{what}: {told}").format(what=line.cells[0], told=", ".join(changes))
