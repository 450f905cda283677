"""Moments at the ends of the calendar have no day in another time zone: they are refused."""

import pytest
from pydantic import TypeAdapter, ValidationError
from street_works.plugin.api.contract.fields import CivilDate, Instant


@pytest.mark.parametrize("kind", [CivilDate, Instant])
@pytest.mark.parametrize("text", ["0001-01-01T00:00:07Z", "9999-12-31T23:59:59Z"])
def test_a_moment_at_the_end_of_the_calendar_is_refused(kind, text):
    with pytest.raises(ValidationError, match="Give a date"):
        TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize("text", ["0002-01-01T00:00:00Z", "9998-12-31T23:59:59Z"])
def test_any_other_is_read(text):
    assert TypeAdapter(Instant).validate_python(text).isoformat()[:10] == text[:10]
    assert TypeAdapter(CivilDate).validate_python(text).isoformat() == text[:10]
