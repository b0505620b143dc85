"""The fields of the index: one document for each passage of each article's newest version."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from whoosh import fields
from whoosh.columns import NumericColumn

from reading_room.index.analysis import words
from reading_room.index.codec import Places as PlacesOfWords
from reading_room.index.places import Places

FORMAT = 11
"""Raised when fields or analysis change, what else a generation holds, or how articles are read: an index of another format is
built anew."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text as the fields take it: the places of its words by their stems, and by the forms that they have."""

    stems: Places
    forms: Places
    starts: tuple[int, ...]
    """The code points at which its words begin."""

    @classmethod
    def of(cls, text: str, language: str) -> "Analysed":
        stems, forms = defaultdict(list), defaultdict(list)
        starts = []
        for place, word in enumerate(words(text, language)):
            starts.append(word.start)
            forms[word.form].append(place)
            for stem in word.stems:
                stems[stem].append(place)
        return cls(stems, forms, tuple(starts))

    @property
    def length(self) -> int:
        return len(self.starts)


class Words(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Terms with their places in a text. Takes `Places`, so that Whoosh makes no objects of every word."""

    def __init__(self) -> None:
        super().__init__(format=PlacesOfWords(), analyzer=None, scorable=True)

    def index(self, value: Places, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        encode = self.format.encode
        for term, places in value.items():
            yield term.encode(), len(places), float(len(places)), encode(places)


def schema() -> fields.Schema:
    """`text` and `title` have the stems of words, `text_forms` and `title_forms` the words as they are spelled.

    A title is indexed with its article's opening passage alone, so that a title is found once and not once a passage. `article` is
    the number under which the room knows the article from one generation to the next, `place` where in it the passage stands,
    from 0: together they tell which passages say the same, without reading what is stored. `length` counts its words. What narrows
    a search (outlet, date) belongs to articles and is not indexed: the searcher looks each article up by its number.

    `speaker` and `mentions` have what is read in the sentences (`told.py`): as terms the stems of speakers' names, and days; as
    their places the edges of what these speakers say, and of the sentences that speak of these days. `told` is what may be marked.
    """
    return fields.Schema(
        slug=fields.ID(),
        article=fields.COLUMN(NumericColumn("i")),
        place=fields.COLUMN(NumericColumn("i")),
        length=fields.COLUMN(NumericColumn("i")),
        version=fields.STORED(),
        passage=fields.STORED(),
        body=fields.STORED(),
        text=Words(),
        text_forms=Words(),
        title=Words(),
        title_forms=Words(),
        speaker=Words(),
        mentions=Words(),
        told=fields.STORED(),
    )
