"""What the plugin does by itself does not make the planner's project a changed one."""

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProject


@contextmanager
def unchanged(project: QgsProject) -> Iterator[None]:
    """Within this block nothing changes the project, as far as QGIS asks whether to save it."""
    changed = project.isDirty()
    try:
        yield
    finally:
        if not changed and project.isDirty():
            project.setDirty(False)
