"""Inside QGIS: the life of major works, from their advance authorisation to a penalty paid.

One person plays both sides, with the practice service's accounts of a planner and of the highway
authority.
"""

from datetime import date, timedelta
from typing import Any

import filling
import inside
from inside import iface
from playing import AUTHORITY, COUNTY, OUT, PLANNER, Playing, in_words
from qgis.PyQt.QtCore import Qt
from steps import Journey

CHANGE = "CreatePermitAlteration"
PENALTY = {
    "fpn_evidence": False,
    "offence_code": "offence_code_08",
    "offence_details": "The barriers had fallen",
    "authorised_officer": "Alex",
    "officer_contact_details": "01632 960002",
}


class Life(Playing):
    """The steps in order; what one finds out the next ones use."""

    def __init__(self) -> None:
        super().__init__()
        self.place = (0.0, 0.0)

    def draw(self) -> str:
        """The planner draws the extent on a street of the county."""
        self.sign_in(PLANNER)
        east, north = self.place = self._middle()
        inside.go_to((east - 60, north - 45, east + 60, north + 45))
        inside.trigger("polygon")
        for dx, dy in ((-14, -3), (14, -3), (14, 3), (-14, 3)):
            inside.click_canvas(east + dx, north + dy)
        inside.click_canvas(east - 14, north + 3, Qt.MouseButton.RightButton)
        street = inside.street_of_extent(self.workplace)
        if street.authority_code != COUNTY:
            raise RuntimeError(f"{street.name} is {street.authority}'s")
        return f"{street.name}, {self.workplace.extent_panel.facts.text()}".replace("\n", "; ")

    def _middle(self) -> tuple[float, float]:
        """Return the middle of a street of the county, away from its end."""
        from shapely.geometry import shape

        middle = shape(self.street().line).interpolate(0.5, normalized=True)
        return round(middle.x, 1), round(middle.y, 1)

    def apply(self) -> str:
        """The planner applies for major works: an advance authorisation."""
        start = date.today() + timedelta(days=110)
        while start.weekday() > 4:
            start += timedelta(days=1)
        inside.trigger("apply")
        dialog = inside.widget_of("FormDialog")
        told = self.send(
            dialog,
            {
                "work_type": "planned",
                "application_type": "permit",
                "proposed_start_date": f"{start:%d/%m/%Y}",
                "proposed_end_date": f"{start + timedelta(days=20):%d/%m/%Y}",
                "excavation": True,
            },
        )
        return f"{told} {self.stands()}"

    def paa_granted(self) -> str:
        """The authority grants the advance authorisation."""
        return self.assess("grant", {"additional_comments": "Mind the school."})

    def permit(self) -> str:
        """The planner applies for the permit that follows it, of the same works."""
        return self.tell(self.step(PLANNER, "CreatePermit", {"application_type": "permit"}))

    def modification_requested(self) -> str:
        """The authority wants the permit to be modified."""
        return self.assess(
            "request_modification", {"pending_change_details": "Two-way signals, please."}
        )

    def modified(self) -> str:
        """The planner modifies what was applied for."""
        answers = {"permit_alteration_reason": "Two-way signals, as requested."}
        return self.tell(self.step(PLANNER, CHANGE, answers, self.reference))

    def permit_granted(self) -> str:
        """The authority grants the permit."""
        return self.assess("grant", {"additional_comments": "Thank you."})

    def started(self) -> str:
        """The planner logs the start."""
        return self.tell(self.step(PLANNER, "UpdateActualStartDate", {}))

    def extended(self) -> str:
        """The planner asks for more time, and for a longer extent, redrawn on the map."""
        self.sign_in(PLANNER)
        works = self.look()
        end = works.permit.last_day.date() + timedelta(days=7)
        inside.take_step(self.workplace, CHANGE, works.permit.reference)
        view = inside.widget_of("FormDialog").form_view
        filling.give(view, "proposed_end_date", f"{end:%d/%m/%Y}")
        filling.give(view, "permit_alteration_reason", "The main is longer than mapped.")
        view.go_to(view.rows["works_coordinates"])
        inside.click(view.rows["works_coordinates"].editor.draw)
        panel, dock = self.workplace.extent_panel, self.workplace.dock
        inside.wait_for(lambda: self.workplace.sheet.draft.question, "the extent on the desk")
        east, north = self.place
        inside.go_to((east - 60, north - 45, east + 60, north + 45))
        inside.trigger("polygon")
        for dx, dy in ((-14, -3), (24, -3), (24, 3), (-14, 3)):
            inside.click_canvas(east + dx, north + dy)
        inside.click_canvas(east - 14, north + 3, Qt.MouseButton.RightButton)
        inside.wait_for(lambda: dock.backButton.isEnabled(), "the extent redrawn")
        inside.photograph(OUT / "extent-redrawn.png")
        told = panel.facts.text().replace("\n", "; ")
        inside.click(dock.backButton)
        return f"{told}; {self.tell(self.send(inside.widget_of('FormDialog'), {}))}"

    def extension_granted(self) -> str:
        """The authority grants the extension."""
        told = self.step(
            AUTHORITY,
            "UpdatePermitAlterationStatus.grant_change",
            {"assessment_comments": "Agreed."},
            self.change,
            "Change requests",
        )
        return self.tell(told)

    def sites(self) -> str:
        """The planner registers two sites: one interim, one permanent."""
        told = [
            self.step(
                PLANNER,
                "CreateSite",
                {
                    "reinstatement_type": "excavation",
                    "reinstatement_status": status,
                    "depth": "1.2",
                    "length": "3",
                    "width": "0.6",
                    "final_reinstatement": False,
                },
            )
            for status in ("interim", "permanent")
        ]
        return f"{'; '.join(told)} {len(self.look().sites)} sites"

    def stopped(self) -> str:
        """The planner logs the stop."""
        return self.tell(self.step(PLANNER, "UpdateActualStopDate", {}))

    def reinstated(self) -> str:
        """The planner registers another reinstatement of the first site."""
        told = self.step(
            PLANNER,
            "CreateReinstatement.interim",
            {"final_reinstatement": True},
            "site 1",
            "Sites",
        )
        return self.tell(told)

    def inspected(self) -> str:
        """The authority inspects the works."""
        answers = {
            "inspection_type": "reinstatement",
            "inspection_category": "b",
            "inspection_outcome": "failed_low",
            "failure_reason_details": [
                {
                    "condition": "reinstatement_damage_to_surround_area",
                    "comment": "The kerb beside it is broken",
                }
            ],
            "username": "Alex",
            "made_safe_by_ha": False,
            "inspection_evidence": False,
        }
        return self.tell(self.step(AUTHORITY, "CreateInspection", answers))

    def penalty(self) -> str:
        """The authority gives a fixed penalty notice."""
        return self.tell(self.step(AUTHORITY, "CreateFPN", PENALTY))

    def penalty_accepted(self) -> str:
        """The planner accepts it."""
        return self.answer_penalty(PLANNER, "accept_penalty")

    def penalty_paid(self) -> str:
        """The authority notes that it is paid: it is closed."""
        return self.answer_penalty(AUTHORITY, "note_payment")

    def answer_penalty(self, role: int, answer: str) -> str:
        """Give the notice its next status."""
        notice = self.look().penalties[0].reference
        told = self.step(role, f"UpdateFPNStatus.{answer}", {}, notice, "FPNs")
        (one,) = self.look().penalties
        return f"{told} {one.reference}: {in_words(one.status)}"

    @property
    def reference(self) -> str:
        """The reference of the active permit."""
        return str(self.look().permit.reference)

    @property
    def change(self) -> str:
        """What the change that waits is called in the menu."""
        changes = self.look().permit.changes
        return str(next(one.part for one in changes if one.status == "submitted"))

    def assess(self, decision: str, answers: dict[str, Any]) -> str:
        """The authority decides about the permit."""
        operation = f"UpdateAssessmentStatus.{decision}"
        return self.tell(self.step(AUTHORITY, operation, answers, self.reference))

    def tell(self, told: str) -> str:
        """Return what the receipt said, and how the works stand after it."""
        return f"{told} {self.stands()}"


def script() -> dict[str, Any]:
    """Walk it, step by step."""
    life, journey = Life(), Journey(OUT)
    iface.mainWindow().showMaximized()
    for name, act in (
        ("start", life.start),
        ("draw", life.draw),
        ("apply", life.apply),
        ("PAA granted", life.paa_granted),
        ("permit applied for", life.permit),
        ("modification requested", life.modification_requested),
        ("modified", life.modified),
        ("permit granted", life.permit_granted),
        ("started", life.started),
        ("extension asked for", life.extended),
        ("extension granted", life.extension_granted),
        ("two sites", life.sites),
        ("stopped", life.stopped),
        ("reinstated", life.reinstated),
        ("inspected", life.inspected),
        ("penalty given", life.penalty),
        ("penalty accepted", life.penalty_accepted),
        ("penalty paid", life.penalty_paid),
    ):
        journey.step(name, act)
    return {"steps": journey.steps}


inside.run_script(script)
