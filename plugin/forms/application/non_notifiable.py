"""A site of non-notifiable works, and the works with it, on the extent of the desk (BR 16.2)."""

from dataclasses import replace
from typing import Any, Optional

from ...api.v1.models.work import NonNotifiableSiteCreateRequest
from ...rules.reinstatements import why_notifiable
from ...trade.records.receipts import Receipt
from ...words import tr
from .. import reinstatement
from ..fields import Need, Section
from ..reinstatement import DATE, HOLES, KIND, PLACE, POSITIONS, SECOND, STATUS, UNITS, WHERE
from ..told import Told
from ..values import Values
from .begun import workstream
from .new_works import PLACE as OF_THE_EXTENT
from .new_works import NewWorks
from .questions import by_name
from .sending import CREATE_SITE
from .situation import Situation


class NonNotifiableSite(NewWorks[NonNotifiableSiteCreateRequest]):
    """Registers what was done without a permit or a notice: holes, and how they were made good.

    Its answers stand in the draft beside those of an application; its works have a reference of
    their own. The extent says where the works are, and where their one site is.
    """

    operation = CREATE_SITE
    model = NonNotifiableSiteCreateRequest
    needs = frozenset({Need.PICTURE, Need.PROMOTER})
    reference = "non_notifiable_reference"
    named = (reference,)
    days = (DATE, DATE)
    filled = OF_THE_EXTENT | {NewWorks.reference, WHERE, SECOND}
    on_map = False

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Register a site of non-notifiable works"),
            checked=tr("I have checked this site. I know that it is live and cannot be changed."),
            accepted=tr("Street Manager has registered the site."),
            refused=tr("The site was not accepted."),
            not_sent=tr("The site was not sent."),
            unknown=tr("It is not known whether Street Manager has the site."),
            not_there=tr("Street Manager does not have the site."),
            unanswered=tr("The site was sent, and no answer came before QGIS was closed."),
        )

    def table(self) -> tuple[Section[Situation], ...]:
        """Return its sections: questions of an application, and those of any reinstatement."""
        of_an_application = by_name()
        of_any = reinstatement.questions()
        what = replace(
            of_any[KIND],
            help=tr("Done without a permit and without a notice. An excavation needs a permit."),
            offered=lambda kind, _here: why_notifiable(kind) is None,
        )
        units = replace(of_any[UNITS], help=tr("Leave it empty for one."))

        def asked(*names: str) -> tuple[Any, ...]:
            return tuple(of_an_application[name] for name in names)

        return (
            Section(tr("Works"), asked("promoter_swa_code", "workstream_prefix")),
            Section(
                tr("Reinstatement"), (what, of_any[STATUS], of_any[DATE], of_any[HOLES], units)
            ),
            Section(
                tr("Place"),
                (
                    *asked("highway_authority_swa_code", "road_category"),
                    of_any[PLACE],
                    of_any[POSITIONS],
                ),
            ),
            reinstatement.attachments(),
            Section(tr("Shared account"), asked("internal_user_identifier", "internal_user_name")),
        )

    def begin(self, situation: Situation, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else today, where an application on the desk says it is."""
        values = dict(kept or {})
        there = {PLACE: values.get("works_location_description", "")}
        begun = {**reinstatement.usual(situation.today), **there, **values}
        return {**begun, "workstream_prefix": workstream(values, situation)}

    def known(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Return what the street, the extent and the promoter say."""
        return {**super().known(values, situation), WHERE: dict(situation.extent)}

    def thoughts(self, values: Values, situation: Situation) -> dict[str, list[str]]:
        """Say until when it lasts."""
        return reinstatement.lasts(values, str(values.get(STATUS) or ""))

    def afterwards(self, receipt: Receipt, situation: Situation) -> tuple[str, ...]:
        """Say where the works are now: the register's map has none without a permit."""
        return (tr("The map shows works with a permit only: see the details of these works."),)
