"""Party API: sessions, organisations, workstreams, users."""

from typing import Optional

from pydantic import ConfigDict, Field

from ..base import Request, Response, Secret
from ..enums import OrganisationType, Role, WorkstreamAccessLevel, WorkstreamStatus
from ..fields import Open, Text


class TokenRefreshRequest(Request):
    """Asks for new tokens."""

    model_config = ConfigDict(hide_input_in_errors=True)

    refresh_token: str = Field(repr=False)


class TokenRefreshResponse(Secret):
    """The new tokens."""

    id_token: str = Field(repr=False)
    access_token: str = Field(repr=False)


class LogoutRequest(Request):
    """Ends all sessions of the user, on other machines too."""

    model_config = ConfigDict(hide_input_in_errors=True)

    access_token: str = Field(repr=False)


class OrganisationSummaryResponse(Response):
    """An organisation in a list."""

    name: Text
    organisation_reference: Text


class OrganisationResponse(Response):
    """An organisation: a promoter, a highway authority or a contractor."""

    name: Text
    organisation_reference: Text
    address_line_one: Text
    address_line_two: Optional[Text] = None
    email: Text
    locality: Optional[Text] = None
    phone_number: Text
    postcode: Text
    town: Optional[Text] = None
    prefix: Text
    organisation_type: Open[OrganisationType]
    contractors: Optional[list[OrganisationSummaryResponse]] = None
    is_hs2_applicable: bool


class WorkstreamResponse(Response):
    """A workstream of an organisation: the three digits that its works begin with."""

    status: Open[WorkstreamStatus]
    prefix: Text
    name: Text
    description: Optional[Text] = None
    contact_name: Optional[Text] = None
    contact_number: Optional[Text] = None
    contact_email: Optional[Text] = None
    organisation_reference: Text


class UserWorkstreamAccessDetails(Response):
    """How far a user may go in one workstream."""

    workstream_prefix: Text
    access_level: Open[WorkstreamAccessLevel]
    workstream_name: Text


class UserResponse(Response):
    """A user, with roles, contracts and workstreams."""

    first_name: Optional[Text] = None
    last_name: Optional[Text] = None
    organisation_name: Text
    roles: Optional[list[Open[Role]]] = None
    organisation_reference: Text
    contracts: Optional[list[OrganisationSummaryResponse]] = None
    workstreams: Optional[list[UserWorkstreamAccessDetails]] = None
