"""Answers that are cut off before their content begins."""

import socket
import threading
from contextlib import closing

import pytest
from street_works.plugin.api.errors import NotJson
from street_works.plugin.api.http.messages import Call
from street_works.plugin.api.http.transport import Retries, Transport

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"


@pytest.fixture
def saved(tmp_path):
    """Save an answer, given as its bytes, in place of a file; return the file's path."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    def save(answer):
        listening = socket.create_server(("127.0.0.1", 0))

        def serve():
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listening.getsockname()[1]
        sender = Transport(f"http://127.0.0.1:{port}", retries=Retries(tries=1))
        with listening, closing(sender):
            sender.send(Call("GET", "/v1/work/files/7", into=path))
            thread.join()
        return path

    save.path = path
    return save


@pytest.mark.parametrize("end", [len(HEAD), len(HEAD) - 10, 17, 12])
def test_a_head_cut_off_replaces_no_file_by_an_empty_one(saved, end):
    with pytest.raises(NotJson, match="cut off"):
        saved(HEAD[:end])
    assert saved.path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("rest", "content"),
    [
        (b"Content-Length: 0\r\n\r\n", b""),
        (b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b""),
        (b"Connection: close\r\n\r\nwhole", b"whole"),
    ],
)
def test_what_is_whole_is_saved(saved, rest, content):
    assert saved(HEAD + rest).read_bytes() == content
