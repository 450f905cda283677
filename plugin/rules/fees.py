"""What is charged for: the lines of a fee report, which names no amounts (Business rules 13)."""

GRANTED = "permit_granted"
PROGRESSED = "paa_progressed"
CHANGE_GRANTED = "change_request_granted"
CATEGORY_CHANGED = "work_category_changed"

_BY_EVENT = {
    "permit_granted": GRANTED,
    "permit_deemed": GRANTED,
    "alteration_granted": CHANGE_GRANTED,
    "alteration_granted_with_duration_challenge": CHANGE_GRANTED,
    "alteration_deemed": CHANGE_GRANTED,
}


def chargeable(event: str) -> str:
    """Return which chargeable transaction an AuditEvent of the contract is; "" for none.

    Two more leave no event of their own: an authorisation progresses when its permit is applied
    for, and a category changes with a change that is taken over.
    """
    return _BY_EVENT.get(event, "")
