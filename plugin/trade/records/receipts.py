"""Receipts: what the register gives out for what it has accepted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Receipt:
    """The references of what was accepted; "" where there is none.

    `part` is what is new within the works, such as a site, a notice or a comment.
    """

    works_reference: str
    permit_reference: str = ""
    part: str = ""
