"""What was changed about workstreams and users."""

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Workstream:
    """A workstream of an organisation."""

    organisation: str
    prefix: str
    name: str
    status: str = "active"
    description: Optional[str] = None
    contact_name: Optional[str] = None
    contact_number: Optional[str] = None
    contact_email: Optional[str] = None


@dataclass(frozen=True)
class Person:
    """The names a user gave."""

    email: str
    first_name: str
    last_name: str
