"""Pieces of SQL that SQLite and PostgreSQL read alike, safe against any text that is put in.

QGIS keeps a layer's filter in the layer's source, where a vertical bar begins the next part, so
none is ever written: where the planner's text has one, any character may stand.
"""

from collections.abc import Iterable, Sequence
from datetime import date

_ESCAPE = "!"  # not the backslash, which some servers take for an escape in every text
_NOT_FOR_SQL = {0: None, **dict.fromkeys(range(0xD800, 0xE000))}
_PATTERN = str.maketrans({_ESCAPE: "!!", "%": "!%", "_": "!_", "|": "_"})


def all_of(conditions: Iterable[str]) -> str:
    """Join what must hold together; empty conditions narrow nothing."""
    return " AND ".join(condition for condition in conditions if condition)


def any_of(conditions: Iterable[str]) -> str:
    """Join conditions of which one is enough, in brackets."""
    return f"({' OR '.join(conditions)})"


def is_one_of(column: str, values: Sequence[str]) -> str:
    """Say that `column` is one of `values`, just as they are written; no values narrow nothing."""
    if not values:
        return ""
    plain = [value for value in values if "|" not in value]
    likes = [_like(_name(column), _pattern(value)) for value in values if "|" in value]
    if plain:
        likes.insert(0, f"{_name(column)} IN ({', '.join(_text(value) for value in plain)})")
    return any_of(likes)


def holds(columns: Sequence[str], word: str) -> str:
    """Say that one of `columns` has `word` in it, in upper or lower case."""
    # SQLite's LOWER knows A to Z only, so other letters are looked for in both their cases.
    spelt = [word] if word.isascii() else sorted({word, word.lower(), word.upper()})
    return any_of(
        _like(f"LOWER({_name(column)})", f"%{_pattern(one)}%", "LOWER({})")
        for column in columns
        for one in spelt
    )


def not_after(column: str, day: date) -> str:
    """Say that the day in `column` is `day` or earlier, or not known."""
    return f"({_name(column)} IS NULL OR {_name(column)} <= '{day.isoformat()}')"


def not_before(column: str, day: date) -> str:
    """Say that the day in `column` is `day` or later, or open."""
    return f"({_name(column)} IS NULL OR {_name(column)} >= '{day.isoformat()}')"


def _like(subject: str, pattern: str, wrap: str = "{}") -> str:
    return f"{subject} LIKE {wrap.format(_text(pattern))} ESCAPE '{_ESCAPE}'"


def _pattern(text: str) -> str:
    """Write `text` so that LIKE takes each of its characters as it is."""
    return text.translate(_PATTERN)


def _text(value: str) -> str:
    """Write a text between quotes, without what no database takes: NUL, halves of characters."""
    return "'" + value.translate(_NOT_FOR_SQL).replace("'", "''") + "'"


def _name(column: str) -> str:
    return f'"{column}"'
