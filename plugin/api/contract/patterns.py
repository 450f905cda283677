"""How texts are written: a regular expression, and what is said of a text that does not match."""

import re
from dataclasses import dataclass
from typing import Any, Callable

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ...words import tr
from .geometry import refused


@dataclass(frozen=True)
class Matching:
    """Marks a text that `pattern` must match as a whole; `say` words what is wrong otherwise."""

    pattern: str
    say: Callable[[], str]

    def __get_pydantic_core_schema__(self, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Judge the text after everything that is marked before this."""
        return core_schema.no_info_after_validator_function(self._judged, handler(kind))

    def _judged(self, text: str) -> str:
        if re.fullmatch(self.pattern, text) is None:
            raise refused(self.say())
        return text


EMAIL = Matching(r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", lambda: tr("This is not an email address."))
