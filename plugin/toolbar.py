"""The toolbar and the menu: what each of their actions does, and how the toolbar looks.

QGIS starts with them only, so nothing heavy is imported here.
"""

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar, QToolButton

from .opening import Act
from .settings import Settings
from .words import tr

_ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly
SHAPES = ("point", "line", "polygon", "along")


class Toolbar:
    """Five actions on the toolbar, all of them in the menu *Plugins ▸ Street Works*.

    `actions` are those of the plugin by their names. The texts beside the icons stay until the
    planner takes them away; an action that tells how much there is to do keeps its own.
    """

    def __init__(self, iface: Any, settings: Settings, use: Callable[[str, Act], None]) -> None:
        """`use` does what an action of some name does with the workplace, and tells of trouble."""
        self._iface = iface
        self._settings = settings
        self._use = use
        self.actions: dict[str, QAction] = {}
        self._popup: Optional[QMenu] = None
        window = iface.mainWindow()
        self._bar: QToolBar = iface.addToolBar(tr("Street Works"))
        self._bar.setObjectName("StreetWorksToolbar")
        # A menu of our own: the one that QGIS makes for a plugin's actions stays behind.
        self._menu = QMenu(tr("Street &Works"), window)
        self._menu.aboutToShow.connect(self._give_keys)
        iface.pluginMenu().addMenu(self._menu)
        self._make_actions()
        self._usual = {name: action.text() for name, action in self.actions.items()}
        self.draw = self._draw_button()
        self._texts = QAction(tr("Text beside the icons"), window)
        self._texts.setObjectName("street_works_texts")
        self._texts.setCheckable(True)
        self._texts.setChecked(self._settings.toolbar_texts)
        self._texts.toggled.connect(self._choose_texts)
        self._fill()
        self._dress()
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._bar.customContextMenuRequested.connect(self._open_menu)

    def remove(self) -> None:
        """Take toolbar, menu and actions away."""
        self._iface.pluginMenu().removeAction(self._menu.menuAction())
        for action in (*self.actions.values(), self._texts):
            action.deleteLater()
        self.actions.clear()
        self._menu.deleteLater()
        self._iface.mainWindow().removeToolBar(self._bar)
        self._bar.deleteLater()

    def _make_actions(self) -> None:
        self._add("welcome", tr("Welcome"), lambda place: place.welcoming.come_back())
        self._add("sign_in", tr("Sign in …"), lambda place: place.sign_in())
        self._add("panel", tr("Street Works panel"), lambda place: place.toggle_dock())
        self._add("load", tr("Load what is in view"), lambda place: place.load())
        self._add("details", tr("Details of what is clicked"), lambda place: place.pick())
        self._add("point", tr("Draw a point"), lambda place: place.shaping.draw("point"))
        self._add("line", tr("Draw a line"), lambda place: place.shaping.draw("line"))
        self._add("polygon", tr("Draw a polygon"), lambda place: place.shaping.draw("polygon"))
        self._add("along", tr("Draw along a street"), lambda place: place.along())
        self._add("clashes", tr("Find clashes"), lambda place: place.find_clashes())
        self._add("apply", tr("Apply …"), lambda place: place.apply())
        self._add("mine", tr("My works"), lambda place: place.show_mine())
        for name in (*SHAPES, "details"):
            self.actions[name].setCheckable(True)

    def _add(self, name: str, text: str, act: Act) -> None:
        action = QAction(QIcon(str(_ICONS / f"{name}.svg")), text, self._iface.mainWindow())
        action.setObjectName(f"street_works_{name}")
        action.triggered.connect(lambda _checked=False: self._use(name, act))
        self.actions[name] = action

    def _draw_button(self) -> QToolButton:
        """Return the button that draws as the planner drew last, with a menu of all the ways."""
        button = QToolButton(self._bar)
        button.setObjectName("street_works_draw")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(self._give_keys)
        for name in SHAPES:
            menu.addAction(self.actions[name])
            self.actions[name].toggled.connect(lambda on, name=name: self._drawn_by(name, on))
        button.setMenu(menu)
        button.setDefaultAction(self.actions[self._settings.draw_by])
        return button

    def _give_keys(self) -> None:
        """Let each entry of the menus have a key; their words change as there is more to do."""
        from ..ui.shared.alt_keys import give_keys  # noqa: PLC0415 - only when it is used

        give_keys(self._menu.actions())

    def _drawn_by(self, name: str, on: bool) -> None:
        """Offer the way that is in use now as the first one, also the next time."""
        if on:
            self.draw.setDefaultAction(self.actions[name])
            self._settings.draw_by = name

    def _fill(self) -> None:
        """Put what is used all the time on the toolbar, and everything into the menu."""
        self._bar.addAction(self.actions["sign_in"])
        self._bar.addWidget(self.draw)
        self._bar.iconSizeChanged.connect(self.draw.setIconSize)
        for name in ("clashes", "apply", "mine"):
            self._bar.addAction(self.actions[name])
            self.actions[name].changed.connect(lambda name=name: self._show_text(name))
        self._menu.addActions(list(self.actions.values()))
        self._menu.addSeparator()
        self._menu.addAction(self._texts)

    def _choose_texts(self, beside: bool) -> None:
        self._settings.toolbar_texts = beside
        self._dress()

    def _dress(self) -> None:
        self._bar.setToolButtonStyle(_BESIDE if self._texts.isChecked() else _ALONE)
        self.draw.setToolButtonStyle(self._bar.toolButtonStyle())
        for name in self.actions:
            self._show_text(name)

    def _show_text(self, name: str) -> None:
        """Show the text of an action that tells more than usual also where there are icons only."""
        action = self.actions[name]
        button = self._bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            tells = action.text().replace("&", "") != self._usual[name]
            button.setToolButtonStyle(_BESIDE if tells or self._texts.isChecked() else _ALONE)

    def _open_menu(self, place: QPoint) -> None:
        """Open QGIS's own menu of panels and toolbars, with what can be chosen for this one."""
        menu = self._iface.mainWindow().createPopupMenu() or QMenu(self._bar)
        first = (menu.actions() or [None])[0]
        menu.insertAction(first, self._texts)
        menu.insertSeparator(first)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._bar.mapToGlobal(place))
        self._popup = menu
