"""Changing a permit: the whole application again, more time for works in progress, conditions.

Business rules 4.
"""

from typing import Any, Optional

from ...api.v1.models.work import PermitAlterationCreateRequest
from ...rules.steps import Step
from ...rules.told import permit_standing
from ...trade.calendar import civil_day
from ...trade.records.geojson import GeoJson
from ...trade.records.works import Permit, Works
from ...trade.shapes import is_same
from ...trade.vocabulary.permits import PermitStatus
from ...words import tr
from ..about import FOR_WHOM
from ..application.days import END
from ..fields import Field, Section
from ..shapes import Standing
from ..values import Values, day_in
from .alterations import PLACE, Alteration, OnStreet
from .sending_changes import REASON, altering

_ALL = frozenset(PermitAlterationCreateRequest.model_fields)


class ChangePermit(Alteration):
    """Changes anything of a permit, and answers a modification request."""

    operation = altering()
    filled = frozenset({"work_type"})

    def title(self) -> str:
        """Return its name."""
        return tr("Change the permit")

    def offered_as(self, record: Permit) -> str:
        """Say what it is for a permit as it stands."""
        return {
            PermitStatus.SUBMITTED.value: tr("Change the application"),
            PermitStatus.PERMIT_MODIFICATION_REQUEST.value: tr("Answer the modification request"),
        }.get(record.status, self.title())

    def table(self) -> tuple[Section[OnStreet], ...]:
        """Return the reason and the extent, then all that was applied for."""
        drawn = tr("Redraw it on the map with the tools of the “Extent” panel, where it changes.")
        own = (_reason(tr("Why is it changed?")), _extent(drawn))
        return (Section(tr("The change"), own), *self.questions())


class _Short(Alteration):
    """Asks little: all else is sent as the permit has it."""

    def known(self, values: Values, situation: OnStreet) -> dict[str, Any]:
        """Return what the form does not ask."""
        whole, said = ChangePermit(), self.before(situation)
        others = whole.fields.keys() - self.fields.keys()
        return {**super().known(values, situation), **whole.arguments(others, said, situation)}


class ExtendWorks(_Short):
    """Asks for more time for works in progress."""

    operation = altering("extension")
    filled = _ALL - {END, "proposed_end_time", PLACE, REASON, *FOR_WHOM}

    def title(self) -> str:
        """Return its name."""
        return tr("Ask for more time")

    @classmethod
    def is_for(cls, record: Permit, works: Works) -> bool:
        """Say whether the works are in progress."""
        return permit_standing(record, works).is_running

    def table(self) -> tuple[Section[OnStreet], ...]:
        """Return its one section."""
        asked = (
            Field[OnStreet](END, tr("New end date")),
            Field[OnStreet]("proposed_end_time", tr("End time"), tr("UK time."), day=END),
            _reason(tr("Why is more time needed?")),
            _extent(tr("Redraw it on the map, where the works have become larger or smaller.")),
        )
        return (Section(tr("More time"), asked),)

    def also_wrong(self, values: Values, situation: OnStreet) -> dict[str, str]:
        """Say that the works have to end later than before."""
        end = day_in(values, END)
        if end is not None and end <= civil_day(situation.record.last_day):
            return {END: tr("The works end then already: give a later day.")}
        return super().also_wrong(values, situation)


class ImposeConditions(_Short):
    """Imposes other conditions on a granted permit, as its highway authority."""

    operation = altering("impose")
    step = Step.IMPOSE_CHANGE
    by_authority = True
    filled = _ALL - {"permit_conditions", REASON, *FOR_WHOM}

    def title(self) -> str:
        """Return its name."""
        return tr("Impose other conditions")

    def table(self) -> tuple[Section[OnStreet], ...]:
        """Return its one section."""
        conditions = next(
            one
            for section in self.questions()
            for one in section.fields
            if one.name == "permit_conditions"
        )
        why = _reason(tr("Why are they imposed?"), tr("The promoter reads it with the conditions."))
        return (Section(tr("Conditions"), (conditions, why)),)


def _extent(help_text: str = "") -> Field[OnStreet]:
    """Return the question for the extent."""
    return Field(PLACE, tr("Extent"), help_text, standing=_standing, taken=_redrawn)


def _reason(words: str, help_text: str = "") -> Field[OnStreet]:
    """Return the question for the reason; unless told otherwise it is for the authority."""
    return Field(REASON, words, help_text or tr("The highway authority reads it with the change."))


def _standing(situation: OnStreet) -> Standing:
    return Standing(
        situation.record.geometry, tr("as the permit has it"), tr("Leave it as the permit has it")
    )


def _redrawn(shape: GeoJson, situation: OnStreet) -> Optional[GeoJson]:
    """Return a shape that is to be sent; the permit's own is not."""
    return None if is_same(shape, situation.record.geometry) else shape
