"""What may be attached to an application."""

import os

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.forms.attachments import LARGEST_FILE, Attachment, check_beside, read


def file_of(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", b"%PDF-1.7"),
        ("PLAN.PDF", b"%PDF-1.7"),
        ("traffic plan v1.2.dwg", b"AC1032"),
        ("photo.jpeg", b"\xff\xd8\xff"),
        ("letter.docx", b"PK\x03\x04"),
        ("list.csv", b"a,b\n"),
        ("no ending", b"text"),
        ("full.pdf", bytes(LARGEST_FILE)),
    ],
    ids=lambda given: f"{given[:12]}",
)
def test_documents_drawings_and_pictures_may_be_attached(tmp_path, name, content):
    found = read(file_of(tmp_path, name, content))
    assert (found.name, found.size) == (name, len(content))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.pdf", b"", "empty.pdf is empty"),
        ("setup.exe", b"MZ\x90", "setup.exe is a program"),
        ("SETUP.EXE", b"nothing", "SETUP.EXE is a program"),
        ("plan.pdf.exe", b"nothing", "plan.pdf.exe is a program"),
        ("plan.pdf", b"MZ\x90\x00", "plan.pdf is a program"),
        ("run", b"#!/bin/sh\n", "run is a program"),
        ("tool", b"\x7fELF\x02", "tool is a program"),
        ("start.bat", b"echo", "start.bat is a program"),
        ("larger.pdf", bytes(LARGEST_FILE + 1), "10.0 MB"),
    ],
    ids=lambda given: f"{given[:12]}",
)
def test_what_is_empty_too_large_or_a_program_is_refused(tmp_path, name, content, words):
    with pytest.raises(StreetWorksError, match=words):
        read(file_of(tmp_path, name, content))


def test_what_cannot_be_read_is_refused(tmp_path):
    for path in (tmp_path / "gone.pdf", tmp_path):
        with pytest.raises(StreetWorksError, match=f"{path.name} cannot be read"):
            read(os.fspath(path))


def test_the_same_content_is_refused_whatever_it_is_called():
    plan = Attachment("plan.pdf", 10, "abc")
    check_beside(Attachment("plan.pdf", 10, "def"), [plan])
    with pytest.raises(StreetWorksError, match=r"plan.pdf is attached already"):
        check_beside(plan, [plan])
    with pytest.raises(StreetWorksError, match=r"copy.pdf is the same as plan.pdf"):
        check_beside(Attachment("copy.pdf", 10, "abc"), [plan])


def test_all_attachments_together_have_a_limit():
    others = [Attachment(f"{n}.pdf", LARGEST_FILE, str(n)) for n in range(9)]
    check_beside(Attachment("last.pdf", LARGEST_FILE, "last"), others)
    with pytest.raises(StreetWorksError, match="100 MB"):
        check_beside(
            Attachment("last.pdf", LARGEST_FILE, "last"), [*others, Attachment("x", 1, "x")]
        )
