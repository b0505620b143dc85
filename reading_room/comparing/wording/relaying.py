"""Who relays whom: the outlets that an account names as where it has something from, each with the words that show it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reading_room.model.analysis import Sentence
from reading_room.model.article import Passage, Version
from reading_room.model.names import NameSet
from reading_room.model.naming import Occurrence
from reading_room.model.outlet import UNKNOWN_OUTLET, Outlet
from reading_room.model.results import Span
from reading_room.model.shared import Relay, RelayedBy

_ORDER: tuple[RelayedBy, ...] = ("wire", "said", "told", "named")
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
_SAYS = re.compile(
    r"(?:[’']s?)?(?:\s+(?:news agency|agency|newspaper|television))?,?\s+(?:has\s+|had\s+)?(?:also\s+|first\s+)?"
    r"(?:reports?|reported|says?|said|writes?|wrote|states?|stated|quotes?|quoted|relays?|relayed|puts|gives|tells|announced)\b"
)
_LOOKED_AT = 60
"""Code points before and after a name in which it is told why it is named."""
_NOT_NAMED = "publisher-not-stated"


def relays(
    accounts: Iterable[Version],
    outlets: Mapping[str, Outlet],
    names: Iterable[NameSet] = (),
    read: Mapping[str, Sequence[Sentence]] | None = None,
) -> tuple[Relay, ...]:
    """Each outlet that each account has something from, once, with the clearest sign of it; sorted by account and outlet.

    `names` are other names of outlets; `read` has, by slug, the sentences of accounts with their attributions, where they are at
    hand: without them it is only told by the words beside a name.
    """
    known = _Outlets(outlets, names)
    found: list[Relay] = []
    for account in accounts:
        best: dict[str, Relay] = {}
        for one in _signs(account, known, (read or {}).get(account.article.slug, ())):
            if one.source not in best or _ORDER.index(one.by) < _ORDER.index(best[one.source].by):
                best[one.source] = one
        found += best.values()
    return tuple(sorted(found, key=lambda one: (one.article, one.source)))


def agencies(wire: str | None) -> tuple[str, ...]:
    """The agencies that an article's particulars name as where its text is from: `AFP, Reuters`."""
    return tuple(filter(None, map(str.strip, re.split(r"[,;/]| and ", wire or ""))))


def _signs(account: Version, known: "_Outlets", read: Sequence[Sentence]) -> Iterator[Relay]:
    """All that shows that an account relays an outlet, in the order of the text."""
    article = account.article
    shown: dict[str, Occurrence] = {}
    found: list[Relay] = []
    for passage in account.passages:
        for key, span, name in known.named_in(passage.text):
            if article.outlet == key or article.outlet.startswith(f"{key}-"):
                continue
            shown.setdefault(name, Occurrence(passage.id, span))
            by = _by(passage, span, read)
            if by is not None:
                found.append(Relay(article.slug, key, by, Occurrence(passage.id, span)))
    for agency in agencies(article.wire):
        key = known.key_of(agency)
        if key != article.outlet:
            yield Relay(article.slug, key, "wire", shown.get(agency))
    yield from found


def _by(passage: Passage, span: Span, read: Collection[Sentence]) -> RelayedBy | None:
    """Why an outlet is named here, if it is as where something is from."""
    for sentence in read:
        if sentence.passage == passage.id and sentence.span.start <= span.start < sentence.span.end:
            for one in sentence.attributions:
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
