"""Refusing what an account may not do with some works: who may take a step, the rules say."""

from typing import Callable

from ...rules.steps import Step, sides_of
from ...trade.parties import Side
from ..records import Works
from ..refusals import restricted
from .accounts import User


def organisations(user: User) -> tuple[str, ...]:
    """Return the SWA codes a user acts for: one's own and, for contractors, the promoters'."""
    return (user.organisation.swa_code, *user.promoters)


def sides(works: Works, user: User) -> frozenset[Side]:
    """Return the sides of the works that the user is on."""
    return user.rights.sides(works.promoter_swa_code, works.place.authority_swa_code)


def is_authority(works: Works, user: User) -> bool:
    """Say whether the user is of the works' highway authority."""
    return Side.AUTHORITY in sides(works, user)


def code_of_side(works: Works, user: User) -> str:
    """Return the SWA code of the side of the works that the user is on, their authority's first."""
    authority = works.place.authority_swa_code
    return authority if is_authority(works, user) else works.promoter_swa_code


def check_party(works: Works, user: User) -> None:
    """Raise Refusal 401 unless the works are the user's as promoter or as authority."""
    if not sides(works, user):
        raise restricted()


def check_taker(step: Step, works: Works, user: User) -> None:
    """Raise Refusal 401 unless the user is on a side of the works that takes the step."""
    if not sides(works, user) & sides_of(step):
        raise restricted()


def taker(step: Step) -> Callable[[Works, User], None]:
    """Return the check that raises Refusal 401 unless the user may take the step."""
    return lambda works, user: check_taker(step, works, user)
