"""How the lists and the needs are told: how far they are known, what is next, a file of them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Union

from ...files.spreadsheet import spreadsheet
from ...rules.clocks.said import say, told_by, when
from ...rules.steps import Step
from ...trade.calendar import uk_time, uk_today
from ...trade.labels import label
from ...trade.records.listed import Listing, ReinstatementListed
from ...trade.vocabulary.clocks import Reason
from ...words import tr
from ..standing import moment
from .needs import Need
from .store import RESTRICTED, ListState

_ABOUT = ("category", "kind", "offence", "severity", "about")


def statement(lists: Sequence[ListState], now: datetime, *, reading: bool) -> str:
    """Say as of when the lists are known, whether they are whole, and why one is not."""
    if not lists:
        return tr("Nothing has been read yet.")
    readable = [one for one in lists if not one.trouble]
    whole = all(one.complete for one in readable)
    moments = [one.as_of for one in lists if one.as_of]
    said = []
    if moments and all(one.as_of for one in readable):
        all_of_it = whole and len(readable) == len(lists)
        text = tr("As of {when}, complete.") if all_of_it else tr("As of {when}.")
        said.append(text.format(when=moment(min(moments), uk_today(now))))
    if reading:
        said.append(_so_far(lists))
    elif not whole:
        said.append(tr("Not read to the end: “Read again” does."))
    return " ".join([*said, *_troubles(lists)])


def how_far(lists: Iterable[ListState]) -> float:
    """Return which part of the rows has come, from 0 to 1."""
    every = tuple(lists)
    expected = sum(one.expected for one in every)
    return sum(one.done for one in every) / expected if expected else 0.0


def next_words(need: Need) -> str:
    """Say what is done next; for nothing, that one waits."""
    return tr("wait") if need.step is None else step_words(need, need.step)


def step_words(need: Need, step: Step) -> str:
    """Say what one of the steps about a need is."""
    if need.reason is Reason.MODIFICATION_TO_ANSWER and step is Step.CHANGE:
        return tr("send the modified application")
    return _STEPS[step]()


def until_words(need: Need, now: datetime) -> str:
    """Say until when something is to be done: a day, with the time where it has one."""
    if need.due is None:
        return tr("no date")
    return when(need.due, uk_today(now))


def clock_words(need: Need, now: datetime) -> str:
    """Say what the clock of a need stands at, "" where none runs."""
    return "" if need.due is None else say(need.due, now)


def source_words(need: Need) -> str:
    """Say whose word the date of a need is, and by which rule."""
    return tr("No clock runs on this.") if need.due is None else told_by(need.due)


def about(need: Need) -> str:
    """Say in a few words what it is about: the works, the offence, what was asked or said."""
    words = (getattr(need.row, name, "") for name in _ABOUT)
    said = [label(word) for word in words if word]
    if isinstance(need.row, ReinstatementListed):
        said.insert(0, tr("site {n}").format(n=need.row.site))
    text = getattr(need.row, "text", "") or getattr(need.row, "place", "")
    return ", ".join([*said, *filter(None, (" ".join(text.split()),))])


def csv_file(needs: Iterable[Need], now: datetime) -> bytes:
    """Return a table of needs, every row, as spreadsheets take them."""
    return spreadsheet(_headings(), (_cells(need, now) for need in needs))


def _headings() -> list[str]:
    return [
        tr("What"), tr("Until"), tr("Clock"), tr("Whose date"), tr("Next step"),
        tr("Works reference"), tr("Reference"), tr("Status"), tr("About"), tr("Street"), tr("Town"),
        tr("Workstream"), tr("Promoter"), tr("Highway authority"),
    ]  # fmt: skip


def _cells(need: Need, now: datetime) -> list[str]:
    return [
        label(need.reason),
        "" if need.due is None else _until(need.due.until),
        clock_words(need, now),
        source_words(need),
        next_words(need),
        need.row.works_reference,
        need.row.identity,
        label(need.status),
        about(need),
        need.street,
        need.town,
        need.workstream,
        need.promoter,
        need.authority,
    ]


def _until(until: Union[date, datetime]) -> str:
    """Write a day, or a moment on UK clocks, as spreadsheets read it."""
    if isinstance(until, datetime):
        return f"{uk_time(until):%Y-%m-%d %H:%M}"
    return until.isoformat()


def _so_far(lists: Sequence[ListState]) -> str:
    done = sum(one.done for one in lists)
    if any(one.most is None and not one.trouble for one in lists):
        return tr("Still reading: {done:,} rows so far.").format(done=done)
    most = sum(one.expected for one in lists)
    return tr("Still reading: {done:,} rows of {most:,}.").format(done=done, most=most)


def _troubles(lists: Iterable[ListState]) -> list[str]:
    """Say which lists could not be read, those with one reason together."""
    names: dict[str, list[str]] = {}
    for one in lists:
        if one.trouble:
            names.setdefault(one.trouble, []).append(_NAMES[one.own.listing]())
    return [_trouble(", ".join(dict.fromkeys(which)), why) for why, which in names.items()]


def _trouble(names: str, why: str) -> str:
    if why == RESTRICTED:
        return tr("Not for your role: {lists}.").format(lists=names)
    return tr("Not read: {lists}. {why}").format(lists=names, why=why)


_NAMES = {
    Listing.PERMITS: lambda: tr("permits"),
    Listing.UNREGISTERED: lambda: tr("permits"),
    Listing.CHANGES: lambda: tr("change requests"),
    Listing.REINSTATEMENTS: lambda: tr("reinstatements"),
    Listing.INSPECTIONS: lambda: tr("inspections"),
    Listing.PENALTIES: lambda: tr("FPNs"),
    Listing.NOTICES: lambda: tr("section 81 notices"),
    Listing.PLANS: lambda: tr("forward plans"),
    Listing.COMMENTS: lambda: tr("comments"),
}
"""What each list holds."""

_STEPS = {
    Step.APPLY: lambda: tr("apply for the permit"),
    Step.START: lambda: tr("log the start"),
    Step.STOP: lambda: tr("log the stop"),
    Step.CHANGE: lambda: tr("change the permit"),
    Step.CANCEL: lambda: tr("cancel the permit"),
    Step.ADD_SITE: lambda: tr("register the site"),
    Step.SET_FINAL: lambda: tr("say that all is registered"),
    Step.COMMENT: lambda: tr("write a comment"),
    Step.ADD_FILE: lambda: tr("attach files"),
    Step.REPLY: lambda: tr("reply to the comment"),
    Step.MARK_AS_READ: lambda: tr("mark the comment as read"),
    Step.ACCEPT_PENALTY: lambda: tr("accept the FPN"),
    Step.DISPUTE_PENALTY: lambda: tr("dispute the FPN"),
    Step.ACKNOWLEDGE_SECTION_81: lambda: tr("acknowledge the notice"),
    Step.ACCEPT_SECTION_81: lambda: tr("accept the notice"),
    Step.REJECT_SECTION_81: lambda: tr("reject the notice"),
    Step.EDIT_PLAN: lambda: tr("change the forward plan"),
    Step.CANCEL_PLAN: lambda: tr("cancel the forward plan"),
}
"""What is done about a need."""
