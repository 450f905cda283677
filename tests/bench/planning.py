"""How many calls, and how many bytes, the plan of boxes costs over a simulated London."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, Callable

import numpy as np
from street_works.plugin.api.errors import TooManyFeatures
from street_works.plugin.live.plan.density import Density
from street_works.plugin.live.plan.ground import Covered, Ground, Piece
from street_works.plugin.live.plan.plan import Plan
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.tests.bench import london
from street_works.tests.bench.measures import Measure, measure
from street_works.tests.bench.pans import VIEWS
from street_works.tests.made.live_register import LIMIT, LiveRegister

AREA = Box(*london.AREA)
FORTNIGHT = Days(*london.FORTNIGHT)
MONTH = Days(FORTNIGHT.start - timedelta(days=8), FORTNIGHT.end + timedelta(days=9))
SEEDS = (1, 2, 3, 4, 5)
CHANGED = 0.02
_MORNING = datetime(2026, 3, 23, 9, 0, tzinfo=timezone.utc)
_SECONDS_A_VIEW = 20

Known = Callable[[Days], Density]


@dataclass(frozen=True)
class Cost:
    """What fetching an area took: calls, refusals among them, and full answers it would fill."""

    calls: int
    refused: int
    full: int

    @property
    def ratio(self) -> float:
        """Calls for each answer of 100 features that there would have to be."""
        return self.calls / self.full


def measures() -> list[Measure]:
    """Calls for Greater London beside the fewest there could be, and bytes for fifty views."""
    return [*_areas(), _views()]


def _areas() -> Iterator[Measure]:
    kinds = (("nothing known", first_time), ("2% changed", again))
    lengths = (("a fortnight", FORTNIGHT), ("a month", MONTH))
    for said, fetch in kinds:
        for length, days in lengths:
            costs = [fetch(seed, days) for seed in SEEDS]
            ratios = ", ".join(f"{cost.ratio:.2f}" for cost in costs)
            refused = ", ".join(str(cost.refused) for cost in costs)
            name = f"plan: London, {length}, {said} (each: {ratios}; refused: {refused})"
            calls = float(np.mean([cost.calls for cost in costs]))
            full = float(np.mean([cost.full for cost in costs]))
            yield measure(name, "calls", calls, full, "answers if each were full")


def _views() -> Measure:
    register = LiveRegister(_works(SEEDS[0]))
    remembering, anew = views(register, remember=True), views(register, remember=False)
    return measure("plan: 50 pans and zooms", "kB", remembering, anew, "each view fetched anew")


@lru_cache
def _works(seed: int) -> tuple[london.LondonWorks, ...]:
    return tuple(london.works(seed=seed))


def first_time(seed: int, days: Days) -> Cost:
    """Fetch all of London with nothing known; check that nothing is missing or asked twice."""
    return _fetch_london(LiveRegister(_works(seed)), days, lambda _: Density())


def again(seed: int, days: Days) -> Cost:
    """Fetch all of London when one in a hundred works has gone since and as many have come."""
    register = LiveRegister(_works(seed))
    rng = np.random.default_rng(seed)
    now = register.bounds[register.held(AREA, days)]
    changed = rng.random(len(now)) < CHANGED
    came = changed & (rng.random(len(now)) < 0.5)
    moved = now[changed & ~came] + np.repeat(
        rng.normal(0, 300, (sum(changed & ~came), 2)), 2, 0
    ).reshape(-1, 4)
    before = np.vstack([now[~changed], moved])
    return _fetch_london(register, days, lambda _: Density(before, [AREA]))


def _fetch_london(register: LiveRegister, days: Days, known: Known) -> Cost:
    pieces = [Piece(AREA, days)]
    plan = Plan(pieces, AREA, known)
    came = {number for _, found in answers(plan, register) for number in found}
    held = set(register.held(AREA, days).tolist())
    if came != held or plan.incomplete or len(set(register.asked)) != register.calls:
        raise RuntimeError(f"{len(held - came)} works are missing of {len(held)}")
    return Cost(register.calls, register.refusals, -(-len(held) // LIMIT))


def answers(plan: Plan, register: LiveRegister) -> Iterator[tuple[Piece, list[int]]]:
    """Work a plan off, one call after the other, and give what was answered."""
    while (ask := plan.next()) is not None:
        found = _answer(plan, register, ask)
        if found is not None:
            yield ask, found


def _answer(plan: Plan, register: LiveRegister, ask: Piece) -> Any:
    try:
        found = register(*ask)
    except TooManyFeatures:
        plan.overflowed(ask)
        return None
    plan.came(ask, register.bounds[found])
    return found.tolist()


def views(register: LiveRegister, *, remember: bool) -> float:
    """Look at VIEWS one after the other; return the kilobytes that came."""
    before = register.bytes
    fetched: list[Covered] = []
    known: set[int] = set()
    for number, corners in enumerate(VIEWS):
        view = Box(*corners).snapped(10.0)
        now = _MORNING + timedelta(seconds=number * _SECONDS_A_VIEW)
        if not remember:
            fetched, known = [], set()
        ground = Ground(fetched)
        missing = ground.missing(view, FORTNIGHT)
        plan = Plan(missing, view, _knowledge(register, ground, known, view))
        for ask, found in answers(plan, register):
            known.update(found)
            fetched.append(Covered(*ask, now))
        _check(register, known, view)
    return (register.bytes - before) / 1000


def _knowledge(register: LiveRegister, ground: Ground, known: Iterable[int], view: Box) -> Known:
    around = view.grown(max(view.width, view.height))
    bounds = register.bounds[sorted(known)]

    def of(days: Days) -> Density:
        return Density(bounds, [box for box, _ in ground.known(around, days)])

    return of


def _check(register: LiveRegister, known: "set[int]", view: Box) -> None:
    lost = set(register.held(view, FORTNIGHT).tolist()) - known
    if lost:
        raise RuntimeError(f"{len(lost)} works are missing in {view}")
