"""References for people: APA, Chicago, MLA, plain words and Wikipedia’s cite news.

Each names the published text first, as its style has it, and then where it was read: the paragraph, the version and its date, and
the address. A paragraph number is no part of a list of references in these styles; it stands there because it is what leads to
the words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from reading_room.citing.citation import Citation
from reading_room.citing.dates import (
    Point,
    day_first,
    day_first_short,
    month_first,
    point_of,
    written,
    year_first,
)
from reading_room.citing.names import Name

_ENCODED_LETTERS = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)
_AS_IT_IS = re.compile(r"[\w:/?#@!$&'*+,;=.~%-]*")
"""An address that still ends where it ends when it stands in a sentence."""
_MOST_NAMED = 20
"""Authors; nobody has more, and a reference must end."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reference: the name of a newspaper is set in italics, a title in its own direction."""

    text: str
    italic: bool = False
    language: str = ""
    """Of a title, where it is known."""
    address: bool = False


Reference = tuple[Part, ...]


def apa(cited: Citation) -> Reference:
    """`Writer, A. (2001, May 4). Title. Outlet. https://…`; without an author the title comes first."""
    when = f"({written(cited.published, year_first, cited.inferred)})."
    authors = _apa_authors(cited.authors[:_MOST_NAMED])
    title = (_title(cited.title, cited), Part(_stop(cited.title)))
    opening = [Part(f"{_closed(authors)} {when} "), *title] if authors else [*title, Part(f" {when}")]
    return (*opening, *_outlet(cited, " ", "."), *_original(cited), *_held(cited, month_first, "para.", "paras."))


def chicago(cited: Citation) -> Reference:
    """`Writer, A. “Title.” Outlet, May 4, 2001. https://…`; of an unsigned text the outlet stands for the author."""
    when = written(cited.published, month_first, cited.inferred)
    held = (*_original(cited), *_held(cited, month_first, "para.", "paras."))
    authors = _listed(cited.authors[:_MOST_NAMED], "and")
    if authors:
        return (Part(f"{_closed(authors)} "), *_quoted(cited), *_outlet(cited, " ", ", "), *_dated(cited, when), *held)
    return (*_outlet(cited, "", ". "), *_quoted(cited), Part(f" {_closed(when)}"), *held)


def mla(cited: Citation) -> Reference:
    """`Writer, A. “Title.” Outlet, 4 May 2001, https://…`."""
    when = written(cited.published, day_first_short, cited.inferred)
    authors = _listed(cited.authors[:2], "and") if len(cited.authors) < 3 else f"{cited.authors[0].inverted}, et al."
    opening = [Part(f"{_closed(authors)} ")] if authors else []
    held = (*_original(cited), *_held(cited, day_first_short, "par.", "pars."))
    return (*opening, *_quoted(cited), *_outlet(cited, " ", ", "), *_dated(cited, when), *held)


def plain(cited: Citation) -> Reference:
    """`Outlet, “Title”, 4 May 2001, by A. Writer; paragraph 2 of version 1 (3 May 2020), The reading room, https://…`."""
    when = written(cited.published, day_first, cited.inferred).replace("n.d.", "date not known")
    by = f", by {' and '.join(name.straight for name in cited.authors)}" if cited.authors else ""
    opening = [Part(f"{cited.outlet}, ")] if cited.outlet else []
    before, after = ("", "") if cited.described else ("“", "”")
    title = _title(cited.title if cited.described else _inner(cited.title), cited)
    original = (Part(" ("), _address(cited.article.url), Part(")")) if cited.article.url else ()
    held = _where(cited, day_first, "paragraph", "paragraphs", "digest of it", "excerpt of it")
    ending = (Part(f"{after}, {when}{by}"), *original, Part(f"; {held}, "), _address(cited.url))
    return (*opening, Part(before), title, *ending)


STYLES: dict[str, Callable[[Citation], Reference]] = {"APA": apa, "Chicago": chicago, "MLA": mla, "Plain": plain}


def wikipedia(cited: Citation) -> str:
    """Wikipedia’s template `cite news`. A digest is no archived copy and not the source’s wording, and is not given as such."""
    original, own = cited.article.url, not cited.digest
    people = [name for name in cited.authors if name.given]
    fields: list[tuple[str, str]] = []
    for number, name in enumerate(people, 1):
        fields += [(f"last{number}", name.family), (f"first{number}", name.given)]
    if not people and cited.authors:
        fields.append(("agency" if not cited.article.author else "author", cited.authors[0].family))
    if people and cited.article.wire:
        fields.append(("agency", cited.article.wire))
    fields += [
        ("title", cited.title),
        ("work", cited.outlet),
        ("date", "" if cited.published is None else written(cited.published, day_first, inferred=False)),
        ("language", cited.title_language if cited.title_language.split("-")[0] not in ("en", "und") else ""),
        ("url", original or (cited.url if own else "")),
        ("archive-url", cited.url if original and own else ""),
        ("archive-date", day_first(point_of(cited.read)) if original and own else ""),
        ("access-date", day_first(point_of(cited.read)) if not original and own else ""),
        ("at", cited.placed("para.", "paras.") if own else ""),
        ("quote", cited.words if own else ""),
    ]
    template = "".join(f" |{name}={_wiki(value, name)}" for name, value in fields if value)
    read = "" if own else f" Read in {_wiki(_where(cited, day_first, 'para.', 'paras.', 'digest'))}, {cited.url}"
    return f"{{{{cite news{template}}}}}{read}"


def _wiki(value: str, field: str = "") -> str:
    """Wikitext that is read as it stands: no bar, brace or bracket of it means anything."""
    if "url" in field:
        return "".join(f"%{ord(sign):02X}" if sign in "|{}[] <>\"'" else sign for sign in value)
    signs = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;", ">": "&gt;"}
    return "".join(signs.get(sign, sign) for sign in " ".join(value.split())).replace("''", "&#39;&#39;")


def _apa_authors(authors: Sequence[Name]) -> str:
    *others, last = [name.with_initials for name in authors] or [""]
    return f"{', '.join(others)}, & {last}" if others else last


def _listed(authors: Sequence[Name], joining: str) -> str:
    """The first author with the family name in front, the others as they are spoken."""
    *others, last = [name.straight if place else name.inverted for place, name in enumerate(authors)] or [""]
    return f"{', '.join(others)}, {joining} {last}" if others else last


def _quoted(cited: Citation) -> tuple[Part, ...]:
    """The title in quotation marks, its full stop within them; a description of one stands without them."""
    if cited.described:
        return _title(cited.title, cited), Part(_stop(cited.title))
    return Part("“"), _title(_inner(cited.title), cited), Part(f"{_stop(cited.title)}”")


def _title(title: str, cited: Citation) -> Part:
    return Part(title.rstrip(), language=cited.title_language)


def _address(url: str) -> Part:
    """An address in the letters that it stands for, where they are letters: four lines of per cents are no address for people."""
    letters = _ENCODED_LETTERS.sub(lambda match: unquote(match[0]), url)
    return Part(letters if _AS_IT_IS.fullmatch(letters) else url, address=True)


def _inner(title: str) -> str:
    """Quotation marks within others are single."""
    return title.replace("“", "‘").replace("”", "’")


def _outlet(cited: Citation, before: str, after: str) -> tuple[Part, ...]:
    if not cited.outlet:
        return (Part(before),) if before.strip() else ()
    return Part(before), Part(cited.outlet, italic=True), Part(after)


def _dated(cited: Citation, when: str) -> tuple[Part, ...]:
    return (Part(_closed(when if cited.outlet else f" {when}")),)


def _original(cited: Citation) -> tuple[Part, ...]:
    return (Part(" "), _address(cited.article.url), Part(".")) if cited.article.url else ()


def _held(cited: Citation, form: Callable[[Point], str], one: str, many: str) -> tuple[Part, ...]:
    where = _where(cited, form, one, many, "Digest", "Excerpt")
    return Part(f" {where[0].upper()}{where[1:]}. "), _address(cited.url)


def _where(cited: Citation, form: Callable[[Point], str], one: str, many: str, digest: str, excerpt: str = "") -> str:
    """`para. 2 of version 1 (May 3, 2020), The reading room`, and before it what kind of text it is."""
    kind = {"digest": f"{digest}, ", "excerpt": f"{excerpt}, " if excerpt else ""}.get(cited.article.text, "")
    place = f"{cited.placed(one, many)} of " if cited.place else ""
    return f"{kind}{place}version {cited.version} ({form(point_of(cited.read))}), {cited.room}"


def _closed(text: str) -> str:
    """The text with a full stop, unless it ends a sentence by itself."""
    return f"{text.rstrip()}{_stop(text)}"


def _stop(text: str) -> str:
    """What a text that is to end like a sentence lacks."""
    text = text.rstrip().rstrip("”’»\"')")
    return "" if not text or text.endswith((".", "?", "!", "…", "؟", "。")) else "."
