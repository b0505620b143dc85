"""Names for addresses, made of titles in any script."""

import re

from anyascii import anyascii

LONGEST_SLUG = 80


def slug_of(title: str | None, file_stem: str, sha256: str) -> str:
    """Small Latin letters and figures, of the title or else of the file's name, cut at a word."""
    for source in (title or "", file_stem):
        words = latin_words(source)
        if words:
            return shortened("-".join(words), LONGEST_SLUG)
    return f"article-{sha256[:8]}"


def latin_words(text: str) -> list[str]:
    """The words of a text in any script as small Latin letters and figures."""
    # An apostrophe, and so a Russian soft sign or an Arabic ayn, parts no words.
    latin = re.sub(r"['’`]", "", anyascii(text[:400].replace("’", "'")))
    return re.findall(r"[a-z0-9]+", latin.lower())


def shortened(slug: str, longest: int) -> str:
    if len(slug) <= longest:
        return slug
    at_word = slug[: longest + 1].rfind("-")
    return slug[:at_word] if at_word > 0 else slug[:longest]
