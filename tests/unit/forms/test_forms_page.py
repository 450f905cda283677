"""The page with every form in pictures tells the truth, and each form has its picture there."""

import re
import struct

import pytest
from street_works.plugin.forms.all_forms import FORMS
from street_works.plugin.rules import penalties
from street_works.plugin.rules.steps import Step
from street_works.plugin.trade.vocabulary.notices import PenaltyStatus
from street_works.tools import forms, pictures
from street_works.tools.when_offered import when

ALL = 2_000_000  # bytes
PALETTE = 3  # the colour type of a PNG with a table of colours


@pytest.fixture(scope="module")
def page():
    return forms.page()


def test_it_is_as_the_forms_and_the_rules_are_now(page):
    assert forms.PAGE.read_text("utf-8") == page, "run `make docs`"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_each_form_is_told_of_with_a_picture_that_is_there(form):
    page, picture = forms.PAGE.read_text("utf-8"), f"forms/{forms.picture_of(form)}"
    assert f"### {form().told().title}\n" in page
    assert page.count(f"(images/{picture}.png)") == 1
    assert picture in {one.name for one in pictures.PICTURES}
    head = (forms.PAGE.parent / "images" / f"{picture}.png").read_bytes()[:26]
    width, _height, _depth, colours = struct.unpack(">IIBB", head[16:])
    assert width > 600
    assert colours == PALETTE


def test_there_is_no_picture_of_a_form_that_is_gone_and_all_are_small():
    found = sorted(forms.IMAGES.iterdir())
    assert [one.stem for one in found] == sorted(map(forms.picture_of, FORMS))
    assert sum(one.stat().st_size for one in found) < ALL


def test_its_links_lead_to_its_headings():
    page = forms.PAGE.read_text("utf-8")
    headings = {title.lower().replace(" ", "-") for title in re.findall(r"^## (.*)$", page, re.M)}
    assert set(re.findall(r"\(#([\w-]+)\)", page)) == headings


def test_reasons_speak_of_changes_and_modifications_as_the_forms_do(page):
    assert "change request" in page
    assert "altered" not in page
    assert "alteration " not in page
    assert "modification" in when(Step.REQUEST_MODIFICATION)


def test_when_a_form_is_offered_is_what_the_rules_say():
    assert when(Step.ACCEPT_PENALTY) == "Offered while the FPN is *Issued* or *Disputed*."
    assert when(Step.COMMENT) == "Offered at any time."
    start = when(Step.START)
    assert start.startswith("Offered while the works are *Planned* and their latest permit is ")
    assert "“These works have no permit.”" in start
    assert "business rules" not in start


def test_a_rule_that_changes_changes_the_page(monkeypatch):
    monkeypatch.setitem(
        penalties.DIAGRAM, PenaltyStatus.ACCEPTED, frozenset({PenaltyStatus.ISSUED})
    )
    assert when(Step.ACCEPT_PENALTY) == "Offered while the FPN is *Issued*."
