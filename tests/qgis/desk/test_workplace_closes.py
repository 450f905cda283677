"""The workplace closes its parts in the reverse of the order in which it opened them."""

from contextlib import ExitStack

import pytest
from street_works.plugin.errors import StreetWorksError


def test_what_was_opened_last_is_closed_first(switch_on, monkeypatch):
    from street_works.ui import workplace

    opened, closed = [], []

    class Noting(ExitStack):
        def callback(self, close):
            number = len(opened)
            opened.append(number)

            def noted():
                closed.append(number)
                close()

            return super().callback(noted)

    monkeypatch.setattr(workplace, "ExitStack", Noting)
    plugin = switch_on()
    assert plugin.workplace is not None
    plugin.unload()
    assert len(opened) > 10
    assert closed == opened[::-1]


def test_a_part_that_fails_to_close_does_not_keep_the_others_open(switch_on):
    plugin = switch_on()
    place = plugin.workplace

    def fail():
        raise RuntimeError("stuck")

    place._parts.callback(fail)
    with pytest.raises(RuntimeError, match="stuck"):
        place.close_down()
    with pytest.raises(StreetWorksError):
        place.drafts.latest()
    assert not place.jobs.running
