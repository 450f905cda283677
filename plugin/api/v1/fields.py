"""The kinds of value that only V1.25.12 has: its lengths, its codes, its references."""

from datetime import date, datetime, timezone
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StrictInt,
)

from ...words import tr
from ..contract.fields import in_utc, moment_as_sent, not_a_number, whole
from ..contract.geometry import refused
from ..contract.patterns import EMAIL, Matching

LETTERS_AND_DIGITS = Matching(
    r"^[A-Za-z0-9 ]+$", lambda: tr("Only letters, digits and spaces may be used.")
)
REFERENCE = Matching(
    r"^[A-Za-z0-9_-]+$", lambda: tr("Only letters, digits, dashes and underscores may be used.")
)
SWA_CODE = Matching(
    r"^[0-9A-Za-z]{4}$", lambda: tr("An SWA code has four characters, such as 0010.")
)
THREE_DIGITS = Matching(r"^[0-9]{3}$", lambda: tr("A workstream has three digits, such as 001."))


def pad_code(value: Any) -> Any:
    """Give an SWA code its leading zeros back (10 or "10" becomes "0010"); leave anything else."""
    if isinstance(value, bool):
        return value
    value = whole(value)
    text = str(value) if isinstance(value, int) else value
    return text.zfill(4) if isinstance(text, str) and text.isdigit() else text


def _moment_of_designation(value: Any) -> Any:
    """Take a designation's date from the street look-up as it is; a plain date is midnight UTC."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=timezone.utc)
    return not_a_number(value)


def _two_decimals(value: float) -> float:
    if round(value, 2) != value:
        raise refused(tr("At most two decimal places."))
    return value


# ---- for requests ----
EmailAddress = Annotated[str, Field(strict=True), EMAIL]
Email50 = Annotated[str, Field(strict=True, max_length=50), EMAIL]
Email = Annotated[str, Field(strict=True, max_length=100), EMAIL]
Email320 = Annotated[str, Field(strict=True, max_length=320), EMAIL]
AddressLine = Annotated[str, Field(strict=True, max_length=255), LETTERS_AND_DIGITS]
Postcode = Annotated[str, Field(strict=True, max_length=8), LETTERS_AND_DIGITS]
Text20 = Annotated[str, Field(strict=True, min_length=1, max_length=20)]
Text50 = Annotated[str, Field(strict=True, min_length=1, max_length=50)]
Text60 = Annotated[str, Field(strict=True, min_length=1, max_length=60)]
Text99 = Annotated[str, Field(strict=True, min_length=1, max_length=99)]
Text100 = Annotated[str, Field(strict=True, min_length=1, max_length=100)]
Text500 = Annotated[str, Field(strict=True, min_length=1, max_length=500)]
Text1500 = Annotated[str, Field(strict=True, min_length=1, max_length=1500)]
SwaCode = Annotated[str, BeforeValidator(pad_code), SWA_CODE]
# Business rules 1.4 let USRNs begin at 100001, the Swagger description at 1000001: the wider holds.
Usrn = Annotated[StrictInt, Field(ge=100_001, le=99_999_999)]
RoadCategory = Annotated[StrictInt, Field(ge=0, le=10)]
ClockNumber = Annotated[StrictInt, Field(ge=0, le=2400)]
FileId = Annotated[StrictInt, Field(ge=1)]
Decimals = Annotated[float, Field(strict=True, allow_inf_nan=False), AfterValidator(_two_decimals)]
WorkstreamPrefix = Annotated[str, Field(strict=True), THREE_DIGITS]
WorkReference = Annotated[
    str, Field(strict=True, max_length=24), REFERENCE, AfterValidator(str.upper)
]
DesignationDate = Annotated[
    datetime,
    BeforeValidator(_moment_of_designation),
    AfterValidator(in_utc),
    PlainSerializer(moment_as_sent, when_used="json"),
]

# The look-up's texts go back exactly as they came, be they empty.
Text255 = Annotated[str, Field(strict=True, max_length=255)]
Text300 = Annotated[str, Field(strict=True, max_length=300)]

# ---- for responses ----
PaddedCode = Annotated[str, BeforeValidator(pad_code)]
