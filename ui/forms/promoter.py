"""Reads the promoter that is chosen on the form: its prefix and its workstreams."""

from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...plugin.errors import StreetWorksError
from ...plugin.forms.application.new_works import PROMOTER
from ...plugin.trade.records.people import Promoter
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.trouble import attempt
from .services import FormServices


class PromoterAsker(QObject):
    """Asks when another promoter is chosen; `read` gives it, `changed` follows each step."""

    read = pyqtSignal(object)  # Promoter
    changed = pyqtSignal()

    def __init__(self, services: FormServices, parent: QObject, *, wanted: bool) -> None:
        """`wanted` says whether there is a promoter to be read."""
        super().__init__(parent)
        self._services = services
        self._wanted = wanted
        self._code = ""
        self.waiting = False
        self.failure = ""

    def follow(self, values: dict[str, Any], situation: Any) -> None:
        """Ask for the promoter that `values` name, or for the only one there is."""
        if not self._wanted:
            return
        one = len(situation.promoters) == 1
        code = situation.promoters[0].code if one else values.get(PROMOTER) or ""
        if code == self._code:
            return
        self._code = code
        if code == situation.promoter.code:
            self._say(waiting=False)
        elif code:
            self._ask()
        else:
            self.read.emit(Promoter("", ""))

    def ask_again(self) -> None:
        """Ask the same once more, after a failure."""
        if self.failure:
            self._ask()

    def _ask(self) -> None:
        code = self._code

        def done(promoter: Promoter) -> None:
            if code == self._code:
                self._say(waiting=False)
                self.read.emit(promoter)

        def failed(error: StreetWorksError) -> None:
            if code == self._code:
                text = tr("The promoter's workstreams could not be read. {why}")
                self._say(waiting=False, failure=text.format(why=error))

        self._say(waiting=True)
        attempt(
            lambda: self._services.read_promoter(
                code, while_alive(self, done), while_alive(self, failed)
            ),
            failed,
        )

    def _say(self, *, waiting: bool, failure: str = "") -> None:
        self.waiting, self.failure = waiting, failure
        self.changed.emit()
