"""The command for a shell: lists of works in, a JSON object a line out, and every trouble told."""

import io
import json
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes import __main__ as command
from street_works.plugin.clashes import programme

HEADING = "reference,start,end,geometry"
A = "A,2026-06-01,2026-06-05,POINT(450000 300000)"
B = "B,2026-06-05,2026-06-09,POINT(450020 300000)"
KEYS = ["work", "other", "rule", "grade", "distance_m", "first_day", "last_day", "days"]


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Give how to run the command on files of some content, named a.csv, b.csv and so on."""
    monkeypatch.chdir(tmp_path)

    def run(works, *against, options=()):
        arguments = ["--works", "a.csv", *options]
        for name, content in zip("abcdef", (works, *against)):
            data = content if isinstance(content, bytes) else content.encode()
            Path(f"{name}.csv").write_bytes(data)
            arguments += ["--against", f"{name}.csv"] if name > "a" else []
        code = command.main(arguments)
        captured = capsys.readouterr()
        return code, [json.loads(line) for line in captured.out.splitlines()], captured.err

    return run


def listed(*rows, heading=HEADING):
    return "\n".join([heading, *rows, ""])


def pairs(found, rule="near"):
    return [(one["work"], one["other"]) for one in found if one["rule"] == rule]


def test_a_line_says_all_of_a_pair(run):
    code, found, told = run(listed(A, B))
    assert code == 0
    assert told == ""
    assert [list(one) for one in found] == [KEYS]
    assert list(found[0].values()) == [
        "A", "B", "near", "clash", 20.0, "2026-06-05", "2026-06-05", 1
    ]  # fmt: skip


def test_within_and_days_are_the_thresholds_of_the_rules(run):
    further = "C,2026-06-08,2026-06-10,POINT(450000 300031)"
    assert pairs(run(listed(A, further))[1]) == []
    assert pairs(run(listed(A, further), options=["--within", "31"])[1]) == []
    assert pairs(run(listed(A, further), options=["--days", "3"])[1]) == []
    assert pairs(run(listed(A, further), options=["--within", "30.9", "--days", "3"])[1]) == []
    assert pairs(run(listed(A, further), options=["--within", "31", "--days", "2"])[1]) == []
    code, found, told = run(listed(A, further), options=["--within", "31", "--days", "3"])
    assert (code, told) == (0, "")
    (near,) = [one for one in found if one["rule"] == "near"]
    assert near["grade"] == "opportunity"
    assert near["distance_m"] == 31.0
    assert (near["first_day"], near["last_day"], near["days"]) == (None, None, 0)


def test_against_other_lists_and_not_among_themselves(run):
    a_too = "a,2026-06-01,2026-06-05,POINT(450001 300000)"
    c = "C,2026-06-01,2026-06-30,POINT(450003 300000)"
    _, found, _ = run(listed(A, B), listed(a_too), listed(c))
    assert pairs(found) == [("A", "C"), ("B", "a"), ("B", "C")]


def test_parts_of_the_same_works_do_not_meet(run):
    first, second = (f"TY17005449891-0{n},2026-06-01,2026-06-05,POINT(0 0)" for n in (1, 2))
    works = "TY17005449891,2026-06-01,2026-06-05,POINT(0 0)"
    assert pairs(run(listed(first, second, works))[1]) == []
    assert pairs(run(listed(first), listed(second, works))[1]) == []
    others = (f"P-0{n},2026-06-01,2026-06-05,POINT(0 0)" for n in (1, 2))
    assert pairs(run(listed(*others))[1]) == [("P-01", "P-02")]


def test_one_street_and_its_traffic_are_read(run):
    heading = f"{HEADING},usrn,traffic_management,promoter,status"
    rows = [
        f"{A},20501916,Road closure,Thames Valley Water,granted",
        f"{B},20501916.0,multi_way_signals,Thames Valley Water,submitted",
        "C,2026-06-01,2026-06-30,POINT(450000 300000),20501916,,,Refused",
    ]
    code, found, told = run(listed(*rows, heading=heading))
    assert code == 0
    assert pairs(found) == [("A", "B")]
    assert told == (
        "1 works are over or given up (cancelled, closed, refused, revoked), and were left out.\n"
    )


@pytest.mark.parametrize(
    ("dates", "grade", "days"),
    [
        ("2026-06-05,2026-06-09", "clash", 1),
        ("05/06/2026,9 Jun 2026", "clash", 1),
        ("2026-06-05T23:30,2026-06-09", "clash", 1),
        ("2026-06-05T22:59Z,2026-06-09", "clash", 1),
        ("2026-06-05T23:00Z,2026-06-09", None, 0),
        ("2026-06-09,2026-06-05", "clash", 1),
        (",", "cannot_say", None),
        ("2026-06-05,", "clash", 1),
        (",2026-06-05", "clash", 1),
        ("2026-05-30,", "cannot_say", None),
        (",2026-06-09", "cannot_say", None),
        ("2026-06-06,", None, 0),
        (",2026-05-31", None, 0),
    ],
)
def test_days_in_all_their_forms(run, dates, grade, days):
    _, found, _ = run(listed(A), listed(f"B,{dates},POINT(450000 300000)"))
    near = [one for one in found if one["rule"] == "near"]
    assert [one["grade"] for one in near] == ([] if grade is None else [grade])
    assert all(one["days"] == days for one in near)


@pytest.mark.parametrize(
    ("row", "name", "told"),
    [
        ("X,soon,2026-06-05,POINT(0 0)", "X", "its start “soon” is not known"),
        ("X,2026-06-05,31/06/2026,POINT(0 0)", "X", "its end “31/06/2026” is not known"),
        (",2026-06-01,2026-06-05,POINT(0 0)", "a.csv, line 3", "it has no reference"),
        ("X,2026-06-01,2026-06-05,", "X", "it has no readable shape"),
        ("X,2026-06-01,2026-06-05,PINT(0 0)", "X", "it has no readable shape"),
        ("X,2026-06-01,2026-06-05,POINT EMPTY", "X", "its shape is empty"),
        ("X,2026-06-01,2026-06-05,POINT(nan 0)", "X", "its shape is empty|not a number"),
        ('X,2026-06-01,2026-06-05,"POLYGON((0 0,1 1))"', "X", "it has no readable shape"),
        ("X,2026-06-01,2026-06-05", "X", "it has 3 fields, and the first line names 4"),
        ("X,2026-06-01,2026-06-05,LINESTRING(0 0,1 1)", "X", "it has 5 fields"),
        ('X,"2026-06-01,2026-06-05,POINT(0 0)', "X", "it has 2 fields"),
    ],
)
@pytest.mark.parametrize("side", ["work", "other"])
def test_a_bad_row_is_told_and_the_rest_done(run, row, name, told, side):
    """It stands in the middle, with its line, as cannot say; good rows around it meet."""
    bad, good = listed(A, row, B), listed("C,2026-06-05,2026-06-05,POINT(450010 300000)")
    code, found, said = run(bad, good) if side == "work" else run(good, bad)
    name = name.replace("a.csv", "a.csv" if side == "work" else "b.csv")
    file = "a.csv" if side == "work" else "b.csv"
    assert code == 0
    assert said.startswith(f"{file}, line 3: ")
    assert any(one in said for one in told.split("|")), said
    assert said.count("\n") == 1
    (line,) = [one for one in found if one["rule"] == "readable"]
    assert line == {**dict.fromkeys(KEYS), "rule": "readable", "grade": "cannot_say", side: name}
    met = [("A", "C"), ("B", "C")] if side == "work" else [("C", "A"), ("C", "B")]
    assert pairs(found) == met


def test_what_is_odd_but_compared_is_told_only(run):
    turned = "X,2026-06-09,2026-06-01,POINT(450000 300000)"
    _, found, told = run(listed(A, turned, A))
    assert told.splitlines() == [
        "a.csv, line 3: X: its end is before its start: the days between are compared",
        "a.csv, line 4: A: it is there already: a.csv, line 2",
    ]
    assert pairs(found) == [("A", "X"), ("X", "A")]
    assert Counter(one["rule"] for one in found)["readable"] == 0


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"{A},twelve,,,", "its USRN “twelve” is no number of up to 8 digits"),
        (f"{A},,magic,,", "its traffic management “magic” is not known"),
    ],
)
def test_a_bad_value_beside_is_told_and_the_works_compared(run, row, told):
    heading = f"{HEADING},usrn,traffic_management,status,promoter"
    code, found, said = run(listed(row, f"{B},,,,", heading=heading))
    assert code == 0
    assert told in said
    assert pairs(found) == [("A", "B")]
    assert [one["work"] for one in found if one["rule"] == "readable"] == ["A"]


@pytest.mark.parametrize(
    "content",
    [
        listed(A, B).encode(),
        listed(A, B).encode("utf-8-sig"),
        listed(A, B).encode("utf-16"),
        listed(A, B).replace("\n", "\r\n").encode(),
        listed(A, B).replace("\n", "\r").encode(),
        listed(A, B).replace(",", ";").encode(),
        listed(A, B).replace(",", "\t").encode(),
        listed(A, B).replace(",", "|").encode(),
        b"\n" + listed(A, "", ",,,", B).encode(),
        listed(A, B, heading=" Reference ,START,End,Geometry").encode(),
        listed(f"{A},x", f"{B},", heading=f"{HEADING},more").encode(),
        listed(A.replace("POINT", "SRID=27700;POINT"), B).encode(),
        listed(A.replace("POINT", "POINT Z").replace(")", " 7)"), B).encode(),
    ],
)
def test_files_as_people_have_them(run, content):
    code, found, told = run(content)
    assert (code, told) == (0, "")
    assert pairs(found) == [("A", "B")]


def test_letters_of_windows_and_of_the_world(run):
    named = A.replace("A,", "Llŷn,", 1), B.replace("B,", "£1,", 1)
    assert pairs(run(listed(*named))[1]) == [("Llŷn", "£1")]
    pound = B.replace("B,", "£1,", 1)
    assert pairs(run(listed(A, pound).encode("cp1252"))[1]) == [("A", "£1")]


def test_a_quote_left_open_spoils_no_other_row(run):
    opened = A.replace("POINT", '"POINT')
    _, found, told = run(listed(opened, B, B.replace("B", "C", 1)))
    assert told == ""
    assert pairs(found) == [("A", "B"), ("A", "C"), ("B", "C")]


def test_a_text_may_go_over_lines(run):
    heading = HEADING.replace("reference", "note,reference")
    noted = f'"at the ""Swan"",\nby night",{A}', f'"\n\n",{B}'
    _, found, told = run(listed(*noted, heading=heading))
    assert told == ""
    assert pairs(found) == [("A", "B")]


def test_a_long_outline_is_read(run):
    corners = ",".join(f"{450000 + n % 7} {300000 + n}" for n in range(20_000))
    _, found, told = run(listed(A, f'L,2026-06-01,2026-06-05,"LINESTRING({corners})"'))
    assert told == ""
    assert pairs(found) == [("A", "L")]


@pytest.mark.parametrize(
    ("content", "lacking"),
    [
        ("", "reference, start, end, geometry"),
        ("\n\n", "reference, start, end, geometry"),
        ("reference,start\n", "end, geometry"),
        ("reference;start;end;wkt\n", "geometry"),
        (A, "reference, start, end, geometry"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "reference, start, end, geometry"),
    ],
)
def test_a_file_without_its_columns_is_refused(run, content, lacking):
    code, found, told = run(content)
    assert (code, found) == (2, [])
    assert told == (
        f"a.csv has no column {lacking}. Name in its first line: reference, start, end, geometry.\n"
    )
    code, found, told = run(listed(A), listed(B), content)
    assert (code, found) == (2, [])
    assert told.startswith("c.csv has no column")


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_a_file_that_cannot_be_read_is_refused(run, name, capsys):
    assert command.main(["--works", name]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"{name} cannot be read: ")


def test_shapes_in_degrees_are_told(run):
    london = "A,2026-06-01,2026-06-05,POINT(-0.12 51.5)"
    code, found, told = run(listed(A), listed(london, london.replace("A", "B", 1)))
    assert (code, found) == (0, [])
    assert told == (
        "b.csv, line 1: the shapes look like degrees: give them in EPSG:27700, in metres\n"
    )


def test_lists_without_works(run):
    code, found, told = run(listed())
    assert (code, found, told) == (0, [], "a.csv, line 1: no works are listed\n")
    code, found, told = run(listed(A), listed())
    assert (code, found, told) == (0, [], "b.csv, line 1: no works are listed\n")
    code, found, told = run(listed(), listed(B))
    assert (code, found, told) == (0, [], "a.csv, line 1: no works are listed\n")


@pytest.mark.parametrize(
    "options",
    [["--within", "-1"], ["--within", "near"], ["--within", "nan"], ["--within", "inf"],
     ["--days", "-1"], ["--days", "1.5"], ["--days", "9" * 30], []],
)  # fmt: skip
def test_wrong_use_is_refused(options, capsys):
    with pytest.raises(SystemExit) as left:
        command.main([*(["--works", "a.csv"] if options else []), *options])
    assert left.value.code == 2
    assert (options or ["--works"])[0] in capsys.readouterr().err


def test_standard_input(run, monkeypatch, capsys):
    data = io.TextIOWrapper(io.BytesIO(listed(A, B).encode()))
    monkeypatch.setattr("sys.stdin", data)
    assert command.main(["--works", "-"]) == 0
    assert pairs([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == [
        ("A", "B")
    ]


PLACES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 28), st.integers(0, 5)), min_size=1, max_size=12
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES, PLACES, st.integers(1, 4))
def test_the_same_pairs_as_one_by_one_in_whatever_parts(run, monkeypatch, ours, theirs, part):
    monkeypatch.setattr(programme, "_AT_ONCE", part)
    first = date(2026, 6, 1)

    def rows(name, places):
        for n, (x, day, length) in enumerate(places):
            start = first + timedelta(day)
            yield f"{name}{n},{start},{start + timedelta(length)},POINT({x} 0)"

    wanted = [
        (f"A{n}", f"B{m}")
        for n, (x, day, length) in enumerate(ours)
        for m, (other, its_day, its_length) in enumerate(theirs)
        if abs(x - other) <= 10 and day <= its_day + its_length and its_day <= day + length
    ]
    files = listed(*rows("A", ours)), listed(*rows("B", theirs))
    _, found, _ = run(*files, options=["--within", "10"])
    assert pairs(found) == wanted


def test_it_runs_without_qgis(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(listed(A, B), encoding="utf-8")
    script = (
        "import runpy, sys; sys.modules['qgis'] = None\n"
        f"sys.argv = ['clashes', '--works', {str(path)!r}]\n"
        "runpy.run_module('street_works.plugin.clashes', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert pairs(map(json.loads, done.stdout.splitlines())) == [("A", "B")]
