"""What was judged of what the draft meets: kept here, and shared with the team."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import PurePath
from typing import Callable, NamedTuple, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..background.jobs import Jobs
from ..clashes.occupation import Occupation
from ..clashes.report import Report
from ..clashes.seen import changes, seen_of
from ..clashes.statement import statement
from ..clashes.summary import summary
from ..clashes.verdict import (
    Case,
    Judgement,
    Standing,
    Verdict,
    is_of_draft,
    of_draft,
    said,
    title,
)
from ..drafts.verdicts import VerdictStore
from ..errors import StreetWorksError
from ..forms.application.situation import ClashesFound
from ..team.verdicts import TeamVerdicts, Told
from ..trade.calendar import uk_today
from ..words import tr
from .account import Account
from .clashing import Clashing

_TRY_AGAIN_MS = 60_000


class Place(NamedTuple):
    """Where a team keeps its verdicts: a connection of QGIS's, "" for none, and a schema."""

    connection: str
    schema: str


class Verdicts(QObject):
    """The verdicts on what was found of the works on the desk.

    `changed` says that there are others, `told` what somebody else said meanwhile.
    """

    changed = pyqtSignal()
    told = pyqtSignal(str)
    trouble = pyqtSignal(object)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        clashing: Clashing,
        store: VerdictStore,
        team: Callable[[], Place],
    ) -> None:
        """`team` says where to share; it is asked each time."""
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._clashing = clashing
        self._store = store
        self._team = team
        self._ours: Optional[tuple[str, str]] = None  # environment and ours of what is read
        self._standings: dict[Case, Standing] = {}
        self.sharing = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TRY_AGAIN_MS)
        self._later.timeout.connect(self.share)
        clashing.started.connect(self._forget)
        clashing.found.connect(self._found)

    def case_of(self, other: Occupation) -> Optional[Case]:
        """Return the case of the works on the desk and another, or None without a report."""
        return None if self._ours is None else Case(*self._ours, other.kind, other.reference)

    def of(self, other: Occupation) -> Standing:
        """Return what counts of another that the works on the desk meet."""
        case = self.case_of(other)
        return Standing() if case is None else self._standings.get(case, Standing())

    def changed_since(self, other: Occupation) -> tuple[str, ...]:
        """Say what is no longer as it was judged; nothing where it need not be judged again."""
        judgement, report = self.of(other).judgement, self._clashing.report
        if judgement is None or judgement.verdict is Verdict.NOT_JUDGED or report is None:
            return ()
        today = uk_today()
        of_ours = changes(judgement.seen_ours, report.ours, today)
        return (
            *changes(judgement.seen, other, today),
            *(tr("your works: {change}").format(change=one) for one in of_ours),
        )

    def judge(
        self, other: Occupation, verdict: Verdict, reason: str, attachments: Sequence[str]
    ) -> bool:
        """Keep a verdict on another of the report; it is on the disk when True is returned.

        Ends in `changed` or `trouble`; `told` says what another QGIS said meanwhile.
        """
        report, case = self._clashing.report, self.case_of(other)
        if report is None or case is None:
            return False
        before = self.of(other)
        judgement = Judgement(
            id=uuid.uuid4().hex,
            case=case,
            verdict=verdict,
            reason=reason.strip(),
            by=self._account.user or QgsApplication.userFullName(),
            at=datetime.now(timezone.utc),
            attachments=tuple(attachments),
            seen=seen_of(other),
            seen_ours=seen_of(report.ours),
            after=before.known,
        )
        try:
            now = self._store.keep(judgement)
        except StreetWorksError as error:
            self.trouble.emit(error)
            return False
        self._take({**self._standings, case: now}, by_me=judgement.id)
        self.share()
        return True

    def in_words(self, report: Report) -> dict[tuple[str, str], str]:
        """Return what was judged of those in a report, by kind and reference, for the evidence."""
        judged = {one.other: self.of(one.other).judgement for one in report.encounters}
        return {
            (other.kind, other.reference): _in_full(judgement, self.changed_since(other))
            for other, judgement in judged.items()
            if judgement is not None and judgement.verdict is not Verdict.NOT_JUDGED
        }

    @property
    def clashes_found(self) -> Optional[ClashesFound]:
        """What the last report found and what was judged of it, or None without one."""
        report, known = self._clashing.report, self._clashing.known
        if report is None or known is None or report.ours.start is None or report.ours.end is None:
            return None
        complete = all(one.complete for one in known.fetched.values())
        partners = [
            judgement
            for one in report.encounters
            if (judgement := self.of(one.other).judgement)
            and judgement.verdict is Verdict.COLLABORATE
        ]
        return ClashesFound(
            summary(report),
            report.ours.start,
            report.ours.end,
            statement(report, self.of, known.as_of, complete=complete),
            together=tuple(one.case.reference for one in partners),
            how=tuple(filter(None, (one.reason for one in partners))),
        )

    def became(self, draft_id: str, works_reference: str) -> None:
        """Let what was judged of a draft be of the works that it became, and share it.

        Raises StreetWorksError when the file cannot be written.
        """
        self._store.became(draft_id, works_reference.upper())
        self.share()

    def close(self) -> None:
        """Send nothing more."""
        self._later.stop()

    def _forget(self) -> None:
        """Ask anew with the next report what others said meanwhile."""
        self._ours = None

    def _found(self, report: Report) -> None:
        ours = (self._account.environment_key, ours_of(report))
        if ours == self._ours:
            return
        self._ours = ours
        self._read()
        self.share()

    def _read(self, *, tell: bool = False) -> None:
        if self._ours is None:
            return
        try:
            standings = self._store.standings(*self._ours)
        except StreetWorksError as error:
            self.trouble.emit(error)
            return
        if tell:
            self._take(standings)
        else:
            self._standings = standings
            self.changed.emit()

    def _take(self, standings: dict[Case, Standing], by_me: str = "") -> None:
        """Hold the standings, and tell what others said of cases that were judged here."""
        before, self._standings = self._standings, standings
        self.changed.emit()
        for case, now in standings.items():
            known = set(before.get(case, Standing()).known)
            for one in (now.judgement, *now.meanwhile):
                if one is not None and one.id not in {*known, by_me} and (known or by_me):
                    self.told.emit(_news(one, now))

    def share(self) -> None:
        """Send what the team has not got, and read what it said of the works on the desk."""
        self._later.stop()
        place = self._team()
        if not place.connection:
            self._say("")
            return
        try:
            new = self._store.unshared()
            ours = self._ours_or_of(new)
            if ours is None:
                self._say(tr("Kept with the draft; your team reads it once there are works."))
                return
            team = TeamVerdicts(*place)
        except StreetWorksError as error:
            self._not_shared(error)
            return

        def done(told: Told) -> None:
            self._store.take(told.judgements)
            self._store.shared(new)
            self._read(tell=True)
            self._say(_shared(place, told.unread))

        self._jobs.start(
            tr("Street Works: sharing verdicts"),
            lambda _progress: team.exchange(new, *ours),
            done=done,
            failed=self._not_shared,
            topic="verdicts",
        )

    def _ours_or_of(self, new: Sequence[Judgement]) -> Optional[tuple[str, str]]:
        """Return of what to read the team's word: ours on the desk, or else of what is sent.

        A draft is nobody else's; None where there is nothing to send either.
        """
        if self._ours is not None and not is_of_draft(self._ours[1]):
            return self._ours
        return (new[0].case.environment, new[0].case.ours) if new else None

    def _not_shared(self, error: StreetWorksError) -> None:
        self._later.start()
        self._say(tr("Kept on this computer and sent later: {why}").format(why=error.message))

    def _say(self, sharing: str) -> None:
        if sharing != self.sharing:
            self.sharing = sharing
            self.changed.emit()


def ours_of(report: Report) -> str:
    """Return how a case calls the works of a report: by their reference, or as a draft."""
    return report.ours.works_reference.upper() or of_draft(report.ours.reference)


def _in_full(judgement: Judgement, since: Sequence[str]) -> str:
    """Say a verdict, who gave it and when, why, with which files, and what has changed since."""
    files = ", ".join(PurePath(path).name for path in judgement.attachments)
    parts = (
        said(judgement),
        judgement.reason,
        tr("files: {names}").format(names=files) if files else "",
        tr("changed since then: {changes}").format(changes="; ".join(since)) if since else "",
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _news(one: Judgement, now: Standing) -> str:
    if now.judgement is None or now.judgement.id == one.id:
        return tr("{reference}: {said}. This counts now.").format(
            reference=one.case.reference, said=said(one)
        )
    return tr("{reference}: {said} meanwhile. “{verdict}” by {who} is later and counts.").format(
        reference=one.case.reference,
        said=said(one),
        verdict=title(now.judgement.verdict),
        who=now.judgement.by,
    )


def _shared(place: Place, unread: int) -> str:
    shared = tr("Shared with your team through “{name}”.").format(name=place.connection)
    if not unread:
        return shared
    more = tr("{n} verdicts there cannot be read by this version.").format(n=unread)
    return f"{shared} {more}"
