"""Forms about what is there already: works, and what belongs to them.

Each takes one step of `rules.steps` with one kind of record, and is offered where such a record is
seen. What it sends is kept in the journal under its subject: the works' reference, and for what
belongs to works the part after it, such as "TSR0010001 TSR0010001-01" or "TSR0010001 site 1".
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Generic, NamedTuple, Optional, TypeVar

from ..rules.steps import Step, why_not
from ..rules.told import standing_of
from ..trade.parties import Party, Side
from ..trade.records.belonging import OfWorks
from ..trade.records.works import Works
from ..words import tr
from .fields import Field, Section
from .form import Form, R
from .told import Fact
from .values import Values

Rec = TypeVar("Rec", bound=OfWorks)
A = TypeVar("A", bound="About[Any]", contravariant=True)  # noqa: PLC0105 - short


@dataclass(frozen=True)
class About(Generic[Rec]):
    """A record as the register told of it, its works, and the civil day in the UK.

    `sides` are those of the works that the account is on.
    """

    works: Works
    record: Rec
    today: date
    sides: frozenset[Side]


def sides_of(party: Party, works: Works) -> frozenset[Side]:
    """Return the sides of works that an account is on."""
    return party.sides(works.promoter_code, works.authority_code)


def subject_of(works: Works, record: OfWorks) -> str:
    """Return the name by which the journal keeps what is sent about a record of works."""
    return f"{works.reference} {record.part}".rstrip()


def parts_of(subject: str) -> tuple[str, str]:
    """Return the works' reference and the part that a subject is about, which may be ""."""
    works, _blank, part = subject.partition(" ")
    return works, part


def record_of(works: Works, part: str, kind: type) -> Optional[OfWorks]:
    """Return the record of a kind that is called `part` within its works, or None."""
    permit = works.permit
    found: tuple[Optional[OfWorks], ...] = (
        works,
        permit,
        works.notice,
        *works.sites,
        *works.inspections,
        *works.penalties,
        *works.files,
        *(permit.changes if permit else ()),
    )
    return next((one for one in found if one and type(one) is kind and one.part == part), None)


class FormAbout(Form[A, R]):
    """A form for the `step` that it takes with a record of the kind that it `takes`."""

    step: ClassVar[Step]
    takes: ClassVar[type]

    def heading(self, situation: A) -> str:
        """Say what it is about, and where that is."""
        works, part = situation.works, situation.record.part
        named = part if part.startswith(works.reference) else f"{works.reference} {part}".rstrip()
        return tr("{reference} · {street}, {town}").format(
            reference=named, street=works.street, town=works.town
        )

    def facts(self, request: R, values: Values, situation: A) -> tuple[Fact, ...]:
        """Return which works it is about, and every answer that was given."""
        works, part = situation.works, situation.record.part
        return (
            Fact(tr("Works reference"), works.reference),
            *([Fact(tr("About"), part)] if part else []),
            Fact(tr("Promoter"), works.promoter),
            Fact(tr("Street"), tr("{street}, {town}").format(street=works.street, town=works.town)),
            Fact(tr("Description"), works.description),
            *super().facts(request, values, situation),
        )

    def offered_as(self, record: Any) -> str:
        """Return its name for a record as it stands."""
        return self.told().title

    @classmethod
    def is_for(cls, record: Any, works: Works) -> bool:
        """Say whether there is such a form for a record; `why_not` may still be against it."""
        return True

    def titled(self, situation: A) -> str:
        """Return its name for the record."""
        return self.offered_as(situation.record)

    def promoter(self, situation: A) -> str:
        """Return the promoter of the works."""
        return situation.works.promoter_code

    @cached_property
    def sections(self) -> tuple[Section[A], ...]:
        """The sections of the table, and last who it is done for, where the request may say so."""
        names = set(self.model.model_fields) - self.filled
        own = tuple(field for field in _for_whom() if field.name in names)
        return (*self.table(), *([Section(tr("Shared account"), own)] if own else []))

    def subject(self, values: Values, situation: A) -> str:
        """Return the name by which the journal keeps it."""
        return subject_of(situation.works, situation.record)


class StepForm(FormAbout[About[Rec], R]):
    """One that needs no more than the record and its works."""


FOR_WHOM = ("internal_user_identifier", "internal_user_name")
"""The questions that come last on every form whose request has them."""


def _for_whom() -> tuple[Field[Any], ...]:
    user = tr("Only for organisations that share one account, to say who it was.")
    return (
        Field("internal_user_identifier", tr("Internal user"), user, habitual=True),
        Field("internal_user_name", tr("Internal user's name"), user, habitual=True),
    )


class Offer(NamedTuple):
    """A form about a record, and in words for planners why it may not be filled in now, if so."""

    form: type[FormAbout[Any, Any]]
    record: OfWorks
    why: Optional[str]


def offers(
    forms: tuple[type[FormAbout[Any, Any]], ...], works: Works, record: OfWorks, party: Party
) -> tuple[Offer, ...]:
    """Return each of `forms` that takes such a record of works, as it stands for an account.

    There is none for a record that nothing can be done with.
    """
    standing = standing_of(record, works)
    if standing is None:
        return ()
    sides = sides_of(party, works)
    return tuple(
        Offer(form, record, why_not(form.step, standing, sides))
        for form in forms
        if form.takes is type(record) and form.is_for(record, works)
    )
