"""The page about the client tells the truth: its tables are the code's, its examples run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from street_works.plugin.practice import PracticeService
from street_works.tools import client_docs

PAGE = client_docs.PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_tables_are_those_of_the_code() -> None:
    assert client_docs.filled(PAGE) == PAGE, "run tools/client_docs.py"


def test_an_old_table_is_noticed() -> None:
    old = PAGE.replace("| `work.get_work(", "| `work.fetch_work(")
    assert old != PAGE
    assert client_docs.filled(old) == PAGE


def test_the_page_has_every_operation() -> None:
    rows = re.findall(r"^\| [`*].*\| [^|]+ \|$", PAGE.partition("## All operations")[2], re.M)
    assert len(rows) == len(client_docs.catalogue(client_docs.V1))


def test_a_table_without_a_place_is_told() -> None:
    with pytest.raises(ValueError, match="errors"):
        client_docs.filled(PAGE.replace("<!-- errors -->", ""))


def test_the_first_example_has_ten_lines_at_most() -> None:
    assert len([line for line in EXAMPLES[0].splitlines() if line.strip()]) <= 10


def test_the_examples_run(tmp_path: Path) -> None:
    """One after the other, as a reader would, against the practice service."""
    service = PracticeService()
    address = service.start()
    try:
        planner = next(one for one in service.accounts if one.role == "Planner")
        given = {
            **os.environ,
            "STREET_MANAGER_URL": address,
            "STREET_MANAGER_EMAIL": planner.email,
            "STREET_MANAGER_PASSWORD": planner.password,
        }
        done = subprocess.run(
            [sys.executable, "-c", "\n".join(EXAMPLES)],
            cwd=tmp_path,
            env=given,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    finally:
        service.stop()
    assert done.returncode == 0, done.stderr
    assert re.search(r"^\w+ \d{4}-\d\d-\d\d$", done.stdout, re.M), "works of the first example"
    assert "State.ACCEPTED None" in done.stdout
    assert (tmp_path / "permits.csv").stat().st_size > 0
    assert "seen" in (tmp_path / "bookmark.json").read_text()
