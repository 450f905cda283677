"""The promoter's part of a walk through the practice service: works from plan to reinstatement."""

from typing import Any

from street_works.tests.contract.practice_steps import Steps, day, moment


class WorksSteps(Steps):
    """Applies, starts, reinstates, stops; the authority assesses, inspects and fines."""

    def new_permit(self, **more: Any) -> dict[str, Any]:
        """Apply for new works; return the path of their first permit, empty when refused."""
        body = {**self.place(), **self.application(workstream_prefix="001", **more)}
        made = self._ask(("work", "CreateWork"), body=body)
        if not made:
            return {}
        path = {
            "workReferenceNumber": made["work_reference_number"],
            "permitReferenceNumber": made["permit_reference_number"],
        }
        self.learn(**path)
        return path

    def grant(self, permit: dict[str, Any]) -> None:
        granted = {"assessment_status": "granted", "assessment_discount": 0}
        self._ask(("work", "UpdateAssessmentStatus"), body=granted, **permit)

    def permit_decided(self) -> None:
        question = {"work_type": "planned", "is_ttro_required": "false",
                    "proposed_start_date": day(20), "proposed_end_date": day(21)}  # fmt: skip
        self._ask(("work", "GetWorkCategory"), query=question)
        dates = {"startDate": day(20), "endDate": day(21)}
        self._ask(("work", "CalculateDuration"), query=dates)
        permit = self.new_permit(permit_conditions=[{"condition": "NCT02a", "comment": "Nights"}])
        if not permit:
            return
        self._ask(("work", "GetPermit"), **permit)
        self.grant(permit)
        discount = {"assessment_discount": 10, "assessment_discount_reason": "Shared trench"}
        self._ask(("work", "UpdatePermitDiscount"), body=discount, **permit)
        lane_rental = {"outcome": "charges_not_applicable"}
        self._ask(("work", "UpdatePermitLaneRentalAssessment"), body=lane_rental, **permit)

    def permit_changed(self) -> None:
        permit = self.new_permit()
        if not permit:
            return
        self.grant(permit)
        body = self.application(end=22, permit_alteration_reason="A day more")
        made = self._ask(("work", "CreatePermitAlteration"), body=body, **permit)
        if not made:
            return
        alteration = {
            **permit, "permitAlterationReferenceNumber": made["permit_alteration_reference_number"]
        }  # fmt: skip
        self.learn(**alteration)
        self._ask(("work", "GetPermitAlteration"), **alteration)
        granted = {"alteration_status": "granted", "assessment_discount": 0}
        self._ask(("work", "UpdatePermitAlterationStatus"), body=granted, **alteration)

    def works_cancelled(self) -> None:
        permit = self.new_permit()
        if not permit:
            return
        works = {"workReferenceNumber": permit["workReferenceNumber"]}
        self._ask(("work", "UpdatePermitStatus"), body={"permit_status": "cancelled"}, **permit)
        self._ask(("work", "CreatePermit"), body=self.application(workstream_prefix="001"), **works)

    def hs2(self) -> None:
        code = "7374"
        body = {
            **self.place(),
            **self.application(work_type="hs2_highway_works"),
            "promoter_swa_code": code,
            "hs2_in_act_limits": True,
            "hs2_highway_exemption": "none_applicable",
        }
        made = self._ask(("work", "CreateWork"), role="Contractor", body=body)
        if made:
            acknowledged = {"hs2_acknowledged": True}
            self._ask(
                ("work", "AcknowledgeHS2Permit"), body=acknowledged,
                workReferenceNumber=made["work_reference_number"],
                permitReferenceNumber=made["permit_reference_number"],
            )  # fmt: skip

    def works_carried_out(self) -> None:
        permit = self.new_permit()
        if not permit:
            return
        works = {"workReferenceNumber": permit["workReferenceNumber"]}
        self.grant(permit)
        started = {"actual_start_date": moment(-2)}
        self._ask(("work", "UpdateActualStartDate"), body=started, **works)
        mistaken = {"revert_reason": "Not begun yet"}
        self._ask(("work", "RevertActualStartDate"), body=mistaken, **works)
        self._ask(("work", "UpdateActualStartDate"), body=started, **works)
        self.reinstated(works)
        self.inspected(works)
        self.fined(works)
        self.discussed(works)
        stopped = {"actual_stop_date": moment(-1, hour=12)}
        self._ask(("work", "UpdateActualStopDate"), body=stopped, **works)
        self._ask(("work", "RevertActualStopDate"), body=mistaken, **works)
        self._ask(("work", "UpdateActualStopDate"), body=stopped, **works)
        self._ask(("work", "GetWork"), **works)
        self._ask(("work", "GetWorkHistory"), **works)

    def reinstated(self, works: dict[str, Any]) -> None:
        size = {"depth": 1.2, "length": 3.5, "width": 0.6, "final_reinstatement": False}
        body = self.reinstatement(reinstatement_type="excavation", **size)
        made = self._ask(("work", "CreateSite"), body=body, **works)
        if not made:
            return
        site = {**works, "siteNumber": made["site_number"]}
        self.learn(**site)
        body = self.reinstatement(reinstatement_status="interim", **size)
        self._ask(("work", "CreateReinstatement"), body=body, **site)
        self._ask(("work", "GetSite"), **site)
        self._ask(("work", "UpdateInspectionUnits"), body={"inspection_units": 2}, **works)
        whole = {"final_reinstatement": True}
        self._ask(("work", "UpdateFinalReinstatement"), body=whole, **works)

    def inspected(self, works: dict[str, Any]) -> None:
        planned = {
            "scheduled_inspection_type": "live_site",
            "scheduled_inspection_category": "a",
            "scheduled_inspection_date": day(5),
        }
        self._ask(("work", "CreateScheduledInspection"), body=planned, **works)
        self._ask(("work", "DeleteScheduledInspection"), **works)
        made = self._ask(("work", "CreateInspection"), body=self.inspection(), **works)
        if made:
            path = {**works, "inspectionReferenceNumber": made["inspection_reference_number"]}
            self.learn(**path)
            self._ask(("work", "GetInspection"), **path)

    def fined(self, works: dict[str, Any]) -> None:
        made = self._ask(("work", "CreateFPN"), body=self.offence(), **works)
        if made:
            path = {**works, "fpnReferenceNumber": made["fpn_reference_number"]}
            self.learn(**path)
            self._ask(("work", "GetFPN"), **path)
            self._ask(("work", "UpdateFPNStatus"), body={"fpn_status": "accepted"}, **path)

    def discussed(self, works: dict[str, Any]) -> None:
        said = {"detail": "When will it be over?", "topic": "GENERAL"}
        self._ask(("work", "PostComment"), role="HighwayAuthority", body=said, **works)
        comments = self._ask(("reporting", "GetComments"))
        for row in comments["rows"] if comments else ():
            if row["work_reference_number"] == works["workReferenceNumber"]:
                path = {**works, "commentReferenceNumber": row["comment_reference_number"]}
                self.learn(**path)
                self._ask(("work", "MarkCommentAsRead"), body={}, **path)
        linked = self.file()
        self._ask(("work", "AddFileToWork"), body={"file_ids": [linked]}, **works)
        self._ask(("work", "GetFile"), fileId=linked)
        spare, kept = self.file(), self.file()
        self._ask(("work", "DeleteFile"), fileId=spare)
        self.learn(fileId=kept)

    def forward_plans(self) -> None:
        plan = {
            "start_date": day(200),
            "end_date": day(230),
            "works_location_description": "The whole street",
            "description_of_work": "Renew the main",
        }
        body = {**plan, **self.place(), "workstream_prefix": "001"}
        for keep in (False, True):
            made = self._ask(("work", "CreateForwardPlan"), body=body)
            if not made:
                return
            path = {
                "workReferenceNumber": made["work_reference_number"],
                "forwardPlanReferenceNumber": made["forward_plan_reference_number"],
            }
            self.learn(**path)
            self._ask(("work", "GetForwardPlan"), **path)
            changed = {**plan, "works_coordinates": self.point()}
            self._ask(("work", "UpdateForwardPlan"), body=changed, **path)
            if not keep:
                why = {"cancelled_reason": "No money"}
                self._ask(("work", "CancelForwardPlan"), body=why, **path)
