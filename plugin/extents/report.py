"""What the checks say of a shape, as JSON for other programs."""

from typing import Any

from .examine import Examined
from .findings import Finding


def report_on(examined: Examined, mended: Examined) -> dict[str, Any]:
    """Return `valid`, `findings` and `mended`: the WKT (EPSG:27700) of `mended`, or None.

    `mended` is what mending made of `examined`, or the same where nothing was mended.
    """
    changed = mended is not examined and mended.submittable and mended.extent is not None
    return {
        "valid": examined.submittable,
        "findings": [told(finding) for finding in examined.findings],
        "mended": mended.extent.geometry.wkt if changed and mended.extent is not None else None,
    }


def told(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON values; its place is WKT in EPSG:27700, or None."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "where": finding.where.wkt if finding.where is not None else None,
        "mend": finding.mend,
    }
