"""What all lists have in common."""

from ....contract.base import Response


class PaginationResponse(Response):
    """How long a list is; go by `has_next_page`, since the count ends at 501."""

    total_rows: int
    has_next_page: bool


class Page(Response):
    """Some rows of a list."""

    pagination: PaginationResponse
