"""`V1`: the contract of Street Manager V1.25.12."""

from ..contract.contract import Contract
from .calls.export import ExportApi
from .calls.geojson import GeoJsonApi
from .calls.lookup import LookupApi
from .calls.party import PartyApi
from .calls.reporting import ReportingApi
from .calls.work import WorkApi
from .operations import OPERATIONS
from .operations.shared import STATUS_PATH
from .refusals import meaning
from .rights import account
from .signing import V1Signing

V1 = Contract(
    version="v1",
    operations=OPERATIONS,
    groups={
        one.api: one for one in (WorkApi, GeoJsonApi, LookupApi, PartyApi, ReportingApi, ExportApi)
    },
    status_path=STATUS_PATH,
    signing=V1Signing(),
    account=account,
    meaning=meaning,
)
