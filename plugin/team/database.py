"""A PostgreSQL database as QGIS knows it: by the name of a connection, or in PostgreSQL's words."""

import re
from typing import Any, Callable

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderMetadata,
    QgsProviderRegistry,
)

from ..errors import StreetWorksError
from ..words import tr

_REFUSALS = (QgsException, QgsProviderConnectionException)  # 3.22 raises the first, 3.40 the second
_PASSWORD = re.compile(r"password=('(?:\\.|[^'\\])*'|\S*)")


def connections() -> list[str]:
    """Return the names of QGIS's PostgreSQL connections."""
    return list(_provider().dbConnections())


def connection_of(given: str) -> QgsAbstractDatabaseProviderConnection:
    """Return the connection of that name in QGIS, or one in PostgreSQL's own words.

    Raises StreetWorksError where there is none, or a password is written.
    """
    if given in connections():
        return tried(_provider().createConnection, given)
    if "=" not in given:
        raise StreetWorksError(
            tr("QGIS has no PostgreSQL connection “{name}”.").format(name=given),
            advice=tr(
                "Make one in the Browser panel, or write, for instance, “service=streetworks”."
            ),
        )
    if QgsDataSourceUri(given).password():
        raise StreetWorksError(
            tr("Please leave the password out: QGIS would write it into its history."),
            advice=tr(
                "Use an authentication configuration (“authcfg=…”), or PostgreSQL's password file."
            ),
        )
    return _provider().createConnection(given, {})


def opened(given: str) -> QgsAbstractDatabaseProviderConnection:
    """Return a connection that holds what QGIS's authentication manager says, for a job.

    Call it on the main thread: the manager may have to ask for its master password. Raises
    StreetWorksError.
    """
    words = QgsDataSourceUri(connection_of(given).uri()).connectionInfo(True)
    return _provider().createConnection(words, {})


def tried(ask: Callable[..., Any], *given: Any) -> Any:
    """Ask a connection, and return its answer; raises StreetWorksError for what it refuses."""
    try:
        return ask(*given)
    except _REFUSALS as error:
        reason = _PASSWORD.sub("password=…", str(error))  # QGIS tells the whole connection
        raise StreetWorksError(
            tr("The database refused it: {reason}").format(reason=reason), may_retry=True
        ) from None


def quoted(name: str) -> str:
    """Write a name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Write a text in SQL, however the server reads backslashes."""
    return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _provider() -> QgsProviderMetadata:
    return QgsProviderRegistry.instance().providerMetadata("postgres")
