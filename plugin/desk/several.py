"""Several drafts applied for at once: each with its extent and its street, by one form."""

from collections.abc import Iterable
from typing import Any, Callable

from ..background.geometry_thread import GeometryThread
from ..background.jobs import Jobs
from ..drafts import Draft
from ..errors import EXTENT, STREET, StreetWorksError
from ..extents import Limits, Severity, check_street
from ..extents.grid import approximation_accepted
from ..forms import kept_street
from ..forms.application.form import REFERENCE
from ..forms.application.sending import CREATE_WORKS
from ..forms.application.several import ApplicationForSeveral, Several, Street, several
from ..forms.application.situation import Situation
from ..settings import Settings
from ..words import tr
from .applying import Applying
from .changes import examined_again
from .filling import Failed
from .kept_drafts import KeptDrafts
from .streets import line_of


class SeveralDrafts:
    """Makes the situation of one form of several drafts, and keeps its answers with each."""

    def __init__(
        self,
        jobs: Jobs,
        applying: Applying,
        drafts: KeptDrafts,
        settings: Settings,
    ) -> None:
        self._jobs = jobs
        self._applying = applying
        self._drafts = drafts
        self._settings = settings
        self._threads = GeometryThread()

    def close(self) -> None:
        """Examine nothing more."""
        self._threads.stop()

    def situation(
        self, drafts: Iterable[Draft], done: Callable[[Several], None], failed: Failed
    ) -> None:
        """Examine all drafts again, and give what their form starts from.

        `failed` tells of drafts that cannot be applied for yet. Raises StreetWorksError where the
        account may not apply, and for a draft whose outcome is not known yet.
        """
        chosen, start = list(drafts), self._applying.beginning()
        limits, accepted = self._settings.limits, self._settings.accept_approximation
        for draft in chosen:
            self._require_settled(draft)

        def examined() -> Several:
            with approximation_accepted(accepted):
                return several(tuple(_street(draft, limits, start) for draft in chosen))

        self._jobs.start(
            tr("Street Works: examining the drafts"),
            lambda progress: self._threads.do_unless(progress.raise_if_cancelled, examined),
            done=done,
            failed=failed,
            topic="several drafts",
        )

    def keep(self, form: ApplicationForSeveral, situation: Several, values: dict[str, Any]) -> None:
        """Keep with each draft what its own form would hold."""
        for street in situation.streets:
            self._drafts.keep(street.draft, form.values_of(street, values, situation))

    def _require_settled(self, draft: Draft) -> None:
        reference = str(draft.values.get(REFERENCE) or "")
        if reference and self._applying.is_open(CREATE_WORKS, reference):
            raise StreetWorksError(
                tr("It is not known what became of {reference}.").format(reference=reference),
                advice=tr("Open that draft alone, and check what Street Manager has."),
            )


def _street(draft: Draft, limits: Limits, start: dict[str, Any]) -> Street:
    """Return the street of a draft. Raises StreetWorksError while it cannot be applied for."""
    name = draft.name or kept_street.name_of(draft.street or {}) or tr("a draft without a name")
    try:
        street = kept_street.read(draft.street) if draft.street else None
    except ValueError:
        street = None
    if street is None:
        raise StreetWorksError(
            tr("“{draft}” has no street yet.").format(draft=name),
            advice=tr("Open that draft and choose its street."),
            about=STREET,
        )
    examined = examined_again(draft, limits)
    extent = examined.extent
    beside = () if extent is None else check_street(extent, line_of(street), limits, ())
    wrong = [one for one in (*examined.findings, *beside) if one.severity is Severity.ERROR]
    if extent is None or wrong:
        why = wrong[0].message if wrong else tr("it has no extent")
        raise StreetWorksError(
            tr("“{draft}” cannot be submitted yet: {why}").format(draft=name, why=why),
            advice=tr("Open that draft and mend what the “Extent” panel says."),
            about=EXTENT,
        )
    situation = Situation(
        street=street, extent=extent.geojson(), accuracy_m=extent.accuracy_m, **start
    )
    return Street(draft.id, name, situation, draft.values)
