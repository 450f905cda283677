"""Inside QGIS: the main journey as a new user walks it, with how long each step holds QGIS.

The plugin is in the profile, from its zip, and QGIS has started with it for the first time. What is
clicked, typed and turned are events; the clocks stand still while the script looks for itself.
"""

import sys

import inside
import journey
import qgis.utils
from inside import iface
from qgis.PyQt.QtCore import QPoint, QPointF, QRect, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QApplication
from steps import Journey

START_MS = 100
"""How much processor time QGIS may spend on the plugin while it starts."""

NOTCH, MOST_NOTCHES = 120, 40


class First(journey.Walk):
    """The same steps; the map is moved by wheel and arrows, and what is chosen is by keys."""

    def start(self) -> str:
        """QGIS has started with the plugin, which did not take long."""
        spent, by_clock = (1000 * seconds for seconds in qgis.utils.street_works_start)
        if not 0 < spent <= START_MS:
            raise RuntimeError(f"QGIS spent {spent:.0f} ms on starting the plugin")
        version = qgis.utils.pluginMetadata(inside.PLUGIN, "version")
        return f"Street Works {version} was started in {spent:.0f} ms, by the clock {by_clock:.0f}"

    def sign_in(self) -> str:
        """Click on “Sign in” before anything is loaded, think better of it, and practise."""
        if qgis.utils.plugins[inside.PLUGIN]._opening.there is not None:
            raise RuntimeError("the workplace was there before it was wanted")
        inside.trigger("sign_in")
        inside.photograph(journey.OUT / "starting.png")
        dialog = inside.widget_of("SignInDialog")
        inside.photograph(journey.OUT / "dialog-sign-in.png")
        inside.press(dialog, Qt.Key.Key_Escape)
        welcome = inside.widget_of("Welcome")
        self.workplace.settings.practice_works = journey.WORKS  # as the dialog would
        inside.click(welcome.practiseButton)
        account = self.workplace.account
        inside.wait_for(lambda: account.signed_in, "the practice town")
        return f"{account.environment.name}, {account.organisation.name}, by the welcome"

    def go_to(self, box: tuple[float, float, float, float]) -> None:
        """Zoom out until the box is on the map, bring it to the middle, and zoom in on it."""
        canvas, centre = iface.mapCanvas(), iface.mapCanvas().viewport().rect().center()
        for _ in range(MOST_NOTCHES):
            if canvas.viewport().rect().contains(on_canvas(box)):
                break
            turn_wheel(centre, -1)
        for _ in range(MOST_NOTCHES):
            here = on_canvas(box)
            away = here.center() - centre
            if abs(away.x()) > canvas.width() / 8:
                inside.press(canvas, Qt.Key.Key_Right if away.x() > 0 else Qt.Key.Key_Left)
            elif abs(away.y()) > canvas.height() / 8:
                inside.press(canvas, Qt.Key.Key_Down if away.y() > 0 else Qt.Key.Key_Up)
            elif here.width() * 3 > canvas.width() or here.height() * 3 > canvas.height():
                break
            else:
                turn_wheel(here.center(), 1)
        inside.render_finished()

    def plugin_off(self) -> str:
        """Nothing is left, nor what was loaded ahead of the first click."""
        said = super().plugin_off()
        ours = [name for name in sys.modules if name.startswith(f"{inside.PLUGIN}.")]
        left = [name for name in ours if not hasattr(sys.modules[name], "__path__")]
        if left:  # QGIS leaves folders: it notes what an import names, and not where that lies
            raise RuntimeError(f"left in Python: {left}")
        return said


def on_canvas(box: tuple[float, float, float, float]) -> QRect:
    """Return where a box (EPSG:27700) is on the canvas, in its pixels."""
    west, south, east, north = box
    corners = [inside.on_canvas(x, y) for x in (west, east) for y in (south, north)]
    xs, ys = [one.x() for one in corners], [one.y() for one in corners]
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


def turn_wheel(place: QPoint, notches: int) -> None:
    """Turn the mouse's wheel over a pixel of the canvas: forwards zooms in."""
    inside.hover(place)
    viewport = iface.mapCanvas().viewport()
    turned = QWheelEvent(
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        QPoint(),
        QPoint(0, NOTCH * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, turned)
    inside.pause(0.1)


inside.run_script(lambda: {"steps": journey.walked(First(), Journey(journey.OUT, watched=True))})
