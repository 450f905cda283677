"""What others do at the register by a client that is signed in, and what it lists of one's own.

Works and permits go by their references, and what is given back is in the trade's values.
"""

from itertools import islice
from typing import Any

from street_works.plugin.api import StreetManager
from street_works.plugin.api.v1.files import wait_for_file
from street_works.plugin.api.v1.models.reporting import PermitSummaryResponse
from street_works.plugin.api.v1.models.work import (
    AddFileToWorkRequest,
    CommentCreateRequest,
    PermitStatusUpdateRequest,
)
from street_works.plugin.api.v1.paging import rows
from street_works.plugin.api.v1.reading import works as reading
from street_works.plugin.trade.records.works import PermitFound
from street_works.plugin.trade.vocabulary.comments import CommentTopic


def own_permits(client: StreetManager, most: int = 25) -> list[PermitFound]:
    """Return the first permits of the client's organisation: `most` of them, or all."""
    return [reading.permit_found(one) for one in islice(rows(client.reporting.get_permits), most)]


def permits_in(page: dict[str, Any]) -> list[PermitFound]:
    """Return the permits of a page as V1.25.12 lists them in JSON."""
    told = map(PermitSummaryResponse.model_validate, page["rows"])
    return list(map(reading.permit_found, told))


def comment(client: StreetManager, works: str, text: str, *, internal: bool = False) -> None:
    """Comment on works in general; what is internal the other side does not see."""
    request = CommentCreateRequest(detail=text, topic=CommentTopic.GENERAL, is_internal=internal)
    client.work.post_comment(works, request)


def attach(client: StreetManager, works: str, content: bytes) -> int:
    """Add a file plan.pdf to works; return its number once it has been checked for viruses."""
    file = client.work.upload_file(("plan.pdf", content, "application/pdf"))
    client.work.add_file_to_work(works, AddFileToWorkRequest(file_ids=[file.file_id]))
    wait_for_file(client, file.file_id)
    return file.file_id


def cancel(client: StreetManager, works: str, permit: str) -> None:
    """Cancel a permit."""
    request = PermitStatusUpdateRequest(permit_status="cancelled")
    client.work.update_permit_status(works, permit, request)
