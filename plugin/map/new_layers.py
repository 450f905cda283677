"""The live layers that a project lacks, made in small steps, so that QGIS goes on in between."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Callable, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..errors import SESSION, StreetWorksError
from ..trade.kinds import Shape
from ..transforms.operations import put_operations
from ..words import tr
from .dress import dress
from .group import mark_of, put_mark
from .in_tree import put_in_tree
from .live_look import Look
from .live_tables import Table, layer_of, layer_title, layers_of, place_of
from .put_layer import put_layer
from .styles import CENTRE, grey

Source = Callable[[str, str], str]
Step = Callable[[], None]


class NewLayers(QObject):
    """Makes layers that read from a store, when there is one. Use it from the main thread.

    `added` tells each layer that has come into the project.
    """

    added = pyqtSignal(QgsVectorLayer)

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._source: Optional[Source] = None
        self.look = Look()
        self._ready: dict[Table, QgsVectorLayer] = {}  # not in the project yet
        self._undated: set[str] = set()

    def read_from(self, source: Optional[Source]) -> None:
        """Make the layers of another store from now on; None: make no more.

        `source(kind, shape)` is what QGIS's provider "ogr" opens.
        """
        self._source = source
        self.forget()

    def condition(self, kind: str) -> str:
        """Return the condition for the layers of a kind, "" for none."""
        return self.look.condition(kind)

    def forget(self) -> None:
        """Make those anew that are not in the project yet."""
        self._ready.clear()

    def steps(self, filled: AbstractSet[Table], ahead: AbstractSet[Table]) -> Iterator[Step]:
        """Give what is to be done, in steps of some 10 ms, each to be done before the next.

        The layers of the tables `ahead` are got ready only. A step raises StreetWorksError when
        QGIS cannot open the store.
        """
        for table in [*sorted(filled, key=place_of), *sorted(ahead - filled, key=place_of)]:
            if self._source is None:  # let go of meanwhile
                return
            if layer_of(self._project, *table) is not None:
                continue
            if table not in self._ready:
                yield partial(self._open, *table)
            if mark_of(self._ready[table]) is None:
                yield partial(self._dress, *table)
            if table in filled:
                yield partial(self._put, *table)

    def date(self) -> bool:
        """Let the temporal controller follow the new layers; returns whether there were some.

        With each layer that comes it looks through all records of those that it follows: so call
        this once all of them are there.
        """
        dated = [
            layer for *_table, layer in layers_of(self._project) if layer.id() in self._undated
        ]
        for layer in dated:
            layer.temporalProperties().setIsActive(True)
            layer.triggerRepaint()  # QGIS itself does not, and may have drawn it before
            self._undated.discard(layer.id())
        return bool(dated)

    def _open(self, kind: str, shape: str) -> None:
        if self._source is None:
            return
        condition = self.condition(kind)
        source = self._source(kind, shape) + (f"|subset={condition}" if condition else "")
        # With its filter: else it counts twice.
        layer = QgsVectorLayer(source, layer_title(kind, shape), "ogr")
        if not layer.isValid():
            raise StreetWorksError(
                tr("QGIS could not open what was loaded of Street Manager."),
                advice=tr("Sign in again; if it happens again, restart QGIS."),
                about=SESSION,
                # Not summary(): QGIS crashes when there is none.
                detail=f"{kind}_{shape}: {layer.error().message()}",
                may_retry=True,
            )
        layer.setReadOnly(True)
        self._ready[kind, shape] = layer

    def _dress(self, kind: str, shape: str) -> None:
        layer, look = self._ready[kind, shape], self.look
        put_mark(layer, kind, shape)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # for what stands in for it in a file
        where = shape if shape == CENTRE else Shape(shape)
        dress(layer, kind, where, look.style, look.mine, look.my_name)
        if layer.temporalProperties().isActive():
            layer.temporalProperties().setIsActive(False)
            self._undated.add(layer.id())

    def _put(self, kind: str, shape: str) -> None:
        layer = self._ready.pop((kind, shape))
        if kind in self.look.pale:
            grey(layer, True)
        self.look.describe(kind, layer)
        put_operations(self._project)
        put_layer(self._project, layer)
        put_in_tree(self._project, kind, shape, layer)
        self.added.emit(layer)
