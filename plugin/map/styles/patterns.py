"""The renderers as patterns, each made once and kept to the end: layers wear copies.

A copy is quick to make, and QGIS needs the original. What draws a map in another thread takes over
the expressions of a layer's renderer; QGIS crashes when that layer or renderer goes in the same
moment, unless something else still holds the expressions (`QgsExpression::detach`). For the same
reason the last renderer that a layer brought along is held.
"""

from collections.abc import Hashable
from typing import NamedTuple

from qgis.core import QgsFeatureRenderer, QgsFields, QgsVectorLayer

from .clusters import clustered
from .mark import print_of
from .renderers import SEEN, renderer_of
from .scales import CENTRE
from .schemes import scheme_of
from .style import Style


class Pattern(NamedTuple):
    """A renderer to copy, and its print (see `mark.print_of`), which its copies have too."""

    renderer: QgsFeatureRenderer
    print: str


_patterns: dict[Hashable, Pattern] = {}
_brought: dict[str, QgsFeatureRenderer] = {}


def pattern_of(
    kind: str, where: str, style: Style, mine: str, my_name: str, fields: QgsFields
) -> Pattern:
    """Return the pattern for layers of a kind with these fields, in the planner's language.

    `where` is the value of a Shape, or CENTRE; `mine` and `my_name` are as in `wear.apply`. The
    style must be one that the kind has.
    """
    scheme = scheme_of(kind, style, mine, my_name)
    words = tuple(choice.title() for choice in scheme.classes)
    key = (kind, where, style, scheme.by, words, fields.indexOf(SEEN) >= 0)
    if key not in _patterns:
        renderer = renderer_of(scheme, kind, where, fields)
        made = clustered(renderer, scheme) if where == CENTRE else renderer
        _patterns[key] = Pattern(made, print_of(made))
    return _patterns[key]


def hold(layer: QgsVectorLayer) -> None:
    """Hold what a layer wears that is no copy of a pattern: a planner's, or a saved project's."""
    if layer.renderer() is not None:
        _brought[layer.id()] = layer.renderer().clone()
