"""What a table needs so that it says what the register says."""

from street_works.plugin.live.reconciling import Held, steps

HELD = {
    "same": Held(1, "a"),
    "altered": Held(2, "b"),
    "gone": Held(3, "c"),
    "elsewhere": Held(4, "d"),
    "an area now": Held(5, "e"),
}
WANTED = {"same": "a", "altered": "B", "new": "n"}


def test_each_row_is_treated_as_it_should_be() -> None:
    todo = steps(HELD, WANTED, came={*WANTED, "an area now"}, gone={"gone"})
    assert todo.add == ("new",)
    assert todo.change == {"altered": 2}
    assert todo.remove == (3, 5)
    assert todo.same == 1


def test_nothing_is_done_to_a_table_that_says_it_all() -> None:
    wanted = {identity: one.digest for identity, one in HELD.items()}
    todo = steps(HELD, wanted, came=set(wanted), gone=set())
    assert (todo.add, dict(todo.change), todo.remove, todo.same) == ((), {}, (), len(HELD))


def test_an_empty_download_removes_only_what_is_gone() -> None:
    todo = steps(HELD, {}, came=set(), gone={"gone", "never there"})
    assert (todo.add, dict(todo.change), todo.remove, todo.same) == ((), {}, (3,), 0)
