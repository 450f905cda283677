"""User names and passwords, kept by QGIS's authentication manager and nowhere else.

Call these on the main thread only, and only when the planner signs in: the manager may ask for the
master password, which must not happen while QGIS starts.
"""

from typing import Optional

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ..errors import StreetWorksError
from ..settings import Environment
from ..words import tr


def remember(environment: Environment, authcfg: str, email: str, password: str) -> str:
    """Store the pair for `environment`, as `keep` does."""
    return keep(environment.name, environment.base_url, authcfg, email, password)


def keep(what: str, address: str, authcfg: str, user: str, password: str) -> str:
    """Store a pair for `what` at an address; returns the id under which QGIS keeps it.

    `authcfg` is the id used before, or "". Raises StreetWorksError when QGIS's store refuses.
    """
    manager = QgsApplication.authManager()
    config = QgsAuthMethodConfig("Basic")
    config.setName(tr("Street Works: {name}").format(name=what))
    config.setUri(address)
    config.setConfig("username", user)
    config.setConfig("password", password)
    known = bool(authcfg) and authcfg in manager.configIds()
    if known:
        config.setId(authcfg)
        stored = manager.updateAuthenticationConfig(config)
    else:
        stored = manager.storeAuthenticationConfig(config)
        stored, config = stored if isinstance(stored, tuple) else (stored, config)
    if not stored:
        raise StreetWorksError(
            tr("QGIS did not store the password."),
            advice=tr(
                "You are asked for it again next time. See Settings, Options, Authentication."
            ),
        )
    return str(config.id())


def recall(authcfg: str) -> Optional[tuple[str, str]]:
    """Return user name and password stored under `authcfg`, or None."""
    manager = QgsApplication.authManager()
    if not authcfg or authcfg not in manager.configIds():
        return None
    loaded, config = manager.loadAuthenticationConfig(authcfg, QgsAuthMethodConfig(), True)
    if not loaded:
        return None
    return config.config("username"), config.config("password")


def forget(authcfg: str) -> None:
    """Remove what is stored under `authcfg`, if anything is."""
    manager = QgsApplication.authManager()
    if authcfg and authcfg in manager.configIds():
        manager.removeAuthenticationConfig(authcfg)
