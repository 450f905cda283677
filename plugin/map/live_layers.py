"""The layers of live records: QGIS reads the store's tables itself, so nothing is copied into it.

For each kind there is a layer of middles for a map seen from afar, and one for each geometry.
Layers are looked up in the project each time, by their custom properties. So a layer or group that
the planner deletes is simply made anew, and one that came back with a saved project is pointed to
the store again, with the planner's own style.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from math import inf
from typing import Callable, Optional

from qgis.core import QgsDataProvider, QgsProject, QgsRectangle, QgsVectorLayer

from ..errors import StreetWorksError
from ..live.plan.box import Box
from ..words import tr
from .dress import dress
from .group import KIND, SHAPE, drop_empty_groups, layers_marked, subgroup
from .kinds import KINDS, Shape, shape_title, title
from .styles import CENTRE, Style, apply, grey, hold, restyle

SHAPES = (CENTRE, *(shape.value for shape in Shape))
Source = Callable[[str, str], str]
Table = tuple[str, str]  # a kind, and a Shape's value or CENTRE
Step = Callable[[], None]


class LiveLayers:
    """What the store holds, as layers of a project. Use it from the main thread."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._source: Optional[Source] = None
        self._filters: dict[str, str] = {}
        self._greyed: frozenset[str] = frozenset()
        self._style = Style.IMPACT
        self._mine = self._my_name = ""
        self._notes: dict[str, str] = {}
        self._undated: set[str] = set()
        self._outdated: set[str] = set()
        self._made: set[str] = set()
        self._ready: dict[Table, QgsVectorLayer] = {}  # not in the project yet

    def read_from(self, source: Source) -> None:
        """Let the layers that are there, and those still to be made, read from a store.

        `source(kind, shape)` is what QGIS's provider "ogr" opens.
        """
        self._source = source
        self._ready.clear()
        self._drop_doubles()
        for kind, shape, layer in self._all():
            hold(layer)
            layer.setDataSource(source(kind, shape), layer.name(), "ogr", _options())
            layer.setReadOnly(True)
            layer.setSubsetString(self._filters.get(kind, ""))
            grey(layer, kind in self._greyed)

    def make(
        self, filled: Iterable[Table], *, ahead: Iterable[Table] = (), within_s: float = inf
    ) -> bool:
        """Make the layers that are not there of tables that hold something.

        Those of the tables `ahead` are got ready, to be put into the project when they hold
        something. It stops when `within_s` seconds are over; returns whether something is left to
        do. Raises StreetWorksError when QGIS cannot open the store.
        """
        until = time.perf_counter() + within_s
        steps = self._steps(set(filled), set(ahead))
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
            if not self._ready[table].customProperty(KIND):
                yield partial(self._dress, *table)
            if table in filled:
                yield partial(self._put, *table)

    def _drop_doubles(self) -> None:
        """Take out what was made while QGIS was reading a project that had the same layers."""
        ids: dict[tuple[str, str], list[str]] = {}
        for kind, shape, layer in self._all():
            ids.setdefault((kind, shape), []).append(layer.id())
        for same in ids.values():
            made = [one for one in same if one in self._made]
            self._project.removeMapLayers(made if len(made) < len(same) else made[1:])

    def _date(self) -> None:
        """Let the temporal controller follow the new layers, once all of them are there.

        With each layer that comes it looks through all records of those that it follows.
        """
        for _kind, _shape, layer in self._all():
            if layer.id() in self._undated:
                layer.temporalProperties().setIsActive(True)
                self._undated.discard(layer.id())

    def repaint(self, kinds: Collection[str]) -> None:
        """Draw the layers of some kinds anew."""
        for kind, _shape, layer in self._all():
            if kind in kinds:
                self._outdated.add(layer.id())
                layer.triggerRepaint()

    def measure(self, extents: Mapping[Table, Box]) -> None:
        """Let QGIS know how far the records reach that came, and let it count them.

        QGIS itself goes on with what it found when it opened the file first. It takes up to 5 ms a
        layer: once a load is over is often enough.
        """
        for kind, shape, layer in self._all():
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
        for kind, _shape, layer in self._all():
            if layer.subsetString() != self._filters.get(kind, ""):
                layer.setSubsetString(self._filters.get(kind, ""))

    def dress(self, style: Style, mine: str = "", my_name: str = "", *, chosen: bool) -> None:
        """Give all layers a style; `mine` and `my_name` are as in `styles.apply`.

        Unless the planner has just `chosen` it, layers whose symbols the planner made keep them.
        """
        self._style, self._mine, self._my_name = style, mine, my_name
        self._ready.clear()
        for kind, shape, layer in self._all():
            if chosen:
                apply(layer, kind, shape, style, mine, my_name)
            else:
                restyle(layer, kind, shape, style, mine, my_name)

    def grey(self, kinds: Collection[str]) -> None:
        """Make the layers of these kinds pale, as they show an earlier session, others strong."""
        changed = self._greyed.symmetric_difference(kinds)
        self._greyed = frozenset(kinds)
        for kind, _shape, layer in self._all():
            if kind in changed:
                grey(layer, kind in self._greyed)

    def select(self, records: Iterable[tuple[str, int]]) -> None:
        """Select records on the map, by kind and by the number that the store gives them."""
        numbers: dict[str, list[str]] = {}
        for kind, number in records:
            numbers.setdefault(kind, []).append(str(number))
        for kind, _shape, layer in self._all():
            if kind in numbers:
                layer.selectByExpression(f'"record" IN ({",".join(numbers[kind])})')
            elif layer.selectedFeatureCount():
                layer.removeSelection()

    def describe(self, notes: Mapping[str, str]) -> None:
        """Put a note about each kind where QGIS shows it: the layer's metadata, so its tool tip."""
        self._notes = dict(notes)
        for kind, _shape, layer in self._all():
            self._note(kind, layer)

    def layer(self, kind: str, shape: str) -> Optional[QgsVectorLayer]:
        """Return the layer of a kind; `shape` is a Shape's value or CENTRE. None: there is none."""
        for one, its_shape, layer in self._all():
            if (one, its_shape) == (kind, shape):
                return layer
        return None

    def pause(self) -> None:
        """Let go of the store, and keep the layers as they are until it is opened again."""
        self._source = None
        self._ready.clear()
        for _kind, _shape, layer in self._all():
            layer.setDataSource("", layer.name(), "ogr", _options())

    def close(self) -> None:
        """Let go of the store: the layers leave the project."""
        self._source = None
        self._ready.clear()
        self.remove()

    def remove(self) -> None:
        """Take all layers and their groups out of the project."""
        ids = [layer.id() for kind in KINDS for layer in layers_marked(self._project, kind)]
        self._project.removeMapLayers(ids)
        drop_empty_groups(self._project)

    def _all(self) -> Iterator[tuple[str, str, QgsVectorLayer]]:
        """Give our layers with their marks, copies that the planner made of them too."""
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
                kind, shape = (str(layer.customProperty(mark, "")) for mark in (KIND, SHAPE))
                if kind in KINDS and shape in SHAPES:
                    yield kind, shape, layer

    def _note(self, kind: str, layer: QgsVectorLayer) -> None:
        metadata, note = layer.metadata(), self._notes.get(kind, "")
        if metadata.abstract() != note:
            metadata.setTitle(metadata.title() or layer.name())
            metadata.setAbstract(note)
            layer.setMetadata(metadata)

    def _open(self, kind: str, shape: str) -> None:
        if self._source is None:
            return
        name = tr("{kind}: {shape}").format(kind=title(kind), shape=_shape_title(shape))
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
        layer.setCustomProperty(KIND, kind)
        layer.setCustomProperty(SHAPE, shape)
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
        self._project.addMapLayer(layer, False)
        self._made.add(layer.id())
        layer.willBeDeleted.connect(partial(self._made.discard, layer.id()))
        group = subgroup(self._project, kind, title(kind))
        earlier = [one for one in SHAPES[: SHAPES.index(shape)] if self.layer(kind, one)]
        group.insertLayer(len(earlier), layer).setExpanded(shape == CENTRE)


def _place(table: Table) -> tuple[int, int]:
    kind, shape = table
    return KINDS.index(kind), SHAPES.index(shape)


def _shape_title(shape: str) -> str:
    return tr("from afar") if shape == CENTRE else shape_title(Shape(shape))


def _options() -> QgsDataProvider.ProviderOptions:
    return QgsDataProvider.ProviderOptions()
