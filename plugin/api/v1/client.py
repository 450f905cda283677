"""`V1Client`: the client with the APIs of V1.25.12, typed."""

from typing_extensions import override

from ..client import Client
from .calls.export import ExportApi
from .calls.geojson import GeoJsonApi
from .calls.lookup import LookupApi
from .calls.party import PartyApi
from .calls.reporting import ReportingApi
from .calls.work import WorkApi
from .contract import V1
from .models.party import SetPasswordResponse, UserResponse
from .models.work import AuthenticationResponse


class V1Client(Client):
    """A `Client` of V1.25.12. With another contract it has that one's APIs in place of these."""

    contract = V1
    work: WorkApi
    geojson: GeoJsonApi
    lookup: LookupApi
    party: PartyApi
    reporting: ReportingApi
    export: ExportApi

    @override
    def sign_in(self, email: str, password: str) -> AuthenticationResponse:
        answer: AuthenticationResponse = super().sign_in(email, password)
        return answer

    @override
    def set_first_password(
        self, email: str, temporary_password: str, new_password: str
    ) -> SetPasswordResponse:
        answer: SetPasswordResponse = super().set_first_password(
            email, temporary_password, new_password
        )
        return answer

    @override
    def learn_rights(self, email: str) -> UserResponse:
        user: UserResponse = super().learn_rights(email)
        return user
