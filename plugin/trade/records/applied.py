"""What was applied for with a permit and a change of it has to say again, beside what it tells."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional


@dataclass(frozen=True)
class Applied:
    """The rest of an application: "" and None stand for what was not told.

    `application` is a word of the contract, permit or notice. `shared` says that the works are done
    together with others, `shared_with` whose. `at_risk` is about people and property, `agreed`
    about an early start. `answer_by` is the day until which an answer to a consultation is wanted.
    """

    application: str = ""
    project: str = ""
    has_plan: Optional[bool] = None  # for the traffic management
    lane_rental: Optional[bool] = None
    health_notifiable: Optional[bool] = None
    shared: Optional[bool] = None
    shared_with: str = ""
    at_risk: Optional[bool] = None
    agreed: Optional[bool] = None
    agreed_how: str = ""
    agreed_by: str = ""
    why_early: str = ""
    second_email: str = ""
    third_contact: str = ""
    third_number: str = ""
    third_email: str = ""
    answer_by: Optional[datetime] = None
    to_notify: tuple[str, ...] = ()  # e-mail addresses
