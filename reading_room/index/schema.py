"""The fields of the index: one document for each passage of each article's newest version."""

from collections.abc import Iterator

from whoosh import fields
from whoosh.analysis import Token as WhooshToken
from whoosh.analysis import Tokenizer
from whoosh.columns import NumericColumn

from reading_room.index.analysis import tokens

FORMAT = 2
"""Raised when fields or analysis change: an index of another format is built anew."""


class RoomTokenizer(Tokenizer):  # type: ignore[misc]  # Whoosh has no types
    """Hands Whoosh the words that `tokens` finds, with their positions."""

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        mode: str = "",
        **kwargs: object,
    ) -> Iterator[WhooshToken]:
        for position, word in enumerate(tokens(value), start=start_pos):
            token = WhooshToken(positions, chars, removestops=removestops, mode=mode)
            token.text = word.term
            token.boost = 1.0
            token.pos = position
            token.startchar, token.endchar = word.start + start_char, word.end + start_char
            yield token


def schema() -> fields.Schema:
    """`title` is indexed with an article's opening passage alone, so that a title is found once and not once a passage.

    `article` is the number under which the room knows the article from one generation to the next, `place` where in it the passage
    stands, from 0: together they tell which passages say the same, without reading what is stored. What narrows a search
    (outlet, date) belongs to articles and is not indexed: the searcher looks each article up by its number.
    """
    return fields.Schema(
        slug=fields.ID(),
        article=fields.COLUMN(NumericColumn("i")),
        place=fields.COLUMN(NumericColumn("i")),
        version=fields.STORED(),
        passage=fields.STORED(),
        body=fields.STORED(),
        text=fields.TEXT(analyzer=RoomTokenizer(), phrase=True),
        title=fields.TEXT(analyzer=RoomTokenizer(), phrase=True, stored=True),
    )
