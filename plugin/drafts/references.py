"""Works references that the planner's side chooses before anything is sent."""

import re
import secrets

from ..errors import StreetWorksError
from ..trade.workstreams import DEFAULT_WORKSTREAM
from ..words import tr

# Without 0, 1, I and O, which are confused when they are read out.
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_RANDOM_LENGTH = 10


def new_work_reference(prefix: str, workstream: str) -> str:
    """Return a works reference nobody has used: prefix, workstream and ten random characters.

    `prefix` is the promoter's two letters, `workstream` its three digits (Business rules 3.1).
    Chosen before sending, it lets works be looked up whose answer was lost. Raises StreetWorksError
    for a prefix or a workstream that permits may not have.
    """
    start = prefix.strip().upper()
    if not re.fullmatch(r"[A-Z]{2}", start):
        raise StreetWorksError(
            tr("The promoter's prefix “{prefix}” is not two letters.").format(prefix=prefix),
            advice=tr("Ask your administrator which prefix your organisation has."),
        )
    if not re.fullmatch(r"[0-9]{3}", workstream) or workstream == DEFAULT_WORKSTREAM:
        raise StreetWorksError(
            tr("The workstream “{workstream}” cannot be used for permits.").format(
                workstream=workstream
            ),
            advice=tr("Choose another workstream: three digits, not 000."),
        )
    tail = "".join(secrets.choice(_LETTERS) for _ in range(_RANDOM_LENGTH))
    return f"{start}{workstream}{tail}"
