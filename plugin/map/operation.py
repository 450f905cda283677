"""How QGIS converts from British National Grid to the project's coordinate system."""

from qgis.core import QgsCoordinateReferenceSystem, QgsDatumTransform, QgsProject

from .memory import NATIONAL_GRID


def put_operation(project: QgsProject) -> None:
    """Let QGIS convert as it does by default, unless the planner has chosen another way.

    Where none is chosen, QGIS asks whenever a project with such layers is opened. What is chosen is
    among the project's properties, where it can be changed.
    """
    grid, context = QgsCoordinateReferenceSystem(NATIONAL_GRID), project.transformContext()
    crs = project.crs()
    if crs.isValid() and crs != grid and not context.hasTransform(grid, crs):
        known = (one for one in QgsDatumTransform.operations(grid, crs) if one.isAvailable)
        usual = next(known, None)  # QGIS takes the first one, too
        if usual is not None:
            context.addCoordinateOperation(grid, crs, usual.proj)
            project.setTransformContext(context)
