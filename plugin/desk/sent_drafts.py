"""Drafts of what was accepted: thrown away at the start, where QGIS ended before that."""

from collections.abc import Iterator

from ..drafts import Draft, DraftStore, Journal, State
from ..drafts.entry import Entry
from ..drafts.verdicts import VerdictStore
from ..forms.all_forms import NEW_WORKS


def forget_accepted(drafts: DraftStore, journal: Journal, verdicts: VerdictStore) -> None:
    """Throw away the drafts of which the journal says that Street Manager has them.

    What was judged of a draft is of the works that it became, from then on.
    A half-filled form that was worked on after that is the next one, and stays. Raises
    StreetWorksError when one of the files cannot be read or written.
    """
    for draft in drafts.all():
        accepted = [entry for entry in _sent(draft, journal) if _has(entry, draft)]
        if accepted:
            if not draft.kind:
                verdicts.became(draft.id, accepted[0].subject.upper())
            drafts.remove(draft.id)


def _sent(draft: Draft, journal: Journal) -> Iterator[Entry]:
    """Give what was sent last of what a draft is for."""
    named = [(form.operation.name, draft.values.get(form.reference)) for form in NEW_WORKS]
    for operation, subject in [(draft.kind, draft.subject)] if draft.kind else named:
        entry = journal.latest(draft.environment, operation, str(subject)) if subject else None
        if entry is not None:
            yield entry


def _has(entry: Entry, draft: Draft) -> bool:
    is_older = not draft.kind or draft.updated <= entry.updated
    return entry.state is State.ACCEPTED and is_older
