"""Cases of fixed penalty notices, section 81, inspections, forward plans."""

from typing import Any

from street_works.plugin.forms.steps import give_penalty, penalties
from street_works.tests.made.parties import Case, Trade
from street_works.tests.made.step_requests import OFFENCE

from .bringing import done, granted
from .case import StepCase, moment


def _fined(trade: Trade) -> Case:
    """Return works with a fixed penalty notice."""
    works = granted(trade)
    done(works.step("authority", "POST", "fixed-penalty-notices", OFFENCE))
    return works


def _fined_and(status: str) -> Any:
    """Give what brings works to a fixed penalty notice that the promoter has answered."""

    def bring(trade: Trade) -> Case:
        works = _fined(trade)
        path = f"fixed-penalty-notices/{works.reference}-FPN-01/status"
        body = {"fpn_status": status, "status_reason": "Because"}
        done(works.step("planner", "PUT", path, body))
        return works

    return bring


_PENALTIES = (
    StepCase(
        give_penalty.GivePenalty,
        "authority",
        granted,
        lambda works: {
            "offence_code": "offence_code_09",
            "offence_date": moment(hours=-2),
            "offence_details": "Cones across the footway",
            "fpn_evidence": True,
            "file_ids": ["photo.pdf"],
            "authorised_officer": "Alex Warden",
            "officer_contact_details": "01632 960002",
        },
        shows="09 – Breach of a permit condition",
    ),
    StepCase(
        penalties.AcceptPenalty,
        "planner",
        _fined_and("disputed"),
        lambda works: {"status_reason": "It was ours"},
        shows="Accepted",
    ),
    StepCase(
        penalties.DisputePenalty,
        "contractor",
        _fined,
        lambda works: {"status_reason": "There was a permit"},
        shows="Disputed",
    ),
    StepCase(
        penalties.WithdrawPenalty,
        "authority",
        _fined_and("disputed"),
        lambda works: {"status_reason": "There was a permit"},
        shows="Withdrawn",
    ),
    StepCase(
        penalties.NotePayment,
        "authority",
        _fined_and("accepted"),
        lambda works: {},
        shows="Paid",
    ),
    StepCase(
        penalties.NoteDiscountedPayment,
        "authority",
        _fined,
        lambda works: {"internal_user_name": "Ann Other"},
        shows="Paid (discounted)",
    ),
)

CASES: tuple[StepCase, ...] = _PENALTIES
