"""Files of works: evidence that stays with them (Business rules 1.5)."""

from typing import Optional

from ..words import tr


def why_not_deleted(*, used: bool, own: bool) -> Optional[str]:
    """Say why a file cannot be deleted, or None when it can.

    `used` says that it belongs to works, `own` that whoever asks has uploaded it.
    """
    if used:
        return tr("Files that belong to works stay with them: they cannot be deleted.")
    return None if own else tr("Only who has uploaded a file may delete it.")
