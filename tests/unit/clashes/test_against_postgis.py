"""An independent judge: what the command finds by space and days is what PostGIS finds.

Both read the same files. The days of unknown dates are asked of PostGIS by ranges without bounds.
"""

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from street_works.tests.bench import london
from street_works.tests.made.postgis import Database, cluster, new_database

COLUMNS = ("reference", "start", "end", "geometry")
WORKS, PLANNED = 20_000, 2_000
NOT_KNOWN = 0.03
WITHIN_M, MARGIN_DAYS = 25, 5
GRADES = {"clash", "opportunity", "cannot_say"}

Row = tuple[str, str, str, str]
Found = Counter[tuple[str, str, str]]

TABLE = """
CREATE TABLE {name} (reference text, start timestamptz, "end" timestamptz, geometry text);
"""
COLUMNS_MADE = """
ALTER TABLE {name} ADD shape geometry, ADD sure daterange, ADD maybe daterange, ADD wide daterange;
UPDATE {name} SET
    shape = ST_GeomFromText(geometry, 27700),
    sure = CASE WHEN start IS NULL AND "end" IS NULL THEN 'empty' ELSE
        daterange(coalesce(start, "end")::date, coalesce("end", start)::date, '[]') END,
    maybe = daterange(start::date, "end"::date, '[]'),
    wide = daterange(start::date - {margin}, "end"::date + {margin}, '[]');
CREATE INDEX ON {name} USING gist (shape);
ANALYZE {name};
"""
PAIRS = """
SELECT a.reference, b.reference, CASE WHEN a.sure && b.sure THEN 'clash'
    WHEN a.maybe && b.maybe THEN 'cannot_say' ELSE 'opportunity' END
FROM {ours} a JOIN {theirs} b ON ST_DWithin(a.shape, b.shape, {within}) AND a.wide && b.maybe
"""
EACH_ONCE = "WHERE a.reference < b.reference"


class Lists(NamedTuple):
    """Files of works, and a database that has read them into tables of the same names."""

    folder: Path
    database: Database

    def found(self, works: str, against: str = "", within: int = WITHIN_M) -> Found:
        """Ask our command; pairs of one list come in the order of their references."""
        given = ["--works", self._file(works), "--within", str(within), "--days", str(MARGIN_DAYS)]
        given += ["--against", self._file(against)] if against else []
        line = [sys.executable, "-m", "street_works.plugin.clashes", *given]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        lines = [json.loads(one) for one in done.stdout.splitlines()]
        near = [one for one in lines if one["rule"] == "near"]
        pairs = ([one["work"], one["other"]] for one in near)
        ordered = (pair if against else sorted(pair) for pair in pairs)
        return Counter((*pair, one["grade"]) for pair, one in zip(ordered, near))

    def judged(self, works: str, against: str = "", within: int = WITHIN_M) -> Found:
        """Ask PostGIS."""
        asked = PAIRS.format(ours=works, theirs=against or works, within=within)
        rows = self.database.rows(asked if against else asked + EACH_ONCE)
        return Counter((ours, theirs, grade) for ours, theirs, grade in rows)

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """Write a file of works, and let the database read it."""
        with open(self._file(name), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([COLUMNS, *rows])
        self.database.rows(TABLE.format(name=name))
        self.database.rows(f"\\copy {name} FROM '{self._file(name)}' CSV HEADER")
        self.database.rows(COLUMNS_MADE.format(name=name, margin=MARGIN_DAYS))

    def _file(self, name: str) -> str:
        return str(self.folder / f"{name}.csv")


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lists]:
    with cluster() as socket:
        database = new_database(socket, "clashes")
        database.rows("ALTER DATABASE clashes SET timezone = 'Europe/London'")
        yield Lists(tmp_path_factory.mktemp("lists"), database)


@pytest.mark.parametrize("name", ["london_2026-09.psv", "greater_manchester_2023.json"])
def test_real_records_with_each_other(shared, lists, name, tell):
    rows = list(real(shared(f"data/works/{name}")))
    table = name.partition(".")[0].replace("-", "_")
    lists.add(table, rows)
    for within in (WITHIN_M, 400, 5_000):
        judged = lists.judged(table, within=within)
        agree(
            lists.found(table, within=within),
            judged,
            tell,
            f"{len(rows)} records of {name} with each other, {within} m",
        )
    assert judged, "nothing was seen, so nothing was judged"


def test_a_made_up_london(lists, tell):
    chance = np.random.default_rng(1)
    every = london.works(WORKS + PLANNED)
    rows = [listed(every[n], chance) for n in chance.permutation(len(every))]
    lists.add("works", rows[:WORKS])
    lists.add("planned", rows[WORKS:])
    judged = lists.judged("planned", "works")
    what = f"London, {PLANNED:,} planned against {WORKS:,} works, {WITHIN_M} m"
    agree(lists.found("planned", "works"), judged, tell, what)
    assert {grade for *_pair, grade in judged} == GRADES
    what = f"London, {WORKS:,} works with each other, {WITHIN_M} m"
    agree(lists.found("works"), lists.judged("works"), tell, what)


def agree(found: Found, judged: Found, tell, what: str) -> None:
    missing, extra = judged - found, found - judged
    counts = [sum(one.values()) for one in (found, judged, missing, extra)]
    told = "{} pairs by the command, {} by PostGIS, {} missing, {} extra".format(*counts)
    tell(f"{what}, {MARGIN_DAYS} days: {told}")
    assert (missing, extra) == (Counter(), Counter())


def real(path: Path) -> Iterator[Row]:
    """Give published records; where they have no days, some of the month they were taken in."""
    if path.suffix == ".json":
        for one in json.loads(path.read_text(encoding="utf-8")):
            dates = one["proposedStartDateTime"], one["proposedEndDateTime"]
            yield (one["permitReferenceNumber"], *dates, one["worksLocationCoordinates"])
        return
    chance = np.random.default_rng(1)
    with path.open(newline="", encoding="utf-8") as file:
        for one in csv.DictReader(file, delimiter="|"):
            start = date(2026, 9, 1) + timedelta(int(chance.integers(0, 29)))
            end = start + timedelta(int(chance.integers(0, 14)))
            yield one["ref"], str(start), str(end), one["wkt"]


def listed(one: london.LondonWorks, chance: np.random.Generator) -> Row:
    """Return the row of some works; now and then a date is missing."""
    start, end = (str(day) if chance.random() > NOT_KNOWN else "" for day in (one.start, one.end))
    return one.reference, start, end, one.geometry.wkt
