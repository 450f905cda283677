"""What the algorithms share: their place in the toolbox, and layers taken in chunks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Optional, TypeVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtGui import QIcon

from ..background.geometry_thread import GeometryThread
from ..errors import StreetWorksError
from ..libraries import load_libraries
from ..settings import Settings
from ..words import tr
from .names import ANY_GEOMETRY, AS_THEY_ARE, FAST_INSERT, OPTIONAL

if TYPE_CHECKING:
    from ..extents import Limits

ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "street_works.svg"
NATIONAL_GRID = "EPSG:27700"
# More would fill the log without telling more.
_MOST_LINES = 100

T = TypeVar("T")
Parameters = dict[str, Any]


class ExtentsAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that takes one vector layer and works on its shapes, chunk by chunk.

    `limits` are the planner's thresholds, from the settings as they were when the run began.
    """

    INPUT = "INPUT"
    limits: "Limits"

    def __init__(self, thread: GeometryThread) -> None:
        """`thread` does the work of shapely and pyproj; all algorithms share one."""
        super().__init__()
        self._thread = thread

    def createInstance(self) -> "ExtentsAlgorithm":  # noqa: N802 - QGIS's name
        """Return a new one of the same kind, as QGIS asks for before each run."""
        return type(self)(self._thread)

    def group(self) -> str:
        """Return the heading it stands under in the toolbox."""
        return tr("Extents")

    def groupId(self) -> str:  # noqa: N802 - QGIS's name
        """Return that heading's name for programs."""
        return "extents"

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:  # noqa: N802 - QGIS's name
        """Return where the plugin's icon is."""
        return str(ICON)

    def prepareAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Load shapely and pyproj and read the settings, as QGIS calls it on the main thread.

        Raises QgsProcessingException if the packages cannot be used.
        """
        with told():
            load_libraries()
        settings = Settings()
        self.limits = settings.limits
        self._accept_approximation = settings.accept_approximation
        return True

    def add_input(self) -> None:
        """Declare the layer that is taken."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Input layer"), [ANY_GEOMETRY])
        )

    def source(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[QgsProcessingFeatureSource, str]:
        """Return the input and its coordinate system's name; raises QgsProcessingException."""
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        from ..map.mixed import crs_of  # noqa: PLC0415 - it brings QGIS's windows with it

        crs = source.sourceCrs()
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if not crs.isValid() and layer is not None:
            crs = crs_of(layer)
        if not crs.isValid():
            raise QgsProcessingException(
                tr(
                    "The layer “{name}” has no coordinate reference system. Set it in the layer's "
                    "properties to the one its numbers are really in, and run this again."
                ).format(name=source.sourceName())
            )
        from ..map.draw import name_of  # noqa: PLC0415 - it brings QGIS's windows with it

        return source, name_of(crs)

    def sink(
        self,
        parameters: Parameters,
        name: str,
        context: QgsProcessingContext,
        fields: QgsFields,
        kind: Any,
        crs: QgsCoordinateReferenceSystem,
    ) -> "Sink":
        """Open an output; an optional one that is not wanted swallows what it is given."""
        sink, identifier = self.parameterAsSink(parameters, name, context, fields, kind, crs)
        optional = self.parameterDefinition(name).flags() & OPTIONAL
        if sink is None and not optional:
            raise QgsProcessingException(self.invalidSinkError(parameters, name))
        return Sink(identifier, sink, lambda: self.writeFeatureError(sink, parameters, name))

    def do(self, work: Callable[..., T], *given: Any) -> T:
        """Do `work(*given)` on the geometry thread; troubles come as QGIS's exception."""
        with told():
            done: T = self._thread.do(self._accepting, work, *given)
        return done

    def _accepting(self, work: Callable[..., T], *given: Any) -> T:
        """Let positions be metres off where OSTN15 is not there, if the planner accepts that."""
        from ..extents.grid import approximation_accepted  # noqa: PLC0415 - it needs shapely

        with approximation_accepted(self._accept_approximation):
            return work(*given)


class Sink:
    """An output under way: takes features, or does nothing where the planner wants none."""

    def __init__(
        self, identifier: str, sink: Optional[QgsFeatureSink], trouble: Callable[[], str]
    ) -> None:
        self.identifier = identifier
        self._sink = sink
        self._trouble = trouble

    def add(self, geometry: QgsGeometry, attributes: list[Any]) -> None:
        """Write a feature. Raises QgsProcessingException when it cannot be written."""
        feature = QgsFeature()
        feature.setGeometry(geometry)
        feature.setAttributes(attributes)
        if self._sink is not None and not self._sink.addFeature(feature, FAST_INSERT):
            raise QgsProcessingException(self._trouble())


class Lines:
    """What is told feature by feature in the log, up to a number of lines that is still read."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self.count = 0

    def add(self, feature: QgsFeature, text: str) -> None:
        """Say `text` of a feature."""
        self.add_line(tr("Feature {number}: {text}").format(number=feature.id(), text=text))

    def add_line(self, text: str) -> None:
        """Say a line."""
        self.count += 1
        if self.count <= _MOST_LINES:
            self._feedback.reportError(text)

    def close(self) -> None:
        """Say how many more there were."""
        more = self.count - _MOST_LINES
        if more > 0:
            self._feedback.reportError(tr("… and {count} more.").format(count=more))


def chunks(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback, size: int
) -> Iterator[list[QgsFeature]]:
    """Give the features of a layer, `size` at a time, until the planner cancels.

    The progress moves when a chunk has been dealt with.
    """
    total, done = source.featureCount(), 0
    held: list[QgsFeature] = []
    for feature in source.getFeatures(QgsFeatureRequest(), AS_THEY_ARE):
        held.append(feature)
        if len(held) < size:
            continue
        if feedback.isCanceled():
            return
        yield held
        done += len(held)
        held = []
        if total > 0:
            feedback.setProgress(100.0 * min(done / total, 1.0))
    if held and not feedback.isCanceled():
        yield held
        feedback.setProgress(100.0)


@contextmanager
def told() -> Iterator[None]:
    """Turn what a planner has to be told into the exception that QGIS shows as text."""
    try:
        yield
    except StreetWorksError as error:
        raise QgsProcessingException(str(error)) from error


def say_conversion(feedback: QgsProcessingFeedback, facts: Any, limits: "Limits") -> None:
    """Say how the layer came to National Grid, and whether it is less sure than one would think.

    `facts` are those of a conversion.
    """
    feedback.pushInfo(
        tr("Conversion: {operation}. Accuracy: {accuracy:g} m.").format(
            operation=facts.operation, accuracy=facts.accuracy_m
        )
    )
    if not facts.certain:
        feedback.reportError(
            tr("How “{crs}” lies to National Grid is not known: compare with the base map.").format(
                crs=facts.source_crs
            )
        )
    elif facts.accuracy_m > limits.accuracy_m:
        feedback.reportError(
            tr(
                "The positions are good to about {accuracy:.1f} m: compare with the base map."
            ).format(accuracy=facts.accuracy_m)
        )
