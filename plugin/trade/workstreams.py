"""Workstreams: how an organisation divides its works."""

import re

DEFAULT_WORKSTREAM = "000"
"""The workstream that every organisation has and that is not for permits (Business rules 2)."""

_IN_REFERENCE = re.compile(r"[A-Z]{2}([0-9]{3})[A-Z0-9_-]")


def workstream_in(works_reference: str) -> str:
    """Return the workstream that a works reference begins with, "" where it names none.

    A reference is the organisation's two letters, the workstream's three digits, and what the
    applicant or the register chose (Business rules 3.1).
    """
    found = _IN_REFERENCE.match(works_reference.upper())
    return found.group(1) if found else ""
