"""The layers of live records: QGIS reads the store's tables itself, so nothing is copied into it.

For each kind there is a layer of middles for a map seen from afar, and one for each geometry.
Layers are looked up in the project each time, by their custom properties. So one that came back
with a saved project is pointed to the store again, with the planner's own style. One that the
planner takes out stays out until it is asked for; a copy that the planner makes is the planner's.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import partial
from math import inf
from typing import Any, Callable, Optional

from qgis.core import (
    QgsDataProvider,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..errors import StreetWorksError
from ..live.plan.box import Box
from ..words import tr
from .dress import dress
from .group import drop_empty_groups, mark_of, put_mark, subgroup
from .kinds import KINDS, Shape, shape_title, title
from .operation import put_operation
from .own_filter import note_own, with_own
from .stand_in import write_no_sources, write_stand_in
from .styles import CENTRE, Style, apply, grey, hold, restyle
from .unchanged import unchanged

SHAPES = (CENTRE, *(shape.value for shape in Shape))
Source = Callable[[str, str], str]
Table = tuple[str, str]  # a kind, and a Shape's value or CENTRE
Step = Callable[[], None]


class LiveLayers(QObject):
    """What the store holds, as layers of a project. Use it from the main thread.

    `altered` says that they show something else now: the planner took one out, switched one on or
    off, or set a filter of his own, or one follows the temporal controller from now on. `removed`
    are the tables whose layers the planner took out.
    """

    altered = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self.project = project
        self._source: Optional[Source] = None
        self._filters: dict[str, str] = {}
        self._greyed: frozenset[str] = frozenset()
        self._style = Style.IMPACT
        self._mine = self._my_name = ""
        self._notes: dict[str, str] = {}
        self._undated: set[str] = set()
        self._outdated: set[str] = set()
        self._ready: dict[Table, QgsVectorLayer] = {}  # not in the project yet
        self._heard: set[str] = set()
        self.removed: frozenset[Table] = frozenset()
        self.settle: Callable[[], Any] = bool  # lets the canvas take the project's layers at once
        self._busy = False  # what changes now is not the planner's doing
        self._emptied = QTimer(self)  # runs while the project is being emptied
        self._emptied.setSingleShot(True)
        project.layersWillBeRemoved.connect(self._going)
        project.removeAll.connect(self._emptied.start)
        project.cleared.connect(self._emptied.stop)
        project.crsChanged.connect(self._convert)
        project.writeMapLayer.connect(self._write)
        project.writeProject.connect(self._write_list)
        project.layerTreeRoot().visibilityChanged.connect(self._switched)

    def close_down(self) -> None:
        """Let go of the store and of the project."""
        self.close()
        self.project.layersWillBeRemoved.disconnect(self._going)
        self.project.removeAll.disconnect(self._emptied.start)
        self.project.cleared.disconnect(self._emptied.stop)
        self.project.crsChanged.disconnect(self._convert)
        self.project.writeMapLayer.disconnect(self._write)
        self.project.writeProject.disconnect(self._write_list)
        self.project.layerTreeRoot().visibilityChanged.disconnect(self._switched)

    @contextmanager
    def _by_ourselves(self) -> Iterator[None]:
        """Within this block what happens to the layers is neither the planner's nor a change."""
        before, self._busy = self._busy, True
        try:
            with unchanged(self.project, self.settle):
                yield
        finally:
            self._busy = before

    def there(self) -> bool:
        """Whether the project has some of them."""
        return any(True for _one in self.all())

    def bring_back(self) -> None:
        """Ask for the layers that were taken out; they come with the next `make`."""
        self.removed = frozenset()
        self.altered.emit()

    def condition(self, kind: str) -> str:
        """Return our condition for the layers of a kind, "" for none."""
        return self._filters.get(kind, "")

    def read_from(self, source: Source) -> None:
        """Let the layers that are there, and those still to be made, read from a store.

        `source(kind, shape)` is what QGIS's provider "ogr" opens.
        """
        self._source = source
        self._ready.clear()
        with self._by_ourselves():
            for kind, shape, layer in self.all():
                put_mark(layer, kind, shape)
                hold(layer)
                layer.setDataSource(source(kind, shape), layer.name(), "ogr", _options())
                layer.setReadOnly(True)
                layer.setSubsetString(with_own(layer, self.condition(kind)))
                grey(layer, kind in self._greyed)
                self._listen(layer)

    def make(
        self, filled: Iterable[Table], *, ahead: Iterable[Table] = (), within_s: float = inf
    ) -> bool:
        """Make the layers that are not there of tables that hold something.

        Those of the tables `ahead` are got ready, to be put into the project when they hold
        something. It stops when `within_s` seconds are over; returns whether something is left to
        do. Raises StreetWorksError when QGIS cannot open the store.
        """
        until = time.perf_counter() + within_s
        steps = self._steps(set(filled) - self.removed, set(ahead) - self.removed)
        with self._by_ourselves():
            for step in steps:
                step()
                if time.perf_counter() > until:
                    break
            more = any(steps)
            if not more:
                self._date()
        return more

    def _steps(self, filled: AbstractSet[Table], ahead: AbstractSet[Table]) -> Iterator[Step]:
        """Give what is to be done, in steps of some 10 ms, each to be done before the next."""
        for table in [*sorted(filled, key=_place), *sorted(ahead - filled, key=_place)]:
            if self._source is None:  # let go of meanwhile
                return
            if self.layer(*table) is not None:
                continue
            if table not in self._ready:
                yield partial(self._open, *table)
            if mark_of(self._ready[table]) is None:
                yield partial(self._dress, *table)
            if table in filled:
                yield partial(self._put, *table)

    def _date(self) -> None:
        """Let the temporal controller follow the new layers, once all of them are there.

        With each layer that comes it looks through all records of those that it follows.
        """
        for _kind, _shape, layer in self.all():
            if layer.id() in self._undated:
                layer.temporalProperties().setIsActive(True)
                self._undated.discard(layer.id())
                self.altered.emit()

    def repaint(self, kinds: Collection[str]) -> None:
        """Draw the layers of some kinds anew."""
        for kind, _shape, layer in self.all():
            if kind in kinds:
                self._outdated.add(layer.id())
                layer.triggerRepaint()

    def measure(self, extents: Mapping[Table, Box]) -> None:
        """Let QGIS know how far the records reach that came, and let it count them.

        QGIS itself goes on with what it found when it opened the file first. It takes up to 5 ms a
        layer: once a load is over is often enough.
        """
        with self._by_ourselves():
            for kind, shape, layer in self.all():
                if layer.id() in self._outdated:
                    layer.dataProvider().reloadData()
                    if (kind, shape) in extents:
                        layer.setExtent(QgsRectangle(*extents[kind, shape]))
        self._outdated.clear()

    def filter(self, conditions: Mapping[str, str]) -> None:
        """Show only the records that a condition holds for, by kind; "" shows all."""
        if conditions != self._filters:
            self._ready.clear()
        self._filters = dict(conditions)
        with self._by_ourselves():
            for kind, _shape, layer in self.all():
                wanted = with_own(layer, self.condition(kind))
                if layer.subsetString() != wanted:
                    layer.setSubsetString(wanted)

    def dress(self, style: Style, mine: str = "", my_name: str = "", *, chosen: bool) -> None:
        """Give all layers a style; `mine` and `my_name` are as in `styles.apply`.

        Unless the planner has just `chosen` it, layers whose symbols the planner made keep them.
        """
        self._style, self._mine, self._my_name = style, mine, my_name
        self._ready.clear()
        put_on = apply if chosen else restyle
        with self._by_ourselves():
            for kind, shape, layer in self.all():
                put_on(layer, kind, shape, style, mine, my_name)

    def grey(self, kinds: Collection[str]) -> None:
        """Make the layers of these kinds pale, as they show an earlier session, others strong."""
        changed = self._greyed.symmetric_difference(kinds)
        self._greyed = frozenset(kinds)
        with self._by_ourselves():
            for kind, _shape, layer in self.all():
                if kind in changed:
                    grey(layer, kind in self._greyed)

    def select(self, records: Iterable[tuple[str, int]]) -> None:
        """Select records on the map, by kind and by the number that the store gives them."""
        numbers: dict[str, list[str]] = {}
        for kind, number in records:
            numbers.setdefault(kind, []).append(str(number))
        for kind, _shape, layer in self.all():
            if kind in numbers:
                layer.selectByExpression(f'"record" IN ({",".join(numbers[kind])})')
            elif layer.selectedFeatureCount():
                layer.removeSelection()

    def describe(self, notes: Mapping[str, str]) -> None:
        """Put a note about each kind where QGIS shows it: the layer's metadata, so its tool tip."""
        self._notes = dict(notes)
        with self._by_ourselves():
            for kind, _shape, layer in self.all():
                self._note(kind, layer)

    def layer(self, kind: str, shape: str) -> Optional[QgsVectorLayer]:
        """Return the layer of a kind; `shape` is a Shape's value or CENTRE. None: there is none."""
        for one, its_shape, layer in self.all():
            if (one, its_shape) == (kind, shape):
                return layer
        return None

    def pause(self) -> None:
        """Let go of the store, and keep the layers as they are until it is opened again."""
        self._source = None
        self._ready.clear()
        with self._by_ourselves():
            for _kind, _shape, layer in self.all():
                layer.setDataSource("", layer.name(), "ogr", _options())

    def close(self) -> None:
        """Let go of the store: the layers leave the project."""
        self._source = None
        self._ready.clear()
        self.remove()

    def remove(self) -> None:
        """Take all layers and their groups out of the project."""
        with self._by_ourselves():
            self.project.removeMapLayers([layer.id() for _kind, _shape, layer in self.all()])
            drop_empty_groups(self.project)

    def all(self) -> Iterator[tuple[str, str, QgsVectorLayer]]:
        """Give our layers with their marks."""
        for layer in self.project.mapLayers().values():
            mark = mark_of(layer)
            if mark is not None and mark[0] in KINDS and mark[1] in SHAPES:
                yield (*mark, layer)

    def _listen(self, layer: QgsVectorLayer) -> None:
        """Hear when the planner sets a filter of his own."""
        if layer.id() not in self._heard:
            self._heard.add(layer.id())
            layer.subsetStringChanged.connect(partial(self._filtered, layer.id()))
            layer.willBeDeleted.connect(partial(self._heard.discard, layer.id()))

    def _filtered(self, name: str) -> None:
        layer = self.project.mapLayer(name)
        mark = None if layer is None else mark_of(layer)
        if self._busy or mark is None:
            return
        ours = self.condition(mark[0])
        note_own(layer, ours)
        with self._by_ourselves():
            layer.setSubsetString(with_own(layer, ours))
        self.altered.emit()

    def _going(self, names: Iterable[str]) -> None:
        """Note what the planner takes out."""
        if self._busy or self._emptied.isActive():
            return
        gone = set(names)
        taken = {(kind, shape) for kind, shape, layer in self.all() if layer.id() in gone}
        if taken:
            self.removed |= taken
            self.altered.emit()

    def _switched(self, _node: QgsLayerTreeNode) -> None:
        if not self._busy:
            self.altered.emit()

    def _convert(self) -> None:
        if self.there():
            put_operation(self.project)

    def _write(self, layer: QgsMapLayer, written: QDomElement, document: QDomDocument) -> None:
        """Write an empty layer in the place of one of ours."""
        mark = mark_of(layer)
        if mark is not None and mark[0] in KINDS:
            write_stand_in(layer, written, document)

    def _write_list(self, document: QDomDocument) -> None:
        write_no_sources({layer.id() for _kind, _shape, layer in self.all()}, document)

    def _note(self, kind: str, layer: QgsVectorLayer) -> None:
        metadata, note = layer.metadata(), self._notes.get(kind, "")
        if metadata.abstract() != note:
            metadata.setTitle(metadata.title() or layer.name())
            metadata.setAbstract(note)
            layer.setMetadata(metadata)

    def _open(self, kind: str, shape: str) -> None:
        if self._source is None:
            return
        name = layer_title(kind, shape)
        condition = self._filters.get(kind, "")
        source = self._source(kind, shape) + (f"|subset={condition}" if condition else "")
        layer = QgsVectorLayer(source, name, "ogr")  # with its filter: else it counts twice
        if not layer.isValid():
            raise StreetWorksError(
                tr("QGIS could not open what was loaded of Street Manager."),
                advice=tr("Sign in again; if it happens again, restart QGIS."),
                # Not summary(): QGIS crashes when there is none.
                detail=f"{kind}_{shape}: {layer.error().message()}",
                may_retry=True,
            )
        layer.setReadOnly(True)
        self._ready[kind, shape] = layer

    def _dress(self, kind: str, shape: str) -> None:
        layer = self._ready[kind, shape]
        put_mark(layer, kind, shape)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # for what stands in for it in a file
        where = shape if shape == CENTRE else Shape(shape)
        dress(layer, kind, where, self._style, self._mine, self._my_name)
        if layer.temporalProperties().isActive():
            layer.temporalProperties().setIsActive(False)
            self._undated.add(layer.id())

    def _put(self, kind: str, shape: str) -> None:
        layer = self._ready.pop((kind, shape))
        self._outdated.add(layer.id())  # it was opened before the records came
        if kind in self._greyed:
            grey(layer, True)
        self._note(kind, layer)
        put_operation(self.project)
        self.project.addMapLayer(layer, False)
        self._listen(layer)
        group = subgroup(self.project, kind, title(kind))
        earlier = [one for one in SHAPES[: SHAPES.index(shape)] if self.layer(kind, one)]
        node = group.insertLayer(len(earlier), layer)
        node.setExpanded(shape == CENTRE)
        _list_once(node, shape)


def _place(table: Table) -> tuple[int, int]:
    kind, shape = table
    return KINDS.index(kind), SHAPES.index(shape)


def _list_once(node: QgsLayerTreeLayer, shape: str) -> None:
    """Let a legend list the classes of a kind once, under the kind's name, and not by layer."""
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Hidden)
    if shape != CENTRE:
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, [])


def layer_title(kind: str, shape: str) -> str:
    """Name a layer; `shape` is a Shape's value or CENTRE."""
    where = tr("from afar") if shape == CENTRE else shape_title(Shape(shape))
    return tr("{kind}: {shape}").format(kind=title(kind), shape=where)


def _options() -> QgsDataProvider.ProviderOptions:
    return QgsDataProvider.ProviderOptions()
