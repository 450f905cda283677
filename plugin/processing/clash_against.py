"""What a programme is checked against: the register, what was kept of it, and other layers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, Optional, Union

import shapely
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..api.errors import Cancelled, CertificateRefused, NoNetwork, NotSignedIn, RateLimited
from ..clashes.occupation import Occupation
from ..clashes.occupations import from_record
from ..desk.layer_fields import LayerFields, Telling, fields_of, telling_of
from ..desk.own_layers import empty, own_layer, rows_of
from ..desk.surroundings import Around
from ..errors import StreetWorksError
from ..extents import Limits
from ..live.fetched import Fetched
from ..live.known import known_in
from ..live.store.kept import KeptStore
from ..live.store.known_records import MADE_OF, record_of
from ..live.store.tables import SHAPES
from ..map.as_shapely import read
from ..map.placed import definition_of, placed
from ..trade.box import Box
from ..trade.kinds import KINDS, counted, title
from ..trade.records.on_map import MapRecord
from ..words import tr
from .aside import Report, Warn
from .download_rows import CHANGED, IDENTITY, Table
from .download_to import Database, Files
from .signing_in import Access, fetch_kind, signed_in

_COLUMNS = frozenset({IDENTITY, CHANGED, *MADE_OF})
_NOTHING_WILL_COME = (CertificateRefused, NoNetwork, NotSignedIn, RateLimited)


class NotKnown(NamedTuple):
    """Ground (EPSG:27700, None for all) of which not everything is known, and why."""

    box: Optional[Box]
    why: str


@dataclass
class Others:
    """What others do, and what is to be told of where that is known from.

    `said` is good to know, `wrong` is what is not in order.
    """

    occupations: list[Occupation] = field(default_factory=list)
    not_known: list[NotKnown] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add_count(self, kind: str, number: int) -> None:
        """Say how many of a kind there are."""
        self.said.append(tr("{what} to compare with.").format(what=counted(kind, number)))

    def lack(self, what: str, why: str, boxes: Iterable[Optional[Box]]) -> None:
        """Note that of `what` not all is known in some boxes."""
        told = tr("{what}: {reason}").format(what=what, reason=why)
        self.wrong.append(told)
        self.not_known.extend(NotKnown(box, told) for box in boxes)


class Answer(NamedTuple):
    """What came of a kind on some ground, or why nothing did."""

    kind: str
    around: Around
    came: Union[Fetched, StreetWorksError, None]


def ask_register(
    access: Access,
    grounds: Sequence[Around],
    report: Report,
    cancelled: Callable[[], bool],
    warn: Warn,
) -> list[Answer]:
    """Sign in and ask for all kinds on all grounds; what fails is told, and the rest is asked for.

    Call it on a thread that Python made, other than the main one. Raises Cancelled, and
    StreetWorksError when it cannot sign in, or where nothing at all came.
    """
    asked = [(kind, around) for around in grounds for kind in KINDS]
    answers: list[Answer] = []
    with signed_in(access, cancelled, warn) as register, register.cancelling(cancelled):
        for number, (kind, around) in enumerate(asked):
            last = answers[-1].came if answers else None
            if isinstance(last, _NOTHING_WILL_COME):
                answers.append(Answer(kind, around, last))
                continue
            try:
                came: Union[Fetched, StreetWorksError] = fetch_kind(
                    register, kind, around.box, around.days, cancelled
                )
            except StreetWorksError as error:
                came = error
            if cancelled():
                raise Cancelled
            answers.append(Answer(kind, around, came))
            report((number + 1) / len(asked), "")
    failed = [one.came for one in answers if isinstance(one.came, StreetWorksError)]
    if failed and len(failed) == len(answers):
        raise failed[0]
    return answers


def ask_store(path: Path, grounds: Sequence[Around]) -> list[Answer]:
    """Return what was loaded on the map. Raises StreetWorksError when that cannot be read."""
    store = KeptStore(path)
    return [
        Answer(kind, around, known_in(store, kind, *around)) for around in grounds for kind in KINDS
    ]


def add_answers(others: Others, answers: Sequence[Answer]) -> None:
    """Add what came, each record once, and where not all did."""
    for kind in KINDS:
        records: dict[str, MapRecord] = {}
        for one in answers:
            if one.kind != kind:
                continue
            if isinstance(one.came, Fetched):
                records.update((record.identity, record) for record in one.came.records)
            _add_lack(others, one)
        others.occupations.extend(map(from_record, records.values()))
        if answers:
            others.add_count(kind, len(records))


def _add_lack(others: Others, answer: Answer) -> None:
    kind, around, came = answer
    if came is None:
        others.lack(title(kind), tr("nothing was loaded there"), [around.box])
    elif isinstance(came, StreetWorksError):
        others.lack(title(kind), str(came), [around.box])
    elif not came.complete:
        failed = (one.box for one in came.failed)
        boxes = [*came.incomplete, *failed, *came.unasked]
        others.lack(title(kind), came.statement(), boxes or [around.box])


def add_download(
    others: Others,
    place: Union[Database, Files],
    grounds: Sequence[Around],
    go_on: Callable[[], None],
) -> None:
    """Add what “Download works” has brought to a place, near these grounds.

    `go_on` is called before each table, and may raise. Raises QgsProcessingException and
    StreetWorksError when it is no download, or cannot be read.
    """
    as_of: list[str] = []
    there = {
        kind: [table for shape in SHAPES if place.exists(table := Table(kind, shape))]
        for kind in KINDS
    }
    if not any(there.values()):
        raise StreetWorksError(
            tr("There is nothing that “Download works” has brought."),
            advice=tr("Choose the file or the database that it writes to, or run it first."),
        )
    for kind, tables in there.items():
        if not tables:
            text = tr("{kind}: they are not in that download, and not compared with.")
            others.wrong.append(text.format(kind=title(kind)))
            continue
        found = _Downloaded(kind, as_of)
        for table in tables:
            go_on()
            found.take(place.readable(table), _around(grounds))
        occupations = found.occupations()
        others.occupations.extend(occupations)
        others.add_count(kind, len(occupations))
    if not as_of:
        others.wrong.append(tr("There is nothing near the works in that download."))
        return
    others.said.append(
        tr(
            "The latest change in that download is of {moment} (UTC). Whether everything came is "
            "in the log of the download."
        ).format(moment=max(as_of))
    )


class _Downloaded:
    """The rows of a kind, one record each; the parts of a record may be in several tables."""

    def __init__(self, kind: str, as_of: list[str]) -> None:
        self._kind = kind
        self._as_of = as_of
        self._told: dict[str, MapRecord] = {}
        self._shapes: dict[str, list[Any]] = {}

    def take(self, layer: QgsVectorLayer, request: QgsFeatureRequest) -> None:
        """Take the rows of a table that `request` asks for."""
        names = [name for name in layer.fields().names() if name in _COLUMNS]
        places = [layer.fields().indexFromName(name) for name in names]
        features = list(layer.getFeatures(request.setSubsetOfAttributes(places)))
        shapes = read([feature.geometry() for feature in features]).geometries
        for feature, shape in zip(features, shapes):
            values = feature.attributes()
            told = {name: _plain(values[place]) for name, place in zip(names, places)}
            identity = str(told[IDENTITY])
            self._told.setdefault(identity, record_of(self._kind, told, None))
            self._shapes.setdefault(identity, []).append(shape)
            self._as_of.append(str(told[CHANGED]))

    def occupations(self) -> list[Occupation]:
        return [
            replace(from_record(record), shape=_together(self._shapes[identity]))
            for identity, record in self._told.items()
        ]


def _together(shapes: Sequence[Any]) -> Any:
    return shapes[0] if len(shapes) == 1 else shapely.geometrycollections(shapes)


def _plain(value: Any) -> Any:
    """Return a value as a store keeps it: text, or a day or moment written as ISO 8601 has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return None if value == NULL else value


def _around(grounds: Sequence[Around]) -> QgsFeatureRequest:
    request = QgsFeatureRequest()
    if grounds:
        whole = QgsRectangle()
        for one in grounds:
            whole.combineExtentWith(QgsRectangle(*one.box))
        request.setFilterRect(whole)
    return request


class GivenLayer(NamedTuple):
    """A layer of the planner's, to be read on any thread."""

    layer: QgsVectorLayer
    name: str
    crs: str
    features: QgsVectorLayerFeatureSource
    telling: Telling
    remarks: tuple[str, ...]


class Refused(NamedTuple):
    """A layer that cannot be compared with, and why."""

    name: str
    why: str


def given_or_why_not(layer: QgsVectorLayer, start: str, end: str) -> Union[GivenLayer, Refused]:
    """Return what `given_layer` does, or why it cannot."""
    try:
        return given_layer(layer, start, end)
    except StreetWorksError as error:
        return Refused(layer.name(), str(error))


def given_layer(layer: QgsVectorLayer, start: str, end: str) -> GivenLayer:
    """Return a layer to be compared with; call it on the main thread.

    Its days are told by the fields chosen for it on the “Clashes” tab, else by those of the names
    `start` and `end`, which it may have or not. Raises StreetWorksError without a CRS.
    """
    crs, chosen = definition_of(layer), fields_of(layer)
    remarks = []
    if chosen == LayerFields():
        here = {one.name() for one in layer.fields()}
        chosen = LayerFields(start if start in here else "", end if end in here else "")
        text = tr("{name}: it has no field “{field}”, so no such day counts for it.")
        lacking = sorted({start, end} - here - {""})
        remarks = [text.format(name=layer.name(), field=one) for one in lacking]
    source = QgsVectorLayerFeatureSource(layer)
    return GivenLayer(layer, layer.name(), crs, source, telling_of(layer, chosen), tuple(remarks))


def add_layer(
    others: Others, given: Union[GivenLayer, Refused], limits: Limits, do: Callable[..., Any]
) -> None:
    """Add what a layer has; of one that cannot be compared, why not.

    `do` carries out on the geometry thread.
    """
    if isinstance(given, Refused):
        others.lack(given.name, given.why, [None])
        return
    rows = rows_of(given.features.getFeatures(QgsFeatureRequest()), given.layer, given.telling)
    others.wrong.extend(given.remarks)
    if not rows:
        others.wrong.append(empty(given.name))
        return
    try:
        lies = do(placed, given.name, [row.shape for row in rows], given.crs, limits)
        own = do(own_layer, given.name, rows, given.crs, lies, given.telling)
    except QgsProcessingException as error:
        others.lack(given.name, str(error), [None])
        return
    others.occupations.extend(own.occupations)
    others.wrong.extend(own.remarks)
    if own.lacks:
        others.lack(given.name, own.lacks, [None])
