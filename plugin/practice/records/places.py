"""Where something is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """The street that something is on, as its record gives it."""

    usrn: int
    street: str
    area: str
    town: str
    road_category: int
    authority_swa_code: str
    authority: str
