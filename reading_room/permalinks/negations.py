"""Which words say that something is not so, in the languages in which rooms are mostly kept."""

import re
from collections.abc import Container
from functools import lru_cache

from reading_room.permalinks.folding import bare

_WORDS = frozenset(
    """
    not no never none nobody nothing neither nor without cannot nowhere hardly
    не нет ни никогда никто никого никому ничто ничего нигде никуда никак никакой никакого никаких никакие нельзя без отнюдь
    ne pas jamais aucun aucune rien sans ni non nul nulle guère
    nicht nichts kein keine keinen keinem keiner keines nie niemals niemand niemandem niemanden ohne weder nirgends keineswegs
    no nunca jamás ningún ninguno ninguna nadie nada sin tampoco não nem sem nenhum nenhuma ninguém
    değil değildir değildi hiç yok yoktu yoktur asla nie nigdy nikt nic bez
    نه هیچ بدون بی هرگز نباید نیست نیستند نبود نبودند ندارد ندارند نداشت نشد نشده نکرد نکرده
    """.split()  # noqa: SIM905 - a list of words is read as one
)
_JOINED = re.compile(
    "[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|ليسا|لست|لسنا|غير|بغير|دون|بدون|بلا|[بل]?عدم|العدم|أبدا)"
    "|(?:ו?כ?ש|ו)?(?:לא|אין|אינו|אינה|אינם|אינן|איננו|איננה|בלי|ללא|בלא|מעולם|שום)"
)
"""With the “and” and the “that” which Arabic and Hebrew write as one with the word behind it."""
_FORMS = re.compile(
    r"""
      \w+n't | n'[aeiouyhéêâ]\w* | qu'aucune?                        # English and French
    | نمی\w+                                                        # Persian
    | \w+(?: (?:madı|medi)(?:m|n|k|lar|ler|nız|niz)? | (?:mamış|memiş|mayacak|meyecek|m[ıiuü]yor)\w*
           | [^\Wo](?:maz|mez)(?:lar|ler|dı|di)? | (?:mayan|meyen)(?:lar|ler)? )   # Turkish
    """,
    re.VERBOSE,
)
_OPPOSITE = re.compile("un|non|не|ن")
"""What turns a word into its opposite where it is written as one with it."""
_UNSPACED = re.compile(
    r"""
      不得不 | 不同(?!意) | 不[仅僅但过過少久断斷管论論料動动思] | 非[常洲得難难行] | 是非 | 未[来來明婚満]
    | [无無](?:人[机機驾飞]|[線线數数论論限料事])
    | [沉沈淹出埋吞覆][没沒] | [没沒][收収落]
    | [少危汚]な[いくか] | おこない | つない[だで] | 違いな[いく]
    | かも[し知]れな(?:い|かった) | なければ(?:なら|いけ)な(?:い|かった)
    | [必まは]ず
    | (?P<negation> [不没沒未无無非] | な(?:い|かった|ければ|く(?!な)) | ません(?:でした)? | ず(?=に|[、。]) )
    """,
    re.VERBOSE,
)
"""Of Chinese and Japanese. What only looks like a negation comes first: a drone, an emergency, perhaps."""


@lru_cache(maxsize=65536)
def is_negation(word: str) -> bool:
    """Whether a folded word is one."""
    word = bare(word)
    return word in _WORDS or any(form.fullmatch(word) for form in (_JOINED, _FORMS))


def is_opposite(word: str, others: Container[str]) -> bool:
    """Whether a word is the opposite of one of `others`, made of it; all of them folded."""
    prefix = _OPPOSITE.match(word)
    return prefix is not None and word[prefix.end() :] in others


def unspaced_negations(text: str) -> list[tuple[int, int]]:
    """Where negations stand that nothing parts from the words beside them, in code points."""
    return [one.span() for one in _UNSPACED.finditer(text) if one["negation"]]
