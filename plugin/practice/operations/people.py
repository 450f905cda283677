"""Organisations, their workstreams and users: the Party API."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ...api.v1.models.party import (
    UpdateUserDetailsRequest,
    WorkstreamCreateRequest,
    WorkstreamUpdateRequest,
)
from ...words import tr
from ..answers.shared import present
from ..people.accounts import Sessions, User
from ..people.organisations import BY_CODE, ORGANISATIONS, Organisation
from ..records import Person, Workstream
from ..refusals import Refusal, bad_field, not_found, restricted
from ..serving.exchange import Answer, Call, Handler
from .office import Office

_KINDS = ("PROMOTER", "HA", "CONTRACTOR")


class PeopleOperations:
    """Who is who, in one office."""

    def __init__(self, office: Office, sessions: Sessions) -> None:
        self._office = office
        self._sessions = sessions

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "GetOrganisation": self.get_organisation,
            "GetOrganisations": self.get_organisations,
            "GetWorkstreams": self.get_workstreams,
            "GetWorkstream": self.get_workstream,
            "CreateWorkstream": self.create_workstream,
            "UpdateWorkstream": self.update_workstream,
            "GetUser": self.get_user,
            "UpdateUserDetails": self.update_user_details,
        }
        return {("party", operation): handler for operation, handler in named.items()}

    # -- organisations ------------------------------------------------------------------------

    def get_organisation(self, call: Call) -> Answer:
        """Return an organisation, with its contractors when it is a promoter."""
        one = _organisation(call)
        body = {
            "name": one.name,
            "organisation_reference": one.swa_code,
            "address_line_one": "1 Practice Way",
            "email": f"streetworks@{one.prefix.lower()}.practice.example",
            "phone_number": "01632 960001",
            "postcode": "ZZ1 1ZZ",
            "prefix": one.prefix,
            "organisation_type": one.kind,
            "contractors": [_summary(o) for o in ORGANISATIONS if one.swa_code in o.contracts],
            "is_hs2_applicable": one.swa_code == "7374",
        }
        return Answer(body=body)

    def get_organisations(self, call: Call) -> Answer:
        """Return the organisations of a type, or whose name holds a text."""
        kind, query = call.one("type"), (call.one("query") or "").lower()
        if kind is not None and kind not in _KINDS:
            raise bad_field("type", tr("Choose one of: PROMOTER, HA, CONTRACTOR."))
        found = [
            one
            for one in ORGANISATIONS
            if (kind is None or one.kind == kind) and query in one.name.lower()
        ]
        return Answer(body=[_summary(one) for one in found])

    # -- workstreams --------------------------------------------------------------------------

    def get_workstreams(self, call: Call) -> Answer:
        """Return the workstreams of one's own organisation or of a promoter one works for."""
        one = _organisation(call)
        _check_reader(one, call.signed_in)
        return Answer(body=[_workstream(w) for w in self._office.workstreams(one.swa_code)])

    def get_workstream(self, call: Call) -> Answer:
        """Return one workstream."""
        one = _organisation(call)
        _check_reader(one, call.signed_in)
        return Answer(body=_workstream(self._find(one, call.path["workstreamPrefix"])))

    def create_workstream(self, call: Call) -> Answer:
        """Make a workstream of one's own organisation; its prefix is taken once."""
        one = _organisation(call)
        _check_owner(one, call.signed_in)
        request: WorkstreamCreateRequest = self._office.read(WorkstreamCreateRequest, call)
        if any(w.prefix == request.prefix for w in self._office.workstreams(one.swa_code)):
            raise bad_field("prefix", tr("There is a workstream with this prefix already."))
        made = Workstream(organisation=one.swa_code, **request.model_dump())
        self._keep(made)
        return Answer(status=201, body={"prefix": made.prefix})

    def update_workstream(self, call: Call) -> Answer:
        """Change the name and the contact of a workstream of one's own organisation."""
        one = _organisation(call)
        _check_owner(one, call.signed_in)
        request: WorkstreamUpdateRequest = self._office.read(WorkstreamUpdateRequest, call)
        known = self._find(one, call.path["workstreamPrefix"])
        self._keep(replace(known, **request.model_dump()))
        return Answer(status=204)

    def _find(self, one: Organisation, prefix: str) -> Workstream:
        found = [w for w in self._office.workstreams(one.swa_code) if w.prefix == prefix]
        if not found:
            raise not_found(tr("The organisation has no workstream with this prefix"))
        return found[0]

    def _keep(self, one: Workstream) -> None:
        key = f"{one.organisation}-{one.prefix}"
        self._office.register.shelf("workstreams").put(key, one)

    # -- users --------------------------------------------------------------------------------

    def get_user(self, call: Call) -> Answer:
        """Return oneself, or a colleague; the address is taken as it is or in base64."""
        asked = self._user(call)
        contracts = [BY_CODE[code] for code in asked.organisation.contracts]
        names = {one.email: one for one in self._office.register.shelf("users").all()}
        name = names.get(asked.email) or Person(asked.email, asked.role, "Practice")
        body: dict[str, Any] = {
            "first_name": name.first_name,
            "last_name": name.last_name,
            "organisation_name": asked.organisation.name,
            "roles": [asked.role, "API"],
            "organisation_reference": asked.organisation.swa_code,
            "contracts": [_summary(one) for one in contracts],
            "workstreams": [
                {
                    "workstream_prefix": one.prefix,
                    "access_level": "full_write",
                    "workstream_name": one.name,
                }
                for one in self._office.workstreams(asked.organisation.swa_code)
            ],
        }
        return Answer(body=body)

    def update_user_details(self, call: Call) -> Answer:
        """Change one's own name."""
        asked = self._user(call)
        if asked.email != call.signed_in.email:
            raise restricted()
        request: UpdateUserDetailsRequest = self._office.read(UpdateUserDetailsRequest, call)
        person = Person(asked.email, request.first_name, request.last_name)
        self._office.register.shelf("users").put(asked.email, person)
        return Answer(status=204)

    def _user(self, call: Call) -> User:
        text = call.path["email"]
        asked = self._sessions.find_user(text) or self._sessions.find_user(_decoded(text))
        if asked is None or asked.organisation != call.signed_in.organisation:
            raise not_found(tr("No user with this email address"))
        return asked


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


def _check_reader(one: Organisation, user: User) -> None:
    if one.swa_code not in (user.organisation.swa_code, *user.promoters):
        raise restricted()


def _check_owner(one: Organisation, user: User) -> None:
    if one != user.organisation:
        raise restricted()
    if one.kind == "CONTRACTOR":
        raise Refusal(412, tr("Contractors have no workstreams of their own"))


def _organisation(call: Call) -> Organisation:
    found = BY_CODE.get(call.path["organisationReference"])
    if found is None:
        raise not_found(tr("No organisation with this reference"))
    return found


def _summary(one: Organisation) -> dict[str, str]:
    return {"name": one.name, "organisation_reference": one.swa_code}


def _workstream(one: Workstream) -> dict[str, Any]:
    return present(
        {
            "status": one.status,
            "prefix": one.prefix,
            "name": one.name,
            "description": one.description,
            "contact_name": one.contact_name,
            "contact_number": one.contact_number,
            "contact_email": one.contact_email,
            "organisation_reference": one.organisation,
        }
    )
