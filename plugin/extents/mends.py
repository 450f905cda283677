"""Which mend belongs to which rule, and what it makes of a shape: a sound one, or nothing."""

from typing import Callable, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from . import shapes
from .findings import Limits

Mend = Callable[[BaseGeometry, Limits], Optional[BaseGeometry]]


def mended(rule: str, geometry: BaseGeometry, limits: Limits) -> Optional[BaseGeometry]:
    """Mend what `rule` says of a geometry (EPSG:27700), in centimetres.

    The result is a valid point, line or area that is large enough to be one. None when there is no
    such mend, or when nothing of the kind comes of it: then the mend is not on offer.
    """
    mend = _MENDS.get(rule)
    if mend is None:
        return None
    after = _settled(mend(geometry, limits), limits)
    if rule not in _MAY_COME_BACK:
        return after
    for _ in range(_ROUNDS):
        again = _settled(mend(after, limits), limits) if after is not None else None
        if again is None or again.equals_exact(after, 0):
            break
        after = again
    return after


def can_mend(rule: str, geometry: BaseGeometry, limits: Limits) -> bool:
    """Whether `mended` gives something: that a mend is on offer need not wait for the mend itself.

    Which reading of an outline that crosses itself is nearest to it takes long to measure, and
    makes no difference where all of them come to something, or none.
    """
    if rule == "self_crossing":
        come = {_settled(area, limits) is not None for area in shapes.readings(geometry)}
        if len(come) == 1:
            return come.pop()
    return mended(rule, geometry, limits) is not None


def _settled(geometry: Optional[BaseGeometry], limits: Limits) -> Optional[BaseGeometry]:
    """Make the outcome of a mend an extent: nothing else at fault, in centimetres, no repeats.

    What else was at fault would keep the mended shape from being one, so it is mended with it.
    """
    after = shapes.sound(geometry) if geometry is not None else None
    after = shapes.without_repeats(rounded(_steadied(after))[0]) if after is not None else None
    if after is None or after.geom_type not in shapes.SINGLE:
        return None
    return after if after.is_valid and not is_tiny(after, limits) else None


def _steadied(geometry: BaseGeometry) -> BaseGeometry:
    """Take the last digits off, so that no version of GEOS rounds another way for their sake."""
    return shapely.set_coordinates(geometry, np.round(shapely.get_coordinates(geometry), 4))


def _simplified(geometry: BaseGeometry, limits: Limits) -> Optional[BaseGeometry]:
    # What GEOS makes simpler of an outline that crosses itself is another shape in each version.
    sound = shapes.sound(geometry)
    return None if sound is None else shapes.simplified(sound, limits.simplify_m)


def is_degenerate(geometry: BaseGeometry, limits: Limits) -> bool:
    """Whether a single shape has no size worth the name, so that nothing more need be said."""
    if geometry.geom_type == "Point":
        return False
    return has_too_few_points(geometry) or is_tiny(geometry, limits)


def has_too_few_points(geometry: BaseGeometry) -> bool:
    """Whether a line has fewer than two different points, an area fewer than three."""
    needed = {"LineString": 2, "Polygon": 3}.get(geometry.geom_type, 1)
    outline = geometry.exterior if geometry.geom_type == "Polygon" else geometry
    different: set[tuple[float, ...]] = set()
    for position in outline.coords:
        different.add(position)
        if len(different) >= needed:
            return False
    return True


def is_tiny(geometry: BaseGeometry, limits: Limits) -> bool:
    """Whether a line is too short or an area too small to be found on the ground."""
    if geometry.geom_type == "Polygon":
        return shapes.enclosed_m2(geometry) < limits.smallest_m2
    return bool(geometry.geom_type == "LineString" and geometry.length < limits.shortest_m)


def rounded(geometry: BaseGeometry) -> tuple[BaseGeometry, bool]:
    """Round to centimetres, and tell whether more had to be done to keep a valid shape valid.

    Corners less than a centimetre apart can make an outline cross itself when each is rounded on
    its own. Then GEOS rounds the shape as a whole, and the largest part is kept.
    """
    plain = _to_centimetres(geometry)
    if plain.is_valid or not geometry.is_valid or geometry.geom_type not in shapes.SINGLE:
        return plain, False
    parts = shapely.get_parts(shapely.set_precision(geometry, 0.01))
    same = [part for part in parts if part.geom_type == geometry.geom_type and not part.is_empty]
    if not same:
        return plain, False
    largest = max(same, key=lambda part: (part.area, part.length))
    return _to_centimetres(shapely.set_precision(largest, 0)), True


def _to_centimetres(geometry: BaseGeometry) -> BaseGeometry:
    # Adding nothing turns -0.0 into 0.0.
    return shapely.set_coordinates(geometry, np.round(shapely.get_coordinates(geometry), 2) + 0.0)


# Rounding can bring these back, a little; then they are mended again.
_MAY_COME_BACK = frozenset({"spike", "too_many_points"})
_ROUNDS = 5
_MENDS: dict[str, Mend] = {
    # The reading closed it already; the mend is the planner's word that this is right.
    "not_closed": lambda geometry, limits: geometry,
    "wrong_type": lambda geometry, limits: shapes.inside(geometry),
    "closed_line": lambda geometry, limits: shapes.inside(geometry),
    "multi_part": lambda geometry, limits: shapes.joined(geometry) or shapes.largest_part(geometry),
    "self_crossing": lambda geometry, limits: shapes.sound(geometry),
    "bad_holes": lambda geometry, limits: shapes.sound(geometry),
    "holes": lambda geometry, limits: shapes.without_holes(geometry),
    "repeated_points": lambda geometry, limits: shapes.without_repeats(geometry),
    "spike": lambda geometry, limits: shapes.without_spikes(geometry, limits.spike_degrees),
    "too_many_points": lambda geometry, limits: _simplified(geometry, limits),
    "outside_england": lambda geometry, limits: shapes.swapped(geometry),
}
