"""Files of the Work API once they are sent: usable when they have been checked for viruses."""

from typing import TYPE_CHECKING, Optional

from ...words import tr
from ..errors import NotFound, TimedOut
from ..polling import Pauses, until_ready

if TYPE_CHECKING:
    from .calls.work.files import Download
    from .client import V1Client

SCAN = Pauses(first=0.5, growth=1.5, longest=10.0, altogether=120.0)


def wait_for_file(client: "V1Client", file_id: int, pauses: Pauses = SCAN) -> "Download":
    """Return a file once it has been checked for viruses.

    A file that fails the check never comes, and is told in the same way as one that does not exist:
    TimedOut is raised for both when the pauses are over. `client.cancelling` stops it.
    """

    def look() -> "Optional[Download]":
        try:
            return client.work.get_file(file_id)
        except NotFound:
            return None

    found = until_ready(client, look, pauses)
    if found is None:
        raise TimedOut(
            tr("The file {number} has not passed the virus check.").format(number=file_id),
            advice=tr("If it does not appear in a few minutes, it was refused: send another."),
            may_retry=True,
        )
    return found
