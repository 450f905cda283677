"""`StreetManager`: the client, of V1.25.12 unless it is given another contract."""

from typing import Any

from ..register import Register, StreetsTold
from .client import V1Client
from .register import V1Register


class StreetManager(V1Client):
    """The client, with what the service holds in the trade's values."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._streets_told: StreetsTold = _nobody

    def hear_streets(self, told: StreetsTold) -> None:
        """Let `told` hear each street that the register looks up, on the thread that asked."""
        self._streets_told = told

    @property
    def register(self) -> Register:
        """What the service holds, in the trade's values."""
        return V1Register(self, self._streets_told)


def _nobody(_streets: object) -> None:
    """Nobody wants to hear of streets."""
