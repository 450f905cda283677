"""A server of map tiles on 127.0.0.1, which notes what it is asked and with which headers."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage, QPainter


@dataclass
class Tiles:
    """What the server is: its address, and what it was asked; it answers with `status`.

    While `silent` it answers nothing. Asked what it can do, as a WMS is, it answers `about`.
    """

    url: str = ""
    status: int = 200
    about: str = ""
    silent: bool = False
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def tile_server() -> Iterator[Tiles]:
    """Serve one picture at every address below the server's."""
    tiles, picture = Tiles(), _picture()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            tiles.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            while tiles.silent:
                time.sleep(0.02)
            described = "REQUEST=GetCapabilities" in self.path
            answer = tiles.about.encode() if described else picture
            self.send_response(tiles.status)
            self.send_header("Content-Type", "text/xml" if described else "image/png")
            self.send_header("Content-Length", str(len(answer)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_what: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    tiles.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield tiles
    finally:
        tiles.silent = False
        server.shutdown()
        server.server_close()


def _picture() -> bytes:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor(230, 240, 225))
    painter = QPainter(image)
    painter.setPen(QColor(90, 120, 90))
    painter.drawRect(0, 0, 255, 255)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content)
