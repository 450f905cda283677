"""The extent: drawing it, what is to be said of it, and the street it is on."""

from math import inf
from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.desk.kept_drafts import KeptDrafts
from ...plugin.desk.sheet import Sheet
from ...plugin.desk.streets import distance_m
from ...plugin.errors import StreetWorksError
from ...plugin.extents import Drawing, Examined, Finding, Limits, Severity, examine
from ...plugin.map.highlight import Highlight
from ...plugin.rules.asd import name_of as designation_name
from ...plugin.rules.roads import roads_of
from ...plugin.trade.records.streets import Street
from ...plugin.words import tr
from ..shared.one_dialog import OneDialog
from ..shared.symbols import severity_icon
from ..shared.trouble import attempt
from ..shared.ui_file import load_form
from ..shared.windows import outermost
from .drafts_dialog import DraftsDialog
from .words import (
    conversion_of,
    conversion_tip,
    distance_of,
    draft_title,
    finding_text,
    size_of,
)

SHAPES = ("point", "line", "polygon")
DIVERSION = "diversion"
_ROLE = Qt.ItemDataRole.UserRole


class ExtentPanel(QWidget):
    """Shows the sheet's extent; drawing itself is asked of `draw`.

    `given_up` says that a drawing for a form is not wanted any more; `several` carries drafts that
    are to be applied for by one form.
    """

    given_up = pyqtSignal()
    several = pyqtSignal(object)  # list[Draft]

    purposeLabel: QLabel
    pointButton: QToolButton
    lineButton: QToolButton
    polygonButton: QToolButton
    clearButton: QToolButton
    toolsPlace: QVBoxLayout
    diversionButton: QToolButton
    diversionLabel: QLabel
    noDiversionButton: QToolButton
    replacedLabel: QLabel
    replacedButton: QPushButton
    draftsButton: QPushButton
    liveLabel: QLabel
    facts: QLabel
    busyBar: QProgressBar
    stopButton: QPushButton
    changeLabel: QLabel
    findingsLabel: QLabel
    findingsList: QListWidget
    mendButton: QPushButton
    undoButton: QPushButton
    redoButton: QPushButton
    streetBox: QComboBox
    usrnEdit: QLineEdit
    usrnButton: QPushButton
    streetFacts: QLabel

    def __init__(
        self,
        sheet: Sheet,
        highlight: Highlight,
        draw: Callable[[str], None],
        tools: QWidget,
        drafts: KeptDrafts,
        parent: Optional[QWidget] = None,
    ) -> None:
        """`draw` starts the drawing of one of SHAPES or of a DIVERSION; "" stops it.

        `tools` stand below the buttons for it.
        """
        super().__init__(parent)
        load_form(self, __file__)
        self.toolsPlace.addWidget(tools)
        self._sheet = sheet
        self._highlight = highlight
        self._draw = draw
        self.buttons = dict(zip(SHAPES, (self.pointButton, self.lineButton, self.polygonButton)))
        self.buttons[DIVERSION] = self.diversionButton
        for shape, button in self.buttons.items():
            button.clicked.connect(lambda on, shape=shape: self._draw(shape if on else ""))
        self.noDiversionButton.clicked.connect(sheet.divert_no_more)
        self.clearButton.clicked.connect(self._clear)
        self._throw_away = self.clearButton.text(), self.clearButton.toolTip()
        self.replacedButton.clicked.connect(self._undo_replacing)
        self._drafts = drafts
        self.drafts_dialog: OneDialog[DraftsDialog] = OneDialog()
        self.draftsButton.clicked.connect(self._show_drafts)
        self.findingsList.itemClicked.connect(self._show_place)
        self.findingsList.itemActivated.connect(self._show_place)
        self.findingsList.currentItemChanged.connect(lambda *_: self._offer_mend())
        self.mendButton.clicked.connect(self._mend)
        self.stopButton.clicked.connect(sheet.stop_examining)
        self.undoButton.clicked.connect(sheet.undo)
        self.redoButton.clicked.connect(sheet.redo)
        self.streetBox.activated.connect(self._choose_street)
        self.usrnButton.clicked.connect(self._look_up)
        self.usrnEdit.returnPressed.connect(self._look_up)
        sheet.changed.connect(self._show)
        sheet.streets_found.connect(self._offer_streets)
        self.show_live("")
        self._show()

    def close_down(self) -> None:
        """Close the dialog that is open."""
        self.drafts_dialog.close_down()

    def drawing(self, shape: str) -> None:
        """Show that `shape` is being drawn now; "" when nothing is."""
        for name, button in self.buttons.items():
            button.setChecked(name == shape)
        if not shape:
            self.show_live("")

    def show_live(self, text: str) -> None:
        """Say what is being drawn now; "" when nothing is."""
        self.liveLabel.setText(text)
        self.liveLabel.setVisible(bool(text))

    def show_sketch(self, wkt: str, crs: str, limits: Limits) -> None:
        """Say how long and large the shape drawn so far is, and what would be wrong with it."""
        try:
            with self._sheet.accepting():
                examined = examine(Drawing(wkt, crs), limits)
        except StreetWorksError as error:
            self.show_live(str(error))
            return
        extent = examined.extent
        worst = next((one for one in examined.findings if one.severity is Severity.ERROR), None)
        said = [] if extent is None else [size_of(extent)]
        self.show_live("\n".join([*said, *([] if worst is None else [finding_text(worst)])]))

    def _show(self) -> None:
        examined = self._sheet.examined
        busy = self._sheet.examining
        for widget in (self.busyBar, self.stopButton):
            widget.setVisible(busy)
        self.facts.setText(tr("The shape is being examined …") if busy else _facts(examined))
        extent = None if examined is None else examined.extent
        self.facts.setToolTip("" if extent is None else conversion_tip(extent))
        self.clearButton.setEnabled(examined is not None or busy)
        replaced = self._sheet.replaced
        for widget in (self.replacedLabel, self.replacedButton):
            widget.setVisible(replaced is not None)
        if replaced is not None:
            said = (
                tr("Thrown away: {draft}. Until you draw again you can have it back.")
                if examined is None
                else tr("This is a new draft. The one before is kept: {draft}.")
            )
            self.replacedLabel.setText(said.format(draft=draft_title(replaced)))
        self._show_purpose()
        self._show_diversion()
        self._list_findings(self._sheet.findings)
        self.undoButton.setVisible(self._sheet.can_undo)
        self.redoButton.setVisible(self._sheet.can_redo)
        change = self._sheet.change
        self.changeLabel.setText("" if change is None else change.what)
        self.changeLabel.setVisible(change is not None)
        self.streetFacts.setText(self._street_facts())
        street = self._sheet.street
        self.streetBox.setToolTip("" if street is None else self._street_name(street))
        for widget in (self.streetBox, self.usrnEdit, self.usrnButton):
            widget.setEnabled(examined is not None and examined.extent is not None)
        if examined is None:
            self.streetBox.clear()
        elif self._sheet.street is not None:
            self._select(self._sheet.street)

    def _show_purpose(self) -> None:
        """Say which form the drawing is for, and how to leave it."""
        draft = self._sheet.draft
        self.purposeLabel.setVisible(bool(draft.question))
        self.purposeLabel.setText(tr("This extent is for: {form}").format(form=draft.name))
        text, tip = self._throw_away
        if draft.question:
            text = tr("Leave it as it &was")
            tip = tr("Throw this drawing away and go back to the form, whose answers are kept")
        self.clearButton.setText(text)
        self.clearButton.setToolTip(tip)

    def _show_diversion(self) -> None:
        """Offer a diversion for works that are drawn, and say how long it is."""
        examined, diversion = self._sheet.examined, self._sheet.diversion
        drawn = examined is not None and examined.extent is not None
        self.diversionButton.setVisible(not self._sheet.draft.question)
        self.diversionButton.setEnabled(drawn or self.diversionButton.isChecked())
        for widget in (self.diversionLabel, self.noDiversionButton):
            widget.setVisible(diversion is not None)
        if diversion is not None:
            self.diversionLabel.setText(tr("{length:.0f} m long").format(length=diversion.length))

    def _clear(self) -> None:
        if self._sheet.draft.question:
            self.given_up.emit()
        else:
            self._sheet.throw_away()

    def _undo_replacing(self) -> None:
        replaced = self._sheet.replaced
        if replaced is not None:
            attempt(lambda: self._sheet.bring_back(replaced), self._sheet.trouble.emit)

    def _show_drafts(self) -> None:
        dialog = DraftsDialog(self._drafts, outermost(self))
        dialog.several.connect(self.several)
        self.drafts_dialog.open(dialog)

    def _list_findings(self, findings: tuple[Finding, ...]) -> None:
        self.findingsList.clear()
        for finding in findings:
            item = QListWidgetItem(
                severity_icon(finding.severity, self.palette()),
                finding_text(finding),
            )
            item.setData(_ROLE, finding)
            self.findingsList.addItem(item)
        if self._sheet.examined is not None and not findings:
            self.findingsList.addItem(tr("Nothing to mend: the extent may be submitted."))
        if findings:
            self.findingsList.setCurrentRow(0)
        self._offer_mend()

    def _current(self) -> Optional[Finding]:
        item = self.findingsList.currentItem()
        return None if item is None else item.data(_ROLE)

    def _offer_mend(self) -> None:
        finding = self._current()
        mendable = finding is not None and bool(finding.mend) and not self._sheet.examining
        self.mendButton.setVisible(mendable)
        if finding is not None and finding.mend:
            self.mendButton.setText(tr("&Mend: {what}").format(what=finding.mend))

    def _mend(self) -> None:
        finding = self._current()
        if finding is not None and finding.mend:
            self._sheet.mend(finding.rule)

    def _show_place(self, item: QListWidgetItem) -> None:
        finding = item.data(_ROLE)
        if finding is not None and finding.where is not None:
            self._highlight.zoom_to(finding.where)

    def _offer_streets(self, streets: tuple[Street, ...]) -> None:
        self.streetBox.clear()
        if not streets:
            self.streetFacts.setText(
                tr(
                    "No street of the gazetteer lies within 25 m of the extent. "
                    "Type the USRN if you know it, or draw nearer to the street."
                )
            )
            return
        if self._sheet.street is None:
            self.streetBox.addItem(tr("Choose one of {n} streets …").format(n=len(streets)), None)
        for street in sorted(streets, key=self._distance):
            self.streetBox.addItem(self._street_name(street), street)
        if self._sheet.street is not None:
            self._select(self._sheet.street)

    def _select(self, street: Street) -> None:
        for row in range(self.streetBox.count()):
            offered = self.streetBox.itemData(row)
            if offered is not None and offered.usrn == street.usrn:
                self.streetBox.setCurrentIndex(row)
                return
        self.streetBox.addItem(self._street_name(street), street)
        self.streetBox.setCurrentIndex(self.streetBox.count() - 1)

    def _distance(self, street: Street) -> float:
        """Return the metres to a street, as if infinitely many where that is not known."""
        metres = self._metres(street)
        return inf if metres is None else metres

    def _metres(self, street: Street) -> Optional[float]:
        examined = self._sheet.examined
        extent = None if examined is None else examined.extent
        return None if extent is None else distance_m(street, extent.geometry)

    def _street_name(self, street: Street) -> str:
        known = tr("{name}, {town} ({usrn})").format(
            name=street.name, town=street.town, usrn=street.usrn
        )
        metres = self._metres(street)
        return known if metres is None else tr("{street}, {m:.0f} m").format(street=known, m=metres)

    def _street_facts(self) -> str:
        """Say how far off the chosen street is, and what is known of it."""
        street, examined = self._sheet.street, self._sheet.examined
        if street is None:
            return ""
        if examined is None or examined.extent is None:
            return _street_facts(street)
        away = tr("Distance: {away}").format(away=distance_of(self._metres(street)))
        return f"{away}\n{_street_facts(street)}"

    def _choose_street(self, row: int) -> None:
        self._sheet.choose_street(self.streetBox.itemData(row))

    def _look_up(self) -> None:
        text = self.usrnEdit.text().strip()
        if text.isdecimal():
            self._sheet.look_up(int(text))
        else:
            self.streetFacts.setText(tr("A USRN is a number of up to eight digits."))


def _facts(examined: Optional[Examined]) -> str:
    if examined is None:
        return tr(
            "Nothing is drawn. Choose a point, a line or a polygon, and click on the map; "
            "a right click finishes a line or a polygon. Or click two places along a street, "
            "take a shape that is there already, or type its coordinates."
        )
    extent = examined.extent
    if extent is None:
        return tr("What was drawn cannot be used as an extent: see the findings.")
    return f"{size_of(extent)}\n{conversion_of(extent)}"


def _street_facts(street: Street) -> str:
    lines = [tr("Highway authority: {name}").format(name=street.authority)]
    if roads_of(street):
        lines.append(tr("Road: {names}").format(names=roads_of(street)))
    if street.traffic_sensitive:
        lines.append(tr("Traffic-sensitive street"))
    named = sorted({designation_name(one.code) for one in street.designations})
    if named:
        lines.append(tr("Designations: {names}").format(names=", ".join(named)))
    return "\n".join(lines)
