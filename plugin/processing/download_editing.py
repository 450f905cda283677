"""Changes the rows of tables that are there already."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsTransaction,
    QgsVectorLayer,
)

from ..api.errors import Cancelled
from ..live.reconciling import Held, Steps
from ..live.store.records import Record
from ..words import tr
from .download_rows import DIGEST, IDENTITY, Rows, Table, shape_of
from .names import WITHOUT_SHAPE

_AT_ONCE = 500


class Editing:
    """The rows of one table on their way."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        table: Table,
        rows: Rows,
        feedback: Optional[QgsProcessingFeedback],
    ) -> None:
        """`feedback` may cancel it; there is none where half of it would stay."""
        self._layer = layer
        self._provider = layer.dataProvider()
        self._table = table
        self._rows = rows
        self._feedback = feedback

    def do(self, todo: Steps, records: Mapping[str, Record]) -> None:
        """Do all steps. Raises QgsProcessingException and Cancelled."""
        for some in _parts(todo.remove):
            self._check(self._provider.deleteFeatures(some))
        for some in _parts(list(todo.change.items())):
            self._change({row: records[identity] for identity, row in some})
        for some in _parts(todo.add):
            fields = self._layer.fields()
            new = [self._rows.feature(records[one], self._table, fields) for one in some]
            self._check(self._provider.addFeatures(new)[0])

    def _change(self, records: Mapping[int, Record]) -> None:
        index = self._layer.fields().indexFromName
        values = {
            row: {index(name): value for name, value in self._rows.values(record).items()}
            for row, record in records.items()
        }
        shapes = {row: shape_of(record, self._table.shape) for row, record in records.items()}
        self._check(self._provider.changeFeatures(values, shapes))

    def _check(self, done: bool) -> None:
        if not done:
            raise QgsProcessingException(
                tr("“{table}” did not take the rows: {reason}").format(
                    table=self._layer.name(), reason=self._provider.lastError()
                )
            )
        if self._feedback is not None and self._feedback.isCanceled():
            raise Cancelled


def held_in(layer: QgsVectorLayer) -> dict[str, Held]:
    """Return what a table holds. Raises QgsProcessingException when a record is in it twice."""
    request = QgsFeatureRequest().setFlags(WITHOUT_SHAPE)
    request.setSubsetOfAttributes([IDENTITY, DIGEST], layer.fields())
    found: dict[str, Held] = {}
    for feature in layer.getFeatures(request):
        identity = str(feature[IDENTITY])
        if identity in found:
            raise QgsProcessingException(
                tr(
                    "“{table}” has “{record}” more than once, as it was appended to. Append again, "
                    "or choose another destination."
                ).format(table=layer.name(), record=identity)
            )
        found[identity] = Held(feature.id(), str(feature[DIGEST]))
    return found


@contextmanager
def together(layers: Sequence[QgsVectorLayer], locks: Sequence[str]) -> Iterator[bool]:
    """Let all that is done to the layers be one transaction, where their provider has those.

    Gives whether it has: whether an exception takes back what was done.
    """
    providers = [layer.dataProvider() for layer in layers]
    for provider in providers:
        provider.enterUpdateMode()
    try:
        transaction = _transaction(layers)
        if transaction is None:
            yield False
            return
        _must(transaction.begin())
        try:
            for lock in locks:
                _must(transaction.executeSql(lock))
            yield True
        except BaseException:
            transaction.rollback()
            raise
        _must(transaction.commit())
    finally:
        for provider in providers:
            provider.leaveUpdateMode()


def _transaction(layers: Sequence[QgsVectorLayer]) -> Optional[QgsTransaction]:
    if not layers or not all(QgsTransaction.supportsTransaction(layer) for layer in layers):
        return None
    return QgsTransaction.create(set(layers))


def _must(done: tuple[bool, str]) -> None:
    worked, reason = done
    if not worked:
        raise QgsProcessingException(tr("The database refused it: {reason}").format(reason=reason))


def _parts(several: Sequence[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(several), _AT_ONCE):
        yield list(several[start : start + _AT_ONCE])
