"""Verdicts on the disk: kept for good, with the draft and then with the works."""

import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from street_works.plugin.clashes.verdict import Case, Standing, Verdict, of_draft
from street_works.plugin.drafts import StoreDamagedError
from street_works.plugin.drafts.judgements import COLUMNS
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.judged import CASE, judged
from street_works.tests.rounds import rounds
from street_works.tests.unit.drafts.test_killed import run_and_kill

DRAFT = CASE._replace(ours=of_draft("d1"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "verdicts.sqlite"


@pytest.fixture
def store(path):
    made = VerdictStore(path)
    yield made
    made.close()


def of(store, ours="TW001"):
    return store.standings("sandbox", ours)


def test_a_judgement_comes_back_as_it_was(store, path):
    zone = timezone(timedelta(hours=1))
    one = replace(judged(Verdict.COLLABORATE), at=datetime(2026, 6, 1, 14, 2, 3, 4, zone))
    assert store.keep(one) == Standing(one)
    bare = judged(reason="", attachments=(), case=CASE._replace(kind="own:“trees”", reference=""))
    store.keep(bare)
    again = VerdictStore(path)
    assert of(again) == {CASE: Standing(one), bare.case: Standing(bare)}
    again.close()


def test_the_latest_counts_and_none_is_changed(store, path):
    first = judged(Verdict.TO_BE_RESOLVED)
    last = judged(Verdict.RESOLVED, after=[first], minutes=5)
    store.keep(first)
    assert store.keep(last) == Standing(last)
    store.keep(replace(first, reason="another reason"))
    assert of(store) == {CASE: Standing(last)}
    with closing(sqlite3.connect(path)) as connection:
        reasons = connection.execute("SELECT reason FROM judgement").fetchall()
    assert reasons == [("they work at night",)] * 2


def test_what_another_qgis_said_meanwhile_is_told_to_the_later_one(store, path):
    second = VerdictStore(path)
    anns, bens = judged(), judged(Verdict.COLLABORATE, by="Ben", minutes=1)
    second.keep(anns)
    assert store.keep(bens) == Standing(bens, (anns,))
    assert of(second)[CASE].meanwhile == (anns,)
    second.close()


def test_a_draft_takes_its_verdicts_along_when_it_becomes_works(store):
    first = judged(case=DRAFT)
    last = judged(Verdict.RESOLVED, after=[first], case=DRAFT, minutes=1)
    others = judged(case=DRAFT._replace(ours=of_draft("d2")))
    for one in (first, last, others):
        store.keep(one)
    store.became("d1", "TW001")
    store.became("d1", "TW001")  # at the next start once more
    assert of(store, of_draft("d1")) == {}
    assert of(store) == {CASE: Standing(replace(last, case=CASE))}
    assert list(of(store, of_draft("d2")).values()) == [Standing(others)]


def test_those_of_works_are_shared_once_and_those_of_drafts_stay_here(store):
    mine, draft = judged(), judged(case=DRAFT)
    for one in (mine, draft):
        store.keep(one)
    assert store.unshared() == [mine]
    store.shared([mine])
    assert store.unshared() == []
    theirs = judged(Verdict.RESOLVED, after=[mine], by="Ben", minutes=2)
    store.take([mine, theirs])
    store.take([theirs])
    assert store.unshared() == []
    assert of(store) == {CASE: Standing(theirs)}
    store.became("d1", "TW9")
    assert store.unshared() == [replace(draft, case=CASE._replace(ours="TW9"))]


def test_environments_are_kept_apart(store):
    store.keep(judged())
    assert store.standings("production", "TW001") == {}


def test_the_file_is_private(store, path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_damaged_file_is_put_aside_and_told(store, path):
    store.keep(judged())
    store.close()
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(StoreDamagedError, match=r"verdicts\.sqlite is damaged") as error:
        VerdictStore(path)
    assert error.value.moved_to.read_bytes().endswith(b"x")
    anew = VerdictStore(path)
    assert of(anew) == {}
    anew.close()


def test_a_file_of_a_later_version_is_left_as_it_is(store, path):
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StreetWorksError, match="later version"):
        VerdictStore(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("verdict", "perhaps"),
        ("judged_at", "at noon"),
        ("attachments", '{"a": 1}'),
        ("attachments", "[" * 100_000),
        ("seen", "null"),
        ("seen", '{"place": ""}'),
        ("seen_ours", "{"),
        ("after", "[1]"),
        ("reason", b"\x00"),
    ],
)
def test_a_damaged_row_is_told_and_the_others_are_there(store, path, column, value):
    broken, whole = judged(case=CASE._replace(reference="X")), judged()
    for one in (broken, whole):
        store.keep(one)
    assert column in COLUMNS
    with closing(sqlite3.connect(path)) as connection, connection:
        change = f"UPDATE judgement SET {column} = ? WHERE id = ?"  # noqa: S608 - a column of ours
        connection.execute(change, (value, broken.id))
    assert of(store) == {CASE: Standing(whole)}
    (damaged,) = store.damaged()
    assert damaged.id == broken.id
    assert damaged.why
    assert store.unshared() == [whole]


JUDGE = """
import sys
from dataclasses import replace
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.tests.made.judged import CASE, judged
store = VerdictStore(sys.argv[1])
most = int(sys.argv[3])
for number in range(most):
    case = CASE._replace(reference=f"{sys.argv[2]}{number}")
    store.keep(judged(case=case, reason="x" * 3000, by=sys.argv[2]))
    print(case.reference, flush=True)
"""


def test_a_verdict_survives_kill_9(path):
    told = set()
    for number in range(rounds(8, full=100)):
        told |= set(run_and_kill(JUDGE, path, f"{number}-", 10**6, seconds=0.003 * number))
        store = VerdictStore(path)
        found = {case.reference: one for case, one in of(store).items()}
        store.close()
        assert told <= set(found)
        assert {len(one.judgement.reason) for one in found.values()} == {3000}
    assert told


def test_two_qgis_judge_at_the_same_time_and_nothing_is_lost(path):
    VerdictStore(path).close()
    line = [sys.executable, "-c", JUDGE, str(path)]
    both = [subprocess.Popen([*line, who, "40"], stdout=subprocess.PIPE) for who in ("Ann", "Ben")]
    for one in both:
        one.communicate(timeout=120)
        assert one.returncode == 0
    store = VerdictStore(path)
    assert len(of(store)) == 80
    store.close()


def test_it_says_what_it_keeps_in_columns_that_a_planner_can_read(store, path):
    store.keep(judged())
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM judgement").fetchone())
    assert Case(*(row[name] for name in Case._fields)) == CASE
    assert row["judged_at"] == "2026-06-01T12:00:00.000000+00:00"
    assert json.loads(row["attachments"]) == ["/team/plan.pdf", "e-mail “of the 3rd”.eml"]
