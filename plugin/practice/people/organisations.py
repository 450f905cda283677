"""The organisations of the practice service, all made up, and who works for whom."""

from dataclasses import dataclass

from ...api.v1.application_rules import HS2 as HS2_CODE
from ...trade.workstreams import DEFAULT_WORKSTREAM
from ..town.names import COUNTY, NEIGHBOUR, TOWN

WORKSTREAMS = (
    (DEFAULT_WORKSTREAM, "Default"),
    ("001", "Reactive"),
    ("002", "Planned"),
    ("003", "Connections"),
)


@dataclass(frozen=True)
class Organisation:
    """`kind` is PROMOTER, HA or CONTRACTOR; `contracts` are promoters' SWA codes."""

    swa_code: str
    name: str
    prefix: str
    kind: str
    contracts: tuple[str, ...] = ()
    suspended: bool = False

    @property
    def workstreams(self) -> tuple[tuple[str, str], ...]:
        """The prefixes and names of its workstreams; 000 is there but takes no permits."""
        return () if self.kind == "CONTRACTOR" else WORKSTREAMS


COUNTY_HA = Organisation("9810", f"{COUNTY.upper()} COUNTY COUNCIL", "ZV", "HA")
NEIGHBOUR_HA = Organisation("9820", f"{NEIGHBOUR.upper()} COUNTY COUNCIL", "ZE", "HA")
WATER = Organisation("0098", "MIDVALE WATER", "ZW", "PROMOTER")
GAS = Organisation("9831", "HEARTLAND GAS NETWORKS", "ZG", "PROMOTER")
HS2 = Organisation(HS2_CODE, "HIGH SPEED TWO (PRACTICE)", "ZS", "PROMOTER")
CONTRACTOR = Organisation(
    "9890", "TURNPIKE STREET WORKS LTD", "ZT", "CONTRACTOR", contracts=("0098", "9831", "7374")
)

ORGANISATIONS = (
    COUNTY_HA,
    NEIGHBOUR_HA,
    WATER,
    GAS,
    Organisation("9832", "GRIDIRON POWER DISTRIBUTION", "ZP", "PROMOTER"),
    Organisation("9833", "BEACON TELECOM", "ZB", "PROMOTER"),
    Organisation("9834", "FERNLINE FIBRE", "ZF", "PROMOTER"),
    Organisation("9835", "CABLEWAY BROADBAND", "ZC", "PROMOTER"),
    Organisation("9836", "WOLDS DRAINAGE AND SEWERAGE", "ZD", "PROMOTER"),
    Organisation("9837", "MIDSHIRES HEAT NETWORKS", "ZH", "PROMOTER"),
    Organisation("9838", "OPENDUCT INFRASTRUCTURE", "ZO", "PROMOTER"),
    Organisation("9839", "RIDGEWAY RAIL", "ZR", "PROMOTER"),
    Organisation("9840", "LAMPLIGHTER STREET LIGHTING", "ZL", "PROMOTER"),
    HS2,
    Organisation("9850", "LAPSED UTILITIES", "ZU", "PROMOTER", suspended=True),
    CONTRACTOR,
)
BY_CODE = {organisation.swa_code: organisation for organisation in ORGANISATIONS}
HAS_WORKS = tuple(
    o for o in ORGANISATIONS if o.kind == "PROMOTER" and not o.suspended and o is not HS2
)
DISTRICT = f"{TOWN.upper()} DISTRICT COUNCIL"
