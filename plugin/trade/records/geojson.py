"""A shape as the records of streets and works have it."""

from collections.abc import Mapping

GeoJson = Mapping[str, object]
"""A bare GeoJSON geometry in EPSG:27700, metres, as it was told; never changed."""
