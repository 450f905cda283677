"""Promoter: mine hatched, the others plain."""

from qgis.core import QgsExpression

from ...live.store.columns import PROMOTER_CODE
from ...trade.kinds import WORKS
from ...words import tr
from .look import Dash, Hatch, Look, Marker
from .scheme import Choice, Scheme

_MINE = Look("#0b5fa5", Marker.SQUARE, Dash.SHORT, Hatch.LEVEL, striped=True)
_OTHERS = Look("#e9a13b", Marker.CIRCLE, Dash.SOLID, Hatch.NONE)
_UNKNOWN = Look("#5f6670", Marker.DIAMOND, Dash.DOTS, Hatch.UPRIGHT)


def by_promoter(kind: str, swa_code: str, name: str) -> Scheme:
    """Return the scheme; with neither code nor name (nobody is signed in) nothing is mine.

    Works tell their promoter's SWA code, forward plans the name only.
    """
    field, mine = (PROMOTER_CODE, swa_code) if kind == WORKS else ("promoter", name)
    whose = _bare(f"coalesce(\"{field}\", '')")
    own = _bare(QgsExpression.quotedString(mine))
    others = Choice(("others",), lambda: tr("Other promoters"), _OTHERS)
    unknown = Choice((), lambda: tr("Not known"), _UNKNOWN)
    if not mine:
        return Scheme(f"if({whose} = '', '', 'others')", (others,), unknown)
    return Scheme(
        f"CASE WHEN {whose} = '' THEN '' WHEN {whose} = {own} THEN 'mine' ELSE 'others' END",
        (Choice(("mine",), lambda: tr("My organisation"), _MINE), others),
        unknown,
    )


def _bare(text: str) -> str:
    """Leave out what two spellings of one promoter differ in: zeros in front, case, spaces."""
    return f"regexp_replace(lower(trim({text})), '^0+', '')"
