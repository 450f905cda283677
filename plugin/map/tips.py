"""Map tips. What they show comes from a server, so every value is escaped before it is HTML."""

from datetime import date

from qgis.core import QgsExpression

from ..live.store.columns import END, END_DAY, PROMOTER_CODE, START, START_DAY, Column, columns
from ..live.store.street_columns import NAME, TOLD, street_columns
from ..trade.kinds import HS2, title
from ..trade.telling import month

_ESCAPED = (
    "replace(coalesce({value}, ''), array('&','<','>','\"'), array('&amp;','&lt;','&gt;','&quot;'))"
)


def map_tip(kind: str) -> str:
    """Return the map tip of a kind: its title, then a line for each column that has a value."""
    if kind == HS2:
        return f"<b>{title(kind)}</b>"
    shown = [column for column in columns(kind) if column.name not in _not_shown(kind)]
    return f"<b>{title(kind)}</b><br>" + "".join(_line(column) for column in shown)


def clash_tip() -> str:
    """Return the map tip of a clash: its title, then a line for what each rule says of it."""
    first, lines = (_ESCAPED.format(value=f'"{field}"') for field in ("title", "said"))
    return f"<b>[% {first} %]</b><br>[% replace({lines}, '\\n', '<br>') %]"


def street_tip() -> str:
    """Return the map tip of a street: its name, then a line for each column that has a value."""
    name = _ESCAPED.format(value=f'title("{NAME}")')
    shown = [column for column in street_columns() if column.name not in (NAME, TOLD)]
    lines = "".join(_plain_line(f'"{column.name}"', column.alias) for column in shown)
    return f"<b>[% {name} %]</b><br>{lines}"


def _not_shown(kind: str) -> set[str]:
    """Return the columns for machines: codes that have a label, impact and moments."""
    names = {column.name for column in columns(kind)}
    codes = {name for name in names if f"{name}_label" in names}
    return codes | {START, END, "impact", PROMOTER_CODE}


def _line(column: Column) -> str:
    value = f'"{column.name}"'
    if column.name in (START_DAY, END_DAY):
        value = _day(value)
    elif column.name == "cancelled":
        return f"[% if({value}, '<b>{column.alias}</b><br>', '') %]"
    return _plain_line(value, column.alias)


def _day(value: str) -> str:
    """Return an expression that writes a day as "3 Dec 2026", in the language of the words."""
    names = [QgsExpression.quotedString(month(date(2000, number, 1))) for number in range(1, 13)]
    named = f"array_get(array({','.join(names)}), month({value}) - 1)"
    return f"day({value}) || ' ' || {named} || ' ' || year({value})"


def _plain_line(value: str, alias: str) -> str:
    """Return a line of what a column or an expression holds, nothing where it holds nothing."""
    text = f"to_string({value})"
    escaped = _ESCAPED.format(value=text)
    return f"[% if(coalesce({text}, '') = '', '', '{alias}: ' || {escaped} || '<br>') %]"
