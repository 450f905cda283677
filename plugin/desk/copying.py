"""A permit as the beginning of a new application: its extent and its answers become a draft."""

import uuid
from datetime import date, datetime, timezone
from typing import Any, Optional

from ..drafts import Draft
from ..extents.grid import NATIONAL_GRID
from ..forms.application.another import answers_for_another, for_another_street, whose
from ..trade.records.works import Permit, Works
from ..trade.shapes import geometry_of
from ..words import tr
from .account import Account
from .sheet import Sheet


class Copying:
    """Puts what a permit was applied for with on the desk; what is there stays a draft.

    `works` are those of the permit where they are the account's to read.
    """

    def __init__(self, account: Account, sheet: Sheet) -> None:
        self._account = account
        self._sheet = sheet

    def same_place(self, permit: Permit, works: Optional[Works], today: date) -> None:
        """Begin a draft with the extent, the street and the answers of `permit`."""
        self._sheet.bring_back(
            Draft(
                id=uuid.uuid4().hex,
                environment=self._account.environment_key,
                drawing_wkt=geometry_of(permit.geometry).wkt,
                drawing_crs=NATIONAL_GRID,
                extent_wkt="",
                usrn=permit.usrn,
                street=None,
                values=self._answers(permit, works, today),
                updated=datetime.now(timezone.utc),
                name=tr("Copy of {name}").format(name=permit.reference),
            )
        )

    def another_street(self, permit: Permit, works: Optional[Works], today: date) -> None:
        """Begin a draft with the answers of `permit` that hold anywhere, to be drawn."""
        name = tr("Copy of {name}").format(name=permit.reference)
        self._sheet.begin(name, for_another_street(self._answers(permit, works, today)))

    def _answers(self, permit: Permit, works: Optional[Works], today: date) -> dict[str, Any]:
        """Return the answers, with promoter and workstream if the account may apply for it."""
        answers, code = answers_for_another(permit, today), permit.promoter_code
        if works is not None and any(one.code == code for one in self._account.promoters):
            answers.update(whose(works))
        return answers
