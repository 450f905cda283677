"""Which fields of a planner's own layer tell the days and the category of its features.

What was chosen is among the layer's own properties, so it is kept with the project.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timezone
from typing import Any, Optional

from qgis.core import NULL, QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..clashes.occupation import SINCE_EVER, WITHOUT_END
from ..clashes.written_days import written_day
from ..errors import StreetWorksError
from ..trade.calendar import civil_day
from ..words import tr

_PROPERTY = "street_works/clash_{name}"


@dataclass(frozen=True)
class LayerFields:
    """Names of fields, "" for none: the first and the last day, and the category.

    `word` is the category of all features where no field tells it.
    """

    start: str = ""
    end: str = ""
    category: str = ""
    word: str = ""


def fields_of(layer: QgsVectorLayer) -> LayerFields:
    """Return what was chosen for a layer."""
    names = (one.name for one in fields(LayerFields))
    return LayerFields(*(str(layer.customProperty(_key(name), "") or "") for name in names))


def choose_fields(layer: QgsVectorLayer, chosen: LayerFields) -> None:
    """Keep what is chosen for a layer."""
    for one in fields(chosen):
        value = getattr(chosen, one.name)
        if value:
            layer.setCustomProperty(_key(one.name), value)
        else:
            layer.removeCustomProperty(_key(one.name))


class Telling:
    """Reads days and category of a layer's features, and counts what cannot be read."""

    def __init__(self, name: str, fields: Iterable[str], chosen: LayerFields) -> None:
        """`fields` are the names of those that the layer of that name has."""
        self._name = name
        self._names = frozenset(fields)
        self._chosen = chosen
        self.unreadable = 0

    def about(self, feature: QgsFeature) -> dict[str, Any]:
        """Return start, end and category of a feature, as `from_own_layer` takes them.

        A day is None, not known, where its field is empty, gone, or cannot be read.
        """
        chosen = self._chosen
        days = [
            none if not name else day_of_value(self._value(feature, name))
            for name, none in ((chosen.start, SINCE_EVER), (chosen.end, WITHOUT_END))
        ]
        self.unreadable += None in days
        category = self._value(feature, chosen.category) if chosen.category else None
        return {
            "start": days[0],
            "end": days[1],
            "category": chosen.word if category is None else str(category),
        }

    def remarks(self) -> list[str]:
        """Say what could not be read of those features."""
        name, chosen = self._name, self._chosen
        gone = {chosen.start, chosen.end, chosen.category} - {""} - self._names
        text = tr("{name}: there is no field “{field}” any more. Choose the layer's dates again.")
        remarks = [text.format(name=name, field=field) for field in sorted(gone)]
        if self.unreadable == 1:
            remarks.append(tr("{name}: 1 feature has no date that can be read.").format(name=name))
        elif self.unreadable:
            remarks.append(
                tr("{name}: {n} features have no date that can be read.").format(
                    name=name, n=self.unreadable
                )
            )
        return remarks

    def _value(self, feature: QgsFeature, name: str) -> Any:
        """Return what a field says, None where it says nothing or is gone."""
        value = feature[name] if name in self._names else None
        return None if value is None or value == NULL else value


def telling_of(layer: QgsVectorLayer, chosen: LayerFields) -> Telling:
    """Return what reads the features of a layer by the chosen fields."""
    return Telling(layer.name(), (field.name() for field in layer.fields()), chosen)


def day_of_value(value: Any) -> Optional[date]:
    """Return the civil day in the UK that a value means, None for one that cannot be read."""
    if isinstance(value, QDateTime):
        return _day_of_moment(value)
    if isinstance(value, QDate):
        return date(value.year(), value.month(), value.day()) if value.isValid() else None
    try:
        return None if value is None else written_day(str(value))
    except StreetWorksError:
        return None


def _day_of_moment(value: QDateTime) -> Optional[date]:
    """Return the day of a moment; one without a zone is on UK clocks."""
    if not value.isValid():
        return None
    if value.timeSpec() == Qt.TimeSpec.LocalTime:
        return day_of_value(value.date())
    return civil_day(value.toUTC().toPyDateTime().replace(tzinfo=timezone.utc))


def _key(name: str) -> str:
    return _PROPERTY.format(name=name)
