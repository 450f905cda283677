"""The planner's own works that are watched: drafts of new works, and those that were sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Optional

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape as shape_of

from ..clashes.occupation import Occupation, street_keys
from ..clashes.occupations import from_record
from ..clashes.shelf import OVER_OR_GIVEN_UP
from ..clashes.verdict import of_draft
from ..drafts import Draft, DraftStore, Entry, Journal
from ..forms import kept_street
from ..forms.all_forms import NEW_WORKS
from ..forms.application.days import days_or_usual
from ..forms.application.new_works import TRAFFIC
from ..forms.application.sending import sent_day, sent_place, sent_shape
from ..trade.kinds import WORKS
from ..trade.records.on_map import MapRecord
from ..trade.records.people import Organisation
from ..trade.records.streets import Street
from ..words import tr
from .changes import kept_shape
from .ours import promoter_of, works_of


@dataclass(frozen=True)
class Own:
    """Works of the planner's: `key` is what a Case calls them, `name` what they are called.

    `draft` is None for works that were sent.
    """

    key: str
    name: str
    works: Occupation
    draft: Optional[Draft] = None

    def is_ahead(self, today: date) -> bool:
        """Whether they are not over or given up."""
        end, given_up = self.works.end, self.works.status.lower() in OVER_OR_GIVEN_UP
        return end is not None and end >= today and not given_up

    def as_registered(self, records: Iterable[MapRecord]) -> "Own":
        """Return them as the register has them, where they are among its records on the map."""
        if self.draft is not None:
            return self
        reference = self.works.reference
        found = (one for one in records if one.kind == WORKS)
        there = next((one for one in found if one.works_reference.upper() == reference), None)
        if there is None:
            return self
        told = from_record(there)
        shape = self.works.shape if told.shape is None else told.shape
        known = replace(
            self.works,
            shape=shape,
            start=told.start,
            end=told.end,
            status=told.status,
            traffic=told.traffic,
        )
        return replace(self, works=known)


class OwnWorks:
    """Finds the planner's works in the files of drafts and of what was sent; any thread may."""

    def __init__(self, drafts: DraftStore, journal: Journal) -> None:
        self._drafts = drafts
        self._journal = journal

    def of(
        self, environment: str, promoters: Sequence[Organisation], today: date
    ) -> tuple[Own, ...]:
        """Return those of an environment with an extent, whose days are not over.

        Of all environments if `environment` is "". Raises StreetWorksError when a file cannot be
        read.
        """
        drafted = (
            _drafted(one, promoters)
            for one in self._drafts.all()
            if environment in ("", one.environment) or not one.environment
        )
        sent = (
            _sent(one, promoters)
            for one in self._journal.accepted_of(form.operation.name for form in NEW_WORKS)
            if environment in ("", one.environment)
        )
        found = {one.key: one for one in (*drafted, *sent) if one is not None}
        return tuple(one for one in found.values() if one.is_ahead(today))


def _drafted(draft: Draft, promoters: Sequence[Organisation]) -> Optional[Own]:
    """Return the new works of a draft, or None where it has no extent that can be used."""
    shape = kept_shape(draft)
    if draft.kind or shape is None or shape.is_empty:
        return None
    days = days_or_usual(draft.values)
    street = _street(draft)
    name = draft.name or (street.name if street else "")
    if days[0] > days[1]:
        return None
    return Own(
        key=of_draft(draft.id),
        name=tr("draft “{name}”").format(name=name) if name else tr("your draft"),
        works=works_of(draft, shape, days, street, promoters),
        draft=draft,
    )


def _street(draft: Draft) -> Optional[Street]:
    try:
        return kept_street.read(draft.street) if draft.street else None
    except ValueError:  # told when the draft is opened
        return None


def _sent(entry: Entry, promoters: Sequence[Organisation]) -> Optional[Own]:
    """Return the works that were sent, or None where what was sent cannot be read."""
    body, reference = entry.body, entry.subject.upper()
    form = next(one for one in NEW_WORKS if one.operation.name == entry.operation)
    try:
        shape = shape_of(sent_shape(entry))
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError):
        return None
    start, end = (sent_day(entry, name) for name in form.days)
    promoter = promoter_of(body, promoters)
    usrn, street, area = sent_place(entry)
    return Own(
        key=reference,
        name=", ".join(filter(None, (reference, street))),
        works=Occupation(
            kind=WORKS,
            reference=reference,
            what=reference,
            shape=shapely.force_2d(shape),
            start=start,
            end=end,
            traffic=str(body.get(TRAFFIC) or ""),
            streets=street_keys(usrn or None, street, area),
            street=street,
            promoter=promoter.name if promoter else "",
            promoter_code=promoter.code if promoter else "",
            works_reference=reference,
        ),
    )
