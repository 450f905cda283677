"""Lists that come in pages."""

from urllib.parse import parse_qs

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.v1.enums import WorkstreamStatus
from street_works.plugin.api.v1.paging import Length, rows

STREAMS = "/v1/reporting/workstreams"


def stream(number):
    return {
        "prefix": f"{number % 1000:03}",
        "name": f"Stream {number}",
        "status": "active",
        "swa_code": "0010",
    }


@pytest.fixture
def stock(script, reply):
    """Workstreams behind the list; a page has 25 of them and says no more than 501."""
    held = list(range(60))

    def answer(seen):
        offset = int(parse_qs(seen.query).get("offset", ["0"])[0])
        page = held[offset : offset + 25]
        pagination = {
            "total_rows": str(min(len(held), 501)),
            "has_next_page": offset + 25 < len(held),
        }
        return reply(200, {"pagination": pagination, "rows": [stream(one) for one in page]})

    script.always = {("GET", STREAMS): answer}
    return held


def names(found):
    return [int(row.name.split()[1]) for row in found]


def test_all_rows_come_in_their_order(client, script, stock):
    assert names(rows(client.reporting.get_workstreams)) == stock
    assert [seen.query for seen in script.seen] == ["offset=0", "offset=25", "offset=50"]


def test_pages_are_fetched_when_they_are_wanted(client, script, stock):
    found = rows(client.reporting.get_workstreams)
    assert script.seen == []
    for _ in range(25):
        next(found)
    assert len(script.seen) == 1
    next(found)
    assert len(script.seen) == 2


def test_filters_go_along_as_repeated_keys_and_an_offset_is_where_to_begin(client, script, stock):
    wanted = [WorkstreamStatus.ACTIVE, WorkstreamStatus.DEACTIVATED]
    found = rows(client.reporting.get_workstreams, status=wanted, offset=50)
    assert names(found) == stock[50:]
    query = parse_qs(script.seen[0].query)
    assert query == {"status": ["active", "deactivated"], "offset": ["50"]}


def test_a_list_goes_on_after_501(client, stock):
    stock.extend(range(60, 1100))
    assert names(rows(client.reporting.get_workstreams)) == stock


@pytest.mark.parametrize("length", [0, 1, 25, 26])
def test_short_lists(client, stock, length):
    del stock[length:]
    assert names(rows(client.reporting.get_workstreams)) == list(range(length))


def test_progress_tells_how_many_there_are_as_far_as_is_known(client, stock):
    told = []
    list(rows(client.reporting.get_workstreams, progress=told.append))
    assert told == [Length(25, 60, 60), Length(50, 60, 60), Length(60, 60, 60)]
    stock.extend(range(60, 540))
    told.clear()
    list(rows(client.reporting.get_workstreams, progress=told.append, offset=475))
    assert told == [Length(25, 26, None), Length(50, 51, None), Length(65, 65, 65)]


def test_a_row_that_moves_to_the_next_page_comes_once(client, stock):
    found = rows(client.reporting.get_workstreams)
    first = [next(found) for _ in range(25)]
    stock.insert(0, 999)
    assert names(first) + names(found) == list(range(60))


@pytest.mark.parametrize("page", [[], [stream(1)]])
def test_a_list_that_never_ends_is_given_up(client, script, reply, page):
    body = {"pagination": {"total_rows": 501, "has_next_page": True}, "rows": page}
    script.always = {("GET", STREAMS): lambda _: reply(200, body)}
    found = rows(client.reporting.get_workstreams)
    with pytest.raises(errors.NotTheContract):
        list(found)
    assert len(script.seen) <= 2


def test_reading_stops_between_two_pages(client, script, stock):
    found = rows(client.reporting.get_workstreams)
    with client.cancelling(lambda: len(script.seen) >= 1), pytest.raises(errors.Cancelled):
        list(found)
    assert len(script.seen) == 1


def test_a_list_given_as_text_and_an_unknown_filter_are_mistakes(client, script):
    with pytest.raises(TypeError):
        client.reporting.get_workstreams(status="active")
    with pytest.raises(TypeError):
        client.reporting.get_workstreams(colour="red")
    assert script.seen == []


@pytest.mark.parametrize("offset", [1.5, -1, float("nan"), "1", "x", True])
def test_where_to_begin_is_judged_and_not_cut_to_a_whole_number(client, script, offset):
    with pytest.raises(errors.BadRequest) as caught:
        list(rows(client.reporting.get_workstreams, offset=offset))
    assert list(caught.value.fields) == ["offset"]
    assert script.seen == []
