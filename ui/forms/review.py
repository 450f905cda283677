"""The review: where, what, what to think about, and the request exactly as it will be sent."""

import json
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

from ...plugin.drafts.sending import Request
from ...plugin.forms.fields import Need
from ...plugin.forms.form import Form
from ...plugin.forms.shapes import Drawn
from ...plugin.forms.told import Fact
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.trouble import attempt
from .entries import Entries
from .services import FormServices

MAP_WIDTH, MAP_HEIGHT = 340, 260
BODY_HEIGHT = 160


def request_text(request: Request) -> str:
    """Return the request as it is shown: the JSON object that will be sent."""
    return json.dumps(request.body(), indent=2)


class ReviewPage(QWidget):
    """Shows one request before it is sent. `ready_changed` follows the tick for production.

    A name that is a link leads to its answer on the form: `wanted` carries the field.
    """

    ready_changed = pyqtSignal()
    wanted = pyqtSignal(str)

    def __init__(
        self, services: FormServices, form: Form[Any, Any], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._is_production = services.is_production
        self._form = form
        self._painting = 0
        self.picture = QLabel(tr("Painting the map…"))
        self.picture.setFixedSize(MAP_WIDTH, MAP_HEIGHT)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("Map of the works"))
        self.legend = QLabel(tr("Solid: as it shall be. Dashed: as it is."))
        self.legend.hide()
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
        self.picture.setVisible(Need.PICTURE in form.needs)
        self.checked = QCheckBox(form.told().checked)
        self.checked.setVisible(self._is_production)
        self.checked.toggled.connect(lambda _on: self.ready_changed.emit())
        self._arrange()

    @property
    def ready(self) -> bool:
        """Whether it may be sent: in production the planner has to tick first."""
        return self.checked.isChecked() or not self._is_production

    def show_request(self, request: Any, values: dict[str, Any], situation: Any) -> None:
        """Show `request`, which came of `values`, and paint the map to it."""
        self.checked.setChecked(False)
        self.facts.show_entries(self._form.facts(request, values, situation))
        found = self._form.hints(values, situation)
        self.thoughts.show_entries(
            [Fact(self._form.fields[name].label, text, name) for name, text in found.items()]
        )
        self._thoughts_box.setVisible(bool(found))
        self.body.setPlainText(request_text(request))
        self._request_box.setVisible(bool(request.body()))
        drawn = self._form.drawn(values, situation) if Need.PICTURE in self._form.needs else None
        if drawn is not None:
            self._paint(drawn)

    def _paint(self, drawn: Drawn) -> None:
        """Have the map painted, and say what is on it; an older picture is not shown."""
        self._painting += 1
        number = self._painting

        def done(image: QImage) -> None:
            if number == self._painting:
                self._show_picture(image)

        self.legend.setVisible(drawn.before is not None)
        attempt(
            lambda: self._services.map_picture(
                drawn, MAP_WIDTH, MAP_HEIGHT, while_alive(self, done)
            ),
            lambda error: self.picture.setText(tr("There is no picture of the map.")),
        )

    def _show_picture(self, image: QImage) -> None:
        """Show the painted map, framed."""
        pixmap = QPixmap.fromImage(image)
        painter = QPainter(pixmap)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(QRect(0, 0, pixmap.width() - 1, pixmap.height() - 1))
        painter.end()
        self.picture.setPixmap(pixmap)

    def _arrange(self) -> None:
        self._request_box = QGroupBox(tr("The request, exactly as it will be sent"))
        QVBoxLayout(self._request_box).addWidget(self.body)
        self.body.setMinimumHeight(BODY_HEIGHT)
        self._thoughts_box = QGroupBox(tr("To think about"))
        QVBoxLayout(self._thoughts_box).addWidget(self.thoughts)
        top = QHBoxLayout()
        left = QVBoxLayout()
        left.addWidget(self.picture)
        left.addWidget(self.legend)
        left.addStretch(1)
        top.addLayout(left)
        top.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.addWidget(self._thoughts_box)
        inside.addLayout(top)
        inside.addWidget(self._request_box, 1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self.checked)
