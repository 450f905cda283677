"""Sites of works: a site with its first reinstatement, and further ones (Business rules 8)."""

from dataclasses import replace
from typing import Any, ClassVar, Optional

from ...api.v1.models.work import ReinstatementCreateRequest, SiteCreateRequest
from ...rules.reinstatements import needs_second_place, why_not_on
from ...rules.steps import Step
from ...rules.typed import number_of
from ...trade.calendar import civil_day
from ...trade.records.belonging import SiteSummary
from ...trade.records.works import Works
from ...trade.vocabulary.reinstatements import ReinstatementStatus, ReinstatementType
from ...words import tr
from .. import reinstatement
from ..about import About, Rec, StepForm
from ..fields import Field, Section
from ..form import R
from ..reinstatement import DATE, HOLES, KIND, PLACE, POSITIONS, SECOND, STATUS, UNITS, WHERE
from ..shapes import Standing
from ..told import Told, told_plainly
from ..values import Values, day_in
from .site_sending import ADD_SITE, INTERIM, PERMANENT

_DEPTH, _LENGTH, _WIDTH = "depth", "length", "width"


class _Reinstatement(StepForm[Rec, R]):
    """Registers a reinstatement: what was done, where, how large it is."""

    def title(self) -> str:
        """Return its name."""
        raise NotImplementedError

    def kind(self, values: Values, situation: About[Rec]) -> str:
        """Return what the site is: a word of `ReinstatementType`."""
        raise NotImplementedError

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(self.title())

    def what(self) -> tuple[Field[About[Rec]], ...]:
        """Return the questions about what was done."""
        raise NotImplementedError

    def table(self) -> tuple[Section[About[Rec]], ...]:
        """Return what was done, where, and the files about it."""
        return (
            Section(tr("Reinstatement"), (*self.what(), *self._size())),
            Section(tr("Place"), self._place()),
            reinstatement.attachments(),
        )

    def _size(self) -> tuple[Field[About[Rec]], ...]:
        asked = reinstatement.questions()
        return (
            Field(_DEPTH, tr("Depth in metres"), shown=self._is_dug, must=True),
            Field(_LENGTH, tr("Length in metres"), shown=self._is_dug, must=True),
            Field(_WIDTH, tr("Width in metres"), shown=self._is_dug, must=True),
            replace(asked[HOLES], shown=self._is_not_dug, must=True),
            Field(
                "final_reinstatement",
                tr("Are all reinstatements of these works registered with this?"),
                shown=self._is_dug,
                must=True,
            ),
            replace(asked[UNITS], help=tr("Leave it empty to let them be as they are.")),
        )

    def _place(self) -> tuple[Field[About[Rec]], ...]:
        asked = reinstatement.questions()
        return (
            Field(WHERE, tr("Where is it?"), standing=_of_the_works),
            Field(
                SECOND,
                tr("Where is its other end?"),
                tr("A site of more than 10 metres needs it."),
                shown=self._is_long,
                must=True,
                standing=_of_the_works,
            ),
            asked[PLACE],
            asked[POSITIONS],
        )

    def begin(self, situation: About[Rec], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else today, at the place of the works, without evidence."""
        works = situation.works
        there = {
            WHERE: works.geometry,
            PLACE: works.place,
            POSITIONS: list(works.permit.positions) if works.permit else [],
        }
        return {**reinstatement.usual(situation.today), **there, **(kept or {})}

    def also_wrong(self, values: Values, situation: About[Rec]) -> dict[str, str]:
        """Say what the works have against the day."""
        day, permit = day_in(values, DATE), situation.works.permit
        if day is None or permit is None:
            return {}
        started, stopped = (one and civil_day(one) for one in (permit.started, permit.stopped))
        why = why_not_on(day, started, stopped)
        return {DATE: why} if why else {}

    def thoughts(self, values: Values, situation: About[Rec]) -> dict[str, list[str]]:
        """Say until when it lasts."""
        return reinstatement.lasts(
            values, self.status_of(values), number_of(str(values.get(_DEPTH)))
        )

    def status_of(self, values: Values) -> str:
        """Return whether it is to last: a word of `ReinstatementStatus`."""
        return str(values.get(STATUS) or "")

    def _is_dug(self, values: Values, situation: About[Rec]) -> bool:
        return self.kind(values, situation) == ReinstatementType.EXCAVATION

    def _is_not_dug(self, values: Values, situation: About[Rec]) -> bool:
        kind = self.kind(values, situation)
        return bool(kind) and kind != ReinstatementType.EXCAVATION

    def _is_long(self, values: Values, situation: About[Rec]) -> bool:
        length, width = (number_of(str(values.get(name))) for name in (_LENGTH, _WIDTH))
        return needs_second_place(self.kind(values, situation), length, width)


class AddSite(_Reinstatement[Works, SiteCreateRequest]):
    """Registers a site with its first reinstatement."""

    operation = ADD_SITE
    model = SiteCreateRequest
    step = Step.ADD_SITE
    takes = Works

    def title(self) -> str:
        """Return its name."""
        return tr("Register a site")

    def kind(self, values: Values, situation: About[Works]) -> str:
        """Return what was chosen."""
        return str(values.get(KIND) or "")

    def what(self) -> tuple[Field[About[Works]], ...]:
        """Return what it is, whether it is to last, and when it was done."""
        asked = reinstatement.questions()
        return (asked[KIND], asked[STATUS], asked[DATE])


class _Again(_Reinstatement[SiteSummary, ReinstatementCreateRequest]):
    """Registers a further reinstatement of a site, of a `status`."""

    model = ReinstatementCreateRequest
    takes = SiteSummary
    filled = frozenset({STATUS})
    status: ClassVar[str]

    def kind(self, values: Values, situation: About[SiteSummary]) -> str:
        """Return what the site is."""
        return situation.record.kind

    def what(self) -> tuple[Field[About[SiteSummary]], ...]:
        """Return when it was done."""
        return (reinstatement.questions()[DATE],)

    def known(self, values: Values, situation: About[SiteSummary]) -> dict[str, Any]:
        """Return the status."""
        return {STATUS: self.status}

    def begin(self, situation: About[SiteSummary], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else the site as it was left."""
        site = situation.record
        sizes = {_DEPTH: site.depth, _LENGTH: site.length, _WIDTH: site.width, HOLES: site.holes}
        as_left = {name: "" if size is None else f"{size:g}" for name, size in sizes.items()}
        return {
            **super().begin(situation, None),
            PLACE: site.place,
            **as_left,
            **(kept or {}),
        }

    def status_of(self, values: Values) -> str:
        """Return the status."""
        return self.status


class ReinstateInterim(_Again):
    """Registers a further interim reinstatement."""

    operation = INTERIM
    step = Step.REINSTATE
    status = ReinstatementStatus.INTERIM.value

    def title(self) -> str:
        """Return its name."""
        return tr("Register an interim reinstatement")


class ReinstatePermanent(_Again):
    """Registers the permanent reinstatement."""

    operation = PERMANENT
    step = Step.MAKE_PERMANENT
    status = ReinstatementStatus.PERMANENT.value

    def title(self) -> str:
        """Return its name."""
        return tr("Register the permanent reinstatement")


def _of_the_works(situation: About[Any]) -> Standing:
    return Standing(situation.works.geometry, tr("where the works are"), tr("Where the works are"))
