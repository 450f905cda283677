"""Every form in the real QGIS: opened from the details, filled in, its picture taken."""

import pytest
from street_works.plugin.forms.all_forms import FORMS
from street_works.tests.journeys.walking import walked
from street_works.tools import application

OUT = application.ROOT / "build" / "forms"


@pytest.mark.journey
def test_every_form_is_opened_and_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    walked_through = walked("forms.py", OUT, capsys, timeout=580)
    assert sorted(walked_through) == sorted(form.__name__ for form in FORMS)
