"""The words that are numbers, with what each is worth, in the languages in which rooms are mostly kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from reading_room.model.languages import UNKNOWN
from reading_room.permalinks.folding import bare


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word that is a number or a part of one."""

    value: Fraction
    scale: bool = False
    """Whether it multiplies what stands before it: two *hundred*."""
    ordinal: bool = False
    joined: bool = False
    """Whether it begins with the “and” that Arabic and Hebrew write as one with it."""
    vague: bool = False
    """Whether it is no number but an order of it: dozens, thousands."""
    doubtful: bool = False
    """Whether it means something else as often: the Turkish “yedi” is “seven” and “ate”."""


_CARDINALS = {
    "en": """
        0 zero; 1 one; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve; 13 thirteen
        14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen; 20 twenty; 30 thirty; 40 forty; 50 fifty
        60 sixty; 70 seventy; 80 eighty; 90 ninety; x12 dozen; x100 hundred; x1000 thousand; x1000000 million
        x1000000000 billion; 1/2 half; ?1/4 quarter; ?x1/2 halves; ?x1/3 thirds; ?x1/4 quarters; ?x1/5 fifths; ?x1/10 tenths
        ~12 dozens; ~100 hundreds; ~1000 thousands; ~1000000 millions; ~1000000000 billions
        #1 first; #2 second; #3 third; #4 fourth; #5 fifth; #6 sixth; #7 seventh; #8 eighth; #9 ninth; #10 tenth; #11 eleventh
        #12 twelfth; #13 thirteenth; #14 fourteenth; #15 fifteenth; #16 sixteenth; #17 seventeenth; #18 eighteenth; #19 nineteenth
        #20 twentieth; #30 thirtieth; #40 fortieth; #50 fiftieth; #100 hundredth
        """,
    "fr": """
        0 zéro; 1 un une; 2 deux; 3 trois; 4 quatre; 5 cinq; 6 six; 7 sept; 8 huit; ?9 neuf; 10 dix; 11 onze; 12 douze; 13 treize
        14 quatorze; 15 quinze; 16 seize; 20 vingt vingts; 30 trente; 40 quarante; 50 cinquante; 60 soixante; 70 septante
        80 huitante; 90 nonante; x100 cent cents; x1000 mille; x1000000 million millions; x1000000000 milliard milliards
        x10 dizaine; x12 douzaine; x100 centaine; x1000 millier; ~10 dizaines; ~100 centaines; ~1000 milliers; 1/2 moitié
        ?1/2 demi demie
        20 vingtaine; 30 trentaine; 40 quarantaine; 50 cinquantaine; 60 soixantaine
        #1 premier première; #2 deuxième second seconde; #3 troisième; #4 quatrième; #5 cinquième; #6 sixième
        """,
    "de": """
        1 ein eine einen einem einer eines eins; x1000000 million millionen; x1000000000 milliarde milliarden; x12 dutzend
        ~12 dutzende; ~100 hunderte; ~1000 tausende; 1/2 hälfte
        #1 erst·e,er,en,es,em; #2 zweit·e,er,en,es,em; #3 dritt·e,er,en,es,em; #4 viert·e,er,en,es,em; #5 fünft·e,er,en,es,em
        """,
    "es": """
        1 un uno una; 2 dos; 3 tres; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 once; 12 doce; 13 trece
        14 catorce; 15 quince; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte
        21 veintiuno veintiún veintiuna
        22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26 veintiséis; 27 veintisiete; 28 veintiocho; 29 veintinueve
        30 treinta; 40 cuarenta; 50 cincuenta; 60 sesenta; 70 setenta; 80 ochenta; 90 noventa; 100 cien ciento
        200 doscient·os,as; 300 trescient·os,as; 400 cuatrocient·os,as; 500 quinient·os,as
        600 seiscient·os,as; 700 setecient·os,as; 800 ochocient·os,as
        900 novecient·os,as; x1000 mil; x1000000 millón millones; x10 decena; x12 docena; x100 centenar; ~10 decenas; ~12 docenas
        ~100 centenares cientos; ~1000 miles; 1/2 mitad; ?1/2 medio media
        #1 primer primero primera; #2 segundo segunda; #3 tercer tercero tercera; #4 cuarto cuarta; #5 quinto quinta
        """,
    "pt": """
        1 um uma; 2 dois duas; 3 três; 4 quatro; 5 cinco; 6 seis; 7 sete; 8 oito; 9 nove; 10 dez; 11 onze; 12 doze; 13 treze
        14 catorze quatorze; 15 quinze; 16 dezesseis dezasseis; 17 dezessete dezassete; 18 dezoito; 19 dezenove dezanove; 20 vinte
        30 trinta; 40 quarenta; 50 cinquenta; 60 sessenta; 70 setenta; 80 oitenta; 90 noventa; 100 cem cento; 200 duzent·os,as
        300 trezent·os,as; 400 quatrocent·os,as; 500 quinhent·os,as; 600 seiscent·os,as; 700 setecent·os,as; 800 oitocent·os,as
        900 novecent·os,as; x1000 mil; x1000000 milhão milhões; x12 dúzia; ~10 dezenas; ~12 dúzias; ~100 centenas
        ~1000 milhares; ?1/2 meio meia
        """,
    "tr": """
        1 bir; 2 iki; 3 üç; 4 dört; 5 beş; ?6 altı; ?7 yedi; 8 sekiz; 9 dokuz; 20 yirmi; 30 otuz; 40 kırk; 50 elli; 60 altmış
        70 yetmiş; 80 seksen; 90 doksan; ?x100 yüz; ?x1000 bin; x1000000 milyon; x1000000000 milyar; 1/2 yarısı
        ~10 onlarca; ~100 yüzlerce; ~1000 binlerce; ~1000000 milyonlarca
        """,
    "fa": """
        1 یک; 2 دو; 3 سه; 4 چهار; 5 پنج; 6 شش; 7 هفت; 8 هشت; ?9 نه; ?10 ده; 11 یازده; 12 دوازده; 13 سیزده; 14 چهارده; 15 پانزده
        16 شانزده
        17 هفده; 18 هجده; 19 نوزده; 20 بیست; 30 سی; 40 چهل; 50 پنجاه; 60 شصت; 70 هفتاد; 80 هشتاد; 90 نود; x100 صد
        200 دویست; 300 سیصد; 400 چهارصد; 500 پانصد; 600 ششصد; 700 هفتصد; 800 هشتصد; 900 نهصد
        x1000 هزار; x1000000 میلیون; x1000000000 میلیارد
        ~100 صدها; ~1000 هزاران; 1/2 نیم نیمی
        """,
    "ru": """
        1 один одна одного одной одну; 2 дв·а,е,у,ух,ум,умя; 3 три трех трём трем тремя трёх; 4 четыре четырех четырёх четырем
        4 четырём четырьмя; 5 пят·ь,и,ью; 6 шест·ь,и,ью; 7 сем·ь,и; ?7 семью; 8 восемь восьми восемью; 9 девят·ь,и,ью
        10 десят·ь,и,ью; 11 одиннадцат·ь,и,ью; 12 двенадцат·ь,и,ью; 13 тринадцат·ь,и,ью
        14 четырнадцат·ь,и,ью; 15 пятнадцат·ь,и,ью
        16 шестнадцат·ь,и,ью; 17 семнадцат·ь,и,ью; 18 восемнадцат·ь,и,ью; 19 девятнадцат·ь,и,ью; 20 двадцат·ь,и,ью
        30 тридцат·ь,и,ью; 40 сорок сорока; 50 пятьдесят пятидесяти; 60 шестьдесят шестидесяти; 70 семьдесят семидесяти
        80 восемьдесят восьмидесяти; 90 девяносто девяноста; 100 сто ста; 200 двести двухсот; 300 триста трехсот трёхсот
        400 четыреста четырехсот четырёхсот; 500 пятьсот пятисот; 600 шестьсот шестисот; 700 семьсот семисот
        800 восемьсот восьмисот; 900 девятьсот девятисот; x1000 тысяч тысяч·а,и,е,у,ей,ью,ам,ами,ах
        x1000000 миллион миллион·а,ов,у,ом,е,ы,ам,ами,ах
        x1000000000 миллиард миллиард·а,ов,у,ом,е,ы,ам,ами,ах; 2 двое двоих; 3 трое троих; 4 четверо четверых; 5 пятеро пятерых
        3/2 полтора полторы полутора; 1/2 половин·а,ы,у,е,ой; x10 десяток десятка; ~10 десятки десятков; x100 сотня сотню
        ~100 сотни сотен; x12 дюжина дюжину дюжины
        #1 перв·ый,ая,ое,ого,ой,ую,ом,ым; #2 втор·ой,ая,ое,ого,ую,ом,ым; #3 трет·ий,ья,ье,ьего,ьей,ью
        #4 четверт·ый,ая,ое,ого,ой,ую
        """,
    "ar": """
        1 واحد واحدة; 2 اثنان اثنين اثنا اثني اثنتان اثنتين; 3 ثلاث ثلاثة; 4 أربع أربعة; 5 خمس خمسة; 6 ست ستة; 7 سبع سبعة
        8 ثمان ثماني ثمانية; 9 تسع تسعة; 10 عشر عشرة; 20 عشرون عشرين; 30 ثلاثون ثلاثين; 40 أربعون أربعين; 50 خمسون خمسين
        60 ستون ستين; 70 سبعون سبعين; 80 ثمانون ثمانين; 90 تسعون تسعين; x100 مئة مائة; 200 مئتان مئتين مئتي مائتان مائتين مائتي
        300 ثلاثمئة ثلاثمائة; 400 أربعمئة أربعمائة; 500 خمسمئة خمسمائة; 600 ستمئة ستمائة; 700 سبعمئة سبعمائة; 800 ثمانمئة ثمانمائة
        800 ثمانيمئة ثمانيمائة; 900 تسعمئة تسعمائة; x1000 ألف ألفا آلاف; 2000 ألفان ألفين ألفي; x1000000 مليون مليونا ملايين
        2000000 مليوني مليونان مليونين; x1000000000 مليار مليارات; ~10 عشرات; ~100 مئات; 1/2 نصف; 1/3 ثلث; 1/4 ربع
        """,
    "he": """
        3 שלושת; 4 ארבעת; 5 חמשת; 6 ששת; 7 שבעת; 8 שמונת; 9 תשעת; 10 עשרת; 1 אחד אחת; 2 שניים שתיים; ?2 שני שתי שנים
        3 שלוש שלושה; 4 ארבע ארבעה; 5 חמש חמישה; 6 שש שישה; 7 שבע שבעה; 8 שמונה
        9 תשע תשעה; 10 עשר עשרה; 20 עשרים; 30 שלושים; 40 ארבעים; 50 חמישים; 60 שישים; 70 שבעים; 80 שמונים; 90 תשעים
        x100 מאה מאות; 200 מאתיים
        x1000 אלף אלפים; 2000 אלפיים; x1000000 מיליון מיליוני; x1000000000 מיליארד; ~10 עשרות; ~1000 אלפי; 1/2 חצי
        """,
}  # fmt: skip
"""Of each language, what the words are worth: `x` before what multiplies, `#` before ordinals, `~` before vague orders, `?` before
doubtful words."""
_PREFIXES = {"ar": ("(?P<and>[وف])?", "[بلك]?(?:ال)?"), "he": ("(?P<and>ו)?", "[שכ]?[בלמה]?")}
"""“And”, “the”, “in”, which Arabic and Hebrew write as one with the word."""
_MONDAY = "الاثنين"
"""In Arabic “the two” is written so too, and more seldom."""
_GERMAN = {
    "ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
    "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
"""What German numbers are made of, which are one word each."""
_LONGEST = 80
"""Letters of such a word."""


@lru_cache(maxsize=65536)
def number_word(word: str, language: str) -> NumberWord | None:
    """What a folded word is worth in a language, or in any of those known here where it is `und`; None where it is no number."""
    word = bare(word)
    languages = tuple(_CARDINALS) if language == UNKNOWN else (language,)
    for one in languages:
        if found := _number_word(word, one):
            return found
    return None


def _number_word(word: str, language: str) -> NumberWord | None:
    table = _tables().get(language, {})
    if word in table:
        return table[word]
    if language == "de" and (value := _german(word)):
        return NumberWord(Fraction(value), scale=word in ("hundert", "tausend"), doubtful=word == "acht")
    if language in _PREFIXES and (match := _joined(language).fullmatch(word)):
        return None if match[0].endswith(_MONDAY) else replace(table[match["base"]], joined=bool(match["and"]))
    return None


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, NumberWord]]:
    return {language: dict(_read(written)) for language, written in _CARDINALS.items()}


def _read(written: str) -> Iterator[tuple[str, NumberWord]]:
    for line in re.split("[;\n]", written):
        value, *forms = line.split() or [""]
        for form in forms:
            stem, _, endings = form.partition("·")
            number = NumberWord(
                Fraction(value.lstrip("?x#~")),
                "x" in value,
                ordinal="#" in value,
                vague="~" in value,
                doubtful="?" in value,
            )
            yield from ((stem + ending, number) for ending in endings.split(","))


@lru_cache(maxsize=len(_PREFIXES))
def _joined(language: str) -> re.Pattern[str]:
    conjunction, prefixes = _PREFIXES[language]
    return re.compile(f"{conjunction}{prefixes}(?P<base>{'|'.join(_tables()[language])})")


def _german(word: str) -> int:
    """What a German number is worth; 0 where the word is none."""
    if len(word) > _LONGEST:
        return 0
    for scale, written in ((1000, "tausend"), (100, "hundert")):
        before, at, after = word.partition(written)
        if at:
            many, rest = (_german(before) if before else 1), (_german(after.removeprefix("und")) if after else 0)
            return 0 if not many or (after and not rest) else many * scale + rest
    unit, at, tens = word.partition("und")
    if at and _GERMAN.get(unit, 10) < 10 and _GERMAN.get(tens, 0) >= 20:
        return _GERMAN[unit] + _GERMAN[tens]
    return _GERMAN.get(word, 0)
