"""The Swagger files with what only the written guide says, for checks that know no other source."""

import copy
from typing import Any

ERROR = {
    "type": "object",
    "required": ["message", "error"],
    "properties": {
        "message": {"type": "string"},
        "error": {
            "type": "object",
            "required": ["status"],
            "properties": {"status": {"type": "integer"}},
        },
        "fields": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
    "additionalProperties": False,
}
"""The guide's one error object; `fields` is ours, since it leaves open where field messages sit."""

ANYWHERE = ("400", "401", "404", "405", "412", "413", "415", "429")
"""What the guide lets every operation answer, and what the web has for bodies nobody can read."""

ONLY_FOR = {
    "403": lambda api, said: api == "geojson",  # more than 100 features
    "409": lambda api, said: "/works" in said["path"] or said["path"] == "/forward-plans",
    "307": lambda api, said: said["operationId"] == "Authenticate",  # temporary password
    "423": lambda api, said: said["operationId"] == "Authenticate",  # too many failures
}


def documented(api: str, swagger: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of an API's Swagger file that names every answer the guide allows."""
    said = copy.deepcopy(swagger)
    said["definitions"]["ErrorObject"] = ERROR
    _mend_positions(said["definitions"])
    for path, verbs in said["paths"].items():
        for verb, operation in verbs.items():
            _add_errors(api, verb, path, operation)
            _add_files(operation)
            _resolve_items(operation, said["definitions"])
    return said


def _add_errors(api: str, verb: str, path: str, operation: dict[str, Any]) -> None:
    told = {**operation, "path": path if verb == "post" else ""}
    also = [status for status, holds in ONLY_FOR.items() if holds(api, told)]
    for status in (*ANYWHERE, *also):
        answer = operation["responses"].setdefault(status, {"description": "refused"})
        answer.setdefault("schema", {"$ref": "#/definitions/ErrorObject"})


def _add_files(operation: dict[str, Any]) -> None:
    """Say in Swagger's way what these files say in that of OpenAPI 3: which types a file has."""
    kinds = operation["responses"].get("200", {}).get("content")
    if kinds:
        operation["produces"] = [*kinds, "application/json"]


def _resolve_items(operation: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Write out the enumerations of lists in the query, where Swagger allows no reference."""
    for parameter in operation.get("parameters", ()):
        name = parameter.get("items", {}).get("$ref", "").rsplit("/", maxsplit=1)[-1]
        if name:
            parameter["items"] = definitions[name]


def _mend_positions(definitions: dict[str, Any]) -> None:
    """Let positions be lists of numbers: these files say objects, against GeoJSON (RFC 7946)."""
    geometry = definitions.get("GeoJSONGeometry")
    if geometry:
        geometry["properties"]["coordinates"] = {"type": "array", "items": {}}
