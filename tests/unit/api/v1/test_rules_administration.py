"""Rules of the requests that run an organisation: addresses, users, passwords, sample targets."""

import pytest
from pydantic import ValidationError
from street_works.plugin.api.contract.problems import problems
from street_works.plugin.api.v1.models import party, work

USER = {"email": "jo@water.example", "first_name": "Jo", "last_name": "Bloggs"}
ADDRESS = {
    "address_line_one": "1 High Street",
    "address_line_two": "Flat 2",
    "locality": "Oldtown",
    "town": "Leeds",
    "postcode": "AB1 2CD",
    "email": "works@water.example",
    "phone_number": "01234 567890",
}
ACCESS = {"workstream_prefix": "001", "access_level": "read_only"}
TARGET = {
    "agreed_category_a": 0,
    "agreed_category_b": 1,
    "agreed_category_c": 2,
    "promoter_org_ref": "0010",
}
SOUND = {
    party.OrganisationUpdateRequest: ADDRESS,
    party.InviteUserRequest: {**USER, "role": "Planner"},
    party.OnboardUserRequest: {**USER, "organisation_reference": "0010", "roles": ["Planner"]},
    party.UserCreateRequest: {**USER, "password": "secret", "roles": []},
    party.RemoveUserRequest: {"email": "jo@water.example"},
    party.SetPasswordRequest: {"email": "jo@water.example", "password": "a", "token": "b"},
    party.UserResetPasswordRequest: {
        "email": "jo@water.example",
        "password": "a",
        "verification_code": "b",
    },
    party.UserWorkstreamAccessUpdateRequest: {"user_workstream_access": [ACCESS]},
    work.SampleInspectionTargetCreateRequest: TARGET,
}

ADDRESSES = ("nobody", "jo@water", "jo water@water.example", "@water.example", "jo@", "a@b@c.uk")
LINES = ("address_line_one", "address_line_two", "locality", "town")


def email_rules():
    for model, values in SOUND.items():
        if "email" in values:
            for address in ADDRESSES:
                yield model, {"email": address}, "email", {"email": "jo.b+x@mail.water.example"}


def address_rules(model=party.OrganisationUpdateRequest):
    for field in LINES:
        yield model, {field: "Smith & Sons"}, field, {field: "Smith and Sons 3"}
        yield model, {field: "x" * 256}, field, {field: "x" * 255}
    yield model, {"postcode": "AB1-2CD"}, "postcode", {"postcode": "AB12CD"}
    yield model, {"postcode": "AB12 CDEF"}, "postcode", {"postcode": "AB12 CDE"}
    yield model, {"phone_number": "1" * 21}, "phone_number", {"phone_number": "1" * 20}


def user_rules():
    for model in (party.InviteUserRequest, party.OnboardUserRequest, party.UserCreateRequest):
        for field in ("first_name", "last_name"):
            yield model, {field: "x" * 51}, field, {field: "x" * 50}
        longest = "a@b." + "c" * 46
        yield model, {"email": longest + "c"}, "email", {"email": longest}
    yield party.InviteUserRequest, {"role": "King"}, "role", {"role": "Admin"}
    yield party.OnboardUserRequest, {"roles": ["King"]}, "roles.0", {"roles": ["Admin"]}
    yield party.UserCreateRequest, {"password": "x" * 100}, "password", {"password": "x" * 99}


def access_rules(model=party.UserWorkstreamAccessUpdateRequest):
    field = "user_workstream_access"
    kept = {field: [{**ACCESS, "access_level": "full_write"}]}
    for part, value in (("workstream_prefix", "1"), ("access_level", "all"), ("surprise", 1)):
        yield model, {field: [{**ACCESS, part: value}]}, f"{field}.0.{part}", kept


def target_rules(model=work.SampleInspectionTargetCreateRequest):
    for category in "abc":
        agreed, cap = f"agreed_category_{category}", f"cap_category_{category}"
        yield model, {agreed: -1}, agreed, {agreed: 0}
        yield model, {agreed: 1.5}, agreed, {agreed: 1}
        yield model, {cap: 101}, cap, {cap: 100}
        yield model, {cap: -1}, cap, {cap: 0}
    yield model, {"promoter_org_ref": "12345"}, "promoter_org_ref", {"promoter_org_ref": 10}


BROKEN = [
    *email_rules(),
    *address_rules(),
    *user_rules(),
    *access_rules(),
    *target_rules(),
]


def told(model, changes):
    """The messages for a sound request with `changes`; a change to ... takes the field out."""
    given = {name: one for name, one in {**SOUND[model], **changes}.items() if one is not ...}
    try:
        model.model_validate(given)
    except ValidationError as error:
        return problems(error)
    return {}


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_a_sound_request_has_no_problems_and_lacks_nothing(model):
    assert told(model, {}) == {}
    for name, field in model.model_fields.items():
        if field.is_required():
            assert told(model, {name: ...}) == {name: ["This must be filled in."]}


@pytest.mark.parametrize(
    ("model", "changes", "field", "kept"),
    BROKEN,
    ids=[f"{model.__name__}-{field}" for model, _, field, _ in BROKEN],
)
def test_a_broken_rule_is_told_at_its_field_and_its_neighbour_is_taken(model, changes, field, kept):
    messages = told(model, changes)
    assert list(messages) == [field]
    assert len(messages[field]) == 1
    assert told(model, kept) == {}
