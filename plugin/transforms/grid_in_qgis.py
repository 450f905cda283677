"""The OSTN15 file that QGIS's PROJ finds, and the one that the plugin keeps in the profile."""

from functools import lru_cache
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProjUtils

from ..errors import StreetWorksError
from ..files.ostn15_file import NAME, Edition, edition_of
from ..files.together import write_together
from ..words import tr


def in_profile() -> Path:
    """Return where the file of this profile is, if there is one."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "proj" / NAME


def found() -> Optional[Path]:
    """Return the file that PROJ uses inside QGIS: the first of that name in its folders."""
    folders = (Path(folder) for folder in QgsProjUtils.searchPaths())
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def edition(path: Path) -> Edition:
    """Return which edition a file is; it is read once, and again when it has changed."""
    try:
        state = path.stat()
    except OSError:
        return Edition.UNKNOWN
    return _edition(path, state.st_mtime_ns, state.st_size)


def trusted() -> bool:
    """Whether QGIS finds a whole file of a known edition."""
    path = found()
    return path is not None and edition(path) in (Edition.OFFICIAL, Edition.OURS)


def is_ours(path: Path) -> bool:
    """Whether a file is in the profile and was made by the plugin, whole or damaged since."""
    return path == in_profile() and edition(path) in (Edition.OURS, Edition.DAMAGED)


def put(content: bytes) -> None:
    """Write the file into the profile, whole or not at all. Raises StreetWorksError."""
    path = in_profile()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_made(path.parent, error) from error
    write_together({path: content})


def remove() -> None:
    """Take our file out of the profile, and its folder if nothing else is in it.

    A file that is not ours stays. Raises StreetWorksError when ours cannot be removed.
    """
    path = in_profile()
    if not is_ours(path):
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:  # Windows keeps what a program has open
        raise StreetWorksError(
            tr("The file {path} cannot be removed now.").format(path=path),
            advice=tr("Close QGIS and delete the file."),
            detail=str(error),
        ) from error
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


@lru_cache(maxsize=4)
def _edition(path: Path, _changed: int, _size: int) -> Edition:
    try:
        return edition_of(path.read_bytes())
    except OSError:
        return Edition.UNKNOWN


def _not_made(folder: Path, error: OSError) -> StreetWorksError:
    return StreetWorksError(
        tr("The folder {folder} cannot be made.").format(folder=folder),
        advice=tr("See whether the profile's folder may be written to, then try again."),
        detail=str(error),
        may_retry=True,
    )
