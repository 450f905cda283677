"""The layers of the map and what is on them."""

from collections.abc import Iterable
from datetime import date
from typing import Optional

import shapely
from shapely.geometry.base import BaseGeometry

from ..records import Activity, Works
from .features import MapFeature, of_activity, of_forward_plan, of_limits, of_works

RAISED = "raised"


class MapLayer:
    """The features of one layer. Callers hold the register's lock."""

    _FEW = 200  # that many changes are looked through one by one before the tree is made again

    def __init__(self, features: Iterable[MapFeature]) -> None:
        self.fill(features)

    def fill(self, features: Iterable[MapFeature]) -> None:
        """Hold these features and no others."""
        self._features: list[Optional[MapFeature]] = list(features)
        kept = [feature for feature in self._features if feature]
        self._place = {f.reference: i for i, f in enumerate(kept) if f.reference}
        self._tree = shapely.STRtree([f.geometry for f in kept])
        self._in_tree = len(kept)
        self._gone = 0

    def __len__(self) -> int:
        return len(self._features) - self._gone

    def put(self, feature: MapFeature) -> None:
        """Put in a feature, in the place of the one with its reference if there is one."""
        place = self._place.get(feature.reference)
        before = self._features[place] if place is not None else None
        if place is not None and before and before.geometry.equals_exact(feature.geometry, 0):
            self._features[place] = feature
            return
        self.remove(feature.reference)
        self._place[feature.reference] = len(self._features)
        self._features.append(feature)
        self._tidy()

    def remove(self, reference: str) -> None:
        """Take out the feature with this reference, if there is one."""
        place = self._place.pop(reference, None)
        if place is not None:
            self._features[place] = None
            self._gone += 1
            self._tidy()

    def _tidy(self) -> None:
        if len(self._features) - self._in_tree + self._gone > self._FEW:
            self.fill([feature for feature in self._features if feature])

    def within(
        self,
        box: BaseGeometry,
        start: Optional[date] = None,
        end: Optional[date] = None,
        also: Optional[str] = None,
    ) -> list[MapFeature]:
        """Return what meets `box` and the days from `start` to `end`, both included.

        `also` is the reference of one more feature that is wanted wherever and whenever it is.
        """
        inside = sorted(self._tree.query(box, predicate="intersects").tolist())
        near = [feature for feature in (self._features[i] for i in inside) if feature]
        late = [feature for feature in self._features[self._in_tree :] if feature]
        near += [feature for feature in late if box.intersects(feature.geometry)]
        hits = [feature for feature in near if _meets(feature, start, end)]
        place = self._place.get((also or "").upper())
        extra = self._features[place] if place is not None else None
        if extra is not None and extra not in hits:
            hits.append(extra)
        return hits


def _meets(feature: MapFeature, start: Optional[date], end: Optional[date]) -> bool:
    if feature.days is None:
        return True
    first, last = feature.days
    return not ((start and last < start) or (end and first > end))


class Layers:
    """The four layers: works, forward plans, activities, and the limits of the HS2 act.

    Works are shown by their latest permit; only raised forward plans are shown. Callers hold the
    register's lock.
    """

    def __init__(
        self,
        works: Iterable[Works],
        activities: Iterable[Activity],
        hs2_limits: Iterable[BaseGeometry],
    ) -> None:
        all_works = list(works)
        self._layers = {
            "works": MapLayer([of_works(one) for one in all_works if one.permits]),
            "forward_plans": MapLayer([of_forward_plan(one) for one in all_works if _raised(one)]),
            "activities": MapLayer([of_activity(one) for one in activities]),
            "hs2": MapLayer([of_limits(one) for one in hs2_limits]),
        }

    def __getitem__(self, name: str) -> MapLayer:
        """Return "works", "forward_plans", "activities" or "hs2"."""
        return self._layers[name]

    def show(self, works: Works) -> None:
        """Show new or changed works as they are now."""
        if works.permits:
            self["works"].put(of_works(works))
        if _raised(works):
            self["forward_plans"].put(of_forward_plan(works))
        elif works.forward_plan:
            self["forward_plans"].remove(works.forward_plan.reference)

    def show_activity(self, activity: Activity) -> None:
        """Show a new or changed activity as it is now."""
        self["activities"].put(of_activity(activity))


def _raised(works: Works) -> bool:
    return works.forward_plan is not None and works.forward_plan.status == RAISED
