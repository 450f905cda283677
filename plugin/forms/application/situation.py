"""What an application form starts from: the street, the organisation, the extent, the day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from ...api.v1.application_rules import HS2
from ...rules.category import EarlierPermit
from ...trade.records.people import Organisation, Promoter, Workstream
from ...trade.records.streets import Designation, NoticeAuthority, Street
from ...trade.records.works import CategoryAnswer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class ClashesFound(NamedTuple):
    """What the check for clashes found, in words, for works on which days.

    `sentences` say how it was checked and what was judged. `together` are the references of those
    to collaborate with, `how` the reasons that were given.
    """

    text: str
    start: date
    end: date
    sentences: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    how: tuple[str, ...] = ()


@dataclass(frozen=True)
class Situation:
    """All that the form needs to know beside what is typed into it.

    `extent` is a bare GeoJSON geometry in EPSG:27700; `accuracy_m` is in metres. `category` is the
    register's latest answer for the values on the form, or None while there is none. `section_58`
    holds the references of the restrictions that the extent meets, `clashes` what the last check
    found, or None when there was none. `today` is the civil day in the UK, `now` the moment the
    form is filled in; None is a moment within today's working hours.
    `promoters` are those that the account may apply for, and `promoter` is the one that is chosen,
    not `known` until it has been read.
    """

    street: Street
    promoter: Promoter
    extent: Mapping[str, Any]
    today: date
    accuracy_m: float = 0.0
    category: Optional[CategoryAnswer] = None
    section_58: tuple[str, ...] = ()
    clashes: Optional[ClashesFound] = None
    now: Optional[datetime] = None
    promoters: tuple[Organisation, ...] = ()

    @property
    def is_hs2(self) -> bool:
        """Whether the fields for High Speed Two apply."""
        return self.promoter.code == HS2

    @property
    def earlier(self) -> tuple[EarlierPermit, ...]:
        """The permits that the works have already."""
        return ()

    @property
    def workstreams(self) -> tuple[Workstream, ...]:
        """The workstreams that may be chosen."""
        return self.promoter.workstreams

    @cached_property
    def geometry(self) -> "BaseGeometry":
        """The extent as a Shapely geometry, made once."""
        from shapely.geometry import shape  # noqa: PLC0415 - only once there is a form

        return shape(self.extent)

    @property
    def authorities(self) -> list[NoticeAuthority]:
        """The authorities that notice may be given to, each once, in the street's order."""
        found: dict[str, NoticeAuthority] = {}
        for one in self.street.notice_authorities:
            found.setdefault(one.code, one)
        return list(found.values())

    @property
    def reinstatements(self) -> dict[int, str]:
        """The street's reinstatement types: code, and where on the street it applies."""
        found: dict[int, str] = {}
        for one in self.street.reinstatements:
            code = int(one.code)
            found[code] = "; ".join(filter(None, (found.get(code), one.place)))
        return found

    @property
    def designations(self) -> dict[str, Designation]:
        """The street's special designations under keys that a draft can hold."""
        return {key_of(one): one for one in self.street.designations}


def key_of(designation: Designation) -> str:
    """Return the key of a designation that a draft can hold."""
    return json.dumps(copied(designation), sort_keys=True, default=str)


def copied(designation: Designation) -> dict[str, Any]:
    """Return a designation as an application has to repeat it: the same values, nothing more.

    V1.23 of the contract: a copy that is not exact is not recognised as the street's designation.
    """
    values = {
        "street_special_desig_code": designation.code,
        "special_desig_location_text": designation.place,
        "special_desig_description": designation.description,
        "special_desig_start_date": designation.first_day,
        "special_desig_start_time": designation.opens,
        "special_desig_end_date": designation.last_day,
        "special_desig_end_time": designation.closes,
        "special_desig_periodicity_code": designation.periodicity,
    }
    return {name: _whole(value) for name, value in values.items() if value is not None}


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
