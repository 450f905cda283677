"""Who may do what: the one table of rights, asked by the client and by the practice service.

Which roles an operation is for stands with the operation; here is what follows for an account.
"""

from dataclasses import dataclass
from typing import Optional

from .enums import Role
from .operations import OPERATIONS, Operation


@dataclass(frozen=True)
class Rights:
    """What an account may do.

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

    @property
    def promoters(self) -> tuple[str, ...]:
        """The SWA codes of the promoters that the account may apply for, each once."""
        own = (self.organisation,) if self.has(Role.PLANNER) else ()
        others = self.contracts if self.has(Role.CONTRACTOR) else ()
        return tuple(dict.fromkeys((*own, *others)))

    def has(self, role: Role) -> bool:
        """Whether the account is known to have `role`."""
        return self.roles is not None and role.value in self.roles

    def may(self, operation: Operation) -> bool:
        """Whether one of the account's roles may ask for `operation`."""
        allowed = {role.value for role in operation.roles}
        return not allowed or self.roles is None or bool(self.roles & allowed)

    def may_ask(self, api: str, operation_id: str) -> bool:
        """Whether one of the account's roles may ask for the operation of that API."""
        return self.may(OPERATIONS[api, operation_id])

    def acts_for(self, promoter: str) -> bool:
        """Whether the account works for the promoter of that SWA code, its own or a contract's."""
        return not self.known or promoter in self.promoters

    def assesses(self, authority: str) -> bool:
        """Whether the account is of the highway authority of that SWA code."""
        return not self.known or (
            self.has(Role.HIGHWAY_AUTHORITY) and authority == self.organisation
        )

    def may_read(self, promoter: str, authority: str) -> bool:
        """Whether works of that promoter and that authority are the account's to read as a whole.

        Everybody else sees their permits, not their history and comments.
        """
        return self.acts_for(promoter) or self.assesses(authority)
