"""Long tests go all their rounds when that is asked for, and ask for it in one way."""

import runpy
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[2]
ROUNDS = TESTS / "rounds.py"


@pytest.mark.parametrize(("asked", "gone"), [(None, 3), ("", 3), ("full", 100)])
def test_there_are_few_rounds_unless_all_are_asked_for(monkeypatch, asked, gone):
    monkeypatch.delenv("STREET_WORKS_ROUNDS", raising=False)
    if asked is not None:
        monkeypatch.setenv("STREET_WORKS_ROUNDS", asked)
    assert runpy.run_path(str(ROUNDS))["rounds"](3, full=100) == gone


def test_a_word_that_asks_for_nothing_is_noticed(monkeypatch):
    monkeypatch.setenv("STREET_WORKS_ROUNDS", "ful")
    with pytest.raises(KeyError):
        runpy.run_path(str(ROUNDS))


def test_a_seed_can_be_given_again(monkeypatch):
    monkeypatch.setenv("STREET_WORKS_SEED", "7")
    assert runpy.run_path(str(ROUNDS))["drawn_seed"]() == 7
    monkeypatch.delenv("STREET_WORKS_SEED")
    drawn = runpy.run_path(str(ROUNDS))["drawn_seed"]
    assert len({drawn() for _ in range(5)}) > 1


@pytest.mark.parametrize("name", ["STREET_WORKS_SEED", "PYTEST_XDIST_TESTRUNUID"])
def test_some_cases_are_drawn_alike_in_all_processes_of_a_run(monkeypatch, name):
    monkeypatch.delenv("STREET_WORKS_ROUNDS", raising=False)
    monkeypatch.delenv("STREET_WORKS_SEED", raising=False)
    some, drawn = runpy.run_path(str(ROUNDS))["some"], set()
    for run in range(30):
        monkeypatch.setenv(name, str(run))
        once, again = some("abcd", 2), some("abcd", 2)
        assert once == again == sorted(once)
        drawn.add("".join(once))
    assert drawn == {"ab", "ac", "ad", "bc", "bd", "cd"}


def test_all_cases_are_taken_in_a_full_run(monkeypatch):
    monkeypatch.setenv("STREET_WORKS_ROUNDS", "full")
    assert runpy.run_path(str(ROUNDS))["some"]("abcd", 2) == list("abcd")


def test_nothing_else_says_how_long_a_test_goes_on():
    asking = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if "STREET_WORKS_ROUNDS" in path.read_text("utf-8")
    }
    assert asking == {"rounds.py", "unit/house/test_rounds.py"}
    long = [path for path in TESTS.rglob("test_*.py") if "rounds(" in path.read_text("utf-8")]
    assert len(long) >= 12
