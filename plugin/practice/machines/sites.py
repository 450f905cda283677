"""Sites and reinstatements (Business rules 6.6, 8 and 16)."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime
from typing import Optional

from ...words import tr
from ..exchange import bad_field, not_found
from ..records import Change, Event, Permit, Reinstatement, Site, Works
from .pieces import about_works, active_permit, forbidden, with_permit

EXCAVATION = "excavation"
_LONG_M = 10.0
_DEEP_M = 1.5
_UNLESS_TOLD = 1


def guaranteed_until(status: str, done: datetime, depth: Optional[float]) -> datetime:
    """Return the end of a reinstatement's time.

    An interim one has six months; a permanent one is guaranteed for two years, a deep one for
    three.
    """
    if status == "interim":
        return _months_later(done, 6)
    return _months_later(done, 36 if (depth or 0) > _DEEP_M else 24)


def add_site(
    works: Works,
    kind: str,
    done: Reinstatement,
    units: Optional[int],
    final: Optional[bool],
) -> Change:
    """Register a site with its first reinstatement. Raises Refusal: 412, 400."""
    permit = active_permit(works)
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
    permit = active_permit(works)
    _check_measured(site.kind, done, final)
    _check(works, permit, site.kind, done)
    done = replace(done, permit_reference=permit.reference)
    site = replace(site, reinstatements=(*site.reinstatements, done))
    sites = tuple(site if one.number == number else one for one in works.sites)
    return _registered(replace(works, sites=sites), site, done, units, final)


def non_notifiable(works: Works, kind: str, done: Reinstatement, units: Optional[int]) -> Change:
    """Give works that needed no permit their one site. Raises Refusal 400 for an excavation."""
    if kind == EXCAVATION:
        raise bad_field("reinstatement_type", tr("An excavation needs a permit."))
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
    if not works.sites:
        raise forbidden(tr("Inspection units need a site"))
    told = about_works("inspection_units_logged", "Inspection units logged", works)
    return Change(replace(works, inspection_units=units), (told,))


def set_final(works: Works, *, final: bool) -> Change:
    """Say whether all reinstatements are registered. Raises Refusal 412 without an excavation."""
    permit = active_permit(works)
    if not any(site.kind == EXCAVATION for site in works.sites):
        raise forbidden(tr("Only an excavation has a final reinstatement"))
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
    if permit.actual_start is None or works.status not in ("in_progress", "completed"):
        raise forbidden(tr("The works have not started yet"))
    if kind == EXCAVATION and not permit.details.get("excavation", True):
        raise forbidden(tr("The permit is for works without an excavation"))
    _check_day(works, permit, done.done.date())
    long = max(done.length or 0, done.width or 0) > _LONG_M
    if kind == EXCAVATION and long and done.second_geometry is None:
        raise bad_field(
            "secondary_reinstatement_coordinates",
            tr("A site of more than 10 metres needs second coordinates."),
        )


def _check_day(works: Works, permit: Permit, day: date) -> None:
    started = works.first_start
    if started and day < started.date():
        raise bad_field("reinstatement_date", tr("This must not be before the works started."))
    if permit.actual_stop and day > permit.actual_stop.date():
        raise bad_field("reinstatement_date", tr("This must not be after the works stopped."))


def _check_measured(kind: str, done: Reinstatement, final: Optional[bool]) -> None:
    """What a further reinstatement needs depends on its site, which the request does not name."""
    if kind == EXCAVATION:
        needed = {
            "depth": done.depth, "length": done.length, "width": done.width,
            "final_reinstatement": final,
        }  # fmt: skip
    else:
        needed = {"number_of_holes": done.holes}
    for field, value in needed.items():
        if value is None:
            raise bad_field(field, tr("This must be filled in."))


def _months_later(moment: datetime, months: int) -> datetime:
    years, month = divmod(moment.month - 1 + months, 12)
    year = moment.year + years
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)
