"""Keeping tokens and passwords out of what is shown."""

import html
import re
from collections.abc import Iterable
from urllib.parse import quote

LONGEST_DETAIL = 4096
HIDDEN = "…"

_NAMED = re.compile(
    r'("\w*(?:token|password)"\s*:\s*)'
    r'(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{[^}]*\}?)',
    re.IGNORECASE,
)


def without_secrets(text: str, secrets: Iterable[str] = ()) -> str:
    """Return `text` with every token and password in it hidden, cut to four thousand characters."""
    for secret in secrets:
        if secret:
            text = re.sub(_in_any_form(secret), HIDDEN, text)
    text = _NAMED.sub(rf'\1"{HIDDEN}"', text)
    return text if len(text) <= LONGEST_DETAIL else text[:LONGEST_DETAIL] + HIDDEN


def _in_any_form(secret: str) -> str:
    """Give the pattern of a secret as it is, or as JSON, an address or a web page write it."""
    return "".join(map(_forms, secret))


def _forms(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    escapes = character.encode("utf-16-be", "surrogatepass")
    units = [escapes[at : at + 2].hex() for at in range(0, len(escapes), 2)]
    ways = [
        re.escape(character),
        "".join(rf"\\+u(?i:{unit})" for unit in units),
        rf"\\+{re.escape(character)}",
        f"(?i:{re.escape(quote(character, safe='', errors='surrogatepass'))})",
        f"(?i:&#0*{ord(character)};|&#x0*{ord(character):x};)",
        re.escape(html.escape(character)),
    ]
    if character in _SHORT:
        ways.append(rf"\\+{_SHORT[character]}")
    return f"(?:{'|'.join(ways)})"


_SHORT = {"\n": "n", "\t": "t", "\r": "r", "\b": "b", "\f": "f"}
