"""Reads a page as a reader does: its headings, its links by their words, what is marked, where a link leads."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "line", "rect"]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


@dataclass
class Element:
    """An element with its text, white space folded, as far as it has been read."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


class Page(HTMLParser):
    """A page that was answered."""

    def __init__(self, html: str, status: int = 200) -> None:
        super().__init__()
        self.html, self.status = html, status
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not [one.tag for one in self._open], f"elements are left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(one.tag for one in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, ()))

    def handle_endtag(self, tag: str) -> None:
        last = self._open.pop()
        assert last.tag == tag, f"</{tag}> closes <{last.tag}>"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.parts.append(data)

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def texts(self, *tags: str) -> list[str]:
        return [element.text for element in self.all(*tags)]

    @property
    def text(self) -> str:
        """All that a reader reads between the masthead and the footer."""
        return self.texts("main")[0]

    @property
    def headings(self) -> list[str]:
        return [element.text for element in self.elements if element.tag in HEADINGS]

    @property
    def marks(self) -> list[str]:
        return self.texts("mark")

    @property
    def title(self) -> str:
        return self.texts("title")[0]

    @property
    def links(self) -> list[Element]:
        return self.all("a")

    @property
    def ids(self) -> list[str]:
        return [element["id"] for element in self.elements if element["id"]]

    def link(self, words: str) -> str:
        """Where the one link (or the first of several to one place) with these words, or labelled so, leads."""
        found = [a for a in self.links if words in (a.text, a["aria-label"])] or [
            a for a in self.links if words in a.text or words in a["aria-label"]
        ]
        assert found, f"no link says “{words}”: {[a.text for a in self.links]}"
        assert len({a["href"] for a in found}) == 1, f"“{words}” leads to {[a['href'] for a in found]}"
        return found[0]["href"]

    def links_named(self, words: str) -> list[str]:
        return [a["href"] for a in self.links if words in a.text]

    def field(self, name: str) -> list[str]:
        """The values that the fields of a name hold."""
        return [one["value"] for one in self.all("input") if one["name"] == name]

    def passage(self, anchor: str) -> Element:
        return next(element for element in self.elements if element["id"] == anchor)


def read(client: FlaskClient, url: str, status: int = 200) -> Page:
    """Ask for a page; it must be answered with this status, in HTML."""
    response = client.get(url)
    assert response.status_code == status, f"{url}: {response.status_code}\n{response.text[:2000]}"
    assert response.mimetype == "text/html", url
    return Page(response.text, response.status_code)


def json(client: FlaskClient, url: str, status: int = 200) -> dict:
    """Ask for a document; it must be answered with this status, as JSON."""
    response = client.get(url)
    assert response.status_code == status, f"{url}: {response.status_code}\n{response.text[:2000]}"
    assert response.mimetype == "application/json", url
    return response.get_json()


def follow(client: FlaskClient, url: str) -> tuple[Page, Element | None]:
    """Follow a link within the room: the page, and the element that its fragment leads to."""
    path, _, fragment = url.partition("#")
    page = read(client, path)
    return page, page.passage(fragment) if fragment else None


def dangers(page: Page) -> list[str]:
    """What a page of the room never has: inline scripts and styles, handlers, addresses that run, files of third parties."""
    found = []
    for element in page.elements:
        found += [f"{element.tag} {name}" for name in element.attributes if name.startswith("on") or name == "style"]
        found += [
            f"{name}={value}"
            for name, value in element.attributes.items()
            if name in ("href", "src", "action", "formaction")
            and re.match(r"\s*(javascript|data|vbscript):", value, re.I)
        ]
        data = element["type"] == "application/ld+json"  # a browser runs none of it
        if element.tag == "style" or (element.tag == "script" and not data and (not element["src"] or element.text)):
            found.append(f"inline {element.tag}")
        if element.tag in ("iframe", "object", "embed", "base"):
            found.append(element.tag)
        names = element["rel"] in ("canonical", "alternate", "schema.DC", "schema.DCTERMS")  # and loads nothing
        loads = element["src"] or (element["href"] if element.tag == "link" and not names else "")
        if loads and not re.match(r"/(?!/)", loads):
            found.append(f"{element.tag} loads {loads}")
    return found
