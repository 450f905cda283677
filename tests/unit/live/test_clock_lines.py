"""The clocks in the details of works: what each stands at, and whose word that is."""

from street_works.plugin.live.details.clock_lines import clock_lines
from street_works.plugin.trade.records.belonging import PenaltySummary
from street_works.plugin.trade.vocabulary.notices import Offence
from street_works.tests.made.told_works import RUNNING, SITE, midnight, works
from street_works.tests.made.uk_days import moment

NOW = moment("Tue 15 Dec 2026 09:00")


def test_the_details_tell_each_clock_and_whose_word_it_is():
    given = midnight("Mon 30 Nov 2026")
    penalty = PenaltySummary("W-FPN-01", Offence.OFFENCE_CODE_06, given, "issued")
    lines = clock_lines(works(RUNNING, sites=(SITE,), penalties=(penalty,)), NOW)
    assert [line.cells[0] for line in lines] == [
        "Clock",
        "Clock of W-FPN-01",
        "Clock of W-FPN-01",
        "Clock of site 1",
        "Clock of site 1",
        "Clock of site 1",
    ]
    assert lines[0].cells[1] == "reasonable period ends Tue 15 Dec, today\nStreet Manager's date"
    discount, inspection = lines[1].cells[1], lines[3].cells[1]
    assert discount.startswith("discount to Tue 29 Dec, 14 days left\nWorked out here: check (")
    assert inspection.startswith("category B inspection until Mon 31 May 2027, 167 days left\n")
    assert inspection.endswith("(BR 18.2)")
