"""A moment is asked for as a day and a time on UK clocks, and sent with its offset."""

from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from street_works.plugin.api.v1.models.work import WorkStartUpdateRequest
from street_works.plugin.forms.steps.start_works import StartWorks

FORM = StartWorks()
STARTED = "actual_start_date"
NO_PERMIT = SimpleNamespace(works=SimpleNamespace(permit=None), today=date(2026, 6, 1))


def answered(day, clock):
    return {STARTED: {"day": day, "time": clock}}


def wrong(day, clock):
    return FORM.problems(answered(day, clock), NO_PERMIT).get(STARTED, "")


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        ("2026-06-01", "09:30", datetime(2026, 6, 1, 8, 30, tzinfo=timezone.utc)),
        ("2026-06-01", "00:10", datetime(2026, 5, 31, 23, 10, tzinfo=timezone.utc)),
        ("2026-01-12", "9.30 am", datetime(2026, 1, 12, 9, 30, tzinfo=timezone.utc)),
        ("12 Jan 2026", "noon", datetime(2026, 1, 12, 12, tzinfo=timezone.utc)),
    ],
)
def test_what_is_typed_is_the_moment_on_uk_clocks(day, clock, utc):
    request = FORM.build(answered(day, clock), NO_PERMIT)
    assert isinstance(request, WorkStartUpdateRequest)
    assert request.actual_start_date == utc
    assert wrong(day, clock) == ""


@pytest.mark.parametrize(
    ("day", "clock", "said"),
    [
        ("", "", "Please give a date and a time."),
        ("2026-06-01", "", "not read as a time"),
        ("", "09:30", "not read as a date"),
        ("soon", "09:30", "not read as a date"),
        ("2026-06-01", "half nine", "not read as a time"),
        ("2026-03-29", "01:30", "clocks go forward"),
        ("2098-06-01", "09:30", "must be in the past"),
    ],
)
def test_what_is_no_moment_is_refused_with_what_is_wrong(day, clock, said):
    assert said in wrong(day, clock)


def test_the_form_opens_with_now():
    value = FORM.defaults(NO_PERMIT)[STARTED]
    begun = FORM.build({STARTED: value}, NO_PERMIT).actual_start_date
    assert timedelta() <= datetime.now(timezone.utc) - begun < timedelta(minutes=2)
