"""`StreetManager`: the client, of V1.25.12 unless it is given another contract."""

from ..register import Register
from .client import V1Client
from .register import V1Register


class StreetManager(V1Client):
    """The client, with what the service holds in the trade's values."""

    @property
    def register(self) -> Register:
        """What the service holds, in the trade's values."""
        return V1Register(self)
