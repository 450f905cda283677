"""What a line of the details stands for, told in full: a change, a notice, an inspection."""

from typing import Any, Callable, NamedTuple, Optional

from ...api.register import Register
from ...trade.labels import label
from ...trade.records.belonging import (
    InspectionSummary,
    OfWorks,
    PenaltySummary,
    Section81Summary,
)
from ...trade.records.changes import Change
from ...trade.records.inspections import Failing, Inspection
from ...trade.records.notices import Penalty, Section81
from ...trade.records.works import ChangeSummary, FileNamed
from ...words import tr
from .lines import (
    Line,
    Lines,
    day_of,
    fact_columns,
    joined,
    moment_of,
    pairs,
    yes_no,
)
from .side_by_side import change_columns, change_lines


class InFull(NamedTuple):
    """How a kind of record is asked for, by its works and its part of them, and told in lines."""

    read: Callable[[Register, str, str], Any]
    lines: Callable[[Any], Lines]
    columns: Callable[[], tuple[str, ...]] = fact_columns


def in_full(record: Optional[OfWorks]) -> Optional[InFull]:
    """Return how such a record of works is told in full; None where there is no more to tell."""
    if isinstance(record, InspectionSummary) and record.is_scheduled:
        return None
    return _KINDS.get(type(record))


def penalty_lines(fpn: Penalty) -> Lines:
    """Return what is known of a fixed penalty notice."""
    return (
        *pairs(
            (tr("FPN"), fpn.reference),
            (tr("Status"), label(fpn.status)),
            (tr("Offence"), label(fpn.offence)),
            (tr("Date of the offence"), moment_of(fpn.offended)),
            (tr("Details"), fpn.details),
            (tr("Permit"), fpn.permit),
            (tr("Location"), fpn.place),
            (tr("Given"), moment_of(fpn.issued)),
            (tr("Authorised officer"), joined(fpn.officer, fpn.how_to_reach)),
        ),
        *_files(fpn.files),
    )


def section_81_lines(notice: Section81) -> Lines:
    """Return what is known of a section 81 notice."""
    return (
        *pairs(
            (tr("Section 81"), notice.reference),
            (tr("Status"), label(notice.status)),
            (tr("Since"), moment_of(notice.changed)),
            (tr("Severity"), label(notice.severity)),
            (tr("Apparatus"), label(notice.kind)),
            (tr("Details"), notice.details),
            (tr("Location"), notice.place),
            (tr("Location type"), ", ".join(label(one) for one in notice.positions)),
            (tr("Inspected"), day_of(notice.inspected)),
            (tr("Made safe by the highway authority"), yes_no(notice.made_safe)),
            (tr("Inspector"), joined(notice.inspector, notice.how_to_reach)),
            (tr("Given"), moment_of(notice.created)),
            (tr("Promoter's answer"), label(notice.answer)),
            (tr("Answered"), moment_of(notice.answered)),
            (tr("Promoter's reason"), notice.why),
            (tr("Works that follow"), label(notice.works_kind)),
        ),
        *_files(notice.files),
    )


def inspection_lines(inspection: Inspection) -> Lines:
    """Return what is known of an inspection."""
    again = moment_of(inspection.again) or day_of(inspection.again_day)
    return (
        *pairs(
            (tr("Inspection"), inspection.reference),
            (tr("When"), moment_of(inspection.moment)),
            (tr("Type"), label(inspection.kind)),
            (tr("Category"), label(inspection.category)),
            (tr("Outcome"), label(inspection.outcome)),
            (tr("Details"), inspection.outcome_details),
            *map(_failing, inspection.failings),
            (tr("Call logged"), yes_no(inspection.called)),
            (tr("Call"), joined(*inspection.call)),
            (tr("Defect put right on site"), label(inspection.mended)),
            (tr("Made safe by the highway authority"), yes_no(inspection.made_safe)),
            (tr("Next inspection"), again),
            (tr("Inspector"), inspection.inspector),
            (tr("Additional comments"), inspection.remarks),
        ),
        *_files(inspection.files),
    )


def _failing(found: Failing) -> tuple[str, str]:
    sites = tr("Sites: {sites}").format(sites=", ".join(found.sites)) if found.sites else ""
    return label(found.kind), "\n".join(filter(None, (found.details, sites)))


def _files(files: tuple[FileNamed, ...]) -> Lines:
    return tuple(Line((tr("File"), one.name), one) for one in files)


def _change(register: Register, works: str, part: str) -> Change:
    reference, _of, permit = part.partition(" of ")
    return register.change(works, permit, reference)


_KINDS: dict[type, InFull] = {
    ChangeSummary: InFull(_change, change_lines, change_columns),
    InspectionSummary: InFull(
        lambda register, works, reference: register.inspection(works, reference), inspection_lines
    ),
    PenaltySummary: InFull(
        lambda register, works, reference: register.penalty(works, reference), penalty_lines
    ),
    Section81Summary: InFull(
        lambda register, works, reference: register.section_81_notice(works, reference),
        section_81_lines,
    ),
}
