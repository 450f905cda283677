"""How long a long test goes on: the usual rounds, or all of them; and by which seed it draws.

`make test` goes the usual rounds and `make endurance`, which sets STREET_WORKS_ROUNDS=full, all of
them. Tests that draw other cases in each run print their seed; STREET_WORKS_SEED gives it again.
"""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_FULL = {"": False, "full": True}[os.environ.get("STREET_WORKS_ROUNDS", "")]


def rounds(usual: int, *, full: int) -> int:
    """Return how many rounds to go in this run."""
    return full if _FULL else usual


def drawn_seed() -> int:
    """Return the seed that was asked for, or one that no run has had before."""
    return int(os.environ.get("STREET_WORKS_SEED") or random.SystemRandom().randrange(10**6))


def some(cases: Sequence[T], usual: int) -> list[T]:
    """Return all cases in a full run, in a usual one some, others each time.

    For what is to be known before the tests begin: all processes of a run draw the same. A case
    that failed and is not drawn now is there in a full run.
    """
    seed = os.environ.get("STREET_WORKS_SEED") or os.environ.get("PYTEST_XDIST_TESTRUNUID")
    drawn = random.Random(seed).sample(range(len(cases)), rounds(usual, full=len(cases)))  # noqa: S311 - no secret
    return [cases[place] for place in sorted(drawn)]
