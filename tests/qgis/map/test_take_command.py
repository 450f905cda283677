"""The shapes of files from a shell: offered as “Take a shape” offers them, and checked."""

import json
import subprocess
import sys

import pytest
from shapely import from_wkt

COMMAND = (sys.executable, "-m", "street_works.plugin.extents", "take")
SQUARE = "POLYGON ((530050 180300, 530060 180300, 530060 180310, 530050 180310, 530050 180300))"


def told(*files, text=""):
    done = subprocess.run(
        [*COMMAND, *map(str, files)],
        input=text,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_shape_of_a_file_is_told_and_a_file_without_any_says_why(tmp_path):
    table, empty = tmp_path / "trench.csv", tmp_path / "empty.csv"
    table.write_text("id,Eastings,Northings\n1,530050,180300\n2,530060,180300\n")
    empty.write_text("")
    status, shapes = told(table, empty, tmp_path / "gone.dxf")
    assert status == 1
    assert [(one.get("kind"), one.get("valid")) for one in shapes] == [
        ("line", True), ("point", True), ("point", True), (None, None), (None, None),
    ]  # fmt: skip
    assert shapes[0]["extent"] == "LINESTRING (530050 180300, 530060 180300)"
    assert "gone.dxf" in shapes[-1]["problem"]


def test_standard_input_is_read_as_the_clipboard_is():
    status, (shape,) = told("-", text="NGR: TQ 30055 80305")
    assert status == 0
    assert shape["extent"] == "POINT (530055 180305)"


@pytest.mark.parametrize(
    ("name", "kind", "wkt"),
    [
        ("f10_closed_polyline.dxf", "polygon", SQUARE),
        ("f06_start_and_end_columns.csv", "line", "LINESTRING (530050 180300, 530090 180340)"),
        ("f13b_hex_ewkb.txt", "polygon",
         "POLYGON ((530050 180300, 530060 180300, 530060 180310, 530050 180300))"),
    ],
)  # fmt: skip
def test_the_files_of_the_field_come_right(shared, name, kind, wkt):
    status, shapes = told(shared(f"field/cases/{name}"))
    assert status == 0
    assert shapes[0]["kind"] == kind
    assert shapes[0]["valid"]
    assert from_wkt(shapes[0]["extent"]).equals(from_wkt(wkt))
