"""In the real QGIS a slow service's works are soon on the map, and a pan ends the request.

The bounds are wide, since other tests may run at the same time; `make bench` has the figures.
"""

import pytest
from street_works.tests.bench import live_views

MORE_S = 1.5
STOP_S = 0.5


@pytest.mark.journey
def test_first_works_come_soon_and_a_pan_ends_the_request() -> None:
    found = live_views.measured(8)
    assert len(found["first"]) == 4
    assert len(found["stopped_s"]) == 2
    for one in found["first"]:
        assert live_views.ANSWER_S <= one["there_s"] <= one["drawn_s"]
        assert one["drawn_s"] <= live_views.ANSWER_S + MORE_S
    assert max(found["stopped_s"]) <= STOP_S
    assert found["exit_code"] == 0
