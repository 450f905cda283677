"""The last answers to habitual questions, for the account that is signed in."""

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..drafts.habits import HabitStore
from ..errors import StreetWorksError
from ..forms.form import Form
from .account import Account


class Habits(QObject):
    """Offers them to every form that asks such questions, and learns them from what was accepted.

    A file that cannot be read or written is told by `trouble`, and stops no form.
    """

    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, account: Account, store: HabitStore) -> None:
        super().__init__()
        self._account = account
        self._store = store

    def offered(self, form: Form[Any, Any]) -> dict[str, str]:
        """Return the last answers to the habitual questions of a form, by their names."""
        try:
            kept = self._store.answers(*self._whose)
        except StreetWorksError as error:
            self.trouble.emit(error)
            return {}
        return {name: kept[name] for name in form.habitual if name in kept}

    def learn(self, answers: Mapping[str, Any]) -> None:
        """Keep answers in the place of those before; a blank one is forgotten."""
        try:
            self._store.keep(
                *self._whose, {name: str(answer or "") for name, answer in answers.items()}
            )
        except StreetWorksError as error:
            self.trouble.emit(error)

    @property
    def _whose(self) -> tuple[str, str]:
        return self._account.environment_key, self._account.user
