"""What is charged for: the lines of a fee report, which names no amounts (Business rules 13)."""

from ..trade.vocabulary.history import Event

GRANTED = "permit_granted"
PROGRESSED = "paa_progressed"
CHANGE_GRANTED = "change_request_granted"
CATEGORY_CHANGED = "work_category_changed"

_BY_EVENT: dict[str, str] = {
    Event.PERMIT_GRANTED: GRANTED,
    Event.PERMIT_DEEMED: GRANTED,
    Event.ALTERATION_GRANTED: CHANGE_GRANTED,
    Event.ALTERATION_GRANTED_WITH_DURATION_CHALLENGE: CHANGE_GRANTED,
    Event.ALTERATION_DEEMED: CHANGE_GRANTED,
}


def chargeable(event: str) -> str:
    """Return which chargeable transaction an event of the history is; "" for none.

    Two more leave no event of their own: an authorisation progresses when its permit is applied
    for, and a category changes with a change that is taken over.
    """
    return _BY_EVENT.get(event, "")
