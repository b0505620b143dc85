"""How two texts differ, word by word, with figures, names and negations told from other words."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from reading_room.model.resolution import ChangeKind, WordChange
from reading_room.model.results import Span
from reading_room.permalinks.folding import fold_typography, fold_word
from reading_room.permalinks.words import words

_NEGATIONS = frozenset(
    """
    not no never none nobody nothing neither nor without cannot nowhere hardly
    не нет ни никогда никто ничего никакой без нельзя
    لا لم لن ليس ليست ليسوا غير بدون دون
    ne pas jamais aucun aucune rien sans ni non
    nicht kein keine keinen keiner nie niemals ohne weder
    no nunca jamás ningún ninguna sin tampoco não nem sem nem
    """.split()  # noqa: SIM905 - a list of words is read as one
)
_NUMERALS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred
    hundreds thousand thousands million millions billion billions dozen dozens half
    """.split()  # noqa: SIM905
)
_BEGINS = re.compile(r"(?:^|[.!?…:])[^\w,;]*$")
"""What stands before a word that begins a sentence."""
_SIGNS = re.compile(r"\S+")


def differences(was: str, now: str) -> tuple[WordChange, ...]:
    """What changed from one text to the other. Where only the typography did, that is the one change there is."""
    if was == now:
        return ()
    if fold_typography(was) == fold_typography(now):
        return (WordChange(was, now, ("typography",)),)
    old, new = _tokens(was), _tokens(now)
    old_keys = [fold_typography(was[span.start : span.end]) for span in old]
    new_keys = [fold_typography(now[span.start : span.end]) for span in new]
    changes = []
    for how, i, j, k, m in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if how != "equal":
            changes.append(_change(was, old[i:j], now, new[k:m]))
    return tuple(changes)


def _change(was: str, old: Sequence[Span], now: str, new: Sequence[Span]) -> WordChange:
    gone, come = (text[part[0].start : part[-1].end] if part else "" for text, part in ((was, old), (now, new)))
    if fold_typography(gone) == fold_typography(come):
        return WordChange(gone, come, ("typography",))
    tests: tuple[tuple[ChangeKind, Callable[[str, Span], bool]], ...] = (
        ("figure", _is_figure),
        ("name", _is_name),
        ("negation", _is_negation),
    )
    kinds = tuple(kind for kind, test in tests if _said(was, old, test) != _said(now, new, test))
    return WordChange(gone, come, kinds or ("words",))


def _tokens(text: str) -> list[Span]:
    """The words, and between them the signs that are not spaces, in order."""
    found: list[Span] = []
    last = 0
    for word in (*words(text), Span(len(text), len(text))):
        found.extend(Span(last + sign.start(), last + sign.end()) for sign in _SIGNS.finditer(text[last : word.start]))
        if word.start < word.end:
            found.append(word)
        last = word.end
    return found


def _said(text: str, tokens: Sequence[Span], test: Callable[[str, Span], bool]) -> list[str]:
    return sorted(fold_word(text[span.start : span.end]) for span in tokens if test(text, span))


def _is_figure(text: str, span: Span) -> bool:
    word = text[span.start : span.end]
    return any(sign.isdigit() for sign in word) or fold_word(word) in _NUMERALS


def _is_name(text: str, span: Span) -> bool:
    """A capital letter where no sentence begins. Scripts without capitals tell no names."""
    return text[span.start].isupper() and not _BEGINS.search(text[: span.start])


def _is_negation(text: str, span: Span) -> bool:
    key = fold_word(text[span.start : span.end])
    return key in _NEGATIONS or key.endswith("n't")
