"""A scheme as QGIS's renderer: one symbol and one line of the legend for each class."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFields,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbol,
)

from .scheme import Choice, Scheme
from .symbols import symbol_of

SEEN = "seen"  # a layer that has this column shows what was seen before paler
_PALE = 45  # per cent


def renderer_of(
    scheme: Scheme, kind: str, shape: str, fields: QgsFields
) -> QgsCategorizedSymbolRenderer:
    """Return the renderer for features of a kind, drawn with the most important on top."""
    has_seen = fields.indexOf(SEEN) >= 0

    def symbol(choice: Choice) -> QgsSymbol:
        made = symbol_of(choice.look, kind, shape)
        if has_seen:
            pale = QgsProperty.fromExpression(f'if("{SEEN}", {_PALE}, 100)')
            made.setDataDefinedProperty(QgsSymbol.PropertyOpacity, pale)
        return made

    renderer = QgsCategorizedSymbolRenderer(
        scheme.by,
        [
            QgsRendererCategory(_value(choice), symbol(choice), choice.title())
            for choice in scheme.choices
        ]
        + [QgsRendererCategory("", symbol(scheme.rest), scheme.rest.title())],
    )
    if scheme.choices:
        clause = QgsFeatureRequest.OrderByClause(scheme.rank(), False)
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
        renderer.setOrderByEnabled(True)
    return renderer


def _value(choice: Choice) -> "str | list[str]":
    """Return the values as plain text: Qt would not take a member of an enumeration for text."""
    plain = [str(value) for value in choice.values]
    return plain[0] if len(plain) == 1 else plain
