"""Shapes examined and mended: small ones at once, large ones while QGIS goes on."""

from typing import Callable, Optional, TypeVar

from ..background.geometry_thread import GeometryThread
from ..background.jobs import Job, Jobs
from ..errors import StreetWorksError
from ..words import tr

T = TypeVar("T")

# What has no more points than this takes some hundredths of a second.
LIGHT = 2_000
# One that is wanted, and one before it that is not wanted any more and cannot be stopped.
_AT_ONCE = 2


class Examining:
    """Does one thing at a time to the extent; a newer one overtakes the one before."""

    def __init__(self, jobs: Jobs, ended: Callable[[], None]) -> None:
        """`ended` is called when something was stopped."""
        self._jobs = jobs
        self._ended = ended
        self._threads = GeometryThread(_AT_ONCE)
        self._job: Optional[Job] = None

    @property
    def under_way(self) -> bool:
        """Whether a large shape is being worked on now."""
        return self._job is not None and not self._job.settled

    def start(
        self,
        points: int,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[StreetWorksError], None],
    ) -> None:
        """Do `work` to a shape of so many points and give its answer to `done`.

        A small shape is done when this returns, and what `work` raises is raised here; what goes
        wrong with a large one comes to `failed`.
        """
        self.overtake()
        if points <= LIGHT:
            done(work())
            return
        self._job = self._jobs.start(
            tr("Street Works: examining the shape"),
            lambda progress: self._threads.do_unless(progress.raise_if_cancelled, work),
            done=done,
            failed=failed,
            cancelled=self._ended,
            topic="extent",
        )

    def overtake(self) -> None:
        """Let what is under way come to nothing, without a word: something newer has begun."""
        job, self._job = self._job, None
        if job is not None:
            job.forget()

    def stop(self) -> None:
        """Stop what is under way."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Take nothing more; the threads end with what they have."""
        self._threads.stop()
