"""The algorithm “Download works”."""

from datetime import date, timedelta
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDatabaseSchema,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterProviderConnection,
    QgsVectorFileWriter,
)

from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.days import Days
from ..trade.kinds import KINDS, title
from ..words import tr
from .algorithm import Parameters
from .names import A_DAY
from .register import RegisterAlgorithm, access_of, register_parameters

_DAYS = 14
_MODES = ("update", "replace", "append")


class DownloadWorks(RegisterAlgorithm):
    """Brings what the register has in an area and some days into a database or files."""

    AREA, FIRST_DAY, LAST_DAY, KINDS = "AREA", "FIRST_DAY", "LAST_DAY", "KINDS"
    MODE, REMOVE_PAST = "MODE", "REMOVE_PAST"
    DATABASE, SCHEMA, FILE = "DATABASE", "SCHEMA", "FILE"

    def name(self) -> str:
        """Return its name for programs."""
        return "downloadworks"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return its name for planners."""
        return tr("Download works")

    def shortDescription(self) -> str:  # noqa: N802 - QGIS's name
        """Return one sentence about it."""
        return tr("Keeps a database or a file in line with Street Manager.")

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return what the planner reads beside the parameters."""
        return tr(
            "Fetches works, activities, forward plans and HS2 act limits of an area and some days "
            "from Street Manager, and writes them to a PostGIS database, a GeoPackage or any other "
            "format of files that QGIS writes. Run it on a schedule with qgis_process, and a team "
            "shares one database instead of each asking Street Manager.\n\n"
            "There is a table for each kind and shape (works_point, works_line, works_polygon, …) "
            "and one of middles (works_centre) in which every record has one row. “identity” "
            "tells records apart, “fetched_at” says when a record was first fetched and "
            "“changed_at” when it last changed, in UTC.\n\n"
            "“Update by reference” adds what is new, changes what changed, removes what "
            "Street Manager no longer has in the area and the days, and touches nothing else. "
            "“Replace” leaves nothing but this download. “Append” adds all of it to what is "
            "there, so that a history grows. In a database and in a GeoPackage readers see either "
            "the whole run or nothing of it.\n\n"
            "Where Street Manager did not give everything, the log says so, COMPLETE is false, and "
            "nothing is removed there.\n\n"
            "User name and password come from QGIS's authentication manager only. Left empty, the "
            "authentication is the one that you signed in with on the Street Works panel."
        )

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return ["street manager", "postgis", "geopackage", "roadworks", "permits", "schedule"]

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Declare what it takes and gives."""
        for parameter in (
            QgsProcessingParameterExtent(self.AREA, tr("Area")),
            QgsProcessingParameterDateTime(
                self.FIRST_DAY, tr("First day (today if empty)"), A_DAY, None, True
            ),
            QgsProcessingParameterDateTime(
                self.LAST_DAY, tr("Last day (14 days later if empty)"), A_DAY, None, True
            ),
            QgsProcessingParameterEnum(
                self.KINDS,
                tr("What to download"),
                [title(kind) for kind in KINDS],
                True,
                list(range(len(KINDS))),
            ),
            *register_parameters(),
            QgsProcessingParameterEnum(
                self.MODE,
                tr("What becomes of rows that are there already"),
                [tr("Update by reference"), tr("Replace"), tr("Append")],
                False,
                0,
            ),
            QgsProcessingParameterBoolean(
                self.REMOVE_PAST,
                tr("Also remove what ended in the area before the first day"),
                False,
            ),
            QgsProcessingParameterProviderConnection(
                self.DATABASE, tr("PostGIS database"), "postgres", None, True
            ),
            QgsProcessingParameterDatabaseSchema(
                self.SCHEMA, tr("Schema"), self.DATABASE, "public", True
            ),
            QgsProcessingParameterFileDestination(
                self.FILE,
                tr("or a file"),
                QgsVectorFileWriter.fileFilterString(),
                None,
                True,
                False,
            ),
        ):
            self.addParameter(parameter)
        for name, text in (
            ("ADDED", tr("Number of records added")),
            ("CHANGED", tr("Number of records changed")),
            ("GONE", tr("Number of records removed")),
            ("UNCHANGED", tr("Number of records that are the same")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputBoolean("COMPLETE", tr("Whether everything came")))

    def prepareAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Read settings and password, as QGIS calls it on the main thread.

        Raises QgsProcessingException for what the planner has to set.
        """
        super().prepareAlgorithm(parameters, context, feedback)
        self._access = access_of(self, parameters, context)
        return True

    def run_it(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Download and write."""
        from .download_run import Mode, Run, Wanted, destination_of  # noqa: PLC0415 - needs shapely

        kinds = tuple(KINDS[one] for one in self.parameterAsEnums(parameters, self.KINDS, context))
        run = Run(
            self._access,
            Wanted(self._area(parameters, context), self._days(parameters, context), kinds),
            destination_of(
                self.parameterAsFileOutput(parameters, self.FILE, context),
                self.parameterAsConnectionName(parameters, self.DATABASE, context),
                self.parameterAsSchema(parameters, self.SCHEMA, context),
            ),
            Mode(_MODES[self.parameterAsEnum(parameters, self.MODE, context)]),
            self.parameterAsBool(parameters, self.REMOVE_PAST, context),
            feedback,
        )
        return run.do()

    def _area(self, parameters: Parameters, context: QgsProcessingContext) -> Box:
        from ..map.draw import name_of  # noqa: PLC0415 - it brings QGIS's windows with it
        from .download_area import national_grid_box  # noqa: PLC0415 - it needs shapely

        area = self.parameterAsExtent(parameters, self.AREA, context)
        crs = self.parameterAsExtentCrs(parameters, self.AREA, context)
        if area.isEmpty() or not area.isFinite():
            raise QgsProcessingException(tr("The area is empty. Choose one with some ground."))
        if not crs.isValid():
            raise QgsProcessingException(
                tr(
                    "The area's coordinate reference system is not known. Write it behind the "
                    "numbers, as in “west,east,south,north [EPSG:27700]”."
                )
            )
        sides = (area.xMinimum(), area.yMinimum(), area.xMaximum(), area.yMaximum())
        box: Box = self.do(national_grid_box, sides, name_of(crs))
        return box

    def _days(self, parameters: Parameters, context: QgsProcessingContext) -> Days:
        first = self._day(parameters, self.FIRST_DAY, context) or uk_today()
        last = self._day(parameters, self.LAST_DAY, context) or first + timedelta(days=_DAYS)
        if last < first:
            raise QgsProcessingException(tr("The last day is before the first."))
        return Days(first, last)

    def _day(
        self, parameters: Parameters, name: str, context: QgsProcessingContext
    ) -> Optional[date]:
        if parameters.get(name) in (None, ""):
            return None
        day = self.parameterAsDateTime(parameters, name, context).date()
        if not day.isValid():
            raise QgsProcessingException(
                tr("“{day}” is no day. Write it as in 2026-03-31.").format(day=parameters[name])
            )
        return date(day.year(), day.month(), day.day())
