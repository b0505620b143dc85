"""What one room suggests to somebody who is typing: names of its events, outlets and people, titles, and words of its texts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from reading_room.model.outlet import UNKNOWN_OUTLET
from reading_room.model.query import Field, Title, Word, unparse
from reading_room.protocols import Corpus, SearchIndex
from reading_room.suggesting import WORD, Suggestion, Suggestions, fold, place_in

FEWEST_WORDS = 3
"""Words for which there is room beside however many names."""


class RoomNames:
    """The names of one generation; its words are asked of the index."""

    def __init__(self, corpus: Corpus, index: SearchIndex) -> None:
        self._index = index
        self._anywhere = Suggestions(_names(corpus))
        self._in_fields = {field: Suggestions(names) for field, names in _names_in_fields(corpus).items()}

    def suggest(self, typed: str, most: int) -> tuple[Suggestion, ...]:
        """Names that the room has, then words for the last one typed.

        Where there are many names, some room is kept for words. In a field it is names that the field knows, or words of titles.
        """
        place = place_in(typed)
        if place is None:
            return ()
        if place.field:
            known = self._in_fields[place.field].beginning(place.word, most)
            return tuple(replace(one, text=place.finished(_in_field(place.field, one.text))) for one in known)
        names = self._anywhere.beginning(typed, most)
        said = {fold(name.text) for name in names}
        words = self._index.words(place.word, max(most - len(names), FEWEST_WORDS))
        finished = [Suggestion(place.finished(word), "word") for word in words]
        finished = [one for one in finished if fold(one.text) not in said]
        return (*names[: most - len(finished)], *finished)


def _names(corpus: Corpus) -> Iterator[Suggestion]:
    """What is suggested by its name."""
    for slug, event in corpus.events.items():
        yield Suggestion(event.name, "event", slug)
    for key in {article.outlet for article in corpus.articles.values()} - {UNKNOWN_OUTLET.key}:
        yield Suggestion(corpus.outlet(key).name, "outlet", key)
    for one in corpus.names.values():
        for name in chain(*one.names.values()):
            yield Suggestion(name, "name")
    for slug, article in corpus.articles.items():
        yield Suggestion(article.title, "title", slug)


def _names_in_fields(corpus: Corpus) -> dict[str, list[Suggestion]]:
    """What is suggested behind the name of a field."""
    articles = corpus.articles.values()
    titled = {word.group().casefold(): word.group() for article in articles for word in WORD.finditer(article.title)}
    named = {
        "outlet": {corpus.outlet(article.outlet).name for article in articles},
        "event": {event.name for event in corpus.events.values()},
        "author": {article.author for article in articles if article.author},
    }
    return {
        "title": [Suggestion(word, "word") for word in titled.values()],
        **{field: [Suggestion(name, "name") for name in names] for field, names in named.items()},
    }


def _in_field(field: str, text: str) -> str:
    return unparse(Title(Word(text)) if field == "title" else Field(field, text.replace('"', " ")))
