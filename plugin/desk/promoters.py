"""The promoters that works can be filtered by: those of the register, and those of the records."""

from collections.abc import Iterable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..errors import StreetWorksError
from ..words import tr
from .account import Account
from .live_map import LiveMap


class Promoters(QObject):
    """Finds out the names of promoters; `known` tells them all, each time there are others.

    A name is written as in the records, where it is in one: those are what is filtered.
    """

    known = pyqtSignal(object)  # tuple[str, ...], in order
    trouble = pyqtSignal(object)  # StreetWorksError: the store cannot be read

    def __init__(self, jobs: Jobs, account: Account, live: LiveMap) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._live = live
        self._listed: frozenset[str] = frozenset()  # by the register
        self._held: frozenset[str] = frozenset()  # in records
        self._told: tuple[str, ...] = ()
        account.changed.connect(self._ask_register)
        live.opened.connect(self._read_store)
        live.kept.connect(self._read_store)

    def _ask_register(self) -> None:
        register = self._account.register
        if register is None:
            self._list(())
            return
        self._jobs.start(
            tr("Street Works: reading the names of promoters"),
            lambda _progress: [one.name for one in register.promoters()],
            done=self._list,
            failed=self._unlisted,
            topic="promoters listed",
        )

    def _read_store(self) -> None:
        store = self._live.store
        if store is not None:
            self._jobs.start(
                tr("Street Works: reading the names of promoters"),
                lambda _progress: store.promoters(),
                done=self._hold,
                failed=self._unread,
                topic="promoters held",
            )

    def _list(self, names: Iterable[str]) -> None:
        self._listed = frozenset(names)
        self._tell()

    def _unlisted(self, _error: StreetWorksError) -> None:
        """Do with the names in the records."""

    def _hold(self, names: Iterable[str]) -> None:
        self._held = frozenset(names)
        self._tell()

    def _unread(self, error: StreetWorksError) -> None:
        if self._live.store is not None:  # one that was closed meanwhile is nobody's concern
            self.trouble.emit(error)

    def _tell(self) -> None:
        written = {name.casefold(): name for name in (*self._listed, *self._held)}
        names = tuple(sorted(written.values(), key=str.casefold))
        if names != self._told:
            self._told = names
            self.known.emit(names)
