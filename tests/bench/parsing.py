"""How fast answers become models."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.plugin.practice import PracticeService
from street_works.tests.bench.measures import Measure, measure, milliseconds
from street_works.tools import application

CONTRACT = application.ROOT.parent / "shared" / "spec" / "v1.25.12"
BUILD = application.ROOT / "build"
FEATURES, SUMMARIES, RUNS = 100, 1000, 30
ANY_COORDINATES = {"type": "array", "items": {}}


def measures() -> list[Measure]:
    """Milliseconds from the bytes of an answer to our models.

    Beside them `json.loads`, which gives dictionaries, and the models that datamodel-code-generator
    makes of the same Swagger file.
    """
    kinds = (
        ("geojson", "GetWorksIntersectBoundingBox", f"{FEATURES} works as GeoJSON"),
        ("reporting", "GetPermitSummaries", f"{SUMMARIES} permit summaries"),
    )
    return [
        one
        for (api, operation_id, what), content in zip(kinds, _answers())
        for one in _parsing(api, operation_id, what, content)
    ]


def _parsing(api: str, operation_id: str, what: str, content: bytes) -> list[Measure]:
    def timed(reader: "TypeAdapter[Any]") -> float:
        return milliseconds(lambda: reader.validate_python(json.loads(content)), RUNS)

    ours = timed(TypeAdapter(OPERATIONS[api, operation_id].response))
    name = f"parsing {what} ({len(content) // 1000} kB)"
    return [
        measure(name, "ms", ours, milliseconds(lambda: json.loads(content), RUNS), "json.loads"),
        measure(name, "ms", ours, timed(_generated(api, operation_id)), "generated models"),
    ]


def _answers() -> tuple[bytes, bytes]:
    """Give answers of the practice service, joined or repeated until they are long enough."""
    service = PracticeService(requests_per_minute=10**6)
    try:
        client = _Reader(service)
        features = list(islice(client.features(), FEATURES))
        rows = list(islice(cycle(client.summaries()), SUMMARIES))
    finally:
        service.stop()
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection).encode(), json.dumps(rows).encode()


class _Reader:
    """Reads the practice service's JSON as it comes."""

    def __init__(self, service: PracticeService) -> None:
        import requests

        self._home = service.home
        self._address = service.start()
        self._http = requests.Session()
        planner = next(one for one in service.accounts if one.role == "Planner")
        body = {"emailAddress": planner.email, "password": planner.password}
        answer = self._http.post(f"{self._address}/v1/work/authenticate", json=body)
        self._http.headers["token"] = answer.json()["idToken"]

    def _get(self, path: str, **query: Any) -> Any:
        answer = self._http.get(f"{self._address}/v1/{path}", params=query)
        answer.raise_for_status()
        return answer.json()

    def features(self) -> Iterator[dict[str, Any]]:
        west, south, east, north = self._home
        side = 400
        for easting in range(int(west), int(east), side):
            for northing in range(int(south), int(north), side):
                box = {
                    "minEasting": easting,
                    "minNorthing": northing,
                    "maxEasting": easting + side,
                    "maxNorthing": northing + side,
                }
                yield from self._get("geojson/works", **box)["features"]

    def summaries(self) -> list[dict[str, Any]]:
        pages = (self._get("reporting/permits", offset=offset)["rows"] for offset in (0, 25, 50))
        rows = list(chain.from_iterable(pages))
        assert rows, "the practice service has no permits"
        return rows


def _generated(api: str, operation_id: str) -> "TypeAdapter[Any]":
    """Generate the models of an API's Swagger file and give the reader of an operation's answer."""
    said = json.loads((CONTRACT / f"{api}-swagger.json").read_text(encoding="utf-8"))
    geometry = said["definitions"].get("GeoJSONGeometry")
    if geometry:  # the file says that positions are objects: its own answers could not be read
        geometry["properties"]["coordinates"] = ANY_COORDINATES
    BUILD.mkdir(exist_ok=True)
    source, target = BUILD / f"{api}-swagger.json", BUILD / f"generated_{api}.py"
    source.write_text(json.dumps(said), encoding="utf-8")
    subprocess.run(
        [
            *(str(Path(sys.executable).parent / "datamodel-codegen"), "--disable-timestamp"),
            *("--input", str(source), "--input-file-type", "jsonschema"),
            *("--output", str(target), "--output-model-type", "pydantic_v2.BaseModel"),
            *("--formatters", "builtin"),
        ],
        check=True,
    )
    specification = importlib.util.spec_from_file_location(f"generated_{api}", target)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[module.__name__] = module
    specification.loader.exec_module(module)
    operation = OPERATIONS[api, operation_id]
    listed = getattr(operation.response, "__args__", None)
    one = getattr(module, (listed[0] if listed else operation.response).__name__)
    return TypeAdapter(list[one] if listed else one)
