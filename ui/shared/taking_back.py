"""What ends a message: the one table of what is put right by what."""

from typing import Any, Optional

from ...plugin.errors import DATES, EXTENT, RIGHTS, SERVICE, SESSION, STREET
from .message import Messages

# Sources: who tells a message. Each ends when the same thing is tried again or has worked.
ACCOUNT = "account"
APPLICATION = "application"
CLASHES = "clashes"
DRAFTS = "drafts"
EVIDENCE = "evidence"
FINDING = "finding"
LIST = "list"
MAP = "map"
MINE = "mine"
SHAPE = "shape"
STREETS = "streets"
VERDICTS = "verdicts"
WATCH = "watch"


class TakingBack:
    """Takes messages back by what happens on the desk."""

    def __init__(self, messages: Messages, place: Any) -> None:
        """`place` is the workplace whose messages they are."""
        self._messages = messages
        self._place = place
        self._street = place.sheet.street
        over = messages.over
        place.account.changed.connect(self._account_changed)
        place.account.answered.connect(lambda: over(SERVICE))
        place.sheet.changed.connect(self._sheet_changed)
        place.sheet.streets_found.connect(lambda _streets: over(STREETS))
        place.sheet.streets_there.connect(self._streets_there)
        place.live_view.streets.streets.started.connect(lambda: over(STREETS))
        place.live.opened.connect(lambda: over(MAP, LIST))
        place.live.ended.connect(self._map_loaded)
        place.live_view.filters.current_changed.connect(lambda _filter: over(MAP, DATES))
        place.clashing.started.connect(lambda: over(CLASHES))
        place.verdicts.changed.connect(lambda: over(VERDICTS))
        place.watch.shown.connect(lambda _watched: over(WATCH))
        place.form.opened = lambda: over(APPLICATION)
        place.applying.settled.connect(lambda: over(APPLICATION))
        place.applying.accepted.connect(lambda *_what: over(EVIDENCE))
        place.shaping.begun.connect(lambda: over(SHAPE))
        place.finding.placed.connect(lambda: over(FINDING))
        place.finding.details.started.connect(lambda _reference: over(FINDING))
        place.copy_actions.copied.connect(lambda _said: over(DRAFTS))
        place.listings.in_view.shown.connect(lambda _rows, _total: over(LIST))
        place.listings.seen.shown.connect(lambda _changed: over(LIST))
        place.mine.my_works.progress.connect(lambda _part: over(MINE))
        place.mine.my_works.written.connect(lambda _path: over(MINE))

    def _account_changed(self) -> None:
        self._messages.over(RIGHTS, ACCOUNT)
        if self._place.account.signed_in:
            self._messages.over(SESSION, SERVICE)

    def _map_loaded(self) -> None:
        live = self._place.live
        if live.error is None and not live.loading:
            self._messages.over(MAP)

    def _streets_there(self, streets: Optional[tuple[Any, ...]]) -> None:
        if streets is not None:
            self._messages.over(STREETS)

    def _sheet_changed(self) -> None:
        sheet = self._place.sheet
        first, last = sheet.dates
        if first <= last:
            self._messages.over(DATES)
        if sheet.street is not None:
            self._messages.over(STREET)
        if sheet.street is not self._street:  # another one was looked up, or chosen
            self._messages.over(STREETS)
        self._street = sheet.street
        if sheet.examined is not None:
            self._messages.over(DRAFTS)
            if sheet.examined.extent is not None:
                self._messages.over(EXTENT, SHAPE)
