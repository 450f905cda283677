"""What an application takes over from the check for clashes and its verdicts."""

from dataclasses import replace
from datetime import date, datetime, timezone

import pytest
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.statement import statement
from street_works.plugin.clashes.verdict import Standing, Verdict
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.application.situation import ClashesFound
from street_works.tests.made.judged import OTHER, OURS, judged
from street_works.tests.unit.forms.test_application import situation as make_situation

DAYS = date(2026, 6, 10), date(2026, 6, 20)
AT = datetime(2026, 6, 1, 13, 2, tzinfo=timezone.utc)
SENTENCES = ("On 1 Jun at 14:02: 1 potential clash.", "EW002: collaborate, share the trench.")
FOUND = ClashesFound("1 clash.", *DAYS, SENTENCES, ("EW002",), ("share the trench",))
CHECKED = "Checked for clashes: " + " ".join(SENTENCES)
form = Application()


def begun(found=FOUND, **kept):
    situation = make_situation(clashes=found)
    return form.begin(situation, kept or None)


def test_the_check_stands_in_the_additional_information():
    assert begun()["additional_info"] == CHECKED
    assert begun(additional_info="Key at no. 3.\nRing first.")["additional_info"] == (
        f"Key at no. 3.\nRing first.\n{CHECKED}"
    )


def test_a_later_check_takes_the_place_of_the_earlier_one():
    later = FOUND._replace(sentences=("On 2 Jun at 9:00: nothing.",))
    values = begun(later, additional_info=f"Key at no. 3.\n{CHECKED}\nRing first.")
    assert values["additional_info"] == (
        "Key at no. 3.\nRing first.\nChecked for clashes: On 2 Jun at 9:00: nothing."
    )


def test_what_does_not_hold_any_more_goes():
    values = begun(None, additional_info=f"Key at no. 3.\n{CHECKED}")
    assert values["additional_info"] == "Key at no. 3."
    assert "additional_info" not in begun(None)


@pytest.mark.parametrize("own", [0, 1, 100, 380, 460, 470, 499, 500])
def test_it_is_never_longer_than_street_manager_takes(own):
    many = FOUND._replace(sentences=(*SENTENCES, *(f"EW{n}: no conflict." for n in range(99))))
    notes = begun(many, additional_info="k" * own)["additional_info"]
    assert notes.startswith("k" * own)
    assert len(notes) <= 500
    assert ("1 potential clash." in notes) == ("more)" in notes) == (own < 430)


def test_whoever_collaborates_is_asked_nothing_twice():
    values = begun()
    assert values["collaborative_working"] is True
    assert values["collaborative_works"] == "EW002"
    assert values["collaboration_details"] == "share the trench"
    assert "collaboration_type" not in values


def test_what_the_planner_answered_stays():
    values = begun(collaborative_working=False)
    assert values["collaborative_working"] is False
    assert "collaborative_works" not in values
    values = begun(collaborative_working=True, collaborative_works="EW7")
    assert values["collaborative_works"] == "EW7"
    assert values["collaboration_details"] == "share the trench"


def test_without_a_partner_nothing_is_said_of_collaboration():
    values = begun(FOUND._replace(together=(), how=()))
    assert "collaborative_working" not in values


def test_the_statement_says_how_it_was_checked_and_each_verdict():
    others = [
        OTHER,
        replace(OTHER, reference="EW003", promoter="Elmbridge Water"),
        replace(OTHER, reference="EW004"),
    ]
    report = report_on(OURS, Shelf(others), all_with(within_m=50, margin_days=14))
    standings = {
        "EW002": Standing(judged(Verdict.TO_BE_RESOLVED, reason="")),
        "EW003": Standing(judged(Verdict.COLLABORATE, reason="share the\ntrench.")),
    }
    first, *rest = statement(
        report, lambda one: standings.get(one.reference, Standing()), AT, complete=False
    )
    assert first.startswith(
        "On 1 Jun 2026 at 14:02, works 10 Jun – 20 Jun, within 50 m and 14 days: "
    )
    assert "3 potential clashes" in first
    assert "among 3 records checked" in first
    assert rest == [
        "Street Manager did not give everything.",
        "EW002: to be resolved.",
        "EW003, Elmbridge Water: collaborate, share the trench.",
        "1 not judged.",
    ]
