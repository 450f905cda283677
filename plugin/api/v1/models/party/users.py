"""Users."""

from typing import Optional

from ....contract.base import Response
from ....contract.complete import RuledRequest
from ....contract.fields import Open, Text
from ...enums import Role, WorkstreamAccessLevel
from ...fields import PaddedCode, Text50
from .organisations import OrganisationSummaryResponse


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
    organisation_reference: PaddedCode
    contracts: Optional[list[OrganisationSummaryResponse]] = None
    workstreams: Optional[list[UserWorkstreamAccessDetails]] = None


class UpdateUserDetailsRequest(RuledRequest):
    """Changes a user's name."""

    first_name: Text50
    last_name: Text50
