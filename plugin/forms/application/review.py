"""What the review says of an application, before it is sent."""

from ...api.v1.models.work import WorkCreateRequest
from ...trade.calendar import uk_time
from ...trade.labels import label
from ...trade.shapes import size_of
from ...trade.telling import weekday, whole_day
from ...words import tr
from ..told import Fact
from .situation import Situation


def facts_of(request: WorkCreateRequest, situation: Situation) -> tuple[Fact, ...]:
    """Return what is said of the application, with what is known around it."""
    street, promoter = situation.street, situation.promoter
    facts = [
        Fact(tr("Works reference"), request.work_reference_number or ""),
        Fact(
            tr("Promoter"),
            f"{promoter.name} ({promoter.code})",
            "promoter_swa_code" if len(situation.promoters) > 1 else "",
        ),
        Fact(tr("Street"), f"{street.name}, {street.town} (USRN {street.usrn})"),
        Fact(
            tr("Highway authority"),
            _authority(request, situation),
            "highway_authority_swa_code" if len(situation.authorities) > 1 else "",
        ),
        Fact(
            tr("Works"),
            f"{label(request.work_type)} – {label(request.activity_type)}",
            "activity_type",
        ),
        Fact(tr("Category"), _category(situation), "work_type"),
        Fact(tr("Dates"), _dates(request), "proposed_start_date"),
        Fact(
            tr("Traffic management"),
            label(request.traffic_management_type),
            "traffic_management_type",
        ),
        Fact(tr("Description"), request.description_of_work, "description_of_work"),
        Fact(tr("Where"), request.works_location_description, "works_location_description"),
        Fact(
            tr("Secondary contact"),
            f"{request.secondary_contact}, {request.secondary_contact_number}",
            "secondary_contact",
        ),
        Fact(
            tr("Attachments"),
            str(len(request.file_ids or ())) if request.file_ids else tr("None"),
            "file_ids",
        ),
        Fact(tr("Extent"), _extent(situation)),
        Fact(tr("Clashes"), _clashes(request, situation)),
    ]
    return tuple(one for one in facts if one.text)


def _authority(request: WorkCreateRequest, situation: Situation) -> str:
    code = request.highway_authority_swa_code
    names = {one.code: one.name for one in situation.authorities}
    return f"{names.get(code, situation.street.authority)} ({code})"


def _category(situation: Situation) -> str:
    if situation.category is None:
        return tr("not known: Street Manager did not say")
    text = label(situation.category.category)
    return tr("{category}, early start").format(category=text) if _early(situation) else text


def _early(situation: Situation) -> bool:
    """Say whether the register counts the start as early."""
    return situation.category is not None and situation.category.starts_early


def _dates(request: WorkCreateRequest) -> str:
    parts = []
    for day, moment in (
        (request.proposed_start_date, request.proposed_start_time),
        (request.proposed_end_date, request.proposed_end_time),
    ):
        clock = f" {uk_time(moment):%H:%M}" if moment else ""
        parts.append(f"{weekday(day)} {whole_day(day)}{clock}")
    return " – ".join(parts)


def _clashes(request: WorkCreateRequest, situation: Situation) -> str:
    """Say what the check for clashes found, if it was made for the days that are applied for."""
    found = situation.clashes
    if found is None:
        return tr("Not looked for with this extent: see the “Clashes” tab.")
    if (found.start, found.end) != (request.proposed_start_date, request.proposed_end_date):
        return tr("Looked for on other days only: {text}").format(text=found.text)
    return found.text


def _extent(situation: Situation) -> str:
    cm, shape = round(situation.accuracy_m * 100), size_of(situation.geometry)
    if not cm:
        return tr("{shape}, in British National Grid as drawn").format(shape=shape)
    return tr("{shape}, in British National Grid, accurate to {cm} cm").format(shape=shape, cm=cm)
