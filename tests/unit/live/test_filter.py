"""Filters as SQL in a real SQLite, as JSON, and in words."""

import json
import re
import sqlite3
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.finding.days_wanted import (
    ALL,
    FORTNIGHT,
    MONTH,
    OWN,
    PRESETS,
    THREE_MONTHS,
    TODAY,
    DaysWanted,
    preset_title,
)
from street_works.plugin.live.finding.filter import SEARCHED, Filter
from street_works.plugin.live.store.columns import columns
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, KINDS, WORKS
from street_works.plugin.trade.traffic import Impact
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.plugin.trade.vocabulary.works import Category

NOW = date(2026, 11, 25)
EVERY = DaysWanted(ALL)
COLUMNS = (
    "reference", "work_reference", "promoter", "promoter_swa_code", "category", "status",
    "traffic_management", "impact", "name", "activity_type_label", "location", "street", "area",
    "description", "start_date", "end_date",
)  # fmt: skip


def rows_that_suit(wanted, records, kind=WORKS, **more):
    """Return the numbers of the records that SQLite finds with the filter's SQL."""
    database = sqlite3.connect(":memory:")
    try:
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        database.execute(f"CREATE TABLE record (number, {names})")
        for number, record in enumerate(records):
            values = [number, *(record.get(name) for name in COLUMNS)]
            marks = ", ".join("?" * len(values))
            database.execute(f"INSERT INTO record VALUES ({marks})", values)  # noqa: S608
        condition = wanted.to_sql(kind, today=NOW, **more) or "1 = 1"
        asked = f"SELECT number FROM record WHERE {condition} ORDER BY number"  # noqa: S608
        return [number for (number,) in database.execute(asked)]
    finally:
        database.close()


def lasting(start, end):
    return {"start_date": start, "end_date": end}


@pytest.mark.parametrize(
    ("preset", "first", "last"),
    [
        (TODAY, "2026-11-25", "2026-11-25"),
        (FORTNIGHT, "2026-11-25", "2026-12-09"),
        (MONTH, "2026-11-25", "2026-12-25"),
        (THREE_MONTHS, "2026-11-25", "2027-02-25"),
    ],
)
def test_both_ends_of_the_days_are_included(preset, first, last):
    records = [
        lasting("2026-01-01", first),
        lasting(last, "2028-01-01"),
        lasting("2026-01-01", str(date.fromisoformat(first) - timedelta(days=1))),
        lasting(str(date.fromisoformat(last) + timedelta(days=1)), "2028-01-01"),
    ]
    assert rows_that_suit(Filter(DaysWanted(preset)), records) == [0, 1]


def test_a_month_ends_where_the_next_one_is_shorter():
    assert DaysWanted(MONTH).range(date(2027, 1, 31)) == (date(2027, 1, 31), date(2027, 2, 28))
    assert DaysWanted(THREE_MONTHS).range(date(2027, 11, 30)) == (
        date(2027, 11, 30),
        date(2028, 2, 29),
    )
    assert DaysWanted(MONTH).range(date(2026, 12, 31))[1] == date(2027, 1, 31)


def test_what_has_no_end_is_still_going_on_and_what_has_no_start_is_not_hidden():
    records = [lasting("2020-01-01", None), lasting(None, "2026-11-25"), lasting(None, None)]
    assert rows_that_suit(Filter(DaysWanted(TODAY)), records) == [0, 1, 2]
    assert rows_that_suit(Filter(DaysWanted(OWN, date(2027, 1, 1), None)), records) == [0, 2]
    assert rows_that_suit(Filter(DaysWanted(OWN, None, date(2019, 1, 1))), records) == [1, 2]


def test_own_days_may_be_open_at_either_end():
    records = [lasting("2026-01-01", "2026-01-09"), lasting("2026-03-01", "2026-03-09")]
    since, until = date(2026, 1, 10), date(2026, 2, 28)
    assert rows_that_suit(Filter(DaysWanted(OWN, since, None)), records) == [1]
    assert rows_that_suit(Filter(DaysWanted(OWN, None, until)), records) == [0]
    assert rows_that_suit(Filter(DaysWanted(OWN, since, until)), records) == []
    assert rows_that_suit(Filter(DaysWanted(OWN)), records) == [0, 1]


def test_days_in_the_wrong_order_are_refused():
    with pytest.raises(StreetWorksError, match="before the first"):
        DaysWanted(OWN, date(2026, 3, 2), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("categories", "category"),
        ("statuses", "status"),
        ("traffic_managements", "traffic_management"),
        ("promoters", "promoter"),
        ("impacts", "impact"),
    ],
)
def test_each_list_narrows_by_its_column(field, column):
    records = [{column: "a"}, {column: "b"}, {column: "c"}, {}]
    assert rows_that_suit(Filter(EVERY, **{field: ("a", "c")}), records) == [0, 2]
    assert rows_that_suit(Filter(EVERY, **{field: ()}), records) == [0, 1, 2, 3]


def test_conditions_hold_together_and_one_value_of_each_is_enough():
    records = [
        {"category": "major", "status": "granted"},
        {"category": "major", "status": "refused"},
        {"category": "minor", "status": "granted"},
        {"category": "standard", "status": "granted"},
    ]
    wanted = Filter(EVERY, categories=("standard", "major"), statuses=("granted",))
    assert rows_that_suit(wanted, records) == [0, 3]


def test_every_word_is_looked_for_in_every_text_column_whatever_its_case():
    records = [
        {"reference": "ZW001-01", "promoter": "MIDVALE WATER"},
        {"reference": "ZG002-01", "promoter": "MIDVALE GAS"},
        {"promoter": "WATER OF MIDVALE"},
        {},
    ]
    assert rows_that_suit(Filter(EVERY, text="  water midvale "), records) == [0, 2]
    assert rows_that_suit(Filter(EVERY, text="zw001 water"), records) == [0]
    plans = [{"street": "HIGH STREET", "area": "OLD TOWN"}, {"description": "High street lights"}]
    assert rows_that_suit(Filter(EVERY, text="high old"), plans, FORWARD_PLAN) == [0]


def test_letters_beyond_a_to_z_are_found_in_either_case():
    records = [{"promoter": "DŴR CYMRU"}, {"promoter": "Dŵr Cymru"}, {"promoter": "Dwr Cymru"}]
    assert rows_that_suit(Filter(EVERY, text="dŵr"), records) == [0, 1]
    assert rows_that_suit(Filter(EVERY, text="DŴR"), records) == [0, 1]


@pytest.mark.parametrize("text", ["50%", "a_b", "o'clock", '"', "!", "x|y", "--", "\\", ";"])
def test_signs_that_mean_something_to_sql_mean_themselves(text):
    records = [{"promoter": f"before {text} after"}, {"promoter": "50 percent, ab, oclock, xy"}]
    assert rows_that_suit(Filter(EVERY, text=text), records) == [0]
    exact = [{"promoter": text}, {"promoter": text + text}, {"promoter": "x"}]
    assert rows_that_suit(Filter(EVERY, promoters=(text,)), exact) == [0]


@given(st.text(min_size=1), st.text())
def test_any_name_finds_its_own_record_and_never_ends_the_condition(name, other):
    """`other` is a record that nobody asked for: only its being alike may bring it."""
    for promoter in (name, other):
        assert "|" not in Filter(EVERY, promoters=(promoter,), text=promoter).to_sql(WORKS)
    name = name.replace("\0", "").encode("utf-8", "ignore").decode()
    other = other.replace("\0", "").encode("utf-8", "ignore").decode()
    records = [{"promoter": name}, {"promoter": other}]
    found = rows_that_suit(Filter(EVERY, promoters=(name,)), records)
    assert 0 in found
    if "|" not in name:
        assert (1 in found) == (other == name)


@given(st.text(alphabet=st.characters(max_codepoint=126, exclude_characters="|\0")), st.text())
def test_any_text_is_found_where_python_finds_it(text, name):
    name = name.replace("\0", "").encode("utf-8", "ignore").decode()

    def lower(it):  # as SQLite does: A to Z
        return "".join(c.lower() if c.isascii() else c for c in it)

    expected = all(lower(word) in lower(name) for word in text.split())
    found = rows_that_suit(Filter(EVERY, text=text), [{"promoter": name}])
    assert found == ([0] if expected else [])


@given(st.text())
def test_any_text_at_all_makes_a_condition_that_sqlite_reads(text):
    rows_that_suit(Filter(EVERY, text=text, promoters=(text,), categories=(text, "major")), [])


def test_a_condition_narrows_only_the_kinds_that_have_it():
    wanted = Filter(
        EVERY,
        ("major",),
        ("granted",),
        (TrafficManagement.ROAD_CLOSURE,),
        ("A",),
        (Impact.HIGH,),
        True,
    )
    assert rows_that_suit(wanted, [{}], WORKS) == []
    assert wanted.to_sql(ACTIVITY) == ""
    assert wanted.to_sql(FORWARD_PLAN) == "(\"promoter\" IN ('A'))"
    assert Filter(text="x").to_sql(HS2) == ""


def test_only_works_known_to_be_on_traffic_sensitive_streets():
    records = [{"work_reference": "A"}, {"work_reference": "B"}, {}]
    wanted = Filter(EVERY, traffic_sensitive=True)
    assert rows_that_suit(wanted, records, sensitive={"B", "C"}) == [1]
    assert rows_that_suit(wanted, records) == []
    assert rows_that_suit(Filter(EVERY), records, sensitive={"B"}) == [0, 1, 2]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Filter(), "Today to 9 December"),
        (Filter(DaysWanted(TODAY)), "Today"),
        (Filter(EVERY), "All days"),
        (
            Filter(categories=("standard", "major"), statuses=("granted",)),
            "Standard and major, permit granted, today to 9 December",
        ),
        (
            Filter(
                DaysWanted(THREE_MONTHS),
                ("minor", "paa", Category.HS2_HIGHWAY),
                impacts=(Impact.HIGH, Impact.UNKNOWN),
            ),
            (
                "Minor, major (PAA) and HS2 (Highway), high impact and impact not known, "
                "today to 25 February 2027"
            ),
        ),
        (
            Filter(
                DaysWanted(OWN, date(2026, 12, 1), None),
                traffic_managements=(TrafficManagement.ROAD_CLOSURE,),
                promoters=("MIDVALE WATER",),
                traffic_sensitive=True,
                text=" high  street ",
            ),
            (
                "Road closure, MIDVALE WATER, on traffic-sensitive streets, with “high street”, "
                "from 1 December on"
            ),
        ),
        (Filter(DaysWanted(OWN, None, date(2027, 1, 1))), "Until 1 January 2027"),
    ],
)
def test_it_is_said_in_the_planners_words(wanted, said):
    assert wanted.describe(NOW) == said


own_days = st.tuples(st.dates(), st.dates()).map(lambda two: DaysWanted(OWN, min(two), max(two)))
filters = st.builds(
    Filter,
    st.one_of(st.sampled_from([DaysWanted(one) for one in PRESETS]), own_days),
    st.lists(st.text()).map(tuple),
    promoters=st.lists(st.text()).map(tuple),
    traffic_sensitive=st.booleans(),
    text=st.text(),
)


@given(filters)
def test_json_brings_the_same_filter_back(wanted):
    assert Filter.from_json(json.loads(json.dumps(wanted.to_json()))) == wanted


def test_keys_of_a_later_version_are_left_out_and_missing_ones_are_usual():
    assert Filter.from_json({"moon": "full", "text": "gas"}) == Filter(text="gas")


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "text",
        {"text": 3},
        {"categories": "major"},
        {"promoters": [1]},
        {"traffic_sensitive": "yes"},
        {"days": "today"},
        {"days": {"preset": "yesterday"}},
        {"days": {"preset": "own", "first": "1/2/26"}},
        {"days": {"preset": "own", "first": 5}},
        {"days": {"preset": "own", "first": "2026-03-02", "last": "2026-03-01"}},
    ],
)
def test_bad_values_are_refused_in_plain_words(data):
    with pytest.raises(StreetWorksError) as caught:
        Filter.from_json(data)
    assert caught.value.advice


def test_every_kind_and_every_preset_is_known():
    assert set(SEARCHED) == set(KINDS)
    assert len({preset_title(one) for one in PRESETS}) == len(PRESETS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_it_names_are_there(kind):
    there = {column.name for column in columns(kind)}
    lists = ("categories", "statuses", "traffic_managements", "promoters", "impacts")
    full = Filter(
        DaysWanted(TODAY), text="x", traffic_sensitive=True, **dict.fromkeys(lists, ("x",))
    )
    named = set(re.findall(r'"(\w+)"', full.to_sql(kind, sensitive={"y"})))
    assert named <= there
    assert bool(named) == (kind != HS2)
