"""Definitions of the Party API that none of its published operations takes or gives."""

from typing import Optional

from pydantic import ConfigDict, Field

from ....contract.base import Request
from ....contract.complete import RuledRequest
from ....contract.fields import Words
from ...enums import Role, WorkstreamAccessLevel
from ...fields import (
    AddressLine,
    Email50,
    Email320,
    EmailAddress,
    Postcode,
    Text20,
    Text50,
    Text99,
    WorkstreamPrefix,
)


class OrganisationUpdateRequest(RuledRequest):
    """Changes an organisation's address."""

    address_line_one: AddressLine
    address_line_two: Optional[AddressLine] = None
    locality: Optional[AddressLine] = None
    town: Optional[AddressLine] = None
    postcode: Postcode
    email: Email320
    phone_number: Text20


class OrganisationContractsCreateRequest(RuledRequest):
    """Adds contractors to a promoter."""

    contractor_organisation_references: list[Words]


class UserWorkstreamAccess(RuledRequest):
    """What a user shall be able to do in a workstream."""

    workstream_prefix: WorkstreamPrefix
    access_level: WorkstreamAccessLevel


class UserWorkstreamAccessUpdateRequest(RuledRequest):
    """Sets what a user may do in each workstream."""

    user_workstream_access: list[UserWorkstreamAccess]


class InviteUserRequest(RuledRequest):
    """Invites a user."""

    email: Email50
    first_name: Text50
    last_name: Text50
    role: Optional[Role] = None


class RemoveUserRequest(RuledRequest):
    """Removes a user."""

    email: EmailAddress


class OnboardUserRequest(RuledRequest):
    """Adds a user to an organisation."""

    email: Email50
    first_name: Text50
    last_name: Text50
    organisation_reference: Text20
    roles: list[Role]


class InternalUpdateUserRolesRequest(RuledRequest):
    """Sets a user's roles."""

    roles: list[Role]


class AdminUpdateUserRolesRequest(RuledRequest):
    """Sets a user's roles, by an administrator."""

    roles: list[Role]


class UserCreateRequest(Request):
    """Makes a user with a password."""

    model_config = ConfigDict(hide_input_in_errors=True)

    email: Email50
    first_name: Text50
    last_name: Text50
    password: Text99 = Field(repr=False)
    organisation_reference: Optional[Words] = None
    roles: list[Role]
