"""Shapes from elsewhere: other programs' test cases, oddities seen in the wild, real records."""

import csv
import json
from collections import Counter

import numpy as np
import pytest
import shapely
from shapely import affinity
from street_works.plugin.extents import Drawing, Severity, examine, mend
from street_works.tests.made.at_the_register import permits_in

GRID = "EPSG:27700"
# Rules that say that a shape is no shape, not that it is a strange size or in a strange place.
INVALID = {
    "bad_holes",
    "not_closed",
    "not_finite",
    "self_crossing",
    "too_few_points",
    "unreadable",
}
ALLOWED = ("Point", "LineString", "Polygon")


def rules(result, severity=Severity.ERROR):
    return {said.rule for said in result.findings if said.severity is severity}


@pytest.fixture(scope="module")
def cases(shared):
    with shared("data/geometry/geos_jts_validity_cases.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 465
    return [(row, _in_the_midlands(row["wkt"])) for row in rows]


def _written(counts):
    return ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))


def _in_the_midlands(wkt):
    with np.errstate(invalid="ignore"):
        moved = affinity.translate(shapely.from_wkt(wkt), 450000, 300000)
    return examine(Drawing(moved.wkt, GRID))


def test_every_invalid_case_is_found_and_no_valid_one_called_invalid(cases, tell):
    counts = Counter()
    for row, result in cases:
        valid = row["shapely2.2_is_valid"] == "True"
        said = "refused" if rules(result) else "taken"
        counts[f"{'valid' if valid else 'invalid'} {said}"] += 1
        if not valid:
            assert not result.submittable, row["wkt"]
            continue
        assert not rules(result) & INVALID, row["wkt"]
    tell("validity cases:", _written(counts))


def test_what_works_may_not_have_is_found_by_its_type(cases, tell):
    counts = Counter()
    for row, result in cases:
        with np.errstate(invalid="ignore"):
            geometry = shapely.from_wkt(row["wkt"])
        if row["geom_type"] in ALLOWED or geometry.is_empty:
            continue
        filled = [part for part in shapely.get_parts(geometry) if not part.is_empty]
        if len(filled) == 1 and row["geom_type"] != "LinearRing":
            continue  # one part in a collection is that part
        found = rules(result)
        counts[row["geom_type"]] += 1
        # Two huge shapes cover more than the grid; two hold what is not a number, which GEOS 3.11
        # does not read.
        expected = {"multi_part", "wrong_type", "outside_grid", "not_finite", "unreadable"}
        assert found & expected, row["wkt"]
    tell("of a type that works may not have:", _written(counts))
    assert sum(counts.values()) > 90


def test_every_mend_gives_a_valid_extent_of_the_same_kind(cases, tell):
    counts = Counter()
    for row, result in cases:
        for said in result.findings:
            if said.mend is None:
                continue
            mended = mend(result, said.rule).examined
            kind = mended.extent.geometry.geom_type
            if said.rule in ("closed_line", "wrong_type"):
                assert kind == "Polygon", row["wkt"]
            elif row["geom_type"] != "GeometryCollection":
                assert kind == row["geom_type"].replace("Multi", ""), row["wkt"]
            assert mended.extent.geometry.is_valid, row["wkt"]
            assert mended.submittable, row["wkt"]
            assert mend(mended, said.rule).examined == mended, row["wkt"]
            counts[said.rule] += 1
    tell("mended:", _written(counts))
    assert counts["self_crossing"] == 20
    assert counts["bad_holes"] == 27


def test_the_cases_where_they_are_drawn_raise_nothing(cases):
    for row, _ in cases:
        for crs in (GRID, "EPSG:4326", "EPSG:3857"):
            result = examine(Drawing(row["wkt"], crs))
            assert result.extent is not None or rules(result), row["wkt"]


def test_the_oddities_from_the_wild(shared, tell):
    with shared("data/geometry/seen_in_the_wild.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = [rules(examine(Drawing(row["wkt"], GRID))) for row in rows]
    for row, said in zip(rows, found):
        tell(f"{row['what']}: {', '.join(said) or 'read'}")
    assert found.count({"unreadable"}) == 2
    assert found.count({"not_closed"}) == 1
    assert found.count(set()) == len(rows) - 3


@pytest.mark.parametrize(
    ("name", "holes"),
    [
        ("sites_polygon", False),
        ("sites_polygon_with_hole", True),
        ("sites_multipolygon", False),
        ("sites_multipolygon_with_hole", True),
    ],
)
def test_the_polygons_of_ordnance_survey(shared, name, holes, tell):
    content = json.loads(shared(f"data/geometry/{name}.geojson").read_text())
    counts = Counter()
    for feature in content["features"]:
        result = examine(Drawing(json.dumps(feature), GRID))
        assert result.extent is not None
        assert rules(result) <= {"multi_part"}
        counts["features"] += 1
        counts.update(rules(result))
        counts.update(rules(result, Severity.WARNING))
    tell(f"{name}:", _written(counts))
    assert counts["features"] >= 1
    assert (counts["multi_part"] > 0) is name.startswith("sites_multi")
    assert bool(counts["holes"] or counts["multi_part"]) or not holes


def _records(shared):
    with shared("data/works/london_2026-09.psv").open(newline="") as lines:
        yield from (row["wkt"] for row in csv.DictReader(lines, delimiter="|"))
    for record in json.loads(shared("data/works/greater_manchester_2023.json").read_text()):
        yield record["worksLocationCoordinates"]
    sandbox = json.loads(shared("data/works/reporting_permits_sandbox.json").read_text())
    yield from (json.dumps(one.geometry) for one in permits_in(sandbox))


def test_real_records_are_extents(shared, tell):
    counts = Counter()
    for text in _records(shared):
        result = examine(Drawing(text, GRID))
        counts["read"] += 1
        counts["submittable"] += result.submittable
        counts.update(said.rule for said in result.findings)
        if not result.submittable:
            tell(text[:120], rules(result))
    tell("records of works:", _written(counts))
    assert counts["read"] >= 110
    assert counts["submittable"] >= 0.95 * counts["read"]
