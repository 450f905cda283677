"""“Download works” in the real `qgis_process`, twice: the second run changes what changed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable

import pytest
from osgeo import ogr
from street_works.tests.journeys.test_qgis_process import QGIS_PROCESS, Machine
from street_works.tests.made.postgis import Database, cluster, new_database
from street_works.tests.made.team_register import PASSWORD, TODAY, USER, Register, register

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not shutil.which(QGIS_PROCESS), reason="needs qgis_process"),
]

_VERSIONS = "SELECT identity, xmin FROM street_works"
MASTER = "a master password"
# Stores a pair in the profile's authentication manager, as a planner does in QGIS's options.
STORE = """
import sys
from qgis.core import QgsApplication, QgsAuthMethodConfig
application = QgsApplication([], False, sys.argv[1])
application.initQgis()
manager = QgsApplication.authManager()
assert manager.setMasterPassword(sys.argv[2], True)
config = QgsAuthMethodConfig("Basic")
config.setName("Street Manager")
config.setConfig("username", sys.argv[3])
config.setConfig("password", sys.argv[4])
stored = manager.storeAuthenticationConfig(config)
stored, config = stored if isinstance(stored, tuple) else (stored, config)
assert stored
print(config.id())
"""

Runs = Callable[..., dict[str, Any]]


@pytest.fixture
def town() -> Iterator[Register]:
    with register() as one:
        yield one


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    with cluster() as socket:
        yield socket


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def authcfg(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the id of the pair that is stored; the master password is in a file."""
    profile = machine.folder / "profiles" / "default"
    (machine.folder / "master").write_text(MASTER)
    monkeypatch.setenv("QGIS_AUTH_DB_DIR_PATH", str(profile))
    line = [sys.executable, "-c", STORE, str(profile), MASTER, USER, PASSWORD]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    monkeypatch.setenv("QGIS_AUTH_PASSWORD_FILE", str(machine.folder / "master"))
    assert done.stdout.strip(), done.stderr
    return done.stdout.split()[-1]


@pytest.fixture
def run(machine: Machine, town: Register, authcfg: str) -> Runs:
    """Give the way to download the practice area: returns the results."""

    def once(*given: str) -> dict[str, Any]:
        done = machine.start(
            "--json", "run", "streetworks:downloadworks", "--",
            f"AREA={town.area}", f"FIRST_DAY={TODAY}", "LAST_DAY=2026-06-15",
            "ENVIRONMENT=3", f"ADDRESS={town.url}", f"AUTHCFG={authcfg}", *given,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert PASSWORD not in done.stdout + done.stderr
        results: dict[str, Any] = json.loads(done.stdout)["results"]
        return results

    return once


class Change:
    """What happens in the register between two runs: one of each."""

    def __init__(self, town: Register) -> None:
        self._town = town
        self.altered = town.apply(40)
        self.gone = town.plan()
        self.new = ""

    def happen(self) -> None:
        self._town.grant(self.altered)
        self._town.drop(self.gone)
        self.new = self._town.apply(80)


def counts(results: dict[str, Any]) -> list[Any]:
    return [results[name] for name in ("ADDED", "CHANGED", "GONE", "UNCHANGED", "COMPLETE")]


def test_postgis_is_filled_and_then_only_what_changed_is_changed(
    run: Runs, town: Register, server: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    team = new_database(server, "journey")
    given = [f"DATABASE={team.connection}", "SCHEMA=street_works"]
    change = Change(town)
    first = counts(run(*given))
    before = versions(team)
    change.happen()
    second = counts(run(*given))
    after = versions(team)
    with capsys.disabled():
        print(f"\n  PostGIS: {first}, then {second}", end="")
    everything = first[0]
    assert everything > 500
    assert first == [everything, 0, 0, 0, True]
    assert second == [1, 1, 1, everything - 2, True]
    assert {key for key in before if key not in after} == {
        ("forward_plan_centre", change.gone),
        ("forward_plan_point", change.gone),
    }
    assert {key for key in after if key not in before} == {
        ("works_centre", change.new),
        ("works_point", change.new),
    }
    touched = {key for key in before.keys() & after if before[key] != after[key]}
    assert touched == {("works_centre", change.altered), ("works_point", change.altered)}
    moments = "SELECT fetched_at < changed_at, status FROM street_works.works_point"
    assert team.rows(f"{moments} WHERE identity = '{change.altered}'") == [["t", "granted"]]
    started = "SELECT starts, ends, start_date FROM street_works.works_point WHERE identity = "
    assert team.rows(f"{started}'{change.new}'") == [
        ["2026-06-11 00:00:00", "2026-06-12 23:59:59", "2026-06-11"]
    ]


def test_a_geopackage_is_filled_and_then_only_what_changed_is_changed(
    run: Runs, machine: Machine, town: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    change = Change(town)
    first = counts(run("FILE=team.gpkg"))
    before = contents(machine.folder / "team.gpkg")
    change.happen()
    second = counts(run("FILE=team.gpkg"))
    after = contents(machine.folder / "team.gpkg")
    with capsys.disabled():
        print(f"\n  GeoPackage: {first}, then {second}", end="")
    assert first == [first[0], 0, 0, 0, True]
    assert second == [1, 1, 1, first[0] - 2, True]
    assert {identity for _table, identity in before.keys() - after} == {change.gone}
    assert {identity for _table, identity in after.keys() - before} == {change.new}
    touched = {key for key in before.keys() & after if before[key] != after[key]}
    assert touched == {("works_centre", change.altered), ("works_point", change.altered)}


def test_without_a_master_password_it_says_what_is_missing(
    machine: Machine, town: Register, authcfg: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QGIS_AUTH_PASSWORD_FILE")
    done = machine.start(
        "run", "streetworks:downloadworks", "--", f"AREA={town.area}", "ENVIRONMENT=3",
        f"ADDRESS={town.url}", f"AUTHCFG={authcfg}", "FILE=team.gpkg",
    )  # fmt: skip
    assert done.returncode != 0
    assert "QGIS_AUTH_PASSWORD_FILE" in done.stdout + done.stderr
    assert not (machine.folder / "team.gpkg").exists()


def versions(team: Database) -> dict[tuple[str, str], str]:
    """Return which transaction wrote each row last, by table and identity."""
    tables = team.rows("SELECT f_table_name FROM geometry_columns WHERE f_table_schema <> 'public'")
    return {
        (table, identity): version
        for (table,) in tables
        for identity, version in team.rows(f"{_VERSIONS}.{table}")
    }


def contents(path: Path) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return each row with its number and its shape, by table and identity."""
    found = {}
    source = ogr.Open(str(path))
    for layer in source:
        if layer.GetName() == "layer_styles":
            continue
        for feature in layer:
            values = feature.items()
            shape = feature.GetGeometryRef().ExportToWkt()
            key = layer.GetName(), values["identity"]
            found[key] = (feature.GetFID(), shape, tuple(values.values()))
    return found
