"""The review: where, what, what to think about, and the request exactly as it will be sent."""

import json
from math import dist
from typing import Any, Optional

from qgis.PyQt.QtCore import QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontDatabase, QImage, QPainter, QPen, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from ...plugin.api.v1.models.work import WorkCreateRequest
from ...plugin.forms.application.situation import Situation
from ...plugin.forms.form import Form
from ...plugin.trade.calendar import uk_time
from ...plugin.trade.labels import label
from ...plugin.words import tr
from .review_entries import Entries, Entry

MAP_WIDTH, MAP_HEIGHT = 340, 260
BODY_HEIGHT = 160


def request_text(request: WorkCreateRequest) -> str:
    """Return the request as it is shown: the JSON object that will be sent."""
    return json.dumps(request.body(), indent=2)


class ReviewPage(QWidget):
    """Shows one application before it is sent. `ready_changed` follows the tick for production.

    A name that is a link leads to its answer on the form: `wanted` carries the field.
    """

    ready_changed = pyqtSignal()
    wanted = pyqtSignal(str)

    def __init__(
        self, is_production: bool, form: Form[Any, Any], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._is_production = is_production
        self._form = form
        self.picture = QLabel(tr("Painting the map…"))
        self.picture.setFixedSize(MAP_WIDTH, MAP_HEIGHT)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("Map of the works"))
        self.facts, self.thoughts = Entries(), Entries()
        for entries in (self.facts, self.thoughts):
            entries.wanted.connect(self.wanted)
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
        self, request: WorkCreateRequest, situation: Situation, values: dict[str, object]
    ) -> None:
        """Show `request`, which came of `values`."""
        self.checked.setChecked(False)
        self.facts.show_entries(_facts_of(request, situation))
        found = self._form.hints(values, situation)
        self.thoughts.show_entries(
            [Entry(self._form.fields[name].label, text, name) for name, text in found.items()]
        )
        self._thoughts_box.setVisible(bool(found))
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
        self.body.setMinimumHeight(BODY_HEIGHT)
        self._thoughts_box = QGroupBox(tr("To think about"))
        QVBoxLayout(self._thoughts_box).addWidget(self.thoughts)
        top = QHBoxLayout()
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.addWidget(self._thoughts_box)
        inside.addLayout(top)
        inside.addWidget(request, 1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self.checked)


def _facts_of(request: WorkCreateRequest, situation: Situation) -> list[Entry]:
    street, organisation = situation.street, situation.organisation
    facts = [
        Entry(tr("Works reference"), request.work_reference_number or ""),
        Entry(
            tr("Promoter"),
            f"{organisation.name} ({organisation.swa_code})",
            "promoter_swa_code" if len(situation.promoters) > 1 else "",
        ),
        Entry(tr("Street"), f"{street.name}, {street.town} (USRN {street.usrn})"),
        Entry(
            tr("Highway authority"),
            _authority(request, situation),
            "highway_authority_swa_code" if len(situation.authorities) > 1 else "",
        ),
        Entry(
            tr("Works"),
            f"{label(request.work_type)} – {label(request.activity_type)}",
            "activity_type",
        ),
        Entry(tr("Category"), _category(situation), "work_type"),
        Entry(tr("Dates"), _dates(request), "proposed_start_date"),
        Entry(
            tr("Traffic management"),
            label(request.traffic_management_type),
            "traffic_management_type",
        ),
        Entry(tr("Description"), request.description_of_work, "description_of_work"),
        Entry(tr("Where"), request.works_location_description, "works_location_description"),
        Entry(
            tr("Secondary contact"),
            f"{request.secondary_contact}, {request.secondary_contact_number}",
            "secondary_contact",
        ),
        Entry(
            tr("Attachments"),
            str(len(request.file_ids or ())) if request.file_ids else tr("None"),
            "file_ids",
        ),
        Entry(tr("Extent"), _extent(situation)),
        Entry(tr("Clashes"), _clashes(request, situation)),
    ]
    return [one for one in facts if one.text]


def _authority(request: WorkCreateRequest, situation: Situation) -> str:
    code = request.highway_authority_swa_code
    names = {one.code: one.name for one in situation.authorities}
    return f"{names.get(code, situation.street.authority)} ({code})"


def _category(situation: Situation) -> str:
    if situation.category is None:
        return tr("not known: Street Manager did not say")
    text = label(situation.category.work_category)
    return tr("{category}, early start").format(category=text) if early(situation) else text


def early(situation: Situation) -> bool:
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


def _clashes(request: WorkCreateRequest, situation: Situation) -> str:
    """Say what the check for clashes found, if it was made for the days that are applied for."""
    found = situation.clashes
    if found is None:
        return tr("Not looked for with this extent: see the “Clashes” tab.")
    if (found.start, found.end) != (request.proposed_start_date, request.proposed_end_date):
        return tr("Looked for on other days only: {text}").format(text=found.text)
    return found.text


def _extent(situation: Situation) -> str:
    cm = round(situation.accuracy_m * 100)
    if not cm:
        return tr("{shape}, in British National Grid as drawn").format(shape=_shape(situation))
    return tr("{shape}, in British National Grid, accurate to {cm} cm").format(
        shape=_shape(situation), cm=cm
    )


def _shape(situation: Situation) -> str:
    geometry = shape(situation.extent)
    if geometry.geom_type == "Point":
        return tr("Point")
    if geometry.geom_type == "LineString":
        return tr("Line, {m:.1f} m long").format(m=geometry.length)
    return tr("Area of {area:.1f} m², {m:.1f} m from end to end").format(
        area=geometry.area, m=_longest(geometry)
    )


def _longest(area: BaseGeometry) -> float:
    """Return the length in metres of the longer side of the smallest rectangle around `area`."""
    corners = list(area.minimum_rotated_rectangle.exterior.coords)
    return max(dist(one, other) for one, other in zip(corners, corners[1:]))
