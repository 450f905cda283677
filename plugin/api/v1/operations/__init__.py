"""The operations of V1.25.12: what is sent where, by whom, what comes back.

All of the six Swagger files, and those that only the written guide has: the first sign-in, setting
a password, and each API's health check. The client's methods and the practice service's router read
the same table.
"""

from collections.abc import Mapping

from ...contract.operation import Operation
from .export import EXPORT
from .geojson import GEOJSON
from .lookup import LOOKUP
from .party import PARTY
from .reporting import REPORTING
from .work import WORK

VERSION = "v1"

OPERATIONS: Mapping[tuple[str, str], Operation] = {
    (one.api, one.operation_id): one
    for one in (*WORK, *GEOJSON, *LOOKUP, *PARTY, *REPORTING, *EXPORT)
}
"""Every operation by its API and operation id: ids alone are not unique among the six APIs."""
