"""Pairs of plain numbers in a row of text, whatever parts them and their thousands."""

import re
from typing import Optional

# Thousands parted by a comma, an apostrophe or a space, the same one throughout.
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-][0-9]{1,2})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([,' ])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]*)?")
# A comma for decimals, where something else parts the numbers. Three digits may be thousands.
_BY_COMMA = re.compile(r"[+-]?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_BETWEEN = re.compile(r"[\s,;/|]+")


def read_number(text: str) -> Optional[float]:
    """Read one number, with or without thousands separators; None if it is none."""
    text = text.strip()
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        return float(re.sub("[,' ]", "", text))
    return None


def read_pair(text: str) -> Optional[tuple[float, float]]:
    """Read two numbers parted by a comma, a semicolon, a slash, a tab or spaces.

    None unless there is exactly one way to read them: "530,050 180,300" is two numbers, but
    "530,050" may be one or two, and "530,050,180,300" two or four.
    """
    if read_number(text) is not None:
        return None
    found = {pair for gap in _BETWEEN.finditer(text) if (pair := _parted(text, gap)) is not None}
    return found.pop() if len(found) == 1 else None


def count_numbers(text: str) -> int:
    """Count the runs of digits that may be numbers, thousands separators taken for gaps."""
    return len(re.findall(r"[0-9]+(?:\.[0-9]*)?", text))


def _read_with_comma(text: str) -> Optional[float]:
    return float(text.replace(",", ".")) if _BY_COMMA.fullmatch(text) else read_number(text)


def _parted(text: str, gap: re.Match[str]) -> Optional[tuple[float, float]]:
    left, right = text[: gap.start()].strip(), text[gap.end() :].strip()
    read = _read_with_comma if {";", "\t"} & set(gap[0]) else read_number
    first, second = read(left), read(right)
    if first is None or second is None:
        return None
    # What parts thousands cannot part the numbers as well.
    thousands = {match[1] for match in map(_GROUPED.fullmatch, (left, right)) if match}
    return None if set(gap[0]) & {",", " "} and set(gap[0]) <= thousands else (first, second)
