"""What a card says: the words, who published them and when, and what kind of text they are from."""

import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

_LONGEST = 700
"""Characters of a text, more than any card has room for; the template takes away as many more words as it must."""
_LONGEST_WORD, _SYLLABLE = 32, 16


@dataclass(frozen=True, slots=True)
class CardPassage:
    """A passage, or words of one. `opens` and `closes` are the quotation marks, where the words are an account’s own."""

    number: str
    text: str
    language: str
    rtl: bool
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """`standing` says what has become of the words, where they do not stand as they were quoted."""

    room: str
    subject: str
    passages: tuple[CardPassage, ...]
    outlet: str
    published: str
    kind: str
    version: str
    standing: str = ""


def read_covered(file: Path) -> frozenset[int]:
    """The code points that all faces of the cards have, from a file that lists them as `unicode-range` does."""
    ranges = (one.removeprefix("U+").split("-") for one in file.read_text("ascii").strip().split(","))
    return frozenset(
        code for first, *last in ranges for code in range(int(first, 16), int(last[0] if last else first, 16) + 1)
    )


def drawable(card: Card, covered: Container[int]) -> Card:
    """The card without what it has no letters for: empty boxes are no words. Its texts fit a card."""
    shown = card.passages if all(_is_covered(one.text, covered) for one in card.passages) else ()
    return replace(
        card,
        **{
            name: _if_covered(getattr(card, name), covered)
            for name in ("room", "subject", "outlet", "published", "kind", "version")
        },
        passages=_shortened(shown),
    )


def _if_covered(text: str, covered: Container[int]) -> str:
    return " ".join(text.split()) if _is_covered(text, covered) else ""


def _is_covered(text: str, covered: Container[int]) -> bool:
    """Marks of direction and joiners are not drawn, so that nothing is missing where they are."""
    return all(ord(letter) in covered or letter.isspace() or unicodedata.category(letter) == "Cf" for letter in text)


def _shortened(passages: Iterable[CardPassage]) -> tuple[CardPassage, ...]:
    kept: list[CardPassage] = []
    room = _LONGEST
    for one in passages:
        if room <= 0:
            break
        begun = one.text if len(one.text) <= room else f"{one.text[:room].rpartition(' ')[0] or one.text[:room]} …"
        kept.append(replace(one, text=_breakable(begun)))
        room -= len(one.text)
    if kept:
        kept[-1] = replace(kept[-1], closes=next((one.closes for one in passages if one.closes), ""))
    return tuple(kept)


def _breakable(text: str) -> str:
    """The text with one space between words, and with places to break in a word that is longer than a line."""
    return " ".join(
        "\u200b".join(word[at : at + _SYLLABLE] for at in range(0, len(word), _SYLLABLE))
        if len(word) > _LONGEST_WORD
        else word
        for word in text.split()
    )
