"""Documents of the web, from servers on this machine that stand behind addresses of our choice. Nothing leaves the machine."""

import contextlib
import gzip
import itertools
import socket
import socketserver
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reading_room.importing.fetching import Fetched, Internet, NotFetched, fetch
from reading_room.importing.public_addresses import Address, is_public

CERTIFICATE = Path(__file__).with_name("news.example.pem")
PUBLIC, OTHER_PUBLIC, PUBLIC_6 = "93.184.215.14", "93.184.215.15", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
PAGE = "<p>Der Rat schließt den Markt.</p>".encode()

Answer = bytes | Callable[[socket.socket], None]


class Server(socketserver.ThreadingTCPServer):
    """Answers each path with the bytes given for it, in plain or by TLS, as it is asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers: dict[str, Answer] = {}
        self.requests: list[str] = []
        self.closing = threading.Event()
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(CERTIFICATE)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Conversation(socketserver.BaseRequestHandler):
    server: Server
    request: socket.socket

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            if self.request.recv(1, socket.MSG_PEEK) == b"\x16":
                with self.server.tls.wrap_socket(self.request, server_side=True) as secure:
                    self.answer(secure)
            else:
                self.answer(self.request)

    def answer(self, connection: socket.socket) -> None:
        asked = b""
        while not asked.endswith(b"\r\n\r\n"):
            if not (received := connection.recv(65_536)):
                return
            asked += received
        self.server.requests.append(asked.decode("ascii"))
        answer = self.server.answers[asked.split()[1].decode("ascii")]
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)


class OurInternet:
    """Each name has the addresses of its next entry; behind all addresses stands one server of this machine."""

    def __init__(self, port: int, **names: Sequence[str] | Iterator[Sequence[str]]) -> None:
        self.port = port
        self.names = {"news.example": [PUBLIC], "other.example": [OTHER_PUBLIC]} | names
        self.looked_up: list[str] = []
        self.connected: list[tuple[str, int]] = []

    def look_up(self, host: str) -> Sequence[Address]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        given = self.names[host]
        return [ip_address(address) for address in (next(given) if isinstance(given, Iterator) else given)]

    def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
        self.connected.append((str(address), port))
        return socket.create_connection(("127.0.0.1", self.port), seconds)


class Numbers(Internet):
    """Reads every spelling of a number that the machine reads, and no name; connects to nothing."""

    def look_up(self, host: str) -> Sequence[Address]:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return [ip_address(place[0]) for *_, place in found]

    def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
        raise AssertionError(f"{address} was to be connected to")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def network(server: Server) -> OurInternet:
    return OurInternet(server.port)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate of news.example is among those that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


def answer(body: bytes = PAGE, status: str = "200 OK", length: int | None = None, **fields: str) -> bytes:
    named = {"Content_Type": "text/html", "Content_Length": str(len(body) if length is None else length)} | fields
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def leading_to(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, Location=location)


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


def refused(url: str, network: OurInternet | Internet, **limits: float) -> str:
    """The one line that says why there is no document."""
    with pytest.raises(NotFetched) as raised:
        fetch(url, network=network, **limits)  # type: ignore[arg-type]
    for said in (raised.value.what, raised.value.remedy):
        assert said
        assert said.isprintable()
        assert not said.endswith(".")
    return raised.value.what


def test_a_page_comes_with_its_address_its_type_and_its_encoding(server: Server, network: OurInternet) -> None:
    server.answers["/market?day=2"] = answer(Content_Type='Text/HTML; Charset="ISO-8859-9"')
    assert fetch("http://news.example/market?day=2#prices", network=network) == Fetched(
        "http://news.example/market?day=2", PAGE, "text/html", "iso-8859-9"
    )
    assert network.connected == [(PUBLIC, 80)]


def test_the_request_says_who_asks_and_nothing_else_of_the_keeper(server: Server, network: OurInternet) -> None:
    server.answers |= {"/first": answer(b"", "302 Found", Location="/then", Set_Cookie="id=7"), "/then": answer()}
    fetch("http://news.example/first", network=network)
    for target, request in zip(("/first", "/then"), server.requests, strict=True):
        first, *fields = request.removesuffix("\r\n\r\n").split("\r\n")
        assert first == f"GET {target} HTTP/1.1"
        said = dict(field.split(": ", 1) for field in fields)
        assert said.pop("User-Agent").startswith("reading-room-import")
        assert said.pop("Host") == "news.example"
        assert said.keys() == {"Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    ("content_type", "media_type", "charset"),
    [
        ("text/plain;charset=windows-1256", "text/plain", "windows-1256"),
        ("text/html; charset=utf-8, text/html", "text/html", "utf-8"),
        ("application/epub+zip", "application/epub+zip", None),
        ("text/xml; charset=", "text/xml", None),
        ("a\x1b[31m word", None, None),
        ("", None, None),
    ],
)
def test_only_a_type_and_an_encoding_that_are_said_are_given(
    server: Server, network: OurInternet, content_type: str, media_type: str | None, charset: str | None
) -> None:
    server.answers["/"] = answer(Content_Type=content_type)
    fetched = fetch("http://news.example", network=network)
    assert (fetched.media_type, fetched.charset) == (media_type, charset)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://news.example/рынок", "/%D1%80%D1%8B%D0%BD%D0%BE%D0%BA"),
        ("http://news.example/%D1%80?q=a b&c=é", "/%D1%80?q=a%20b&c=%C3%A9"),
        ("http://NEWS.example:80", "/"),
        ("http://news.example/a\\b\r\nX: y", "/a%5CbX:%20y"),
    ],
)
def test_paths_in_any_script_are_asked_for_in_ascii(
    server: Server, network: OurInternet, url: str, target: str
) -> None:
    server.answers[target] = answer()
    assert fetch(url, network=network).url == f"http://news.example{target}"


def test_hosts_in_any_script_are_asked_for_by_their_ascii_names(server: Server) -> None:
    network = OurInternet(server.port, **{"xn--80aswg.xn--p1ai": [PUBLIC]})
    server.answers["/"] = answer()
    assert fetch("http://сайт.рф/", network=network).url == "http://xn--80aswg.xn--p1ai/"
    assert "Host: xn--80aswg.xn--p1ai\r\n" in server.requests[0]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://news.example/",
        "javascript:alert(1)",
        "news.example/page",
        "//news.example/page",
        "http:news.example",
        "http://",
        "http:///page",
        "http://user@news.example/",
        "http://user:word@news.example/",
        "http://news.example@10.0.0.1/",
        "http://news.example\\@10.0.0.1/",
        "http://news.example:22/",
        "http://news.example:443/",
        "https://news.example:80/",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://[2606:2800::/",
        "http://[2606:2800::1%25eth0]/",
        "http://news..example/",
        "http://.news.example/",
        "http://news example/",
        "http://news%2eexample/",
        "http://straße.example/",
        "http://news。example/",
        f"http://{'a' * 64}.example/",
        f"http://news.example/{'a' * 9000}",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused_before_anybody_is_asked(network: OurInternet, url: str) -> None:
    refused(url, network)
    assert network.looked_up == []


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.8.8", "169.254.169.254"),
        *("172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
        *("198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
        *("255.255.255.255", "168.63.129.16"),
        *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),
        *("::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::5db8:d70e", "100::1"),
        *("2001::1", "2001:0:5db8:d70e::", "2001:db8::1", "2002:7f00:1::", "2002:5db8:d70e::1", "3fff::1", "5f00::1"),
        *("fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%2", "fec0::1", "ff02::1", "4000::1"),
    ],
)
def test_no_address_inside_a_network_is_asked(address: str) -> None:
    assert not is_public(ip_address(address))
    network = OurInternet(0, **{"news.example": [address]})
    assert refused("https://news.example/", network).startswith(
        f"news.example ({ip_address(address)}) is not on the public Internet"
    )
    assert network.connected == []


@pytest.mark.parametrize("address", [PUBLIC, PUBLIC_6, "1.1.1.1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"])
def test_public_addresses_may_be_asked_however_the_network_writes_them(server: Server, address: str) -> None:
    assert is_public(ip_address(address))
    server.answers["/"] = answer()
    network = OurInternet(server.port, **{"news.example": [address]})
    assert fetch("http://news.example/", network=network).raw == PAGE
    assert [ip_address(connected) for connected, _ in network.connected] == [ip_address(address)]


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "127.0.0.1.", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "017700000001", "0"),
        *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[fe80::1]", "[::127.0.0.1]"),
        *("169.254.169.254", "2852039166", "10.0.0.1", "１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "0x7f.0x0.0x0.0x1"),
    ],
)
def test_this_machine_is_not_asked_in_any_spelling(host: str) -> None:
    refused(f"http://{host}/", Numbers())


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "localhost.", "printer"])
def test_a_name_is_what_it_is_looked_up_as(host: str) -> None:
    network = OurInternet(0, **{host.lower(): ["127.0.0.1"]})
    assert "not on the public Internet" in refused(f"http://{host}/", network)


def test_the_machine_reads_numbers_as_it_does_for_any_program() -> None:
    assert Internet().look_up("93.184.215.14") == [ip_address(PUBLIC)]
    assert Internet().look_up(PUBLIC_6) == [ip_address(PUBLIC_6)]


@pytest.mark.parametrize("addresses", [[PUBLIC, "10.0.0.1"], ["::1", PUBLIC], [PUBLIC_6, PUBLIC, "fd00::1"]])
def test_one_address_inside_a_network_among_public_ones_is_enough_to_refuse(addresses: list[str]) -> None:
    network = OurInternet(0, **{"news.example": addresses})
    assert "not on the public Internet" in refused("http://news.example/", network)
    assert network.connected == []


def test_a_name_that_changes_its_address_after_the_check_is_connected_to_at_the_address_checked(
    server: Server,
) -> None:
    server.answers["/"] = answer()
    network = OurInternet(server.port, **{"news.example": iter([[PUBLIC], ["127.0.0.1"]])})
    assert fetch("http://news.example/", network=network).raw == PAGE
    assert network.looked_up == ["news.example"]
    assert network.connected == [(PUBLIC, 80)]


def test_a_name_that_changes_its_address_between_redirects_is_checked_again(server: Server) -> None:
    server.answers["/"] = leading_to("/again")
    network = OurInternet(server.port, **{"news.example": iter([[PUBLIC], ["127.0.0.1"]])})
    assert "not on the public Internet" in refused("http://news.example/", network)
    assert network.connected == [(PUBLIC, 80)]


def test_the_next_address_is_tried_where_one_does_not_answer(server: Server) -> None:
    class HalfDown(OurInternet):
        def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
            if address.version == 6:
                raise OSError(101, "Network is unreachable")
            return super().connect(address, port, seconds)

    server.answers["/"] = answer()
    assert (
        fetch("http://news.example", network=HalfDown(server.port, **{"news.example": [PUBLIC_6, PUBLIC]})).raw == PAGE
    )


def test_proxies_of_the_environment_are_not_used(
    server: Server, network: OurInternet, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.answers["/"] = answer()
    assert fetch("http://news.example/", network=network).raw == PAGE


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_redirects_are_followed_and_the_last_address_is_given(
    server: Server, network: OurInternet, status: str
) -> None:
    server.answers |= {
        "/a/old": leading_to("new?x=1", status),
        "/a/new?x=1": leading_to("//other.example/b", status),
        "/b": answer(),
    }
    assert fetch("http://news.example/a/old", network=network).url == "http://other.example/b"
    assert network.looked_up == ["news.example", "news.example", "other.example"]


def test_a_redirect_may_be_written_in_any_script(server: Server, network: OurInternet) -> None:
    raw = leading_to("@").replace(b"@", "/рынок".encode())
    server.answers |= {"/": raw, "/%D1%80%D1%8B%D0%BD%D0%BE%D0%BA": answer()}
    assert fetch("http://news.example/", network=network).raw == PAGE


@pytest.mark.parametrize(
    "location",
    [
        "http://inside.example/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://other.example:6379/",
        "http://user@other.example/",
        "http://[other/",
        "file:///etc/passwd",
        "gopher://other.example/",
        "javascript:alert(1)",
        "http://nowhere.example/",
    ],
)
def test_a_redirect_is_refused_for_all_that_an_address_is_refused_for(server: Server, location: str) -> None:
    class WithNumbers(OurInternet):
        def look_up(self, host: str) -> Sequence[Address]:
            return super().look_up(host) if host.endswith(".example") else Numbers().look_up(host)

    network = WithNumbers(server.port, **{"inside.example": ["10.0.0.1"]})
    server.answers["/"] = leading_to(location)
    refused("http://news.example/", network)
    assert network.connected == [(PUBLIC, 80)]


def test_redirects_end_after_five(server: Server, network: OurInternet) -> None:
    server.answers |= {f"/{at}": leading_to(f"/{at + 1}") for at in range(5)} | {"/5": answer()}
    assert fetch("http://news.example/0", network=network).url == "http://news.example/5"
    server.answers["/round"] = leading_to("/round")
    server.requests.clear()
    assert "more than 5 times" in refused("http://news.example/round", network)
    assert len(server.requests) == 6


@pytest.mark.usefixtures("trusted")
def test_a_host_shows_by_its_certificate_that_it_is_the_one_named(server: Server, network: OurInternet) -> None:
    server.answers["/"] = answer()
    assert fetch("https://news.example/", network=network).raw == PAGE
    assert network.connected == [(PUBLIC, 443)]
    assert fetch("https://news.example./", network=OurInternet(server.port, **{"news.example.": [PUBLIC]})).raw == PAGE
    assert "Host: news.example\r\n" in server.requests[1]


@pytest.mark.usefixtures("trusted")
def test_the_certificate_of_another_host_is_not_enough(server: Server, network: OurInternet) -> None:
    assert "certificate of other.example is not valid" in refused("https://other.example/", network)
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
def test_the_certificate_of_a_name_is_not_that_of_its_number(server: Server) -> None:
    network = OurInternet(server.port, **{PUBLIC: [PUBLIC]})
    assert f"certificate of {PUBLIC} is not valid" in refused(f"https://{PUBLIC}/", network)


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Server, network: OurInternet) -> None:
    assert "certificate of news.example is not valid" in refused("https://news.example/", network)
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_redirect_goes_from_http_to_https_but_never_back(server: Server, network: OurInternet) -> None:
    server.answers |= {"/": answer(), "/secure": answer()}
    server.answers |= {"/up": leading_to("https://news.example/secure"), "/down": leading_to("http://news.example/")}
    assert fetch("http://news.example/up", network=network).url == "https://news.example/secure"
    assert "from https to http" in refused("https://news.example/down", network)


def test_a_host_without_tls_is_told_from_a_bad_certificate(network: OurInternet) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def in_plain() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(answer())
                connection.recv(1)

        thread = threading.Thread(target=in_plain)
        thread.start()
        network.port = listening.getsockname()[1]
        assert refused("https://news.example/", network) == "news.example makes no secure connection"
        thread.join()


@pytest.mark.parametrize(
    "status", ["404 Gone fishing", "403 Forbidden", "500 Oops", "204 No Content", "304 Not Modified"]
)
def test_anything_but_a_page_is_told_by_its_number(server: Server, network: OurInternet, status: str) -> None:
    server.answers["/"] = answer(b"", status)
    assert f"answered with {status[:3]} (" in refused("http://news.example/", network)


def test_a_number_that_nobody_knows_and_a_redirect_to_nowhere_are_told_too(
    server: Server, network: OurInternet
) -> None:
    server.answers |= {"/": answer(b"", "799 \x1b[31m"), "/moved": answer(b"", "301 Moved")}
    assert refused("http://news.example/", network) == "http://news.example/ is answered with 799"
    assert "301 (Moved Permanently)" in refused("http://news.example/moved", network)


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "text/css", "application/zip", "application/wasm"])
def test_what_no_reader_reads_is_not_loaded(server: Server, network: OurInternet, media_type: str) -> None:
    server.answers["/"] = answer(Content_Type=media_type)
    assert f"is {media_type}, which an import does not read" in refused("http://news.example/", network)


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body, wbits=-15)),
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(
    server: Server, network: OurInternet, packing: str, pack: Callable[[bytes], bytes]
) -> None:
    page = PAGE * 10_000
    server.answers["/"] = answer(pack(page), Content_Encoding=packing)
    half = len(pack(page)) // 2
    parts = chunked(pack(page)[:half], pack(page)[half:])
    server.answers["/parts"] = answer(parts, Content_Encoding=packing, Content_Length="", Transfer_Encoding="chunked")
    assert fetch("http://news.example/", network=network).raw == page
    assert fetch("http://news.example/parts", network=network).raw == page


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "\x1b[31m"])
def test_a_packing_that_was_not_asked_for_is_refused(server: Server, network: OurInternet, packing: str) -> None:
    server.answers["/"] = answer(Content_Encoding=packing)
    assert "packed in a way that was not asked for" in refused("http://news.example/", network)


@pytest.mark.parametrize("size", [10_000, 10_001])
def test_a_document_may_be_as_large_as_the_limit_and_no_larger(server: Server, network: OurInternet, size: int) -> None:
    body = b"x" * size
    server.answers["/said"] = answer(body)
    server.answers["/until-the-end"] = answer(body, Content_Length="")
    server.answers["/parts"] = answer(chunked(body), Content_Length="", Transfer_Encoding="chunked")
    server.answers["/packed"] = answer(gzip.compress(body), Content_Encoding="gzip")
    for path in ("/said", "/until-the-end", "/parts", "/packed"):
        if size <= 10_000:
            assert fetch(f"http://news.example{path}", network=network, largest=10_000).raw == body
        else:
            assert "larger than 0.01 MB" in refused(f"http://news.example{path}", network, largest=10_000)


def test_what_is_announced_as_too_large_is_not_loaded(server: Server, network: OurInternet) -> None:
    server.answers["/"] = answer(b"", length=30_000_000)
    assert "larger than 20 MB" in refused("http://news.example/", network)


def test_what_unpacks_without_end_takes_no_more_memory_than_the_limit(server: Server, network: OurInternet) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(200)), packer.flush()])
    server.answers["/"] = answer(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    assert "larger than 0.1 MB" in refused("http://news.example/", network, largest=100_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4_000_000


def test_a_part_of_less_than_nothing_does_not_make_everything_be_read_at_once(
    server: Server, network: OurInternet
) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(answer(b"-1\r\n", Content_Length="", Transfer_Encoding="chunked"))
        for _ in range(400):
            connection.sendall(bytes(100_000))

    server.answers["/"] = endless
    tracemalloc.start()
    refused("http://news.example/", network, largest=100_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4_000_000


def drip(server: Server, before: bytes, drop: bytes) -> Callable[[socket.socket], None]:
    """One piece after another, each soon enough for any timeout, for far longer than anybody should wait."""

    def send(connection: socket.socket) -> None:
        connection.sendall(before)
        for _ in range(400):
            if not server.closing.wait(0.02):
                connection.sendall(drop)

    return send


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.usefixtures("trusted")
def test_a_server_that_never_comes_to_an_end_is_left_at_the_deadline(
    server: Server, network: OurInternet, scheme: str
) -> None:
    parts = answer(b"", Content_Length="", Transfer_Encoding="chunked")
    server.answers |= {
        "/status": drip(server, b"HTTP/1.1 200 O", b"K"),
        "/interim": drip(server, b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        "/head": drip(server, b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        "/body": drip(server, answer(b"", length=10_000_000), b"x"),
        "/until-the-end": drip(server, answer(b"", Content_Length=""), b"x"),
        "/parts": drip(server, parts, b"1\r\nx\r\n"),
        "/size-of-a-part": drip(server, parts, b"0"),
        "/packed": drip(server, answer(b"", Content_Encoding="gzip", Content_Length=""), gzip.compress(b"")),
        "/silent": drip(server, b"", b""),
    }
    for path in server.answers:
        began = time.monotonic()
        assert (
            refused(f"{scheme}://news.example{path}", network, seconds=0.3)
            == "news.example took longer than 0.3 seconds"
        )
        assert 0.3 <= time.monotonic() - began < 3, path


def test_the_time_is_one_for_all_redirects(server: Server, network: OurInternet) -> None:
    def slow(connection: socket.socket) -> None:
        server.closing.wait(0.2)
        connection.sendall(leading_to("/"))

    server.answers["/"] = slow
    began = time.monotonic()
    assert "took longer than 0.5 seconds" in refused("http://news.example/", network, seconds=0.5)
    assert time.monotonic() - began < 3


def test_a_slow_look_up_and_a_slow_handshake_count_too(server: Server, network: OurInternet) -> None:
    class Slow(OurInternet):
        def look_up(self, host: str) -> Sequence[Address]:
            server.closing.wait(60)
            return super().look_up(host)

    assert "took longer than" in refused("http://news.example/", Slow(server.port), seconds=0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        network.port = silent.getsockname()[1]
        assert "took longer than" in refused("https://news.example/", network, seconds=0.2)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n",
        b"220 mail.example ESMTP\r\n",
        b"HTTP/1.1 twohundred OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        answer(length=1000),
        answer(b"5\r\nab", Content_Length="", Transfer_Encoding="chunked"),
        answer(b"word\r\nab", Content_Length="", Transfer_Encoding="chunked"),
        answer(b"not packed", Content_Encoding="gzip"),
        answer(Content_Length="5, 7"),
    ],
)
def test_an_answer_that_is_none_or_breaks_off_gives_one_line(server: Server, network: OurInternet, raw: bytes) -> None:
    server.answers["/"] = raw
    assert "news.example" in refused("http://news.example/", network)


def test_hosts_that_are_not_there_are_told_apart() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    assert "no host of the name nowhere.example" in refused("http://nowhere.example/", OurInternet(free))
    assert "could not be reached" in refused("http://news.example/", OurInternet(free))
    assert "no host of the name" in refused("http://news.example/", OurInternet(free, **{"news.example": []}))

    class Silent(OurInternet):
        def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
            raise TimeoutError("timed out")

    assert "does not answer" in refused("http://news.example/", Silent(free))


class Nowhere(Internet):
    """Every name is of an address inside the network."""

    def look_up(self, host: str) -> Sequence[Address]:
        return [ip_address("127.0.0.1")]

    def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
        raise AssertionError


_PARTS = st.sampled_from(
    [
        "http",
        "https",
        "://",
        "//",
        ":",
        "/",
        "@",
        "[",
        "]",
        "::1",
        ".",
        "%",
        "?",
        "#",
        "\\",
        " ",
        "\n",
        "xn--",
        "é",
        "1",
    ]
)


@settings(max_examples=400, database=None)
@given(st.one_of(st.text(), st.text().map("http://".__add__), st.lists(_PARTS, max_size=12).map("".join)))
@example("http://[::ffff:1.2.3.4]:80/")
@example("http://xn--\udc80/")
@example("https://xn--a.example/")
def test_any_words_as_an_address_are_refused_in_words(url: str) -> None:
    with pytest.raises(NotFetched):
        fetch(url, network=Nowhere())


_FIELDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"Content-Type: text/html; charset=x",
                b"Transfer-Encoding: chunked",
                b"Content-Encoding: gzip",
                b"Content-Encoding: deflate",
                b"Content-Length: 4",
                b"Content-Length: -1",
                b"Location: http://[",
                b"Location: /%",
            ]
        ),
        st.binary(max_size=30),
    ),
    max_size=4,
).map(lambda fields: b"".join(field + b"\r\n" for field in fields))


@settings(max_examples=200, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 302 Found\r\n", b""]),
    _FIELDS,
    st.one_of(
        st.binary(),
        st.lists(st.binary(), max_size=3).map(lambda parts: chunked(*parts)),
        st.binary().map(gzip.compress),
    ),
)
def test_any_bytes_as_an_answer_are_a_document_or_refused_in_words(first: bytes, fields: bytes, body: bytes) -> None:
    class Said(Internet):
        def __init__(self, stack: contextlib.ExitStack) -> None:
            self.stack = stack

        def look_up(self, host: str) -> Sequence[Address]:
            return [ip_address(PUBLIC)]

        def connect(self, address: Address, port: int, seconds: float) -> socket.socket:
            ours, theirs = socket.socketpair()
            self.stack.enter_context(theirs).sendall(first + fields + b"\r\n" + body)
            theirs.shutdown(socket.SHUT_WR)
            return ours

    with contextlib.ExitStack() as stack, contextlib.suppress(NotFetched):
        assert isinstance(fetch("http://news.example/", network=Said(stack)), Fetched)


def test_nothing_is_left_running_after_a_fetch(server: Server, network: OurInternet) -> None:
    server.answers["/"] = answer()
    for _ in itertools.repeat(None, 5):
        fetch("http://news.example/", network=network)
    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
