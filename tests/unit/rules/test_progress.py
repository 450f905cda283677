"""What a promoter may do with a permit and works, and when a late start moves their end."""

from datetime import date

import pytest
from street_works.plugin.rules import notice, progress
from street_works.plugin.rules.standing import PermitStanding, WorksStanding
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.plugin.trade.vocabulary.works import Category, WorksStatus

TODAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("category", "start", "end", "started", "slid"),
    [
        ("minor", date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 15), date(2026, 12, 16)),
        ("minor", date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 14), date(2026, 12, 15)),
        ("minor", date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 16), date(2026, 12, 15)),
        ("minor", date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 11), date(2026, 12, 15)),
        ("major", date(2026, 12, 14), date(2026, 12, 18), date(2026, 12, 16), date(2026, 12, 22)),
        ("standard", date(2026, 12, 7), date(2026, 12, 11), date(2026, 12, 9), date(2026, 12, 15)),
        ("major", date(2026, 12, 21), date(2026, 12, 24), date(2026, 12, 24), date(2026, 12, 31)),
        ("minor", date(2026, 6, 12), date(2026, 6, 15), date(2026, 6, 15), date(2026, 6, 16)),
        ("minor", date(2026, 4, 2), date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 7)),
        ("minor", date(2026, 4, 2), date(2026, 4, 2), date(2026, 4, 8), date(2026, 4, 2)),
        ("minor", date(2024, 2, 28), date(2024, 2, 29), date(2024, 2, 29), date(2024, 3, 1)),
        ("minor", date(2026, 6, 13), date(2026, 6, 13), date(2026, 6, 15), date(2026, 6, 15)),
        ("minor", date(2026, 6, 12), date(2026, 6, 14), date(2026, 6, 13), date(2026, 6, 15)),
        ("major", date(2026, 6, 1), date(2026, 6, 15), date(2026, 6, 5), date(2026, 6, 19)),
    ],
)  # fmt: skip
def test_a_late_start_within_the_validity_period_keeps_the_working_days(
    category, start, end, started, slid
):
    until = notice.validity_end(category, start, road_category=4, today=TODAY)
    assert progress.slid_end(start, end, started, until, TODAY) == slid


def test_without_a_validity_period_the_end_stays():
    end = date(2026, 12, 15)
    assert progress.slid_end(date(2026, 12, 14), end, end, None, TODAY) == end


def test_only_works_that_may_still_start_are_candidates_for_a_sliding_end():
    until = date(2026, 12, 15)
    granted = PermitStanding("minor", "granted")
    assert progress.may_slide("planned", granted, until)
    assert not progress.may_slide("planned", granted, None)
    running = granted._replace(is_started=True)
    assert not progress.may_slide(WorksStatus.IN_PROGRESS, running, until)
    assert not progress.may_slide("cancelled", PermitStanding("minor", "cancelled"), until)
    assert not progress.may_slide("planned", PermitStanding("minor", "refused"), until)


@pytest.mark.parametrize(
    ("proposed", "day", "refused"),
    [
        (date(2026, 6, 3), date(2021, 6, 3), False),
        (date(2026, 6, 3), date(2021, 6, 2), True),
        (date(2024, 2, 29), date(2019, 2, 28), False),
        (date(2024, 2, 29), date(2019, 2, 27), True),
    ],
)
def test_works_start_at_most_five_years_early(proposed, day, refused):
    assert bool(progress.why_not_started_on(day, proposed)) is refused


def test_an_advance_authorisation_neither_starts_nor_stays_open_for_another():
    paa = PermitStanding("paa", "granted")
    works = WorksStanding("planned", paa)
    assert progress.why_not_started(works)
    assert progress.why_not_followed_by(works, "paa")
    assert progress.why_not_followed_by(works, "major") is None
    assert progress.why_not_followed(works) is None
    assert progress.progresses(paa)
    assert not progress.progresses(PermitStanding("paa", "refused"))


def test_immediate_works_can_be_cancelled_until_something_came_of_them():
    running = PermitStanding(Category.IMMEDIATE_URGENT, "submitted", is_started=True)
    assert progress.why_not_cancelled(running) is None
    assert progress.why_not_cancelled(running._replace(is_reinstated=True))
    assert progress.why_not_cancelled(running._replace(is_stopped=True))
    assert progress.why_not_cancelled(running._replace(status="revoked"))
    assert progress.why_not_cancelled(running._replace(category="minor"))


@pytest.mark.parametrize(
    ("category", "status", "thought"),
    [
        (Category.MINOR, PermitStatus.SUBMITTED, "Submitted"),
        (Category.MAJOR, PermitStatus.PERMIT_MODIFICATION_REQUEST, "Modification requested"),
        (Category.MINOR, PermitStatus.GRANTED, None),
        (Category.IMMEDIATE_URGENT, PermitStatus.SUBMITTED, None),
    ],
)
def test_a_start_without_a_granted_permit_is_to_be_thought_of(category, status, thought):
    works = WorksStanding(WorksStatus.PLANNED, PermitStanding(category, status))
    assert progress.why_not_started(works) is None
    said = progress.thought_of_a_start(works)
    assert (said is None) if thought is None else (thought in said and "offence" in said)
