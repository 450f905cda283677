"""The PDF of the evidence, read back: what it says, on how many pages, by whose template."""

import time
from datetime import date

import pypdfium2
import pytest
from qgis.core import QgsPrintLayout, QgsProject, QgsReadWriteContext
from shapely.geometry import GeometryCollection, LineString, Point
from street_works.plugin.evidence import told
from street_works.plugin.evidence.template import load
from street_works.plugin.extents import Drawing, examine
from street_works.tests.made.evidence import made, many, pack_of, pages, taken, usual, works
from street_works.tests.rounds import rounds

A4 = (595, 842)  # points
MANY = rounds(150, full=500)
WHITE = 250


@pytest.fixture(scope="module")
def usual_pages(qgis_app, tmp_path_factory):
    made_of_it = made(pack_of(usual()), tmp_path_factory.mktemp("no template"))
    assert made_of_it.trouble is None
    return pages(made_of_it.content)


@pytest.mark.parametrize(
    "said",
    [
        "Evidence of a check for clashes",
        "High Street, Elmbridge (USRN 8401234) · 11 Jan 2027 – 15 Jan 2027",
        "Street Manager as of 4 Jan 2027, 14:02",
        "planner@elmbridge.example, Elmbridge Water",
        "Line, 60.8 m long, 2 points",
        "530030.00, 180005.00 on British National Grid (TQ 30030 80005)",
        "already British National Grid",
        "Works near by within 25 m",
        "4 works, complete, as of 14:02",
        "Renewing a main (NOSHAPE-01) could not be compared: it has no readable shape.",
        "Potential clash",
        "Potential collaboration",
        "Cannot say",
        "page 1 of 2",
    ],
)
def test_the_document_says(said, usual_pages):
    assert said in " ".join(usual_pages)


def test_each_finding_is_told_with_its_verdict_and_whom_to_call(usual_pages):
    text = " ".join(usual_pages)
    row = text.partition("CLASH-01")[2].partition("EVENT-1")[0]
    assert "0.66 m apart, 3 days in common (12 Jan 2027 – 14 Jan 2027)" in row
    assert "Ours: Road closure Theirs: Multi-way signals" in row
    assert "To be resolved Call Elmbridge Water (SWA code 9103) about CLASH-01" in row
    event = text.partition("EVENT-1")[2].partition("LATER-01")[0]
    assert "Not judged Call the highway authority about EVENT-1" in event


def test_nothing_found_is_said(qgis_app, tmp_path):
    text = " ".join(pages(made(pack_of([]), tmp_path).content))
    assert "Nothing was found." in text


def test_every_one_of_hundreds_of_findings_is_there_once(qgis_app, tmp_path):
    steps = []
    before = time.process_time()

    def note(done):
        nonlocal before
        now = time.process_time()
        steps.append((now - before, done))
        before = now

    found = pages(made(pack_of(many(MANY)), tmp_path, note).content)
    text = " ".join(found)
    # Once as whom it meets, once in what is to be quoted in a call.
    assert all(text.count(f"W{n:04d}-01") == 2 for n in range(MANY))
    for number, page in enumerate(found, 1):
        assert f"page {number} of {len(found)}" in page
    assert all("What it meets" in page for page in found[1:])
    fractions = [done for _time, done in steps if done is not None]
    assert fractions == sorted(fractions)
    late = [took for took, _done in steps[1:] if took > 0.05]
    assert len(late) <= 3, late  # of more than a thousand, on a machine that others use, too


def test_long_words_are_broken_and_long_texts_cut_with_a_word_of_it(qgis_app, tmp_path):
    word, text = "W" * 300, "to and fro " * 200
    others = [works("WORD-01", Point(530010, 180001), what=word)]
    others.append(works("TEXT-01", Point(530012, 180001), what=text))
    found = pages(made(pack_of(others), tmp_path).content)
    assert " ".join(found).count("W") >= 300
    assert "… (all of it is in the table)" in " ".join(found)


def test_no_ink_is_outside_the_margins(qgis_app, tmp_path):
    others = [works(f"L{n}-01", Point(530010, 180001), what="W" * (60 + n)) for n in range(60)]
    for page in pypdfium2.PdfDocument(made(pack_of(others), tmp_path).content):
        assert tuple(map(round, page.get_size())) == A4
        picture = page.render(scale=1, grayscale=True).to_numpy().reshape(A4[1], A4[0])
        ink = picture < WHITE
        assert ink.any()
        assert not ink[:, :26].any()
        assert not ink[:, -26:].any()
        assert not ink[-20:].any()


def test_shapes_that_are_all_missing_leave_the_map_to_the_extent(qgis_app, tmp_path):
    found = pages(made(pack_of([works("NOSHAPE-01", None)]), tmp_path).content)
    assert "could not be compared" in " ".join(found)


@pytest.mark.parametrize(
    "shape",
    [
        "POINT (530000 180000)",
        "POLYGON ((530000 180000, 530010 180000, 530010 180010, 530000 180000))",
    ],
)
def test_points_and_areas_without_a_street_are_proved_too(shape, qgis_app, tmp_path):
    mixed = GeometryCollection(
        [Point(530001, 180001), LineString([(530000, 179999), (530020, 180003)])]
    )
    pack = pack_of(
        [*usual(), works("MIXED-01", mixed)],
        extent=examine(Drawing(shape, "EPSG:27700")).extent,
        street=None,
        by="",
    )
    text = " ".join(pages(made(pack, tmp_path).content))
    assert "Street not known" in text
    assert "MIXED-01" in text


def test_it_says_by_which_grid_the_extent_was_converted(qgis_app, tmp_path):
    drawn = Drawing("LINESTRING (-0.1278 51.5074, -0.1270 51.5076)", "EPSG:4326")
    text = " ".join(pages(made(pack_of([], extent=examine(drawn).extent), tmp_path).content))
    assert "then OSTN15 Accuracy 0.10 m Drawn in EPSG:4326" in text


def test_a_template_of_the_planners_wins(qgis_app, tmp_path):
    layout, _trouble = taken(load(tmp_path))
    layout.itemById("title").setText("Elmbridge Water checks")
    assert layout.saveAsTemplate(str(tmp_path / "evidence.qpt"), QgsReadWriteContext())
    document = made(pack_of(usual()), tmp_path)
    assert document.trouble is None
    assert "Elmbridge Water checks" in pages(document.content)[0]


def damaged(path):
    path.write_text("<Layout", encoding="utf-8")


def foreign(path):
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())


def without_a_table(path):
    layout, _trouble = taken(load(path.parent))
    layout.removeLayoutItem(layout.itemById("findings"))
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())


def no_text(path):
    path.write_bytes(b"\xff\xfe\x00" * 50)


@pytest.mark.parametrize("spoil", [damaged, foreign, without_a_table, no_text])
def test_a_template_that_cannot_be_used_is_told_and_ours_taken(spoil, qgis_app, tmp_path):
    spoil(tmp_path / "evidence.qpt")
    document = made(pack_of(usual()), tmp_path)
    assert "Your template evidence.qpt cannot be used" in str(document.trouble)
    assert "Evidence of a check for clashes" in pages(document.content)[0]


def test_the_days_of_ours_need_not_be_known(qgis_app):
    pack = pack_of([works("OPEN-01", Point(530010, 180001), date(2027, 1, 12), None)])
    assert told.findings(pack)
