"""Characters that nobody sees, and that steer a terminal or the order of letters: found, written by number, or left out."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""They do nothing but to join letters or part them, as Persian, Indic scripts and emoji need."""

_EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""They turn the letters behind them, as far as another one ends it."""


def unseen(text: str) -> str | None:
    """What the first such character of a text is, in words; None where it has none."""
    found = next(filter(_is_unseen, text), None)
    if found is None:
        return None
    if len(f"-{found}-".splitlines()) > 1:
        return f"a line break (U+{ord(found):04X})"
    name = unicodedata.name(found, "")
    return f"a character that is not seen (U+{ord(found):04X}{name and f', {name}'})"


def escaped(text: str) -> str:
    """The text with such characters by their numbers, as `\\u202e`: for what must not be taken for something else."""
    return "".join(f"\\u{ord(sign):04x}" if _is_unseen(sign) else sign for sign in text)


def on_one_line(text: str) -> str:
    """The text in one line and without such characters: for what is only read."""
    return "".join(sign for sign in " ".join(text.split()) if not _is_unseen(sign))


def seen(text: str) -> str:
    """The text without what is not valid in HTML and what turns the letters behind it: line breaks and marks of direction stay."""
    return "".join(sign for sign in text if not _is_steering(sign))


def _is_steering(sign: str) -> bool:
    return (unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\t\n\r") or sign in _EMBEDDINGS


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in _JOINERS
