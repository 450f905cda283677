"""What stands in the time line, against looking at each row on each day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END, Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.timeline import DayKind, Mark, time_line
from street_works.plugin.clashes.windows import starts, windows
from street_works.plugin.trade.days import Days

TODAY = date(2026, 12, 1)
OURS = Occupation("works", "OURS", "", box(0, 0, 10, 10), date(2026, 12, 23), date(2026, 12, 29))
RULES = [Near(margin_days=14)]
CLASH = {Grade.CLASH}


def works(reference, start, end, **values):
    return Occupation("works", reference, "gas main", Point(12, 5), start, end, **values)


def drawn(line, row):
    """Return a row in letters, a day each."""
    return "".join(".?#X^"[mark] for mark in line.rows[row].marks)


def test_whole_weeks_in_columns_and_what_meets_the_works_in_rows():
    others = [
        works("TW1", date(2026, 12, 28), date(2027, 1, 20)),
        works("TW2", date(2026, 12, 31), date(2026, 12, 31)),
        works("TW3", date(2026, 12, 20), None),
    ]
    line = time_line(report_on(OURS, Shelf(others), RULES), TODAY)
    assert line.days == (date(2026, 12, 21), date(2027, 1, 3))
    assert [row.name for row in line.rows] == ["My works", "TW1", "TW2", "TW3"]
    assert [drawn(line, row) for row in range(4)] == [
        "..#######.....",
        ".......XX#####",
        "..........#...",
        "??????????????",
    ]
    assert [row.grade for row in line.rows] == [
        None,
        Grade.CLASH,
        Grade.OPPORTUNITY,
        Grade.CANNOT_SAY,
    ]


def test_each_row_is_told_in_a_sentence():
    others = [works("TW1", date(2026, 12, 28), date(2027, 1, 20)), works("TW2", None, None)]
    line = time_line(report_on(OURS, Shelf(others), RULES), TODAY)
    assert line.told().splitlines() == [
        "My works: 23 Dec – 29 Dec.",
        (
            "Potential clash: TW1, gas main; 28 Dec – 20 Jan 2027. Works near by: 2 m apart, "
            "2 days in common (28 Dec 2026 – 29 Dec 2026)."
        ),
        (
            "Cannot say: TW2, gas main; no dates known. Works near by: 2 m apart, "
            "the days are not all known."
        ),
    ]


def test_each_day_is_told_with_what_it_is():
    line = time_line(
        report_on(OURS, Shelf([works("TW1", *[date(2026, 12, 25)] * 2)]), RULES), TODAY
    )
    christmas = line.column(date(2026, 12, 25))
    assert line.said(1, christmas) == "Fri 25 Dec, bank holiday: TW1, there on a day of my works"
    assert line.said(1, christmas - 1) == "Thu 24 Dec: TW1, nothing"
    assert line.said(0, christmas - 1) == "Thu 24 Dec: My works, there"
    kinds = line.kinds[christmas - 1 : christmas + 4]
    assert [one.value for one in kinds] == [
        "working",
        "bank holiday",
        "bank holiday",  # Boxing Day, a Saturday
        "weekend",
        "bank holiday",  # for Boxing Day
    ]


def test_the_days_on_which_the_works_could_start_have_a_row():
    shelf = Shelf([works("TW1", date(2026, 12, 22), date(2026, 12, 24))])
    tries = starts(3, date(2026, 12, 21), date(2027, 1, 5), TODAY)
    found = windows(OURS, shelf, RULES, tries)
    line = time_line(report_on(OURS, shelf, RULES), TODAY, found, CLASH)
    assert line.days == (date(2026, 12, 21), date(2027, 1, 10))
    assert drawn(line, 1) == "........^^^...^^....."
    assert (
        line.rows[1].tell() == "My works could start on 5 of these days, on 29 Dec at the earliest."
    )
    one = windows(OURS, shelf, RULES, tries[:1])
    assert time_line(report_on(OURS, shelf, RULES), TODAY, one, CLASH).rows[1].tell() == (
        "My works could not start on any of these days."
    )


def test_a_day_beyond_is_the_nearest_column():
    line = time_line(report_on(OURS, Shelf([]), RULES), TODAY)
    assert line.column(date(2026, 1, 1)) == 0
    assert line.column(date(2028, 1, 1)) == len(line.kinds) - 1 == 13
    assert line.day(3) == date(2026, 12, 24)


def test_works_without_days_are_shown_around_today():
    line = time_line(report_on(replace(OURS, start=None, end=None), Shelf([]), RULES), TODAY)
    assert line.days == (date(2026, 11, 30), date(2026, 12, 6))
    assert drawn(line, 0) == "???????"


def has(one, day):
    if one.start is None or one.end is None:
        return day in (one.start, one.end)
    return min(one.start, one.end) <= day <= max(one.start, one.end)


def may_have(one, day):
    if one.start is None or one.end is None:
        return (one.start or day) <= day <= (one.end or day)
    return has(one, day)


DAYS = st.integers(0, 40).map(lambda n: date(2026, 12, 10) + timedelta(days=n))
OTHERS = st.lists(
    st.builds(
        works,
        st.text("AB", min_size=1, max_size=3),
        st.sampled_from([None, SINCE_EVER]) | DAYS,
        st.sampled_from([None, WITHOUT_END]) | DAYS,
    ),
    max_size=8,
)


@settings(max_examples=100)
@given(OTHERS, DAYS, st.integers(0, 9), st.sets(st.sampled_from(list(Grade))))
def test_each_day_of_each_row_is_what_is_there(others, start, length, unwanted):
    ours = replace(OURS, start=start, end=start + timedelta(days=length))
    shelf = Shelf(others)
    report = report_on(ours, shelf, RULES)
    tries = starts(length, start, start + timedelta(days=20), TODAY)
    found = windows(ours, shelf, RULES, tries)
    line = time_line(report, TODAY, found, unwanted)
    free = {one.start for one in found.free(unwanted)}
    assert [row.encounter for row in line.rows] == [None, None, *report.encounters]
    assert line.days.contains(Days(ours.start, ours.end))
    assert line.days.start.weekday() == 0
    assert line.days.end.weekday() == 6
    for column, kind in enumerate(line.kinds):
        day = line.day(column)
        assert line.column(day) == column
        assert (kind is DayKind.WEEKEND) <= (day.weekday() > 4)
        assert line.mark(0, column) == (Mark.THERE if has(ours, day) else Mark.NOTHING)
        assert line.mark(1, column) == (Mark.COULD_START if day in free else Mark.NOTHING)
        for row, encounter in enumerate(report.encounters, 2):
            there, maybe = has(encounter.other, day), may_have(encounter.other, day)
            sure = Mark.IN_COMMON if has(ours, day) else Mark.THERE
            expected = sure if there else Mark.MAY_BE if maybe else Mark.NOTHING
            assert line.mark(row, column) == expected
    for encounter in report.encounters:
        marks = {Mark(one) for row in line.rows if row.encounter is encounter for one in row.marks}
        assert (Mark.IN_COMMON in marks) == (encounter.days is not None)
