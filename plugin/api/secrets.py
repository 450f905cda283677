"""Keeping tokens and passwords out of what is shown."""

import re
from collections.abc import Iterable

LONGEST_DETAIL = 4096
HIDDEN = "…"

_NAMED = re.compile(
    r'("(?:id_?token|access_?token|refresh_?token|session_?token|token|password)"\s*:\s*)'
    r'(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{[^}]*\}?)',
    re.IGNORECASE,
)


def without_secrets(text: str, secrets: Iterable[str] = ()) -> str:
    """Return `text` with every token and password in it hidden, cut to four thousand characters."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, HIDDEN)
    text = _NAMED.sub(rf'\1"{HIDDEN}"', text)
    return text if len(text) <= LONGEST_DETAIL else text[:LONGEST_DETAIL] + HIDDEN
