"""A planner, a contractor and a highway authority in the real QGIS: each from signing in on."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "roles.py"
OUT = application.ROOT / "build" / "roles"
FOR_ALL = ["start", "find", "details", "draw"]
APPLIES = [*FOR_ALL, "form", "submitted", "on the map"]
STEPS = {
    "planner": APPLIES,
    "contractor": APPLIES,
    "authority": [*FOR_ALL, "not offered"],
}


@pytest.mark.journey
@pytest.mark.parametrize("role", STEPS)
def test_each_role_does_what_it_may_and_is_told_what_it_may_not(
    role: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = OUT / role
    out.mkdir(parents=True, exist_ok=True)
    result = application.run(SCRIPT, {"role": role, "out": str(out)}, timeout=250)
    assert "error" not in result, result["error"]
    with capsys.disabled():
        print(f"\n{role}")
        for step in result["steps"]:
            print(f"  {step['step']}: {step['detail']}")
    failed = [step for step in result["steps"] if not step["ok"]]
    assert not failed, failed
    assert [step["step"] for step in result["steps"]] == STEPS[role]
    for step in result["steps"]:
        assert (out / step["screenshot"]).stat().st_size > 10_000
