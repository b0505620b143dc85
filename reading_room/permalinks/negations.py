"""Where a text says that something is not so, in the languages in which rooms are mostly kept.

What is a negation depends on the language (the Portuguese “no” is “in the”) and on the words beside it (the French “pas” is a step
where no “ne” goes before it). What a negation is worth is how far it goes: “not” and “nobody” both say that it is not so, “never”
and “without” say more, and something else.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from reading_room.model.languages import UNKNOWN, primary
from reading_room.model.results import Span
from reading_room.permalinks.folding import Words, bare, folded
from reading_room.permalinks.terms import Term

_NOT, _NEVER, _WITHOUT, _HARDLY = "not", "never", "without", "hardly"
_WORDS = {
    "en": "not no none nobody nothing neither nor cannot nowhere | never | without | hardly",
    "ru": """не нет ни никто никого никому ничто ничего нигде никуда никак никакой никакого никаких никакие нельзя отнюдь
        | никогда | без |""",
    "uk": "не ні ніхто нікого нічого ніде немає нема | ніколи | без |",
    "fr": "ne aucun aucune rien ni non nul nulle | jamais | sans | guère",
    "de": """nicht nichts kein keine keinen keinem keiner keines niemand niemandem niemanden weder nirgends keineswegs
        | nie niemals | ohne | kaum""",
    "es": "no ningún ninguno ninguna nadie nada tampoco ni | nunca jamás | sin | apenas",
    "pt": "não nem nenhum nenhuma ninguém nada tampouco | nunca jamais | sem |",
    "it": "non no né nessuno nessuna nessun niente nulla neanche nemmeno neppure | mai | senza |",
    "tr": "değil değildir değildi yok yoktu yoktur | hiç asla | |",
    "pl": "nie nikt nic nikogo niczego żaden żadna żadne | nigdy | bez |",
    "nl": "niet niets geen niemand nergens noch | nooit | zonder | nauwelijks",
    "sv": "inte icke ej ingen inget inga ingenting | aldrig | utan |",
    "el": "δεν δε μη μην όχι ούτε ουδείς κανείς κανένας καμία τίποτα | ποτέ | χωρίς δίχως |",
    "fa": """هیچ نباید نیست نیستند نبود نبودند ندارد ندارند نداشت نشد نشده نکرد نکرده | هرگز | بدون بی |""",
    "ar": "| | |",
    "he": "| | |",
}  # fmt: skip
"""Of each language what says “not”, “never”, “without” and “hardly”."""
_JOINED = {
    "ar": re.compile(
        "[وف]?(?:(?P<never>أبدا)|(?P<without>بغير|دون|بدون|بلا)|لا|لم|لن|ليس|ليست|ليسوا|ليسا|لست|لسنا|غير|[بل]?عدم|العدم)"
    ),
    "he": re.compile(
        "(?:ו?כ?ש|ו)?(?:(?P<never>מעולם)|(?P<without>בלי|ללא|בלא)|לא|אין|אינו|אינה|אינם|אינן|איננו|איננה|שום)"
    ),
}
"""With the “and” and the “that” which Arabic and Hebrew write as one with the word behind it."""
_FORMS = {
    "en": re.compile(r"\w+n't"),
    "fr": re.compile(r"n'[aeiouyhéêâ]\w* | qu'aucune?", re.VERBOSE),
    "fa": re.compile(r"نمی\w+"),
    "tr": re.compile(
        r"""
        \w+(?: (?:madı|medi)(?:m|n|k|lar|ler|nız|niz)? | (?:mamış|memiş|mayacak|meyecek|m[ıiuü]yor)\w*
           | [^\Wo](?:maz|mez)(?:lar|ler|dı|di)? | (?:mayan|meyen)(?:lar|ler)? )
        """,
        re.VERBOSE,
    ),
}
_NO_ONE = ("no", "one")
"""English: words that are one negation together."""
_STEPS, _REACH = frozenset(("pas", "point", "personne")), 4
"""French: what denies only beside a “ne”, and within how many words of it."""
_DENIES = _STEPS | {"plus", "jamais", "rien", "aucun", "aucune", "guère", "nul", "nulle", "ni"}
"""What a “ne” goes with; where it goes with “que” it is “only”."""
_OPPOSITE = re.compile("un|non|не|ن")
"""What turns a word into its opposite where it is written as one with it."""
_FAILED = frozenset(("fail", "fails", "failed", "failing"))
"""English: what says with “to” that something was not done."""
_NINE_OR_NO, _AFTER_NO = "نه", frozenset(("تنها", "فقط", "که", "گفت", "گفتند"))
"""Persian: “no” before a pause or one of these words; elsewhere it is mostly nine."""
_PAUSE = re.compile(r"\s*(?:[،,.!?؟؛:»\"”]|\Z)")
_NUMBER = re.compile(r"\.?\s*\d")
_UNSPACED = re.compile(
    r"""
      不得不 | 不同(?!意) | 不[仅僅但过過少久断斷管论論料動动思] | 非[常洲得難难行] | 是非 | 未[来來明婚満]
    | [无無](?:人[机機驾飞]|[線线數数论論限料事])
    | [沉沈淹出埋吞覆][没沒] | [没沒][收収落]
    | [少危汚]な[いくか] | おこない | つない[だで] | 違いな[いく]
    | かも[し知]れな(?:い|かった) | なければ(?:なら|いけ)な(?:い|かった)
    | [必まは]ず | 絶えず | (?:かか|関|拘|係|問|思|相変|限|残)わ?らず | [問思]わず
    | (?P<negation> ず(?<=[一-鿿々][かがさざただなばまらわえけせてねべめれげ]ず)(?![かつれっらぶ])
      | [不没沒未无無非] | な(?:い|かった|ければ|く(?!な)) | ません(?:でした)? | ず(?=に|[、。]) | ไม่ | มิ(?:ได้|ใช่) )
    """,
    re.VERBOSE,
)
"""Of Chinese, Japanese and Thai. What only looks like a negation comes first: a drone, an emergency, perhaps."""


def negations(text: str, language: str) -> Iterator[Term]:
    """The negations of a text. `language` is a tag, `und` if it is not known."""
    for one in _UNSPACED.finditer(text):
        if one["negation"]:
            yield Term("negation", Span(*one.span()), _NOT)
    language, found = primary(language), folded(text)
    done = 0
    for at, word in enumerate(found.spans):
        if at < done or _is_abbreviation(text, found, at):
            continue
        last, worth = at, worth_of(found.keys[at], language)
        if found.keys[at : at + 2] == _NO_ONE and language in ("en", UNKNOWN):
            last, worth = at + 1, _NOT
        if found.keys[at] in _STEPS and _is_beside_ne(found, at, language):
            worth = _NOT
        elif _is_ne(found.keys[at]) and _is_only(found, at, language):
            worth = ""
        elif _denies_there(text, found, at, language):
            worth = _NOT
        if worth:
            yield Term("negation", Span(word.start, found.spans[last].end), worth)
            done = last + 1


@lru_cache(maxsize=65536)
def worth_of(word: str, language: str) -> str:
    """What a folded word is worth as a negation; empty where it is none."""
    word = bare(word)
    for one in _WORDS if language == UNKNOWN else (language,):
        if word in (worths := _tables().get(one, {})):
            return worths[word]
        if (joined := _JOINED.get(one)) and (match := joined.fullmatch(word)):
            return match.lastgroup or _NOT
        if (form := _FORMS.get(one)) and form.fullmatch(word):
            return _NOT
    return ""


def is_opposite(word: str, others: Container[str]) -> bool:
    """Whether a word is the opposite of one of `others`, made of it; all of them folded."""
    prefix = _OPPOSITE.match(word)
    return prefix is not None and word[prefix.end() :] in others


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return {
        language: {
            word: worth
            for worth, words in zip((_NOT, _NEVER, _WITHOUT, _HARDLY), written.split("|"), strict=True)
            for word in words.split()
        }
        for language, written in _WORDS.items()
    }


def _is_abbreviation(text: str, found: Words, at: int) -> bool:
    """Whether “No.” stands for “number” there."""
    word = found.spans[at]
    if found.keys[at] not in ("no", "nos") or not _NUMBER.match(text, word.end):
        return False
    return text[word.start].isupper() or text[word.end] == "."


def _denies_there(text: str, found: Words, at: int, language: str) -> bool:
    """Whether a word that is no negation elsewhere is one there: “failed to come”; the Persian “no” that is also nine."""
    key = found.keys[at]
    if key in _FAILED:
        return language in ("en", UNKNOWN) and found.keys[at + 1 : at + 2] == ("to",)
    if key != _NINE_OR_NO or language not in ("fa", UNKNOWN):
        return False
    before = found.keys[at - 1] if at else ""
    goes_on = _AFTER_NO.intersection(found.keys[at + 1 : at + 2]) or _PAUSE.match(text, found.spans[at].end)
    return bool(goes_on) and before != "و"


def _is_beside_ne(found: Words, at: int, language: str) -> bool:
    beside = found.keys[max(at - _REACH, 0) : at] + (
        found.keys[at + 1 : at + 2] if found.keys[at] == "personne" else ()
    )
    return language in ("fr", UNKNOWN) and any(map(_is_ne, beside))


def _is_ne(key: str) -> bool:
    return key == "ne" or key.startswith("n'")


def _is_only(found: Words, at: int, language: str) -> bool:
    """Whether the “ne” of French there goes with “que”, and says “only”."""
    behind = found.keys[at + 1 : at + 1 + _REACH]
    que = next((step for step, key in enumerate(behind) if key == "que" or key.startswith("qu'")), None)
    return language in ("fr", UNKNOWN) and que is not None and not _DENIES.intersection(behind[:que])
