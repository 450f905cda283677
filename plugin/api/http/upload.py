"""A file as it may be given, and as it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Union

Content = Union[bytes, bytearray, memoryview, BinaryIO, Iterable[bytes]]

Sendable = Union[str, Path, tuple[str, Content, str]]
"""A file by its path, or as (name, content, media type).

Content is bytes, an open file, or anything else that gives bytes one piece after another.
"""


@dataclass(frozen=True)
class Upload:
    """A file to send, read to its end: however often it goes out, it is the same."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
