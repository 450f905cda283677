"""What has changed between two readings of the same details."""

from datetime import datetime, timezone
from types import SimpleNamespace

from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.details.changed import changed
from street_works.plugin.live.details.details import Details
from street_works.plugin.live.details.lines import Line
from street_works.plugin.live.details.section import Part, Section

NOW = datetime(2026, 6, 1, 12, tzinfo=timezone.utc)


def facts(**values):
    lines = tuple(Line((name, value)) for name, value in values.items())
    return Section(Part.WORKS, "Works", ("What", "Value"), lines)


def history(*lines, error=None):
    columns = ("When", "What", "Who")
    return Section(Part.HISTORY, "History", columns, tuple(map(Line, lines)), error=error)


def details(*sections):
    return Details("TSR1", NOW, None, sections)


def test_nothing_has_changed_where_all_is_as_it_was():
    one = details(facts(Status="Planned"), history(("1 Jun", "Applied", "Ann")))
    assert changed(one, one) == ()


def test_a_fact_that_differs_is_told_with_both_values():
    before, after = facts(Status="Planned", Place="Here"), facts(Status="In progress", Place="Here")
    assert changed(details(before), details(after)) == ("Status: Planned → In progress",)


def test_a_fact_and_a_line_that_are_new_are_told_with_their_section():
    before = details(facts(Status="Planned"), history(("1 Jun", "Applied", "Ann")))
    after = details(
        facts(Status="Planned", End="9 Jun"),
        history(("2 Jun", "Started", ""), ("1 Jun", "Applied", "Ann")),
    )
    assert changed(before, after) == ("Works: End, 9 Jun", "History: 2 Jun, Started")


def permits(*statuses):
    columns, when = ("Permit", "Status", "Start"), "9 Jun"
    lines = tuple(
        Line((f"TSR1-{number:02}", status, when), SimpleNamespace(part=f"TSR1-{number:02}"))
        for number, status in enumerate(statuses, 1)
    )
    return Section(Part.PERMITS, "All permits", columns, lines)


def test_of_a_record_that_was_there_it_is_told_what_is_otherwise():
    before, after = details(permits("Submitted")), details(permits("Granted", "Submitted"))
    assert changed(before, after) == (
        "All permits: TSR1-01: Submitted → Granted",
        "All permits: TSR1-02, Submitted, 9 Jun",
    )


def test_what_happened_within_the_same_minute_is_new():
    before = details(history(("1 Jun 09:00", "Applied", "Ann")))
    after = details(history(("1 Jun 09:00", "Refused", "Bo"), ("1 Jun 09:00", "Applied", "Ann")))
    assert changed(before, after) == ("History: 1 Jun 09:00, Refused, Bo",)


def test_a_section_that_was_not_there_is_new_as_a_whole():
    after = details(facts(Status="Planned"), history(("1 Jun", "Applied", "Ann")))
    assert changed(details(facts(Status="Planned")), after) == ("History: 1 Jun, Applied, Ann",)


def test_what_could_not_be_read_then_or_now_tells_nothing():
    whole, lost = history(("1 Jun", "Applied", "Ann")), history(error=StreetWorksError("No."))
    assert changed(details(whole), details(lost)) == ()
    assert changed(details(lost), details(whole)) == ()


def test_of_many_the_first_six_are_told():
    after = details(history(*((f"{day} Jun", "Comment", "Ann") for day in range(1, 10))))
    said = changed(details(history()), after)
    assert len(said) == 7
    assert said[-1] == "and 3 more"
    seven = details(history(*((f"{day} Jun", "Comment", "Ann") for day in range(1, 8))))
    assert changed(details(history()), seven)[-1] == "and 1 more"
