"""Files on their way up."""

import email
import io
import os
from email.policy import HTTP

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.http import progress
from street_works.plugin.api.http.sending import Form, to_send
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.sendables import KINDS, half_read, let_go

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
    form = Form(to_send(file), **more)
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


CONTENT = b"%PDF-1.4 " + bytes(range(256)) * 300


@pytest.fixture(params=KINDS)
def sendable(request, tmp_path):
    """The same file in every way that it can be given."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(CONTENT)
    file = KINDS[request.param](path)
    yield file
    let_go(file)


def files_in(seen):
    return [part_of(one.headers["content-type"], one.content) for one in seen]


def test_every_kind_of_file(sendable):
    upload = to_send(sendable)
    for _ in range(2):
        form = Form(upload)
        part = part_of(form.content_type, b"".join(form))
        assert part.get_payload(decode=True) == CONTENT
        assert part.get_filename() == "plan.pdf"


ENDED = {"message": "Authentication failed", "error": {"status": 401}}
FRESH = {"id_token": "id-token-2", "access_token": "access-token-2"}
AREA = "/v1/work/geographical-areas/A1"
CALLS = {
    "upload_file": ("POST", FILES, 201, lambda work, file: work.upload_file(file)),
    "update_geographical_area": (
        "PUT", AREA, 204, lambda work, file: work.update_geographical_area("A1", file),
    ),
    "create_geographical_area": (
        "POST", "/v1/work/geographical-areas", 201,
        lambda work, file: work.create_geographical_area(file),
    ),
}  # fmt: skip
MADE = {**SENT, "geographical_area_reference_number": "A1", "geographical_area_references": ["A1"]}


@pytest.mark.parametrize("call", CALLS)
def test_a_file_is_sent_whole_again_after_a_token_that_ended(client, script, sendable, call):
    """It was sent empty the second time, and counted as done."""
    method, path, status, send = CALLS[call]
    script.expect(method, path, 401, ENDED)
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    script.expect(method, path, status, MADE if status == 201 else None)
    send(client.work, sendable)
    first, _, second = script.seen
    assert [part.get_payload(decode=True) for part in files_in((first, second))] == [CONTENT] * 2
    assert (first.headers["token"], second.headers["token"]) == ("id-token-1", "id-token-2")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("refusal", [400, 401, 503])
def test_a_refresh_that_fails_sends_the_file_once(client, script, sendable, call, refusal):
    method, path, _, send = CALLS[call]
    script.expect(method, path, 401, ENDED)
    script.expect("POST", "/v1/party/refresh", refusal, ENDED)
    with pytest.raises((errors.NotSignedIn, errors.ServerFailed)):
        send(client.work, sendable)
    assert script.paths() == [f"{method} {path}", "POST /v1/party/refresh"]


@pytest.mark.parametrize("call", CALLS)
def test_a_connection_lost_after_the_file_leaves_it_open_and_sends_it_once(
    client, script, sendable, call
):
    method, path, status, send = CALLS[call]
    script.expect(method, path, status, MADE, cut=-1)
    with pytest.raises(errors.OutcomeUnknown):
        send(client.work, sendable)
    (part,) = files_in(script.seen)
    assert part.get_payload(decode=True) == CONTENT


@pytest.mark.parametrize("call", CALLS)
def test_a_connection_lost_after_the_refresh_sends_no_third(client, script, sendable, call):
    method, path, status, send = CALLS[call]
    script.expect(method, path, 401, ENDED)
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    script.expect(method, path, status, MADE, cut=-1)
    with pytest.raises(errors.OutcomeUnknown):
        send(client.work, sendable)
    assert [part.get_payload(decode=True) for part in files_in(script.seen[::2])] == [CONTENT] * 2


class Broken(io.BytesIO):
    def read(self, size=-1):
        if self.tell() > 3:
            raise EOFError("the archive is cut off")
        return super().read(min(size, 4))


def gives_up():
    yield b"half of it"
    raise RuntimeError("no more")


class Stalled(io.RawIOBase):
    def read(self, size=-1):
        return None


def closed():
    stream = io.BytesIO(b"x")
    stream.close()
    return stream


@pytest.mark.parametrize(
    "content",
    [
        io.StringIO("text"), "text", ["text"], 5, None, Broken(b"whole content"), gives_up(),
        Stalled(), closed(), io.BytesIO(b""), half_read(io.BytesIO(b"before")), iter(()), {"a": 1},
        [b"x", None], [b"x", 5],
    ],
    ids=lambda one: type(one).__name__,
)  # fmt: skip
def test_what_cannot_be_read_whole_as_bytes_is_told_and_not_sent(client, script, content):
    with pytest.raises(StreetWorksError) as caught:
        client.work.upload_file(("plan.pdf", content, "application/pdf"))
    assert "plan.pdf" in caught.value.message
    assert caught.value.advice
    assert script.seen == []


@pytest.mark.parametrize(
    "file",
    [None, 5, b"x", ("a.pdf", b"x"), ("", b"x", "a/b"), (b"a.pdf", b"x", "a/b"), ("a", b"x", 5),
     "a\0b.pdf", "", "."],
    ids=repr,
)  # fmt: skip
def test_what_is_no_file_is_told_and_not_sent(client, script, file):
    with pytest.raises(StreetWorksError):
        client.work.upload_file(file)
    assert script.seen == []


def test_a_folder_is_named(client):
    with pytest.raises(StreetWorksError, match=r"The file \. cannot be read"):
        client.work.upload_file(".")


def test_a_name_that_is_not_utf8_is_sent_as_far_as_it_can_be(client, script):
    script.expect("POST", FILES, 201, SENT)
    client.work.upload_file((os.fsdecode(b"plan\xff.pdf"), b"x", "application/pdf"))
    assert b'filename="plan?.pdf"' in script.seen[0].content


def test_what_changes_on_the_way_is_sent_as_it_was(client, script, reply):
    """The same content goes out each time, whatever happens to it in between."""
    content = bytearray(b"first")

    def refuse(seen):
        content[:] = b"other"
        return reply(401, ENDED) if seen.headers["token"] == "id-token-1" else reply(201, SENT)

    script.always = {
        ("POST", FILES): refuse,
        ("POST", "/v1/party/refresh"): lambda _: reply(200, FRESH),
    }
    client.work.upload_file(("a.txt", content, "text/plain"))
    sent = [part.get_payload(decode=True) for part in files_in(script.seen[::2])]
    assert sent == [b"first"] * 2


def test_a_file_is_taken_in_pieces_and_no_further_than_may_be_sent():
    asked = []

    class Endless(io.RawIOBase):
        def read(self, size=-1):
            asked.append(size)
            return bytes(size)

    with pytest.raises(errors.BadRequest):
        to_send(("a.bin", Endless(), "application/octet-stream"))
    assert 0 < max(asked) <= 65_536
    assert sum(asked) < 10_200_000


@pytest.mark.parametrize("size", [1, 7, 100, 65_536, -1])
def test_a_form_may_be_read_in_pieces_of_any_size(size):
    content = CONTENT[: 3_000 if size == 1 else None]
    form = Form(to_send(("a.bin", content, "application/octet-stream")))
    body = b""
    while piece := form.read(size):
        assert size < 0 or len(piece) <= size
        body += piece
    assert len(body) == len(form)
    assert part_of(form.content_type, body).get_payload(decode=True) == content


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
    assert len(to_send(("a.bin", b"x" * 10_000_000, "a/b")).content) == 10_000_000


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(StreetWorksError, match=r"absent\.pdf cannot be read"):
        to_send(tmp_path / "absent.pdf")


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
