"""What is known of the streets in a view: how many, as of when, and whether those are all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Optional

from ..trade.box import Box
from ..words import tr
from .plan.cells import Cell, cells_in
from .standing import moment
from .store.streets import StreetShelf

FRESH = timedelta(days=30)  # the gazetteer changes slowly: so long an answer counts
_WIDEST_M2 = 200e6  # what a wider view lacks is not counted cell by cell


@dataclass(frozen=True)
class StreetsKnown:
    """What is known of a view.

    `held` streets are there, the oldest `as_of` a moment. `missing` is the part of the view, from 0
    (only when there is none) to 1, of which it is not known whether other streets are there.
    """

    held: int
    missing: float
    as_of: Optional[datetime]

    def statement(self, today: date) -> str:
        """Say it in one sentence that is never more than true."""
        if not self.held and self.missing == 1:
            return tr("Streets: none looked up here")
        number = tr("1 street in view") if self.held == 1 else tr("{n} streets in view")
        parts = [number.format(n=self.held), tr("not all") if self.missing else tr("all of them")]
        if self.as_of is not None:
            parts.append(tr("as of {time}").format(time=moment(self.as_of, today)))
        said = ", ".join(parts)
        if not self.missing:
            return said
        share = min(99.0, max(1.0, 100 * self.missing)) if self.missing < 1 else 100.0
        rest = tr("{part:.0f} % of the view was not asked about").format(part=share)
        return f"{said}; {rest}"


def known_cells(shelf: StreetShelf, now: datetime) -> Optional[Mapping[Cell, datetime]]:
    """Return where all streets are known as of lately, and as of when; None: everywhere.

    Raises StreetWorksError.
    """
    whole = shelf.all_as_of
    return None if whole is not None and whole >= now - FRESH else shelf.cells(now - FRESH)


def streets_known(shelf: StreetShelf, view: Box, now: datetime) -> StreetsKnown:
    """Say what is known of `view` (EPSG:27700). Raises StreetWorksError.

    What was learnt long ago counts no longer as known.
    """
    # The cells are read before the streets: what comes in between is then not yet claimed.
    missing, since = _missing(shelf, view, now)
    held, oldest = shelf.count(view)
    moments = [one for one in (oldest, since) if one is not None]
    return StreetsKnown(held, missing, min(moments, default=None))


def _missing(shelf: StreetShelf, view: Box, now: datetime) -> tuple[float, Optional[datetime]]:
    """Return which part of a view is not known, and as of when the oldest of the rest is."""
    known = known_cells(shelf, now)
    if known is None:
        return 0.0, shelf.all_as_of
    if not known or view.area > _WIDEST_M2:
        return 1.0, None
    cells = cells_in(view)
    asked = [known[one] for one in cells if one in known]
    return 1 - len(asked) / len(cells), min(asked, default=None)
