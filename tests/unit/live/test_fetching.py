"""Fetching an area, against a register that refuses more than 100 records."""

from collections import Counter
from datetime import date, datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.api.errors import (
    Cancelled,
    NoNetwork,
    NotSignedIn,
    RateLimited,
    ServerFailed,
    TooManyFeatures,
)
from street_works.plugin.live import fetching
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.kinds import HS2, WORKS
from street_works.plugin.trade.records.on_map import MapAnswer, MapRecord, Unread
from street_works.tests.made.map_records import point

TOWN = Box(400000, 300000, 404000, 304000)
FORTNIGHT = Days(date(2026, 3, 2), date(2026, 3, 15))
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)


def fetch_all(box, fetch, days=TIMELESS, kind=WORKS, **options):
    return fetching.fetch_all(lambda _kind, *ask: fetch(*ask), kind, box, days, **options)


def works(reference, easting, northing):
    return MapRecord(WORKS, point(easting, northing), f"{reference}-01", works_reference=reference)


class Register:
    """Answers boxes like the map API: records that touch the box, none above 100."""

    def __init__(self, *records, limit=100, unread=()):
        self.records, self.limit, self.unread = records, limit, unread
        self.asked = []

    def __call__(self, box, _days):
        self.asked.append(box)
        inside = [record for record in self.records if self._meets(record, box)]
        if len(inside) > self.limit:
            raise TooManyFeatures("Too many.", status=403)
        return MapAnswer(inside, self.unread)

    @staticmethod
    def _meets(record, box):
        easting, northing = record.geometry.coordinates
        return (
            box.min_easting <= easting <= box.max_easting
            and box.min_northing <= northing <= box.max_northing
        )


def references(fetched):
    return Counter(record.works_reference for record in fetched.records)


def cluster(count, easting, northing, step=10.0):
    return [
        works(f"C{n}", easting + step * (n % 20), northing + step * (n // 20)) for n in range(count)
    ]


def test_a_thin_box_is_one_call():
    register = Register(works("A", 400500, 300500))
    fetched = fetch_all(TOWN, register, now=lambda: NOON)
    assert (fetched.calls, register.asked) == (1, [TOWN])
    assert references(fetched) == {"A": 1}
    assert fetched.complete
    assert fetched.as_of == NOON


def test_a_dense_box_is_split_and_nothing_is_missing_or_double():
    records = [*cluster(400, 400100, 300100), works("MIDDLE", 402000, 302000)]
    fetched = fetch_all(TOWN, Register(*records))
    assert references(fetched) == {record.works_reference: 1 for record in records}
    assert fetched.complete


def test_the_middle_is_asked_first():
    register = Register(*cluster(101, 402000, 302000), *cluster(101, 400000, 300000))
    fetch_all(TOWN, register)
    distances = [
        abs(box.centre[0] - 402000) + abs(box.centre[1] - 302000) for box in register.asked
    ]
    first_far = next(
        n
        for n, box in enumerate(register.asked)
        if n and box.width < 2000 and box.centre[0] < 401000
    )
    nearest = [n for n, distance in enumerate(distances) if 0 < distance <= 500]
    assert nearest
    assert max(nearest) < first_far


def test_the_smallest_box_that_overflows_is_listed_and_ends_the_splitting():
    here = [works(f"S{n}", 400001.0, 300001.0) for n in range(150)]
    register = Register(*here, works("FAR", 403000, 303000))
    fetched = fetch_all(TOWN, register)
    (box,) = fetched.incomplete
    assert 62.5 <= box.width < 125
    assert 62.5 <= box.height < 125
    assert references(fetched) == {"FAR": 1}
    assert not fetched.complete
    assert len(register.asked) < 40


@pytest.mark.parametrize("box", [Box(1, 1, 1, 1), Box(0, 5, 1000, 5)])
def test_a_box_without_area_ends(box):
    def always(_box, _days):
        raise TooManyFeatures("Too many.")

    fetched = fetch_all(box, always)
    assert fetched.incomplete
    assert not fetched.records


def test_the_number_of_calls_is_bounded_and_said():
    def always(_box, _days):
        raise TooManyFeatures("Too many.")

    fetched = fetch_all(Box(0, 0, 600000, 600000), always, most_calls=25)
    assert fetched.calls == 25
    assert fetched.unasked
    assert not fetched.complete


@pytest.mark.parametrize(
    "box", [Box(2, 0, 1, 1), Box(0, 0, float("nan"), 1), Box(0, 0, 1, float("inf"))]
)
def test_boxes_that_make_no_sense_are_not_sent(box):
    register = Register()
    with pytest.raises(ValueError, match="box"):
        fetch_all(box, register)
    assert register.asked == []


def test_progress_is_by_area_and_reaches_the_end():
    reports = []
    fetch_all(
        TOWN,
        Register(*cluster(250, 400100, 300100)),
        report=lambda fraction, text: reports.append((fraction, text)),
    )
    fractions = [fraction for fraction, _ in reports]
    assert fractions == sorted(fractions)
    assert fractions[0] < 0.3
    assert fractions[-1] == pytest.approx(1.0)
    assert reports[-1][1] == "250 works so far"


def test_cancelling_keeps_what_came():
    register = Register(*cluster(150, 400000, 300000), works("FAR", 403000, 303000))
    fetched = fetch_all(TOWN, register, cancelled=lambda: len(register.asked) >= 3)
    assert fetched.calls == 3
    assert fetched.unasked
    assert not fetched.complete


def test_a_call_that_is_cancelled_ends_it_without_an_error():
    def stopped(_box, _days):
        raise Cancelled

    fetched = fetch_all(TOWN, stopped)
    assert fetched.unasked == (TOWN,)
    assert fetched.error is None


class Failing(Register):
    """Fails in the north-west quarter, which is asked second."""

    def __init__(self, error, *records):
        super().__init__(*records)
        self.error = error

    def __call__(self, box, days):
        if box.max_easting <= 402000 and box.min_northing >= 302000:
            self.asked.append(box)
            raise self.error
        return super().__call__(box, days)


def spread():
    return [works(f"N{n}", 400000 + 26.3 * n, 304000 - 13.7 * n) for n in range(150)]


def test_one_failed_box_is_listed_and_the_rest_goes_on():
    error = ServerFailed("Down.", status=500)
    fetched = fetch_all(TOWN, Failing(error, *spread()))
    assert [failed.error for failed in fetched.failed] == [error]
    assert fetched.error is error
    assert fetched.unasked == ()
    assert len(fetched.records) > 50
    assert not fetched.complete


@pytest.mark.parametrize("error", [NoNetwork("Off."), NotSignedIn("Out."), RateLimited("Slow.")])
def test_an_error_that_would_repeat_stops_and_keeps_what_came(error):
    register = Failing(error, *spread())
    fetched = fetch_all(TOWN, register)
    assert len(fetched.failed) == 1
    assert fetched.unasked
    assert (
        sum(box.max_easting <= 402000 and box.min_northing >= 302000 for box in register.asked) == 1
    )


def test_failures_in_a_row_stop_it():
    class Dead(Register):
        def __call__(self, box, _days):
            self.asked.append(box)
            if len(self.asked) == 1:
                raise TooManyFeatures("Too many.")
            raise ServerFailed("Down.", status=500)

    register = Dead()
    with pytest.raises(ServerFailed):
        fetch_all(TOWN, register)
    assert len(register.asked) == 4


def test_when_nothing_was_answered_the_error_is_raised():
    def dead(_box, _days):
        raise NoNetwork("Off.")

    with pytest.raises(NoNetwork):
        fetch_all(TOWN, dead)


def test_other_errors_are_not_hidden():
    def broken(_box, _days):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fetch_all(TOWN, broken)


def test_records_without_a_reference_are_told_apart_by_shape():
    def limit(*place):
        return MapRecord(HS2, point(*place))

    register = Register(limit(402000, 302000), limit(402000, 302000), limit(401000, 301000))
    assert len(fetch_all(TOWN, register, kind=HS2).records) == 2


def test_unread_records_are_carried_once():
    unread = Unread("BAD", "no shape")
    register = Register(*spread(), unread=(unread,))
    fetched = fetch_all(TOWN, register)
    assert fetched.calls > 1
    assert fetched.unread == (unread,)
    assert not fetched.complete


def test_the_statement_never_lies():
    local = NOON.astimezone().strftime("%H:%M")
    whole = fetch_all(TOWN, Register(works("A", 400500, 300500)), now=lambda: NOON)
    assert whole.statement() == f"1 works, complete, as of {local}"
    assert whole.statement(not_drawn=1) == (
        f"0 works, not complete, as of {local}; 1 record cannot be shown"
    )
    here = [works(f"S{n}", 400001.0, 300001.0) for n in range(150)]
    there = [works(f"T{n}", 403999.0, 303999.0) for n in range(150)]
    part = fetch_all(TOWN, Register(*here, *there), kind="works", now=lambda: NOON)
    assert part.statement() == (
        f"0 works, not complete, as of {local}; 2 areas hold more than Street Manager gives at once"
    )


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 40).map(lambda n: n * 100.0), st.integers(0, 40).map(lambda n: n * 100.0)
        ),
        max_size=120,
    )
)
def test_whatever_the_register_holds_comes_once(places):
    records = [works(f"W{n}", 400000 + e, 300000 + m) for n, (e, m) in enumerate(places)]
    fetched = fetch_all(TOWN, Register(*records, limit=10))
    missing_ground = fetched.incomplete
    for record in records:
        covered = any(Register._meets(record, box) for box in missing_ground)
        assert references(fetched)[record.works_reference] == 1 or covered
