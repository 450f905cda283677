"""Sites and reinstatements (Business rules 6.6, 8 and 16)."""

from dataclasses import replace
from datetime import date, datetime
from typing import Optional

from ...rules import reinstatements
from ...rules.steps import Step
from ...trade.calendar import uk_time
from ...trade.vocabulary.reinstatements import ReinstatementStatus, ReinstatementType
from ...words import tr
from ..made_up.scene import midnight
from ..records import Change, Event, Permit, Reinstatement, Site, Works
from ..refusals import bad_field, not_found
from .pieces import about_works, check_field, check_step, permit_for, with_permit
from .standings import site_standing, works_standing

_UNLESS_TOLD = 1


def guaranteed_until(status: str, done: datetime, depth: Optional[float]) -> datetime:
    """Return the end of a reinstatement's time, as the contract writes days."""
    return midnight(reinstatements.last_day(status, done.date(), depth))


def add_site(
    works: Works,
    kind: str,
    done: Reinstatement,
    units: Optional[int],
    final: Optional[bool],
) -> Change:
    """Register a site with its first reinstatement. Raises Refusal: 412, 400."""
    permit = permit_for(works, Step.ADD_SITE, works_standing(works))
    _check(works, permit, kind, done)
    number = max((site.number for site in works.sites), default=0) + 1
    site = Site(number, kind, (replace(done, permit_reference=permit.reference),))
    works = replace(works, sites=(*works.sites, site))
    return _registered(works, site, done, units, final)


def reinstate(
    works: Works,
    number: int,
    done: Reinstatement,
    units: Optional[int],
    final: Optional[bool],
) -> Change:
    """Register another reinstatement of a site. Raises Refusal: 404, 412, 400."""
    site = find(works, number)
    is_permanent = done.status == ReinstatementStatus.PERMANENT
    step = Step.MAKE_PERMANENT if is_permanent else Step.REINSTATE
    permit = permit_for(works, step, site_standing(works, site))
    _check_measured(site.kind, done, final)
    _check(works, permit, site.kind, done)
    done = replace(done, permit_reference=permit.reference)
    site = replace(site, reinstatements=(*site.reinstatements, done))
    sites = tuple(site if one.number == number else one for one in works.sites)
    return _registered(replace(works, sites=sites), site, done, units, final)


def non_notifiable(works: Works, kind: str, done: Reinstatement, units: Optional[int]) -> Change:
    """Give works that needed no permit their one site. Raises Refusal 400 for an excavation."""
    check_field("reinstatement_type", reinstatements.why_notifiable(kind))
    made = about_works("non_notifiable_works_record_created", "Works record created", works)
    site = Site(1, kind, (done,))
    change = _registered(replace(works, sites=(site,)), site, done, units, None)
    return replace(change, events=(made, *change.events))


def find(works: Works, number: int) -> Site:
    """Return a site of the works by number. Raises Refusal 404."""
    for site in works.sites:
        if site.number == number:
            return site
    raise not_found(tr("The works have no site with this number"))


def set_units(works: Works, units: int) -> Change:
    """Set the inspection units. Raises Refusal 412 when there is no site."""
    check_step(Step.SET_UNITS, works_standing(works))
    told = about_works("inspection_units_logged", "Inspection units logged", works)
    return Change(replace(works, inspection_units=units), (told,))


def set_final(works: Works, *, final: bool) -> Change:
    """Say whether all reinstatements are registered. Raises Refusal 412 without an excavation."""
    permit = permit_for(works, Step.SET_FINAL, works_standing(works))
    works = with_permit(works, replace(permit, final_reinstatement=final))
    told = about_works("final_reinstatement_updated", "Final reinstatement updated", works)
    return Change(works, (told,))


def _registered(
    works: Works, site: Site, done: Reinstatement, units: Optional[int], final: Optional[bool]
) -> Change:
    if units is None:
        units = _UNLESS_TOLD if works.inspection_units is None else works.inspection_units
    works = replace(works, inspection_units=units)
    if final is not None and works.active:
        works = with_permit(works, replace(works.active, final_reinstatement=final))
    details = f"Site {site.number}: {done.status} reinstatement"
    told = Event(
        "reinstatement_submitted", "Reinstatement submitted", details, str(site.number),
        "reinstatement",
    )  # fmt: skip
    return Change(works, (told,), done.files)


def _check(works: Works, permit: Permit, kind: str, done: Reinstatement) -> None:
    started, stopped = _day(works.first_start), _day(permit.actual_stop)
    why = reinstatements.why_not_on(done.done.date(), started, stopped)
    check_field("reinstatement_date", why)
    long = reinstatements.needs_second_place(kind, done.length, done.width)
    if long and done.second_geometry is None:
        raise bad_field(
            "secondary_reinstatement_coordinates",
            tr("A site of more than 10 metres needs second coordinates."),
        )


def _day(moment: Optional[datetime]) -> Optional[date]:
    return uk_time(moment).date() if moment else None


def _check_measured(kind: str, done: Reinstatement, final: Optional[bool]) -> None:
    """What a further reinstatement needs depends on its site, which the request does not name."""
    if kind == ReinstatementType.EXCAVATION:
        needed = {
            "depth": done.depth, "length": done.length, "width": done.width,
            "final_reinstatement": final,
        }  # fmt: skip
    else:
        needed = {"number_of_holes": done.holes}
    for field, value in needed.items():
        if value is None:
            raise bad_field(field, tr("This must be filled in."))
