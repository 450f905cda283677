"""What is told of a SQLite file of the plugin that cannot be used."""

from pathlib import Path

from ..errors import StreetWorksError
from ..words import tr


def damaged(path: Path, said: str) -> StreetWorksError:
    """Say that what is in the file is no longer sound."""
    return StreetWorksError(
        tr("The file {name} is damaged.").format(name=path.name),
        advice=tr("Restart QGIS: the file is then put aside and an empty one is begun."),
        detail=f"{path}: {said}",
    )


def not_writable(path: Path, said: str) -> StreetWorksError:
    """Say that the file cannot be made or written."""
    return StreetWorksError(
        tr("The file {name} cannot be written in {folder}.").format(
            name=path.name, folder=path.parent
        ),
        advice=tr("Check that the disk is not full and that the folder is not write-protected."),
        detail=f"{path}: {said}",
        may_retry=True,
    )


def from_the_future(path: Path) -> StreetWorksError:
    """Say that the file has a form that this version does not know."""
    return StreetWorksError(
        tr("The file {name} was written by a later version of Street Works.").format(
            name=path.name
        ),
        advice=tr("Update the plugin. The file was left as it is."),
        detail=str(path),
    )
