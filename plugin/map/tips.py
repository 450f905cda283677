"""Map tips. What they show comes from a server, so every value is escaped before it is HTML."""

from ..live.store.columns import END, END_DAY, PROMOTER_CODE, START, START_DAY, Column, columns
from ..trade.kinds import HS2, title

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


def _not_shown(kind: str) -> set[str]:
    """Return the columns for machines: codes that have a label, impact and moments."""
    names = {column.name for column in columns(kind)}
    codes = {name for name in names if f"{name}_label" in names}
    return codes | {START, END, "impact", PROMOTER_CODE}


def _line(column: Column) -> str:
    value = f'"{column.name}"'
    if column.name in (START_DAY, END_DAY):
        value = f"format_date({value}, 'd MMM yyyy')"
    elif column.name == "cancelled":
        return f"[% if({value}, '<b>{column.alias}</b><br>', '') %]"
    escaped = _ESCAPED.format(value=f"to_string({value})")
    return f"[% if({value} is null, '', '{column.alias}: ' || {escaped} || '<br>') %]"
