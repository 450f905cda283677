"""The plugin object: what is switched on, and off again in reverse order.

Nothing heavy is imported here: QGIS starts with a toolbar and a menu only. The other rooms are
loaded when it is up (`opening`), and the workplace is made when the planner first uses it.
"""

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from .errors import StreetWorksError
from .opening import Act, Opening
from .settings import SEEN, Settings
from .toolbar import Toolbar
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
        self._toolbar: Optional[Toolbar] = None
        self._opening = Opening(iface, self._actions, self._run, self._offer_ostn15)
        self._messages: Any = None
        self._provider: Any = None
        self._options: list[OptionsFactory] = []
        self._stores: Any = None
        self._converting: Any = None

    def initProcessing(self) -> None:  # noqa: N802 - the name QGIS calls
        """Offer the Processing algorithms; all that `qgis_process` needs, and it has no windows."""
        from .processing.provider import StreetWorksProvider  # noqa: PLC0415 - QGIS Server has none

        if self._provider is None:
            self._provider = StreetWorksProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802 - the name QGIS calls
        """Switch on: texts, toolbar and menu, the pages in QGIS's options; the rest a bit later."""
        self._init_translator()
        self._init_stores()
        self._init_converting()
        self._init_toolbar()
        self._init_options()
        self._init_opening()

    def unload(self) -> None:
        """Switch off, in reverse order; nothing stays behind."""
        self._unload_opening()
        self._unload_options()
        self._unload_toolbar()
        self._unload_processing()
        self._unload_converting()
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

    def _init_converting(self) -> None:
        from .transforms.converting import Converting  # noqa: PLC0415 - nothing at module level

        self._converting = Converting()

    def _unload_converting(self) -> None:
        if self._converting is not None:
            self._converting.close()
            self._converting = None

    def _init_toolbar(self) -> None:
        self._toolbar = Toolbar(self._iface, Settings(), self._do)

    def _do(self, name: str, act: Act) -> None:
        """Do what an action says."""
        self._run(lambda: self._opening.do(name, act))

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

    def _unload_toolbar(self) -> None:
        if self._toolbar is not None:
            self._toolbar.remove()
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
        if self._iface.mainWindow().isVisible():  # installed, or switched on, just now
            self._qgis_is_up()

    def _qgis_is_up(self) -> None:
        """Prepare for the first click; show what the last session had loaded, or the welcome."""
        self.initProcessing()  # half of what the plugin's start takes: QGIS shows its window first
        self._opening.begin()
        settings = Settings()
        if settings.last_store or SEEN not in settings.welcome:
            self._opening.do_later("greeting", lambda place: place.welcoming.greet())

    def _options_page(self, parent: QWidget) -> QgsOptionsPageWidget:
        self._load_libraries()
        from ..ui.options_page import OptionsPage  # noqa: PLC0415 - after the libraries
        from ..ui.remembered_box import RememberedBox  # noqa: PLC0415 - after the libraries
        from ..ui.transforms.ostn15_box import Ostn15Box  # noqa: PLC0415 - after the libraries

        page = OptionsPage(Settings(), self._settings_changed, parent)
        page.add(RememberedBox(Path(QgsApplication.qgisSettingsDirPath()) / "street_works"))
        page.add(Ostn15Box(self._converting))
        return page

    def _offer_ostn15(self, workplace: Any) -> None:
        """Offer once, above the filter on the Map tab, that QGIS converts by OSTN15."""
        from ..ui.shared.windows import order_by_reading  # noqa: PLC0415 - at first use
        from ..ui.transforms.ostn15_offer import Ostn15Offer  # noqa: PLC0415 - at first use

        offer = Ostn15Offer(self._converting, Settings())
        workplace.map_panel.filterPlace.insertWidget(0, offer)
        welcome = workplace.welcoming.page
        welcome.appeared.connect(offer.wait)
        offer.wait(not welcome.isHidden())
        order_by_reading(workplace.dock)

    def _rules_page(self, parent: QWidget) -> QgsOptionsPageWidget:
        self._load_libraries()
        from ..ui.clashes.rules_page import RulesPage  # noqa: PLC0415 - after the libraries

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

    def _actions(self) -> dict[str, QAction]:
        return {} if self._toolbar is None else self._toolbar.actions

    def _unload_opening(self) -> None:
        self._iface.initializationCompleted.disconnect(self._qgis_is_up)
        if self._messages is not None:
            self._messages.clear()
            self._messages = None
        self._opening.close()
