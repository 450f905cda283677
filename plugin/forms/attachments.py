"""What may be attached to an application, looked at before anything is uploaded.

V1.25.12 gives the limits of size. It lists no kinds of file, but scans each for viruses and refuses
it afterwards without a reason: so programs are refused here, whatever they are called.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Optional

from ..api.http.sending import LARGEST_FILE
from ..errors import StreetWorksError
from ..words import tr

LARGEST_TOGETHER = 10 * LARGEST_FILE
_FILES = "file_ids"
_MEGABYTE = 1_000_000
_PROGRAMS = frozenset(
    {"app", "appimage", "apk", "bat", "bin", "cmd", "com", "cpl", "deb", "dll", "dmg", "exe", "hta",
     "iso", "jar", "js", "jse", "lnk", "msi", "msp", "ps1", "py", "rpm", "scr", "sh", "so", "sys",
     "vbe", "vbs", "wsf"}
)  # fmt: skip
_BEGINS_LIKE_A_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")


@dataclass(frozen=True)
class Attachment:
    """A file on this computer: its name, its size in bytes, and the digest of its content."""

    name: str
    size: int
    digest: str


def kept(file: Mapping[str, Any]) -> Attachment:
    """Read a file of a form's values; drafts of earlier versions know no size and no digest."""
    return Attachment(str(file["name"]), file.get("size", 0), file.get("digest", ""))


def attached(values: Mapping[str, Any]) -> list[Attachment]:
    """Return the attachments that the values of an application have."""
    return [kept(one) for one in values.get(_FILES) or ()]


def with_file(values: Mapping[str, Any], number: int, new: Attachment) -> dict[str, Any]:
    """Return the values of an application with one more file, uploaded under that number."""
    files = [*(values.get(_FILES) or ()), {"file_id": number, **asdict(new)}]
    return {**values, _FILES: files}


def read(path: str) -> Attachment:
    """Look at the file at `path`. Raises StreetWorksError for one that cannot be attached."""
    name = os.path.basename(path)
    try:
        size = os.path.getsize(path)
        _check_size(name, size)
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StreetWorksError(
            tr("{name} cannot be read: {why}.").format(name=name, why=error.strerror),
            advice=tr("Choose a file that can be opened on this computer."),
        ) from error
    if _ending(name) in _PROGRAMS or content.startswith(_BEGINS_LIKE_A_PROGRAM):
        raise StreetWorksError(
            tr("{name} is a program.").format(name=name),
            advice=tr("Attach documents, drawings or pictures, such as PDF, Word or JPEG files."),
        )
    return Attachment(name, len(content), hashlib.sha256(content).hexdigest())


def check_beside(new: Attachment, others: Iterable[Attachment]) -> None:
    """Raise StreetWorksError when `new` is there already, or is too much together with `others`."""
    there = list(others)
    same: Optional[Attachment] = next((one for one in there if one.digest == new.digest), None)
    if same is not None:
        raise StreetWorksError(
            tr("{name} is attached already.").format(name=new.name)
            if same.name == new.name
            else tr("{name} is the same as {other}, which is attached already.").format(
                name=new.name, other=same.name
            )
        )
    if new.size + sum(one.size for one in there) > LARGEST_TOGETHER:
        raise StreetWorksError(
            tr("With {name} the attachments would be larger than 100 MB.").format(name=new.name),
            advice=tr("Remove others or make them smaller."),
        )


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower().lstrip(".")


def _check_size(name: str, size: int) -> None:
    if size == 0:
        raise StreetWorksError(
            tr("{name} is empty.").format(name=name), advice=tr("Choose the file with its content.")
        )
    if size > LARGEST_FILE:
        raise StreetWorksError(
            tr("{name} has {mb:.1f} MB. At most 10 MB may be sent.").format(
                name=name, mb=size / _MEGABYTE
            ),
            advice=tr("Make it smaller."),
        )
