"""Organisations and their workstreams."""

from typing import Optional

from ....contract.base import Response
from ....contract.complete import RuledRequest
from ....contract.fields import Open, Text
from ...enums import OrganisationType, WorkstreamStatus
from ...fields import Email320, PaddedCode, Text20, Text50, Text60, Text500, WorkstreamPrefix


class OrganisationSummaryResponse(Response):
    """An organisation in a list."""

    name: Text
    organisation_reference: PaddedCode


class OrganisationResponse(Response):
    """An organisation: a promoter, a highway authority or a contractor."""

    name: Text
    organisation_reference: PaddedCode
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
    organisation_reference: PaddedCode


class WorkstreamUpdateRequest(RuledRequest):
    """Changes a workstream's name and contact."""

    name: Text60
    description: Optional[Text500] = None
    contact_name: Optional[Text50] = None
    contact_number: Optional[Text20] = None
    contact_email: Optional[Email320] = None


class WorkstreamCreateRequest(WorkstreamUpdateRequest):
    """Makes a workstream."""

    prefix: WorkstreamPrefix


class WorkstreamCreateResponse(Response):
    """The prefix of a new workstream."""

    prefix: Text
