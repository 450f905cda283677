"""New works on the extent of the desk: what an application and all like it have in common."""

from datetime import date
from typing import Any, Callable, ClassVar, Optional

from ...drafts.references import new_work_reference
from ...words import tr
from ..form import Form, R
from ..shapes import Drawn
from ..values import Values, day_in, is_blank
from .situation import Situation

PROMOTER = "promoter_swa_code"
TRAFFIC = "traffic_management_type"
PLACE = frozenset({"works_coordinates", "usrn", "street_name", "town", "area_name"})
"""What the extent and the street say."""
_REFERENCE = "work_reference_number"
_FIRST_WORKSTREAM = "001"


class NewWorks(Form[Situation, R]):
    """Asks for new works on the extent and the street of the situation.

    `reference` names what the works shall be called among the answers that a draft keeps, `days`
    their first and their last day. `on_map` says whether the register's map shows such works.
    """

    reference: ClassVar[str] = _REFERENCE
    days: ClassVar[tuple[str, str]]
    on_map: ClassVar[bool] = True

    def __init__(self, new_reference: Callable[[str, str], str] = new_work_reference) -> None:
        """`new_reference` makes a works reference of the promoter's prefix and the workstream."""
        self._new_reference = new_reference

    def heading(self, situation: Situation) -> str:
        """Say which street it is about."""
        street = situation.street
        return tr("{street}, {town} · USRN {usrn} · {authority}").format(
            street=street.name,
            town=street.town,
            usrn=street.usrn,
            authority=street.authority,
        )

    def subject(self, values: Values, situation: Situation) -> str:
        """Return the reference that the works shall have."""
        return str(values.get(self.reference) or "")

    def promoter(self, situation: Situation) -> str:
        """Return the promoter that it is for, once that was read."""
        return situation.promoter.code

    def name(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Give the works a reference, once; another workstream needs another one."""
        chosen, prefix = values.get("workstream_prefix") or "", situation.promoter.prefix
        reference = self.subject(values, situation)
        if not reference or not reference.startswith(f"{prefix}{chosen}".upper()):
            reference = self._new_reference(prefix, chosen or _FIRST_WORKSTREAM)
        return {self.reference: reference}

    def drawn(self, values: Values, situation: Situation) -> Drawn:
        """Return the extent, which is on the map already."""
        return Drawn(situation.extent)

    def known(self, values: Values, situation: Situation) -> dict[str, Any]:
        """Return what the street, the extent and the promoter say."""
        street = situation.street
        authorities, reinstatements = situation.authorities, situation.reinstatements
        known: dict[str, Any] = {
            _REFERENCE: values.get(self.reference),
            PROMOTER: situation.promoter.code,
            "works_coordinates": dict(situation.extent),
            "usrn": street.usrn,
            "street_name": street.name[:100],
            "town": street.town[:100],
            "area_name": street.area[:100],
        }
        if len(authorities) <= 1:
            known["highway_authority_swa_code"] = (
                authorities[0].code if authorities else street.authority_code
            )
        if len(reinstatements) == 1:
            known["road_category"] = next(iter(reinstatements))
        return {name: value for name, value in known.items() if not is_blank(value)}

    def period(self, values: Values) -> Optional[tuple[date, date]]:
        """Return the first and the last day in `values`, or None while they are not known."""
        start, end = (day_in(values, name) for name in self.days)
        return (start, end) if start and end else None

    def also_wrong(self, values: Values, situation: Situation) -> dict[str, str]:
        """Say that the promoter has not been read yet, without which there is no reference."""
        if situation.promoter.known:
            return {}
        said = tr("The promoter's prefix and workstreams have not been read yet.")
        return {PROMOTER: said}
