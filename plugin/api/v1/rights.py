"""Who may do what: the one table of rights, asked by the client and by the practice service.

Which roles an operation is for stands with the operation; for whom an account speaks says
`trade.parties`, as that is no contract's.
"""

from dataclasses import dataclass

from ...trade.parties import Party
from ..contract.operation import Operation
from .operations import OPERATIONS


@dataclass(frozen=True)
class Rights(Party):
    """What an account may do, and for whom it speaks."""

    def may(self, operation: Operation) -> bool:
        """Whether one of the account's roles may ask for `operation`."""
        allowed = operation.roles
        return not allowed or self.roles is None or bool(self.roles & allowed)

    def may_ask(self, api: str, operation_id: str) -> bool:
        """Whether one of the account's roles may ask for the operation of that API."""
        return self.may(OPERATIONS[api, operation_id])
