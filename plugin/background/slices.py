"""Work that only the main thread may do, done there a little at a time while a worker waits."""

import time
from collections.abc import Generator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Callable, Optional, TypeVar, Union

from .main_thread import do_there
from .pool import place_given_away
from .task import Progress

_TICK_S = 0.04

T = TypeVar("T")

Steps = Generator[Optional[float], None, T]
"""Each step gives the fraction that is done, or None while it waits for something."""


def on_main_thread(steps: Steps[T], progress: Progress) -> T:
    """Let the main thread take the steps, one at a time, and return what they come to.

    QGIS serves its events between two of them. When the job is cancelled, JobCancelled is raised
    and the steps are closed on the main thread, too.
    """
    take = partial(next, steps)
    try:
        with place_given_away():
            while True:
                done = _waited_for(take, progress)
                if done is None:
                    time.sleep(_TICK_S)
                else:
                    progress.report(done)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        do_there(steps.close)


def _waited_for(take: Callable[[], Optional[float]], progress: Progress) -> Optional[float]:
    answers: SimpleQueue[Union[Exception, Optional[float]]] = SimpleQueue()
    do_there(partial(_answer, take, answers))
    while True:
        progress.raise_if_cancelled()
        try:
            answer = answers.get(timeout=_TICK_S)
        except Empty:
            continue
        if isinstance(answer, Exception):
            raise answer
        return answer


def _answer(take: Callable[[], Optional[float]], answers: "SimpleQueue[Any]") -> None:
    try:
        answers.put(take())
    except Exception as error:  # it is the worker's
        answers.put(error)
