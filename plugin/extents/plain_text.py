"""Text as it comes from files, spreadsheets and chats, made plain: one way for each letter."""

import re
import unicodedata

_MARKS = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "º": "°", "˚": "°", "’": "'", "‘": "'", "′": "'", "´": "'",
     "”": '"', "“": '"', "″": '"', "，": ",", "；": ";", "：": ":", "＝": "="}
)  # fmt: skip
# What nobody sees: marks of width nothing, of the direction of writing, of where a word may break.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_THOUSANDS = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(content: bytes) -> str:
    """Read bytes as UTF-8, as the UTF-16 of Excel's "Unicode text", or as Windows' western text."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    if content[:200].count(b"\0") > len(content[:200]) // 4:
        little = content[1:200:2].count(b"\0") >= content[0:200:2].count(b"\0")
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def visible(text: str) -> str:
    """Leave out what cannot be seen, and write every kind of space as a plain one.

    Spaces that do not break stand between thousands, and go.
    """
    return _SPACES.sub(" ", _THOUSANDS.sub("", _UNSEEN.sub("", text)))


def plain(text: str) -> str:
    """Write marks, letters and digits that look alike in one way."""
    return unicodedata.normalize("NFKC", visible(text).translate(_MARKS)).translate(_MARKS)
