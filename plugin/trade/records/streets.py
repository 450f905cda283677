"""Streets of the National Street Gazetteer (NSG), as the street look-up tells of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional, Union

from .geojson import GeoJson

Code = Union[int, str]
"""A code of the gazetteer (DTF 8.1); text where it is none of its numbers."""


@dataclass(frozen=True)
class Designation:
    """A special designation of a street, as the gazetteer has it or an application repeats it.

    An application has to repeat it to the letter, so all of it is as it was told, and None what was
    not. `place` says where on the street; `first_day` and `last_day` are moments; `opens` and
    `closes` are hours of the day, such as 730 for half past seven. `geometry` is the part of the
    street, which is known for the street's own designations only, as is `whole_street`.
    """

    code: Code
    place: Optional[str] = None
    description: Optional[str] = None
    first_day: Optional[datetime] = None
    opens: Optional[float] = None
    last_day: Optional[datetime] = None
    closes: Optional[float] = None
    periodicity: Optional[Code] = None
    geometry: Optional[GeoJson] = None
    whole_street: bool = False


@dataclass(frozen=True)
class Reinstatement:
    """How a street is reinstated, and on which part of it; "" where that is not told."""

    code: Code
    place: str = ""


@dataclass(frozen=True)
class NoticeAuthority:
    """An authority that is given notice of works, by its SWA code, and for which part."""

    code: str
    name: str
    place: str


@dataclass(frozen=True)
class StreetName:
    """A street that was found by its name; `county` is the administrative area around it."""

    usrn: int
    name: str
    area: str
    town: str
    county: str
    middle: GeoJson


@dataclass(frozen=True)
class Street:
    """A street: whose it is, how it is reinstated, what it is designated for, where it lies.

    `authority_code` is an SWA code; `line` and `middle` are None where the gazetteer has none.
    """

    usrn: int
    name: str
    area: str
    town: str
    authority: str
    authority_code: str
    traffic_sensitive: bool
    reinstatements: tuple[Reinstatement, ...] = ()
    notice_authorities: tuple[NoticeAuthority, ...] = ()
    designations: tuple[Designation, ...] = ()
    line: Optional[GeoJson] = None
    middle: Optional[GeoJson] = None
