"""The permit by which works stand that only their reference is known of."""

from collections.abc import Iterator
from contextlib import suppress

from ..api.errors import AccessRestricted, NotFound, TooManyFeatures
from ..api.register import Register
from ..trade.records.works import Permit
from ..trade.vocabulary.permits import PermitStatus

_MOST = 99
"""Permits of works are numbered in turn, by two digits."""

_CAME_TO_NOTHING = frozenset({PermitStatus.CANCELLED, PermitStatus.REFUSED})


def first_permit(register: Register, works: str) -> Permit:
    """Return the permit that works began with. Raises ApiError."""
    return _numbered(register, works, 1)


def current_permit(register: Register, first: Permit) -> Permit:
    """Return the permit by which works stand now; `first` is the one that they began with.

    It is the one that the map shows; where that shows none, the latest that was neither cancelled
    nor refused, else the latest. The works record tells it as well, to those who may read that.
    Raises ApiError.
    """
    shown = _shown(register, first)
    if shown:
        return first if shown == first.reference else register.permit(first.works_reference, shown)
    permits = [first, *_later(register, first.works_reference)]
    return next(
        (one for one in reversed(permits) if one.status not in _CAME_TO_NOTHING), permits[-1]
    )


def _shown(register: Register, first: Permit) -> str:
    try:
        return register.permit_on_map(first)
    except (AccessRestricted, TooManyFeatures):
        return ""


def _later(register: Register, works: str) -> Iterator[Permit]:
    with suppress(NotFound):  # which is how it is known that there is no other one
        for number in range(2, _MOST + 1):
            yield _numbered(register, works, number)


def _numbered(register: Register, works: str, number: int) -> Permit:
    return register.permit(works, f"{works}-{number:02d}")
