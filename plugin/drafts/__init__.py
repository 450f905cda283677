"""What is not sent yet, and what was sent: two SQLite files that outlive a crash."""

from ..files.database import StoreDamagedError
from ..files.troubles import DamagedRow, drafts_damaged, submissions_damaged, verdicts_damaged
from .entry import Entry, State
from .journal import Journal
from .references import new_work_reference
from .sending import Operation, Submission, settle, submit
from .store import Draft, DraftStore

__all__ = [
    "DamagedRow",
    "Draft",
    "DraftStore",
    "Entry",
    "Journal",
    "Operation",
    "State",
    "StoreDamagedError",
    "Submission",
    "drafts_damaged",
    "new_work_reference",
    "settle",
    "submissions_damaged",
    "submit",
    "verdicts_damaged",
]
