"""Diagrams of statuses, in which each status is reached from some others."""

from collections.abc import Mapping
from typing import Optional

from ..trade.labels import label
from ..words import tr

Diagram = Mapping[str, frozenset[str]]
"""From which statuses each status is reached."""


def why_not_reached(diagram: Diagram, before: str, after: str) -> Optional[str]:
    """Say why what has the status `before` cannot get the status `after`, or None when it can."""
    if before in diagram[after]:
        return None
    said = tr("A notice with the status {before} cannot get the status {after}")
    return said.format(before=label(before), after=label(after))
