"""Which words are figures, in digits or as words of the languages in which rooms are mostly kept."""

import re
from functools import lru_cache

from reading_room.permalinks.folding import bare

_WORDS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions dozen dozens half
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante
    soixante septante huitante nonante cent cents mille milliard milliards dizaine dizaines douzaine centaine centaines
    millier milliers moitié
    million milliarde milliarden millionen dutzend dutzende hunderte tausende hälfte
    dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince treinta cuarenta cincuenta sesenta setenta
    ochenta noventa cien ciento cientos quinientos quinientas mil miles millón millones decena decenas docena docenas centenar
    centenares mitad
    iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz onlarca yüzlerce binlerce
    milyon milyonlarca milyar yarısı
    دو سه چهار پنج شش هفت هشت ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود
    صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار هزاران صدها میلیون میلیارد نیم نیمی
    """.split()  # noqa: SIM905 - a list of words is read as one
)
_JOINED = re.compile(
    "(?:[وف]?[بلك]?(?:ال)?|ו?[שכ]?[בלמה]?)(?:"  # “and”, “the”, “in”: Arabic and Hebrew write them as one with the word
    + "|".join(
        """
        واحد واحدة اثنان اثنين اثنا اثنتان اثنتين ثلاث ثلاثة ثلاثون ثلاثين أربع أربعة أربعون أربعين خمس خمسة خمسون خمسين ست
        ستة ستون ستين سبع سبعة سبعون سبعين ثمان ثماني ثمانية ثمانون ثمانين تسع تسعة تسعون تسعين عشر عشرة عشرون عشرين عشرات مئة
        مائة مئات مئتان مئتين مئتي مائتان مائتين مائتي ألف ألفا ألفان ألفين ألفي آلاف مليون مليوني مليونا ملايين مليار مليارات
        نصف ثلث ربع
        אחד אחת שניים שתיים שני שתי שנים שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה עשרים שלושים
        ארבעים חמישים שישים שבעים שמונים תשעים מאה מאתיים מאות אלף אלפיים אלפי אלפים מיליון מיליוני מיליארד עשרות חצי
        """.split()  # noqa: SIM905
    )
    + ")"
)
_FORMS = re.compile(
    r"""
      один | одна | одного | одной | дв[аеу] | двух | двум | двумя | тр[иеё][хм]? | тремя | четыре[хм]? | четыр[её][хм] | четырьмя
    | (?:пят|шест|девят|десят)(?:ь|и|ью) | сем[ьи] | восем[ьи] | восьми
    | (?:оди|две|три|четыр|пят|шест|сем|восем|девят|два|три)н?надцат(?:ь|и|ью) | (?:два|три)дцат(?:ь|и|ью) | сорока?
    | (?:пят|шест|сем|восем)(?:ь|и|ью)десят(?:и|ью)? | восьмидесяти | девяност[оа] | ст[оа]
    | двести | двухсот | триста | тр[её]хсот | четыреста | четыр[её]хсот | \w+(?:ь|и)сот
    | тысяч\w{0,3} | миллион\w{0,3} | миллиард\w{0,3} | двое | трое | четверо | пятеро | полтор[аы] | полутора
    | половин[аыуе] | десят(?:ок|к\w{1,3}) | сот(?:ен|н[яиюе]|ни) | дюжин\w?                             # Russian
    | (?!(?:ein|und)+\Z) (?: ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|und|hundert|tausend
         | (?:drei|vier|fünf|sech|sieb|acht|neun)zehn | (?:zwan|vier|fünf|sech|sieb|acht|neun)zig | dreißig )+   # German
    | dieci\w+ | veinti?\w+ | \w+cient[oa]s                                                                 # Spanish
    | [وفبل]?(?:ال)?(?:ثلاث|أربع|خمس|ست|سبع|ثماني?|تسع)(?:مئة|مائة)                                        # Arabic
    """,
    re.VERBOSE,
)
_HAN = "〇零一二三四五六七八九十百千万萬億亿兆两兩"
_COUNTED = (
    "名人个個辆輛架座次枚艘具支位年月日天周週小時时岁歳歲点點处處所種种批组組条條件頭头匹台臺门門颗顆倍成公米吨噸"
    "つ本機回隻只軒箇ヶカか社隊队発"
)
"""Signs with which things are counted, or what is counted itself."""
_UNSPACED = re.compile(
    rf"""
      万一 | 一一 | 万万 | 萬一 | 萬萬
    | (?P<figure> \d[\d.,]*[十百千万萬億亿兆]+ | [{_HAN}]+分[之の][{_HAN}]+ | [{_HAN}]{{2,}}
      | [{_HAN}](?=[{_COUNTED}]) )
    """,
    re.VERBOSE,
)
"""Of Chinese and Japanese: one sign alone is a figure before what it counts, and a part of other words elsewhere."""


@lru_cache(maxsize=65536)
def is_figure(word: str) -> bool:
    """Whether a folded word is one."""
    if any(sign.isdigit() for sign in word):
        return True
    word = bare(word)
    return word in _WORDS or any(form.fullmatch(word) for form in (_JOINED, _FORMS))


def unspaced_figures(text: str) -> list[tuple[int, int]]:
    """Where figures stand that nothing parts from the words beside them, in code points."""
    return [one.span() for one in _UNSPACED.finditer(text) if one["figure"]]
