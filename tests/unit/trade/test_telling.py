"""Days in words: in the language of the words around them, whatever the computer's is."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from street_works.plugin.trade.telling import (
    day_in_full,
    month,
    month_in_full,
    named_day,
    short_day,
    weekday,
    whole_day,
)
from street_works.plugin.words import use_translator

ROOT = Path(__file__).resolve().parents[3]
THEIRS = re.compile(r"%[-#]?[aAbBcpxX](?![\w%])")
"""What strftime writes in the computer's language."""
FIRST = date(2026, 1, 5)  # a Monday


def test_every_weekday_and_month_has_its_name() -> None:
    days = [FIRST + timedelta(days=number) for number in range(7)]
    assert [weekday(day) for day in days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    months = [date(2026, number, 1) for number in range(1, 13)]
    shorts = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [month(day) for day in months] == shorts
    assert [month_in_full(day)[:3] for day in months] == shorts
    assert month_in_full(date(2026, 9, 1)) == "September"


def test_days_are_written_with_them() -> None:
    day = date(2026, 12, 3)
    assert whole_day(day) == "3 Dec 2026"
    assert day_in_full(day) == "3 December 2026"
    assert short_day(day, date(2026, 1, 1)) == "3 Dec"
    assert named_day(day, date(2026, 1, 1)) == "Thu 3 Dec"
    assert named_day(day, date(2027, 1, 1)) == "Thu 3 Dec 2026"
    assert short_day(day, date(2027, 1, 1)) == "3 Dec 2026"


def test_they_are_translated() -> None:
    use_translator(lambda text: {"Dec": "Rhag", "Thu": "Iau"}.get(text, text))
    try:
        assert (weekday(date(2026, 12, 3)), whole_day(date(2026, 12, 3))) == ("Iau", "3 Rhag 2026")
    finally:
        use_translator()


@pytest.mark.parametrize("room", ["plugin", "ui"])
def test_nothing_else_names_them(room: str) -> None:
    files = list((ROOT / room).rglob("*.py"))
    assert len(files) > 100
    named = [path.name for path in files if THEIRS.search(path.read_text("utf-8"))]
    assert named == []


@pytest.mark.parametrize("written", ["{day:%a}", "{day:%b %Y}", 'strftime("%d %B %Y")'])
def test_what_the_computer_names_would_be_found(written: str) -> None:
    assert THEIRS.search(written)
