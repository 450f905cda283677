"""The planner's key to the OS Data Hub: in QGIS's authentication manager, and nowhere else.

As with passwords, use it on the main thread only, and not while QGIS starts.
"""

from qgis.core import QgsApplication

from ..map.basemap.os_maps import ADDRESS
from ..settings import Settings
from . import passwords

_HUB = "OS Data Hub"
_OS = "os_data_hub"  # in the settings


class OsKey:
    """Keeps the key, and whether its plan has premium data."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def there(self) -> bool:
        """Whether a key is kept."""
        return bool(self._settings.authcfg(_OS))

    @property
    def locked(self) -> bool:
        """Whether QGIS would ask for its master password before it gives the key."""
        return not QgsApplication.authManager().masterPasswordIsSet()

    @property
    def premium(self) -> bool:
        """Whether the plan has premium data, which shows streets in detail."""
        return self._settings.os_premium

    def remember(self, key: str, *, premium: bool) -> None:
        """Keep a key in place of the one before. Raises StreetWorksError when QGIS refuses."""
        kept = passwords.keep(_HUB, ADDRESS, self._kept, _HUB, key)
        self._settings.set_authcfg(_OS, kept)
        self._settings.os_premium = premium

    def recall(self) -> str:
        """Return the key, "" for none; QGIS may ask for its master password."""
        pair = passwords.recall(self._kept)
        return "" if pair is None else pair[1]

    def forget(self) -> None:
        """Remove the key from QGIS's store."""
        passwords.forget(self._kept)
        self._settings.set_authcfg(_OS, "")

    @property
    def _kept(self) -> str:
        return self._settings.authcfg(_OS)
