"""The works of the draft on the desk, as they are compared with others."""

from collections.abc import Mapping
from typing import Any, Optional

from ..clashes.occupation import Occupation, street_keys
from ..forms.about import parts_of
from ..forms.application.new_works import PROMOTER, TRAFFIC
from ..trade.kinds import WORKS
from ..trade.records.people import Organisation
from ..words import tr
from .account import Account
from .sheet import Sheet
from .streets import line_of


def our_works(sheet: Sheet, account: Account) -> Occupation:
    """Return the works on the desk with what is known of them yet.

    Their reference is that of the works that the draft is about, or the draft's own id. Raises
    StreetWorksError without an extent, and when the days are in the wrong order.
    """
    geometry = sheet.require_extent().geometry
    start, end = sheet.dates
    sheet.require_order(start, end)
    draft, street = sheet.draft, sheet.street
    works, _part = parts_of(draft.subject)
    promoter = _promoter(draft.values, account)
    return Occupation(
        kind=WORKS,
        reference=works or draft.id,
        what=draft.name or tr("your works"),
        shape=geometry,
        start=start,
        end=end,
        traffic=str(draft.values.get(TRAFFIC) or ""),
        streets=street_keys(street.usrn, street.name, street.area) if street else frozenset(),
        street=street.name if street else "",
        promoter=promoter.name if promoter else "",
        promoter_code=promoter.code if promoter else "",
        works_reference=works,
        street_line=line_of(street),
        diversion=sheet.diversion,
    )


def _promoter(values: Mapping[str, Any], account: Account) -> Optional[Organisation]:
    """Return the promoter that the form names, the only one there is, or None."""
    promoters = account.promoters
    chosen = values.get(PROMOTER)
    if not chosen and len(promoters) == 1:
        return promoters[0]
    return next((one for one in promoters if one.code == chosen), None)
