"""What details tell otherwise than those before them: facts that differ, and lines that are new."""

from collections.abc import Iterator

from ...words import tr
from .details import Details
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
    known = {} if earlier is None else {line.cells[0]: line.cells for line in earlier.lines}
    seen = set() if earlier is None else {line.cells for line in earlier.lines}
    for line in section.lines:
        was = known.get(line.cells[0])
        if line.cells in seen:
            continue
        if len(section.columns) == _A_FACT and was is not None:
            yield tr("{what}: {before} → {after}").format(
                what=line.cells[0], before=was[1], after=line.cells[1]
            )
        else:
            cells = ", ".join(cell for cell in line.cells if cell)
            yield tr("{section}: {line}").format(section=section.title, line=cells)
