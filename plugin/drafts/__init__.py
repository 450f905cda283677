"""What is not sent yet, and what was sent: two SQLite files that outlive a crash."""

from .database import StoreDamagedError
from .outbox import Outbox, OutboxEntry, State
from .references import new_work_reference
from .sending import Submission, settle, submit
from .store import Draft, DraftStore

__all__ = [
    "Draft",
    "DraftStore",
    "Outbox",
    "OutboxEntry",
    "State",
    "StoreDamagedError",
    "Submission",
    "new_work_reference",
    "settle",
    "submit",
]
