"""A planner, a contractor and a highway authority in the real QGIS: each from signing in on."""

import pytest
from street_works.tests.journeys.walking import walked
from street_works.tests.rounds import rounds, some
from street_works.tools import application

OUT = application.ROOT / "build" / "roles"
FOR_ALL = ["start", "find", "details", "draw"]
APPLIES = [*FOR_ALL, "form", "submitted", "on the map", "started"]
STEPS = {
    "contractor": APPLIES,
    "authority": [*FOR_ALL, "not offered"],
    "planner": APPLIES,
}
ROLES = [*some(["contractor", "authority"], usual=1), *["planner"][: rounds(0, full=1)]]
"""The planner's ways are those of the other journeys, so in a usual run they stand for these."""


@pytest.mark.journey
@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_what_it_may_and_is_told_what_it_may_not(
    role: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert walked("roles.py", OUT / role, capsys, role=role) == STEPS[role]
