"""Definitions of the Party API that none of its published operations takes or gives."""

from typing import Optional

from pydantic import ConfigDict, Field

from ...base import Request, Response
from ...complete import RuledRequest
from ...enums import Role, WorkstreamAccessLevel
from ...fields import Open, Text, Text8, Text20, Text50, Text99, Text255, Text320, Words


class OrganisationUpdateRequest(RuledRequest):
    """Changes an organisation's address."""

    address_line_one: Text255
    address_line_two: Optional[Text255] = None
    locality: Optional[Text255] = None
    town: Optional[Text255] = None
    postcode: Text8
    email: Text320
    phone_number: Text20


class OrganisationContractsCreateRequest(RuledRequest):
    """Adds contractors to a promoter."""

    contractor_organisation_references: list[Words]


class UserWorkstreamAccess(Response):
    """What a user may do in a workstream."""

    workstream_prefix: Text
    access_level: Open[WorkstreamAccessLevel]


class UserWorkstreamAccessUpdateRequest(RuledRequest):
    """Sets what a user may do in each workstream."""

    user_workstream_access: list[UserWorkstreamAccess]


class InviteUserRequest(RuledRequest):
    """Invites a user."""

    email: Text50
    first_name: Text50
    last_name: Text50
    role: Optional[Role] = None


class RemoveUserRequest(RuledRequest):
    """Removes a user."""

    email: Words


class OnboardUserRequest(RuledRequest):
    """Adds a user to an organisation."""

    email: Text50
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

    email: Text50
    first_name: Text50
    last_name: Text50
    password: Text99 = Field(repr=False)
    organisation_reference: Optional[Words] = None
    roles: list[Role]
