"""How far the lists are known, in true words; what is wanted of the needs; a file of them."""

import csv
import io
from datetime import timedelta

import pytest
from street_works.plugin.live.mine.needs import needs
from street_works.plugin.live.mine.store import RESTRICTED, ListState
from street_works.plugin.live.mine.told import about, csv_file, how_far, statement
from street_works.plugin.live.mine.wanted import NOW, ORDERS, OVER, Wanted, choices, pressing
from street_works.plugin.trade.labels import label
from street_works.plugin.trade.records.listed import Listing, OwnList
from street_works.plugin.trade.vocabulary.clocks import Clock, Reason
from street_works.plugin.trade.vocabulary.works import WorksStatus
from street_works.tests.made.listed_rows import (
    DAY,
    MONDAY,
    ONE_OF_EACH,
    comment,
    inspection,
    penalty,
    permit,
    reinstatement,
)

NOON = MONDAY + timedelta(hours=11)
NINE = MONDAY + timedelta(hours=8)
RUNNING = {"works_status": WorksStatus.IN_PROGRESS, "started": MONDAY - 9 * DAY}
ROWS = (
    permit(1, **RUNNING, last_day=MONDAY - DAY),
    permit(2, street="MILL LANE", promoter="Gas"),
    permit(3, last_day=MONDAY + 90 * DAY, first_day=MONDAY + 89 * DAY),
    comment("TW00300004"),
)


def state(listing, *, begun=NINE, as_of=NINE, done=10, most=10, before=0, trouble=""):
    least = done if most is None else most
    return ListState(OwnList(listing), begun, as_of, done, least, most, before, trouble)


PERMITS = state(Listing.PERMITS)


@pytest.mark.parametrize(
    ("lists", "reading", "said"),
    [
        ([], False, "Nothing has been read yet."),
        ([PERMITS, state(Listing.PLANS)], False, "As of {nine}, complete."),
        (
            [state(Listing.PERMITS, begun=NINE - 2 * DAY, as_of=NINE - 2 * DAY)],
            False,
            "As of 30/05/2026 {nine}, complete.",
        ),
        (
            [state(Listing.PERMITS, as_of=None, done=25, most=None)],
            True,
            "Still reading: 25 rows so far.",
        ),
        (
            [state(Listing.PERMITS, as_of=NINE - timedelta(hours=1), done=2500, most=5000)],
            True,
            "As of {eight}. Still reading: 2,500 rows of 5,000.",
        ),
        (
            [state(Listing.PERMITS, as_of=None, done=25, most=50)],
            False,
            "Not read to the end: “Read again” does.",
        ),
        (
            [
                PERMITS,
                state(Listing.PENALTIES, as_of=None, done=0, most=None, trouble="Out of order."),
                state(Listing.PLANS, as_of=None, done=0, most=None, trouble="Out of order."),
            ],
            False,
            "As of {nine}. Not read: FPNs, forward plans. Out of order.",
        ),
        (
            [
                state(Listing.PERMITS, as_of=None, done=0, most=None, trouble=RESTRICTED),
                state(Listing.UNREGISTERED, as_of=None, done=0, most=None, trouble=RESTRICTED),
                state(Listing.PLANS, as_of=None, done=0, most=None, trouble=RESTRICTED),
                state(Listing.COMMENTS),
            ],
            False,
            "As of {nine}. Not for your role: permits, forward plans.",
        ),
        (
            [state(Listing.PERMITS, begun=NOON, done=0, most=None, trouble="No network.")],
            False,
            "As of {nine}. Not read: permits. No network.",
        ),
    ],
)
def test_how_far_the_lists_are_known(lists, reading, said):
    here = [f"{one.astimezone():%H:%M}" for one in (NINE, NINE - timedelta(hours=1))]
    expected = said.format(nine=here[0], eight=here[1])
    assert statement(lists, NOON, reading=reading) == expected


def test_how_much_has_come():
    lists = [
        PERMITS,
        state(Listing.PLANS, done=10, most=30),
        state(Listing.CHANGES, done=0, most=0),
    ]
    assert how_far(lists) == 0.5
    assert how_far([]) == 0.0


def test_a_list_of_unknown_length_is_measured_by_the_last_time_or_is_half_read():
    assert how_far([state(Listing.PERMITS, done=1000, most=None, before=4000)]) == 0.25
    assert how_far([state(Listing.PERMITS, done=1000, most=None)]) == 0.5
    assert how_far([state(Listing.PERMITS, done=1000, most=None, trouble="Gone.")]) == 1.0


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [0, 3, 1, 2]),
        (Wanted(descending=True), [2, 1, 3, 0]),
        (Wanted(clock=NOW), [0, 3, 1]),
        (Wanted(clock=OVER), [0]),
        (Wanted(clock=Clock.START_BY), [1, 2]),
        (Wanted(reason=Reason.COMMENT_UNREAD), [3]),
        (Wanted(workstream="003"), [3]),
        (Wanted(promoter="Gas"), [1]),
        (Wanted(text="mill"), [1]),
        (Wanted(text="high 00003"), [2]),
        (Wanted(text="tw00300004-com"), [3]),
        (Wanted(text="nowhere"), []),
        (Wanted(by="works"), [0, 1, 2, 3]),
        (Wanted(by="works", descending=True), [3, 2, 1, 0]),
        (Wanted(by="promoter"), [3, 1, 0, 2]),
    ],
)
def test_what_is_wanted_and_in_which_order(wanted, numbers):
    assert [need.row for need in wanted.of(needs(ROWS, NOON))] == [ROWS[one] for one in numbers]


@pytest.mark.parametrize("by", ORDERS)
def test_every_column_sorts_every_need(by):
    every = needs(ONE_OF_EACH, NOON)
    assert len(Wanted(by=by).of(every)) == len(every)


def test_the_choices_are_those_there_are():
    found = choices(needs(ROWS, NOON))
    assert found.clocks == (Clock.OVERRUN, Clock.START_BY)
    assert found.reasons == (Reason.COMMENT_UNREAD, Reason.OVERRUNS, Reason.TO_START)
    assert (found.workstreams, found.promoters) == (("001", "003"), ("Gas", "Town Water"))


def test_what_presses_is_counted():
    count = pressing(needs(ROWS, NOON))
    assert (count.every, count.now, count.over) == (4, 3, 1)


def test_a_file_has_every_need_and_no_formula():
    rows = (penalty(), permit(street='=HYPERLINK("x"), MILL', town="@HOME", promoter="Ünder £"))
    content = csv_file(needs(rows, NOON), NOON)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    start, fine = sorted(lines, key=lambda one: one["Until"])
    assert start["Street"] == '\'=HYPERLINK("x"), MILL'
    assert start["Town"] == "'@HOME"
    assert start["Promoter"] == "Ünder £"
    assert start["Next step"] == "log the start"
    assert (fine["What"], fine["Until"], fine["Workstream"]) == (
        "FPN to answer", "2026-06-29", "001",
    )  # fmt: skip
    assert fine["Whose date"].startswith("Worked out here: check")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (permit(place="Outside 3"), "Minor, Outside 3"),
        (penalty(), label(penalty().offence)),
        (comment(text="When\nwill you?"), "General, When will you?"),
        (reinstatement(place=""), "site 1, Excavation"),
        (inspection(), "Category A, Live site"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_it_is_about(row, said):
    (need,) = needs((row,), NOON)
    assert about(need) == said


def test_a_moment_in_a_file_is_on_uk_clocks():
    row = permit(status="submitted", deadline=MONDAY + timedelta(hours=15, minutes=30))
    (line,) = csv.DictReader(io.StringIO(csv_file(needs((row,), NOON), NOON).decode("utf-8-sig")))
    assert line["Until"] == "2026-06-01 16:30"
