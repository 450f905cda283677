"""The same works as a store of the plugin and as one GeoJSON file."""

import json
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from street_works.plugin.api.v1.models.geojson import WorkFeature
from street_works.plugin.live.store.columns import columns, read_all
from street_works.plugin.live.store.store import Store, View
from street_works.plugin.practice.map.features import of_works
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import WORKS
from street_works.tests.bench.london import LondonWorks
from street_works.tests.bench.london_service import record_of

_GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}


def features_of(works: Sequence[LondonWorks]) -> list[WorkFeature]:
    """Return works as the register gives them, read by the contract's model."""
    return [WorkFeature.model_validate_json(of_works(record_of(one)).json) for one in works]


def write_store(path: Path, features: Sequence[WorkFeature], view: Box, days: Days) -> None:
    """Keep all features in a new store, as fetched now, and the view as looked at last."""
    store = Store(path)
    kept = store.keep(WORKS, view, days, datetime.now(timezone.utc), features)
    if kept.added != len(features):
        raise RuntimeError(f"the store kept {kept.added} of {len(features)} works")
    store.set_last_view(View(view, days))
    store.close()


def write_geojson(path: Path, features: Sequence[WorkFeature]) -> None:
    """Write all features, with the properties that they have in the store, as one GeoJSON file."""
    described = columns(WORKS)
    names = [column.name for column in described]
    collection = {
        "type": "FeatureCollection",
        "crs": _GRID,
        "features": [
            {
                "type": "Feature",
                "geometry": feature.geometry.model_dump(mode="json", by_alias=True),
                "properties": _properties(names, read_all(described, feature.properties)),
            }
            for feature in features
        ],
    }
    path.write_text(json.dumps(collection, separators=(",", ":")), encoding="utf-8")


def _properties(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in zip(names, values)
    }
