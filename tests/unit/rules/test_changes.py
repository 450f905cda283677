"""Change requests: their kind, what they may change, how they are settled (Business rules 4)."""

from datetime import date

import pytest
from street_works.plugin.rules import changes
from street_works.plugin.rules.standing import ChangeStanding, PermitStanding
from street_works.plugin.trade.vocabulary.permits import ChangeKind, ChangeStatus, PermitStatus

PLANNED = PermitStanding("standard", "granted")
RUNNING = PermitStanding("standard", "granted", is_started=True)


@pytest.mark.parametrize("before", ["minor", "standard"])
@pytest.mark.parametrize("after", ["major", "paa"])
def test_only_works_in_progress_may_grow_into_major_ones(before, after):
    assert changes.why_category_stays(PLANNED._replace(category=before), after)
    assert changes.why_category_stays(RUNNING._replace(category=before), after) is None


@pytest.mark.parametrize(
    ("standing", "end_moves", "kind"),
    [
        (RUNNING, True, ChangeKind.WORK_EXTENSION),
        (RUNNING, False, ChangeKind.PROMOTER_CHANGE_REQUEST),
        (PLANNED, True, ChangeKind.PROMOTER_CHANGE_REQUEST),
        (PLANNED._replace(status="submitted"), True, ChangeKind.PROMOTER_IMPOSED_CHANGE),
        (
            PLANNED._replace(status=PermitStatus.PERMIT_MODIFICATION_REQUEST),
            True,
            ChangeKind.MODIFIED_PERMIT,
        ),
        (RUNNING._replace(status="revoked"), True, ChangeKind.WORK_EXTENSION),
    ],
)
def test_the_kind_follows_from_the_permit(standing, end_moves, kind):
    assert changes.kind_of(standing, by_authority=False, end_moves=end_moves) == kind
    imposed = changes.kind_of(standing, by_authority=True, end_moves=end_moves)
    assert imposed == ChangeKind.HA_IMPOSED_CHANGE


@pytest.mark.parametrize(
    ("status", "taken"),
    [
        ("granted", True),
        ("deemed", True),
        (ChangeStatus.GRANTED_WITH_DURATION_CHALLENGE, False),
        ("refused", False),
        ("cancelled", False),
        ("revoked", False),
    ],
)
def test_a_challenged_extension_does_not_become_the_permits_own(status, taken):
    assert changes.is_taken_over(status) is taken


@pytest.mark.parametrize(
    ("end", "refused"),
    [
        (date(2026, 6, 4), True),
        (date(2026, 6, 5), False),
        (date(2026, 6, 8), False),
        (date(2026, 6, 9), True),
        (None, True),
    ],
)
def test_a_reasonable_end_lies_from_the_old_end_to_before_the_new_one(end, refused):
    why = changes.why_not_reasonable(date(2026, 6, 5), date(2026, 6, 9), end)
    assert bool(why) is refused


def test_a_start_that_was_logged_fixes_the_proposed_start():
    first, other = date(2026, 6, 1), date(2026, 6, 2)
    assert "started" in changes.why_start_is_fixed(RUNNING, first, other)
    assert changes.why_start_is_fixed(RUNNING, first, first) is None
    assert changes.why_start_is_fixed(PLANNED, first, other) is None
    assert changes.why_start_is_fixed(RUNNING, first, date(2026, 5, 29))


def test_only_extensions_are_challenged():
    assert changes.why_duration_stands(ChangeStanding("submitted", is_extension=True)) is None
    assert changes.why_duration_stands(ChangeStanding("submitted"))


def test_what_can_be_changed_at_all():
    assert changes.why_not_changed(PLANNED) is None
    assert changes.why_not_changed(PLANNED._replace(has_pending_change=True))
    assert changes.why_not_changed(PLANNED._replace(status="revoked"))
    assert changes.why_not_changed(RUNNING._replace(status="revoked")) is None
    assert changes.why_not_changed(PLANNED._replace(category="paa"))
    assert changes.why_not_changed(PLANNED._replace(status="closed"))
