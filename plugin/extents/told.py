"""What is told of an extent: how it came to where it is."""

from ..words import tr
from .extent import Extent


def conversion(extent: Extent) -> list[tuple[str, str]]:
    """Return all that is known of how it came to British National Grid: names and values."""
    return [
        (tr("Conversion"), extent.operation),
        (tr("Accuracy"), tr("{accuracy:.2f} m").format(accuracy=extent.accuracy_m)),
        (tr("Drawn in"), extent.source_crs),
        (tr("Software"), extent.software or tr("none: there was nothing to convert")),
    ]
