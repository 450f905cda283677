"""Sessions, organisations, workstreams and users: the Party API, and signing in of the Work API."""

from typing import Any, Callable

from pydantic import ConfigDict, Field

from ..api.v1.base import Request
from ..api.v1.models.party import LogoutRequest, TokenRefreshRequest
from ..api.v1.models.work import AuthenticationRequest
from ..words import tr
from .accounts import Sessions, SignInRefused, Tokens
from .exchange import (
    UNAUTHORISED,
    Answer,
    Call,
    Refusal,
    bad_field,
    not_found,
    read_body,
    restricted,
)
from .operations_map import Handler
from .organisations import BY_CODE, ORGANISATIONS, Organisation

_SHORTEST_PASSWORD = 8


class SetPasswordRequest(Request):
    """Replaces a temporary password (V1.25.12, SetPasswordRequest)."""

    model_config = ConfigDict(hide_input_in_errors=True)

    email: str
    password: str = Field(repr=False)
    token: str = Field(repr=False)


class PartyOperations:
    """Signing in and out, and who is who."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[tuple[str, str], Callable[[Call], Answer]] = {
            ("work", "Authenticate"): self.authenticate,
            ("work", "AuthenticateInitial"): self.authenticate_initial,
            ("party", "SetPassword"): self.set_password,
            ("party", "Refresh"): self.refresh,
            ("party", "Logout"): self.logout,
            ("party", "GetOrganisation"): self.get_organisation,
            ("party", "GetOrganisations"): self.get_organisations,
            ("party", "GetWorkstreams"): self.get_workstreams,
            ("party", "GetUser"): self.get_user,
        }
        return named

    def authenticate(self, call: Call) -> Answer:
        """Sign in: 307 with a temporary password, 401, 412 and 423 as the guide gives them."""
        request: AuthenticationRequest = read_body(AuthenticationRequest, call.body)
        try:
            tokens = self._sessions.sign_in(request.email_address, request.password)
        except SignInRefused as refused:
            initial = {"Location": "/v1/work/authenticate/initial"} if refused.status == 307 else {}
            raise Refusal(refused.status, refused.message, headers=initial) from refused
        return Answer(body=self._session(request.email_address, tokens))

    def authenticate_initial(self, call: Call) -> Answer:
        """Sign in for the first time: gives the token with which to set a password."""
        request: AuthenticationRequest = read_body(AuthenticationRequest, call.body)
        try:
            token = self._sessions.first_sign_in(request.email_address, request.password)
        except SignInRefused as refused:
            raise Refusal(refused.status, refused.message) from refused
        return Answer(body={"sessionToken": token})

    def set_password(self, call: Call) -> Answer:
        """Replace a temporary password and sign in with the new one."""
        request: SetPasswordRequest = read_body(SetPasswordRequest, call.body)
        if len(request.password) < _SHORTEST_PASSWORD:
            raise bad_field("password", tr("The password must have eight characters or more."))
        try:
            tokens = self._sessions.set_password(request.email, request.password, request.token)
        except SignInRefused as refused:
            raise Refusal(refused.status, refused.message) from refused
        return Answer(body=self._session(request.email, tokens))

    def _session(self, email: str, tokens: Tokens) -> dict[str, str]:
        return {
            "idToken": tokens.identity,
            "accessToken": tokens.access,
            "refreshToken": tokens.refresh,
            "organisationReference": self._sessions.organisation_of(email),
        }

    def refresh(self, call: Call) -> Answer:
        """Give new tokens for a refresh token; no new refresh token."""
        request: TokenRefreshRequest = read_body(TokenRefreshRequest, call.body)
        tokens = self._sessions.refresh(request.refresh_token)
        if tokens is None:
            raise Refusal(UNAUTHORISED, "Authentication failed")
        return Answer(body={"id_token": tokens.identity, "access_token": tokens.access})

    def logout(self, call: Call) -> Answer:
        """End every session of the user."""
        request: LogoutRequest = read_body(LogoutRequest, call.body)
        if not self._sessions.sign_out(request.access_token):
            raise Refusal(UNAUTHORISED, "Authentication failed")
        return Answer(status=204)

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
        found = [
            one
            for one in ORGANISATIONS
            if (kind is None or one.kind == kind) and query in one.name.lower()
        ]
        return Answer(body=[_summary(one) for one in found])

    def get_workstreams(self, call: Call) -> Answer:
        """Return the workstreams of one's own organisation or of a promoter one works for."""
        one = _organisation(call)
        user = call.signed_in
        if one.swa_code not in (user.organisation.swa_code, *user.promoters):
            raise restricted()
        return Answer(
            body=[
                {
                    "status": "active",
                    "prefix": prefix,
                    "name": name,
                    "organisation_reference": one.swa_code,
                }
                for prefix, name in one.workstreams
            ]
        )

    def get_user(self, call: Call) -> Answer:
        """Return oneself, or a colleague."""
        asked = self._sessions.find_user(call.path["email"])
        user = call.signed_in
        if asked is None or asked.organisation != user.organisation:
            raise not_found(tr("No user with this email address"))
        contracts = [BY_CODE[code] for code in asked.organisation.contracts]
        body: dict[str, Any] = {
            "first_name": asked.role,
            "last_name": "Practice",
            "organisation_name": asked.organisation.name,
            "roles": [asked.role, "API"],
            "organisation_reference": asked.organisation.swa_code,
            "contracts": [_summary(one) for one in contracts],
            "workstreams": [
                {
                    "workstream_prefix": prefix,
                    "access_level": "full_write",
                    "workstream_name": name,
                }
                for prefix, name in asked.organisation.workstreams
            ],
        }
        return Answer(body=body)


def _organisation(call: Call) -> Organisation:
    found = BY_CODE.get(call.path["organisationReference"])
    if found is None:
        raise not_found(tr("No organisation with this reference"))
    return found


def _summary(one: Organisation) -> dict[str, str]:
    return {"name": one.name, "organisation_reference": one.swa_code}
