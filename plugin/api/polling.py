"""Asking again, with growing pauses, until something is ready."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Optional, TypeVar

if TYPE_CHECKING:
    from .client import Client

Ready = TypeVar("Ready")


@dataclass(frozen=True)
class Pauses:
    """The pauses in seconds: the first, how much each is longer, the longest, and all together."""

    first: float = 1.0
    growth: float = 1.5
    longest: float = 30.0
    altogether: float = 15 * 60.0


def until_ready(
    client: "Client", look: Callable[[], Optional[Ready]], pauses: Pauses
) -> Optional[Ready]:
    """Call `look` until it returns something, and return that; None when it takes too long.

    Raises Cancelled where `client.cancelling` says so, and whatever `look` raises.
    """
    pause, waited = pauses.first, 0.0
    while (found := look()) is None:
        if waited + pause > pauses.altogether:
            return None
        client.pause(pause)
        waited += pause
        pause = min(pause * pauses.growth, pauses.longest)
    return found
