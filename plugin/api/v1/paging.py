"""Going through all rows of a list that comes in pages."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Callable, Optional, Protocol, TypeVar

from pydantic import BaseModel

from ...words import tr
from ..errors import NotTheContract

Row_co = TypeVar("Row_co", bound=BaseModel, covariant=True)

MOST_TOLD = 501
"""The service never says that a list has more rows than that."""

MOST_ROWS = 1_000_000


@dataclass(frozen=True)
class Length:
    """How far a list was read: rows so far, and how many it has at least and, if known, at most."""

    done: int
    at_least: int
    at_most: Optional[int]


class Pagination(Protocol):
    """How long a list is."""

    @property
    def total_rows(self) -> int:
        """The rows of the whole list, 501 when there are more."""

    @property
    def has_next_page(self) -> bool:
        """Whether more rows follow."""


class Page(Protocol[Row_co]):
    """Some rows of a list."""

    @property
    def pagination(self) -> Any:
        """The list's `Pagination`."""

    @property
    def rows(self) -> Sequence[Row_co]:
        """The rows of this page."""


def rows(
    method: Callable[..., Page[Row_co]],
    *,
    progress: Optional[Callable[[Length], None]] = None,
    **filters: Any,
) -> Iterator[Row_co]:
    """Go through all rows of a list; a page is fetched when its first row is wanted.

    `progress` is told after each page. All else is as with `pages`.
    """
    for fresh, length in pages(method, **filters):
        if progress is not None:
            progress(length)
        yield from fresh


def pages(
    method: Callable[..., Page[Row_co]], **filters: Any
) -> Iterator[tuple[list[Row_co], Length]]:
    """Go through all pages of a list: the rows of each, and how far the list was read with it.

    `method` is one of `client.reporting`'s, `filters` are its arguments; an `offset` says where to
    begin. `client.cancelling` stops it in between. Pages go by position: where the list grows
    meanwhile, a row that comes again is left out; where it shrinks, the service may leave one out.
    Raises NotTheContract when the service says that more follows and gives nothing new, and what
    `method` raises.
    """
    start = offset = filters.pop("offset", 0)
    seen: set[bytes] = set()
    while True:
        page = method(offset=offset, **filters)
        offset += len(page.rows)
        marks = [_mark(row) for row in page.rows]
        fresh = [row for row, mark in zip(page.rows, marks) if mark not in seen]
        seen.update(marks)
        yield fresh, _length(page.pagination, offset - start, start)
        if not page.pagination.has_next_page:
            return
        if not fresh or len(seen) > MOST_ROWS:
            raise NotTheContract(
                tr("Street Manager says that the list goes on, but gives no more of it."),
                advice=tr("Try again in a moment."),
                detail=f"offset {offset}",
            )


def _mark(row: BaseModel) -> bytes:
    return hashlib.sha256(row.model_dump_json().encode()).digest()


def _length(pagination: Pagination, done: int, start: int) -> Length:
    if not pagination.has_next_page:
        return Length(done, done, done)
    told = pagination.total_rows - start
    is_whole = pagination.total_rows < MOST_TOLD
    at_least = max(told, done + 1)
    return Length(done, at_least, at_least if is_whole else None)
