"""The street of a draft as JSON, which version 0.1.0 kept as V1.25.12 had told it."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from ..api.v1.models.lookup import StreetResponse
from ..api.v1.reading import streets
from ..trade.records.streets import Street

_KEPT = TypeAdapter(Street)
_NAME_BEFORE = "street_descriptor"


def keep(street: Street) -> dict[str, Any]:
    """Return the JSON that `read` reads."""
    kept: dict[str, Any] = _KEPT.dump_python(street, mode="json")
    return kept


def read(kept: Mapping[str, Any]) -> Street:
    """Return the street that was kept. Raises ValueError."""
    if _NAME_BEFORE in kept:
        return streets.street(StreetResponse.model_validate(kept))
    return _KEPT.validate_python(kept)


def name_of(kept: Mapping[str, Any]) -> str:
    """Return the name of the street that was kept, "" where it cannot be read."""
    return str(kept.get("name") or kept.get(_NAME_BEFORE) or "")
