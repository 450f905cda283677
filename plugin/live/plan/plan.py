"""The plan of boxes: what to ask the register for, as it answers at most 100 features a call."""

import math
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Callable, NamedTuple, Optional

import numpy as np
from numpy.typing import ArrayLike

from ...api.errors import (
    AccessRestricted,
    CertificateRefused,
    NoNetwork,
    NotSignedIn,
    RateLimited,
)
from ...errors import StreetWorksError
from ...trade.box import Box
from ...trade.days import Days
from .cutting import may_be_cut
from .density import Density
from .ground import Piece
from .places import Bounds, as_bounds, middle_inside
from .survey import Survey

Ask = Piece
"""A box (EPSG:27700) and the days to ask for."""

_WOULD_REPEAT = (AccessRestricted, CertificateRefused, NoNetwork, NotSignedIn, RateLimited)
_FAILURES_IN_A_ROW = 3
_MOST_CALLS = 1000
_SCOUTED_FROM_DAYS = 4
_SCOUTED_PART = 7  # one day in so many is surveyed first
_USUAL_LENGTH = 3  # days that works take, as a first guess


class Failure(NamedTuple):
    """An ask that was answered with an error."""

    ask: Ask
    error: StreetWorksError


@dataclass
class _Stage:
    """A survey, and what else is to be done with its ground when it is finished.

    Where nothing is known of ground that holds too many features for many days, its first days are
    surveyed alone (`boxes`, `rest`): few features come, and where they lie tells how to cut the
    ground for the days that remain. `scouted` collects what came, by box.
    """

    survey: Survey
    outside: bool
    may_scout: bool
    boxes: tuple[Box, ...] = ()
    rest: Optional[Days] = None
    scouted: Optional[list[tuple[Box, Bounds]]] = None


class Plan:
    """Says which boxes to ask for, one at a time, and learns from what comes.

    `missing` are the pieces that are wanted: they do not overlap. What lies in `view` comes before
    the rest, its middle first. The asks never overlap either, and together they are all that was
    wanted. May be used by several threads at once. Every ask that `next` gives must be answered by
    one call of `came`, `overflowed` or `failed`.

    `known` gives what is known already of the ground for some days; it is asked once for each range
    of days in `missing`, and the plan goes on with what it gives. After `most_calls` asks the rest
    is left unasked. Given the same answers in the same order, the asks are the same.

    Raises ValueError for a box that is not finite or whose corners are not in order.
    """

    def __init__(
        self,
        missing: Iterable[Piece],
        view: Box,
        known: Callable[[Days], Density] = lambda days: Density(),
        *,
        most_calls: int = _MOST_CALLS,
    ) -> None:
        self._changed = threading.Condition()
        self._focus = view.centre
        self._left = most_calls
        self._stopped = False
        self._row = 0
        self._by_ask: dict[Ask, _Stage] = {}
        self._done = 0.0
        self.calls = 0
        self.answered = 0
        self.incomplete: list[Ask] = []
        self.failures: list[Failure] = []
        pieces = list(missing)
        for box, _ in pieces:
            _check(box)
        self._whole = sum(map(_weight, pieces))
        self._stages = self._begun(pieces, view, known)

    def next(self, wait_s: float = 0.0) -> Optional[Ask]:
        """Return what to ask for now, or None.

        None while the plan is not `finished` means that it depends on answers under way; it waits
        for them for up to `wait_s` seconds.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ready() or self._over(), wait_s)
            if self._stopped or not self._left:
                return None
            stage = self._first()
            if stage is None:
                return None
            ask = stage.survey.next()
            self._by_ask[ask] = stage
            self._left -= 1
            self.calls += 1
            return ask

    def came(self, ask: Ask, bounds: ArrayLike) -> None:
        """Take an answer: the bounds (west, south, east, north in EPSG:27700) of its features.

        Raises KeyError, like `overflowed` and `failed`, for an ask that is not under way.
        """
        with self._changed:
            stage = self._by_ask.pop(ask)
            stage.survey.came(ask, as_bounds(bounds))
            if stage.scouted is not None:
                stage.scouted.append((ask.box, as_bounds(bounds)))
            self._row = 0
            self.answered += 1
            self._settle(stage, ask)

    def overflowed(self, ask: Ask) -> None:
        """Take the register's word that there are too many features to tell."""
        with self._changed:
            stage = self._by_ask.pop(ask)
            self._row = 0
            if stage.survey.overflowed(ask):
                if stage.may_scout and stage.survey.density.empty and may_be_cut(ask.box):
                    self._scout(stage)
                self._changed.notify_all()
            else:
                self.incomplete.append(ask)
                self._settle(stage, ask)

    def failed(self, ask: Ask, error: StreetWorksError) -> None:
        """Take an error in place of an answer. The plan stops when errors would only repeat."""
        with self._changed:
            stage = self._by_ask.pop(ask)
            stage.survey.failed(ask)
            self.failures.append(Failure(ask, error))
            self._row += 1
            if isinstance(error, _WOULD_REPEAT) or self._row >= _FAILURES_IN_A_ROW:
                self._stopped = True
            self._settle(stage, ask)

    def stop(self) -> None:
        """Give out no more asks. Answers to those under way are still taken."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    @property
    def finished(self) -> bool:
        """Whether no more asks will be given out."""
        with self._changed:
            return self._over()

    @property
    def progress(self) -> float:
        """The part of the wanted ground and days that is settled, from 0 to 1."""
        with self._changed:
            return min(1.0, self._done / self._whole) if self._whole else 1.0

    @property
    def unasked(self) -> list[Ask]:
        """What no answer came for: not asked yet, or under way; the nearest first."""
        with self._changed:
            asks = list(self._by_ask)
            for stage in self._stages:
                asks += stage.survey.free
                if stage.rest is not None:
                    asks += [Ask(box, stage.rest) for box in stage.boxes]
        return sorted(asks, key=lambda ask: (ask.box.distance(self._focus), ask))

    def _begun(
        self, pieces: list[Piece], view: Box, known: Callable[[Days], Density]
    ) -> list[_Stage]:
        """Return a stage for each range of days, in view and around it."""
        groups: dict[tuple[Days, bool], list[Box]] = {}
        for box, days in pieces:
            inside = box.overlap(view)
            if inside is not None:
                groups.setdefault((days, False), []).append(inside)
            for part in [box] if inside is None else box.without(inside):
                groups.setdefault((days, True), []).append(part)
        density = {days: known(days) for days in sorted({days for days, _ in groups})}
        return [
            _Stage(
                Survey(days, boxes, density[days], self._focus),
                outside,
                may_scout=days.length >= _SCOUTED_FROM_DAYS,
            )
            for (days, outside), boxes in sorted(groups.items())
        ]

    def _scout(self, stage: _Stage) -> None:
        """Survey the first days of a stage's free ground alone, and keep the rest for later."""
        survey = stage.survey
        first, rest = survey.days.split(max(1, survey.days.length // _SCOUTED_PART))
        boxes = tuple(piece.box for piece in survey.take())
        scouts = Survey(first, boxes, Density(), self._focus)
        self._stages.append(_Stage(scouts, stage.outside, False, boxes, rest, []))
        stage.may_scout = False
        if survey.finished:
            self._stages.remove(stage)

    def _settle(self, stage: _Stage, ask: Ask) -> None:
        self._done += _weight(ask)
        if stage.survey.finished:
            self._stages.remove(stage)
            if stage.rest is not None:
                density = _learnt(stage.survey.days, stage.scouted or [], stage.rest)
                survey = Survey(stage.rest, stage.boxes, density, self._focus)
                self._stages.append(_Stage(survey, stage.outside, may_scout=False))
        self._changed.notify_all()

    def _first(self) -> Optional[_Stage]:
        ranked = [
            (stage.outside, rank, number)
            for number, stage in enumerate(self._stages)
            if (rank := stage.survey.rank()) is not None
        ]
        return self._stages[min(ranked)[-1]] if ranked else None

    def _ready(self) -> bool:
        return any(stage.survey.free for stage in self._stages)

    def _over(self) -> bool:
        return self._stopped or not self._left or not (self._ready() or self._by_ask)


def _learnt(first: Days, scouted: list[tuple[Box, Bounds]], rest: Days) -> Density:
    """Return what the features of some days, by their boxes, tell of the days after them."""
    known = [bounds[middle_inside(box, bounds)] for box, bounds in scouted]
    growth = (rest.length + _USUAL_LENGTH) / (first.length + _USUAL_LENGTH)
    return Density(np.vstack([as_bounds(()), *known]), [box for box, _ in scouted], growth=growth)


def _weight(piece: Piece) -> float:
    """Return what a piece counts for in the progress; one without area counts as well."""
    return max(piece.box.width, 0.001) * max(piece.box.height, 0.001) * max(piece.days.length, 1)


def _check(box: Box) -> None:
    if not all(map(math.isfinite, box)):
        raise ValueError(f"The box {box} is not finite.")
    if box.width < 0 or box.height < 0:
        raise ValueError(f"The corners of the box {box} are not in order.")
