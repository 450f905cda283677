"""The verdicts of a team, in a table that rows are only added to."""

from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import QgsAbstractDatabaseProviderConnection

from ..clashes.verdict import Judgement
from ..drafts.judgements import COLUMNS, read, to_columns
from .database import opened, quoted, text, tried

TABLE = "street_works_verdicts"

_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_TEXTS = ", ".join(f'"{name}" text NOT NULL' for name in COLUMNS[1:])
_COLUMNS = f"id text PRIMARY KEY, {_TEXTS}, shared_at timestamptz NOT NULL DEFAULT now()"
_THERE = "SELECT to_regclass({name})::text"
_MAKE = f"""
SELECT pg_advisory_xact_lock(hashtext('{TABLE}'));
CREATE TABLE IF NOT EXISTS {{table}} ({_COLUMNS});
CREATE INDEX IF NOT EXISTS {TABLE}_ours ON {{table}} (environment, ours)
"""  # two who make it at once would else get in each other's way
_ADD = "INSERT INTO {table} ({names}) VALUES {rows} ON CONFLICT (id) DO NOTHING"
_OF_OURS = """
SELECT {names} FROM {table} WHERE environment = {environment} AND ours = {ours}
ORDER BY shared_at, id
"""


class Told(NamedTuple):
    """What the team said of works, and how many rows could not be read."""

    judgements: tuple[Judgement, ...]
    unread: int


class TeamVerdicts:
    """The table in a schema of a database; it is made where it is not there.

    Make it on the main thread, and use it in a job. Everything raises StreetWorksError.
    """

    def __init__(self, connection: str, schema: str) -> None:
        """`connection` is the name of one in QGIS, or PostgreSQL's own words without a password."""
        self._connection: QgsAbstractDatabaseProviderConnection = opened(connection)
        self._table = f"{quoted(schema)}.{quoted(TABLE)}"

    def exchange(self, new: Sequence[Judgement], environment: str, ours: str) -> Told:
        """Add what is new, each once however often it is sent; then return all that is of `ours`.

        Of two who judge at the same time at least the later one so reads what the other said.
        """
        if not self._run(_THERE, name=text(self._table))[0][0]:
            self._run(_MAKE)
        if new:
            rows = ", ".join(f"({', '.join(map(text, to_columns(one)))})" for one in new)
            self._run(_ADD, names=_NAMES, rows=rows)
        said = {"environment": text(environment), "ours": text(ours)}
        found = [read(dict(zip(COLUMNS, row))) for row in self._run(_OF_OURS, names=_NAMES, **said)]
        judgements = tuple(one for one in found if isinstance(one, Judgement))
        return Told(judgements, len(found) - len(judgements))

    def _run(self, sql: str, **values: str) -> list[list[object]]:
        """Run SQL with values that are written as SQL already."""
        said = sql.format(table=self._table, **values)
        rows: list[list[object]] = tried(self._connection.executeSql, said)
        return rows
