"""For whom an account speaks, and on which side of some works that puts it."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Optional

from .vocabulary.people import Role


class Side(Enum):
    """The two sides of works: who carries them out, and who decides about their permits."""

    PROMOTER = "promoter"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class Party:
    """An account, as far as it has a say in works.

    `roles` is None while they are not known: nothing is held back then, and the service says itself
    what it refuses. `organisation` is the SWA code of the account's organisation, `contracts` those
    of the promoters that a contractor works for.
    """

    roles: Optional[frozenset[str]] = None
    organisation: str = ""
    contracts: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is known what the account may do."""
        return self.roles is not None

    @cached_property
    def promoters(self) -> tuple[str, ...]:
        """The SWA codes of the promoters that the account may apply for, each once."""
        own = (self.organisation,) if self.has(Role.PLANNER) else ()
        others = self.contracts if self.has(Role.CONTRACTOR) else ()
        return tuple(dict.fromkeys((*own, *others)))

    def has(self, role: str) -> bool:
        """Whether the account is known to have `role`."""
        return self.roles is not None and role in self.roles

    def sides(self, promoter: str, authority: str) -> frozenset[Side]:
        """Return the account's sides of works of that promoter and that authority, by SWA codes.

        A planner is on the promoter's side of its own organisation's works, a contractor of those
        of the promoters that it works for; an authority on its own side of those on its streets.
        """
        if not self.known:
            return frozenset(Side)
        found = set()
        if promoter in self.promoters:
            found.add(Side.PROMOTER)
        if self.has(Role.HIGHWAY_AUTHORITY) and authority == self.organisation:
            found.add(Side.AUTHORITY)
        return frozenset(found)

    def may_read(self, promoter: str, authority: str) -> bool:
        """Whether works of that promoter and that authority are the account's to read as a whole.

        Everybody else sees their permits, not their history and comments.
        """
        return bool(self.sides(promoter, authority))
