"""The works of a draft, as they are compared with others."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Optional

from shapely.geometry.base import BaseGeometry

from ..clashes.occupation import Occupation, street_keys
from ..drafts import Draft
from ..forms.about import parts_of
from ..forms.application.new_works import PROMOTER, TRAFFIC
from ..trade.kinds import WORKS
from ..trade.records.people import Organisation
from ..trade.records.streets import Street
from ..words import tr
from .account import Account
from .changes import kept_diversion
from .sheet import Sheet
from .streets import line_of


def our_works(sheet: Sheet, account: Account) -> Occupation:
    """Return the works on the desk with what is known of them yet.

    Raises StreetWorksError without an extent, and when the days are in the wrong order.
    """
    geometry = sheet.require_extent().geometry
    sheet.require_order(*sheet.dates)
    return works_of(sheet.draft, geometry, sheet.dates, sheet.street, account.promoters)


def works_of(
    draft: Draft,
    shape: BaseGeometry,
    days: tuple[date, date],
    street: Optional[Street],
    promoters: Sequence[Organisation],
) -> Occupation:
    """Return the works of a draft; their reference is that of the works it is about, or its id."""
    works, _part = parts_of(draft.subject)
    promoter = promoter_of(draft.values, promoters)
    return Occupation(
        kind=WORKS,
        reference=works or draft.id,
        what=draft.name or tr("your works"),
        shape=shape,
        start=days[0],
        end=days[1],
        traffic=str(draft.values.get(TRAFFIC) or ""),
        streets=street_keys(street.usrn, street.name, street.area) if street else frozenset(),
        street=street.name if street else "",
        promoter=promoter.name if promoter else "",
        promoter_code=promoter.code if promoter else "",
        works_reference=works,
        street_line=line_of(street),
        diversion=kept_diversion(draft),
    )


def promoter_of(
    values: Mapping[str, Any], promoters: Sequence[Organisation]
) -> Optional[Organisation]:
    """Return the promoter that the form names, the only one there is, or None."""
    chosen = values.get(PROMOTER)
    if not chosen and len(promoters) == 1:
        return promoters[0]
    return next((one for one in promoters if one.code == chosen), None)
