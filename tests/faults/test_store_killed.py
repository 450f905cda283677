"""The store is killed at any moment, many times: what it said was kept is there, whole."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from street_works.plugin.live.store.store import Store, store_path
from street_works.plugin.trade.box import Box
from street_works.tests.rounds import rounds

ROUNDS = rounds(10, full=100)
FRESH_EVERY = 10
MOST_KEPT = 4
LONGEST_S = 0.02

# Imports once and forks: a process a round that starts from nothing would take minutes.
NURSERY = """
import os, sys
from datetime import date, datetime, timezone
from pathlib import Path
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.records.on_map import Geometry, MapRecord
from street_works.plugin.live.store.store import Store

DAYS = Days(date(2026, 6, 1), date(2026, 6, 15))
NOW = datetime(2026, 6, 1, 9, tzinfo=timezone.utc)

def works(number, n):
    x, y = 1000.0 * number + 20 * n, 300_000.0 + 20 * n
    ring = [[x + 1, y + 1], [x + 9, y + 1], [x + 9, y + 9], [x + 1, y + 1]]
    shape = Geometry("Polygon", [ring])
    return MapRecord(
        "works", shape, f"B{number}-{n:02}", works_reference=f"B{number}",
        first_day=DAYS.start, last_day=DAYS.start)

def live(path, number):
    store = Store(Path(path))
    while True:
        box = Box(1000.0 * number, 300_000.0, 1000.0 * number + 1000, 301_000.0)
        store.keep("works", box, DAYS, NOW, [works(number, n) for n in range(20 + number % 11)])
        os.write(1, f"kept {number}\\n".encode())
        number += 1

for line in sys.stdin:
    path, number = line.rsplit(" ", 1)
    child = os.fork()
    if not child:
        live(path, int(number))
    os.write(1, f"born {child}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"dead\\n")
"""


@pytest.fixture
def nursery():
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.stdin.close()


def kept_until_killed(nursery, path: Path, number: int, chance: random.Random) -> list[int]:
    """Let a child keep boxes from `number` on, kill it, and return those it said were kept.

    However slow the machine is, it first keeps some (or none) and then has a moment more.
    """
    nursery.stdin.write(f"{path} {number}\n")
    nursery.stdin.flush()
    said, child, first = [], 0, chance.randint(0, MOST_KEPT)
    lines = iter(lambda: nursery.stdout.readline().split(), ["dead"])
    for word, value in lines:
        if word == "born":
            child = int(value)
        else:
            said.append(int(value))
        if child and len(said) >= first:
            time.sleep(chance.uniform(0.0, LONGEST_S))
            os.kill(child, signal.SIGKILL)
            break
    said += [int(value) for _, value in lines]
    assert child
    return said


def whole(path: Path) -> set[int]:
    """Return the boxes that the store lists; everything it has must be whole."""
    store = Store(path)
    listed = {int(one.box.min_easting / 1000) for one in store.boxes("works") if one.complete}
    assert len(store.positions("works", Box(0.0, 0.0, 1e7, 1e7))) == sum(
        20 + number % 11 for number in listed
    )
    store.close()
    connection = sqlite3.connect(path)
    for table in ("works_polygon", "works_centre"):
        rows = connection.execute(f"SELECT work_reference FROM {table}")  # noqa: S608
        assert Counter(row[0] for row in rows) == {
            f"B{number}": 20 + number % 11 for number in listed
        }
    connection.close()
    return listed


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_store_killed_many_times_keeps_what_was_complete(tmp_path, nursery):
    chance = random.Random(7)  # noqa: S311 - no secret
    killed_at_work = 0
    for turn in range(ROUNDS):
        if turn % FRESH_EVERY == 0:
            path, said, number = store_path(tmp_path, str(turn), "planner"), set(), 0
        now = kept_until_killed(nursery, path, number, chance)
        said.update(now)
        killed_at_work += bool(now)
        listed = whole(path)
        assert said <= listed, f"turn {turn}: {sorted(said - listed)} are lost"
        assert len(listed - said) <= turn % FRESH_EVERY + 1, "one a turn may be unsaid"
        number = max(listed, default=-1) + 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    assert killed_at_work > ROUNDS / 4, "the child was killed before it worked"
