"""Reinstatements: when they are over, what they need, when another permit is (Business rules 8)."""

from datetime import date

import pytest
from street_works.plugin.rules import reinstatements
from street_works.plugin.rules.standing import Done, PermitStanding, WorksStanding
from street_works.plugin.trade.vocabulary.reinstatements import ReinstatementType
from street_works.plugin.trade.vocabulary.works import WorksStatus


@pytest.mark.parametrize(
    ("status", "depth", "done", "last"),
    [
        ("interim", 1.0, date(2018, 10, 26), date(2019, 4, 25)),
        ("interim", None, date(2026, 6, 1), date(2026, 11, 30)),
        ("interim", 2.0, date(2026, 3, 1), date(2026, 8, 31)),
        ("interim", 1.0, date(2026, 8, 31), date(2027, 2, 27)),  # no 31 February: the 28th less 1
        ("interim", 1.0, date(2027, 8, 30), date(2028, 2, 28)),  # the 29th less 1
        ("permanent", 1.5, date(2018, 6, 13), date(2020, 6, 12)),
        ("permanent", 1.51, date(2018, 6, 13), date(2021, 6, 12)),
        ("permanent", None, date(2024, 2, 29), date(2026, 2, 27)),
        ("permanent", 1.0, date(2026, 3, 1), date(2028, 2, 29)),  # before the leap day's morrow
        ("permanent", 1.6, date(2027, 1, 1), date(2029, 12, 31)),
    ],
)
def test_a_reinstatement_lasts_to_the_day_before_its_months_are_over(status, depth, done, last):
    assert reinstatements.last_day(status, done, depth) == last


@pytest.mark.parametrize(
    ("earlier", "permit", "refused"),
    [
        ([("interim", "W-01")], "W-01", True),
        ([("interim", "W-01")], "W-02", False),
        ([("interim", "W-01"), ("interim", "W-01")], "W-01", True),
        ([("interim", "W-01"), ("interim", "W-02")], "W-02", False),  # interim since W-01
        ([("permanent", "W-01")], "W-01", False),
        ([("permanent", "W-01"), ("interim", "W-02")], "W-02", True),
        ([("interim", None)], "W-01", False),  # from before the permit
    ],
)
def test_an_interim_site_becomes_permanent_under_another_permit(earlier, permit, refused):
    made = [Done(*one) for one in earlier]
    assert bool(reinstatements.why_not_permanent(made, permit)) is refused


@pytest.mark.parametrize(
    ("works", "started", "excavation", "allowed"),
    [
        (WorksStatus.IN_PROGRESS, True, True, True),
        ("completed", True, True, True),
        (WorksStatus.IN_PROGRESS, True, False, False),
        ("planned", False, True, False),
        ("cancelled", True, True, False),
    ],
)
def test_every_site_belongs_to_started_works_with_an_excavation(
    works, started, excavation, allowed
):
    permit = PermitStanding("minor", "granted", is_started=started)
    why = reinstatements.why_no_site(WorksStanding(works, permit, has_excavation=excavation))
    assert (why is None) is allowed


@pytest.mark.parametrize(
    ("length", "width", "needed"),
    [(10.0, 1.0, False), (10.01, 1.0, True), (1.0, 10.01, True), (None, None, False)],
)
def test_a_long_excavation_is_placed_by_both_ends(length, width, needed):
    assert reinstatements.needs_second_place("excavation", length, width) is needed
    assert not reinstatements.needs_second_place(ReinstatementType.BAR_HOLES, length, width)


def test_only_an_excavation_is_notifiable_as_it_is():
    notifiable = [one for one in ReinstatementType if reinstatements.why_notifiable(one)]
    assert notifiable == [ReinstatementType.EXCAVATION]
