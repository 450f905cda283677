"""Threads of Python's own for what shapely and pyproj do, whatever thread it is asked for on.

QGIS's worker threads are not Python's; pyproj's contexts do not survive there. A thread that Python
made and that lives on is safe.
"""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Callable, Optional, TypeVar

from ..errors import StreetWorksError
from ..words import tr

# How often it is asked whether a work is still wanted, in seconds.
_LOOK_S = 0.05

T = TypeVar("T")


class GeometryThread:
    """Does one piece of work after the other; the thread begins with the first of them.

    With `at_once` there are several threads, so that none waits for one that nobody wants any more.
    """

    def __init__(self, at_once: int = 1) -> None:
        self._pool: Optional[ThreadPoolExecutor] = ThreadPoolExecutor(
            max_workers=at_once, thread_name_prefix="street-works-geometry"
        )

    def do(self, work: Callable[..., T], *given: Any) -> T:
        """Do `work(*given)` on the thread, wait for it, and return or raise what it does.

        Raises StreetWorksError when the plugin was switched off.
        """
        return self._submitted(work, *given).result()

    def do_unless(self, stop: Callable[[], None], work: Callable[..., T]) -> T:
        """Do `work()` as `do` does, but leave off waiting when `stop`, asked often, raises."""
        under_way = self._submitted(work)
        try:
            while not wait([under_way], _LOOK_S).done:
                stop()
        finally:
            under_way.cancel()  # which is nothing to a work that has begun
        return under_way.result()

    def stop(self) -> None:
        """End the thread after the work that it has; nothing more is taken."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False)

    def _submitted(self, work: Callable[..., T], *given: Any) -> "Future[T]":
        pool = self._pool
        try:
            if pool is not None:
                return pool.submit(work, *given)
        except RuntimeError:  # stopped between the two lines, or Python is ending
            pass
        raise StreetWorksError(
            tr("Street Works was switched off."),
            advice=tr("Switch the plugin on again and run the algorithm anew."),
        )
