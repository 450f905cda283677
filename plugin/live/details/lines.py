"""What Street Manager tells of works, a permit, a street, as lines of plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from ...rules import asd
from ...rules.roads import road_name, roads_of
from ...trade.calendar import civil_day, uk_time
from ...trade.labels import label
from ...trade.records.activities import Activity
from ...trade.records.belonging import OfWorks
from ...trade.records.forward_plans import ForwardPlan
from ...trade.records.streets import Designation, Street
from ...trade.records.works import Comment, FileNamed, HistoryLine, Permit, Works
from ...trade.telling import whole_day
from ...words import tr


@dataclass(frozen=True)
class Line:
    """One line of a section: its cells, and the record of `trade` that it stands for, if any."""

    cells: tuple[str, ...]
    about: Optional[OfWorks] = None

    @property
    def file(self) -> Optional[int]:
        """The number of the file that it stands for, if it is one."""
        return self.about.number if isinstance(self.about, FileNamed) else None


Lines = tuple[Line, ...]


def fact_columns() -> tuple[str, ...]:
    """Return the headings of facts: pairs of a name and a value."""
    return tr("What"), tr("Value")


def works_lines(works: Works) -> Lines:
    """Return what is known of works as a whole: pairs of a name and a value, none of them empty."""
    return pairs(
        (tr("Works reference"), works.reference),
        (tr("Status"), label(works.status)),
        (tr("Promoter"), _with_code(works.promoter, works.promoter_code)),
        (tr("Highway authority"), _with_code(works.authority, works.authority_code)),
        (tr("Workstream"), works.workstream),
        (tr("Street"), joined(works.street, works.area, works.town)),
        (tr("USRN"), str(works.usrn)),
        (tr("Road"), road_name(works.reinstatement)),
        (tr("Works location description"), works.place),
        (tr("Description"), works.description),
        (tr("Start"), day_of(works.first_day)),
        (tr("End"), day_of(works.last_day)),
        (tr("Active permit"), None if works.permit is None else works.permit.reference),
        (tr("Inspection units"), "" if works.units is None else str(works.units)),
    )


def permits_lines(works: Works) -> Lines:
    """Return the permits of works: reference, status, category, first and last day."""
    return tuple(
        Line(
            (
                one.reference,
                label(one.status),
                label(one.category),
                day_of(one.first_day),
                day_of(one.last_day),
            ),
            one,
        )
        for one in works.permits
    )


def permit_lines(permit: Permit) -> Lines:
    """Return what was applied for and how it stands: pairs of a name and a value."""
    return pairs(
        (tr("Permit"), permit.reference),
        (tr("Status"), label(permit.status)),
        (tr("Category"), label(permit.category)),
        (tr("Promoter"), _with_code(permit.promoter, permit.promoter_code)),
        (tr("Street"), joined(permit.street, permit.area, permit.town)),
        (tr("Road"), road_name(permit.reinstatement)),
        (tr("Works location description"), permit.place),
        (tr("Description"), permit.description),
        (tr("Works activity type"), label(permit.activity)),
        (tr("Traffic management"), label(permit.traffic)),
        (tr("Footway closed"), label(permit.footway)),
        (tr("Location type"), ", ".join(label(one) for one in permit.positions)),
        (tr("Excavation required"), yes_no(permit.excavates)),
        (tr("TTRO required"), yes_no(permit.needs_order)),
        (tr("Proposed start"), _day_and_time(permit.first_day, permit.first_time)),
        (tr("Proposed end"), _day_and_time(permit.last_day, permit.last_time)),
        (tr("Actual start"), moment_of(permit.started)),
        (tr("Actual stop"), moment_of(permit.stopped)),
        (tr("Final reinstatement"), yes_no(permit.finally_reinstated)),
        (tr("Working days"), f"{permit.working_days:g}"),
        (tr("Reasonable period ends"), day_of(permit.reasonable_until)),
        (tr("Response deadline (deems)"), moment_of(permit.deadline)),
        (tr("Early start"), yes_no(permit.starts_early)),
        (tr("Deemed"), yes_no(permit.deemed)),
        (tr("Conditions"), _conditions(permit)),
        (tr("Designations selected"), _designations(permit.designations)),
        (tr("Designations not selected"), _designations(permit.passed_over)),
        (tr("Assessment"), label(permit.assessment)),
        (tr("Assessment's comments"), permit.remarks),
        (tr("Reasons for refusal"), "\n".join(label(one) for one in permit.refusals)),
        (tr("Reason for revoking"), permit.why_revoked),
        (tr("To be modified"), permit.modification),
        (tr("Discount"), _per_cent(permit.discount)),
        (tr("Acknowledged"), moment_of(permit.acknowledged)),
        (tr("Lane rental"), label(permit.lane_rental)),
        (tr("Collaboration type"), label(permit.collaboration)),
        (tr("Collaboration details"), permit.shared_how),
        (tr("Promoter's contact"), permit.contact),
        (tr("Secondary contact"), joined(permit.second_contact, permit.second_number)),
        (tr("Additional information"), permit.notes),
    )


def activity_lines(activity: Activity) -> Lines:
    """Return what is known of an activity: pairs of a name and a value."""
    return pairs(
        (tr("Activity"), activity.reference),
        (tr("Name"), activity.name),
        (tr("Type"), label(activity.kind)),
        (tr("Details"), activity.details),
        (tr("Cancelled"), yes_no(activity.cancelled)),
        (tr("Reason"), activity.why_cancelled),
        (tr("Street"), joined(activity.street, activity.area, activity.town)),
        (tr("Location"), activity.place),
        (tr("Start"), _day_and_time(activity.first_day, activity.first_time)),
        (tr("End"), _day_and_time(activity.last_day, activity.last_time)),
        (tr("Traffic management"), label(activity.traffic)),
        (tr("Location type"), ", ".join(label(one) for one in activity.positions)),
        (tr("Collaboration"), yes_no(activity.shared)),
        (tr("Contact"), joined(activity.contact, activity.how_to_reach)),
        (tr("Additional information"), activity.notes),
    )


def forward_plan_lines(plan: ForwardPlan) -> Lines:
    """Return what is known of a forward plan: pairs of a name and a value."""
    return pairs(
        (tr("Forward plan"), plan.reference),
        (tr("Works reference"), plan.works_reference),
        (tr("Status"), label(plan.status)),
        (tr("Reason"), plan.why_cancelled),
        (tr("Promoter"), _with_code(plan.promoter, plan.promoter_code)),
        (tr("Highway authority"), _with_code(plan.authority, plan.authority_code)),
        (tr("Street"), joined(plan.street, plan.area, plan.town)),
        (tr("Road"), road_name(plan.reinstatement)),
        (tr("Location"), plan.place),
        (tr("Description"), plan.description),
        (tr("Start"), day_of(plan.first_day)),
        (tr("End"), day_of(plan.last_day)),
        (tr("Traffic management"), label(plan.traffic)),
        (tr("Project reference"), plan.project),
        (tr("Designations selected"), _designations(plan.designations)),
        (tr("Promoter's contact"), plan.contact),
        (tr("Additional information"), plan.notes),
    )


def history_lines(history: Iterable[HistoryLine]) -> Lines:
    """Return what happened, newest first: when, what, who."""
    newest = sorted(history, key=lambda one: (one.moment, one.number), reverse=True)
    return tuple(Line((moment_of(one.moment), one.text, one.who)) for one in newest)


def comment_lines(comments: Iterable[Comment]) -> Lines:
    """Return comments, newest first: when, about what, the text, by whom, whether it was read."""
    newest = sorted(comments, key=lambda one: one.written, reverse=True)
    return tuple(
        Line(
            (
                moment_of(one.written),
                label(one.about),
                one.text,
                one.author,
                _comment_state(one),
            ),
            one,
        )
        for one in newest
    )


def file_lines(works: Optional[Works], permit: Optional[Permit]) -> Lines:
    """Return the files of works, newest first: name, when, whose. Without works the permit's."""
    if works is not None:
        files = sorted(works.files, key=lambda one: one.added, reverse=True)
        return tuple(Line((one.name, moment_of(one.added), one.owner), one) for one in files)
    listed = () if permit is None else permit.files
    return tuple(Line((one.name, "", ""), one) for one in listed)


def street_note(street: Street) -> str:
    """Say which street it is, whose, how it is reinstated, and whether it is traffic-sensitive."""
    return "\n".join(
        part
        for part in (
            joined(street.name, street.area, street.town),
            tr("USRN {usrn}, {authority}").format(
                usrn=street.usrn, authority=_with_code(street.authority, street.authority_code)
            ),
            roads_of(street),
            tr("Traffic-sensitive") if street.traffic_sensitive else tr("Not traffic-sensitive"),
        )
        if part
    )


def designation_lines(street: Street) -> Lines:
    """Return the special designations of a street: which, when, where, described how."""
    return tuple(
        Line(
            (
                asd.name_of(one.code),
                joined(asd.when(one), _span(one)),
                _where(one),
                one.description or "",
            )
        )
        for one in street.designations
    )


def day_of(moment: Optional[datetime]) -> str:
    """Write the civil day of a moment, such as "9 Dec 2026"; nothing for None."""
    if moment is None:
        return ""
    return whole_day(civil_day(moment))


def moment_of(moment: Optional[datetime]) -> str:
    """Write a moment on UK clocks, such as "9 Dec 2026 14:02"; nothing for None."""
    if moment is None:
        return ""
    local = uk_time(moment)
    return f"{whole_day(local)} {local:%H:%M}"


def pairs(*given: tuple[str, Optional[str]]) -> Lines:
    """Return a line for each pair of a name and a value that is there."""
    return tuple(Line((name, value)) for name, value in given if value)


def _per_cent(share: Optional[float]) -> str:
    return "" if share is None else tr("{share} %").format(share=f"{share:g}")


def joined(*parts: Optional[str]) -> str:
    """Return what there is of the parts, with commas between."""
    return ", ".join(part for part in parts if part)


def _with_code(name: str, code: str) -> str:
    return f"{name} ({code})" if code else name


def yes_no(answer: Optional[bool]) -> str:
    """Say yes or no; nothing for None."""
    if answer is None:
        return ""
    return tr("Yes") if answer else tr("No")


def _day_and_time(day: Optional[datetime], clock: Optional[datetime]) -> str:
    return f"{day_of(day)} {uk_time(clock):%H:%M}" if clock is not None else day_of(day)


def _conditions(permit: Permit) -> str:
    return "\n".join(
        f"{label(one.code)}: {one.text}" if one.text else label(one.code)
        for one in permit.conditions
    )


def _designations(named: Iterable[Designation]) -> str:
    return "\n".join(joined(asd.name_of(one.code), asd.when(one)) for one in named)


def _comment_state(one: Comment) -> str:
    read = tr("Not read")
    if one.read:
        read = joined(tr("Read"), moment_of(one.read_at), one.reader)
    return joined(read, tr("internal") if one.internal else "")


def _span(designation: Designation) -> str:
    first, last = day_of(designation.first_day), day_of(designation.last_day)
    if first and last:
        return tr("{first} to {last}").format(first=first, last=last)
    if first:
        return tr("from {first} on").format(first=first)
    return tr("until {last}").format(last=last) if last else ""


def _where(designation: Designation) -> str:
    return designation.place or (tr("Whole street") if designation.whole_street else "")
