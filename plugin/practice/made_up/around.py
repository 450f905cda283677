"""All that is made up around a day: works, forward plans, activities, the limits of the HS2 act."""

import random
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from shapely.geometry.base import BaseGeometry

from ..records import Activity, Works, numbered
from ..town.gazetteer import town_of
from . import scene, works


@dataclass(frozen=True)
class MadeUp:
    """What there is in the town on a day; shapes in EPSG:27700."""

    works: tuple[Works, ...]
    activities: tuple[Activity, ...]
    hs2_limits: tuple[BaseGeometry, ...]


@lru_cache(maxsize=2)
def made_up(seed: int, today: date) -> MadeUp:
    """Return what a seed makes of a day; nothing changes it, so that services can share it."""
    rng = random.Random(seed)  # noqa: S311 - made up: no secret # nosec B311
    town = town_of(seed)
    found = works.generate(rng, town, today)
    activities = scene.activities(rng, town, today)
    return MadeUp(
        works=numbered((*found, *scene.forward_plans(rng, town, today))),
        activities=tuple(activities),
        hs2_limits=tuple(scene.hs2_limits(town)),
    )
