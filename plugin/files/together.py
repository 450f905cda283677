"""Writes files that belong together: all of them, or none."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from .troubles import not_writable

_UNFINISHED = ".part"


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write files with their contents; those that are there already are replaced.

    Each gets its name only once all of them are written, so none is ever there in part. Raises
    StreetWorksError, which names the file that cannot be written.
    """
    unfinished = {path: path.with_name(path.name + _UNFINISHED) for path in files}
    try:
        for path, content in files.items():
            with _telling(path):
                unfinished[path].write_bytes(content)
        for path, part in unfinished.items():
            with _telling(path):
                part.replace(path)
    finally:
        for part in unfinished.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise not_writable(path, str(error)) from error
