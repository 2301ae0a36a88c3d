"""A site on loopback for tests of fetching: pages by path, with a log of what was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Answer:
    """What a path answers. `cut` sends fewer bytes than it announces."""

    body: bytes = b""
    status: int = 200
    media: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False


@dataclass
class Site:
    """Answers by path (or a function that makes one), and the requests so far."""

    port: int
    pages: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def listed(self, folder: Path, *paths: str, more: str = "") -> str:
        """A sources.toml that reads the paths and may reach loopback, without pauses."""
        file = folder / "sources.toml"
        entries = "".join(f'[[source]]\nurl = "{self.at(path)}"\n{more}' for path in paths)
        file.write_text(
            f"{entries}[fetch]\ndelay_seconds = 0\nprivate_addresses = true\ntimeout_seconds = 2\n", "utf-8"
        )
        return str(file)


@contextmanager
def serving() -> Iterator[Site]:
    """A site for the length of a test."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answer = site.pages.get(self.path, Answer(status=404))
            answer = answer if isinstance(answer, Answer) else answer()
            etag = answer.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                answer = Answer(status=304)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", answer.media)
            self.send_header("Content-Length", str(len(answer.body) + 100 * answer.cut))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # the reader has had enough
                self.wfile.write(answer.body)
            self.close_connection = True

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
