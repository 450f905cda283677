"""Asking in the background which works are on traffic-sensitive streets."""

import pytest
from street_works.plugin.desk.sensitive import SensitiveStreets
from street_works.tests.made.at_the_register import own_permits


@pytest.fixture
def streets(signed_in):
    made = SensitiveStreets(signed_in.jobs, signed_in.account)
    made.heard, made.troubles, made.stops = [], [], []
    made.known.connect(made.heard.append)
    made.trouble.connect(made.troubles.append)
    made.stopped.connect(lambda: made.stops.append(True))
    return made


@pytest.fixture
def asked(signed_in, until):
    answers = []
    client = signed_in.account.client
    signed_in.jobs.start(
        "test",
        lambda _progress: own_permits(client),
        done=answers.append,
        failed=answers.append,
    )
    until(lambda: answers)
    return [(one.works_reference, one.reference) for one in answers[0]]


def test_each_is_asked_about_once(streets, asked, register, until):
    steps = []
    streets.progress.connect(lambda fraction, text: steps.append(text))
    streets.look_up([*asked, asked[0]])
    until(lambda: streets.heard)
    (known,) = streets.heard
    assert known.sensitive | known.others == {works for works, _permit in asked}
    assert steps[-1] == f"{len(asked)} of {len(asked)} streets"
    register.down()
    streets.look_up(asked)
    until(lambda: len(streets.heard) == 2)
    assert streets.heard[1] == known


def test_it_can_be_stopped(streets, asked, register, signed_in, until):
    register.slow()
    streets.look_up(asked)
    streets.cancel()
    assert streets.stops == [True]
    until(lambda: not signed_in.jobs.running)
    assert streets.heard == []


def test_trouble_is_told(streets, asked, register, signed_in, until, in_plain_words):
    register.down()
    streets.look_up(asked)
    until(lambda: streets.troubles)
    in_plain_words(streets.troubles[0])
    signed_in.account.sign_out()
    streets.look_up(asked)
    assert "not signed in" in streets.troubles[-1].message
    until(lambda: not signed_in.jobs.running)
