"""What the steps of a walk through the practice service share: bodies of JSON, and what is known.

No model of ours takes part, so that the service stands against the contract alone.
"""

from datetime import date, timedelta
from typing import Any, Optional

from street_works.tests.contract.practice_cases import Service

TODAY = date(2026, 6, 3)
PROMOTER, AUTHORITY = "0098", "9810"


def day(after: int) -> str:
    return f"{TODAY + timedelta(days=after)}T00:00:00.000Z"


def moment(after: int, hour: int = 0) -> str:
    return f"{TODAY + timedelta(days=after)}T{hour:02}:00:00.000Z"


class Steps:
    """Steps of a walk. A step without success gives no reference; what needs it is left out."""

    def __init__(self, service: Service) -> None:
        self._ask = service.ask
        self.known: list[dict[str, Any]] = []
        self.street: dict[str, Any] = {}

    def learn(self, **references: Any) -> None:
        self.known.append({name: one for name, one in references.items() if one is not None})

    def file(self, role: str = "Planner") -> Optional[int]:
        sent = self._ask(
            ("work", "UploadFile"), role=role, file=("plan.pdf", b"%PDF-1.4\n", "application/pdf")
        )
        return sent["file_id"] if sent else None

    def place(self) -> dict[str, Any]:
        return {
            "promoter_swa_code": PROMOTER,
            "highway_authority_swa_code": AUTHORITY,
            "works_coordinates": self.point(),
            "usrn": self.street["usrn"],
            "road_category": 3,
        }

    def point(self) -> dict[str, Any]:
        return {"type": "Point", "coordinates": self.street["street_centre_point"]["coordinates"]}

    def application(self, start: int = 20, end: int = 21, **more: Any) -> dict[str, Any]:
        return {
            "secondary_contact": "Sam Practice",
            "secondary_contact_number": "01632 960001",
            "work_type": "planned",
            "activity_type": "utility_repair_and_maintenance_works",
            "application_type": "permit",
            "description_of_work": "Renew a valve",
            "works_location_description": "Outside number 3",
            "location_types": ["carriageway"],
            "excavation": True,
            "proposed_start_date": day(start),
            "proposed_end_date": day(end),
            "traffic_management_type": "give_and_take",
            "traffic_management_plan": False,
            "is_ttro_required": False,
            "close_footway": "no",
            "lane_rental_applicable": False,
            "environmental_health_notifiable": False,
            "collaborative_working": False,
            **more,
        }

    def reinstatement(self, **more: Any) -> dict[str, Any]:
        return {
            "reinstatement_status": "interim",
            "reinstatement_date": day(-1),
            "reinstatement_coordinates": self.point(),
            "location_description": "Outside number 3",
            "location_types": ["carriageway"],
            "reinstatement_evidence": False,
            **more,
        }

    def inspection(self, **more: Any) -> dict[str, Any]:
        return {
            "inspection_type": "live_site",
            "inspection_start_date": moment(-1, 9),
            "inspection_category": "a",
            "inspection_outcome": "passed",
            "inspection_evidence": False,
            "username": "inspector@practice.example",
            **more,
        }

    def offence(self) -> dict[str, Any]:
        return {
            "fpn_evidence": False,
            "offence_date": moment(-1, 9),
            "offence_code": "offence_code_08",
            "offence_details": "No sign",
            "authorised_officer": "Alex Warden",
            "officer_contact_details": "01632 960002",
        }
