"""Keeps Python from going through all objects of QGIS for garbage while something else goes on.

Such a full collection takes 60 ms in a QGIS with a few plugins, several times as much when every
core is busy, and holds Python meanwhile, the main thread's too.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NEVER = 2**30
_counting = threading.Lock()
_blocks = 0
_usual = 0
_frozen = False  # remembered: to count what is frozen, Python goes through all of it


@contextmanager
def no_full_collections() -> Iterator[None]:
    """While the block runs, only young objects are collected; several threads may be in one.

    Objects that were there before the first of all blocks are not looked through afterwards either,
    so that what has to be made up for is little. `as_usual` ends that.
    """
    _begin()
    try:
        yield
    finally:
        _end()


def as_usual() -> None:
    """Look through all objects again."""
    global _frozen  # noqa: PLW0603 - the collector is the process's, too
    with _counting:
        gc.unfreeze()
        _frozen = False


def _begin() -> None:
    global _blocks, _usual, _frozen  # noqa: PLW0603 - the collector is the process's, too
    with _counting:
        if not _frozen:
            gc.freeze()
            _frozen = True
        if not _blocks:
            young, middle, _usual = gc.get_threshold()
            gc.set_threshold(young, middle, _NEVER)
        _blocks += 1


def _end() -> None:
    global _blocks  # noqa: PLW0603
    with _counting:
        _blocks -= 1
        young, middle, old = gc.get_threshold()
        if not _blocks and old == _NEVER:  # else somebody else has changed it since
            gc.set_threshold(young, middle, _usual)
