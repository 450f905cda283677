"""Everything that the forms send, by its name in the journal."""

from ..drafts.sending import Operation
from .application.sending import CREATE_WORKS

OPERATIONS: dict[str, Operation] = {one.name: one for one in (CREATE_WORKS,)}
