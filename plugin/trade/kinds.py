"""The kinds of record on the map."""

from enum import Enum

from ..words import tr

WORKS = "works"
ACTIVITY = "activity"
FORWARD_PLAN = "forward_plan"
HS2 = "hs2"

KINDS = (WORKS, ACTIVITY, FORWARD_PLAN, HS2)

STREET = "street"
"""No record of Street Manager's map: what its look-up tells, a layer of its own."""


class Shape(Enum):
    """The three kinds of geometry that QGIS keeps in layers of their own."""

    POINT = "point"
    LINE = "line"
    POLYGON = "polygon"


def counted(kind: str, number: int) -> str:
    """Say how many there are of a kind, as in "1 forward plan"."""
    one, several = {
        WORKS: (tr("{n} works"), tr("{n} works")),
        ACTIVITY: (tr("{n} activity"), tr("{n} activities")),
        FORWARD_PLAN: (tr("{n} forward plan"), tr("{n} forward plans")),
        HS2: (tr("{n} HS2 act limit"), tr("{n} HS2 act limits")),
    }[kind]
    return (one if number == 1 else several).format(n=number)


def title(kind: str) -> str:
    """Name a kind as its layers are named."""
    return {
        WORKS: tr("Works"),
        ACTIVITY: tr("Activities"),
        FORWARD_PLAN: tr("Forward plans"),
        HS2: tr("HS2 act limits"),
        STREET: tr("Streets"),
    }[kind]


def shape_title(shape: Shape) -> str:
    """Name a kind of geometry as in the name of a layer."""
    return {
        Shape.POINT: tr("points"),
        Shape.LINE: tr("lines"),
        Shape.POLYGON: tr("areas"),
    }[shape]
