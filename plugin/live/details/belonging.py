"""The sections of what belongs to works: change requests, sites, inspections, notices."""

from collections.abc import Iterator
from typing import Optional

from ...trade.labels import label
from ...trade.records.works import Permit, Works
from ...words import tr
from .lines import Line, Lines, day_of, moment_of
from .section import Part, Section


def belonging(works: Works, permit: Optional[Permit]) -> Iterator[Section]:
    """Give a section for each kind of what belongs to works, and to one permit of theirs.

    There is none for what there is not.
    """
    when, status = tr("When"), tr("Status")
    named: tuple[tuple[Part, str, tuple[str, ...], Lines], ...] = (
        (
            Part.CHANGES,
            tr("Change requests"),
            (tr("Change request"), tr("Type"), status),
            tuple(
                Line((one.reference, label(one.kind), label(one.status)), one)
                for one in (permit.changes if permit else ())
            ),
        ),
        (
            Part.SITES,
            tr("Sites"),
            (tr("Site"), tr("Type"), status, tr("Done"), tr("Ends"), tr("Where")),
            _sites(works),
        ),
        (
            Part.INSPECTIONS,
            tr("Inspections"),
            (when, tr("Type"), tr("Category"), tr("Outcome"), tr("Next"), tr("Reference")),
            _inspections(works),
        ),
        (
            Part.PENALTIES,
            tr("FPNs"),
            (tr("FPN"), tr("Offence"), tr("Given"), status),
            tuple(
                Line(
                    (one.reference, label(one.offence), moment_of(one.issued), label(one.status)),
                    one,
                )
                for one in works.penalties
            ),
        ),
        (
            Part.SECTION_81,
            tr("Section 81"),
            (tr("Notice"), when, tr("Severity"), status, tr("Where")),
            _notices(works),
        ),
    )
    return (Section(part, title, columns, lines) for part, title, columns, lines in named if lines)


def _sites(works: Works) -> Lines:
    return tuple(
        Line(
            (
                str(one.number),
                label(one.kind),
                label(one.status),
                day_of(one.done),
                day_of(one.ends),
                one.place,
            ),
            one,
        )
        for one in works.sites
    )


def _inspections(works: Works) -> Lines:
    return tuple(
        Line(
            (
                moment_of(one.moment),
                label(one.kind),
                label(one.category),
                tr("Scheduled") if one.is_scheduled else label(one.outcome),
                moment_of(one.again),
                one.reference,
            ),
            one,
        )
        for one in works.inspections
    )


def _notices(works: Works) -> Lines:
    one = works.notice
    if one is None:
        return ()
    cells = (one.reference, moment_of(one.created), label(one.severity), label(one.status))
    return (Line((*cells, one.place), one),)
