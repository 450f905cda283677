"""Forms in the real QGIS: opened from the details, filled in, their pictures taken."""

import random

import pytest
from street_works.plugin.forms.all_forms import FORMS
from street_works.tests.journeys.walking import walked
from street_works.tests.rounds import drawn_seed, rounds
from street_works.tools import application

OUT = application.ROOT / "build" / "forms"


@pytest.mark.journey
@pytest.mark.timeout(600)
def test_forms_are_opened_and_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    """Each form in a full run, others in each usual one."""
    seed, every = drawn_seed(), sorted(form.__name__ for form in FORMS)
    print("seed", seed)
    drawn = random.Random(seed).sample(every, rounds(6, full=len(every)))  # noqa: S311 - no secret
    assert sorted(walked("forms.py", OUT, capsys, timeout=580, forms=drawn)) == sorted(drawn)
