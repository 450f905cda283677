"""What all live layers have in common: which records they show, and how they show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qgis.core import QgsVectorLayer

from .styles import Style


@dataclass(frozen=True)
class Look:
    """How the live layers look.

    `conditions` and `notes` are by kind; `style`, `mine` and `my_name` are as in `styles.apply`;
    layers of the kinds in `pale` show an earlier session.
    """

    conditions: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    style: Style = Style.IMPACT
    mine: str = ""
    my_name: str = ""
    pale: frozenset[str] = frozenset()

    def condition(self, kind: str) -> str:
        """Return the condition for the records of a kind, "" for none."""
        return self.conditions.get(kind, "")

    def describe(self, kind: str, layer: QgsVectorLayer) -> None:
        """Put the note about a kind into the metadata of its layer: so into its tool tip."""
        metadata, note = layer.metadata(), self.notes.get(kind, "")
        if metadata.abstract() != note:
            metadata.setTitle(metadata.title() or layer.name())
            metadata.setAbstract(note)
            layer.setMetadata(metadata)
