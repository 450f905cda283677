"""Following what changes at works, without missing or repeating anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Union

from .client import V1Client

if TYPE_CHECKING:
    from .models.reporting import WorkUpdateResponse

OVERLAP = timedelta(minutes=2)
"""Each question reaches back that far: an update may show up a little after its moment."""

WINDOW = timedelta(days=1)
"""A longer time is asked for in parts."""


@dataclass(frozen=True)
class Bookmark:
    """Where a reader of updates stopped: a moment, and the ids seen shortly before it."""

    moment: datetime
    seen: frozenset[int] = frozenset()

    def to_json(self) -> dict[str, Any]:
        """Return the bookmark as plain JSON."""
        return {"moment": self.moment.isoformat(), "seen": sorted(self.seen)}

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "Bookmark":
        """Read what `to_json` gave. Raises KeyError, ValueError or TypeError for anything else."""
        moment = datetime.fromisoformat(body["moment"])
        if moment.tzinfo is None:
            raise ValueError("the moment has no offset from UTC")
        return cls(moment, frozenset(int(number) for number in body["seen"]))


class Updates:
    """The updates of works since a moment or a bookmark, each once, oldest first.

    Every `for` goes as far as there are updates; another goes on from there. `bookmark` moves on
    with each update that is handed over: keep its `to_json()` to go on another day. `filters` are
    further arguments of `client.reporting.get_updates`: `exclude_events_from`, `swa_code`. Only the
    service's clock counts, ours may be wrong.
    """

    def __init__(self, client: V1Client, since: Union[datetime, Bookmark], **filters: Any) -> None:
        """`since` a moment needs its offset from UTC."""
        self._client = client
        self._filters = filters
        self.bookmark = since if isinstance(since, Bookmark) else Bookmark(since)
        if self.bookmark.moment.tzinfo is None:
            raise ValueError("the moment has no offset from UTC")

    @classmethod
    def of_the_last(cls, client: V1Client, minutes: float, **filters: Any) -> "Updates":
        """Begin some minutes ago by the service's clock."""
        return cls(client, client.now() - timedelta(minutes=minutes), **filters)

    def __iter__(self) -> "Iterator[WorkUpdateResponse]":
        """Ask until nothing is left. Raises what `get_updates` raises.

        What was not handed over comes again the next time.
        """
        while True:
            end = self.bookmark.moment + WINDOW
            is_past = end + OVERLAP < self._client.now()
            yield from self._between(end if is_past else None)
            if not is_past:
                return
            self.bookmark = Bookmark(max(end, self.bookmark.moment), self.bookmark.seen)

    def _between(self, end: Union[datetime, None]) -> "Iterator[WorkUpdateResponse]":
        limits: dict[str, Any] = {"start_date": self.bookmark.moment - OVERLAP}
        if end is not None:
            limits["end_date"] = end
        found = self._client.reporting.get_updates(**limits, **self._filters)
        # Later questions begin no earlier, so what this one did not give can be forgotten.
        seen = self.bookmark.seen & {one.update_id for one in found}
        self.bookmark = Bookmark(self.bookmark.moment, seen)
        new = {one.update_id: one for one in found if one.update_id not in seen}
        for update in sorted(new.values(), key=lambda one: (one.update_date_time, one.update_id)):
            moment = max(self.bookmark.moment, update.update_date_time)
            self.bookmark = Bookmark(moment, self.bookmark.seen | {update.update_id})
            yield update
