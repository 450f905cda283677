"""`Contract`: all that a client has to be told to speak one version of Street Manager's API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable

from .calls import Caller, Calls
from .operation import Operation
from .refusals import Meaning, usual
from .rights import Rights
from .signing import Signing

BUSY_OR_FAILED = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Contract:
    """One version of Street Manager's API.

    `version` is the first part of every path. `operations` are by API and operation id, since ids
    alone need not be unique; `groups` gives for each API the class of its methods. `status_path` is
    where each API tells that it is well. `account` asks who the signed-in user of an address is:
    it returns the service's answer, and what the user may do. `meaning` says what a refused answer
    means. `repeated` are the statuses after which a GET is sent again; nothing else ever is.
    """

    version: str
    operations: Mapping[tuple[str, str], Operation]
    groups: Mapping[str, type[Calls]]
    status_path: str
    signing: Signing
    account: Callable[[Caller, str], tuple[Any, Rights]]
    meaning: Meaning = usual
    repeated: frozenset[int] = BUSY_OR_FAILED

    def path(self, api: str, path: str) -> str:
        """Return the path of the whole service for a path of one API."""
        return f"/{self.version}/{api}{path}"
