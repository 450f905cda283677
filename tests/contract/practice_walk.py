"""A walk through the practice service that makes one of everything, by plain bodies of JSON."""

from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.people.accounts import Account
from street_works.tests.contract.practice_cases import Service
from street_works.tests.contract.practice_steps import PROMOTER, day
from street_works.tests.contract.practice_works import WorksSteps


class Walk(WorksSteps):
    """Makes one of everything; `known` gathers the references that go together."""

    def __init__(self, service: Service, practice: PracticeService) -> None:
        super().__init__(service)
        self._practice = practice
        self._email = self._account("Planner").email

    def _account(self, role: str) -> Account:
        return next(one for one in self._practice.accounts if one.role == role)

    def all(self) -> None:
        self.street_lookup()
        self.people()
        self.map()
        self.file()
        self.permit_decided()
        self.works_carried_out()
        self.permit_changed()
        self.works_cancelled()
        self.hs2()
        self.forward_plans()
        self.of_the_authority()
        self.section_81()
        self.from_before()
        self.areas()
        self.lists()
        self.exports()
        self.session()

    def street_lookup(self) -> None:
        found = self._ask(("lookup", "GetStreetsByQuery"), query={"query": "road"})
        usrn = found[0]["usrn"]
        self.street = self._ask(("lookup", "GetStreetsByUsrn"), usrn=usrn)
        easting, northing = self.street["street_centre_point"]["coordinates"]
        self._ask(("lookup", "GetStreets"), query={"easting": easting, "northing": northing})
        self.learn(usrn=usrn)

    def people(self) -> None:
        one = {"organisationReference": PROMOTER}
        contact = {"name": "Mains renewal", "description": "Renewals of mains"}
        self._ask(("party", "GetOrganisations"), query={"type": "PROMOTER"})
        self._ask(("party", "GetOrganisation"), **one)
        self._ask(("party", "GetWorkstreams"), **one)
        self._ask(("party", "CreateWorkstream"), body={"prefix": "077", **contact}, **one)
        self._ask(("party", "GetWorkstream"), **one, workstreamPrefix="077")
        self._ask(("party", "UpdateWorkstream"), body=contact, **one, workstreamPrefix="077")
        self._ask(("party", "GetUser"), email=self._email)
        names = {"first_name": "Sam", "last_name": "Practice"}
        self._ask(("party", "UpdateUserDetails"), body=names, email=self._email)
        self.learn(email=self._email)
        self.learn(**one, workstreamPrefix="001")

    def map(self) -> None:
        easting, northing = self.street["street_centre_point"]["coordinates"]
        box = {
            "minEasting": easting - 100,
            "minNorthing": northing - 100,
            "maxEasting": easting + 100,
            "maxNorthing": northing + 100,
        }
        for name in (
            "GetWorksIntersectBoundingBox",
            "GetActivitiesIntersectingBounds",
            "GetForwardPlansIntersectBoundingBox",
        ):
            self._ask(("geojson", name), query={**box, "start_date": day(0), "end_date": day(9)})
        self._ask(("geojson", "GetHs2ActLimitsIntersectingBounds"), query=box)

    def of_the_authority(self) -> None:
        activity = {
            "activity_name": "A skip",
            "activity_activity_type": "skips",
            "start_date": day(3),
            "end_date": day(4),
            "location_types": ["carriageway"],
            "activity_location_description": "Outside number 5",
            "traffic_management_type": "no_carriageway_incursion",
            "collaborative_working": False,
        }
        body = {**activity, "usrn": self.street["usrn"], "activity_coordinates": self.point()}
        for keep in (False, True):
            made = self._ask(("work", "CreateActivity"), body=body)
            if not made:
                return
            path = {"activityReferenceNumber": made["activity_reference_number"]}
            self.learn(**path)
            self._ask(("work", "GetActivity"), **path)
            self._ask(("work", "UpdateActivity"), body=activity, **path)
            if not keep:
                why = {"cancellation_reason": "Rain"}
                self._ask(("work", "CancelActivity"), body=why, **path)

    def section_81(self) -> None:
        body = {
            **self.place(),
            "location_description": "Outside number 3",
            "location_types": ["carriageway"],
            "inspection_date": day(-1),
            "section_81_type": "cabinet",
            "section_81_severity": "low",
            "made_safe_by_ha": False,
            "additional_details": "Its door hangs loose",
        }
        made = self._ask(("work", "CreateSection81"), body=body)
        if made:
            path = {
                "workReferenceNumber": made["work_reference_number"],
                "section81ReferenceNumber": made["section_81_reference_number"],
            }
            self.learn(**path)
            self._ask(("work", "GetSection81"), **path)
            seen = {"section_81_status": "acknowledged"}
            self._ask(("work", "UpdateSection81Status"), role="Planner", body=seen, **path)

    def from_before(self) -> None:
        for name, what in (
            ("CreateHistoricFPN", self.offence()),
            ("CreateHistoricInspection", self.inspection()),
        ):
            old = {
                **self.place(),
                "historical_permit_reference": name.upper(),
                "works_location_description": "Outside number 3",
            }
            self._ask(("work", name), body={**old, **what})
        body = {
            **self.place(),
            **self.reinstatement(reinstatement_type="bar_holes", number_of_holes=2),
            "workstream_prefix": "001",
        }
        self._ask(("work", "CreateNonNotifiableSite"), body=body)

    def areas(self) -> None:
        file = ("area.csv", f"{self.street['usrn']}\r\n".encode(), "text/csv")
        made = self._ask(("work", "CreateGeographicalArea"), file=file)
        if made:
            path = {"geographicalAreaReferenceNumber": made["geographical_area_reference_number"]}
            self.learn(**path)
            self._ask(("work", "UpdateGeographicalArea"), file=file, **path)

    def lists(self) -> None:
        for name in (
            "GetAlterations", "GetPermits", "GetFPNs", "GetInspections", "GetWorkstreams",
            "GetReinstatements", "GetForwardPlans", "GetSection81s", "GetCsvExports",
            "GetGeographicalAreas",
        ):  # fmt: skip
            self._ask(("reporting", name))
        self._ask(("reporting", "GetUpdates"), query={"previous_minutes": 5})
        numbers = [one["workReferenceNumber"] for one in self.known if "workReferenceNumber" in one]
        body = {"work_reference_numbers": list(dict.fromkeys(numbers))}
        self._ask(("reporting", "GetPermitSummaries"), body=body)

    def exports(self) -> None:
        for name, body in (
            ("GenerateSection81CSV", {}),
            ("GenerateReinstatementsCSV", {}),
            ("GenerateFPNsCSV", {}),
            ("GenerateFeesCSV", {"start_date": day(-20), "end_date": day(0)}),
            ("GeneratePermitsCSV", {}),
            ("GenerateInspectionCSV", {}),
            ("GenerateForwardPlansCSV", {}),
            ("GeneratePermitAlterationsCSV", {}),
            ("GenerateCommentsCSV", {}),
        ):
            made = self._ask(("export", name), body=body)
            if made:
                self.learn(csvId=made["csv_id"])
                self._ask(("export", "GetCsv"), csvId=made["csv_id"])
        self._ask(("export", "GetWorkDataCSV"))
        self._ask(("export", "GetActivityDataCSV"))

    def session(self) -> None:
        """Set a password, sign in and out: last, and as the contractor, whose token then ends."""
        email = self._account("Contractor").email
        self._ask(("party", "ForgotPassword"), body={"email": email})
        password = "another-pass"
        code = self._practice.reset_code(email)
        body = {"email": email, "verification_code": code, "password": password}
        self._ask(("party", "ResetPassword"), body=body)
        body = {"emailAddress": email, "password": password}
        tokens = self._ask(("work", "Authenticate"), body=body)
        if tokens:
            refresh = {"refresh_token": tokens["refreshToken"]}
            self._ask(("party", "Refresh"), body=refresh)
            self._ask(("party", "Logout"), body={"access_token": tokens["accessToken"]})
