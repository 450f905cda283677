"""One thread for everything that shapely and pyproj do, whatever thread an algorithm runs on.

QGIS runs algorithms on worker threads that are not Python's; pyproj's contexts do not survive
there. A thread that Python made and that lives on is safe.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Callable, Optional, TypeVar

from ..errors import StreetWorksError
from ..words import tr

T = TypeVar("T")


class GeometryThread:
    """Does one piece of work after the other; the thread begins with the first of them."""

    def __init__(self) -> None:
        self._pool: Optional[ThreadPoolExecutor] = ThreadPoolExecutor(
            max_workers=1, thread_name_prefix="street-works-geometry"
        )

    def do(self, work: Callable[..., T], *given: Any) -> T:
        """Do `work(*given)` on the thread, wait for it, and return or raise what it does.

        Raises StreetWorksError when the plugin was switched off.
        """
        return self._submitted(work, *given).result()

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
