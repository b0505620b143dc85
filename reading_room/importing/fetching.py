"""One document of the public web, fetched at a keeper's command: from no address inside a network, and never without end.

A host is looked up once, each of its addresses must be public, and one of those is connected to: no second look-up can
answer otherwise. Every redirect goes the same way again. Proxies of the environment are not used, for they would look the
host up themselves; cookies are neither kept nor sent. `robots.txt` is not asked: it speaks to programs that wander, and
this one fetches the one document that a person named. Nothing that serves may import this module.
"""

import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from ipaddress import IPv6Address, ip_address
from typing import Protocol
from urllib.parse import quote, urljoin, urlsplit

import certifi
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from reading_room.importing.content_types import charset_of, media_type_of
from reading_room.importing.deadline import Deadline
from reading_room.importing.public_addresses import Address, is_public
from reading_room.importing.sources import MEDIA_TYPES

LARGEST = 20_000_000
"""Bytes of a document, unpacked. An article has far fewer; a book, or a PDF with pictures, may come near."""
SECONDS = 30.0
"""For everything together: names, connections, redirects and the last byte."""
SECONDS_TO_CONNECT = 10.0
MOST_REDIRECTS = 5
LONGEST_URL = 8_000

_PORTS = {"http": 80, "https": 443}
_HEADERS = {
    "User-Agent": "reading-room-import (one document, at a person's command)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_REDIRECTS = (301, 302, 303, 307, 308)
_PACKINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_SAYS_NOTHING = ("application/gzip", "application/x-gzip", "application/octet-stream")
"""Types that say nothing of what is in a file; it tells itself when it is read."""
_HOST = re.compile(r"[a-z0-9_][a-z0-9_.-]*")
_SENT_AS_WRITTEN = "%/:?#[]@!$&'()*+,;=~|"
"""In a path or a question; other characters are sent as %XX."""

_BY_HAND = "Save the page in a browser and import the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document, unpacked, the address that it came from in the end, and what its server says of it."""

    url: str
    raw: bytes
    media_type: str | None
    charset: str | None


class NotFetched(Exception):
    """Why there is no document: what was wrong, and what the keeper can do, a line each."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class Network(Protocol):
    """What carries a question and its answer. What may be asked is decided by `fetch`, over any network."""

    def look_up(self, host: str) -> Sequence[Address]: ...

    def connect(self, address: Address, port: int, seconds: float) -> socket.socket: ...


class Internet:
    """The network that this machine is on."""

    def look_up(self, host: str) -> Sequence[Address]:
        return [ip_address(place[0]) for *_, place in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]

    def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
        return socket.create_connection((str(address), port), seconds)


@dataclass(frozen=True, slots=True)
class _Destination:
    """An address of the web in one reading, which is the one that is checked, connected to and told to the server."""

    scheme: str
    host: str
    target: str

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.named}{self.target}"

    @property
    def named(self) -> str:
        """The host as it stands in addresses; the dot at its end only tells the look-up to add nothing."""
        return f"[{self.host}]" if ":" in self.host else self.host.removesuffix(".")


def fetch(url: str, *, network: Network | None = None, largest: int = LARGEST, seconds: float = SECONDS) -> Fetched:
    """Fetch one document, following redirects; raises `NotFetched` and nothing else."""
    deadline = Deadline(seconds)
    there = _destination(url)
    for _ in range(MOST_REDIRECTS + 1):
        with _in_words(there, deadline):
            answer = _ask(there, network or Internet(), deadline, largest)
        if isinstance(answer, Fetched):
            return answer
        there = _led_on(there, answer)
    raise NotFetched(f"the address leads on to another more than {MOST_REDIRECTS} times", _BY_HAND)


def _destination(url: str) -> _Destination:
    """Read an address; refuse what is not a plain one of the web."""
    if len(url) > LONGEST_URL:
        raise NotFetched(f"the address is longer than {LONGEST_URL} characters", _BY_HAND)
    try:
        parts = urlsplit(url)
        scheme, port = parts.scheme, parts.port
        if scheme not in _PORTS:
            what = "the address does not begin with https:// or http://"
            raise NotFetched(what, "Give the address of a web page, or a file")
        if "@" in parts.netloc:
            raise NotFetched("the address names a user before its host", "Take out all between // and @")
        host = _ascii(parts.hostname or "")
    except ValueError:
        raise NotFetched("the address has no host that can be looked up", "Copy it from the browser again") from None
    if port not in (None, _PORTS[scheme]):
        # What stands at other ports of public hosts is mostly not for the public: databases, mail, the pages of routers.
        raise NotFetched(f"the address names port {port}; web pages stand at 443 (https) and 80 (http)", _BY_HAND)
    target = quote(parts.path or "/", safe=_SENT_AS_WRITTEN, errors="replace")
    if parts.query:
        target += "?" + quote(parts.query, safe=_SENT_AS_WRITTEN, errors="replace")
    return _Destination(scheme, host, target)


def _ascii(host: str) -> str:
    """A host as it is looked up; raises `ValueError` where it is none. Odd spellings of numbers are left to the look-up."""
    if ":" in host:
        address = IPv6Address(host)
        if address.scope_id:
            raise ValueError(host)
        return str(address)
    name = host.encode("idna").decode("ascii")
    # Python goes by the rules of 2003, which make “ss” of “ß” and digits of full-width ones: it may become another's name.
    if not _HOST.fullmatch(name) or host not in (name, name.encode("ascii").decode("idna")):
        raise ValueError(host)
    return name


def _led_on(there: _Destination, location: str) -> _Destination:
    # A header is read as Latin-1; what servers write there beyond ASCII is UTF-8.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        url = urljoin(there.url, location)
    except ValueError:
        raise NotFetched(f"{there.url} leads to an address that cannot be read", _BY_HAND) from None
    onward = _destination(url)
    if there.scheme == "https" and onward.scheme == "http":
        what = f"{there.url} leads from https to http, where anybody on the way could change the text"
        raise NotFetched(what, _BY_HAND)
    return onward


def _ask(there: _Destination, network: Network, deadline: Deadline, largest: int) -> Fetched | str:
    """What a server answers: a document, or the address that it leads on to."""
    addresses = deadline.waits_for(lambda: network.look_up(there.host))
    _refuse_unless_public(there, addresses)
    with ExitStack() as stack:
        wire = _connected(network, addresses, _PORTS[there.scheme], deadline)
        stack.callback(_let_go, wire)
        stack.enter_context(deadline.cuts(wire))
        wire.settimeout(deadline.left)
        if there.scheme == "https":
            wire = _trust().wrap_socket(wire, server_hostname=there.host.removesuffix("."))
            stack.callback(_let_go, wire)
        connection = stack.enter_context(closing(HTTPConnection(there.host, timeout=deadline.left)))
        connection.sock = wire
        connection.request("GET", there.target, headers={"Host": there.named} | _HEADERS, preload_content=False)
        response = stack.enter_context(closing(connection.getresponse()))
        if response.status in _REDIRECTS and "Location" in response.headers:
            return response.headers["Location"]
        return _document(there, response, largest)


def _refuse_unless_public(there: _Destination, addresses: Sequence[Address]) -> None:
    if not addresses:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    for address in addresses:
        if not is_public(address):
            named = there.host if there.host == str(address) else f"{there.host} ({address})"
            raise NotFetched(f"{named} is not on the public Internet, and an import asks nothing else", _BY_HAND)


def _connected(network: Network, addresses: Sequence[Address], port: int, deadline: Deadline) -> socket.socket:
    """A connection to the first of the addresses that takes one."""
    for address in addresses:
        try:
            return network.connect(address, port, min(deadline.left, SECONDS_TO_CONNECT))
        except OSError as error:
            failure = error
    raise failure


def _let_go(wire: socket.socket) -> None:
    """Close a connection even where an answer that urllib3 could make nothing of still holds on to it."""
    if (descriptor := wire.detach()) >= 0:
        socket.close(descriptor)


def _trust() -> ssl.SSLContext:
    """Who may vouch for a host: those whom this machine trusts, and certifi's where a Python was installed with nobody."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _document(there: _Destination, response: HTTPResponse, largest: int) -> Fetched:
    if response.status != HTTPStatus.OK:
        phrase = next((f" ({known.phrase})" for known in HTTPStatus if known == response.status), "")
        raise NotFetched(f"{there.url} is answered with {response.status}{phrase}", "Look at it in a browser")
    said = response.headers.get("Content-Type", "")
    media_type = media_type_of(said)
    if media_type and media_type not in (*MEDIA_TYPES, *_SAYS_NOTHING):
        raise NotFetched(f"{there.url} is {media_type}, which an import does not read", "Give the address of a text")
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in _PACKINGS:
        raise NotFetched(f"{there.url} comes packed in a way that was not asked for", _BY_HAND)
    return Fetched(there.url, _body(there, response, largest), media_type, charset_of(said))


def _body(there: _Destination, response: HTTPResponse, largest: int) -> bytes:
    """All that a server sends, unpacked as it comes, so that what unpacks without end is found early."""
    size = response.length_remaining or 0
    raw = bytearray()
    while size <= largest and (piece := response.read1(65_536)):
        raw += piece
        size = max(size, len(raw))
    if size > largest:
        raise NotFetched(f"{there.url} is larger than {largest / 1_000_000:g} MB", "Save its text and import that")
    return bytes(raw)


@contextmanager
def _in_words(there: _Destination, deadline: Deadline) -> Iterator[None]:
    """Say in one line what went wrong on the way. What is cut off at the deadline may look as if it had come to its end."""
    late = f"{there.host} took longer than {deadline.seconds:g} seconds", f"Try again later. {_BY_HAND}"
    try:
        yield
    except (OSError, HTTPError, HTTPException) as error:
        if deadline.passed:
            raise NotFetched(*late) from None
        raise NotFetched(*_reason(there.host, error)) from None
    if deadline.passed:
        raise NotFetched(*late)


def _reason(host: str, error: Exception) -> tuple[str, str]:
    """What an error of a connection means, and the remedy."""
    match error:
        case socket.gaierror():
            return f"no host of the name {host} was found", "Check the address and your connection to the Internet"
        case ssl.SSLCertVerificationError():
            what = f"the certificate of {host} is not valid ({error.verify_message.rstrip('.')})"
            return what, "Look at it in a browser; another host may be answering in its name"
        case ssl.SSLError():
            return f"{host} makes no secure connection", "Try the address in a browser"
        case TimeoutError():
            return f"{host} does not answer", "Check the address and try again later"
        case OSError(strerror=str(reason)):
            return f"{host} could not be reached or broke off ({reason})", "Try again later"
        case _:
            return f"the answer of {host} broke off or cannot be read", f"Try again later. {_BY_HAND}"
