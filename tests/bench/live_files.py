"""The same works as a store of the plugin and as one GeoJSON file."""

import json
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from street_works.plugin.live.store.columns import columns
from street_works.plugin.live.store.store import Store, View
from street_works.plugin.practice.map.features import of_works
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import WORKS
from street_works.plugin.trade.records.on_map import MapRecord
from street_works.tests.bench.london import LondonWorks
from street_works.tests.bench.london_service import record_of
from street_works.tests.made.map_records import as_told

_GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}


def records_of(works: Sequence[LondonWorks]) -> list[MapRecord]:
    """Return works as the register gives them, read by the contract's model."""
    return [as_told(of_works(record_of(one)).json) for one in works]


def write_store(path: Path, records: Sequence[MapRecord], view: Box, days: Days) -> None:
    """Keep all records in a new store, as fetched now, and the view as looked at last."""
    store = Store(path)
    kept = store.keep(WORKS, view, days, datetime.now(timezone.utc), records)
    if kept.added != len(records):
        raise RuntimeError(f"the store kept {kept.added} of {len(records)} works")
    store.set_last_view(View(view, days))
    store.close()


def write_geojson(path: Path, records: Sequence[MapRecord]) -> None:
    """Write all records, with the properties that they have in the store, as one GeoJSON file."""
    described = columns(WORKS)
    collection = {
        "type": "FeatureCollection",
        "crs": _GRID,
        "features": [
            {
                "type": "Feature",
                "geometry": _geometry(record),
                "properties": {one.name: _plain(one.read(record)) for one in described},
            }
            for record in records
        ],
    }
    path.write_text(json.dumps(collection, separators=(",", ":")), encoding="utf-8")


def _geometry(record: MapRecord) -> dict[str, Any]:
    assert record.geometry is not None
    return {"type": record.geometry.type, "coordinates": record.geometry.coordinates}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
