"""Forms about works that are there: what they start from, and which of them may be filled in."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, NamedTuple, Optional

from ..rules.steps import Step, why_not
from ..rules.told import works_standing
from ..trade.parties import Party
from ..trade.records.works import Works
from ..words import tr
from .form import Form, R
from .told import Fact
from .values import Values


@dataclass(frozen=True)
class OfWorks:
    """Works as the register told of them, and the civil day in the UK."""

    works: Works
    today: date


class WorksForm(Form[OfWorks, R]):
    """A form about works that are there, for the step that it takes with them."""

    step: ClassVar[Step]

    def heading(self, situation: OfWorks) -> str:
        """Say which works it is about, and where they are."""
        works = situation.works
        return tr("{reference} · {street}, {town}").format(
            reference=works.reference, street=works.street, town=works.town
        )

    def facts(self, request: R, values: Values, situation: OfWorks) -> tuple[Fact, ...]:
        """Return which works it is about, and every answer that was given."""
        works = situation.works
        return (
            Fact(tr("Works reference"), works.reference),
            Fact(tr("Promoter"), works.promoter),
            Fact(tr("Street"), tr("{street}, {town}").format(street=works.street, town=works.town)),
            Fact(tr("Description"), works.description),
            *super().facts(request, values, situation),
        )

    def subject(self, values: Values, situation: OfWorks) -> str:
        """Return the works' reference."""
        return situation.works.reference


class Offer(NamedTuple):
    """A form, and in words for planners why it may not be filled in now, or None when it may."""

    form: type[WorksForm[Any]]
    why: Optional[str]


def offers(
    forms: tuple[type[WorksForm[Any]], ...], works: Works, party: Party
) -> tuple[Offer, ...]:
    """Return each of `forms` for some works, as it stands for an account."""
    standing, sides = works_standing(works), party.sides(works.promoter_code, works.authority_code)
    return tuple(Offer(form, why_not(form.step, standing, sides)) for form in forms)
