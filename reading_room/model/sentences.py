"""Where the sentences of a text stand, for readers who choose words by sentences and for what is read sentence by sentence."""

import re
from collections.abc import Iterator

from reading_room.model.results import Span

_CLOSING = r"[\"'”’»›)\]）」』】]*"
_STOPS = "[.!?…؟۔।॥]"
_END = re.compile(rf"(?<!{_STOPS}){_STOPS}++{_CLOSING}(?=\s)|[。！？｡]+{_CLOSING}|\n")
_LAST_WORD = re.compile(r"(?:(?:^|(?<=[\s(\[“\"‘'«/—–-]))(?:\w{1,8}\.)+)\Z")
"""The word before a full stop with the stops in it: `Gen.`, `U.S.`, `p.m.`."""

_TITLE = re.compile(
    "mr|mrs|ms|dr|prof|st|ste|mt|ft|gen|maj|col|lt|capt|sgt|cpl|pvt|pfc|brig|adm|cmdr|gov|rep|sen|rev|hon|pres|sec|supt|insp|det|"
    "hr|fr|atty|amb|messrs|vs|cf|al|approx|ca|e\\.g|i\\.e|viz|им|ул|пр|т\\.е|т\\.н|см|ср|mme|mlle|dir"
)
"""What stands before a name or a number and never ends a sentence."""
_BEFORE_NUMBER = re.compile("nos?|art|fig|vol|pp?|para|ch|nr|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|стр|тел")
_SOMETIMES = re.compile("inc|corp|co|ltd|bros|jr|sr|etc|dept|univ|est|ave|blvd|тыс|руб|млн|млрд|гг|др")
"""What may stand within a sentence or end it: the next word tells."""
_BEGINNER = re.compile(
    "an?|the|he|she|it|they|we|i|you|this|that|these|those|there|his|her|its|their|our|my|but|and|or|so|yet|in|on|at|by|for|from|"
    "with|after|before|when|while|as|if|since|although|though|however|meanwhile|also|some|many|most|one|what|who|how|why|where|"
    "not?|nobody|both|all|another|others?|earlier|later|last"
)
"""Words that, written with a capital after an abbreviation, begin a sentence."""
_NEXT_SIGN = re.compile(r"\S")
_NEXT_WORD = re.compile(r"\w{1,12}")
_COUNTED = re.compile(
    r"\s*(?:j[aä]n(?:uar|ner)?|feb(?:ruar)?|märz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|"
    r"dez(?:ember)?|jahrhunderts?)\b",
    re.IGNORECASE,
)
"""What German counts with a full stop: “am 9. Mai”, “im 3. Jahrhundert”."""
_NUMBER = re.compile(r"\s*[(\[]?[#№$£€]?\d")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space between them."""
    found, start = [], 0
    for end in (*_ends(text), len(text)):
        said = text[start:end]
        if said.strip():
            found.append(Span(start + len(said) - len(said.lstrip()), start + len(said.rstrip())))
        start = end
    return tuple(found)


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _END.finditer(text):
        at = match.end()
        if match[0][0] in ".!?…" and (_goes_on(text, at) or (match[0] == "." and _abbreviates(text, start, at))):
            continue
        yield at
        start = at


def _goes_on(text: str, at: int) -> bool:
    """Whether what follows a stop begins in small letters: “Who held it?” she asked."""
    follows = _NEXT_SIGN.search(text, at)
    return follows is not None and follows[0].islower()


def _abbreviates(text: str, start: int, at: int) -> bool:
    """Whether the full stop before `at` belongs to its word, in a sentence that begins at `start`."""
    found = _LAST_WORD.search(text, max(start, at - 24), at)
    if not found:
        return False
    word = found[0][:-1].casefold()
    before = text[max(start, found.start() - 6) : found.start()].rstrip()
    if word.isdigit():  # “1. The army”: the number of an item
        return not text[start : found.start()].strip() or (len(word) <= 2 and bool(_COUNTED.match(text, at)))
    if _TITLE.fullmatch(word):
        return True
    if _BEFORE_NUMBER.fullmatch(word):
        return bool(_NUMBER.match(text, at))
    if word == "г":  # “2016 г.”, the year, ends a sentence; “г. Пальмира”, the city, does not
        return not before[-1:].isdigit()
    if len(word) == 1 and word.isalpha():
        return found[0][0].isupper() or not before[-1:].isdigit()
    if "." in word or _SOMETIMES.fullmatch(word):
        following = _NEXT_WORD.search(text, at)
        return following is not None and not _BEGINNER.fullmatch(following[0].casefold())
    return False
