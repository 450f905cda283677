"""Are the Python packages here that Street Works needs? If not, say so and do nothing else.

Nothing is imported to find out: package metadata is read, which is quick and cannot crash QGIS.
Versions below the minimum count as missing. `requirements.txt` is the only list; QPIP reads it too.
"""

import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Optional

from .words import tr

_REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements.txt"
_LINE = re.compile(r"^([A-Za-z0-9_.-]+)>=([0-9.]+)$")


@dataclass(frozen=True)
class Missing:
    """A package that is absent (`found` is None) or too old."""

    package: str
    needed: str
    found: Optional[str]

    def __str__(self) -> str:
        if self.found is None:
            return f"{self.package} {self.needed}"
        return tr("{package} {needed} (here is {found})").format(
            package=self.package, needed=self.needed, found=self.found
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+", maxsplit=1)[0])[:3])


def missing_packages(requirements: Path = _REQUIREMENTS) -> list[Missing]:
    """Return what `requirements` names and this Python has not, or has only in an older version.

    Lines with an environment marker are for other systems' Pythons and are left to the installer.
    """
    missing = []
    for line in requirements.read_text(encoding="utf-8").splitlines():
        match = _LINE.match(line.strip())
        if not match:
            continue
        package, needed = match.groups()
        found = _installed(package)
        if found is None or _numbers(found) < _numbers(needed):
            missing.append(Missing(package, needed, found))
    if not missing and not _pydantic_has_its_core():
        missing.append(Missing("pydantic-core", tr("of pydantic's own version"), None))
    return missing


def _installed(package: str) -> Optional[str]:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _pydantic_has_its_core() -> bool:
    """Whether pydantic's compiled half is the one it asks for: a mixed pair fails at import."""
    wanted = [
        line.split("==")[1].split(";")[0].strip()
        for line in metadata.requires("pydantic") or []
        if line.replace(" ", "").startswith("pydantic-core==")
    ]
    return not wanted or _installed("pydantic-core") == wanted[0]


def plugin_for(iface: Any) -> Any:
    """Return the plugin for `iface`, or a stand-in that tells what is missing and how to get it."""
    missing = missing_packages()
    if missing:
        return PluginWithoutPackages(iface, missing)
    from .main import StreetWorksPlugin  # noqa: PLC0415 - only when everything it needs is here

    return StreetWorksPlugin(iface)


class PluginWithoutPackages:
    """Stands in for the plugin while packages are missing: one message, nothing else."""

    def __init__(self, iface: Any, missing: list[Missing]) -> None:
        self._iface = iface
        self._missing = missing
        self._item: Any = None

    def message(self) -> str:
        """Return what the planner reads: what is missing and what to do about it."""
        return tr(
            "Street Works needs Python packages that this QGIS does not have: {packages}. "
            "Install the plugin QPIP (Plugins, Manage and Install Plugins), let it install them, "
            "and start QGIS again."
        ).format(packages=", ".join(str(package) for package in self._missing))

    def initProcessing(self) -> None:  # noqa: N802 - the name qgis_process calls
        """Say it where there are no windows."""
        sys.stderr.write(f"{self.message()}\n")

    def initGui(self) -> None:  # noqa: N802 - the name QGIS calls
        """Show the message in QGIS's message bar."""
        bar = self._iface.messageBar()
        self._item = bar.createMessage(tr("Street Works"), self.message())
        bar.pushItem(self._item)

    def unload(self) -> None:
        """Take the message away if it still stands."""
        bar = self._iface.messageBar()
        if self._item is not None and self._item in bar.items():
            bar.popWidget(self._item)
        self._item = None
