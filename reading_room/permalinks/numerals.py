"""Where the figures of a text stand, in digits or in words, and what each is worth; one is one however many words it takes."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reading_room.model.languages import UNKNOWN, primary
from reading_room.model.results import Span
from reading_room.permalinks.folding import Words, folded
from reading_room.permalinks.number_words import NumberWord, number_word
from reading_room.permalinks.own_signs import minus_before
from reading_room.permalinks.terms import Term

MOST_DIGITS = 40
"""Of a figure that is reckoned with; a longer one is worth its digits."""
_DECIMAL_COMMA = frozenset(
    "cs da de el es fi fr id it nl no pl pt ro ru sv tr uk vi".split()  # noqa: SIM905 - a list of words is read as one
)
"""Languages in which a comma parts whole numbers from fractions, and a full stop thousands."""
_AND = {"and": 100, "y": 20, "et": 20, "e": 20, "و": 20}
"""“And” within a number, with the least that must stand before it: two hundred and fifty, treinta y uno."""
_TENS_OF_TWO = ((Fraction(60), Fraction(10)), (Fraction(80), Fraction(10)))
"""Soixante-dix, quatre-vingt-dix: seven and more may follow."""
_ARTICLES = ("a", "an")
MOST_WORDS = 16
"""Of a figure."""
_GAP = re.compile(r"[^\S\n]+|[^\S\n]?[-‐‑][^\S\n]?")
"""What may part two words of one figure."""
_SHAPED = re.compile(
    r"""
    (?<![\w.,:/]) (?:
        (?P<hour>[01]?\d|2[0-4]) (?: [:.](?P<minute>[0-5]\d) )? \s?(?P<noon>[ap])(?:\.\s?m\b\.?|m\b)
      | (?P<hours>[01]?\d|2[0-4])(?:[:h]|\.(?=\d\d[ ]?Uhr))(?P<minutes>[0-5]\d)
      | \d{4}-\d\d-\d\d | \d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)
      | (?:(?P<whole>\d{1,6})[ ])? (?P<over>\d{1,2})/(?P<under>\d{1,3})
    ) (?![\w/:])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Clock times, dates and fractions, which other signs than those of words hold together."""
_SPACED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?![\w])")
"""Thousands that a space parts, which is no part of a word."""
_CURRENCIES = ("", *"$€£¥₽₺₪₴₹")
_SIMPLE = re.compile(r"([-+]?[$€£¥₽₺₪₴₹]?[-+]?)(\d[\d.,' ]*)([%‰°$€£¥₽₺₪₴₹]?)")
_ORDINAL = re.compile(r"(\d{1,9})(?:st|nd|rd|th)")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_UNIT = re.compile(
    r"""
      [\s-]? (?: (?P<percent> % | per[ ]?cent\b | prozent\b | pour[ ]cent\b | por[ ](?:ciento|cento)\b
        | процент\w* | في[ ]المئة | بالمئة )
      | (?P<dollar> \$(?!\d) | dollars?\b | dólar(?:es)?\b | доллар\w* | دولار\w* )
      | (?P<euro> €(?!\d) | euros?\b | евро\b | يورو ) | (?P<pound> £(?!\d) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a figure counts, where a sign can stand for it."""
_UNIT_SIGNS = {"percent": "%", "dollar": "$", "euro": "€", "pound": "£"}
_HAN = "〇零一二三四五六七八九十百千万萬億亿兆两兩"
_HAN_DIGITS = {
    sign: value for value, signs in enumerate(("〇零", *"一", "二两兩", *"三四五六七八九")) for sign in signs
}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_COUNTED = (
    "名人个個辆輛架座次枚艘具支位年月日天周週小時时岁歳歲点點处處所種种批组組条條件頭头匹台臺门門颗顆倍成公米吨噸"
    "つ本機回隻只軒箇ヶカか社隊队発"
)
"""Signs with which things are counted, or what is counted itself."""
_UNSPACED = re.compile(
    rf"""
      (?P<afternoon> 午後 | 下午 | 晚上 )(?P<hour>\d\d?)(?=[時时点點])
    | 万一 | 一一 | 万万 | 萬一 | 萬萬 | (?:星期|礼拜|禮拜|周|週)[一二三四五六]
    | (?P<figure> 第[{_HAN}]+ | \d[\d.,]*[十百千万萬億亿兆]+ | [{_HAN}]+分[之の][{_HAN}]+ | [{_HAN}]{{2,}}
      | [{_HAN}](?=[{_COUNTED}]) )
    """,
    re.VERBOSE,
)
"""Of Chinese and Japanese: one sign alone is a figure before what it counts, and a part of other words elsewhere."""


def figures(text: str, language: str) -> Iterator[Term]:
    """The figures of a text, none of them within another. `language` is a tag, `und` if it is not known."""
    language, digits = primary(language), _ascii(text)
    shaped = [(Span(*match.span()), _worth_of_shape(match)) for match in _SHAPED.finditer(digits)]
    if language in _DECIMAL_COMMA:
        spaced = ((Span(*one.span()), one[0].replace(" ", "")) for one in _SPACED.finditer(digits))
        shaped += [
            (span, worth)
            for span, worth in spaced
            if not any(one.start < span.end and span.start < one.end for one, _ in shaped)
        ]
    shaped += [
        (Span(*one.span()), _worth_of_han(one)) for one in _UNSPACED.finditer(digits) if one["figure"] or one["hour"]
    ]
    for span, worth in shaped:
        yield Term("figure", span, worth + _unit(digits, span.end))
    taken = {at for span, _ in shaped for at in range(span.start, span.end)}
    found = folded(text)
    at = 0
    while at < len(found.keys):
        word, count = found.spans[at], 1
        if word.start not in taken and not _is_weekday(found, at):
            parts = _parts(digits, found, at, language)
            count = _longest(parts)
            if count:
                span = Span(word.start, found.spans[at + count - 1].end)
                yield _signed(text, _in_words(digits, span, parts[:count]))
            elif term := _in_digits(digits, word, language):
                yield _signed(text, term)
        at += max(count, 1)


def _signed(text: str, term: Term) -> Term:
    """A figure with the dash before it that is its minus sign."""
    start = minus_before(text, term.span.start)
    if start == term.span.start:
        return term
    return replace(term, span=Span(start, term.span.end), worth=f"-{term.worth}")


def _is_weekday(found: Words, at: int) -> bool:
    """Hebrew and Persian number the days: יום שני, سه شنبه."""
    before, after = found.keys[at - 1] if at else "", found.keys[at + 1] if at + 1 < len(found.keys) else ""
    return bool(re.fullmatch("[ובלכמש]{0,2}(?:יום|ימי)", before)) or after.startswith("شنبه")


_Part = NumberWord | int
"""A word within a figure: a number, or for “and” the least that must stand before it."""


def _parts(digits: str, found: Words, first: int, language: str) -> list[_Part]:
    """The words from one on that may be one figure together."""
    parts: list[_Part] = []
    in_english = language in ("en", UNKNOWN)
    for at in range(first, min(first + MOST_WORDS, len(found.keys))):
        word = found.spans[at]
        if parts and not _GAP.fullmatch(digits, found.spans[at - 1].end, word.start):
            break
        key, following = found.keys[at], None
        if at + 1 < len(found.keys) and _GAP.fullmatch(digits, word.end, found.spans[at + 1].start):
            following = number_word(found.keys[at + 1], language)
        number = number_word(key, language)
        if number:
            parts.append(number)
        elif key in _ARTICLES and following and (following.scale or (parts and following.value < 1)) and in_english:
            parts.append(0 if parts else NumberWord(Fraction(1)))
        elif parts and key in _AND:
            parts.append(_AND[key])
        elif following and following.scale and (value := _plain(digits[word.start : word.end], language)):
            parts.append(NumberWord(value))
        else:
            break
    return parts


def _longest(parts: Sequence[_Part]) -> int:
    """How many of the words are the figure that begins with the first of them."""
    for count in range(len(parts), 0, -1):
        goes_on = count < len(parts) and isinstance(next_one := parts[count], NumberWord) and next_one.scale
        if isinstance(parts[count - 1], NumberWord) and not goes_on and _total(parts[:count]) is not None:
            return count
    return min(len(parts), 1)


def _total(parts: Sequence[_Part]) -> Fraction | None:
    """What number words are worth together; None where they are not one number.

    Each must fit below the last place of what stands before it, as the five of “twenty-five” does, or multiply it.
    """
    total = group = Fraction(0)
    below = least = Fraction(10**15)
    joined = False
    for at, part in enumerate(parts):
        if not isinstance(part, NumberWord):
            if group + total < part and not (at + 1 < len(parts) and _is_half(parts[at + 1 : at + 3])):
                return None
            joined = True
            continue
        value = part.value
        if len(parts) > 1 and (part.vague or _is_misplaced(parts, at)):
            return None
        if part.scale and value >= 1000:
            if value >= least or (total and not group):
                return None
            total, group, below, least = total + (group or 1) * value, Fraction(0), value, value
        elif value < 1 and part.scale and 0 < group < 100:
            group, below = group * value, Fraction(0)  # two thirds
        elif value < 1 and joined and total and not group:
            total += value * least  # two million and a half
        elif part.scale and 0 < group < value:
            group, below = group * value, value
        elif value == 20 and group == 4:  # quatre-vingts
            group, below = Fraction(80), Fraction(20)
        elif value == 10 and 0 < group < 10 and not part.joined and not joined and not part.ordinal:
            group, below = group + 10, Fraction(0)  # ثلاثة عشر, שלוש עשרה
        elif 20 <= value < 100 and 0 < group < 10 and part.joined:
            group, below = group + value, Fraction(0)  # خمسة وعشرون
        elif value < below and (value >= 1 or joined or not at):
            group, below = group + value, Fraction(10) if (group, value) in _TENS_OF_TWO else _room(value)
        else:
            return None
        joined = False
    return total + group


def _is_half(parts: Sequence[_Part]) -> bool:
    return any(isinstance(one, NumberWord) and one.value < 1 for one in parts)


def _is_misplaced(parts: Sequence[_Part], at: int) -> bool:
    """Whether an ordinal stands where none ends a number: “a billion fourth-quarter loss” is no number."""
    part, before = parts[at], parts[at - 1] if at else None
    if not isinstance(part, NumberWord) or not part.ordinal:
        return False
    fits = not isinstance(before, NumberWord) or 20 <= before.value <= 100
    return at < len(parts) - 1 or not fits


def _room(value: Fraction) -> Fraction:
    """What may be added to a number word is less than this: to sixty in French, nineteen."""
    return Fraction(1000 if value >= 1000 else 100 if value >= 100 else 20 if value == 60 else 10 if value >= 20 else 1)


def _in_words(digits: str, span: Span, parts: Sequence[_Part]) -> Term:
    only = parts[0]
    if isinstance(only, NumberWord) and len(parts) == 1 and only.vague:
        return Term("figure", span, f"~{only.value}")
    last = parts[-1]
    ordinal = isinstance(last, NumberWord) and last.ordinal
    total = _total(parts)
    worth = f"{'#' if ordinal else ''}{total}"
    weak = ordinal or worth == "1" or (len(parts) == 1 and isinstance(last, NumberWord) and last.doubtful)
    if not ordinal:
        worth += digits[span.start] if digits[span.start] in _CURRENCIES else _unit(digits, span.end)
    return Term("figure", span, worth, weak)


def _in_digits(digits: str, word: Span, language: str) -> Term | None:
    """A figure that is one word with digits in it, among which superior ones and fractions are told from others."""
    written = digits[word.start : word.end]
    if _ROMAN.fullmatch(written):
        return Term("figure", word, written, weak=True)
    if not any(sign.isdigit() or unicodedata.category(sign) == "No" for sign in written):
        return None
    if ordinal := _ORDINAL.fullmatch(written.casefold()):
        return Term("figure", word, f"#{int(ordinal[1])}")
    fraction = re.fullmatch(r"(\d{0,6})(\D)", written)
    if fraction and (value := _vulgar(fraction[2])):
        return Term("figure", word, f"{int(fraction[1] or 0) + value}{_unit(digits, word.end)}")
    simple = _SIMPLE.fullmatch(written.translate(_ALIKE))
    value = _number(simple[2], language) if simple else None
    if not simple or value is None:
        return Term("figure", word, unicodedata.normalize("NFC", written).casefold())
    minus = "-" if "-" in simple[1] else ""
    unit = simple[1].strip("+-") or simple[3] or _unit(digits, word.end)
    return Term("figure", word, f"{minus}{value}{unit}")


_ALIKE = str.maketrans({"−": "-", "٬": ",", "٫": ".", "’": "'", "٪": "%", **dict.fromkeys("\u00a0\u202f\u2009", " ")})


def _plain(written: str, language: str) -> Fraction | None:
    simple = _SIMPLE.fullmatch(written.translate(_ALIKE))
    return _number(simple[2], language) if simple and simple[1] in _CURRENCIES and not simple[3] else None


def _number(written: str, language: str) -> Fraction | None:
    """What digits with their separators are worth; None where they are no number, as those of an address."""
    written = written.replace(" ", "").replace("'", "")
    if len(written) > MOST_DIGITS:
        return None
    thousands, point = (".", ",") if language in _DECIMAL_COMMA else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(point)}\d+)?", written):
        written = written.replace(thousands, "").replace(point, ".")
    elif re.fullmatch(r"\d+(?:[.,]\d+)?", written):
        written = written.replace(",", ".")
    else:
        return None
    return Fraction(written)


def _vulgar(sign: str) -> Fraction | None:
    over, slash, under = unicodedata.normalize("NFKC", sign).partition("⁄")
    return Fraction(int(over), int(under)) if slash and over.isdecimal() and under.isdecimal() and int(under) else None


def _worth_of_shape(match: re.Match[str]) -> str:
    if match["noon"]:
        hour = int(match["hour"]) % 12 + (12 if match["noon"] in "pP" else 0)
        return f"{hour:02}:{match['minute'] or '00'}"
    if match["hours"]:
        return f"{int(match['hours']):02}:{match['minutes']}"
    if match["over"] and int(match["under"]):
        return str(int(match["whole"] or 0) + Fraction(int(match["over"]), int(match["under"])))
    return match[0]


def _worth_of_han(match: re.Match[str]) -> str:
    """What a number of Chinese or Japanese signs is worth; the signs themselves where it is a fraction or an ordinal."""
    if match["hour"]:
        return str(int(match["hour"]) % 12 + 12)
    written = match["figure"]
    if len(written) > MOST_DIGITS:
        return str(written)
    whole, group, digit = Fraction(0), Fraction(0), Fraction(0)
    mixed = re.match(r"\d[\d.,]*", written)
    rest = written[mixed.end() :] if mixed else written
    if mixed:
        digit = _number(mixed[0].rstrip(".,"), "zh") or Fraction(0)
    elif all(sign in _HAN_DIGITS for sign in written):
        return str(int("".join(str(_HAN_DIGITS[sign]) for sign in written)))
    for sign in rest:
        if sign in _HAN_DIGITS:
            digit = Fraction(_HAN_DIGITS[sign])
        elif sign not in _HAN_SCALES:
            return written
        elif _HAN_SCALES[sign] < 10**4:
            group, digit = group + (digit or 1) * _HAN_SCALES[sign], Fraction(0)
        else:
            whole, group, digit = whole + (group + digit or 1) * _HAN_SCALES[sign], Fraction(0), Fraction(0)
    return str(whole + group + digit)


def _unit(digits: str, end: int) -> str:
    """The sign of what a figure counts, which may be written as a word behind it."""
    match = _UNIT.match(digits, end)
    return _UNIT_SIGNS[match.lastgroup] if match and match.lastgroup else ""


def _ascii(text: str) -> str:
    """The text with the digits of all scripts as ours, sign for sign."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
