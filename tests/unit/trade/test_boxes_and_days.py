"""Boxes and ranges of days."""

from datetime import date

from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days


def march(first, last):
    return Days(date(2026, 3, first), date(2026, 3, last))


def test_boxes():
    box = Box(0, 0, 4, 2)
    assert (box.centre, box.width, box.height, box.area) == ((2, 1), 4, 2, 8)
    assert box.grown(1) == (-1, -1, 5, 3)
    assert Box(0.2, 1.9, 3.1, 4).snapped(0.5) == (0, 1.5, 3.5, 4)
    assert box.cut(0, 1) == ((0, 0, 1, 2), (1, 0, 4, 2))
    assert box.cut(1, 1) == ((0, 0, 4, 1), (0, 1, 4, 2))
    assert box.distance((2, 1)) == 0
    assert box.distance((7, 6)) == 5


def test_boxes_that_touch_have_no_ground_in_common():
    box = Box(0, 0, 4, 2)
    assert box.overlap(Box(4, 0, 5, 2)) is None
    assert box.overlap(Box(3, 1, 5, 5)) == (3, 1, 4, 2)
    assert box.without(Box(4, 0, 5, 2)) == [box]
    rest = box.without(Box(1, 0.5, 2, 1))
    assert sum(part.area for part in rest) == 7.5
    assert box.without(box) == []


def test_days():
    days = march(2, 15)
    assert days.length == 14
    assert days.overlap(march(15, 20)) == march(15, 15)
    assert days.overlap(march(16, 20)) is None
    assert days.without(march(5, 6)) == [march(2, 4), march(7, 15)]
    assert days.without(march(1, 3)) == [march(4, 15)]
    assert days.without(march(16, 20)) == [days]
    assert days.without(days) == []
    assert days.contains(march(2, 3))
    assert not days.contains(march(1, 3))


def test_days_are_halved_down_to_one():
    assert march(2, 15).halves() == (march(2, 8), march(9, 15))
    assert march(2, 4).halves() == (march(2, 3), march(4, 4))
    assert march(2, 2).halves() == (march(2, 2),)
    assert TIMELESS.halves() == (TIMELESS,)
