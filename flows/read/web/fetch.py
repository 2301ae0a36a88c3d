"""One polite request after the other: robots.txt, a pause per host, retries, limits, checked redirects."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from flows.read.limits import MEGABYTE, Unreadable
from flows.read.sourcefile import Manners
from flows.read.web.places import place_of
from flows.version import VERSION

if TYPE_CHECKING:
    import httpx
    from protego import Protego

AGENT = f"Yanshu/{VERSION}"
MOST_HOPS = 5
LONGEST_PAUSE = 60.0
"""Seconds. Who asks for longer in robots.txt gets this; who asks so by Retry-After, the next run."""
ROBOTS_BYTES = MEGABYTE // 2
_ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_HOPS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_MEANINGS = {401: "it asks for a login", 403: "access is refused", 404: "there is no such page",
             410: "the page was removed", 451: "the page is blocked by law"}  # fmt: skip


class Passing(Exception):
    """A failure that may be over soon; `after` is the pause in seconds that the server asks for."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Refusal(Unreadable):
    """The server answered, and it was a no."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came: `address` after redirects; an empty `body` and `unchanged` where nothing is new."""

    address: str
    body: bytes = b""
    media: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


@dataclass(slots=True)
class Fetcher:
    """Fetches with the same manners throughout a run. Use as a context: it holds connections."""

    manners: Manners
    requests: int = 0
    _client: httpx.Client | None = None
    _robots: dict[str, Protego | str | None] = field(default_factory=dict)
    _free_at: dict[str, float] = field(default_factory=dict)

    def __enter__(self) -> Fetcher:
        import httpx

        # The environment's proxies are left out: what was checked is what is connected to. No connection is
        # kept, or one to a numeric address would serve every host behind it.
        self._client = httpx.Client(
            follow_redirects=False,
            trust_env=False,
            timeout=self.manners.timeout_seconds,
            limits=httpx.Limits(max_keepalive_connections=0),
            headers={"User-Agent": AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip"},
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()

    def fetch(self, address: str, etag: str | None = None, modified: str | None = None) -> Reply:
        """The page at an address, if it is newer than what `etag` and `modified` tell. Raises Unreadable."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        for _ in range(MOST_HOPS + 1):
            self._ask_robots(address)
            reply = self._patiently(address, headers, self.manners.bytes)
            if isinstance(reply, Reply):
                return reply
            address = reply
        raise Unreadable(f"more than {MOST_HOPS} redirects, the last to {address[:200]}")

    def _patiently(self, address: str, headers: dict[str, str], limit: int) -> Reply | str:
        """A reply, or the address of the next hop; tried again while the failure may pass."""
        import stamina

        host = urlsplit(address).netloc
        try:
            attempts = max(self.manners.attempts, 1)
            for attempt in stamina.retry_context(_pause_after, attempts, 180, wait_initial=0.5, wait_max=20):
                with attempt:
                    self._wait(host)
                    return self._once(address, headers, limit)
        except Passing as failure:
            raise Unreadable(str(failure)) from None
        raise Unreadable("it was not fetched")

    def _once(self, address: str, headers: dict[str, str], limit: int) -> Reply | str:
        import httpx

        place = place_of(address, self.manners.private_addresses)
        assert self._client is not None
        self.requests += 1
        try:
            url = httpx.URL(address)
            request = self._client.build_request(
                "GET",
                url.copy_with(host=place.numeric, port=place.port, fragment=None),
                headers={**headers, "Host": url.netloc.decode("ascii")},
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            )
            with _answered(self._client, request) as response:
                return self._reply(address, response, limit)
        except httpx.TimeoutException:
            raise Passing(f"{place.host} did not answer within {self.manners.timeout_seconds:g} s") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise Unreadable(f"not an address: {error}") from None
        except httpx.HTTPError as error:
            raise Passing(f"the connection to {place.host} failed: {error or type(error).__name__}") from None

    def _reply(self, address: str, response: httpx.Response, limit: int) -> Reply | str:
        status = response.status_code
        if status in _HOPS and "location" in response.headers:
            return urljoin(address, response.headers["location"])
        if status == 304:
            return Reply(address, unchanged=True)
        if status in _PASSING:
            after = response.headers.get("retry-after", "")
            raise Passing(f"the server answered {status} ({response.reason_phrase})", _seconds(after))
        if status != 200:
            raise Refusal(f"the server answered {status}: {_MEANINGS.get(status, response.reason_phrase)}")
        kind, _, _ = response.headers.get("content-type", "").partition(";")
        return Reply(
            address,
            _body(response, limit, self.manners.timeout_seconds * 6),
            kind.strip().lower(),
            response.charset_encoding,
            response.headers.get("etag"),
            response.headers.get("last-modified"),
        )

    def _ask_robots(self, address: str) -> None:
        """Raise Unreadable where the site's robots.txt does not want the address fetched."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        robots = self._robots[origin]
        if isinstance(robots, str):
            raise Unreadable(robots)
        if robots is not None and not robots.can_fetch(address, AGENT):
            raise Unreadable(f"robots.txt of {parts.netloc} does not allow it")

    def _read_robots(self, origin: str) -> Protego | str | None:
        """The rules, None where there are none, or why the site is left alone: by RFC 9309 a site whose rules
        cannot be had, for trouble of its own, allows nothing."""
        from protego import Protego

        address: Reply | str = f"{origin}/robots.txt"
        try:
            for _ in range(MOST_HOPS + 1):
                address = self._patiently(str(address), {}, ROBOTS_BYTES)
                if isinstance(address, Reply):
                    return Protego.parse(address.body.decode("utf-8-sig", "replace"))
        except Refusal:
            return None
        except Unreadable as error:
            return f"robots.txt of {urlsplit(origin).netloc} could not be had: {error}"
        return None

    def _wait(self, host: str) -> None:
        """Pause until the host may be asked again; a later request starts counting here."""
        now = time.monotonic()
        pause = self._free_at.get(host, now) - now
        if pause > 0:
            time.sleep(pause)
        self._free_at[host] = time.monotonic() + self._delay(host)

    def _delay(self, host: str) -> float:
        asked = 0.0
        for scheme in ("https", "http"):
            robots = self._robots.get(f"{scheme}://{host}")
            if robots is not None and not isinstance(robots, str):
                asked = max(asked, float(robots.crawl_delay(AGENT) or 0))
        return max(self.manners.delay_seconds, min(asked, LONGEST_PAUSE))


@contextmanager
def _answered(client: httpx.Client, request: httpx.Request) -> Iterator[httpx.Response]:
    response = client.send(request, stream=True)
    try:
        yield response
    finally:
        response.close()


def _body(response: httpx.Response, limit: int, seconds: float) -> bytes:
    """The body, unpacked. Raises Unreadable past the limit or where it only trickles."""
    deadline = time.monotonic() + seconds
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes(1 << 16):
        size += len(part)
        if size > limit:
            more = f"more than {limit / MEGABYTE:g} MB"
            raise Unreadable(f"{more}; megabytes under [fetch] in sources.toml allows more")
        if time.monotonic() > deadline:
            raise Unreadable(f"it was not all there after {seconds:g} s")
        parts.append(part)
    return b"".join(parts)


def _pause_after(error: Exception) -> bool | float:
    if not isinstance(error, Passing):
        return False
    if error.after is None:
        return True
    return error.after if error.after <= LONGEST_PAUSE else False


def _seconds(written: str) -> float | None:
    return float(written) if written.isascii() and written.isdigit() and len(written) < 9 else None
