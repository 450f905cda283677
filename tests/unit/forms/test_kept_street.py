"""A street in the file of drafts, as it is kept now and as version 0.1.0 kept it."""

import json

import pytest
from street_works.plugin.api.v1.models.lookup import StreetResponse
from street_works.plugin.forms import kept_street
from street_works.plugin.forms.application.situation import copied
from street_works.tests.made.streets import as_told
from street_works.tests.made.streets import street as plain
from street_works.tests.unit.forms.test_application import street as told

LINE = {"type": "MultiLineString", "coordinates": [[[530000.0, 180000.0], [530010.5, 180000.0]]]}


def test_what_is_kept_is_read_to_the_letter():
    street = as_told(told(street_line=LINE))
    read = kept_street.read(json.loads(json.dumps(kept_street.keep(street))))
    assert read == street
    # An application repeats a street's designations; a draft holds them by that text.
    texts = [[json.dumps(copied(one), default=str) for one in found.designations]
             for found in (read, street)]  # fmt: skip
    assert texts[0] == texts[1]
    assert kept_street.read(kept_street.keep(plain())) == plain()


def test_what_version_0_1_0_kept_is_read():
    model = StreetResponse.model_validate(told(street_line=LINE))
    kept = model.model_dump(mode="json", exclude_none=True)
    assert kept_street.read(kept) == as_told(told(street_line=LINE))
    assert kept_street.name_of(kept) == "HIGH STREET"


@pytest.mark.parametrize("kept", [{"usrn": 12345678}, {"street_descriptor": "HIGH STREET"}])
def test_what_cannot_be_read_is_refused(kept):
    with pytest.raises(ValueError, match="validation error"):
        kept_street.read(kept)


def test_a_draft_is_named_by_its_street():
    assert kept_street.name_of(kept_street.keep(plain())) == "High Street"
    assert kept_street.name_of({}) == ""
