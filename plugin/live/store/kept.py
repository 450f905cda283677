"""The file of a store, read beside whoever has it open."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Optional

from ...errors import SESSION, StreetWorksError
from ...files.connections import trouble_of
from ...trade.box import Box
from ...trade.days import Days
from ...trade.records.on_map import MapRecord
from ...words import tr
from .fetched_boxes import FetchedBox, boxes_of
from .known_records import known_records


class KeptStore:
    """What a store has kept, also while a QGIS goes on writing it; for any thread.

    Every method raises StreetWorksError when the file cannot be read. Making it raises
    StreetWorksError when there is none.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise StreetWorksError(
                tr("Nothing was loaded on the map yet."),
                advice=tr("Sign in on the Street Works panel and load the map, then try again."),
                about=SESSION,
            )
        self._path = path

    def boxes(self, kind: str, near: Optional[Box] = None) -> list[FetchedBox]:
        """Return which boxes of a kind were fetched, as `Store` does."""
        with self._reading() as connection:
            return boxes_of(connection, kind, near)

    def records(self, kind: str, box: Box, days: Days) -> list[MapRecord]:
        """Return the records that have their bounds in `box` (EPSG:27700) and fall into `days`."""
        with self._reading() as connection:
            return known_records(connection, kind, box, days)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            where = f"{self._path.as_uri()}?mode=ro"
            with closing(sqlite3.connect(where, uri=True)) as connection:
                connection.row_factory = sqlite3.Row
                yield connection
        except sqlite3.Error as error:
            raise trouble_of(self._path, error) from error
