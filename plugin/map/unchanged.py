"""What the plugin does by itself does not make the planner's project a changed one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

from qgis.core import QgsProject


def _nothing() -> None:
    """There is nothing to settle."""


@contextmanager
def unchanged(project: QgsProject, settle: Callable[[], Any] = _nothing) -> Iterator[None]:
    """Within this block nothing changes the project, as far as QGIS asks whether to save it.

    `settle` lets the canvas take the project's layers at once: when it does so later, QGIS calls
    the project changed.
    """
    changed = project.isDirty()
    try:
        yield
        settle()
    finally:
        if not changed and project.isDirty():
            project.setDirty(False)
