"""The buttons that prove what was found: in files, or among the application's attachments."""

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from ...plugin.desk.clashing import Clashing
from ...plugin.desk.evidence import Evidence
from ...plugin.words import tr
from ..shared.message import Messages
from ..shared.taking_back import EVIDENCE
from ..shared.trouble import attempt
from ..shared.windows import outermost
from .clash_panel import ClashPanel


class Proving(QObject):
    """Lets the planner write an evidence pack or attach it, and stop that again."""

    def __init__(
        self,
        panel: ClashPanel,
        evidence: Evidence,
        clashing: Clashing,
        messages: Messages,
        choose_folder: Optional[Callable[[], str]] = None,
        may_replace: Optional[Callable[[list[str]], bool]] = None,
    ) -> None:
        """`choose_folder` asks where to write to, and returns "" for nowhere.

        `may_replace` asks whether files of these names may be written over.
        """
        super().__init__(panel)
        self._panel = panel
        self._evidence = evidence
        self._clashing = clashing
        self._messages = messages
        self._choose_folder = choose_folder or self._ask_for_folder
        self._may_replace = may_replace or self._ask_to_replace
        self._words = {one: one.text() for one in (panel.evidenceButton, panel.attachButton)}
        self._pressed = panel.evidenceButton
        panel.evidenceButton.clicked.connect(lambda: self._take(panel.evidenceButton, self._write))
        panel.attachButton.clicked.connect(lambda: self._take(panel.attachButton, evidence.attach))
        evidence.changed.connect(self._show)
        evidence.written.connect(self._written)
        evidence.attached.connect(self._attached)
        for told in (clashing.started, clashing.outdated, clashing.found):
            told.connect(self._show)
        self._show()

    def _take(self, button: Any, act: Callable[[], None]) -> None:
        """Begin, or stop what is under way."""
        self._messages.over(EVIDENCE)
        if self._evidence.under_way:
            self._evidence.cancel()
            return
        self._pressed = button
        attempt(act, self._evidence.trouble.emit)

    def _write(self) -> None:
        chosen = self._choose_folder()
        if not chosen:
            return
        folder = Path(chosen)
        there = [path.name for path in self._evidence.paths(folder) if path.exists()]
        if not there or self._may_replace(there):
            self._evidence.write(folder)

    def _show(self, _told: object = None) -> None:
        under_way, found = self._evidence.under_way, self._clashing.report is not None
        for button, words in self._words.items():
            stops = under_way and button is self._pressed
            button.setEnabled(stops or (found and not under_way))
            percent = tr("&Stop ({percent:.0f} %)").format(percent=100 * self._evidence.fraction)
            button.setText(percent if stops else words)

    def _written(self, paths: tuple[Path, ...]) -> None:
        document, folder = paths[0], paths[0].parent
        self._messages.tell(
            tr("The evidence is written: {files}.").format(
                files=", ".join(path.name for path in paths)
            ),
            source=EVIDENCE,
            buttons={
                tr("Open the PDF"): lambda: _open(document),
                tr("Open the folder"): lambda: _open(folder),
            },
        )

    def _attached(self, name: str) -> None:
        self._messages.tell(
            tr("{name} is among the attachments of your application.").format(name=name),
            source=EVIDENCE,
        )

    def _ask_for_folder(self) -> str:
        said = tr("Folder for the evidence pack")
        return str(QFileDialog.getExistingDirectory(self._panel, said, str(Path.home())))

    def _ask_to_replace(self, names: list[str]) -> bool:
        answer = QMessageBox.question(
            outermost(self._panel),
            tr("Evidence pack"),
            tr("These files are there already. Replace them?\n{names}").format(
                names="\n".join(names)
            ),
        )
        return bool(answer == QMessageBox.StandardButton.Yes)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
