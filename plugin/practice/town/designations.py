"""Which special designations the town's streets carry, in the shape the Street Lookup sends."""

import random
from typing import Any, Optional

from shapely import LineString
from shapely.ops import substring

_WORKING_DAYS = 2
_EVERY_DAY = 1
_CONTINUOUS = 15
_PEAKS = ((730, 930), (1600, 1830))


def designate(
    rng: random.Random, kind: str, name: str, line: LineString
) -> tuple[dict[str, Any], ...]:
    """Return the designations of a street of this kind; `line` is its centre line (EPSG:27700)."""
    found: list[dict[str, Any]] = []
    if kind in ("radial", "inner", "high"):
        found += [
            _designation(2, _WORKING_DAYS, hours, "Traffic sensitive at peak times")
            for hours in _PEAKS
        ]
    if kind == "bypass":
        found.append(
            _designation(16, _WORKING_DAYS, (700, 1900), "Lane rental: band 1 at peak times")
        )
        found.append(_designation(2, _EVERY_DAY, (600, 2200), "Traffic sensitive all day"))
        found.append(_designation(23, _CONTINUOUS, None, "Strategic route"))
    if kind in ("market", "core") and rng.random() < 0.5:
        found.append(_designation(9, _CONTINUOUS, None, "Conservation area: stone setts"))
    found += _by_name(name, line)
    found += _by_chance(rng, kind, line)
    return tuple(found)


def _by_name(name: str, line: LineString) -> list[dict[str, Any]]:
    if name == "Bridge Street":
        return [
            _designation(10, _CONTINUOUS, None, "Old bridge, 7.5 tonnes", part=_part(line, 0.7, 1))
        ]
    if name == "Market Place":
        return [_designation(18, 12, (500, 1700), "Saturday market")]
    if name == "Cattle Market Road":
        return [_designation(8, _CONTINUOUS, None, "Level crossing", part=_part(line, 0.4, 0.5))]
    if name == "Corn Street":
        return [
            _designation(
                1, _CONTINUOUS, None, "Resurfaced: protected street",
                dates=("2025-04-01T00:00:00.000Z", "2029-03-31T00:00:00.000Z"),
            )
        ]  # fmt: skip
    return []


def _by_chance(rng: random.Random, kind: str, line: LineString) -> list[dict[str, Any]]:
    found = []
    low = rng.uniform(0.1, 0.5)
    part = _part(line, low, low + 0.35)
    if kind in ("drive", "industrial") and rng.random() < 0.25:
        found.append(_designation(2, _WORKING_DAYS, (800, 900), "School hours", part=part))
    if kind in ("core", "industrial", "radial") and rng.random() < 0.3:
        found.append(
            _designation(3, _CONTINUOUS, None, "High pressure gas main: special care", part=part)
        )
    if kind in ("radial", "inner") and rng.random() < 0.4:
        found.append(_designation(13, _WORKING_DAYS, (700, 1000), "Bus lane inbound", part=part))
    if kind == "drive" and rng.random() < 0.3:
        found.append(_designation(28, _CONTINUOUS, None, "Salting route"))
    if kind == "industrial" and rng.random() < 0.4:
        found.append(_designation(29, _CONTINUOUS, None, "Route for heavy lorries"))
    return found


def _part(line: LineString, low: float, high: float) -> LineString:
    piece = substring(line, low, high, normalized=True)
    return LineString([(round(e, 2), round(n, 2)) for e, n in piece.coords])


def _designation(
    code: int,
    periodicity: int,
    hours: Optional[tuple[int, int]],
    description: str,
    *,
    dates: tuple[Optional[str], Optional[str]] = (None, None),
    part: Optional[LineString] = None,
) -> dict[str, Any]:
    geometry = part and {"type": "LineString", "coordinates": [list(p) for p in part.coords]}
    return {
        "street_special_desig_code": code,
        "special_desig_location_text": "Part of the street" if part else "Whole street",
        "special_desig_description": description,
        "special_desig_start_time": hours[0] if hours else None,
        "special_desig_end_time": hours[1] if hours else None,
        "special_desig_periodicity_code": periodicity,
        "asd_coordinate_geometry": geometry,
        "whole_road": part is None,
        "special_desig_start_date": dates[0],
        "special_desig_end_date": dates[1],
    }
