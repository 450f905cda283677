"""The drafts that are kept, with the one on the desk among them."""

import uuid
from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any, Callable, Optional

from ..drafts import Draft, DraftStore
from ..forms.all_forms import OF_ONE_WORKS
from ..forms.application.new_works import NewWorks
from .sheet import Sheet


class KeptDrafts:
    """Lists, opens, names, copies and throws away drafts of new works.

    Every method raises StreetWorksError when the file cannot be read or written.
    """

    def __init__(self, sheet: Sheet, store: DraftStore, became: Callable[[str, str], None]) -> None:
        """`became` is told the id of a draft and the reference of the works that it became."""
        self._sheet = sheet
        self._store = store
        self._became = became
        self._thrown: Optional[tuple[Draft, bool]] = None

    def all(self) -> list[Draft]:
        """Return the drafts with a drawing or a name, the one changed last first.

        One with a name alone was copied, to be drawn on another street.
        """
        return [one for one in self._store.all() if one.drawing_wkt or (one.name and not one.kind)]

    def on_desk(self, draft: Draft) -> bool:
        """Say whether `draft` is the one that is worked on."""
        return draft.id == self._sheet.draft.id

    def open(self, draft: Draft) -> None:
        """Put `draft` on the desk; what is there stays a draft. Raises GridUnavailable."""
        if not self.on_desk(draft):
            self._sheet.bring_back(draft)

    def rename(self, draft: Draft, name: str) -> Draft:
        """Give `draft` a name, "" for none, and return it so; its place in the order stays."""
        if self.on_desk(draft):
            self._sheet.rename(name)
            return self._sheet.draft
        renamed = replace(draft, name=name)
        self._store.save(renamed)
        return renamed

    def duplicate(self, draft: Draft, name: str) -> Draft:
        """Keep a copy of `draft` for new works, right behind it in the order; return it."""
        kept, new = draft.values, uuid.uuid4().hex
        values = {one: kept[one] for one in kept if one not in OF_ONE_WORKS}
        plain = replace(draft, kind="", subject="", question="", before_wkt="")
        copy = replace(plain, id=new, name=name, values=values)
        self._store.save(copy)
        return copy

    def keep(self, draft_id: str, values: dict[str, Any]) -> None:
        """Keep the answers of a draft, on the desk or not."""
        draft = self._store.get(draft_id)
        if draft_id == self._sheet.draft.id:
            self._sheet.keep_values(values)
        elif draft is not None:
            self._store.save(replace(draft, values=values, updated=datetime.now(timezone.utc)))

    def put_away(self, form: NewWorks[Any], reference: str) -> Optional[tuple[date, date]]:
        """Put the draft of new works away for good: it was submitted by that form.

        Returns the days of the works, or None where there is no such draft or it has no days.
        """
        kept = (one for one in self._store.all() if not one.kind)
        draft = next((one for one in kept if one.values.get(form.reference) == reference), None)
        if draft is None:
            return None
        self._became(draft.id, reference)
        if self.on_desk(draft):
            self._sheet.clear()
        else:
            self._store.remove(draft.id)
        return form.period(draft.values)

    def throw_away(self, draft: Draft) -> None:
        """Throw `draft` away; `undo` brings the last one back."""
        on_desk = self.on_desk(draft)
        if on_desk:
            self._sheet.throw_away()
        else:
            self._store.remove(draft.id)
        self._thrown = draft, on_desk

    def undo(self) -> Optional[Draft]:
        """Bring back what was thrown away last, to the desk if it was there; return it."""
        if self._thrown is None:
            return None
        draft, on_desk = self._thrown
        self._store.save(draft)
        if on_desk:
            self._sheet.bring_back(draft)
        self._thrown = None
        return draft
