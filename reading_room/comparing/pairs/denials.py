"""Words that deny what stands beside them, by which sentences are told apart; changes of a text are told by permalinks’ own."""

from reading_room.comparing.pairs.rarity import folded

_WORDS = """
not no never none nobody nothing neither nor without cannot nowhere hardly denied denies deny denying
не нет ни никогда никто ничего никакой без нельзя
لا لم لن ليس ليست ليسوا غير بدون دون
ne pas jamais aucun aucune rien sans ni non
nicht kein keine keinen keiner nie niemals ohne weder
no nunca jamás ningún ninguna sin tampoco não nem sem
değil hiç yok asla nie nigdy nikt nic bez نه نیست نیستند هیچ بدون
"""
_DENIALS = frozenset(map(folded, _WORDS.split()))


def denies(word: str) -> bool:
    """Of a word folded by `rarity.folded`, with a straight apostrophe if any."""
    return word in _DENIALS or word.endswith("n't")
