"""The review: where, what, what to think about, and the request exactly as it will be sent."""

import json
from typing import Optional

from qgis.PyQt.QtCore import QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontDatabase, QImage, QPainter, QPen, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ..plugin.api.v1.models.work import WorkCreateRequest
from ..plugin.rules import form
from ..plugin.rules.calendar import uk_time
from ..plugin.rules.form_hints import hints
from ..plugin.rules.labels import label
from ..plugin.words import tr
from .form_row import Note

MAP_WIDTH, MAP_HEIGHT = 340, 260


def request_text(request: WorkCreateRequest) -> str:
    """Return the request as it is shown: the JSON object that will be sent."""
    return json.dumps(request.body(), indent=2)


class ReviewPage(QWidget):
    """Shows one application before it is sent. `ready_changed` follows the tick for production."""

    ready_changed = pyqtSignal()

    def __init__(self, is_production: bool, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._is_production = is_production
        self.picture = QLabel(tr("Painting the map…"))
        self.picture.setFixedSize(MAP_WIDTH, MAP_HEIGHT)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("Map of the works"))
        self.facts = QWidget()
        self._facts = QFormLayout(self.facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.warnings = Note(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self.body = QPlainTextEdit()
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setFamily("monospace")  # where the system names no font of its own for this
        fixed.setStyleHint(QFont.StyleHint.Monospace)
        self.body.setFont(fixed)
        self.body.setAccessibleName(tr("The request that will be sent"))
        self.checked = QCheckBox(
            tr("I have checked this application. I know that it is live and may cost money.")
        )
        self.checked.setVisible(is_production)
        self.checked.toggled.connect(lambda _on: self.ready_changed.emit())
        self._arrange()

    @property
    def ready(self) -> bool:
        """Whether it may be sent: in production the planner has to tick first."""
        return self.checked.isChecked() or not self._is_production

    def show_application(
        self, request: WorkCreateRequest, situation: form.Situation, values: dict[str, object]
    ) -> None:
        """Show `request`, which came of `values`."""
        self.checked.setChecked(False)
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, text in _facts_of(request, situation):
            words = QLabel(text)
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addRow(name, words)
        self.warnings.say("\n".join(dict.fromkeys(hints(values, situation).values())))
        self.warnings.paint(False)
        self.body.setPlainText(request_text(request))

    def show_picture(self, image: QImage) -> None:
        """Show the painted map, framed."""
        pixmap = QPixmap.fromImage(image).scaled(
            MAP_WIDTH,
            MAP_HEIGHT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter = QPainter(pixmap)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(QRect(0, 0, pixmap.width() - 1, pixmap.height() - 1))
        painter.end()
        self.picture.setPixmap(pixmap)

    def _arrange(self) -> None:
        request = QGroupBox(tr("The request, exactly as it will be sent"))
        QVBoxLayout(request).addWidget(self.body)
        facts = QScrollArea()
        facts.setWidgetResizable(True)
        facts.setFrameShape(QScrollArea.Shape.NoFrame)
        facts.setWidget(self.facts)
        facts.setMinimumHeight(MAP_HEIGHT)
        top = QHBoxLayout()
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(facts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.warnings)
        layout.addWidget(request, 1)
        layout.addWidget(self.checked)


def _facts_of(request: WorkCreateRequest, situation: form.Situation) -> list[tuple[str, str]]:
    street, organisation = situation.street, situation.organisation
    facts = [
        (tr("Works reference"), request.work_reference_number or ""),
        (tr("Promoter"), f"{organisation.name} ({organisation.swa_code})"),
        (tr("Street"), f"{street.street_descriptor}, {street.town} (USRN {street.usrn})"),
        (tr("Highway authority"), _authority(request, situation)),
        (tr("Works"), f"{label(request.work_type)} – {label(request.activity_type)}"),
        (tr("Category"), _category(situation)),
        (tr("Dates"), _dates(request)),
        (tr("Traffic management"), label(request.traffic_management_type)),
        (tr("Description"), request.description_of_work),
        (tr("Where"), request.works_location_description),
        (tr("Extent"), _extent(situation)),
    ]
    return [(name, text) for name, text in facts if text]


def _authority(request: WorkCreateRequest, situation: form.Situation) -> str:
    code = request.highway_authority_swa_code
    names = {one.swa_code: one.name for one in situation.authorities}
    return f"{names.get(code, situation.street.authority)} ({code})"


def _category(situation: form.Situation) -> str:
    if situation.category is None:
        return tr("not known: Street Manager did not say")
    text = label(situation.category.work_category)
    return tr("{category}, early start").format(category=text) if early(situation) else text


def early(situation: form.Situation) -> bool:
    """Say whether the register counts the start as early."""
    return situation.category is not None and situation.category.is_early_start


def _dates(request: WorkCreateRequest) -> str:
    parts = []
    for day, moment in (
        (request.proposed_start_date, request.proposed_start_time),
        (request.proposed_end_date, request.proposed_end_time),
    ):
        clock = f" {uk_time(moment):%H:%M}" if moment else ""
        parts.append(f"{day:%a} {day.day} {day:%b %Y}{clock}")
    return " – ".join(parts)


def _extent(situation: form.Situation) -> str:
    kinds = {"Point": tr("Point"), "LineString": tr("Line"), "Polygon": tr("Polygon")}
    kind = kinds.get(str(situation.extent.get("type")), "")
    text = tr("{kind} in British National Grid, accurate to {cm:.0f} cm").format(
        kind=kind, cm=situation.accuracy_m * 100
    )
    if situation.length_m:
        text += tr(", length {m:.1f} m").format(m=situation.length_m)
    return text
