"""Writes the files that version 0.1.0 kept, with something of everything, and what is in them.

Runs only in a checkout of revision c79addc, whose folder is importable as `street_works`: what the
tests open must have been written by the code of that day. `files.zip`, with the files and with
`contents.json`, which says what is in them, comes of

    PYTHONPATH=/folder/around/the/checkout python make.py tests/old_files
"""

import json
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import asdict
from datetime import datetime, timedelta, timezone
from enum import Enum
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable, Optional

import requests
from street_works.plugin.api import StreetManager
from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.plugin.drafts import Draft, DraftStore, Outbox
from street_works.plugin.live.fetching import fetch_all
from street_works.plugin.live.plan.box import Box
from street_works.plugin.live.plan.days import Days
from street_works.plugin.live.store.store import Store, View
from street_works.plugin.map.kinds import ACTIVITY, FORWARD_PLAN, HS2, KINDS, WORKS
from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.journal import KINDS as SHELVES
from street_works.plugin.practice.journal import Journal
from street_works.tests.contract.practice_steps import TODAY
from street_works.tests.contract.practice_walk import Walk

NOW = datetime(2026, 6, 3, 9, 30, tzinfo=timezone.utc)
DAYS = Days(TODAY - timedelta(days=30), TODAY + timedelta(days=400))
MOST_OF_A_KIND = 5
SENT = "sent_without_answer"
"""The form's value that said of a draft under which reference it was sent without an answer."""


class Asking:
    """Asks the practice service by plain HTTP, as the walk wants it."""

    def __init__(self, practice: PracticeService) -> None:
        self._address = practice.start()
        self._tokens: dict[str, str] = {}
        for one in practice.accounts:
            if not one.situation and one.role not in self._tokens:
                body = {"emailAddress": one.email, "password": one.password}
                address = f"{self._address}/v1/work/authenticate"
                answer = requests.post(address, json=body, timeout=20)
                self._tokens[one.role] = answer.json()["idToken"]

    def ask(
        self, key: tuple[str, str], *, role: Optional[str] = None, body: Any = None,
        file: Any = None, query: Any = None, **path: Any,
    ) -> Any:  # fmt: skip
        """Make one call; return the JSON of a good answer, its bytes, or None."""
        operation = OPERATIONS[key]
        allowed = {one.value for one in operation.roles}
        role = role or next((one for one in self._tokens if one in allowed), None)
        answer = requests.request(
            operation.method,
            f"{self._address}/v1/{key[0]}{operation.path.format(**path)}",
            json=body,
            files=None if file is None else {"file": file},
            params=query,
            headers={} if role is None else {"token": self._tokens[role]},
            timeout=20,
        )
        if not answer.ok:
            return None
        try:
            return answer.json() if answer.content else {}
        except ValueError:
            return answer.content


class WalkWithOneExport(Walk):
    """The walk, but for the exports, which repeat what is there."""

    def exports(self) -> None:
        """Have one small export made."""
        self._ask(("export", "GenerateSection81CSV"), body={})


def make_practice(path: Path, store: Path) -> list[dict[str, Any]]:
    """Walk through the practice service; fill the store from it; return two streets as JSON."""
    practice = PracticeService(
        today=TODAY, state=path, requests_per_minute=10**9, scan_seconds=0, csv_seconds=0
    )
    practice.start()
    try:
        WalkWithOneExport(Asking(practice), practice).all()
        with closing(StreetManager(practice.start())) as client:
            planner = next(one for one in practice.accounts if one.role == "Planner")
            client.sign_in(planner.email, planner.password)
            make_store(store, client, Box(*practice.home))
            streets = client.lookup.get_streets_by_query("road")[:2]
            found = [client.lookup.get_streets_by_usrn(one.usrn) for one in streets]
            return [one.model_dump(mode="json", exclude_none=True) for one in found]
    finally:
        practice.stop()


def make_store(path: Path, client: StreetManager, home: Box) -> None:
    """Keep some of each kind; then some that moved, changed, are new or gone; and more ground."""
    ask = client.geojson
    fetch: dict[str, Callable[[Box, Days], Any]] = {
        WORKS: lambda box, days: ask.get_works_intersect_bounding_box(*box, *days),
        ACTIVITY: lambda box, days: ask.get_activities_intersecting_bounds(*box, *days),
        FORWARD_PLAN: lambda box, days: ask.get_forward_plans_intersect_bounding_box(*box, *days),
        HS2: lambda box, _days: ask.get_hs2_act_limits_intersecting_bounds(*box),
    }
    came = {kind: fetch_all(home, DAYS, one, kind=kind).features for kind, one in fetch.items()}
    refused = [SimpleNamespace(reference="TW001REFUSED-01", reason="It has no dates.")]
    with closing(Store(path)) as store:
        for kind, features in came.items():
            assert features, f"nothing of {kind}"
            some = features[:MOST_OF_A_KIND]
            store.keep(kind, home, DAYS, NOW, some, refused if kind == WORKS else ())
        change_works(store, home, came[WORKS])
        beside = Box(home[2] + 100, home[1], home[2] + 1100, home[3])
        store.note_overflow(WORKS, beside, DAYS, NOW + timedelta(hours=2))
        store.mark_seen(store.changes_since()[:1])
        store.set_last_view(View(Box(*home), Days(TODAY, TODAY + timedelta(days=14))))


def change_works(store: Store, box: Box, works: list[Any]) -> None:
    """Keep them as an hour later: one is gone, one redated, one revoked, one moved, one new."""

    def changed(feature: Any, **values: Any) -> Any:
        return feature.model_copy(
            update={"properties": feature.properties.model_copy(update=values)}
        )

    _gone, redated, revoked, moved, *rest = works[: MOST_OF_A_KIND + 1]
    first_day = redated.properties.start_date + timedelta(days=1)
    answer = [
        changed(redated, start_date=first_day, end_date=first_day + timedelta(days=30)),
        changed(revoked, permit_status="revoked"),
        moved.model_copy(update={"geometry": works[-1].geometry}),
        *rest,
    ]
    store.keep(WORKS, box, DAYS, NOW + timedelta(hours=1), answer)


def drafts(streets: list[dict[str, Any]]) -> list[Draft]:
    """Return drafts in every state in which a planner left one."""
    one, other = streets
    filled = {
        "workstream_prefix": "001",
        "work_type": "planned",
        "activity_type": "utility_repair_and_maintenance_works",
        "proposed_start_date": "2026-07-06",
        "proposed_end_date": "2026-07-10",
        "description_of_work": "Renew a valve – “number 3”",
        "excavation": True,
        "location_types": ["carriageway", "footway"],
        "permit_conditions": [{"condition": "NCT02a", "comment": "Nights only"}],
        "file_ids": [7, 8],
    }
    line = "LINESTRING (-0.1276 51.5072, -0.1270 51.5075)"
    area = "POLYGON ((530000 180000, 530010 180000, 530010 180020, 530000 180000))"
    usrn = int(one["usrn"])

    def draft(number: int, environment: str = "practice", **more: Any) -> Draft:
        empty = {"drawing_wkt": "", "drawing_crs": "", "extent_wkt": "", "usrn": None,
                 "street": None, "values": {}}  # fmt: skip
        updated = NOW + timedelta(minutes=number)
        given = {**empty, "environment": environment, "updated": updated, **more}
        return Draft(id=f"{number:032x}", **given)

    drawn = {"drawing_wkt": area, "drawing_crs": "EPSG:27700", "extent_wkt": area}
    return [
        draft(1, values={"proposed_start_date": "2026-07-01", "proposed_end_date": "2026-07-02"}),
        draft(2, drawing_wkt=line, drawing_crs="EPSG:4326"),
        draft(3, environment="", **drawn),
        draft(4, **drawn, usrn=usrn, street=one),
        draft(5, **drawn, usrn=int(other["usrn"]), street=other, values=filled),
        draft(6, "sandbox", **drawn, usrn=usrn, street=one,
              values={**filled, "work_reference_number": "TW001UNKNOWN", SENT: "TW001UNKNOWN"}),
    ]  # fmt: skip


def make_drafts(path: Path, streets: list[dict[str, Any]]) -> None:
    """Keep the drafts."""
    with closing(DraftStore(path)) as store:
        for one in drafts(streets):
            store.save(one)


def make_outbox(path: Path) -> None:
    """Write down requests in every state, to two environments."""

    def body(reference: str) -> dict[str, Any]:
        return {
            "work_reference_number": reference,
            "promoter_swa_code": "0098",
            "highway_authority_swa_code": "9810",
            "usrn": 81_000_001,
            "works_coordinates": {"type": "Point", "coordinates": [530_000.5, 180_000.25]},
            "description_of_work": "Renew a valve – “number 3”",
        }

    with closing(Outbox(path)) as outbox:
        for environment in ("practice", "sandbox"):
            beginning = "TW001" if environment == "practice" else "tw002"
            for name in ("SENDING", "ACCEPTED", "REFUSED", "UNKNOWN", "NOTTHERE", "DAMAGED"):
                outbox.begin(beginning + name, environment, "CreateWork", body(beginning + name))
            permit = f"{beginning}ACCEPTED-01"
            answer = {"work_reference_number": f"{beginning}ACCEPTED"}
            outbox.accepted(f"{beginning}ACCEPTED", {**answer, "permit_reference_number": permit})
            outbox.refused(f"{beginning}REFUSED", "The street is not known.")
            outbox.unknown(f"{beginning}UNKNOWN", "Street Manager did not answer in time.")
            outbox.unknown(f"{beginning}DAMAGED", "The connection was lost.")
            outbox.not_there(f"{beginning}NOTTHERE")


def damage(folder: Path) -> None:
    """Let a draft's form and two requests' bodies be cut off."""
    for name, statement in (
        ("drafts.sqlite", "UPDATE draft SET form = '{' WHERE id LIKE '%02'"),
        ("outbox.sqlite", "UPDATE entry SET body = '{' WHERE reference LIKE '%DAMAGED'"),
    ):
        with closing(sqlite3.connect(folder / name)) as connection, connection:
            connection.execute(statement)


# ---- what is in them, as that version reads it ----


def contents(folder: Path) -> dict[str, Any]:
    """Return what is in the files before anything is damaged, as JSON values."""
    return {
        "drafts": told_of_drafts(folder / "drafts.sqlite"),
        "outbox": told_of_outbox(folder / "outbox.sqlite"),
        "store": told_of_store(folder / "live.gpkx"),
        "practice": told_of_practice(folder / "practice.sqlite"),
    }


def told_of_drafts(path: Path) -> list[dict[str, Any]]:
    """Return the drafts, the one changed last first."""
    with closing(DraftStore(path)) as store:
        return [asdict(one) for one in store.all()]


def told_of_outbox(path: Path) -> list[dict[str, Any]]:
    """Return every entry by a later process, to which what was being sent is not known."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT reference FROM entry ORDER BY begun").fetchall()
    with closing(Outbox(path)) as outbox:
        return [asdict(outbox.get(reference)) for (reference,) in rows]


def told_of_store(path: Path) -> dict[str, Any]:
    """Return boxes, changes and the last view, and each row of the tables of records."""
    with closing(Store(path)) as store:
        view = store.last_view()
        told = {
            "boxes": [asdict(box) for kind in KINDS for box in store.boxes(kind)],
            "changes": [asdict(change) for change in store.changes_since()],
            "seen": [[one.reference, one.seen] for kind in KINDS
                     for one in store.rows(kind, Box(0, 0, 1e7, 1e7), None, "", 1000).rows],
            "last_view": {"box": view.box, "days": view.days},
            "filled": sorted(store.filled()),
        }  # fmt: skip
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [f"{kind}_{shape}" for kind, shape in told["filled"]]
        told["tables"] = {table: rows_of(connection, table) for table in (*tables, "records")}
    return told


def rows_of(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table as JSON values."""
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608
    return [{name: row[name] for name in row.keys()} for row in rows]  # noqa: SIM118


def told_of_practice(path: Path) -> dict[str, Any]:
    """Return the records by shelf and key, and the files."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT kind, key, body FROM records").fetchall()
    told: dict[str, Any] = {kind: {} for kind in SHELVES}
    for kind, key, body in rows:
        told[kind][key] = json.loads(body)
    with closing(Journal(path)) as journal:
        told["files"] = [asdict(one) for one in journal.files()]
    assert all(told.values()), [kind for kind, held in told.items() if not held]
    return told


def as_json(value: Any) -> Any:
    """Return what stands for a value that JSON does not know."""
    if isinstance(value, bytes):
        return value.hex()
    return value.value if isinstance(value, Enum) else value.isoformat()


def main(target: Path) -> None:
    """Write files.zip into the folder `target`."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        streets = make_practice(folder / "practice.sqlite", folder / "live.gpkx")
        make_drafts(folder / "drafts.sqlite", streets)
        make_outbox(folder / "outbox.sqlite")
        told = json.dumps(contents(folder), default=as_json, ensure_ascii=False, indent=1)
        (folder / "contents.json").write_text(told, encoding="utf-8")
        damage(folder)
        for lock in folder.glob("*.lock"):
            lock.unlink()
        shutil.make_archive(str(target / "files"), "zip", folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
