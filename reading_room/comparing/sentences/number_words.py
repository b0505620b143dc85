"""The words for numbers in Arabic, French and Russian, in the forms that texts write, and what they come to together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What a language has: `values` of single words, and patterns for those that belong together."""

    values: Mapping[str, float]
    below_thousand: str
    scales: str
    """What multiplies a number before it, or stands for itself: “thousand”."""
    vague: str
    """What names no number but its order: “dozens”; its words multiply."""
    roughly: str = r"(?!)"
    """What gives a number roughly: “une dizaine”."""
    joints: str = r"[\s-]+"
    """What stands between the words of one number."""
    before: str = r"(?<!\w)"
    after: str = r"(?!)"
    """What shows that the words before it are no number."""
    alone: str = r"(?:)"
    """What must hold for a word of `scales` with no number before it."""

    def pattern(self) -> re.Pattern[str]:
        """For a number in words; `vague` and `roughly` are groups of it."""
        joints, scales, small = self.joints, rf"{self.scales}(?!\w)", self.below_thousand
        words = (
            rf"{self.before}(?>(?P<vague>{self.vague})(?!\w)|(?P<roughly>{self.roughly})|"
            rf"{small}(?:{joints}{scales}(?:{joints}{small})?)?|{self.alone}{scales}(?:{joints}{small})?)(?!\w|-\w|{self.after})"
        )
        return re.compile(words.replace("е", "[её]"), re.IGNORECASE)


def _values(table: str) -> dict[str, float]:
    """Of lines with a number and the words for it."""
    return {word: float(number) for number, *words in map(str.split, table.strip().splitlines()) for word in words}


def _any(values: Mapping[str, float], least: float, most: float) -> str:
    words = [word for word, value in values.items() if least <= value <= most]
    return rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)"


def _french() -> NumberWords:
    values = _values("""
        1 un une
        2 deux
        3 trois
        4 quatre
        5 cinq
        6 six
        7 sept
        8 huit
        9 neuf
        10 dix dizaine dizaines
        11 onze
        12 douze douzaine douzaines
        13 treize
        14 quatorze
        15 quinze quinzaine
        16 seize
        17 dix-sept
        18 dix-huit
        19 dix-neuf
        20 vingt vingtaine vingtaines
        30 trente trentaine
        40 quarante quarantaine
        50 cinquante cinquantaine
        60 soixante soixantaine
        80 quatre-vingt quatre-vingts
        100 cent cents centaine centaines
        1e3 mille millier milliers
        1e6 million millions
        1e9 milliard milliards
    """)
    ones = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf)(?!\w)"
    teens = r"(?:dix-sept|dix-huit|dix-neuf|dix|onze|douze|treize|quatorze|quinze|seize)(?!\w)"
    tens = (
        rf"(?:(?:soixante|quatre-vingts?)(?:(?:[\s-]et)?[\s-](?:{teens}|{ones}|une?\b))?|"
        rf"(?:vingt|trente|quarante|cinquante)(?!\w)(?:(?:[\s-]et)?[\s-](?:{ones}|une?\b))?|{teens}|{ones})"
    )
    return NumberWords(
        values,
        below_thousand=rf"(?:(?:{ones}[\s-])?cents?(?!\w)(?:[\s-]{tens})?|{tens})",
        scales=r"(?:mille|(?:un\s+)?(?:million|milliard)|millions|milliards)",
        vague=r"(?:dizaines|centaines|milliers|millions|milliards)(?:\s+de\s+(?:milliers|millions|milliards)(?!\w))?",
        roughly=(
            rf"{ones}\s+(?:dizaines|douzaines|vingtaines|centaines|milliers)(?=\s+d[e’'])|"
            r"une?\s+(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier)"
            r"(?=\s+d[e’'])"
        ),
        after=r"\s+(?:quarts?|tiers|\w+ièmes?)\b",
    )


def _russian() -> NumberWords:
    values = _values("""
        1 один одна одного одной
        1.5 полтора полторы полутора
        2 два две двух двум двумя двое двоих
        3 три трех трем тремя трое троих
        4 четыре четырех четырем четырьмя четверо четверых
        5 пять пяти пятью пятеро пятерых
        6 шесть шести шестью шестеро шестерых
        7 семь семи семеро семерых
        8 восемь восьми восемью
        9 девять девяти девятью
        10 десять десяти десятью десятки десятков десятками десяток десятка
        50.0 полсотни
        11 одиннадцать одиннадцати
        12 двенадцать двенадцати
        13 тринадцать тринадцати
        14 четырнадцать четырнадцати
        15 пятнадцать пятнадцати
        16 шестнадцать шестнадцати
        17 семнадцать семнадцати
        18 восемнадцать восемнадцати
        19 девятнадцать девятнадцати
        20 двадцать двадцати
        30 тридцать тридцати
        40 сорок сорока
        50 пятьдесят пятидесяти
        60 шестьдесят шестидесяти
        70 семьдесят семидесяти
        80 восемьдесят восьмидесяти
        90 девяносто девяноста
        100 сто ста сотни сотен сотнями сотня сотню
        200 двести двухсот
        300 триста трехсот
        400 четыреста четырехсот
        500 пятьсот пятисот
        600 шестьсот шестисот
        700 семьсот семисот
        800 восемьсот восьмисот
        900 девятьсот девятисот
        1e3 тысяча тысячи тысяч тысячу тысячами
        1e6 миллион миллиона миллионов миллионы миллионами
        1e9 миллиард миллиарда миллиардов миллиарды миллиардами
    """)
    plain = {word: value for word, value in values.items() if not re.match("десят[ко]к|десяток|сот[не]|полсотни", word)}
    ones, teens = _any(plain, 1, 9), _any(plain, 10, 19)
    tens = rf"(?:{_any(plain, 20, 90)}(?:\s+{ones})?|{teens}|{_any(plain, 1.5, 9)})"
    # “Тысячи” are thousands, but “более тысячи” is more than one thousand.
    governing = ("около", "более", "больше", "свыше", "менее", "меньше", "порядка", "до", "без")
    bounded = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in governing) + ")"
    unbounded = "".join(rf"(?<!\b{word}\s)" for word in governing)
    return NumberWords(
        values,
        below_thousand=rf"(?:{bounded}(?:сотни|десятка)(?!\w)|{_any(plain, 100, 900)}(?:\s+(?:{tens}|{ones}))?|{tens})",
        scales=r"(?:тысяч[аиу]?|миллион(?:а|ов)?|миллиард(?:а|ов)?)",
        vague=(
            rf"(?:несколько\s+|{unbounded})(?:десятк(?:и|ов|ами)|сот(?:ни|ен|нями)|тысячи|тысячами|миллионы|миллионами|миллиарды)"
            r"(?:\s+(?:тысяч|миллионов|миллиардов))?|несколько\s+(?:тысяч|миллионов|миллиардов)"
        ),
        roughly=(
            rf"{_any(plain, 1.5, 9)}\s+(?:десятк(?:а|ов)|сот(?:ни|ен))(?!\w)|"
            r"(?:полсотни|десяток|сотн[яю])(?=\s+\w)"
        ),
        joints=r"\s+",
        after=r"\s+\w+(?:ом|ого|ому|ый)\s+год",
    )


def _arabic() -> NumberWords:
    values = _values("""
        1 أحد احد إحدى احدى
        2 اثنا اثني إثنا إثني اثنتا اثنتي اثنان اثنين
        3 ثلاثة ثلاث
        4 أربعة اربعة أربع اربع
        5 خمسة خمس
        6 ستة ست
        7 سبعة سبع
        8 ثمانية ثماني ثمان
        9 تسعة تسع
        10 عشرة عشر عشرات
        20 عشرون عشرين
        30 ثلاثون ثلاثين
        40 أربعون أربعين اربعين اربعون
        50 خمسون خمسين
        60 ستون ستين
        70 سبعون سبعين
        80 ثمانون ثمانين
        90 تسعون تسعين
        100 مئة مائة مئات
        200 مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي
        300 ثلاثمئة ثلاثمائة
        400 أربعمئة أربعمائة
        500 خمسمئة خمسمائة
        600 ستمئة ستمائة
        700 سبعمئة سبعمائة
        800 ثمانمئة ثمانمائة ثمانيمائة
        900 تسعمئة تسعمائة
        1e3 ألف ألفا ألفًا آلاف الآلاف
        2e3 ألفان ألفين ألفي
        1e6 مليون مليونا مليونًا ملايين الملايين
        1e9 مليار مليارا مليارات المليارات
    """)
    units = _any({word: value for word, value in values.items() if word != "عشرات"}, 3, 10)
    first = r"(?:أحد|احد|إحدى|احدى|[اإ]ثن(?:ا|ي|تا|تي))\s+عشرة?(?!\w)"
    tens = (
        rf"(?:{first}|(?:(?:{_any(values, 3, 9)}|اثن(?:ان|ين))\s+و)?{_any(values, 20, 90)}|{units}(?:\s+عشرة?(?!\w))?)"
    )
    hundreds = rf"(?:{_any(values, 200, 900)}|(?:{_any(values, 3, 9)}\s+)?(?:مئة|مائة)(?!\w))"
    return NumberWords(
        values,
        below_thousand=rf"(?:{hundreds}(?:\s+و\s?{tens})?|{tens})",
        scales=r"(?:ألفان|ألفين|ألفي|ألف[اً]{0,2}|آلاف|مليون[اً]{0,2}|ملايين|مليارات|مليار[ا]?)",
        vague=r"(?:عشرات|مئات)(?:\s+(?:الآلاف|الملايين|المليارات|آلاف|ملايين))?|آلاف|ملايين|مليارات",
        joints=r"\s+(?:و\s?)?",
        alone=r"(?!ألفا\b|مليونا\b)",  # which may be two thousand, or one after a number
        before=r"(?:(?<!\w)|(?<=\bو))(?:(?!عشر)|(?<!\bال\w{4} )(?<!\bال\w{5} ))",  # “الثاني عشر” is the twelfth
    )


_BY_LANGUAGE = {"ar": _arabic, "fr": _french, "ru": _russian}


@cache
def number_words(language: str) -> tuple[re.Pattern[str], Mapping[str, float]] | None:
    """What a number looks like in words of the language of a BCP 47 tag, and what each word is; None for other languages."""
    read = _BY_LANGUAGE.get(language.partition("-")[0].lower())
    words = read() if read else None
    return (words.pattern(), words.values) if words else None


def values_in(words: str, values: Mapping[str, float]) -> list[float]:
    found = re.findall(r"quatre-vingts?|dix-\w+|[^\W\d_]+[\u064b]?", words.lower().replace("ё", "е"))
    return [value for word in found if (value := values.get(word) or values.get(word.removeprefix("و"), 0))]


def value_of(words: str, values: Mapping[str, float]) -> float:
    """What words that make one number come to: smaller ones are added, larger ones multiply what went before."""
    total = group = 0.0
    for value in values_in(words, values):
        if value >= 1000:
            total, group = total + max(group, 1) * value, 0
        else:
            group = group * value if value == 100 and 2 <= group <= 9 else group + value
    return total + group
