"""What the store knows already, told as if it had just been fetched."""

from typing import Optional, Union

from ..trade.box import Box
from ..trade.days import Days
from .fetched import Fetched
from .gathering import days_of
from .plan.ground import Covered, Ground
from .standing import unreadable_in
from .store.kept import KeptStore
from .store.store import Store


def known_in(store: Union[Store, KeptStore], kind: str, box: Box, days: Days) -> Optional[Fetched]:
    """Return what the store has of a kind in `box` (EPSG:27700) and `days`.

    Ground that was never fetched is among `unasked`; None where none was. Raises StreetWorksError
    when the store cannot be read.
    """
    wanted = days_of(kind, days)
    boxes = [
        one for one in store.boxes(kind, box) if one.box.overlap(box) and one.days.overlap(wanted)
    ]
    # The ground is read before the records: what comes in between is then not yet claimed.
    ground = Ground(Covered(one.box, one.days, one.as_of) for one in boxes if one.complete)
    oldest = ground.oldest(box, wanted)
    if oldest is None:
        return None
    return Fetched(
        kind=kind,
        records=tuple(store.records(kind, box, wanted)),
        unread=unreadable_in(boxes),
        calls=0,
        incomplete=tuple({one.box for one in boxes if not one.complete}),
        failed=(),
        unasked=tuple(piece.box for piece in ground.missing(box, wanted)),
        as_of=oldest,
    )
