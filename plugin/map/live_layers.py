"""The layers of live records: QGIS reads the store's tables itself, so nothing is copied into it.

For each kind there is a layer of middles for a map seen from afar, and one for each geometry.
Layers are looked up in the project each time, by their custom properties. So one that came back
with a saved project is pointed to the store again, with the planner's own style. One that the
planner takes out stays out until it is asked for; a copy that the planner makes is the planner's.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from math import inf
from typing import Optional

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..trade.box import Box
from ..trade.kinds import KINDS
from ..transforms.operations import put_operations
from ..words import tr
from .group import drop_empty_groups, mark_of, put_mark
from .live_tables import Table, layer_of, layers_of
from .new_layers import NewLayers, Source
from .own_filter import with_own
from .planners_hand import PlannersHand
from .stand_in import write_no_sources, write_stand_in
from .styles import Style, apply, grey, hold, restyle


class LiveLayers(QObject):
    """What the store holds, as layers of a project. Use it from the main thread.

    `altered` says that they show something else now: the planner took one out, switched one on or
    off, or set a filter of his own (`hand` hears that), or one follows the temporal controller from
    now on.
    """

    altered = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self.project = project
        self._outdated: set[str] = set()
        self._new = NewLayers(project)
        self._new.added.connect(self._added)
        # Not a method of ours: the two would keep each other, and QGIS's layers, alive.
        self.hand = PlannersHand(project, self._new.condition)
        self.hand.altered.connect(self.altered)
        project.crsChanged.connect(self._convert)
        project.writeMapLayer.connect(self._write)
        project.writeProject.connect(self._write_list)

    def close_down(self) -> None:
        """Let go of the store and of the project."""
        self.close()
        self.hand.close_down()
        self.project.crsChanged.disconnect(self._convert)
        self.project.writeMapLayer.disconnect(self._write)
        self.project.writeProject.disconnect(self._write_list)

    @property
    def removed(self) -> frozenset[Table]:
        """The tables whose layers the planner took out."""
        return self.hand.removed

    @removed.setter
    def removed(self, tables: frozenset[Table]) -> None:
        self.hand.removed = tables

    def there(self) -> bool:
        """Whether the project has some of them."""
        return any(True for _one in self.all())

    def bring_back(self) -> None:
        """Ask for the layers that were taken out; they come with the next `make`."""
        self.hand.bring_back()

    def condition(self, kind: str) -> str:
        """Return our condition for the layers of a kind, "" for none."""
        return self._new.condition(kind)

    def read_from(self, source: Source) -> None:
        """Let the layers that are there, and those still to be made, read from a store.

        `source(kind, shape)` is what QGIS's provider "ogr" opens.
        """
        self._new.read_from(source)
        with self.hand.off():
            for kind, shape, layer in self.all():
                put_mark(layer, kind, shape)
                hold(layer)
                layer.setDataSource(source(kind, shape), layer.name(), "ogr", _options())
                layer.setReadOnly(True)
                layer.setSubsetString(with_own(layer, self.condition(kind)))
                grey(layer, kind in self._new.look.pale)
                self.hand.listen(layer)

    def make(
        self, filled: Iterable[Table], *, ahead: Iterable[Table] = (), within_s: float = inf
    ) -> bool:
        """Make the layers that are not there of tables that hold something.

        Those of the tables `ahead` are got ready, to be put into the project when they hold
        something. It stops when `within_s` seconds are over; returns whether something is left to
        do. Raises StreetWorksError when QGIS cannot open the store.
        """
        until = time.perf_counter() + within_s
        steps = self._new.steps(set(filled) - self.removed, set(ahead) - self.removed)
        with self.hand.off():
            for step in steps:
                step()
                if time.perf_counter() > until:
                    break
            more = any(steps)
            if not more and self._new.date():
                self.altered.emit()
        return more

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
        with self.hand.off():
            for kind, shape, layer in self.all():
                if layer.id() in self._outdated:
                    layer.dataProvider().reloadData()
                    if (kind, shape) in extents:
                        layer.setExtent(QgsRectangle(*extents[kind, shape]))
        self._outdated.clear()

    def filter(self, conditions: Mapping[str, str]) -> None:
        """Show only the records that a condition holds for, by kind; "" shows all."""
        if conditions != self._new.look.conditions:
            self._new.forget()
        self._new.look = replace(self._new.look, conditions=dict(conditions))
        with self.hand.off():
            for kind, _shape, layer in self.all():
                wanted = with_own(layer, self.condition(kind))
                if layer.subsetString() != wanted:
                    layer.setSubsetString(wanted)

    def dress(self, style: Style, mine: str = "", my_name: str = "", *, chosen: bool) -> None:
        """Give all layers a style; `mine` and `my_name` are as in `styles.apply`.

        Unless the planner has just `chosen` it, layers whose symbols the planner made keep them.
        """
        self._new.look = replace(self._new.look, style=style, mine=mine, my_name=my_name)
        self._new.forget()
        put_on = apply if chosen else restyle
        with self.hand.off():
            for kind, shape, layer in self.all():
                put_on(layer, kind, shape, style, mine, my_name)

    def grey(self, kinds: Collection[str]) -> None:
        """Make the layers of these kinds pale, as they show an earlier session, others strong."""
        changed = self._new.look.pale.symmetric_difference(kinds)
        self._new.look = replace(self._new.look, pale=frozenset(kinds))
        with self.hand.off():
            for kind, _shape, layer in self.all():
                if kind in changed:
                    grey(layer, kind in self._new.look.pale)

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
        self._new.look = replace(self._new.look, notes=dict(notes))
        with self.hand.off():
            for kind, _shape, layer in self.all():
                self._new.look.describe(kind, layer)

    def layer(self, kind: str, shape: str) -> Optional[QgsVectorLayer]:
        """Return the layer of a kind; `shape` is a Shape's value or CENTRE. None: there is none."""
        return layer_of(self.project, kind, shape)

    def pause(self) -> None:
        """Let go of the store, and keep the layers as they are until it is opened again."""
        self._new.read_from(None)
        with self.hand.off():
            for _kind, _shape, layer in self.all():
                layer.setDataSource("", layer.name(), "ogr", _options())

    def close(self) -> None:
        """Let go of the store: the layers leave the project."""
        self._new.read_from(None)
        self.remove()

    def remove(self) -> None:
        """Take all layers and their groups out of the project."""
        with self.hand.off():
            self.project.removeMapLayers([layer.id() for _kind, _shape, layer in self.all()])
            drop_empty_groups(self.project)

    def all(self) -> Iterator[tuple[str, str, QgsVectorLayer]]:
        """Give our layers with their marks."""
        return layers_of(self.project)

    def _added(self, layer: QgsVectorLayer) -> None:
        self._outdated.add(layer.id())  # it was opened before the records came
        self.hand.listen(layer)

    def _convert(self) -> None:
        if self.there():
            put_operations(self.project)

    def _write(self, layer: QgsMapLayer, written: QDomElement, document: QDomDocument) -> None:
        """Write an empty layer in the place of one of ours."""
        mark = mark_of(layer)
        if mark is not None and mark[0] in KINDS:
            said = tr("Street Works shows live works here, once it is installed and signed in.")
            write_stand_in(layer, written, document, said)

    def _write_list(self, document: QDomDocument) -> None:
        write_no_sources({layer.id() for _kind, _shape, layer in self.all()}, document)


def _options() -> QgsDataProvider.ProviderOptions:
    return QgsDataProvider.ProviderOptions()
