"""Loads what the workplace is made of, a module a step, so that others get their turn between two.

It is done on the main thread: where two threads import the same package, Python may break off.
"""

from collections.abc import Iterator
from pathlib import Path

from .libraries import loading_libraries

_ROOT = Path(__file__).resolve().parents[1]
_PACKAGE = __name__.rpartition(".plugin.")[0]
_PACKAGES = ("pydantic", "pydantic.main", "requests", "holidays", "holidays.countries")
_ROOMS = (
    *("plugin/trade", "plugin/files", "plugin/extents", "plugin/api", "plugin/rules"),
    *("plugin/clashes", "plugin/drafts", "plugin/forms", "plugin/live", "plugin/background"),
    *("plugin/transforms", "plugin/map", "plugin/evidence", "plugin/team", "plugin/desk", "ui"),
)
"""The rooms behind the workplace, from below: a module finds there most of what it needs."""


def loading() -> Iterator[None]:
    """Load the packages, then the rooms. Raises what importing them raises."""
    yield from loading_libraries()
    for name in (*_PACKAGES, *_modules()):
        # Not by importlib: QGIS notes by this function what it has to forget with the plugin.
        __import__(name)
        yield


def _modules() -> Iterator[str]:
    """Give the modules' full names."""
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            *rooms, module = path.relative_to(_ROOT).with_suffix("").parts
            if module != "__main__":
                yield ".".join([_PACKAGE, *rooms] + [module] * (module != "__init__"))
