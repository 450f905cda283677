"""Files that are written whole or not at all."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from requests import RequestException

from ...errors import StreetWorksError
from ...words import tr


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write in, which takes the place of `path` when the block ends well.

    Until then it lies beside it under a name that nobody else has. Raises StreetWorksError when it
    cannot be written.
    """
    with _beside(path) as (target, beside):
        with beside.open("xb") as file:
            yield file
        beside.replace(target)


def check_place(path: Path) -> None:
    """Raise StreetWorksError where `whole_file` could not write."""
    with _beside(path) as (_, beside):
        beside.touch(exist_ok=False)


@contextmanager
def _beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """Give the file that is meant, links followed, and a name beside it that is gone afterwards."""
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise _unwritable(path, "not a file")
    except (OSError, ValueError) as error:
        raise _unwritable(path, str(error)) from error
    beside = target.with_name(f"{target.name}.{uuid.uuid4().hex}.part")
    try:
        try:
            yield target, beside
        finally:
            beside.unlink(missing_ok=True)
    except RequestException:  # which is an OSError, too
        raise
    except OSError as error:
        raise _unwritable(path, str(error)) from error


def _unwritable(path: Path, why: str) -> StreetWorksError:
    return StreetWorksError(
        tr("The file {name} cannot be written.").format(name=path.name or path),
        advice=tr("Check that its folder is there, that you may write in it, and the disk."),
        detail=why,
    )
