"""Who may do what by V1.25.12: which roles an operation is for stands with the operation."""

from typing import Optional

from ..contract.calls import Caller
from ..contract.rights import Rights
from .models.party import UserResponse
from .operations import OPERATIONS


def rights_of(
    roles: Optional[frozenset[str]] = None, organisation: str = "", contracts: tuple[str, ...] = ()
) -> Rights:
    """Return what an account of these roles may do; None while they are not known."""
    return Rights(roles, organisation, contracts, OPERATIONS)


def account(caller: Caller, email: str) -> tuple[UserResponse, Rights]:
    """Ask who the signed-in user of that address is; return that, and what the user may do."""
    user: UserResponse = caller.call("party", "GetUser", email=email)
    return user, rights_of(
        frozenset(str(role) for role in user.roles or ()),
        str(user.organisation_reference),
        tuple(str(one.organisation_reference) for one in user.contracts or ()),
    )
