"""What ground is known, compared with a block of cells that are ticked off one by one."""

import time
from datetime import date, datetime, timedelta, timezone

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.live.plan.ground import Covered, Ground, Piece
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days

FIRST = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
SIDE, SPAN = 12, 8


def days(first, last):
    return Days(FIRST + timedelta(days=first), FIRST + timedelta(days=last))


def ranges(limit):
    ends = st.tuples(st.integers(0, limit), st.integers(0, limit))
    return ends.map(sorted)


covers = st.lists(
    st.tuples(
        ranges(SIDE).filter(lambda ends: ends[0] < ends[1]),
        ranges(SIDE).filter(lambda ends: ends[0] < ends[1]),
        ranges(SPAN - 1),
        st.integers(0, 5),
    ),
    max_size=15,
)


def ticked(pieces):
    cells = np.zeros((SIDE, SIDE, SPAN), dtype=int)
    for box, span in pieces:
        west, south, east, north = map(int, box)
        first, last = ((day - FIRST).days for day in span)
        cells[west:east, south:north, first : last + 1] += 1
    return cells


def covered(box, span, after=timedelta()):
    return Covered(box, span, NOON + after)


@settings(max_examples=200)
@given(covers, st.integers(0, 6))
def test_what_is_missing_and_what_is_known_are_disjoint_and_all(rows, hour):
    pieces = []
    when = np.full((SIDE, SIDE, SPAN), -1)
    for (west, east), (south, north), (first, last), since in sorted(rows, key=lambda row: row[3]):
        pieces.append(
            covered(Box(west, south, east, north), days(first, last), timedelta(hours=since))
        )
        when[west:east, south:north, first : last + 1] = since
    ground = Ground(pieces)
    everything = Box(0, 0, SIDE, SIDE), days(0, SPAN - 1)
    limit = NOON + timedelta(hours=hour)
    assert (ticked(ground.missing(*everything, limit)) == (when < hour)).all()
    assert (ticked(ground.known(*everything, limit)) == (when >= hour)).all()


def test_nothing_known_is_all_missing():
    piece = Piece(Box(0, 0, 5, 5), days(0, 3))
    assert Ground().missing(*piece) == [piece]
    assert Ground().known(*piece) == []


def test_a_box_without_area_misses_nothing():
    assert Ground().missing(Box(1, 1, 1, 5), days(0, 1)) == []


def test_another_day_is_missing_everywhere_as_one_piece():
    ground = Ground(
        [
            covered(Box(0, 0, 2, 4), days(0, 3)),
            covered(Box(2, 0, 4, 4), days(0, 3), timedelta(hours=1)),
        ]
    )
    assert ground.missing(Box(0, 0, 4, 4), days(0, 4)) == [Piece(Box(0, 0, 4, 4), days(4, 4))]


def test_old_ground_is_missing_again():
    ground = Ground([covered(Box(0, 0, 4, 4), days(0, 3))])
    assert ground.missing(Box(1, 1, 2, 2), days(0, 0), NOON) == []
    (piece,) = ground.missing(Box(1, 1, 2, 2), days(0, 0), NOON + timedelta(seconds=1))
    assert piece == (Box(1, 1, 2, 2), days(0, 0))


def test_two_thousand_boxes_are_quick():
    ground = Ground(
        covered(
            Box(east := number % 50 * 10.0, north := number // 50 * 10.0, east + 9, north + 10),
            days(0, 13),
            timedelta(hours=number),
        )
        for number in range(2000)
    )
    began = time.perf_counter()
    missing = ground.missing(Box(0, 0, 500, 400), days(0, 13))
    assert time.perf_counter() - began < 1
    assert len(missing) == 50
