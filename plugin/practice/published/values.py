"""Published values: labels for people turned into the contract's values, codes, moments, flags."""

from datetime import datetime, timezone
from typing import Any, Optional

from ...trade.vocabulary.word import word_of
from ...words import tr
from .shapes import Unusable

_SAME = {
    "major_paa": "paa",
    "provisional_advance_authorisation": "paa",
    "works_planned": "planned",
    "works_in_progress": "in_progress",
    "works_completed": "completed",
    "works_cancelled": "cancelled",
    "modification_requested": "permit_modification_request",
    "yes_a_pedestrian_walkway_will_be_provided": "yes_provide_pedestrian_walkway",
    "yes_an_alternative_route_will_be_provided": "yes_provide_alternative_route",
}


def contract_value(label: Any, known: frozenset[str]) -> str:
    """Return the contract's value for a label such as "Immediate - emergency".

    A label whose value is not among `known` comes back as it was written.
    """
    text = str(label or "").strip()
    value = _SAME.get(word_of(text), word_of(text))
    return value if value in known else text


def swa_code(value: Any) -> str:
    """Return an SWA code with its leading zeros ("10" and 10 are "0010")."""
    text = str(value if value is not None else "").strip()
    return text.zfill(4) if text.isdigit() else text


def moment(value: Any) -> Optional[datetime]:
    """Return the moment in UTC, or None when there is none. Raises Unusable for unreadable text."""
    if value in (None, ""):
        return None
    text = str(value).strip().replace("Z", "+00:00")
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise Unusable(tr("the date {text} cannot be read").format(text=text[:40])) from None
    return (read if read.tzinfo else read.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)


def flag(value: Any) -> bool:
    """Return whether a published answer means yes."""
    return value is True or str(value).strip().lower() in ("yes", "true")


def whole_number(value: Any) -> int:
    """Return a number such as a USRN, or 0 when none is given."""
    text = str(value if value is not None else "").strip()
    return int(text) if text.isascii() and text.isdigit() else 0


def listed(value: Any, known: frozenset[str]) -> list[str]:
    """Return the contract's values of a list given as "Footway, Carriageway" or as a list."""
    parts = value if isinstance(value, list) else str(value or "").split(",")
    return [contract_value(part, known) for part in parts if str(part).strip()]
