"""Where an address leads: a host's numeric addresses, and whether they are public."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from flows.read.limits import Unreadable


@dataclass(frozen=True, slots=True)
class Place:
    """A host as resolved once: what was checked is what is connected to."""

    scheme: str
    host: str
    port: int
    numeric: str


def place_of(address: str, private: bool) -> Place:
    """Resolve an address. Raises Unreadable for other schemes, unknown hosts, and, unless `private`, hosts
    any of whose addresses is not public: 127.0.0.1, 10.0.0.0/8, link-local and the like."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Unreadable(f"not an address: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise Unreadable(f"only http and https are fetched, not {parts.scheme or 'this'}")
    if not host:
        raise Unreadable("not an address: it names no host")
    if parts.username or parts.password:
        raise Unreadable("the address holds a name or password, which would be stored with each figure")
    port = port or (443 if parts.scheme == "https" else 80)
    found = _resolve(host, port)
    refused = next((numeric for numeric in found if not is_public(numeric)), None)
    if refused is not None and not private:
        raise Unreadable(
            f"{host} is {refused}, an address inside this network; "
            "allow it with private_addresses = true under [fetch] in sources.toml"
        )
    return Place(parts.scheme, host, port, found[0])


def is_public(numeric: str) -> bool:
    """Whether a numeric address is one of the open internet, also as IPv4 inside IPv6."""
    address = ipaddress.ip_address(numeric.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"no such host: {host} ({error})") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
