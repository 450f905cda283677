"""What the document of a pack says, in the planner's words: texts for its labels and tables."""

from datetime import date, datetime

from ..clashes import grade
from ..clashes.contact import contact
from ..clashes.finding import Finding
from ..clashes.occupation import day_known
from ..clashes.told import near_and_when
from ..extents.grid_reference import grid_reference
from ..extents.told import conversion
from ..trade.calendar import uk_time
from ..trade.labels import label
from ..trade.records.streets import Street
from ..trade.shapes import size_of
from ..trade.telling import span, whole_day
from ..words import tr
from .pack import FindingRow, Pack

Line = tuple[str, ...]
"""The cells of a row of a table."""

_LONGEST = 700  # letters of a cell: a row has to fit on a page
_WITH_YEAR = date.min


def title() -> str:
    """Name the document."""
    return tr("Evidence of a check for clashes")


def works(pack: Pack) -> str:
    """Say which works were checked: where, and on which days."""
    ours = pack.report.ours
    street = (
        ""
        if pack.street is None
        else tr("{street} (USRN {usrn})").format(
            street=", ".join(filter(None, (pack.street.name, pack.street.town))),
            usrn=pack.street.usrn,
        )
    )
    return " · ".join(filter(None, (street, span(ours.start, ours.end, _WITH_YEAR))))


def made(pack: Pack) -> str:
    """Say as of when the register was asked, when the document was made, and by whom."""
    said = tr("Street Manager as of {as_of} · made {made}").format(
        as_of=moment(pack.as_of), made=moment(pack.made)
    )
    return " · ".join(filter(None, (said, pack.by)))


def moment(at: datetime) -> str:
    """Write a moment on UK clocks, as "30 Nov 2026, 14:02"."""
    there = uk_time(at)
    return f"{whole_day(there)}, {there:%H:%M}"


def facts(pack: Pack) -> list[Line]:
    """Return the facts of the extent and of its conversion: names and values."""
    ours, extent, street = pack.report.ours, pack.extent, pack.street
    easting, northing = extent.centre()
    unknown = tr("not known")
    said = [
        (tr("Works"), ours.what),
        (tr("Shape"), f"{size_of(extent.geometry)}, {_points(extent.points)}"),
        (
            tr("Centre"),
            tr("{easting:.2f}, {northing:.2f} on British National Grid ({square})").format(
                easting=easting, northing=northing, square=grid_reference(easting, northing)
            ),
        ),
        (tr("Street"), unknown if street is None else _street(street)),
        (tr("Days"), span(ours.start, ours.end, _WITH_YEAR)),
        (tr("Traffic management"), label(ours.traffic) or unknown),
    ]
    return [*said, *conversion(extent)]


def rules(pack: Pack) -> list[Line]:
    """Return the rules with their values."""
    return [(one.title(), one.values() or "–") for one in pack.report.rules]


def checked(pack: Pack) -> list[Line]:
    """Return what was checked and what is missing, a sentence each."""
    missing = (
        tr("{what} ({reference}) could not be compared: {why}.").format(
            what=one.occupation.what, reference=one.occupation.reference, why=one.reason
        )
        for one in pack.report.unusable
    )
    return [(short(one),) for one in (*pack.checked, *missing)]


def findings(pack: Pack) -> list[Line]:
    """Return the findings; one line says so where there are none.

    What is the same for all findings about one other is said at the first of them.
    """
    rows = pack.rows()
    if not rows:
        return [("", tr("Nothing was found."), "", "", "", "")]
    return [tuple(map(short, _cells(pack, row))) for row in rows]


def short(text: str) -> str:
    """Return a text that fits into a cell; where it was cut, it says so."""
    if len(text) <= _LONGEST:
        return text
    return tr("{beginning} … (all of it is in the table)").format(beginning=text[:_LONGEST])


def _cells(pack: Pack, row: FindingRow) -> Line:
    finding = row.finding
    what, traffic, verdict = _of_other(pack, row) if row.is_first else ("", "", "")
    grade_and_rule = f"{grade.title(finding.grade)}\n{finding.rule.said()}"
    return str(row.number), what, grade_and_rule, _why(finding), traffic, verdict


def _of_other(pack: Pack, row: FindingRow) -> tuple[str, str, str]:
    """Say what another is, the traffic management of both, and the verdict with whom to call."""
    ours, other, unknown = pack.report.ours, row.other, tr("not known")
    days = span(day_known(other.start), day_known(other.end), _WITH_YEAR)
    about = (other.reference, other.what, label(other.status), days)
    traffic = tr("Ours: {ours}\nTheirs: {theirs}").format(
        ours=label(ours.traffic) or unknown, theirs=label(other.traffic) or unknown
    )
    return "\n".join(filter(None, about)), traffic, f"{row.verdict}\n{contact(other)}"


def _why(finding: Finding) -> str:
    """Say how near and on which days, and the rule's reason where it says more."""
    measured, why = near_and_when(finding.pair), finding.why
    return why if measured in why else f"{measured}\n{why}"


def _points(number: int) -> str:
    return tr("1 point") if number == 1 else tr("{n} points").format(n=number)


def _street(street: Street) -> str:
    name = ", ".join(filter(None, (street.name, street.area, street.town)))
    return tr("{name} · USRN {usrn} · {authority}").format(
        name=name, usrn=street.usrn, authority=street.authority
    )
