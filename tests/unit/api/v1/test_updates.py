"""Following what changes at works."""

import json
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from urllib.parse import parse_qs

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.v1.updates import Bookmark, Updates

UPDATES = "/v1/reporting/works/updates"
START = datetime(2026, 6, 3, 9, tzinfo=timezone.utc)


def at(minutes):
    return START + timedelta(minutes=minutes)


class Feed:
    """Updates as (id, moment), and the service's clock."""

    def __init__(self, reply) -> None:
        self.updates, self.asked, self.now = [], [], at(30)
        self._reply = reply

    def add(self, number, minutes):
        self.updates.append((number, at(minutes)))

    def answer(self, seen):
        query = parse_qs(seen.query)
        self.asked.append(query)
        start = datetime.fromisoformat(query["start_date"][0].replace("Z", "+00:00"))
        end_date = query.get("end_date", [self.now.isoformat()])[0]
        end = datetime.fromisoformat(end_date.replace("Z", "+00:00"))
        body = [
            {
                "work_reference_number": f"AB{number}",
                "update_date_time": moment.isoformat(),
                "update_id": number,
                "event_type": "permit_granted",
                "object_type": "PERMIT",
            }
            for number, moment in self.updates
            if start <= moment <= end
        ]
        return self._reply(200, body, headers={"Date": format_datetime(self.now, usegmt=True)})


@pytest.fixture
def feed(script, client, reply):
    made = Feed(reply)
    script.always = {("GET", UPDATES): made.answer}
    client.reporting.get_updates(start_date=START)  # from now on the service's clock is known
    made.asked.clear()
    return made


def ids(updates):
    return [one.update_id for one in updates]


def test_each_update_comes_once_oldest_first(client, feed):
    for number, minutes in ((3, 3), (1, 1), (2, 2)):
        feed.add(number, minutes)
    updates = Updates(client, START)
    assert ids(updates) == [1, 2, 3]
    assert ids(updates) == []
    feed.add(4, 3)  # in the same moment as the last
    feed.add(5, 4)
    assert ids(updates) == [4, 5]


def test_an_update_that_shows_up_late_is_not_missed(client, feed):
    feed.add(1, 10)
    updates = Updates(client, START)
    assert ids(updates) == [1]
    feed.add(2, 9)
    assert ids(updates) == [2]
    assert ids(updates) == []


def test_what_was_not_taken_comes_again(client, feed):
    for number in range(1, 6):
        feed.add(number, number)
    updates = Updates(client, START)
    reading = iter(updates)
    assert [next(reading).update_id for _ in range(2)] == [1, 2]
    kept = Bookmark.from_json(json.loads(json.dumps(updates.bookmark.to_json())))
    assert ids(Updates(client, kept)) == [3, 4, 5]


def test_a_long_time_is_asked_for_day_by_day(client, feed):
    feed.now = at(60 * 24 * 3.5)
    for number in range(1, 300):
        feed.add(number, number * 16)
    # Beside the ends of the windows, too.
    for number, minutes in ((400, 60 * 24), (401, 60 * 24 * 2 - 1), (402, 60 * 24 * 2 + 1)):
        feed.add(number, minutes)
    client.reporting.get_updates(start_date=START)
    feed.asked.clear()
    found = ids(Updates(client, START))
    assert sorted(found) == [*range(1, 300), 400, 401, 402]
    assert len(found) == len(set(found))
    assert len(feed.asked) == 4
    assert "end_date" not in feed.asked[-1]


def test_only_the_services_clock_counts(client, feed):
    feed.now = at(60 * 24 * 400)
    client.reporting.get_updates(start_date=START)
    assert abs(client.now() - feed.now) < timedelta(minutes=1)
    updates = Updates.of_the_last(client, 10)
    assert abs(updates.bookmark.moment - (feed.now - timedelta(minutes=10))) < timedelta(minutes=1)


def test_seen_ids_do_not_pile_up(client, feed):
    updates = Updates(client, START)
    for number in range(1, 200):
        feed.add(number, number)
        feed.now = at(number + 1)
        assert ids(updates) == [number]
    assert len(updates.bookmark.seen) <= 5


def test_filters_go_along(client, feed):
    ids(Updates(client, START, exclude_events_from="me@example.org", swa_code="0010"))
    assert feed.asked[0]["exclude_events_from"] == ["me@example.org"]
    assert feed.asked[0]["swa_code"] == ["0010"]


def test_a_failure_moves_nothing(client, script):
    script.expect("GET", UPDATES, 400)
    updates = Updates(client, Bookmark(START, frozenset({7})))
    with pytest.raises(errors.BadRequest):
        ids(updates)
    assert updates.bookmark == Bookmark(START, frozenset({7}))


@pytest.mark.parametrize(
    "body",
    [{}, {"moment": "soon", "seen": []}, {"moment": "2026-06-03T09:00:00", "seen": []}],
)
def test_a_bookmark_that_cannot_be_read(body):
    with pytest.raises((KeyError, ValueError)):
        Bookmark.from_json(body)
    with pytest.raises(ValueError, match="offset"):
        Updates(None, datetime(2026, 6, 3))
