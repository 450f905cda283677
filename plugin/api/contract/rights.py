"""What an account may ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...trade.parties import Party
from .operation import Operation


@dataclass(frozen=True)
class Rights(Party):
    """What an account may ask for of a contract's `operations`, and for whom it speaks."""

    operations: Mapping[tuple[str, str], Operation] = field(
        default_factory=dict, repr=False, compare=False
    )

    def may(self, operation: Operation) -> bool:
        """Whether one of the account's roles may ask for `operation`."""
        allowed = operation.roles
        return not allowed or self.roles is None or bool(self.roles & allowed)

    def may_ask(self, api: str, operation_id: str) -> bool:
        """Whether one of the account's roles may ask for the operation of that API."""
        return self.may(self.operations[api, operation_id])
