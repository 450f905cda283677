"""Styles of the live layers: what colours and shapes tell, and how they are put on."""

from .fade import grey
from .mark import style_of
from .patterns import hold
from .scales import CENTRE, NEAR_BELOW
from .style import DEFAULT_OF, KINDS_OF, Style, fitting, style_title
from .wear import apply, restyle

__all__ = [
    "CENTRE",
    "DEFAULT_OF",
    "KINDS_OF",
    "NEAR_BELOW",
    "Style",
    "apply",
    "fitting",
    "grey",
    "hold",
    "restyle",
    "style_of",
    "style_title",
]
