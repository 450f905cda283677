"""The embedded Street Manager client: `StreetManager`, and the errors it raises in `errors`.

The client is imported when it is first asked for, so that naming its errors costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .v1.street_manager import StreetManager

__all__ = ["StreetManager"]


def __getattr__(name: str) -> Any:
    if name != "StreetManager":
        raise AttributeError(name)
    from .v1.street_manager import StreetManager  # noqa: PLC0415 - brings pydantic and requests in

    return StreetManager
