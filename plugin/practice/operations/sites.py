"""Sites and reinstatements."""

from dataclasses import replace
from typing import Any, Callable

import shapely.geometry

from ...api.v1.models import work
from ...rules.steps import Step
from ...words import tr
from .. import answers
from ..machines import sites
from ..made_up.scene import midnight
from ..people.rights import check_party, taker
from ..records import Change, Reinstatement, Works
from ..refusals import not_found, taken_is_a_bad_field
from ..serving.exchange import Answer, Call, Handler
from .office import Office


class SiteOperations:
    """The operations of the Work API on sites (Business rules 6.6, 8, 16)."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateSite": self.create_site,
            "GetSite": self.get_site,
            "CreateReinstatement": self.create_reinstatement,
            "UpdateInspectionUnits": self.update_inspection_units,
            "UpdateFinalReinstatement": self.update_final_reinstatement,
            "CreateNonNotifiableSite": self.create_non_notifiable_site,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_site(self, call: Call) -> Answer:
        """Register a site with its first reinstatement."""
        request: work.SiteCreateRequest = self._office.read(work.SiteCreateRequest, call)
        kind, done = request.reinstatement_type.value, self._reinstatement(request)
        units, final = request.inspection_units, request.final_reinstatement
        works = self._office.change(
            call,
            request,
            taker(Step.ADD_SITE),
            lambda works: sites.add_site(works, kind, done, units, final),
        )
        return Answer(status=201, body={"site_number": works.sites[-1].number})

    def create_reinstatement(self, call: Call) -> Answer:
        """Register another reinstatement of a site."""
        request = self._office.read(work.ReinstatementCreateRequest, call)
        number, done = _number(call), self._reinstatement(request)
        units, final = request.inspection_units, request.final_reinstatement
        self._office.change(
            call,
            request,
            taker(Step.REINSTATE),
            lambda works: sites.reinstate(works, number, done, units, final),
        )
        return Answer(status=201)

    def get_site(self, call: Call) -> Answer:
        """Return a site with all its reinstatements."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        return Answer(body=answers.site(self._office.known, sites.find(works, _number(call))))

    def update_inspection_units(self, call: Call) -> Answer:
        """Set for how many units works count when inspections are sampled."""
        request = self._office.read(work.InspectionUnitsUpdateRequest, call)
        units = request.inspection_units
        return self._office.changed(
            call, request, taker(Step.SET_UNITS), lambda works: sites.set_units(works, units)
        )

    def update_final_reinstatement(self, call: Call) -> Answer:
        """Say whether all reinstatements of works are registered."""
        request = self._office.read(work.FinalReinstatementUpdateRequest, call)
        final = request.final_reinstatement
        return self._office.changed(
            call, request, taker(Step.SET_FINAL), lambda works: sites.set_final(works, final=final)
        )

    def create_non_notifiable_site(self, call: Call) -> Answer:
        """Register a site of works that needed no permit, and the works with it."""
        request = self._office.read(work.NonNotifiableSiteCreateRequest, call)
        self._office.promoter(request.promoter_swa_code, call.signed_in)
        taken = tr("There are works with this reference: register the site with them.")
        with taken_is_a_bad_field("work_reference_number", taken):
            made = self._office.create(
                call,
                request,
                "non_notifiable",
                self._non_notifiable,
                where=request.location_description,
            )
        body = {"work_reference_number": made.reference, "site_number": made.sites[0].number}
        return Answer(status=201, body=body)

    def _non_notifiable(
        self, request: work.NonNotifiableSiteCreateRequest, works: Works, reference: str
    ) -> Change:
        return sites.non_notifiable(
            replace(works, reference=reference),
            request.reinstatement_type.value,
            self._reinstatement(request),
            request.inspection_units,
        )

    def _reinstatement(self, request: Any) -> Reinstatement:
        done = midnight(request.reinstatement_date)
        depth = getattr(request, "depth", None)
        second = request.secondary_reinstatement_coordinates
        status = request.reinstatement_status.value
        return Reinstatement(
            status=status,
            done=done,
            created=self._office.clock.now(),
            end=sites.guaranteed_until(status, done, depth),
            permit_reference=None,
            geometry=shapely.geometry.shape(request.reinstatement_coordinates),
            location=request.location_description,
            location_types=tuple(one.value for one in request.location_types),
            evidence=request.reinstatement_evidence,
            second_geometry=second and shapely.geometry.shape(second),
            depth=depth,
            length=getattr(request, "length", None),
            width=getattr(request, "width", None),
            holes=request.number_of_holes,
            files=tuple(request.file_ids or ()),
        )


def _number(call: Call) -> int:
    text = call.path["siteNumber"]
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise not_found(tr("The works have no site with this number"))
    return int(text)
