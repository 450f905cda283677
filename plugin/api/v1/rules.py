"""Rules between the fields of several requests of V1.25.12."""

from ...trade.workstreams import DEFAULT_WORKSTREAM
from ...words import tr
from ..contract.complete import Given, Rule
from ..contract.rules import Broken, needed


def evidence(flag: str) -> Rule:
    """Make the rule that files come with what is said to be evidenced."""
    return needed("file_ids", flag, True, lambda: tr("Add the files that are the evidence."))


def workstream_in_use(given: Given) -> Broken:
    """Workstream 000 exists for every organisation but is not for permits."""
    if given["workstream_prefix"] == DEFAULT_WORKSTREAM:
        return "workstream_prefix", tr("Workstream 000 cannot be used for permits.")
    return None
