"""Which language a text is in, and which encoding its bytes are, both told by the commonest words.

Where the words do not decide, nothing is said: `und` for a language, a problem for bytes.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from reading_room.importing.encodings import encoding_named
from reading_room.importing.parts import Note

FEWEST_HITS = 3
"""Common words that must be found before a language is named; a headline alone is too short to tell."""
LEAST_SHARE = 0.08
"""Of all words, those that must be among the commonest of the language; running text has 0.2 to 0.5."""
CLEAR_SHARE = 0.3
"""From which nobody else is asked: languages with the same small words as one of these, like Czech, stay below."""
FEWEST_WORDS, FEWEST_SIGNS = 20, 40
"""Words, or signs of Chinese and the like, from which a language that is not listed is told; fewer are guessed wrong too often."""
SURE = 0.95
"""The probability that the library has to give its answer."""
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
    "pl": "i w na z się do nie że to jest o jak po ale od za przez dla był było są jego także tym który które oraz po",
    "sv": "och i att det som en på är av för med den till ett var inte om han de så från har hade men vid",
    "he": "של את על לא הוא עם זה כי גם או היא אל כל יש אבל היה אם בין רק אחרי",
}
_LISTS = {language: frozenset(words.split()) for language, words in _COMMONEST.items()}
COMMON_WORDS = frozenset().union(*_LISTS.values())
"""The commonest words of all these languages: running text has some, a row of names few."""
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3041-\u30ff\u3400-\u9fff]")
"""Signs of scripts whose words are not parted by spaces."""
_LEGACY = (
    ("cp1252", ("en", "fr", "de", "es", "it", "pt", "nl", "sv")),
    ("cp1251", ("ru", "uk")),
    ("koi8-r", ("ru", "uk")),
    ("cp1256", ("ar", "fa")),
    ("cp1250", ("pl",)),
    ("cp1254", ("tr",)),
)
_EAST_ASIAN = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
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

    @property
    def notes(self) -> tuple[Note, ...]:
        """What of it is a guess."""
        if not self.guessed:
            return ()
        what = f"the file does not say its encoding; it was read as {self.encoding}"
        return (Note(what, "If letters are wrong in the article, save the source as UTF-8"),)


def guess_language(text: str) -> str:
    """The language's tag, or `und` where two come close or the text is too short."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    ranked = sorted(((sum(word in listed for word in words), tag) for tag, listed in _LISTS.items()), reverse=True)
    (most, tag), (second, _) = ranked[0], ranked[1]
    clear = most >= FEWEST_HITS and most >= LEAST_SHARE * len(words) and most >= 1.3 * second
    if clear and most >= CLEAR_SHARE * len(words):
        return tag
    return _other_language(text, words) or (tag if clear else "und")


def _other_language(text: str, words: Sequence[str]) -> str | None:
    """A language that is not listed, where the library that knows more of them is installed and sure of one."""
    if len(words) < FEWEST_WORDS and len(_UNSPACED.findall(text[:SAMPLE])) < FEWEST_SIGNS:
        return None
    try:
        tag, probability = _identifier()(text[:SAMPLE])
    except ModuleNotFoundError:
        return None
    return tag if probability >= SURE and tag not in _LISTS else None


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identify: Callable[[str], tuple[str, float]] = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    ).classify
    return identify


def decode(raw: bytes, charset: str | None = None) -> Decoded:
    """The text of a file; raises `NotText` where it has none or where it would come out as wrong letters.

    `charset` is what the answer to a request said; it is believed where the bytes fit it.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return Decoded(_strictly(raw, encoding), encoding, guessed=False)
    if said := encoding_named(charset):
        with suppress(UnicodeDecodeError):
            return Decoded(_checked(raw.decode(said)), said, guessed=False)
    for beginning, name in _OTHER_FORMATS:
        if raw.startswith(beginning):
            raise NotText(f"the file is {name}, not a text")
    if b"\0" in raw:
        # Without a mark at the beginning UTF-16 is known by its zeros: spaces and line ends have one on the same side.
        little, big = raw[1::2].count(0), raw[0::2].count(0)
        if len(raw) % 2 or max(little, big) < 0.05 * len(raw) / 2 or min(little, big) > 0.1 * max(little, big):
            raise NotText("the file is binary, not a text")
        encoding = "utf-16-le" if little > big else "utf-16-be"
        text = _strictly(raw, encoding)
        if sum(map(str.isspace, text)) < 0.02 * len(text):
            raise NotText("the file is binary, not a text")
        return Decoded(text, encoding, guessed=True)
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
        # One letter is found by accident in the wrong encoding too.
        hits = max(sum(len(word) > 1 and word in _LISTS[language] for word in words) for language in languages)
        found.append((-hits, order, Decoded(text, encoding, guessed=True)))
    hits, _, best = min(found, key=lambda candidate: candidate[:2])
    length = len(_WORD.findall(best.text[:SAMPLE]))
    if -hits < max(FEWEST_HITS, LEAST_SHARE / 2 * length) and (other := _detected(raw)):
        best = other
    return Decoded(_checked(best.text), best.encoding, guessed=True)


def _detected(raw: bytes) -> Decoded | None:
    """What the library finds that knows the encodings of East Asia, where it is installed."""
    try:
        from charset_normalizer import from_bytes
    except ModuleNotFoundError:
        return None
    found = from_bytes(raw[: 10 * SAMPLE], cp_isolation=list(_EAST_ASIAN)).best()
    if found is None:
        return None
    return Decoded(raw.decode(found.encoding, errors="replace"), found.encoding, guessed=True)


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
