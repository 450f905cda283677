"""What answers need beside the record: files, streets, the day."""

from collections.abc import Iterable
from datetime import date
from typing import Optional

from ..clock import Clock
from ..keeping.register import Register
from ..keeping.stored_files import StoredFile
from ..records import Works
from ..town.gazetteer import Street, Town


class Known:
    """The register, the town and the clock, as answers ask them."""

    def __init__(self, register: Register, town: Town, clock: Clock) -> None:
        self._register = register
        self._town = town
        self._clock = clock

    @property
    def today(self) -> date:
        """The day that bank holidays are known from."""
        return self._clock.today()

    def files(self, file_ids: Iterable[int]) -> list[StoredFile]:
        """Return the files with these numbers."""
        return self._register.summaries(file_ids)

    def street(self, works: Works) -> Optional[Street]:
        """Return the street of works where the gazetteer has it."""
        return self._town.by_usrn.get(works.place.usrn)
