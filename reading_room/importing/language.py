"""Which language a text is in, and which encoding its bytes are, both told by the commonest words.

Where the words do not decide, nothing is said: `und` for a language, a problem for bytes.
"""

import codecs
import re
from dataclasses import dataclass

FEWEST_HITS = 3
"""Common words that must be found before a language is named; a headline alone is too short to tell."""
LEAST_SHARE = 0.08
"""Of all words, those that must be among the commonest of the language; running text has 0.2 to 0.5."""
SAMPLE = 20_000
"""Code points that are looked at; more would not change the answer."""

_COMMONEST = {
    "en": "the of and to in a is that it was for on with as by at from has have were are be this which had not but",
    "fr": "le la les de des du un une et est dans que qui pour pas sur au avec par ce sont il ont été plus mais",
    "de": "der die das und ist in den von zu mit dem nicht ein eine auf für im des sich auch als hat nach wurde bei",
    "es": "el la los las de del y que en un una es por con para no se su al lo como más ha fue sobre pero",
    "it": "il lo la gli le di del della e che è un una per con non si da in nel sono ha alla dei anche come",
    "pt": "o a os as de do da dos das e que em um uma é por com para não se no na ao mais foi sobre pelo",
    "nl": "de het een en van in is dat op te zijn met voor niet aan die er door om bij ook naar werd heeft",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ancak ise göre en ne var",
    "ru": "и в не на что с по он как из за от это к его но о для был все до при также после было которые",
    "uk": "і в не на що з та до у за про від як це його але для було є які після також під був",
    "ar": "في من على إلى أن عن التي الذي هذا هذه مع بعد كان كانت قد ما لم لا بين وقد ان الى أو وفي كما حيث",
    "fa": "و در به از که این را با است برای آن یک شده بود می تا هم خود بر کرد شد نیز ها های",
    "he": "של את על לא הוא עם זה כי גם או היא אל כל יש אבל היה אם בין רק אחרי",
}
_LISTS = {language: frozenset(words.split()) for language, words in _COMMONEST.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEGACY = (("cp1252", ("en", "fr", "de", "es", "it", "pt", "nl")), ("cp1251", ("ru", "uk")), ("cp1256", ("ar", "fa")))
_OTHER_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)


class NotText(ValueError):
    """The bytes are no text that can be told; the words say why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read as, and whether that encoding is a guess."""

    text: str
    encoding: str
    guessed: bool


def guess_language(text: str) -> str:
    """The language's tag, or `und` where two come close or the text is too short."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    ranked = sorted(((sum(word in listed for word in words), tag) for tag, listed in _LISTS.items()), reverse=True)
    (most, tag), (second, _) = ranked[0], ranked[1]
    clear = most >= FEWEST_HITS and most >= LEAST_SHARE * len(words) and most >= 1.3 * second
    return tag if clear else "und"


def decode(raw: bytes) -> Decoded:
    """The text of a file; raises `NotText` where it has none or where it would come out as wrong letters."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return Decoded(_strictly(raw, encoding), encoding, guessed=False)
    for beginning, name in _OTHER_FORMATS:
        if raw.startswith(beginning):
            raise NotText(f"the file is {name}, not a text")
    if b"\0" in raw:
        # Without a mark at the beginning UTF-16 is known by its zeros: spaces and line ends have one on the same side.
        little, big = raw[1::2].count(0), raw[0::2].count(0)
        if len(raw) % 2 or max(little, big) < 0.05 * len(raw) / 2 or min(little, big) > 0.1 * max(little, big):
            raise NotText("the file is binary, not a text")
        encoding = "utf-16-le" if little > big else "utf-16-be"
        return Decoded(_strictly(raw, encoding), encoding, guessed=True)
    try:
        return Decoded(_checked(raw.decode("utf-8")), "utf-8", guessed=False)
    except UnicodeDecodeError as error:
        lenient = raw.decode("utf-8", errors="replace")
        bad = lenient.count("\ufffd")
        whole = sum(character > "\x7f" for character in lenient) - bad
        if whole >= bad:  # in any other encoding, whole UTF-8 letters are rare accidents
            line = raw[: error.start].count(b"\n") + 1
            raise NotText(f"the file is UTF-8 with broken bytes, the first in line {line}") from None
    return _legacy(raw)


def _legacy(raw: bytes) -> Decoded:
    """One byte per letter: the encoding in which most common words appear; Western where they do not decide."""
    found: list[tuple[int, int, Decoded]] = []
    for order, (encoding, languages) in enumerate(_LEGACY):
        # Five bytes of cp1252 have no letter; Latin-1 makes control codes of them, which are left out later.
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            text = raw.decode("latin-1" if encoding == "cp1252" else encoding, errors="replace")
        words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
        hits = max(sum(word in _LISTS[language] for word in words) for language in languages)
        found.append((-hits, order, Decoded(text, encoding, guessed=True)))
    best = min(found, key=lambda candidate: candidate[:2])[2]
    return Decoded(_checked(best.text), best.encoding, guessed=True)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return _checked(raw.decode(encoding))
    except UnicodeDecodeError:
        raise NotText(f"the file begins like {encoding} but does not go on so") from None


def _checked(text: str) -> str:
    """Refuse what decodes but is not written language."""
    controls = sum(character < " " and character not in "\t\n\r\f\v" for character in text)
    if controls > 0.02 * len(text) + 2:
        raise NotText("the file is binary, not a text")
    if re.match(r"\s*(?:<!doctype html|<html\b|<\?xml\b)", text, re.IGNORECASE):
        raise NotText("the file is the source of a web page, not its text")
    return text
