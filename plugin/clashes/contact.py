"""Whom to call about an occupation, and how, as far as that is known."""

from ..trade.kinds import ACTIVITY, HS2
from ..words import tr
from .occupation import DESIGNATION, OWN, Occupation


def contact(one: Occupation) -> str:
    """Say whom to call about `one`, what to quote, and how to reach them.

    The map of the register names promoters, and neither telephones nor e-mail addresses: those are
    in the record itself, and told here once `one` knows them.
    """
    if one.kind.startswith(OWN):
        return tr("It is of your own layer “{layer}”: ask who keeps it.").format(
            layer=one.kind[len(OWN) :]
        )
    if one.kind == HS2:
        return tr("Call High Speed Two (HS2) Limited (SWA code 7374).")
    how = one.contact or (tr("the contact is in its details") if one.kind != DESIGNATION else "")
    said = tr("Call {who} about {reference}").format(who=_who(one), reference=one.reference)
    return f"{said}: {how}." if how else f"{said}."


def _who(one: Occupation) -> str:
    if one.promoter and one.promoter_code:
        return tr("{name} (SWA code {code})").format(name=one.promoter, code=one.promoter_code)
    if one.promoter or one.promoter_code:
        return one.promoter or tr("the promoter with SWA code {code}").format(
            code=one.promoter_code
        )
    if one.authority:
        return one.authority
    if one.kind in (ACTIVITY, DESIGNATION):
        return tr("the highway authority")
    return tr("the promoter")
