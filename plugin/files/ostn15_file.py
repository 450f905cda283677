"""PROJ's OSTN15 file: its name, which edition a file of that name is, and whether it is whole."""

import hashlib
from enum import Enum

NAME = "uk_os_OSTN15_NTv2_OSGBtoETRS.tif"

# SHA-256 of the one edition that PROJ's data have had under this name.
_OFFICIAL = (
    "5d6ed64d2119952c4c559fa1fccbc594b6520fc3ec3ef2fc10be13202c4384fa"  # pragma: allowlist secret
)
_MARK = "Made by Street Works of the table of OSTN15. SHA-256, with noughts in its place: "
_NOUGHTS = "0" * 64


class Edition(Enum):
    """What a file of that name is."""

    OFFICIAL = "official"  # the one of PROJ's data, whole
    OURS = "ours"  # made by the plugin, whole
    DAMAGED = "damaged"  # made by the plugin, but cut or changed since
    UNKNOWN = "unknown"  # cut, changed, or of somebody else


def edition_of(content: bytes) -> Edition:
    """Return which edition a file with this content is."""
    if hashlib.sha256(content).hexdigest() == _OFFICIAL:
        return Edition.OFFICIAL
    before, mark, after = content.partition(_MARK.encode())
    if not mark:
        return Edition.UNKNOWN
    digest, rest = after[: len(_NOUGHTS)], after[len(_NOUGHTS) :]
    made = hashlib.sha256(b"".join([before, mark, _NOUGHTS.encode(), rest])).hexdigest()
    return Edition.OURS if made.encode() == digest else Edition.DAMAGED


def unsealed_mark() -> str:
    """Return what a file that the plugin makes says of itself, until it is `sealed`."""
    return _MARK + _NOUGHTS


def sealed(content: bytes) -> bytes:
    """Return a file that has an `unsealed_mark` with its own digest in the place of the noughts."""
    digest = hashlib.sha256(content).hexdigest()
    return content.replace(unsealed_mark().encode(), (_MARK + digest).encode(), 1)
