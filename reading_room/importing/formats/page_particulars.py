"""What a web page says of its article, in its metadata or in print: title, author, date, address, publisher and language."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from reading_room.importing import fields
from reading_room.importing.formats.page_lines import Line
from reading_room.importing.furniture import furniture
from reading_room.importing.language import guess_language
from reading_room.importing.particulars import Particulars, of_line
from reading_room.importing.phrases import folded
from reading_room.importing.shapes import LONGEST_DATED, ends_sentence

IN_METADATA = "printed in the page’s metadata"
IN_ADDRESS = "inferred: from the page’s address"
MOST_RECORDS = 500
"""Objects of a page's linked data that are looked at."""
LONGEST_NAME = 80
NEAR_TOP = 15
"""Lines above and below the title, or the first of the text, among which a page prints its date and its author."""
NEAR_BELOW = 3
"""Lines below the first of the text, or below its last, that still may."""
LINKS = 0.6
"""The share of a line that is links from which it is no head of a list, but leads to one."""
MOST_WORDS_IN_NAME = 4
MOST_WORDS_BEFORE = 10
"""Words, such as a section’s name and what the buttons beside it say, that may stand before a date and a time in its line."""

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report)\Z")
_PUBLISHED = (
    "article:published_time og:published_time og:article:published_time article.published datepublished"
    " dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date publication_date"
    " publish-date publishdate publish_date pubdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime date"
)
_AUTHORS = "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl"
_TITLES = "og:title twitter:title dc.title dcterms.title parsely-title headline"
_SITES = "og:site_name application-name dc.publisher"
_DAY_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:-|/(?:[a-z_]+/)?)(\d\d?)(?:/|-)(\d\d?)(?!\d)", re.I)
_COMPACT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d))?(?!\d)")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+)|Page saved with SingleFile\s+url:\s*(\S+)", re.I)
_SITE_BEHIND = re.compile(r"\s+(?:[-–—|:•·»]|::)\s+")
_BYLINE = re.compile(r"(?:(?:written |posted |reported )?by|par|von|por)\s*:?\s+", re.I)
_CAPITALISED = r"[^\W\d_a-z][\w'’.-]*"
_BYLINE_THEN_DAY = re.compile(
    rf"(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported )?(?:[Bb]y|BY)|[Pp]ar|PAR|[Vv]on|[Pp]or)\s*:?\s+"
    rf"(?P<name>{_CAPITALISED}(?:,? (?:and |et |und |y )?{_CAPITALISED}){{1,7}}?)"
    rf"(?:\Z|[\s,]+(?:on\Z|[^\W\d_]{{3,}}\.? \d{{1,2}}\b|\d{{1,2}}\.? [^\W\d_]{{3,}}\b|Follow\b|@))"
)
_ON = re.compile(r"(?:on|le|el|am|il|em)\Z", re.I)
_CHANGED = re.compile(
    r"\W*(?:(?:last )?(?:updated?|modified)|mise? à jour|actualizado|aktualisiert|обновлено|آخر تحديث|تحديث)\b", re.I
)
_BEHIND_NAME = re.compile(r"[\s,]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|senior|staff|chief)\b.*", re.I)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d\d|\w\.[a-z]{2,4}\Z|\A(?:admin\w*|user ?name|blogger|submitted|author|editor|staff|guest|unknown)\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says where readers do not look: its meta elements, by name, and the record of its article."""

    metas: dict[str, str]
    record: dict[str, object]
    title: str | None

    def meta(self, names: str) -> str | None:
        return next((self.metas[name] for name in names.split() if name in self.metas), None)

    @property
    def titles(self) -> list[str]:
        """The titles that it gives, the one most likely printed first."""
        found = (fields.line(self.record.get("headline")), *map(self.metas.get, _TITLES.split()), self.title)
        return list(dict.fromkeys(filter(None, found)))

    @property
    def site(self) -> str | None:
        found = fields.names(self.record.get("publisher")) or self.meta(_SITES)
        return None if fields.address(found) else found

    @property
    def for_subscribers(self) -> bool:
        return str(self.record.get("isAccessibleForFree")).lower() == "false"

    @property
    def publishers(self) -> frozenset[str]:
        """Every name that it gives to who publishes it, folded."""
        names = (fields.names(self.record.get("publisher")), *map(self.metas.get, _SITES.split()))
        return frozenset(folded(name) for name in names if name)


def head_of(tree: HtmlElement) -> Head:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = fields.line(element.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    title = tree.find(".//title")
    return Head(metas, _record(tree), fields.line("".join(title.itertext())) if title is not None else None)


def particulars_of(tree: HtmlElement, head: Head, html: str, url: str | None) -> Particulars:
    """What the metadata says, and the address if that is all there is to tell a date from."""
    address = _address(tree, head, html, url)
    said = Particulars(author=_author(head), url=address, site=head.site, language=_language(tree, head))
    for value in (head.record.get("datePublished"), *(map(head.metas.get, _PUBLISHED.split())), *_times(tree)):
        given = _moment(value)
        if given.published:
            return said.or_else(given)
    return said


def printed(tree: HtmlElement, lines: Sequence[Line], title: Sequence[int], body: Sequence[Line]) -> Particulars:
    """What stands in lines of their own beside the title or the first of the text: a page prints date and author there."""
    first, last = (body[0].number, body[-1].number) if body else (0, 0)
    tops = {min(title, default=first), first}
    usual = {"", *(line.place for line in body)}  # a page that is all one form has its date in a form too
    near = [line for line in lines if line.place in usual and min(abs(line.number - top) for top in tops) <= NEAR_TOP]
    said = Particulars()
    for text in _of_the_article(near, min(tops), first, last):
        said = said.or_else(of_line(text) or _dated(text) or _signed(text) or Particulars())
    if not said.author:
        author = _name((extract_author(tree) or "").replace("; ", ", "))
        if author and any(folded(author) in folded(line.text) for line in near):
            said = said.or_else(Particulars(author=author))
    return said


def _of_the_article(near: Sequence[Line], top: int, first: int, last: int) -> Iterator[str]:
    """The lines that may speak of the article. Below the first of the text a date without a label dates other things, and
    a name behind the head of a list of other stories wrote one of those."""
    others = False
    for line in near:
        if line.number <= first + NEAR_BELOW:
            heads = line.number > top and line.linked < LINKS and furniture(line.text) == "other stories"
            others = others or heads
            if not others:
                yield line.text
        elif line.number <= last + NEAR_BELOW and (given := of_line(line.text)) and given.labelled:
            yield line.text


def _dated(text: str) -> Particulars | None:
    """The date in a short line with a little beside it: names before it, or whatever where it has a time of day; behind it
    who wrote it, or when it was changed."""
    if len(text) > LONGEST_DATED or ends_sentence(text):
        return None
    words = text.split()
    for begin in range(min(len(words), MOST_WORDS_BEFORE + 1)):
        before = " ".join(words[:begin])
        if _CHANGED.search(before):
            return None
        for end in range(len(words), begin, -1):
            given = of_line(" ".join(words[begin:end]).rstrip(",;"))
            if given and given.published:
                behind = " ".join(words[end:])
                if not (_said_before(words[:begin], given) and _said_behind(behind, given)):
                    return None
                signed = (given, _signed(behind) or given, _signed(before) or given)
                return Particulars(given.published, given.clock, next(filter(None, (by.author for by in signed)), None))
    return None


def _said_before(words: Sequence[str], given: Particulars) -> bool:
    names = len(words) <= MOST_WORDS_IN_NAME and not any(word[0].islower() for word in words)
    return names or bool(given.clock) or (len(words) == 1 and bool(_ON.match(words[0])))


def _said_behind(behind: str, given: Particulars) -> bool:
    source = bool(given.clock) and len(behind.split()) <= MOST_WORDS_IN_NAME
    return not behind or source or bool(_BYLINE.match(behind)) or bool(given.clock and _CHANGED.match(behind))


def _signed(text: str) -> Particulars | None:
    """The name in a byline that goes on with a day without its year, or with an account: `By A. Writer March 18 at 3:57`."""
    found = _BYLINE_THEN_DAY.match(text)
    name = _name(found["name"]) if found else None
    return Particulars(author=name) if name else None


def unless_other_day(printed: Particulars, inferred: Particulars) -> Particulars:
    """What is printed, without a date that the address contradicts by more than the hours between two time zones: such
    lines tell today's date, or that of a change."""
    if not (printed.published and inferred.published) or printed.labelled:
        return printed
    apart = date.fromisoformat(printed.published) - date.fromisoformat(inferred.published)
    return printed if abs(apart) <= timedelta(days=1) else replace(printed, published=None, clock=None)


def from_address(address: str | None) -> Particulars:
    """The day that an address names, as those of many publishers do: …/2016/03/23/…, …/2016/sport/3/23/…"""
    found = _DAY_IN_ADDRESS.search(urlsplit(address).path) if address else None
    return fields.moment("-".join(found.groups()), IN_ADDRESS) if found else Particulars()


def believed_language(said: str | None, text: str) -> str | None:
    """Templates say `en` whatever is written in them: where the text is plainly of another language, nothing is said."""
    guessed = guess_language(text)
    if said and said.split("-")[0] == "en" and guessed not in ("en", "und"):
        return None
    return said


def find_title(head: Head, lines: Sequence[Line], first: int) -> tuple[str | None, tuple[int, ...]]:
    """The headline as printed above the body's first line, or as that; or else as the metadata has it."""
    above = [line for line in lines if line.number <= first]
    wanted = [folded(title) for title in head.titles]
    headings = [
        line for line in above if line.kind == "heading" and folded(line.text) not in ("", folded(head.site or ""))
    ]
    named = [line for line in headings if any(_is_of(folded(line.text), title) for title in wanted)]
    named = named or [line for line in above if len(line.text) <= 300 and folded(line.text) in wanted]
    usual = {"", *(line.place for line in lines if line.number == first)}
    firsts = [line for line in headings if line.title and line.place in usual]
    # Of several, such as the site's name and the story's, the longest says most; without any, the one next to the text.
    chosen = max(named, key=lambda line: (line.title, len(line.text)), default=firsts[-1] if firsts else None)
    if chosen is None:
        return (_without_site(head), ())
    broken = [chosen]
    for line in lines[chosen.number :]:
        if not (line.broken and line.title and chosen.title):
            break
        broken.append(line)
    return " ".join(line.text for line in broken), tuple(line.number for line in broken)


def _is_of(line: str, title: str) -> bool:
    """Whether a heading is the title that the metadata gives, whole, with a name behind it, or in slightly other words."""
    if line == title or title.startswith(f"{line} ") or line.startswith(f"{title} "):
        return True
    one, other = set(line.split()), set(title.split())
    return len(one & other) >= 3 and len(one & other) >= 0.6 * min(len(one), len(other))


def _without_site(head: Head) -> str | None:
    title = next(iter(head.titles), None)
    if not title:
        return None
    parts = _SITE_BEHIND.split(title)
    site = folded(head.site or "")
    behind = len(parts) > 1 and (folded(parts[-1]) == site or ("." in parts[-1] and " " not in parts[-1]))
    return title[: title.rindex(parts[-1])].rstrip(" -–—|:•·»") if behind else title


def _record(tree: HtmlElement) -> dict[str, object]:
    """The article's record in the page's linked data, if it has one."""
    for element in tree.iter("script"):
        if element.get("type", "").strip().lower() != "application/ld+json" or not element.text:
            continue
        try:
            data = json.loads(element.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for record in _objects(data):
            kinds = record.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLE.match(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return record
    return {}


def _objects(data: object) -> Iterator[dict[str, object]]:
    waiting = [data]
    for _ in range(MOST_RECORDS):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            waiting += graph if isinstance(graph, list) else [each["mainEntity"]] if "mainEntity" in each else []
        elif isinstance(each, list):
            waiting += each[:MOST_RECORDS]


def _moment(value: object) -> Particulars:
    """Also `20160323T1405`, as older metadata writes it. A time is only given where one is."""
    match = _COMPACT.match(value.strip()) if isinstance(value, str) else None
    if not match:
        return fields.moment(value, IN_METADATA) if isinstance(value, str) else Particulars()
    year, month, day, hour, minute = match.groups()
    return fields.moment(f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else ""), IN_METADATA)


def _times(tree: HtmlElement) -> list[str]:
    """Moments that are marked as the publication's, or the only one in the article; those elsewhere are of other things."""
    marked = [
        element.get("datetime") or element.get("content") or "".join(element.itertext())
        for element in tree.iter("time", "span", "abbr", "div", "p")
        if "datePublished" in element.get("itemprop", "").split() or "pubdate" in element.attrib
    ]
    within = {element.get("datetime") for element in tree.xpath("//*[self::article or self::main]//time[@datetime]")}
    return marked or (list(within) if len({moment[:10] for moment in within}) == 1 else [])


def _author(head: Head) -> str | None:
    """Whoever the metadata names who is a person, as far as it tells: many sites name themselves."""
    listed = head.record.get("author")
    people = [each for each in (listed if isinstance(listed, list) else [listed]) if not _is_organization(each)]
    names = (_name(fields.names(people)), _name(head.meta(_AUTHORS)))
    return next((name for name in names if name and folded(name) not in head.publishers), None)


def _is_organization(author: object) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))


def _name(found: str | None) -> str | None:
    """A name, and not an address, an account, a sentence, or what the site's software says for want of one."""
    name = _BEHIND_NAME.sub("", _BYLINE.sub("", fields.line(found) or "", count=1)).strip(" ,;:|-–—")
    lower = [word for word in re.split(r"[\s,]+", name) if word.islower() and len(word) > 3]
    plausible = 2 <= len(name) <= LONGEST_NAME and not lower and not _NO_NAME.search(name)
    return name if plausible and any(character.isalpha() for character in name) else None


def _address(tree: HtmlElement, head: Head, html: str, url: str | None) -> str | None:
    saved = _SAVED_FROM.search(html[:4000])
    known = fields.address(url) or (fields.address(saved[1] or saved[2]) if saved else None)
    links = (link.get("href") for link in tree.iter("link") if link.get("rel", "").strip().lower() == "canonical")
    for given in (*links, head.metas.get("og:url")):
        try:
            found = fields.address(urljoin(known or "", given.strip())) if given else None
            # Some sites name their front page on every page.
            if found and (urlsplit(found).path.strip("/") or not known):
                return found
        except ValueError:
            continue
    return known


def _language(tree: HtmlElement, head: Head) -> str | None:
    given = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
        head.record.get("inLanguage"),
        head.metas.get("og:locale"),
        head.metas.get("language"),
    )
    return next(filter(None, map(fields.language, given)), None)
