"""Which register an algorithm asks, and as whom: its parameters, and what the planner chose."""

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ..desk.passwords import recall
from ..settings import CUSTOM, PRACTICE, PRODUCTION, SANDBOX, Settings, environments
from ..words import tr
from .algorithm import ExtentsAlgorithm, Parameters, told

if TYPE_CHECKING:
    from .signing_in import Access

_ENVIRONMENT, _ADDRESS, _AUTHCFG = "ENVIRONMENT", "ADDRESS", "AUTHCFG"
_ENVIRONMENTS = (PRACTICE, SANDBOX, PRODUCTION, CUSTOM)


def plugin_folder() -> Path:
    """Return the plugin's folder in the planner's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "street_works"


def register_parameters(*, optional: bool = False) -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return the parameters by which a planner says which register, and who he is there.

    With `optional` the register need not be asked.
    """
    return (
        QgsProcessingParameterEnum(
            _ENVIRONMENT,
            tr("Environment"),
            [tr("Practice"), tr("Sandbox"), tr("Production"), tr("Custom address")],
            optional=optional,
        ),
        QgsProcessingParameterString(
            _ADDRESS, tr("Custom address"), None, multiLine=False, optional=True
        ),
        QgsProcessingParameterAuthConfig(
            _AUTHCFG, tr("Authentication (user name and password)"), None, True
        ),
    )


class RegisterAlgorithm(ExtentsAlgorithm):
    """An algorithm about what Street Manager has; what it does is `run_it`."""

    def group(self) -> str:
        """Return the heading it stands under in the toolbox."""
        return tr("Street Manager")

    def groupId(self) -> str:  # noqa: N802 - QGIS's name
        """Return that heading's name for programs."""
        return "register"

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Do it. Raises QgsProcessingException with what the planner has to know."""
        try:
            with told():
                return self.run_it(parameters, context, feedback)
        except QgsProcessingException as error:
            trouble = str(error)
        # Raised anew, it holds no layers: QGIS 3.22 never lets go of what an algorithm raised.
        raise QgsProcessingException(trouble)

    @abstractmethod
    def run_it(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Do it, and return the outputs. Raises QgsProcessingException and StreetWorksError."""


def access_of(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> "Access":
    """Return what the planner chose, with the password that QGIS keeps; call it on the main thread.

    Raises QgsProcessingException for what the planner has to set.
    """
    from .signing_in import Access  # noqa: PLC0415 - it needs shapely and pyproj

    settings = Settings()
    if parameters.get(_ENVIRONMENT) is None:
        raise QgsProcessingException(tr("Choose the environment."))
    key = _ENVIRONMENTS[algorithm.parameterAsEnum(parameters, _ENVIRONMENT, context)]
    if key == PRACTICE:
        state = plugin_folder() / "practice.sqlite"
        return Access("", works=tuple(settings.practice_works), state=state)
    url = next(one.base_url for one in environments(settings) if one.key == key)
    if key == CUSTOM:
        url = algorithm.parameterAsString(parameters, _ADDRESS, context).strip() or url
    if not url:
        raise QgsProcessingException(tr("Give the custom address."))
    authcfg = algorithm.parameterAsString(parameters, _AUTHCFG, context)
    pair = recall(authcfg or settings.authcfg(key))
    if pair is None:
        raise QgsProcessingException(
            tr(
                "QGIS's authentication manager gave no user name and password. Choose an "
                "authentication configuration. Without a window, QGIS finds its master "
                "password in the file that QGIS_AUTH_PASSWORD_FILE names."
            )
        )
    return Access(url, *pair)
