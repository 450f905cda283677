"""Drawn shapes to extents that may be submitted: exact, checked, and mended where they can be."""

from .drawing import Drawing
from .examine import Examined, examine
from .extent import Extent
from .findings import Finding, Limits, Severity
from .grid import CrsUnusable, GridUnavailable
from .repair import Mended, mend, mend_all
from .site import check_site, ends_of
from .street import check_street

__all__ = [
    "CrsUnusable",
    "Drawing",
    "Examined",
    "Extent",
    "Finding",
    "GridUnavailable",
    "Limits",
    "Mended",
    "Severity",
    "check_site",
    "check_street",
    "ends_of",
    "examine",
    "mend",
    "mend_all",
]
