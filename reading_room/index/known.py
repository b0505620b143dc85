"""Which articles a field of a query names: outlet, author, event, language, kind of text, date of publication, pasted address."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from functools import lru_cache

from reading_room.index.analysis import primary, words
from reading_room.model.article import Article
from reading_room.model.dates import DateSpan
from reading_room.model.query import Field

Numbers = frozenset[int]
_SCHEME = re.compile(r"\Ahttps?://(?:www\.)?", re.IGNORECASE)


class Known:
    """Looks through the articles of one generation, by the numbers that the index has for them."""

    def __init__(
        self, articles: Mapping[int, Article], outlets: Mapping[str, str] | None, events: Mapping[str, str] | None
    ) -> None:
        self._articles = articles
        self._names = {"outlet": outlets or {}, "event": events or {}}
        by_address: dict[str, set[int]] = defaultdict(set)
        for number, article in articles.items():
            if article.url:
                by_address[_address(article.url)].add(number)
        self._by_address = {address: frozenset(numbers) for address, numbers in by_address.items()}

    def at(self, address: str) -> Numbers:
        """The articles that were published at an address."""
        return self._by_address.get(_address(address), frozenset())

    def articles(self, field: Field) -> Numbers:
        fits = self._test(field)
        return frozenset(number for number, article in self._articles.items() if fits(article))

    def near(self, field: Field, alike: Callable[[str, str], bool]) -> Iterator[Field]:
        """The same field with names of outlets, events or authors whose words are alike to those of its value, one by one."""
        wanted = _forms(field.value)
        for name in self._named(field.name):
            forms = _forms(name)
            rows = (forms[at : at + len(wanted)] for at in range(len(forms) - len(wanted) + 1))
            if wanted and any(all(map(alike, row, wanted)) for row in rows):
                yield Field(field.name, name.replace('"', " "))

    def _named(self, field: str) -> Iterable[str]:
        """What the articles are known by in a field whose values are names, those of most articles first."""
        names = Counter(
            name
            for article in self._articles.values()
            for name in (
                (self._names["outlet"].get(article.outlet, article.outlet),) if field == "outlet"
                else (self._names["event"].get(account.event, "") for account in article.accounts) if field == "event"
                else (article.author or "",) if field == "author"
                else ()
            )
        )  # fmt: skip
        return (name for name, _ in names.most_common())

    def _test(self, field: Field) -> Callable[[Article], bool]:
        value = field.value
        match field.name:
            case "outlet":
                keys = self._called("outlet", value, {article.outlet for article in self._articles.values()})
                return lambda article: article.outlet in keys
            case "event":
                told = {account.event for article in self._articles.values() for account in article.accounts}
                keys = self._called("event", value, told)
                return lambda article: any(account.event in keys for account in article.accounts)
            case "author":
                wanted = _forms(value)
                return lambda article: _stands_in(wanted, _forms(article.author or ""))
            case "lang":
                return lambda article: primary(article.language) == primary(value)
            case "in":
                return lambda article: article.text == value
            case _:
                return _published(field.name, DateSpan.parse(value))

    def _called(self, kind: str, value: str, keys: set[str]) -> set[str]:
        """The keys of what is called so: by its key, or by words of its name."""
        wanted, names = _forms(value), self._names[kind]
        if value.casefold() in keys:
            return {value.casefold()}
        return {key for key in keys if _stands_in(wanted, _forms(names.get(key, ""))) or wanted == _forms(key)}


def _published(name: str, date: DateSpan) -> Callable[[Article], bool]:
    """One that may have been published in the stretch; one without a date is in none."""
    first, last = {
        "after": (date.first, None),
        "before": (None, date.first - timedelta(days=1) if date.first.toordinal() > 1 else date.first),
        "on": (date.first, date.last),
    }[name]
    return lambda article: bool(article.published and article.published.overlaps(first, last))


@lru_cache(maxsize=10_000)
def _forms(text: str) -> tuple[str, ...]:
    """Kept at hand: one search asks for the same authors of all articles again and again."""
    return tuple(word.form for word in words(text))


def _stands_in(wanted: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return bool(wanted) and any(text[at : at + len(wanted)] == wanted for at in range(len(text) - len(wanted) + 1))


def _address(address: str) -> str:
    return _SCHEME.sub("", address).partition("#")[0].rstrip("/").casefold()
