"""A PostgreSQL of the tests' own, with PostGIS: in a temporary folder, on a socket there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_USER = "team"


class Database:
    """A database with PostGIS; `connection` is what QGIS needs to find it."""

    def __init__(self, socket: Path, name: str) -> None:
        self.connection = f"host={socket} dbname={name} user={_USER}"
        self._socket, self._name = socket, name

    def rows(self, sql: str) -> list[list[str]]:
        """Run SQL and return what it gives, as text."""
        line = ["psql", "-X", "-h", str(self._socket), "-U", _USER, "-d", self._name]
        line += ["-At", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [row.split("\t") for row in done.stdout.splitlines()]


@contextmanager
def cluster() -> Iterator[Path]:
    """Run a server that listens on a socket in a folder only; give that folder.

    Skips where PostgreSQL or PostGIS are not installed: `make setup` installs them.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="street-works-postgis-"))
    folder.chmod(0o755)
    as_owner = []
    if os.geteuid() == 0:  # PostgreSQL does not run as root
        shutil.chown(folder, "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"
    control = [*as_owner, str(programs / "pg_ctl"), "-D", str(data), "-w", "-s"]
    try:
        _run([*as_owner, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", _USER,
              "-E", "UTF8", "--no-sync"])  # fmt: skip
        options = f"-c listen_addresses='' -c fsync=off -k {folder}"
        _run([*control, "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield folder
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(socket: Path, name: str) -> Database:
    """Make a database with PostGIS in it."""
    Database(socket, "postgres").rows(f"CREATE DATABASE {name}")
    made = Database(socket, name)
    made.rows("CREATE EXTENSION postgis")
    return made


def _programs() -> Path:
    found = sorted(
        (path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()),
        key=lambda path: int(path.parent.name),
    )
    for programs in reversed(found):
        version = programs.parent.name
        if Path(f"/usr/share/postgresql/{version}/extension/postgis.control").exists():
            return programs
    pytest.skip("needs PostgreSQL with PostGIS, which `make setup` could not install")


def _run(line: list[str]) -> None:
    done = subprocess.run(
        line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stderr
