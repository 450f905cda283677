"""A request to the service and its answer, before and after their meaning is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from .upload import Upload

JSON = "application/json"
BOM = b"\xef\xbb\xbf"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def is_foreign(headers: Mapping[str, str], content: bytes, accept: str = "") -> bool:
    """Tell by its type, and by how it begins, whether an answer is somebody else's web page.

    Where CSV was asked for, JSON and XML are foreign too.
    """
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    begins = content[:1000].removeprefix(BOM).lstrip().lower()
    if accept.startswith("text/csv") and begins.startswith((b"{", b"[", b"<")):
        return True
    return kind in _PAGES or begins.startswith((b"<!doctype html", b"<html"))


@dataclass(frozen=True)
class Answer:
    """What came back, as it came; `content` is empty where it was saved to a file.

    `wait` is how many seconds the service asks to wait, by its own clock; None if it does not.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    request_id: str
    wait: Optional[float] = None

    @property
    def text(self) -> str:
        """The body as text, whatever it is."""
        return self.content.decode("utf-8", errors="replace")

    @property
    def is_page(self) -> bool:
        """Whether this is a web page, such as a network's own log-in: the service sends none."""
        return is_foreign(self.headers, self.content)


@dataclass(frozen=True)
class Signed:
    """In whose name a call is sent: the headers that say so, and the token in them, a secret."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    token: str = field(default="", repr=False)


UNSIGNED = Signed()


@dataclass(frozen=True)
class Call:
    """One request: `path` begins with a slash, `query` holds texts, `file` is sent as a form.

    `accept` is the media type that is asked for. `changes` says whether it changes records, so that
    a lost answer leaves the outcome open. With `into` the content of a good answer is saved there,
    whole or not at all, and not kept. `repeated` are the statuses after which a GET is sent again.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    body: Optional[Mapping[str, Any]] = None
    file: Optional[Upload] = None
    accept: str = JSON
    changes: bool = False
    into: Optional[Path] = None
    repeated: frozenset[int] = frozenset()

    @property
    def moves_a_file(self) -> bool:
        """Whether a file goes up or comes down, which may take a while."""
        return self.file is not None or self.into is not None
