"""Loads the `.ui` file that stands beside a module."""

from pathlib import Path
from typing import Any

from qgis.PyQt import uic

_SEEN = __name__.rpartition(".shared.")[0]


def load_form(widget: Any, module_file: str) -> None:
    """Build the widgets of `<module>.ui` into `widget`; `module_file` is the caller's `__file__`.

    Qt translates a form's texts under the name in its `<class>`, which is `StreetWorks` in every
    form here: the one context that `tr` uses too. Our own widgets are named there by their module
    in the package of all that is seen, such as `.shared.day_edit`.
    """
    uic.loadUi(str(Path(module_file).with_suffix(".ui")), widget, package=_SEEN)
