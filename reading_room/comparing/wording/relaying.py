"""Who relays whom: the outlets that an account names as where it has something from, each with the words that show it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from reading_room.model.alignment import Said
from reading_room.model.analysis import Sentence
from reading_room.model.article import Article, Passage, Version
from reading_room.model.event import OfTime
from reading_room.model.names import NameSet
from reading_room.model.naming import Occurrence
from reading_room.model.outlet import UNKNOWN_OUTLET, Outlet
from reading_room.model.results import Span
from reading_room.model.shared import Relay, RelayedBy

_ORDER: tuple[RelayedBy, ...] = ("wire", "said", "told", "named", "noted")
_TIMES: tuple[OfTime, ...] = ("event", "unknown", "another")
_ARTICLE = r"\s+(?:the\s+|l[’'])?\Z"
_TOLD = re.compile(
    rf"\b(?:told|tells?|telling|spoke to|speaking to|interview (?:with|to)|(?:dit|déclaré|confié) à){_ARTICLE}",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"\b(?:citing|cites?|cited|quoting|quotes|according to|from|as|credited to|(?:quoted|relayed|reported|carried) by"
    rf"|selon|citant|d[’']après|со ссылкой на|по данным|сообщает|نقلا عن|بحسب|وفقا ل){_ARTICLE}|, with\s+\Z",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\W*[A-ZÀ-Ý][\w ,.]{0,40}\(\Z")
_VERBS = (
    "adds|added|announced|argues|argued|claims|claimed|confirms|confirmed|denies|denied|explains|explained|gives|insists|insisted"
    "|notes|noted|publishes|published|puts|quotes?|quoted|relays?|relayed|reports?|reported|says?|said|states?|stated"
    "|stresses|stressed|tells|writes?|wrote"
)
_SAYS = re.compile(
    r"(?:[’']s?)?(?:\s+(?:news agency|agency|newspaper|television))?,?\s+(?:has\s+|had\s+)?(?:also\s+|first\s+)?"
    rf"(?:{_VERBS})\b"
)
_LOOKED_AT = 60
"""Code points before and after a name in which it is told why it is named."""
_NOT_NAMED = "publisher-not-stated"


def relays(
    accounts: Iterable[Version],
    outlets: Mapping[str, Outlet],
    names: Iterable[NameSet] = (),
    read: Mapping[str, Sequence[Sentence]] | None = None,
    of_time: Mapping[Said, OfTime] = MappingProxyType({}),
    event: str | None = None,
) -> tuple[Relay, ...]:
    """Each outlet that each account has something from, once, with the clearest sign of it; sorted by account and outlet.

    `names` are other names of outlets; `read` has, by slug, the sentences of accounts with their attributions, where they are at
    hand: without them it is only told by the words beside a name. A sign in a sentence of the event, by `of_time`, is clearer than
    one in another; `event` is that of which whom an account speaks for counts too.
    """
    known = _Outlets(outlets, names)
    found: list[Relay] = []
    for account in accounts:
        best: dict[str, Relay] = {}
        for one in _signs(account, known, (read or {}).get(account.article.slug, ()), of_time, event):
            if one.source not in best or _clearness(one) < _clearness(best[one.source]):
                best[one.source] = one
        found += best.values()
    return tuple(sorted(found, key=lambda one: (one.article, one.source)))


def _clearness(one: Relay) -> tuple[int, int]:
    return _TIMES.index(one.of_time), _ORDER.index(one.by)


def agencies(wire: str | None) -> tuple[str, ...]:
    """The agencies that an article's particulars name as where its text is from: `AFP, Reuters`."""
    return tuple(filter(None, map(str.strip, re.split(r"[,;/]| and ", wire or ""))))


def _signs(
    account: Version, known: "_Outlets", read: Sequence[Sentence], of_time: Mapping[Said, OfTime], event: str | None
) -> Iterator[Relay]:
    """All that shows that an account relays an outlet, in the order of the text."""
    article = account.article
    shown: dict[str, Occurrence] = {}
    found: list[Relay] = []
    for passage in account.passages:
        for key, span, name in known.named_in(passage.text):
            if _is_itself(article, key):
                continue
            shown.setdefault(name, Occurrence(passage.id, span))
            sentence = _sentence_at(passage, span, read)
            if by := _by(passage, span, sentence):
                of = of_time.get(Said(article.slug, passage.id, sentence.span), "event") if sentence else "event"
                found.append(Relay(article.slug, key, by, Occurrence(passage.id, span), of))
    for agency in agencies(article.wire):
        key = known.key_of(agency)
        if key != article.outlet:
            yield Relay(article.slug, key, "wire", shown.get(agency))
    yield from found
    for telling in article.accounts:
        if telling.event == event:
            for key, _, _ in known.named_in(telling.speaks_for or ""):
                if not _is_itself(article, key):
                    yield Relay(article.slug, key, "noted")


def _is_itself(article: Article, key: str) -> bool:
    """Whether an outlet is the article's own, or the house that this is an edition of."""
    return article.outlet == key or article.outlet.startswith(f"{key}-")


def _sentence_at(passage: Passage, span: Span, read: Iterable[Sentence]) -> Sentence | None:
    return next(
        (one for one in read if one.passage == passage.id and one.span.start <= span.start < one.span.end), None
    )


def _by(passage: Passage, span: Span, sentence: Sentence | None) -> RelayedBy | None:
    """Why an outlet is named here, if it is as where something is from."""
    for one in sentence.attributions if sentence else ():
        if one.kind == "named" and one.source and one.source.start <= span.start and span.end <= one.source.end:
            return "said"
    before = passage.text[max(0, span.start - _LOOKED_AT) : span.start]
    is_dateline = span.start < _LOOKED_AT and _DATELINE.match(before)
    if _TOLD.search(before):
        return "told"
    if _SAYS.match(passage.text, span.end, span.end + _LOOKED_AT) or _CREDITED.search(before) or is_dateline:
        return "named"
    return None


class _Outlets:
    """The outlets by the names that they have in texts. Capitals count: “NOW” is an outlet, “now” is not."""

    def __init__(self, outlets: Mapping[str, Outlet], names: Iterable[NameSet]) -> None:
        keys: dict[str, set[str]] = defaultdict(set)
        for key, outlet in outlets.items():
            if key not in (UNKNOWN_OUTLET.key, _NOT_NAMED):
                for name in _variants(outlet.name):
                    keys[name].add(key)
        for one in names:
            variants = {variant for those in one.names.values() for variant in those}
            holders = {key for variant in variants & keys.keys() for key in keys[variant]}
            if len(holders) == 1:
                for variant in variants:
                    keys[variant] |= holders
        self.keys = {name: next(iter(those)) for name, those in keys.items() if len(those) == 1}
        longest_first = sorted(self.keys, key=lambda name: (-len(name), name))
        self.pattern = (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])") if keys else None
        )

    def key_of(self, name: str) -> str:
        return self.keys.get(name, name)

    def named_in(self, text: str) -> Iterator[tuple[str, Span, str]]:
        """Each name in a text, with the outlet that has it."""
        for match in self.pattern.finditer(text) if self.pattern else ():
            yield self.keys[match[0]], Span(match.start(), match.end()), match[0]


def _variants(name: str) -> Iterator[str]:
    """A name, without its article, and what stands in parentheses after it: “Syrian Observatory … (SOHR)”."""
    plain, _, inside = name.partition(" (")
    short = inside.removesuffix(")")
    for one in (name, plain, short if short.isupper() else ""):
        if one:
            yield one
            if one.startswith("The "):
                yield one.removeprefix("The ")
