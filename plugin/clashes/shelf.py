"""Occupations put up once so that many can be compared with many at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Callable, Optional

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ..trade.days import Days
from ..trade.traffic import is_high_impact
from ..trade.vocabulary.permits import PermitStatus
from .grade import Grade
from .occupation import EMBARGO, OWN, Occupation
from .shapes import usable_all
from .spans import Numbers, spans

Shapes = NDArray[np.object_]
Words = NDArray[np.object_]
Flags = NDArray[np.bool_]

OVER_OR_GIVEN_UP = frozenset(
    {
        PermitStatus.CANCELLED.value,
        PermitStatus.REFUSED.value,
        PermitStatus.CLOSED.value,
        PermitStatus.REVOKED.value,
    }
)
"""The statuses of works that are in nobody's way any more."""


class Shelf:
    """Occupations in columns, with an index of their shapes; made once, and never changed.

    Those that are over or given up are left out and counted in `left_out`. A broken shape is made
    valid; one that stays unusable has None in `shapes` and a reason in `unusable`, by its row.
    """

    def __init__(self, occupations: Iterable[Occupation], *, ignoring: Iterable[str] = ()) -> None:
        """Put up all but those that are over, and those whose works `ignoring` names."""
        given = list(occupations)
        ours = {reference.upper() for reference in ignoring if reference}
        self.occupations = tuple(
            one
            for one in given
            if one.status.lower() not in OVER_OR_GIVEN_UP
            and one.works not in ours
            and one.reference.upper() not in ours
        )
        self.left_out = len(given) - len(self.occupations)
        self.shapes: Shapes
        self.unusable: Mapping[int, str]
        self.shapes, self.unusable = usable_all([one.shape for one in self.occupations])
        self.spans = spans(
            (one.start for one in self.occupations), (one.end for one in self.occupations)
        )

    def __len__(self) -> int:
        return len(self.occupations)

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The index of the shapes, by row."""
        return shapely.STRtree(self.shapes)

    @cached_property
    def street_lines(self) -> Shapes:
        """The usable lines of the streets that they are on; None where that is not known."""
        return self._others(lambda one: one.street_line)[0]

    @cached_property
    def street_tree(self) -> shapely.STRtree:
        """The index of the lines of their streets, by row."""
        return shapely.STRtree(self.street_lines)

    @cached_property
    def roads(self) -> Shapes:
        """Where they stand in traffic's way: the line of the street, else the shape itself."""
        lines = self.street_lines
        return np.where(shapely.is_missing(lines), self.shapes, lines)

    @cached_property
    def road_tree(self) -> shapely.STRtree:
        """The index of the roads, by row."""
        return shapely.STRtree(self.roads)

    @property
    def diversions(self) -> Shapes:
        """The usable ways that traffic takes meanwhile; None where there is none."""
        return self._diversions[0]

    @property
    def unusable_diversions(self) -> Mapping[int, str]:
        """Why a diversion cannot be used, by its row."""
        return self._diversions[1]

    @cached_property
    def _diversions(self) -> tuple[Shapes, Mapping[int, str]]:
        return self._others(lambda one: one.diversion)

    @cached_property
    def diversion_tree(self) -> shapely.STRtree:
        """The index of the diversions, by row."""
        return shapely.STRtree(self.diversions)

    @cached_property
    def works(self) -> Words:
        """The references of the works that they are parts of."""
        return self.column(lambda one: one.works)

    @cached_property
    def kinds(self) -> Words:
        """What kind each is of."""
        return self.column(lambda one: one.kind)

    @cached_property
    def own(self) -> Flags:
        """Whether they are features of the planner's own layers."""
        return self.column(lambda one: one.kind.startswith(OWN)).astype(bool)

    @cached_property
    def categories(self) -> Words:
        """The category of each."""
        return self.column(lambda one: one.category)

    @cached_property
    def high_impact(self) -> Flags:
        """Whether their traffic management weighs heavily on the street."""
        return self.column(lambda one: is_high_impact(one.traffic)).astype(bool)

    @cached_property
    def holds_traffic(self) -> NDArray[np.int8]:
        """How serious it is where each stands in traffic's way: a grade, 0 where it gets past.

        High impact is a clash; where it is not told how traffic is led past, it cannot be said.
        """
        untold = self.column(lambda one: one.traffic_untold).astype(bool)
        weights = np.where(untold, Grade.CANNOT_SAY, 0)
        return np.where(self.high_impact, Grade.CLASH, weights).astype(np.int8)

    @cached_property
    def embargoes(self) -> Flags:
        """Whether they are features of the planner's own layers where nobody is to work."""
        found: Flags = self.own & self.column(lambda one: one.category.casefold() == EMBARGO)
        return found.astype(bool)

    @cached_property
    def promoters(self) -> Words:
        """Who promotes each: the SWA code, else the name; "" where neither is known."""
        return self.column(lambda one: one.promoter_code or one.promoter.casefold())

    @cached_property
    def rows_on(self) -> Mapping[str, Numbers]:
        """The rows on each street, by its keys."""
        rows: dict[str, list[int]] = {}
        for row, one in enumerate(self.occupations):
            for key in one.streets:
                rows.setdefault(key, []).append(row)
        return {key: np.array(found, dtype=np.int64) for key, found in rows.items()}

    def on_each(self, days: Sequence[Days]) -> "Shelf":
        """Return a shelf with the first occupation on each of these days instead of its own."""
        one, made = self.occupations[0], Shelf(())
        made.occupations = tuple(replace(one, start=start, end=end) for start, end in days)
        made.shapes = np.repeat(self.shapes[:1], len(days))
        made.spans = spans((start for start, _end in days), (end for _start, end in days))
        return made

    def of_kind(self, rows: Numbers, kind: str) -> Flags:
        """Say which of some rows are of a kind."""
        flags: Flags = self.kinds[rows] == kind
        return flags

    def of_category(self, rows: Numbers, category: str) -> Flags:
        """Say which of some rows are of a category."""
        flags: Flags = self.categories[rows] == category
        return flags

    def column(self, ask: Callable[[Occupation], object]) -> Words:
        """Ask something of each."""
        found = np.empty(len(self), dtype=object)
        found[:] = [ask(one) for one in self.occupations]
        return found

    def _others(
        self, ask: Callable[[Occupation], Optional[BaseGeometry]]
    ) -> tuple[Shapes, Mapping[int, str]]:
        """Return usable copies of shapes that few have, None where there is none, and why not."""
        column = self.column(ask)
        given = np.flatnonzero(~shapely.is_missing(column))
        column[given], reasons = usable_all(list(column[given]))
        return column, {int(given[row]): reason for row, reason in reasons.items()}
