"""Organisations and the accounts of those who work for them."""

from dataclasses import dataclass
from typing import NamedTuple

from ..vocabulary.people import OrganisationKind


class Workstream(NamedTuple):
    """A workstream of a promoter: its three digits, with which works begin, and its name."""

    prefix: str
    name: str


@dataclass(frozen=True)
class Organisation:
    """A promoter, a highway authority or a contractor, by its name and its SWA code."""

    name: str
    code: str


@dataclass(frozen=True)
class Promoter(Organisation):
    """A promoter with what an application begins with.

    `prefix` are the two letters that its works begin with, `kind` is a word of the trade;
    `workstreams` are those in use that the account may see.
    """

    prefix: str = ""
    kind: str = OrganisationKind.PROMOTER
    workstreams: tuple[Workstream, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it has been read from the register: applications need its prefix."""
        return bool(self.prefix)


@dataclass(frozen=True)
class Holder:
    """Whose account it is: the organisation, and the promoters that it may apply for."""

    organisation: Organisation
    promoters: tuple[Organisation, ...] = ()
