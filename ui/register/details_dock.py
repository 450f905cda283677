"""The details of the works that the planner clicked on, section by section."""

import re
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QWidget,
)
from shapely.geometry import shape

from ...plugin.desk.details import DetailsLoader
from ...plugin.live.details.details import Details
from ...plugin.live.details.section import Part
from ...plugin.words import tr
from ..shared.ui_file import load_form
from ..shared.windows import order_by_reading
from .details_section import DetailsSection
from .steps_menu import StepsButton

_FACTS = (Part.RECORD, Part.ACTIVITY, Part.FORWARD_PLAN, Part.WORKS, Part.PERMIT)
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class DetailsDock(QDockWidget):
    """Shows what `loader` fetches; `locate` asks for a shape (EPSG:27700) to be shown.

    Beside its heading is the menu of the next steps with the works, the permit and what the current
    line stands for: `wanted` carries the one that is chosen.
    """

    heading: QLabel
    refreshButton: QPushButton
    showButton: QPushButton
    copyButton: QPushButton
    saveButton: QPushButton
    cancelButton: QPushButton
    progressBar: QProgressBar
    steps: QHBoxLayout
    tabs: QTabWidget
    statement: QLabel

    locate = pyqtSignal(object)  # a Shapely geometry
    wanted = pyqtSignal(object)  # Offer

    def __init__(
        self,
        loader: DetailsLoader,
        parent: Optional[QWidget] = None,
        choose_path: Optional[Callable[[str], str]] = None,
    ) -> None:
        """`choose_path` asks where to save a file of a name, and returns "" for nowhere."""
        super().__init__(parent)
        load_form(self, __file__)
        self.setObjectName("StreetWorksDetailsDock")
        self._loader = loader
        self._opened = ""  # the part that is told in full
        self._choose_path = choose_path or self._ask_for_path
        self.stepsButton = StepsButton(self)
        self.stepsButton.wanted.connect(self.wanted.emit)
        self.steps.addWidget(self.stepsButton, 0, Qt.AlignmentFlag.AlignTop)
        self.refreshButton.clicked.connect(loader.refresh)
        self.showButton.clicked.connect(self._locate)
        self.copyButton.clicked.connect(self._copy)
        self.saveButton.clicked.connect(self._save)
        self.cancelButton.clicked.connect(loader.cancel)
        self.tabs.currentChanged.connect(lambda _index: self._offer())
        loader.started.connect(self._started)
        loader.progress.connect(self._progressed)
        loader.shown.connect(self._show)
        loader.stopped.connect(self._stopped)
        loader.trouble.connect(self._failed)
        loader.cleared.connect(self._clear)
        loader.saved.connect(lambda path: self._say(tr("Saved: {path}").format(path=path)))
        self._clear()

    @property
    def section(self) -> Optional[DetailsSection]:
        """The section in front, or None when there is none."""
        shown: Optional[DetailsSection] = self.tabs.currentWidget()
        return shown

    def _started(self, reference: str) -> None:
        self.progressBar.setValue(0)
        self._say(tr("Reading {reference} …").format(reference=reference))
        self._offer()
        self.show()
        self.raise_()

    def _progressed(self, fraction: float, text: str) -> None:
        self.progressBar.setValue(round(fraction * 100))
        self._say(text)

    def _show(self, details: Details) -> None:
        before = self.section.section.part if self.section is not None else Part.WORKS
        self._drop_sections()
        for section in details.sections:
            page = DetailsSection(section)
            page.chosen.connect(self._offer)
            page.opened.connect(self._loader.open_record_of)
            count = len(section.lines)
            counted = section.part not in _FACTS and count
            self.tabs.addTab(page, f"{section.title} ({count})" if counted else section.title)
        if details.part and details.part != self._opened:
            before = Part.RECORD
        self._opened = details.part
        self.tabs.setCurrentIndex(_in_front(details, before))
        order_by_reading(self)
        self.heading.setText(f"{details.reference}\n{details.when()}")
        self._say(_told(self._loader.changes))
        self._offer()

    def _stopped(self) -> None:
        self._say(tr("Reading was stopped: what is shown is what was there before."))
        self._offer()

    def _failed(self, error: Exception) -> None:
        self._say(str(error))
        self._offer()

    def _clear(self) -> None:
        self._drop_sections()
        self.heading.setText(tr("Click on works on the map, or find them in the locator bar."))
        self._say("")
        self._offer()

    def _drop_sections(self) -> None:
        for number in reversed(range(self.tabs.count())):  # so that none comes to the front
            page = self.tabs.widget(number)
            self.tabs.removeTab(number)
            page.deleteLater()

    def _offer(self) -> None:
        """Offer what can be done now."""
        busy, details, section = self._loader.loading, self._loader.details, self.section
        self.progressBar.setVisible(busy)
        self.cancelButton.setVisible(busy)
        self.refreshButton.setEnabled(not busy and details is not None)
        self.copyButton.setEnabled(details is not None)
        self.showButton.setEnabled(details is not None and details.geometry is not None)
        self.saveButton.setEnabled(section is not None and section.file is not None)
        about = None if section is None else section.about
        self.stepsButton.offer(self._loader.offers(about), self._loader.asked(about))

    def _say(self, text: str) -> None:
        self.statement.setText(text)
        self.statement.setVisible(bool(text))

    def _locate(self) -> None:
        details = self._loader.details
        if details is not None and details.geometry is not None:
            self.locate.emit(shape(details.geometry))

    def _copy(self) -> None:
        if self._loader.details is not None:
            QApplication.clipboard().setText(self._loader.details.as_text())
            self._say(tr("All of it is on the clipboard."))

    def _save(self) -> None:
        section = self.section
        if section is None or section.file is None:
            return
        path = self._choose_path(_plain_name(section.name))
        if path:
            self._loader.save_file(section.file, Path(path))
            self._say(tr("Saving {name} …").format(name=section.name))

    def _ask_for_path(self, name: str) -> str:
        return str(QFileDialog.getSaveFileName(self, tr("Save file"), name)[0])


def _in_front(details: Details, before: Part) -> int:
    """Return where the part is that was in front; else the first one that there is to see."""
    was = details.section(before)
    if was is not None and not (before is Part.WORKS and was.error):
        return details.sections.index(was)
    seen = (index for index, section in enumerate(details.sections) if section.error is None)
    return next(seen, 0)


def _told(changes: tuple[str, ...]) -> str:
    """Say what has changed, if anything has."""
    return "\n".join([tr("Changed since the reading before:"), *changes]) if changes else ""


def _plain_name(name: str) -> str:
    """Return a name from the register without what would lead to another folder."""
    return _NOT_IN_NAMES.sub("_", name).strip(". ") or "file"
