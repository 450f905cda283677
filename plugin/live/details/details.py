"""Everything that the register tells a planner of one works, fetched section by section."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Callable, Optional, TypeVar, Union

from ...api.errors import AccessRestricted, Cancelled, NotSignedIn
from ...api.register import Register
from ...errors import StreetWorksError
from ...rules.files import why_not_deleted
from ...trade.calendar import uk_time
from ...trade.records.forward_plans import ForwardPlan
from ...trade.records.geojson import GeoJson
from ...trade.records.streets import Street
from ...trade.records.works import Comment, Permit, Works
from ...words import tr
from ..current_permit import current_permit, first_permit
from . import belonging as parts
from .clock_lines import clock_lines
from .lines import (
    Lines,
    activity_lines,
    comment_lines,
    designation_lines,
    fact_columns,
    file_lines,
    forward_plan_lines,
    history_lines,
    moment_of,
    permit_lines,
    permits_lines,
    street_note,
    works_lines,
)
from .opened import in_full
from .section import Part, Section

MOST_COMMENTS = 250

_Answer = TypeVar("_Answer")
Step = Callable[[float, str], None]


def _quiet(_done: float, _text: str) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True)
class Details:
    """What is known `as_of` a moment; `geometry` is GeoJSON in EPSG:27700, if any.

    `works` is the record of works that are the account's to read, `permit` the one that is told of,
    `part` what was opened of what belongs to them.
    """

    reference: str
    as_of: datetime
    geometry: Optional[GeoJson]
    sections: tuple[Section, ...]
    works: Optional[Works] = None
    permit: Optional[Permit] = None
    part: str = ""

    def section(self, part: Part) -> Optional[Section]:
        """Return one of the sections, or None where there is none of that part."""
        return next((section for section in self.sections if section.part is part), None)

    def as_text(self) -> str:
        """Return all of it as plain text, its cells parted by tabs, to be pasted elsewhere."""
        head = tr("{reference}, as of {moment}").format(
            reference=self.reference, moment=moment_of(self.as_of)
        )
        return "\n\n".join([head, *(_section_text(section) for section in self.sections)])

    def when(self) -> str:
        """Say as of when it is, on UK clocks."""
        return tr("As of {time}").format(time=f"{uk_time(self.as_of):%H:%M:%S}")


def fetch_details(
    register: Register, works: str, permit: str = "", step: Step = _quiet, part: str = ""
) -> Details:
    """Fetch all there is of works; without `permit` of their active one. Run it in a job.

    `part` names what belongs to them and is to be told in full, as a section before the others. The
    permit comes first, which anybody may read and which tells whose works they are: the works
    record is asked for where it is the account's to read. What one section cannot have is told in
    that section. Raises ApiError when there is neither the works record nor the permit, when the
    session has ended, and Cancelled.
    """
    step(0.1, tr("Reading the permit"))
    permit = "" if permit.upper() == works.upper() else permit  # as records without one have it
    applied = _try(
        lambda: register.permit(works, permit) if permit else first_permit(register, works)
    )
    step(0.3, tr("Reading the works"))
    record = _record(register, works, applied)
    if not permit:
        applied = _current(register, record, applied)
    if isinstance(applied, Permit):
        found: Union[Permit, Works] = applied
    elif isinstance(record, Works):
        found = record
    else:
        raise applied if permit else record
    belonging = tuple(_belonging(record, applied))
    step(0.4, tr("Reading what belongs to the works"))
    opened = tuple(_opened(register, works, belonging, part))
    plan = tuple(_plan(register, record))
    step(0.5, tr("Reading the comments"))
    comments = _comments(register, record)
    step(0.8, tr("Reading the street"))
    street = _street(register, found.usrn)
    return Details(
        reference=found.reference if isinstance(found, Permit) else works,
        as_of=register.now(),
        geometry=found.geometry,
        sections=(
            *opened,
            _works_section(record, register.now()),
            _facts(Part.PERMIT, tr("Permit"), applied, permit_lines),
            _list(Part.PERMITS, tr("All permits"), record, _permit_columns(), permits_lines),
            *belonging,
            *plan,
            _list(Part.HISTORY, tr("History"), record, _history_columns(), _history),
            comments,
            _files(record, applied),
            street,
        ),
        works=record if isinstance(record, Works) else None,
        permit=applied if isinstance(applied, Permit) else None,
        part=part if opened else "",
    )


def fetch_activity(register: Register, reference: str, step: Step = _quiet) -> Details:
    """Fetch an activity and its street. Run it in a job. Raises ApiError."""
    step(0.2, tr("Reading the activity"))
    activity = register.activity(reference)
    facts = _facts(Part.ACTIVITY, tr("Activity"), activity, activity_lines)
    step(0.6, tr("Reading the street"))
    return Details(
        activity.reference,
        register.now(),
        activity.geometry,
        (facts, _street(register, activity.usrn)),
    )


def fetch_forward_plan(
    register: Register, works: str, reference: str, step: Step = _quiet
) -> Details:
    """Fetch a forward plan of some works and its street. Run it in a job. Raises ApiError."""
    step(0.2, tr("Reading the forward plan"))
    plan = register.forward_plan(works, reference)
    step(0.4, tr("Reading the works"))
    record = _record(register, works, plan)
    step(0.6, tr("Reading the street"))
    return Details(
        plan.reference,
        register.now(),
        plan.geometry,
        (_plan_section(plan), _street(register, plan.usrn)),
        works=record if isinstance(record, Works) else None,
    )


def fetch_street(register: Register, usrn: int, step: Step = _quiet) -> Details:
    """Fetch a street by its number. Run it in a job. Raises ApiError."""
    step(0.2, tr("Reading the street"))
    street = register.street(usrn)
    return Details(
        tr("{name} ({usrn})").format(name=street.name, usrn=street.usrn),
        register.now(),
        street.line or street.middle,
        (_street_section(street),),
    )


def _plan(register: Register, record: Union[Works, StreetWorksError]) -> Iterator[Section]:
    """Give the section of the forward plan that works came of, if they came of one."""
    if isinstance(record, Works) and record.plan is not None:
        reference = record.plan.reference
        yield _plan_section(_try(lambda: register.forward_plan(record.reference, reference)))


def _plan_section(plan: Union[ForwardPlan, StreetWorksError]) -> Section:
    facts = _facts(Part.FORWARD_PLAN, tr("Forward plan"), plan, forward_plan_lines)
    return replace(facts, about=plan if isinstance(plan, ForwardPlan) else None)


def _record(
    register: Register, works: str, told: Union[Permit, ForwardPlan, StreetWorksError]
) -> Union[Works, StreetWorksError]:
    """Return the works record, unless the permit or the plan tells that it is for others."""
    if not isinstance(told, StreetWorksError) and not register.party.may_read(
        told.promoter_code, told.authority_code
    ):
        return _not_for_you()
    return _try(lambda: register.works(works))


def _current(
    register: Register,
    record: Union[Works, StreetWorksError],
    first: Union[Permit, StreetWorksError],
) -> Union[Permit, StreetWorksError]:
    """Return the permit by which works stand: as their record has it, else as others see it."""
    if isinstance(record, Works) and record.permit is not None:
        return record.permit
    return current_permit(register, first) if isinstance(first, Permit) else first


def _works_section(record: Union[Works, StreetWorksError], now: datetime) -> Section:
    def lines(works: Works) -> Lines:
        return (*works_lines(works), *clock_lines(works, now))

    return _facts(Part.WORKS, tr("Works"), record, lines)


def _facts(
    part: Part,
    title: str,
    answer: Union[_Answer, StreetWorksError],
    lines: Callable[[_Answer], Lines],
) -> Section:
    return _list(part, title, answer, fact_columns(), lines)


def _list(
    part: Part,
    title: str,
    answer: Union[_Answer, StreetWorksError],
    columns: tuple[str, ...],
    lines: Callable[[_Answer], Lines],
) -> Section:
    if isinstance(answer, StreetWorksError):
        return Section(part, title, columns, error=answer)
    found = lines(answer)
    return Section(part, title, columns, found, "" if found else tr("There are none."))


def _belonging(
    record: Union[Works, StreetWorksError], applied: Union[Permit, StreetWorksError]
) -> Iterable[Section]:
    permit = applied if isinstance(applied, Permit) else None
    return () if isinstance(record, StreetWorksError) else parts.belonging(record, permit)


def _opened(
    register: Register, works: str, sections: Iterable[Section], part: str
) -> Iterator[Section]:
    """Give the section of the one record that is called `part`, where the register tells more."""
    for section in sections:
        for line in section.lines:
            about, more = line.about, in_full(line.about)
            if about is not None and more is not None and about.part == part:
                told = _try(partial(more.read, register, works, part))
                facts = _list(Part.RECORD, part, told, more.columns(), more.lines)
                yield replace(facts, about=about)


def _history(record: Works) -> Lines:
    return history_lines(record.history)


def _permit_columns() -> tuple[str, ...]:
    return tr("Permit"), tr("Status"), tr("Category"), tr("Start"), tr("End")


def _history_columns() -> tuple[str, ...]:
    return tr("When"), tr("What"), tr("Who")


def _comments(register: Register, record: Union[Works, StreetWorksError]) -> Section:
    """Find the works' comments among those of their days: the register lists them by days only."""
    columns = (tr("When"), tr("About"), tr("Comment"), tr("By"), tr("State"))
    title = tr("Comments")
    if isinstance(record, StreetWorksError):
        return Section(Part.COMMENTS, title, columns, error=record)
    moments = [one.moment for one in record.history if one.is_comment]
    if not moments:
        return Section(Part.COMMENTS, title, columns, note=tr("There are none."))
    first, last = uk_time(min(moments)).date(), uk_time(max(moments)).date()
    listed = register.comments(record.promoter_code, record.authority_code, first, last)
    looked = _try(lambda: _look_through(listed, record.reference, len(moments)))
    if isinstance(looked, StreetWorksError):
        return Section(Part.COMMENTS, title, columns, error=looked)
    found, note = looked
    return Section(Part.COMMENTS, title, columns, comment_lines(found), note)


def _look_through(
    listed: Iterable[Comment], works: str, expected: int
) -> tuple[list[Comment], str]:
    """Return the works' comments, and a note where some of the history's are not among them."""
    found: list[Comment] = []
    for number, one in enumerate(listed, 1):
        if one.works_reference.upper() == works.upper():
            found.append(one)
        if len(found) == expected:
            return found, ""
        if number == MOST_COMMENTS:
            return found, tr(
                "Only the first {n} comments of these days were looked through; the history tells "
                "of {expected} for these works."
            ).format(n=MOST_COMMENTS, expected=expected)
    return found, tr(
        "The history tells of more comments ({expected} in all); those that are not here are not "
        "for you."
    ).format(expected=expected)


def _files(
    record: Union[Works, StreetWorksError], applied: Union[Permit, StreetWorksError]
) -> Section:
    title, columns = tr("Files"), (tr("Name"), tr("Added"), tr("By"))
    works = record if isinstance(record, Works) else None
    permit = applied if isinstance(applied, Permit) else None
    lines = file_lines(works, permit)
    if works is None:
        note = tr("Only the permit's own files are listed, as the works record is not shown.")
    else:
        stays = why_not_deleted(used=True, own=True) or ""
        note = stays if lines else tr("There are none.")
    return Section(Part.FILES, title, columns, lines, note)


def _street(register: Register, usrn: int) -> Section:
    return _street_section(_try(lambda: register.street(usrn)))


def _street_section(street: Union[Street, StreetWorksError]) -> Section:
    title = tr("Street")
    columns = (tr("Designation"), tr("When"), tr("Where"), tr("Description"))
    if isinstance(street, StreetWorksError):
        return Section(Part.STREET, title, columns, error=street)
    lines, note = designation_lines(street), street_note(street)
    if not lines:
        note += "\n" + tr("It has no special designations.")
    return Section(Part.STREET, title, columns, lines, note)


def _try(ask: Callable[[], _Answer]) -> Union[_Answer, StreetWorksError]:
    """Return the answer, or the error that is to be told in its section."""
    try:
        return ask()
    except (Cancelled, NotSignedIn):
        raise
    except AccessRestricted as error:
        return _not_for_you(error.detail)
    except StreetWorksError as error:
        return error


def _not_for_you(detail: str = "") -> StreetWorksError:
    return StreetWorksError(
        tr("Your account may not see this."),
        advice=tr("The works record, its history and its comments are for the promoter and "
                  "the highway authority of the works."),
        detail=detail,
    )  # fmt: skip


def _section_text(section: Section) -> str:
    lines = ["\t".join(_flat(cell) for cell in line.cells) for line in section.lines]
    said = [section.note] if section.note else []
    if section.error is not None:
        said.append(str(section.error))
    return "\n".join([section.title, *said, *lines])


def _flat(cell: str) -> str:
    return " / ".join(cell.split("\n")).replace("\t", " ")
