"""Writes `docs/operations.md`: where in QGIS a person reaches each operation of the contract.

Run it as `.venv/bin/python tools/operations.py`, or by `make docs`. What a form sends, the forms
themselves say. PLACES are those of all else; a test goes to each and sees what the service is asked
there. NOT_YET says of the rest why a person cannot get at it.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from street_works.plugin.api import StreetManager
from street_works.plugin.api.shell.catalogue import catalogue
from street_works.plugin.api.v1.contract import V1
from street_works.plugin.forms.all_forms import STEP_FORMS
from street_works.tools.client_docs import first_sentence, table

PAGE = Path(__file__).resolve().parents[1] / "docs" / "operations.md"
NOWHERE = "http://127.0.0.1:1"
ONLY_IN_THE_GUIDE = frozenset({"work.AuthenticateInitial", "party.SetPassword"})
"""What the contract's files do not have; they have no Status of the APIs either."""


class Place(NamedTuple):
    """Somewhere in QGIS: its short name, the way there in a planner's words, what is asked."""

    name: str
    way: str
    operations: tuple[str, ...]


PLACES = (
    Place(
        "sign in",
        "Toolbar, “Sign in”",
        ("work.Authenticate", "party.GetUser", "party.GetOrganisation", "party.GetWorkstreams"),
    ),
    Place("sign out", "Toolbar, “Sign in”, as somebody else", ("party.Logout",)),
    Place("session", "By itself, while somebody is signed in", ("party.Refresh",)),
    Place(
        "forgotten password",
        "Sign-in dialog, “Forgotten your password?”",
        ("party.ForgotPassword", "party.ResetPassword"),
    ),
    Place(
        "map",
        "Panel, “Map”: the live map",
        (
            "geojson.GetWorksIntersectBoundingBox",
            "geojson.GetActivitiesIntersectingBounds",
            "geojson.GetForwardPlansIntersectBoundingBox",
            "geojson.GetHs2ActLimitsIntersectingBounds",
        ),
    ),
    Place(
        "my works",
        "Panel, “My works”",
        (
            "reporting.GetPermits",
            "reporting.GetPermitSummaries",
            "reporting.GetAlterations",
            "reporting.GetComments",
            "reporting.GetFPNs",
            "reporting.GetInspections",
            "reporting.GetReinstatements",
            "reporting.GetForwardPlans",
            "reporting.GetSection81s",
        ),
    ),
    Place("changes", "Panel, “Changes”", ("reporting.GetUpdates",)),
    Place(
        "search",
        "QGIS's locator bar",
        ("reporting.GetPermits", "lookup.GetStreetsByQuery", "lookup.GetStreetsByUsrn"),
    ),
    Place(
        "filter by promoter",
        "Panel, “Map”: the filter by promoter",
        ("party.GetOrganisations",),
    ),
    Place("extent", "Panel, “Extent”: the streets near the drawing", ("lookup.GetStreets",)),
    Place(
        "application",
        "Panel, “Extent”: the application form",
        ("work.CreateWork", "work.GetWorkCategory", "work.UploadFile", "work.DeleteFile"),
    ),
    Place(
        "new forward plan",
        "Panel, “Instead …”: the form of a forward plan",
        ("work.CreateForwardPlan",),
    ),
    Place(
        "new site",
        "Panel, “Instead …”: the form of a site of non-notifiable works",
        ("work.CreateNonNotifiableSite",),
    ),
    Place(
        "details",
        "Details of works and permits",
        ("work.GetWork", "work.GetPermit", "reporting.GetComments"),
    ),
    Place("activity", "Details of an activity", ("work.GetActivity",)),
    Place("forward plan", "Details of a forward plan", ("work.GetForwardPlan",)),
    Place(
        "belonging",
        "Details, a line opened: what belongs to works in full",
        ("work.GetFPN", "work.GetInspection", "work.GetSection81", "work.GetPermitAlteration"),
    ),
    Place(
        "lost site",
        "Form of a site, “Check now” when no answer came",
        ("work.GetSite",),
    ),
    Place("file", "Details, “Files”: “Save file”", ("work.GetFile",)),
)

_AUTHORITYS = "For highway authorities, whose own day at the screen comes later."
_OFFICE = "For an organisation's administrator, on Street Manager's own pages."
_EXPORT = "Lists are saved from the screen as they are shown; by the client and its commands."
NOT_YET = {
    "work.GetWorkHistory": "The history comes with the works (GetWork).",
    "work.CalculateDuration": "The duration comes with the category (GetWorkCategory).",
    "work.CreateActivity": _AUTHORITYS,
    "work.UpdateActivity": _AUTHORITYS,
    "work.CancelActivity": _AUTHORITYS,
    "work.CreateSection81": _AUTHORITYS,
    "work.CreateHistoricFPN": _AUTHORITYS,
    "work.CreateHistoricInspection": _AUTHORITYS,
    "work.CreateGeographicalArea": _AUTHORITYS,
    "work.UpdateGeographicalArea": _AUTHORITYS,
    "reporting.GetGeographicalAreas": _AUTHORITYS,
    "party.GetWorkstream": "All of them are read together (party.GetWorkstreams).",
    "party.UpdateWorkstream": _OFFICE,
    "party.CreateWorkstream": _OFFICE,
    "party.UpdateUserDetails": _OFFICE,
    "reporting.GetWorkstreams": "Read from the organisation instead (party.GetWorkstreams).",
    "reporting.GetCsvExports": _EXPORT,
    **{
        f"export.{name}": _EXPORT
        for name in (
            "GenerateSection81CSV", "GenerateReinstatementsCSV", "GenerateFPNsCSV",
            "GenerateFeesCSV", "GeneratePermitsCSV", "GenerateInspectionCSV",
            "GenerateForwardPlansCSV", "GeneratePermitAlterationsCSV", "GenerateCommentsCSV",
            "GetWorkDataCSV", "GetActivityDataCSV", "GetCsv",
        )
    },
}  # fmt: skip
"""Why nobody gets at an operation; it has none of those that have a place."""

_TO_COME = "Still to come."


def contract() -> list[dict[str, Any]]:
    """Return the operations of the contract's files, in the order of the APIs."""
    return [
        entry
        for entry in catalogue(V1)
        if _name(entry) not in ONLY_IN_THE_GUIDE and entry["operation_id"] != "Status"
    ]


def places() -> dict[str, list[str]]:
    """Return the ways to each operation, by its API and its name."""
    ways: dict[str, list[str]] = {}
    for form in STEP_FORMS:
        ways.setdefault(operation_of(form), []).append(f"“{form().told().title}”")
    told = {name: [f"Details, “Next step”: {', '.join(of)}"] for name, of in ways.items()}
    for one in PLACES:
        for name in one.operations:
            told.setdefault(name, []).append(one.way)
    return told


def operation_of(form: Any) -> str:
    """Return what a form sends: several may share one operation, each with its step's name."""
    return f"work.{form.operation.name.partition('.')[0]}"


def page() -> str:
    """Return the page."""
    entries, ways = contract(), places()
    reached = sum(_name(entry) in ways for entry in entries)
    client = StreetManager(NOWHERE)
    try:
        tables = [_table(client, api, entries, ways) for api in _apis(entries)]
    finally:
        client.close()
    return "\n\n".join([_HEAD.format(reached=reached, all=len(entries)), *tables]) + "\n"


_HEAD = """\
# Where each operation is

Street Manager's contract (V1.25.12) has {all} operations. **{reached} of {all} have a place** in
QGIS where a person reaches them. This page is made by `make docs` from the forms and from the table
in `tools/operations.py`; a test goes to every place and sees what the service is asked there. All
of them can be called by the [client](client.md)."""


def _apis(entries: Iterable[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(entry["api"] for entry in entries))


def _table(
    client: Any, api: str, entries: Iterable[dict[str, Any]], ways: dict[str, list[str]]
) -> str:
    rows = [
        (f"`{one['operation_id']}`", _does(client, one), _where(_name(one), ways))
        for one in entries
        if one["api"] == api
    ]
    there = sum(_name(one) in ways for one in entries if one["api"] == api)
    head = f"## {api.capitalize()} API: {there} of {len(rows)}"
    return f"{head}\n\n{table(('operation', 'what it does', 'where'), rows)}"


def _where(name: str, ways: dict[str, list[str]]) -> str:
    if name in ways:
        return "<br>".join(ways[name])
    return f"*not yet:* {NOT_YET.get(name, _TO_COME)}"


def _does(client: Any, entry: dict[str, Any]) -> str:
    if entry["python"] is None:
        return "Done by the session when it is time."
    method = client
    for part in entry["python"].split(".")[1:]:
        method = getattr(method, part)
    return first_sentence(method)


def _name(entry: dict[str, Any]) -> str:
    return f"{entry['api']}.{entry['operation_id']}"


def main(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
