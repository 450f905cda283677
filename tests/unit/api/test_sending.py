"""Files on their way up."""

import email
import io
from email.policy import HTTP

import pytest
from street_works.plugin.api import errors, progress
from street_works.plugin.api.sending import Form, to_send
from street_works.plugin.errors import StreetWorksError

FILES = "/v1/work/files"
SENT = {"file_id": 7, "name": "plan.pdf"}


def part_of(content_type, body):
    """Read a form with a parser of its own; give its only part."""
    message = email.message_from_bytes(
        f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=HTTP
    )
    (part,) = message.iter_parts()
    return part


def form_of(file, **more):
    upload = to_send(file)
    with upload.open() as content:
        form = Form(upload, content, **more)
        return form, form.read()


def test_what_arrives_is_the_file(client, script):
    script.expect("POST", FILES, 201, SENT)
    client.work.upload_file(("plän.pdf", b"%PDF \x00\r\n--x", "application/pdf"))
    (seen,) = script.seen
    assert seen.headers["content-length"] == str(len(seen.content))
    part = part_of(seen.headers["content-type"], seen.content)
    assert part.get_content_type() == "application/pdf"
    assert part.get_payload(decode=True) == b"%PDF \x00\r\n--x"
    assert 'name="file"; filename="plän.pdf"'.encode() in seen.content


def test_a_name_cannot_end_its_place_in_the_form():
    _, body = form_of(('a"; x="\r\nEvil: yes', b"x", "text/plain"))
    head = body.split(b"\r\n\r\n")[0]
    assert b'filename="a%22; x=%22%0D%0AEvil: yes"' in head
    assert head.count(b"\r\n") == 2


@pytest.mark.parametrize("kind", ["path", "text", "bytes", "stream", "pipe"])
def test_every_kind_of_file(tmp_path, kind):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"content")
    stream = io.BytesIO(b"before content")
    stream.seek(len(b"before "))

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    file = {
        "path": path,
        "text": str(path),
        "bytes": ("plan.pdf", b"content", "application/pdf"),
        "stream": ("plan.pdf", stream, "application/pdf"),
        "pipe": ("plan.pdf", Pipe(b"content"), "application/pdf"),
    }[kind]
    upload = to_send(file)
    for _ in range(2):  # a call is sent again when its token has ended
        with upload.open() as content:
            form = Form(upload, content)
            part = part_of(form.content_type, b"".join(form))
        assert part.get_payload(decode=True) == b"content"
        assert part.get_filename() == "plan.pdf"
        assert part.get_content_type() == "application/pdf"


@pytest.mark.parametrize("size", [1, 7, 100, 65_536, -1])
def test_a_form_may_be_read_in_pieces_of_any_size(size):
    upload = to_send(("a.bin", bytes(range(256)) * 600, "application/octet-stream"))
    with upload.open() as content:
        form = Form(upload, content)
        body = b""
        while piece := form.read(size):
            assert size < 0 or len(piece) <= size
            body += piece
    assert len(body) == len(form)
    assert part_of(form.content_type, body).get_payload(decode=True) == bytes(range(256)) * 600


def test_a_file_is_never_held_as_a_whole(tmp_path):
    class Watched(io.BytesIO):
        largest = 0

        def read(self, size=-1):
            assert size >= 0
            self.largest = max(self.largest, size)
            return super().read(size)

    content = Watched(b"x" * 5_000_000)
    upload = to_send(("a.bin", content, "application/octet-stream"))
    with upload.open() as opened:
        assert sum(len(piece) for piece in Form(upload, opened)) > 5_000_000
    assert content.largest <= 65_536


def test_the_way_up_is_told(client, script):
    script.expect("POST", FILES, 201, SENT)
    told = []
    with progress.watching(lambda done, total: told.append((done, total))):
        client.work.upload_file(("a.bin", b"x" * 500_000, "application/octet-stream"))
    total = len(script.seen[0].content)
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) > 2


def test_nobody_else_hears_of_it(client, script):
    script.expect("POST", FILES, 201, SENT)
    told = []
    with progress.watching(lambda *_: told.append(1)):
        pass
    client.work.upload_file(("a.bin", b"x", "application/octet-stream"))
    assert told == []


@pytest.mark.parametrize("size", [10_000_001, 50_000_000])
def test_what_is_larger_than_10_mb_is_not_sent(client, script, tmp_path, size):
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        file.truncate(size)
    for big in (path, ("big.bin", b"x" * size, "a/b"), ("big.bin", path.open("rb"), "a/b")):
        with pytest.raises(errors.BadRequest) as caught:
            to_send(big)
        assert list(caught.value.fields) == ["file"]
        if isinstance(big, tuple) and not isinstance(big[1], bytes):
            big[1].close()
    assert script.seen == []


def test_10_mb_may_be_sent(tmp_path):
    assert to_send(("a.bin", b"x" * 10_000_000, "a/b")).size == 10_000_000


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(StreetWorksError, match=r"absent\.pdf cannot be read"):
        to_send(tmp_path / "absent.pdf")


def test_a_file_that_becomes_shorter_is_not_sent_wrong(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 1000)
    upload = to_send(path)
    path.write_bytes(b"x" * 10)
    with upload.open() as content, pytest.raises(StreetWorksError, match="shorter"):
        Form(upload, content).read()


@pytest.mark.direct
def test_sending_a_file_can_be_stopped_on_the_way(client, script, reply):
    gone = []
    script.always = {("POST", FILES): lambda _: reply(201, SENT)}
    with (
        progress.watching(lambda done, _: gone.append(done)),
        client.cancelling(lambda: bool(gone)),
        pytest.raises(errors.Cancelled),
    ):
        client.work.upload_file(("a.bin", b"x" * 9_000_000, "application/octet-stream"))
    assert gone
    assert gone[-1] < 9_000_000


def test_a_whole_form_is_not_called_stopped(client, script):
    """Once all has gone, the file may have arrived: its answer is read."""
    script.expect("POST", FILES, 201, SENT)
    gone = []
    with (
        progress.watching(lambda done, total: gone.append(done == total)),
        client.cancelling(lambda: any(gone)),
    ):
        assert client.work.upload_file(("a.bin", b"x", "a/b")).file_id == 7
