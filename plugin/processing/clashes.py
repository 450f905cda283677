"""The algorithm “Check works for clashes”."""

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDatabaseSchema,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterProviderConnection,
    QgsProcessingParameterString,
)

from ..api.errors import Cancelled
from ..settings import Settings, choices_of_free
from ..words import tr
from .algorithm import NATIONAL_GRID, Parameters, told
from .names import ANY_GEOMETRY, AS_THEY_ARE, LINE_LAYER, LINES, REAL_NUMBER
from .register import RegisterAlgorithm, access_of, plugin_folder, register_parameters

if TYPE_CHECKING:
    from ..clashes.rule import Rule
    from .clash_planned import Planned
    from .clash_run import Against, Sinks

_NOTHING, _ASKED, _LOADED, _DOWNLOADED = range(4)


class CheckForClashes(RegisterAlgorithm):
    """Finds what each of the works of a layer clashes with, and on which days it would not."""

    REGISTER, EACH_OTHER, LAYERS = "REGISTER", "EACH_OTHER", "LAYERS"
    FILE, DATABASE, SCHEMA = "FILE", "DATABASE", "SCHEMA"
    OTHER_START, OTHER_END = "OTHER_START", "OTHER_END"
    WITHIN, DAYS, RULES, FREE_OF = "WITHIN", "DAYS", "RULES", "FREE_OF"
    REMEMBERED = "REMEMBERED"
    CLASHES, NEW, WORKS = "CLASHES", "NEW", "WORKS"

    def name(self) -> str:
        """Return its name for programs."""
        return "checkclashes"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return its name for planners."""
        return tr("Check works for clashes")

    def shortDescription(self) -> str:  # noqa: N802 - QGIS's name
        """Return one sentence about it."""
        return tr("Finds the potential clashes and collaborations of a whole programme of works.")

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return what the planner reads beside the parameters."""
        return tr(
            "Compares each of the works of a layer with what Street Manager has, with each other "
            "and with other layers, by the rules of the “Clashes” tab. Run it on a schedule with "
            "qgis_process.\n\n"
            "Street Manager is asked now, or what was loaded on the map last is taken, or what "
            "“Download works” keeps in a file or a database. Of other layers the fields with the "
            "first and the last day are those that you chose on the “Clashes” tab, else those of "
            "the names given here; a layer without such fields counts for every day.\n\n"
            "Rules, distances and days that you leave empty are as they are set in Settings ▸ "
            "Options ▸ Street Works.\n\n"
            "“Clashes” has a line for each pair and rule, with all facts of both; where a shape or "
            "a day cannot be read, a row of the rule “readable” without a line. “Works” has a row "
            "for each of the works: how many of each grade, the worst of them, the first days that "
            "are free, and what is not known. Where something is not known, worst is never "
            "“nothing” but “cannot_say”.\n\n"
            "What is found is remembered in a file if you name one; the next run with the same "
            "file says in the column “differs”, and in the output “New or changed”, what is new "
            "and what has changed.\n\n"
            "User name and password come from QGIS's authentication manager only. Left empty, the "
            "authentication is the one that you signed in with on the Street Works panel."
        )

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return ["street manager", "clash", "programme", "collaboration", "conflict", "schedule"]

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Declare what it takes and gives."""
        self.add_input()
        for column, text in _columns().items():
            self.addParameter(
                QgsProcessingParameterField(
                    column.upper(), text, None, self.INPUT, optional=column not in _NEEDED
                )
            )
        self._add_others()
        self._add_rules()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REMEMBERED,
                tr("Remember what is found in"),
                tr("What was found (*.sqlite)"),
                None,
                True,
                False,
            )
        )
        for name, text, kind, optional in (
            (self.CLASHES, tr("Clashes"), LINES, False),
            (self.NEW, tr("New or changed"), LINES, True),
            (self.WORKS, tr("Works"), ANY_GEOMETRY, True),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(
                    name, text, kind, None, optional, createByDefault=name != self.NEW
                )
            )
        for name, text in (
            ("CHECKED_COUNT", tr("Number of works checked")),
            ("WITH_CLASHES_COUNT", tr("Number of works with potential clashes")),
            ("NEW_COUNT", tr("Number of findings that are new or changed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputBoolean("COMPLETE", tr("Whether all others are known")))

    def _add_others(self) -> None:
        for parameter in (
            QgsProcessingParameterBoolean(self.EACH_OTHER, tr("Check against each other"), True),
            QgsProcessingParameterEnum(
                self.REGISTER,
                tr("Check against Street Manager"),
                [
                    tr("Not"),
                    tr("Ask it now"),
                    tr("What was loaded on the map last"),
                    tr("What “Download works” keeps"),
                ],
                False,
                _NOTHING,
            ),
            *register_parameters(optional=True),
            QgsProcessingParameterFile(self.FILE, tr("File of “Download works”"), optional=True),
            QgsProcessingParameterProviderConnection(
                self.DATABASE, tr("or its PostGIS database"), "postgres", None, True
            ),
            QgsProcessingParameterDatabaseSchema(
                self.SCHEMA, tr("Schema"), self.DATABASE, "public", True
            ),
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Check against other layers"), ANY_GEOMETRY, None, True
            ),
            QgsProcessingParameterString(
                self.OTHER_START, tr("Their field of the first day"), None, False, True
            ),
            QgsProcessingParameterString(
                self.OTHER_END, tr("Their field of the last day"), None, False, True
            ),
        ):
            self.addParameter(parameter)

    def _add_rules(self) -> None:
        for parameter in (
            QgsProcessingParameterNumber(
                self.WITHIN, tr("Within (metres)"), REAL_NUMBER, None, True, 0, 2000
            ),
            QgsProcessingParameterNumber(
                self.DAYS, tr("Days apart at most"), optional=True, minValue=0, maxValue=730
            ),
            QgsProcessingParameterString(
                self.RULES, tr("Only these rules (as in “near, traffic”)"), None, False, True
            ),
            QgsProcessingParameterEnum(
                self.FREE_OF,
                tr("Look for other days with"),
                list(choices_of_free().values()),
                False,
                0,
                True,
            ),
        ):
            self.addParameter(parameter)

    def prepareAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Read settings and password, and take hold of the layers, on the main thread.

        Raises QgsProcessingException for what the planner has to set.
        """
        super().prepareAlgorithm(parameters, context, feedback)
        self._rules = self._rules_of(parameters, context)
        self._against = self._against_of(parameters, context)
        return True

    def run_it(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Check the works, write what is found, and remember it."""
        from .clash_run import Run, opened_before  # noqa: PLC0415 - it needs shapely

        source, crs = self.source(parameters, context)
        run = Run(
            self._planned(source, crs, parameters, context, feedback),
            self._against,
            self._rules,
            self._unwanted(parameters, context),
            self.limits,
            self.do,
            feedback,
        )
        before = opened_before(
            self.parameterAsFileOutput(parameters, self.REMEMBERED, context), feedback
        )
        try:
            run.gather()
            sinks = self._sinks(source, parameters, context)
            numbers = run.write(sinks, before)
        except Cancelled:
            feedback.pushInfo(tr("Cancelled: what was found is not remembered."))
            return {}
        finally:
            before.close()
        outputs = zip((self.CLASHES, self.NEW, self.WORKS), sinks)
        return {**{name: sink.identifier for name, sink in outputs}, **numbers}

    def _planned(
        self,
        source: QgsProcessingFeatureSource,
        crs: str,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> "Planned":
        from .clash_planned import planned  # noqa: PLC0415 - it needs shapely

        chosen = {}
        for column in _columns():
            names = self.parameterAsFields(parameters, column.upper(), context)
            for name in names[:1]:
                if source.fields().lookupField(name) < 0:
                    text = tr("The layer “{layer}” has no field “{field}”. Choose another one.")
                    raise QgsProcessingException(text.format(layer=source.sourceName(), field=name))
                chosen[column] = name
        features: list[QgsFeature] = []
        for feature in source.getFeatures(QgsFeatureRequest(), AS_THEY_ARE):
            features.append(feature)
            if feedback.isCanceled():
                break
        return planned(source.sourceName(), crs, features, chosen, self.limits, self.do)

    def _sinks(
        self,
        source: QgsProcessingFeatureSource,
        parameters: Parameters,
        context: QgsProcessingContext,
    ) -> "Sinks":
        from .clash_rows import clash_fields, works_fields  # noqa: PLC0415 - it needs shapely
        from .clash_run import Sinks  # noqa: PLC0415 - it needs shapely

        grid = QgsCoordinateReferenceSystem(NATIONAL_GRID)
        kind, here = source.wkbType(), source.sourceCrs()
        return Sinks(
            self.sink(parameters, self.CLASHES, context, clash_fields(), LINE_LAYER, grid),
            self.sink(parameters, self.NEW, context, clash_fields(), LINE_LAYER, grid),
            self.sink(parameters, self.WORKS, context, works_fields(), kind, here),
        )

    def _against_of(self, parameters: Parameters, context: QgsProcessingContext) -> "Against":
        from .clash_against import given_or_why_not  # noqa: PLC0415 - it needs shapely
        from .clash_run import Against  # noqa: PLC0415 - it needs shapely
        from .download_to import destination_of  # noqa: PLC0415 - it needs shapely

        chosen = self.parameterAsEnum(parameters, self.REGISTER, context)
        start, end = (
            self.parameterAsString(parameters, name, context).strip()
            for name in (self.OTHER_START, self.OTHER_END)
        )
        layers = self.parameterAsLayerList(parameters, self.LAYERS, context)
        download = None
        if chosen == _DOWNLOADED:
            with told():
                download = destination_of(
                    self.parameterAsFile(parameters, self.FILE, context),
                    self.parameterAsConnectionName(parameters, self.DATABASE, context),
                    self.parameterAsSchema(parameters, self.SCHEMA, context),
                )
        each_other = self.parameterAsBool(parameters, self.EACH_OTHER, context)
        if chosen == _NOTHING and not (each_other or layers):
            raise QgsProcessingException(
                tr("Choose what the works are to be checked against: each other, say.")
            )
        return Against(
            each_other,
            access_of(self, parameters, context) if chosen == _ASKED else None,
            plugin_folder() / Settings().last_store if chosen == _LOADED else None,
            download,
            [given_or_why_not(layer, start, end) for layer in layers],
        )

    def _rules_of(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> "tuple[Rule, ...]":
        from ..clashes.rules import with_thresholds  # noqa: PLC0415 - it needs shapely
        from ..desk.rules_set import all_set  # noqa: PLC0415 - it needs shapely

        every = {one.rule.name: one for one in all_set(Settings())}
        text = self.parameterAsString(parameters, self.RULES, context)
        names = [name for name in map(str.strip, text.split(",")) if name]
        unknown = [name for name in names if name not in every]
        if unknown:
            said = tr("There is no rule “{name}”. There are: {names}.")
            raise QgsProcessingException(said.format(name=unknown[0], names=", ".join(every)))
        chosen = [every[name] for name in names] or [one for one in every.values() if one.on]
        rules = [one.rule for one in chosen]
        if not rules:
            raise QgsProcessingException(
                tr("Every rule is switched off in the options. Choose the rules to check by.")
            )
        given: dict[str, float] = {}
        if parameters.get(self.WITHIN) is not None:
            given["within_m"] = self.parameterAsDouble(parameters, self.WITHIN, context)
        if parameters.get(self.DAYS) is not None:
            given["margin_days"] = self.parameterAsInt(parameters, self.DAYS, context)
        return with_thresholds(rules, **given)

    def _unwanted(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> Optional[frozenset[Any]]:
        from ..desk.other_days import UNWANTED  # noqa: PLC0415 - it needs shapely

        if parameters.get(self.FREE_OF, 0) is None:
            return None
        return UNWANTED[
            list(choices_of_free())[self.parameterAsEnum(parameters, self.FREE_OF, context)]
        ]


_NEEDED = ("reference", "start", "end")


def _columns() -> dict[str, str]:
    """Return the planner's words for the columns that works are read by."""
    return {
        "reference": tr("Field of the reference"),
        "start": tr("Field of the first day"),
        "end": tr("Field of the last day"),
        "usrn": tr("Field of the street's USRN"),
        "traffic_management": tr("Field of the traffic management"),
        "promoter": tr("Field of the promoter"),
        "status": tr("Field of the status"),
    }
