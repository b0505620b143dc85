"""The words of calendars by language: months, days of the week, and what days are called that are counted from today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Regular expressions by what they mean; `(?!)` where a language has none of it."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday."""
    days: Mapping[str, int] = field(default_factory=dict)
    """Where `relative_english` does not read them, days counted from that of the writing: yesterday is -1."""
    of: str = r"(?!)"
    """What may stand between day, month and year."""
    to: str = r"(?!)"
    """What joins the ends of a range."""
    since: str = r"(?!)"
    """What stands before the beginning of a time that lasts until the text is written."""
    before: str = r"(?!)"
    until: str = r"(?!)"
    after: str = r"(?!)"
    """What stands before the day that a time ends before, ends with, or begins after."""
    night_before: str = r"(?!)"
    """What makes of a day the night from the day before to it."""
    ordinal: str = ""
    """What may follow the number of a day."""
    alone: frozenset[int] = frozenset(range(1, 13))
    """The months whose names, standing alone, mean nothing else."""
    before_alone: str = r"(?!)"
    """What shows that a name of another month means the month."""
    capitals: bool = False
    """Whether these names begin with capitals, by which some are told from other words."""
    no_weekday_before: str = r"(?!)"
    no_weekday_after: str = r"(?!)"
    """What makes a name of what would be a day of the week."""
    seasons: Mapping[str, str] = field(default_factory=dict)
    """The names of seasons, and what English calls them."""
    future: str = r"(?!)"
    """What tells that a sentence looks ahead."""
    next_before: str = r"(?!)"
    next_after: str = r"(?!)"
    last_before: str = r"(?!)"
    last_after: str = r"(?!)"
    """What makes a day of the week the next one, or the last."""
    called_before: str = r"(?!)"
    called_after: str = r"(?!)"
    """What is called by a day of the month: “the March 8 alliance”."""
    feasts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Days with a name that are the same month and day of every year."""
    known: Mapping[str, date] = field(default_factory=dict)
    """What a single day is called by."""


_CALLED = (
    r"(?:[Aa]lliance|[Mm]ovement|[Cc]oalition|[Bb]loc|[Cc]amp|[Pp]arty|[Bb]rigades?|[Bb]attalion|[Rr]evolution|[Ss]quare|[Ss]treet|"
    r"[Aa]venue|[Bb]ridge|[Uu]niversity|[Ss]tadium|[Mm]artyrs)"
)

_ENGLISH = TimeWords(
    months=(
        r"Jan(?:uary|\.)?|JANUARY|JAN\.?",
        r"Feb(?:ruary|\.)?|FEBRUARY|FEB\.?",
        r"(?<!Women[’']s )(?<!Man )March|MARCH|Mar\.|MAR\.",
        r"Apr(?:il|\.)?|APRIL|APR\.?",
        r"May|MAY",
        r"June|JUNE|Jun\.|JUN\.",
        r"July|JULY|Jul\.|JUL\.",
        r"Aug(?:ust|\.)?|AUGUST|AUG\.?",
        r"Sept?(?:ember|\.)?|SEPTEMBER|SEPT?\.?",
        r"Oct(?:ober|\.)?|OCTOBER|OCT\.?",
        r"Nov(?:ember|\.)?|NOVEMBER|NOV\.?",
        r"Dec(?:ember|\.)?|DECEMBER|DEC\.?",
    ),
    weekdays=(
        r"Monday|Mon\.",
        r"Tuesday|Tues?\.",
        r"Wednesday|Wed\.",
        r"Thursday|Thurs?\.",
        r"Friday|Fri\.",
        r"Saturday|Sat\.",
        r"Sunday|Sun\.",
    ),
    of=r"\s+of",
    capitals=True,
    to=r"\s+(?:(?:up\s+)?to|until|till|through)(?:\s+the)?\s+",
    since=r"\b(?:since|ever since)\s+(?:(?:the|at least|about|around|last)\s+)?",
    before=r"before|prior\s+to",
    until=r"until|till|up\s+to|up\s+until",
    after=r"after",
    ordinal=r"(?:st|nd|rd|th)?",
    alone=frozenset((1, 2, 7, 9, 10, 11, 12)),
    before_alone=(
        r"(?:in|of|since|by|until|till|from|to|through|between|during|last|next|this|early|late|mid|and|or|that|before|after|for|"
        r"around|following|previous|the|a|its|his|her|their|our|on|\w+[’']s)"
    ),
    no_weekday_before=r"\b(?:Black|Good|Bloody|Super|Palm|Easter|Ash|Cyber|Holy|Shrove|Maundy|[Ee]very|[Ee]ach|Girl)\s+\Z",
    last_before=r"\b(?:last|past)\s+\Z",
    seasons={r"spring": "spring", r"summer": "summer", r"autumn": "autumn", r"fall": "fall", r"winter": "winter"},
    no_weekday_after=(
        r"s\b|\s+(?:Times|Telegraph|Mail|Herald|Express|Mirror|Post|Review|Star|Independent|People|Night)\b|"
        r"\s+(?:(?:news)?papers?|tabloids?|broadsheets?|magazines?|supplements?|schools?|sermons?|roasts?|brunch(?:es)?)\b"
    ),
    called_after=rf"(?:\s+|-){_CALLED}\b",
    feasts={
        r"New\s+Year(?:['’]?s)?\s+Day": (1, 1),
        r"Valentine['’]?s\s+Day": (2, 14),
        r"(?:St\.?|Saint)\s+Patrick['’]?s\s+Day": (3, 17),
        r"(?:Fourth\s+of\s+July|July\s+Fourth)": (7, 4),
        r"Bastille\s+Day": (7, 14),
        r"Halloween": (10, 31),
        r"Christmas\s+Eve": (12, 24),
        r"Christmas\s+Day": (12, 25),
        r"Boxing\s+Day": (12, 26),
        r"New\s+Year(?:['’]?s)?\s+Eve": (12, 31),
    },
    known={"9/11": date(2001, 9, 11)},
)

_FRENCH = TimeWords(
    months=(
        r"janvier", r"février|fevrier", r"mars", r"avril", r"mai", r"juin",
        r"juillet", r"août|aout", r"septembre", r"octobre", r"novembre", r"décembre|decembre",
    ),
    weekdays=(r"lundi", r"mardi", r"mercredi", r"jeudi", r"vendredi", r"samedi", r"dimanche"),
    days={r"avant-hier": -2, r"hier": -1, r"aujourd['’]hui|ce\s+(?:matin|soir)": 0, r"demain": 1},
    of=r"\s+de",
    to=r"\s+(?:au|à|jusqu['’]au)\s+",
    since=r"\bdepuis\s+(?:le\s+)?",
    before=r"avant(?:\s+(?:le|l['’]année))?",
    until=r"jusqu['’](?:en|au|à)",
    after=r"après(?:\s+le)?",
    ordinal=r"(?:er)?",
    alone=frozenset(range(1, 13)) - {3},
    before_alone=r"(?:en|de|depuis|début|fin|mi|d['’])",
    no_weekday_after=r"s\b",
    seasons={r"printemps": "spring", r"été": "summer", r"automne": "autumn", r"hiver": "winter"},
    future=r"\b(?:va|vont|sera|seront|aura|auront|doit|devra|prévue?s?|\w{3,}(?:tira|era|eront|dra|dront|vra|vront|nira|sira)|\w{2,}iront)\b",
    next_after=r"\s+prochain",
    last_after=r"\s+(?:dernier|passé)",
    called_before=r"\b(?:alliance|mouvement|coalition|bloc|camp|parti|brigade|révolution|place|rue|avenue|pont)\s+du\s+\Z",
)  # fmt: skip

_RUSSIAN = TimeWords(
    months=(
        r"январ[ьяе]", r"феврал[ьяе]", r"март[ае]?", r"апрел[ьяе]", r"ма[йяе]", r"июн[ьяе]",
        r"июл[ьяе]", r"август[ае]?", r"сентябр[ьяе]", r"октябр[ьяе]", r"ноябр[ьяе]", r"декабр[ьяе]",
    ),
    weekdays=(
        r"понедельник[а]?",
        r"вторник[а]?", r"сред[ауы]", r"четверг[а]?", r"пятниц[ауы]", r"суббот[ауы]", r"воскресень[ея]",
    ),
    days={r"позавчера": -2, r"вчера": -1, r"сегодня": 0, r"завтра": 1},
    to=r"\s+(?:по|до)\s+",
    since=r"\b(?:с|со)\s+",
    until=r"до|вплоть\s+до",
    after=r"после",
    night_before=r"в\s+ночь\s+(?:с\s+[^\s,]+\s+)?на",
    ordinal=r"(?:-?го|-?е)?",
    alone=frozenset(range(1, 13)) - {5},
    before_alone=r"(?:в|с|до|к|конце|начале|середине)",
    seasons={
        r"весн(?:а|ой|ы|у)": "spring", r"лет(?:о|ом|а)": "summer", r"осень|осенью|осени": "autumn", r"зим(?:а|ой|ы|у)": "winter",
    },
    future=r"\b(?:буд(?:ет|ут)|планиру\w+|намерен\w*|состоится|пройд[её]т|прибуд\w+|приед\w+|должн\w+|ожида\w+)\b",
    next_before=r"\b(?:следующ|будущ)\w+\s+\Z",
    last_before=r"\b(?:прошл|минувш)\w+\s+\Z",
    called_before=r"(?:альянс|движени[еяю]|коалици[яию]|блок[а]?|парти[яию]|бригад[аыу]|площад[ьи]|улиц[аыеу])\s+\Z",
    no_weekday_before=r"(?<!прошл)(?<!минувш)(?<!следующ)(?<!ближайш)(?:ую|ая|ой|ей)\s+\Z",  # “окружающую среду”
    no_weekday_after=r"\s+обитания",
)  # fmt: skip

_ARABIC = TimeWords(
    months=(
        r"يناير|كانون\s+الثاني|جانفي",
        r"فبراير|شباط|فيفري", r"مارس|آذار|اذار", r"أبريل|ابريل|إبريل|نيسان|أفريل",
        r"مايو|أيار|ايار|ماي",
        r"يونيو|يونيه|حزيران|جوان", r"يوليو|يوليه|تموز|جويلية", r"أغسطس|اغسطس|آب|أوت", r"سبتمبر|أيلول|ايلول|شتنبر",
        r"أكتوبر|اكتوبر|تشرين\s+الأول|تشرين\s+الاول",
        r"نوفمبر|تشرين\s+الثاني|نونبر", r"ديسمبر|كانون\s+الأول|كانون\s+الاول|دجنبر",
    ),
    weekdays=(
        r"الاثنين|الإثنين", r"الثلاثاء", r"الأربعاء|الاربعاء", r"الخميس", r"الجمعة", r"السبت", r"الأحد|الاحد",
    ),
    days={
        r"أول\s+أمس|أول\s+من\s+أمس": -2, r"(?<!أول\s)(?<!من\s)(?:أمس|امس|البارحة)": -1,
        r"(?:مساء|صباح|فجر|ظهر|ليل|عصر)\s+اليوم|اليوم(?=\s*[،,.])": 0, r"غدا|غدًا": 1,
    },
    of=r"\s+(?:من|من\s+شهر|عام|سنة)",
    to=r"\s+(?:إلى|الى|حتى)\s+",
    since=r"(?:\bمنذ\s+)",
    before=r"قبل(?:\s+(?:يوم|شهر|عام|سنة))?",
    until=r"حتى(?:\s+(?:يوم|شهر|عام|سنة))?",
    after=r"بعد(?:\s+(?:يوم|شهر|عام|سنة))?",
    alone=frozenset(range(1, 13)) - {8, 5},
    before_alone=r"(?:شهر|في|من|منذ|مطلع|أوائل|أواخر|نهاية|منتصف|بداية)",
    seasons={r"ربيع": "spring", r"صيف": "summer", r"خريف": "autumn", r"شتاء": "winter"},
    future=r"(?<!\w)(?:سوف|س(?!يطر|يناء|ياس|يار|ينم|يد|ير|نوا|نوي|تار|تين)[يتن]\w{3,}|من\s+المقرر|يعتزم|تعتزم)(?!\w)",
    next_after=r"\s+(?:المقبل|القادم)",
    last_after=r"\s+(?:الماضي|الفائت|المنصرم)",
    called_before=r"(?:قوى|تحالف|حركة|فريق|ثورة|كتلة|حزب|لواء|ساحة|شارع|جسر|جامعة)\s+\Z",
)  # fmt: skip

_GERMAN = TimeWords(
    months=(
        r"Januar|Jänner", r"Februar", r"März", r"April", r"Mai", r"Juni", r"Juli", r"August", r"September", r"Oktober", r"November",
        r"Dezember",
    ),
    weekdays=(r"Montag", r"Dienstag", r"Mittwoch", r"Donnerstag", r"Freitag", r"Samstag|Sonnabend", r"Sonntag"),
    days={r"vorgestern": -2, r"gestern": -1, r"heute": 0, r"(?<!am\s)(?<!jeden\s)(?-i:morgen)": 1},
    to=r"\s+bis\s+(?:zum\s+)?",
    since=r"\bseit\s+(?:dem\s+)?",
    ordinal=r"\.?",
    alone=frozenset(range(1, 13)) - {5, 8},
    before_alone=r"(?:im|Anfang|Mitte|Ende|seit|bis|vom)",
    capitals=True,
    seasons={r"Frühjahr|Frühling": "spring", r"Sommer": "summer", r"Herbst": "autumn", r"Winter": "winter"},
    future=r"\b(?:wird|werden|soll|sollen|will|wollen)\b",
    next_before=r"\b(?:nächste|kommende)[nrsm]?\s+\Z",
    last_before=r"\b(?:letzte|vergangene|vorige)[nrsm]?\s+\Z",
)  # fmt: skip

_SPANISH = TimeWords(
    months=(
        r"enero", r"febrero", r"marzo", r"abril", r"mayo", r"junio", r"julio", r"agosto", r"sep?tiembre", r"octubre", r"noviembre",
        r"diciembre",
    ),
    weekdays=(r"lunes", r"martes", r"miércoles|miercoles", r"jueves", r"viernes", r"sábado|sabado", r"domingo"),
    days={r"anteayer": -2, r"ayer|anoche": -1, r"hoy|esta\s+(?:mañana|tarde|noche)": 0, r"(?<!la\s)(?<!esta\s)(?<!de\s)mañana": 1},
    of=r"\s+del?",
    to=r"\s+(?:al|a|hasta(?:\s+el)?)\s+",
    since=r"\bdesde\s+(?:el\s+)?",
    seasons={r"primavera": "spring", r"verano": "summer", r"otoño": "autumn", r"invierno": "winter"},
    future=r"\b(?:será|serán|va\s+a|van\s+a|\w{3,}(?:rá|rán)|prevé|previst[oa]s?)\b",
    next_before=r"\bpróximo\s+\Z",
    next_after=r"\s+(?:próximo|que\s+viene)",
    last_before=r"\bpasado\s+\Z",
    last_after=r"\s+pasado",
)  # fmt: skip

_BY_LANGUAGE = {"de": _GERMAN, "es": _SPANISH, "en": _ENGLISH, "fr": _FRENCH, "ru": _RUSSIAN, "ar": _ARABIC}


def time_words(language: str) -> TimeWords:
    """Those of the language of a BCP 47 tag; English where the room has none of it."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), _ENGLISH)
