"""The real QGIS is killed while it stores what it loads, again and again; no box is lost."""

import json
import random
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely
from street_works.plugin.live.store.store import Store
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import KINDS, WORKS
from street_works.tests.bench import london
from street_works.tests.bench.london_service import LondonService
from street_works.tests.rounds import rounds
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "storing.py"
KILLS = rounds(2, full=100)
LANES = 2  # QGISes at a time
FRESH_EVERY = 10
LONGEST_S = 1.5
STARTS_IN_S = 60
WORKS_HELD = 6000
DAYS = Days(date(2026, 2, 1), date(2026, 9, 30))


@pytest.fixture(scope="module")
def service():
    one = LondonService(london.works(WORKS_HELD))
    yield one, one.start()
    one.stop()


def killed(service: LondonService, url: str, folder: Path, after_s: float) -> list[dict[str, Any]]:
    """Open QGIS, kill it some time after it has kept its first box, and return what it said."""
    said = folder / "said.jsonl"
    said.unlink(missing_ok=True)
    email, password = service.credentials()
    given = {
        "url": url,
        "email": email,
        "password": password,
        "whole": london.AREA,
        "days": [day.isoformat() for day in DAYS],
        "said": str(said),
        "result": str(folder / "result.json"),
    }
    with application.opened(SCRIPT, given, folder) as process:
        until = time.monotonic() + STARTS_IN_S
        while not said.exists() or not said.stat().st_size:
            assert time.monotonic() < until, told(folder)
            assert process.poll() is None, told(folder)
            time.sleep(0.01)
        time.sleep(after_s)
        assert process.poll() is None, told(folder)
        process.kill()  # kill -9
        process.wait()
    *lines, _cut = said.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines]


def told(folder: Path) -> str:
    """Return QGIS's last words."""
    files = [folder / name for name in (application.LOG, "result.json")]
    return "".join(file.read_text(errors="replace")[-2000:] for file in files if file.exists())


def check(service: LondonService, said: list[dict[str, Any]]) -> None:
    """Check that the store opens, has every box that was said to be kept, and nothing by halves."""
    path = Path(said[0]["store"])
    store = Store(path)
    listed = {
        kind: shapely.union_all(
            [shapely.box(*one.box) for one in store.boxes(kind) if one.complete]
        )
        for kind in KINDS
    }
    store.close()
    lost = [one for one in said if not listed[one["kind"]].covers(shapely.box(*one["box"]))]
    assert not lost, f"{len(lost)} of {len(said)}: {lost[:3]}"
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    middles = connection.execute("SELECT record FROM works_centre").fetchall()
    records = connection.execute("SELECT id FROM records WHERE kind = 'works'").fetchall()
    shapes = connection.execute(
        "SELECT record FROM works_point UNION SELECT record FROM works_line"
        " UNION SELECT record FROM works_polygon"
    ).fetchall()
    assert sorted(middles) == sorted(records) == sorted(shapes)
    there = {one for (one,) in connection.execute("SELECT work_reference FROM works_centre")}
    connection.close()
    for one in said:
        if one["kind"] == WORKS:
            held = service.held(Box(*one["box"]), Days(*map(date.fromisoformat, one["days"])))
            assert {feature.reference for feature in held} <= there


def lane(service: LondonService, url: str, folder: Path, seed: int) -> int:
    """Kill QGIS many times, with a new profile now and then; return how many boxes it kept."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    boxes = 0
    for turn in range(KILLS // LANES):
        place = folder / str(turn // FRESH_EVERY)
        place.mkdir(exist_ok=True, parents=True)
        said = killed(service, url, place, chance.uniform(0.0, LONGEST_S))
        check(service, said)
        boxes += len(said)
    return boxes


@pytest.mark.journey
@pytest.mark.timeout(1800)
def test_qgis_killed_again_and_again_while_it_stores_loses_no_complete_box(
    service, tmp_path, capsys
):
    with ThreadPoolExecutor(LANES) as lanes:
        boxes = list(lanes.map(lambda n: lane(*service, tmp_path / str(n), n), range(LANES)))
    with capsys.disabled():
        print(f"\n  QGIS killed {KILLS} times, {sum(boxes)} boxes kept, none lost")
