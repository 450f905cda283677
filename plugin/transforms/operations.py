"""By which operation QGIS converts between two coordinate systems, in a project.

PROJ notes for each thread which grid files there are when it is first asked, so QGIS does not see
by itself that one has come or gone. An operation that is written down in the project's transform
context opens its file when it is used: it works at once, and by the file's name alone.
"""

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDatumTransform,
    QgsProject,
)

from ..files.ostn15_file import NAME
from . import grid_in_qgis

NATIONAL_GRID = "EPSG:27700"
USUAL = ("EPSG:4326", "EPSG:4258", "EPSG:3857")
"""What maps of England are in, other than National Grid."""

Pair = tuple[str, str]


def put_operations(project: QgsProject) -> None:
    """Let QGIS convert as it does by default, unless the planner has chosen another way.

    Where none is chosen, QGIS warns of a better one that needs a file, and may ask whenever a
    project with such layers is opened. What is chosen is among the project's properties, where it
    can be changed.
    """
    grid, context = _system(NATIONAL_GRID), project.transformContext()
    for crs in (*map(_system, USUAL), project.crs()):
        if crs.isValid() and crs != grid and not context.hasTransform(grid, crs):
            _write(context, grid, crs, _best(QgsDatumTransform.operations(grid, crs)))
    project.setTransformContext(context)


def put_right(project: QgsProject) -> None:
    """Let a project convert by OSTN15 where the file is there, and as QGIS can where it is not.

    What QGIS does by itself is not written down. What was written down before the file came or went
    gives way; another choice of the planner's stays.
    """
    context = project.transformContext()
    for pair in _pairs(project):
        reverse = context.mustReverseCoordinateOperation(*pair)
        source, target = reversed(pair) if reverse else pair
        written = context.calculateCoordinateOperation(source, target)
        known = QgsDatumTransform.operations(source, target)
        best, seen = _best(known), _first(known)
        if written and NAME not in written and written != _first(known, without=NAME):
            continue
        if best != seen:
            _write(context, source, target, best)
        elif written not in ("", best):
            _strike_out(context, source, target)
    project.setTransformContext(context)


def usual_operations() -> QgsCoordinateTransformContext:
    """Return a context with the best operation that can be used now from each of the usual ones."""
    context, grid = QgsCoordinateTransformContext(), _system(NATIONAL_GRID)
    for system in map(_system, USUAL):
        _write(context, system, grid, _best(QgsDatumTransform.operations(system, grid)))
    return context


def with_file(project: QgsProject) -> frozenset[Pair]:
    """Return the pairs of systems for which an operation with the file is written down."""
    written = project.transformContext().coordinateOperations()
    return frozenset(pair for pair, operation in written.items() if NAME in operation)


def without(project: QgsProject, pairs: frozenset[Pair]) -> QgsCoordinateTransformContext:
    """Return what is written down in a project, but for these pairs of systems."""
    context = project.transformContext()
    for source, target in pairs:
        _strike_out(context, _system(source), _system(target))
    return context


def _write(
    context: QgsCoordinateTransformContext,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    operation: str,
) -> None:
    """Write an operation down, if there is one.

    Beyond OSTN15's grid nothing takes its place, as QGIS does it by default: it would warn of that
    whenever a map shows more than Great Britain.
    """
    if operation:
        context.addCoordinateOperation(source, target, operation, NAME not in operation)


def _strike_out(
    context: QgsCoordinateTransformContext,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
) -> None:
    """Remove an operation from this context alone: QGIS removes it from those it was copied from.

    To add one parts a context from the others.
    """
    context.addCoordinateOperation(source, target, "")
    context.removeCoordinateOperation(source, target)


def _best(known: list[QgsDatumTransform.TransformDetails]) -> str:
    """Return the best operation that can be used now, as PROJ writes it; "" if there is none."""
    return next((one.proj for one in known if all(map(_is_there, one.grids))), "")


def _first(known: list[QgsDatumTransform.TransformDetails], without: str = "\0") -> str:
    """Return the best one that QGIS takes for usable, among those `without` something in them."""
    usable = (one.proj for one in known if one.isAvailable)
    return next((operation for operation in usable if without not in operation), "")


def _is_there(grid: QgsDatumTransform.GridDetails) -> bool:
    path = grid_in_qgis.found() if grid.shortName == NAME else None
    if grid.shortName == NAME and (path is None or grid_in_qgis.trusted()):
        return path is not None
    return bool(grid.isAvailable)


def _pairs(
    project: QgsProject,
) -> Iterator[tuple[QgsCoordinateReferenceSystem, QgsCoordinateReferenceSystem]]:
    """Give the pairs of systems that maps and layers of a project are converted between."""
    grid, here = _system(NATIONAL_GRID), project.crs()
    layers = {layer.crs().authid() for layer in project.mapLayers().values()}
    others = {*USUAL, *layers, here.authid()} - {NATIONAL_GRID, ""}
    for other in sorted(others):
        yield _system(other), grid
        if here.isValid() and here.authid() not in (NATIONAL_GRID, other):
            yield _system(other), here


def _system(name: str) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(name)
