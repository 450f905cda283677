"""The life of a clash in the real QGIS: found, judged, resolved, proved, and there again."""

from pathlib import Path

import pytest
from street_works.tests.journeys.walking import demonstrated
from street_works.tools.application import PLANNER

SHOWN = {
    "start": ("Street Works",),
    "the other party": ("Planned", "Submitted"),
    "found": ("Potential clash: HEARTLAND GAS", "5 days in common", "checked.", "complete"),
    "stepped through": ("1 of ", "2 of ", "3 of "),
    "judged": ("planner@practice.example judged this “To be resolved”",),
    "other days": ("Potential collaboration: HEARTLAND GAS", "days apart"),
    "resolved": ("judge again", "your works: days from", "judged this “Resolved”"),
    "evidence": (".csv", ".gpkg", ".pdf", "pages"),
    "attached": (".pdf is among the attachments of your application",),
    "applied": (
        "Checked for clashes",
        "HEARTLAND GAS NETWORKS: resolved, We have moved",
        "Submitted",
    ),
    "the other party moves": ("accepted the change",),
    "watch tells": ("Find clashes (", " new); Clashes (", "To be judged again", "to “"),
    "judged again": ("Potential clash", "Resolved, judge again", "Since then: days from"),
}
"""The steps, and what each has to tell of what QGIS shows."""


@pytest.mark.journey
def test_a_clash_is_found_judged_resolved_proved_and_told_of_again(tmp_path: Path) -> None:
    steps = demonstrated(tmp_path, "--journey", "clashes")
    assert [step["step"] for step in steps if step["ok"]] == list(SHOWN)
    for step in steps:
        missing = [one for one in SHOWN[step["step"]] if one not in step["detail"]]
        assert not missing, step
    pages = next(one for one in steps if one["step"] == "evidence")["detail"]
    count = len(list((tmp_path / PLANNER / "demo").glob("page-*.png")))
    assert count
    assert f"{count} pages" in pages
