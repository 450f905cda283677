"""One application for several streets: answers that hold for all, and what each street says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple, Optional

from ...api.v1.models.work import WorkCreateRequest
from ...rules import asd
from ...trade.labels import label
from ...trade.shapes import size_of
from ...words import tr
from ..fields import Field, Need, Section
from ..form import Form, Judged
from ..told import Fact, Told
from ..values import Values, is_blank
from .days import period_of
from .follow import preselected
from .form import REFERENCE, Application
from .questions import sections_with
from .situation import Situation

REFERENCES, PLACE = "references", "works_location_description"
_OF_EACH = frozenset(
    {"highway_authority_swa_code", "road_category", "permit_asds", "file_ids", "works_coordinates"}
)


class Street(NamedTuple):
    """One of the streets: the draft's id and name, where it is, and what its own form says."""

    draft: str
    name: str
    situation: Situation
    own: Values


@dataclass(frozen=True)
class Several(Situation):
    """What the form starts from: the first of the streets, and all of them."""

    streets: tuple[Street, ...] = ()


class Prepared(NamedTuple):
    """An application that is ready to be sent, and for which street."""

    street: Street
    request: WorkCreateRequest

    @property
    def reference(self) -> str:
        """The reference that the works shall have."""
        return str(self.request.work_reference_number)


class PreparedForAll(tuple[Prepared, ...]):
    """The applications for all streets, in their order."""

    def body(self) -> dict[str, Any]:
        """Return them as JSON, to be shown: each is sent by itself."""
        return {"applications": [one.request.body() for one in self]}


def several(streets: tuple[Street, ...]) -> Several:
    """Return the situation of the form for streets, of which there is at least one."""
    first = streets[0].situation
    names = ("street", "promoter", "extent", "today", "now", "promoters")
    return Several(**{name: getattr(first, name) for name in names}, streets=streets)


class ApplicationForSeveral(Application):
    """Applies for works on several streets, for each by itself, with the same answers."""

    needs = frozenset({Need.CATEGORY, Need.PROMOTER})
    named = (REFERENCES,)

    def told(self) -> Told:
        """Return the sentences, of which those about one answer stand with each street."""
        return replace(
            super().told(),
            title=tr("Apply for several streets"),
            checked=tr(
                "I have checked these applications. I know that they are live and may cost money."
            ),
        )

    def heading(self, situation: Situation) -> str:
        """Say how many streets it is about."""
        return tr("{n} applications, one for each extent").format(n=len(_streets(situation)))

    def subject(self, values: Values, situation: Situation) -> str:
        """Return nothing: each street has a reference of its own."""
        return ""

    def table(self) -> tuple[Section[Situation], ...]:
        """Return the application's sections, without what each street says for itself."""
        said = tr("Each street's name is put before it.")

        def worded(field: Field[Situation]) -> Field[Situation]:
            return replace(field, help=f"{field.help} {said}") if field.name == PLACE else field

        return tuple(
            Section(section.title, tuple(map(worded, section.fields)))
            for section in sections_with(self.model.model_fields.keys() - _OF_EACH)
        )

    def begin(self, situation: Situation, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept` with the first draft, the street's name not before the place."""
        begun = super().begin(situation, kept)
        if not is_blank(begun.get(PLACE)):
            begun[PLACE] = begun[PLACE].removeprefix(_before_place(situation))
        return {name: begun[name] for name in begun if name in self.fields}

    def follow(
        self, before: Values, after: Values, situation: Situation, now: datetime
    ) -> dict[str, Any]:
        """Return the answers on the form that follow from a change."""
        found = super().follow(before, after, situation, now)
        return {name: found[name] for name in found if name in self.fields}

    def thoughts(self, values: Values, situation: Situation) -> dict[str, list[str]]:
        """Return what to think about; what is of one street alone says of which."""
        found: dict[str, list[str]] = {}
        streets = _streets(situation)
        told = [(one, self._one.thoughts(*self._filled(one, values, situation))) for one in streets]
        for street, thoughts in told:
            for name in thoughts.keys() & self.fields.keys():
                for text in thoughts[name]:
                    in_all = all(text in other.get(name, ()) for _street, other in told)
                    said = text if in_all else _said_of(street, text)
                    if said not in found.setdefault(name, []):
                        found[name].append(said)
        return found

    def name(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Give each works a reference, once."""
        given: dict[str, str] = {}
        for street in _streets(situation):
            filled, there = self._filled(street, values, situation)
            given[street.draft] = self._one.name(filled, there)[REFERENCE]
        return {REFERENCES: given}

    def judge(self, values: Values, situation: Situation) -> Judged:
        """Say what is wrong with any of the applications; of what is not asked here, for which."""
        judged = super().judge(values, situation)
        found: dict[str, str] = {}
        for street in _streets(situation):
            problems = self._one.problems(*self._filled(street, values, situation))
            for name, text in problems.items():
                if name in self.fields:
                    found.setdefault(name, text)
                elif name in self._one.fields:
                    asked = self._one.fields[name].label
                    said = tr("{question}: {why} Answer it on the form of that draft alone.")
                    told = _said_of(street, said.format(question=asked, why=text))
                    found[f"{street.draft} {name}"] = told
                else:
                    found.setdefault(name, text)
        return Judged(judged.shown, judged.required & self.fields.keys(), found)

    def build(self, values: Values, situation: Situation) -> Any:
        """Return the applications. Raises pydantic's ValidationError; see `problems`."""
        return PreparedForAll(
            Prepared(one, self._one.build(*self._filled(one, values, situation)))
            for one in _streets(situation)
        )

    def facts(self, request: Any, values: Values, situation: Situation) -> tuple[Fact, ...]:
        """Return each street with what is its own, and then every answer that holds for all."""
        category = situation.category
        counted = tr("not known: Street Manager did not say")
        return (
            *(Fact(_where(one.street), _differs(one)) for one in request),
            Fact(tr("Category"), counted if category is None else label(category.category)),
            *Form.facts(self, request, values, situation),
        )

    def values_of(self, street: Street, values: Values, situation: Situation) -> dict[str, Any]:
        """Return what a street's own form would hold, so that its draft can keep it."""
        common = {name: value for name, value in values.items() if name != REFERENCES}
        period, there = period_of(values), street.situation
        ticked = preselected(there, *period) if period else []
        place = str(values.get(PLACE) or "").strip()
        said = f"{_before_place(there)}{place}" if place else ""
        named: Mapping[str, str] = values.get(REFERENCES) or {}
        reference = named.get(street.draft) or street.own.get(REFERENCE)
        whole = {**street.own, **common, "permit_asds": ticked, PLACE: said}
        return {**whole, REFERENCE: reference} if reference else whole

    @cached_property
    def _one(self) -> Application:
        """The form for one street."""
        return Application(self._new_reference)

    def _filled(
        self, street: Street, values: Values, situation: Situation
    ) -> tuple[dict[str, Any], Situation]:
        """Return the answers and the situation of one street."""
        there = replace(street.situation, promoter=situation.promoter, category=situation.category)
        return self.values_of(street, values, situation), there


def _streets(situation: Situation) -> tuple[Street, ...]:
    return situation.streets if isinstance(situation, Several) else ()


def _before_place(situation: Situation) -> str:
    return f"{situation.street.name}: "


def _where(street: Street) -> str:
    there = street.situation.street
    return tr("{street}, {town} (USRN {usrn})").format(
        street=there.name, town=there.town, usrn=there.usrn
    )


def _said_of(street: Street, text: str) -> str:
    return tr("{street}: {what}").format(street=street.situation.street.name, what=text)


def _differs(one: Prepared) -> str:
    """Say what is a street's own."""
    street, request = one
    there = street.situation
    ticked = [asd.name_of(each.street_special_desig_code) for each in request.permit_asds or ()]
    files = len(request.file_ids or ())
    said = (
        request.work_reference_number or "",
        there.street.authority,
        size_of(there.geometry),
        request.works_location_description,
        tr("Designations: {names}").format(names=", ".join(ticked)) if ticked else "",
        tr("Attachments: {n}").format(n=files) if files else "",
    )
    return "\n".join(filter(None, said))
