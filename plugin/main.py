"""The plugin object: what is switched on, and off again in reverse order.

Nothing heavy is imported here: QGIS starts with a toolbar and a menu only. The other rooms are
loaded when it is up (`opening`), and the workplace is made when the planner first uses it.
"""

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar, QWidget

from .errors import StreetWorksError
from .opening import Act, Opening
from .words import tr, use_translator

_RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_TRANSLATIONS = _RESOURCES / "translations"
_CONTEXT = "StreetWorks"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes a page in QGIS's options, each time that the dialog is opened."""

    def __init__(self, title: str, make: Callable[[QWidget], QgsOptionsPageWidget]) -> None:
        super().__init__()
        self._make = make
        self.setTitle(title)
        self.setIcon(QIcon(str(_RESOURCES / "icons" / "street_works.svg")))

    def createWidget(self, parent: QWidget) -> QgsOptionsPageWidget:  # noqa: N802 - QGIS's name
        """Return a new page."""
        return self._make(parent)


class StreetWorksPlugin:
    """What QGIS creates once, calls `initGui` of, and `unload` in the end."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._translator: Optional[QTranslator] = None
        self._actions: list[QAction] = []
        self._toolbar: Optional[QToolBar] = None
        self._menu: Optional[QMenu] = None
        self._opening = Opening(iface, self._toggles, self._run)
        self._messages: Any = None
        self._provider: Any = None
        self._options: list[OptionsFactory] = []
        self._stores: Any = None

    def initProcessing(self) -> None:  # noqa: N802 - the name QGIS calls
        """Offer the Processing algorithms; all that `qgis_process` needs, and it has no windows."""
        from .processing.provider import StreetWorksProvider  # noqa: PLC0415 - QGIS Server has none

        self._provider = StreetWorksProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802 - the name QGIS calls
        """Switch on: texts, the algorithms, toolbar and menu, the pages in QGIS's options."""
        self._init_translator()
        self._init_stores()
        self.initProcessing()
        self._init_actions()
        self._init_options()
        self._init_opening()

    def unload(self) -> None:
        """Switch off, in reverse order; nothing stays behind."""
        self._unload_opening()
        self._unload_options()
        self._unload_actions()
        self._unload_processing()
        self._unload_stores()
        self._unload_translator()

    @property
    def workplace(self) -> Any:
        """The dock, the dialogs and the desk behind them; made at once if it was not wanted yet."""
        return self._opening.workplace

    def _init_translator(self) -> None:
        translator = QTranslator()
        if translator.load(f"street_works_{QgsApplication.locale()}", str(_TRANSLATIONS)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
        use_translator(lambda text: QCoreApplication.translate(_CONTEXT, text))

    def _unload_translator(self) -> None:
        use_translator()
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _init_stores(self) -> None:
        from .map.lost_stores import LostStores  # noqa: PLC0415 - nothing at module level

        folder = Path(QgsApplication.qgisSettingsDirPath()) / "street_works"
        self._stores = LostStores(folder)

    def _unload_stores(self) -> None:
        if self._stores is not None:
            self._stores.remove()
            self._stores = None

    def _init_actions(self) -> None:
        self._toolbar = self._iface.addToolBar(tr("Street Works"))
        self._toolbar.setObjectName("StreetWorksToolbar")
        # A menu of our own: the one that QGIS makes for a plugin's actions stays behind.
        self._menu = QMenu(tr("Street Works"), self._iface.mainWindow())
        self._iface.pluginMenu().addMenu(self._menu)
        wanted: list[tuple[str, str, Act, bool]] = [
            ("sign_in", tr("Sign in …"), lambda place: place.sign_in(), False),
            ("panel", tr("Street Works panel"), lambda place: place.toggle_dock(), False),
            ("mine", tr("My works"), lambda place: place.show_mine(), False),
            ("load", tr("Load what is in view"), lambda place: place.load(), False),
            ("point", tr("Draw a point"), lambda place: place.shaping.draw("point"), True),
            ("line", tr("Draw a line"), lambda place: place.shaping.draw("line"), True),
            ("polygon", tr("Draw a polygon"), lambda place: place.shaping.draw("polygon"), True),
            ("along", tr("Draw along a street"), lambda place: place.along(), True),
            ("details", tr("Details of what is clicked"), lambda place: place.pick(), True),
            ("clashes", tr("Find clashes"), lambda place: place.find_clashes(), False),
            ("apply", tr("Apply …"), lambda place: place.apply(), False),
        ]
        for name, text, act, checkable in wanted:
            action = QAction(
                QIcon(str(_RESOURCES / "icons" / f"{name}.svg")), text, self._iface.mainWindow()
            )
            action.setObjectName(f"street_works_{name}")
            action.setCheckable(checkable)
            action.triggered.connect(
                lambda _on=False, name=name, act=act: self._run(lambda: self._opening.do(name, act))
            )
            self._toolbar.addAction(action)
            self._menu.addAction(action)
            self._actions.append(action)
            if name in {"mine", "clashes"}:  # its text tells how much there is to do
                button = self._toolbar.widgetForAction(action)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            if name == "clashes":  # it has one only while there is something to tell
                action.setPriority(QAction.Priority.LowPriority)

    def _run(self, act: Callable[[], None]) -> None:
        """Do what an action says. What keeps the workplace itself from opening is told here."""
        if self._messages is not None:
            self._messages.clear()
        try:
            act()
        except StreetWorksError as error:
            from ..ui.shared.message import Messages  # noqa: PLC0415 - only when there is trouble
            from ..ui.shared.trouble import Trouble  # noqa: PLC0415 - only when there is trouble

            self._messages = Messages(self._iface.messageBar(), self._iface.mainWindow())
            Trouble(self._messages).tell(error)

    def _unload_actions(self) -> None:
        if self._menu is not None:
            self._iface.pluginMenu().removeAction(self._menu.menuAction())
            self._menu.deleteLater()
            self._menu = None
        for action in self._actions:
            action.deleteLater()
        self._actions.clear()
        if self._toolbar is not None:
            self._iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
            self._toolbar = None

    def _unload_processing(self) -> None:
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None

    def _init_options(self) -> None:
        for title, make in (
            (tr("Street Works"), self._options_page),
            (tr("Street Works: clashes"), self._rules_page),
        ):
            self._options.append(OptionsFactory(title, make))
            self._iface.registerOptionsWidgetFactory(self._options[-1])

    def _unload_options(self) -> None:
        while self._options:
            self._iface.unregisterOptionsWidgetFactory(self._options.pop())

    def _init_opening(self) -> None:
        self._iface.initializationCompleted.connect(self._qgis_is_up)
        if self._iface.mainWindow().isVisible():  # switched on in a QGIS that is up
            self._opening.begin()

    def _qgis_is_up(self) -> None:
        """Prepare for the first click; show what the last session had loaded, if it had."""
        from .settings import Settings  # noqa: PLC0415 - only when it is used

        self._opening.begin()
        if Settings().last_store:
            self._opening.do_later("last_view", lambda place: place.toggle_dock(shown=True))

    def _options_page(self, parent: QWidget) -> QgsOptionsPageWidget:
        self._load_libraries()
        from ..ui.options_page import OptionsPage  # noqa: PLC0415 - after the libraries
        from .settings import Settings  # noqa: PLC0415 - only when it is used

        return OptionsPage(Settings(), self._settings_changed, parent)

    def _rules_page(self, parent: QWidget) -> QgsOptionsPageWidget:
        self._load_libraries()
        from ..ui.clashes.rules_page import RulesPage  # noqa: PLC0415 - after the libraries
        from .settings import Settings  # noqa: PLC0415 - only when it is used

        return RulesPage(Settings(), self._rules_changed, parent)

    def _load_libraries(self) -> None:
        from .libraries import load_libraries  # noqa: PLC0415 - QGIS's start stays quick

        self._run(load_libraries)

    def _settings_changed(self) -> None:
        if self._opening.there is not None:
            self._run(self._opening.there.sheet.look_again)

    def _rules_changed(self) -> None:
        if self._opening.there is not None:
            self._run(self._opening.there.clashing.look_again)

    def _toggles(self) -> dict[str, QAction]:
        names = ("mine", "point", "line", "polygon", "along", "details", "clashes", "apply")
        return {
            name: action
            for action in self._actions
            for name in names
            if action.objectName() == f"street_works_{name}"
        }

    def _unload_opening(self) -> None:
        self._iface.initializationCompleted.disconnect(self._qgis_is_up)
        if self._messages is not None:
            self._messages.clear()
            self._messages = None
        self._opening.close()
