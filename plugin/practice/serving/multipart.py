"""Reads the one file out of a multipart form."""

import re
from email.message import Message
from typing import Optional

from ...words import tr
from ..keeping.stored_files import Upload
from ..refusals import bad_field

_BLANK = b"\r\n\r\n"


def read_upload(content_type: str, body: bytes) -> Upload:
    """Return the part named `file`. Raises Refusal 400 when there is not exactly one."""
    header = Message()
    header["Content-Type"] = content_type
    boundary = header.get_boundary()
    if header.get_content_type() != "multipart/form-data" or not boundary:
        raise bad_field("file", tr("Send the file as multipart/form-data."))
    mark = b"--" + boundary.encode("latin-1", "replace")
    parts = (b"\r\n" + body).split(b"\r\n" + mark)[1:]
    found = [upload for upload in map(_part, parts) if upload is not None]
    if len(found) != 1:
        raise bad_field("file", tr("Send one file."))
    return found[0]


def _part(part: bytes) -> Optional[Upload]:
    head, blank, content = part.partition(_BLANK)
    if part.startswith(b"--") or not blank:
        return None
    lines = Message()
    for line in head.decode("utf-8", "replace").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            lines[name.strip()] = value.strip()
    if lines.get_param("name", header="Content-Disposition") != "file":
        return None
    name = re.split(r"[\\/]", lines.get_filename() or "")[-1]
    return Upload(name[:200], _plain_type(lines.get("Content-Type", "")), content)


def _plain_type(text: str) -> str:
    """Keep a content type only when it is one: it is sent back in a header."""
    return text if re.fullmatch(r"[\w.+-]+/[\w.+-]+", text) else "application/octet-stream"
