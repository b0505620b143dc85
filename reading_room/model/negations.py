"""Words that deny what stands beside them, in the languages of the room."""

_NEGATIONS = frozenset(
    """
    not no never none nobody nothing neither nor without cannot nowhere hardly
    не нет ни никогда никто ничего никакой без нельзя
    لا لم لن ليس ليست ليسوا غير بدون دون
    ne pas jamais aucun aucune rien sans ni non
    nicht kein keine keinen keiner nie niemals ohne weder
    no nunca jamás ningún ninguna sin tampoco não nem sem
    değil hiç yok asla nie nigdy nikt nic bez نه نیست نیستند هیچ بدون
    """.split()  # noqa: SIM905 - a list of words is read as one
)


def is_negation(word: str) -> bool:
    """Of a word in lower case, with a straight apostrophe if any."""
    return word in _NEGATIONS or word.endswith("n't")
