"""The rule of each clock in words, where it is laid down, and how its time is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable

from ...trade.vocabulary.clocks import Clock
from ...words import tr


@dataclass(frozen=True)
class Rule:
    """The rule of a clock: `words` say it, `source` is where it is laid down.

    `before` and `after` tell the time until it is up and from then on; `{when}` stands for it, and
    for an overrun `{n}` for its day. A rule `is_thin` where its source was not to be had or leaves
    something open. What is left is counted in working days, or on the calendar.
    """

    source: str
    words: Callable[[], str]
    before: Callable[[], str]
    after: Callable[[], str]
    is_thin: bool = False
    in_working_days: bool = True


RULES: Mapping[Clock, Rule] = {
    Clock.DEEMS: Rule(
        "BR 3.4.7, 3.4.8, 4.5",
        lambda: tr(
            "An application that nobody has assessed is deemed granted at 16:30 on the last day:"
            " PAA 28 days, major and standard 5 working days; minor, immediate, changes and the"
            " answer to a modification request 2. While a modification is requested nothing is."
        ),
        lambda: tr("deems {when}"),
        lambda: tr("was to deem {when}"),
    ),
    Clock.START_BY: Rule(
        "BR 6.5",
        lambda: tr(
            "Works start within the validity period, the proposed start included: minor 2, standard"
            " and major 5 working days, on roads of category 3 or 4 that are not traffic-sensitive."
            " On other roads they start within their proposed days."
        ),
        lambda: tr("start by {when}"),
        lambda: tr("was to start by {when}"),
    ),
    Clock.SLID_END: Rule(
        "BR 6.5",
        lambda: tr(
            "A start later in the validity period keeps the number of working days: the end moves."
        ),
        lambda: tr("ends {when} after a late start"),
        lambda: tr("ended {when} after a late start"),
    ),
    Clock.APPLY_BY: Rule(
        "BR 3.4.6, 7.4",
        lambda: tr(
            "The last working day, to 16:30, on which an application leaves the minimum notice: PAA"
            " 84 days, major and standard 10 working days, minor 3. After it the start is early."
        ),
        lambda: tr("apply by {when}"),
        lambda: tr("an early start since {when}"),
    ),
    Clock.START_NOTICE: Rule(
        "SI 2020/122 reg 6",
        lambda: tr(
            "A start before 08:00 of a working day is logged by 10:00, one to 16:30 within two"
            " hours, any other by 10:00 of the next working day."
        ),
        lambda: tr("log the start by {when}"),
        lambda: tr("the start was to be logged by {when}"),
    ),
    Clock.STOP_NOTICE: Rule(
        "SI 2020/122 reg 6",
        lambda: tr(
            "A stop before 08:00 of a working day is logged by 10:00, one to 16:30 within two"
            " hours, any other by 10:00 of the next working day."
        ),
        lambda: tr("log the stop by {when}"),
        lambda: tr("the stop was to be logged by {when}"),
        is_thin=True,
    ),
    Clock.OVERRUN: Rule(
        "NRSWA s74",
        lambda: tr(
            "Works in progress after the reasonable period overrun. The day after its end is day 1;"
            " every day counts since 5 January 2026, before that working days did."
        ),
        lambda: tr("reasonable period ends {when}"),
        lambda: tr("overrun: day {n}"),
    ),
    Clock.REGISTER_BY: Rule(
        "NRSWA s70",
        lambda: tr("A reinstatement is registered within 10 working days after its completion."),
        lambda: tr("register by {when}"),
        lambda: tr("was to be registered by {when}"),
    ),
    Clock.INTERIM_ENDS: Rule(
        "BR 8.4, 8.5",
        lambda: tr(
            "An interim reinstatement lasts six months less a day; making it permanent needs a new"
            " permit, which is applied for ten working days ahead."
        ),
        lambda: tr("interim ends {when}"),
        lambda: tr("interim ended {when}"),
        in_working_days=False,
    ),
    Clock.GUARANTEE_ENDS: Rule(
        "BR 8.5",
        lambda: tr(
            "A permanent reinstatement is guaranteed for two years less a day, one deeper than"
            " 1.5 m for three."
        ),
        lambda: tr("guarantee ends {when}"),
        lambda: tr("guarantee ended {when}"),
        in_working_days=False,
    ),
    Clock.INSPECTION_B: Rule(
        "BR 18.2",
        lambda: tr("Category B: an excavation, in the six months after its reinstatement."),
        lambda: tr("category B inspection until {when}"),
        lambda: tr("category B inspection was until {when}"),
        in_working_days=False,
    ),
    Clock.INSPECTION_C: Rule(
        "BR 18.2",
        lambda: tr("Category C: an excavation, in the last three months of its guarantee."),
        lambda: tr("category C inspection until {when}"),
        lambda: tr("category C inspection was until {when}"),
        in_working_days=False,
    ),
    Clock.DISCOUNT_ENDS: Rule(
        "NRSWA Sch 4B",
        lambda: tr(
            "The day on which a penalty is given is day 1; it is discounted to day 29, or to the"
            " next working day where that is none."
        ),
        lambda: tr("discount to {when}"),
        lambda: tr("discount ended {when}"),
        is_thin=True,
        in_working_days=False,
    ),
    Clock.PENALTY_DUE: Rule(
        "NRSWA Sch 4B",
        lambda: tr("The day on which a penalty is given is day 1; it is paid by day 36."),
        lambda: tr("pay in full by {when}"),
        lambda: tr("was to be paid by {when}"),
        is_thin=True,
        in_working_days=False,
    ),
    Clock.LANE_RENTAL_DAYS: Rule(
        "BR 12, NSG DTF 8.1",
        lambda: tr(
            "Lane rental may be charged on the days that meet the dates, the periodicity and the"
            " hours of the street's designation 16."
        ),
        lambda: tr("lane rental to {when}"),
        lambda: tr("lane rental was to {when}"),
        in_working_days=False,
    ),
    Clock.ORDER_BY: Rule(
        "TTRO, usual lead time",
        lambda: tr(
            "An authority usually needs 12 weeks for a temporary traffic regulation order, which is"
            " asked for with the PAA."
        ),
        lambda: tr("ask for the TTRO by {when}"),
        lambda: tr("the TTRO was to be asked for by {when}"),
        is_thin=True,
    ),
    Clock.SECTION_58_ENDS: Rule(
        "NRSWA s58",
        lambda: tr("No works but those exempted until the restriction of the street ends."),
        lambda: tr("section 58 to {when}"),
        lambda: tr("section 58 ended {when}"),
        in_working_days=False,
    ),
}
