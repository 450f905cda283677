"""The welcome on the Map tab: what it begins, and which of its steps are done."""

from typing import Any

from ..plugin.settings import AWAY, BACK, PRACTISE, SEEN, SIGN_IN, STEPS
from ..plugin.words import tr
from .account.welcome import Welcome
from .extent.words import draft_title


class Welcoming:
    """Shows the welcome until its steps are done or the planner puts it away."""

    def __init__(self, place: Any) -> None:
        """`place` is the workplace that the steps are about."""
        self._place = place
        self._settings = place.settings
        self._asked = False
        self._is_new = SEEN not in place.settings.welcome
        self.page = Welcome()
        place.map_panel.layout().insertWidget(0, self.page)
        self.page.chosen.connect(self._begin)
        self.page.put_away.connect(self._put_away)
        place.account.changed.connect(self._account_changed)
        place.account.trouble.connect(lambda _error: self.page.practising(False))
        place.sheet.changed.connect(self._show)
        place.live.opened.connect(self._show)
        self._note(SEEN)

    def greet(self) -> None:
        """Show the panel with the welcome in front, when it is new; else as it was left."""
        if self.page.isHidden() or not self._is_new:
            self._place.toggle_dock(shown=self._settings.panel_open)
        else:
            self._place.dock.show_panel(self._place.map_panel)

    def come_back(self) -> None:
        """Show the welcome again, though it is done or was put away."""
        self._asked = True
        self._settings.welcome -= {AWAY}
        self._show()
        self._place.dock.show_panel(self._place.map_panel)
        self.page.practiseButton.setFocus()

    def _put_away(self) -> None:
        self._asked = False
        self._note(AWAY)

    def _note(self, what: str) -> None:
        self._settings.welcome |= {what}
        self._show()

    def _show(self) -> None:
        noted = self._settings.welcome
        self.page.tick(noted)
        self.page.offer_back(self._where())
        self.page.appear(self._asked or not (AWAY in noted or noted.issuperset(STEPS)))

    def _where(self) -> str:
        """Say where the planner was: at a draft, or at a view of the map; "" for nowhere yet."""
        sheet = self._place.sheet
        if sheet.examined is not None:
            return draft_title(sheet.draft)
        return tr("The map as you looked at it last.") if self._settings.last_store else ""

    def _begin(self, step: str) -> None:
        if step == PRACTISE:
            self.page.practising(True)
            self._place.signing_in.practise()
        elif step == SIGN_IN:
            self._place.sign_in()
        else:
            self._go_back()

    def _go_back(self) -> None:
        place, examined = self._place, self._place.sheet.examined
        if examined is None:
            went = place.live_view.go_back()
        else:
            went = True
            place.dock.show_panel(place.extent_panel)
            if examined.extent is not None:
                place.map_place.go_around(examined.extent.geometry)
        if went:
            self._note(BACK)

    def _account_changed(self) -> None:
        self.page.practising(False)
        environment = self._place.account.environment
        if environment is not None:
            self._note(PRACTISE if environment.is_practice else SIGN_IN)
