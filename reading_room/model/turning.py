"""Signs of Unicode that turn the direction of the text behind them, and texts in which every turn has its end.

The marks of direction (U+200E, U+200F, U+061C) turn nothing but what is undecided beside them and are none of these.
The rules are those of Unicode Standard Annex 9 (X1 to X8): a line break ends all, a PDI also the embeddings since its isolate.
"""

import re

EMBEDDINGS, OVERRIDES, ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
POP, POP_ISOLATE = "\u202c", "\u2069"
TURNS = EMBEDDINGS + OVERRIDES + ISOLATES + POP + POP_ISOLATE
DEEPEST = 125
"""Turns within each other; what lies deeper turns nothing (`max_depth`)."""
_PARAGRAPH_ENDS = frozenset("\n\r\x1c\x1d\x1e\x85\u2029")
_TURNING = re.compile(f"[{TURNS}{''.join(sorted(_PARAGRAPH_ENDS))}]")


def closed(text: str) -> str:
    """The text with an end for each turn that it begins, and none that it did not begin.

    What is written behind it on the same line then stands as if the text were not there. A part of a text, and all that is from
    elsewhere, has to go through here before it stands in a line with other words where no markup keeps them apart.
    """
    if not any(sign in TURNS for sign in text):
        return text
    kept: list[str] = []
    due: list[str] = []
    isolates = 0
    for sign in text:
        if sign in _PARAGRAPH_ENDS:
            kept += reversed(due)
            due.clear()
            isolates = 0
        elif sign in ISOLATES:
            due.append(POP_ISOLATE)
            isolates += 1
        elif sign in EMBEDDINGS + OVERRIDES:
            due.append(POP)
        elif sign == POP:
            if due[-1:] != [POP]:
                continue
            due.pop()
        elif sign == POP_ISOLATE:
            if not isolates:
                continue
            isolates -= 1
            while due.pop() != sign:
                kept.append(POP)
        kept.append(sign)
    return "".join((*kept, *reversed(due)))


def open_at(text: str, place: int) -> tuple[int, ...]:
    """Where the turns stand that began before a place of a text, in code points, and are not ended there."""
    due: list[tuple[int, str]] = []
    isolates = 0
    for match in _TURNING.finditer(text, 0, place):
        at, sign = match.start(), match[0]
        if sign in _PARAGRAPH_ENDS:
            due.clear()
            isolates = 0
        elif sign in ISOLATES:
            due.append((at, POP_ISOLATE))
            isolates += 1
        elif sign in EMBEDDINGS + OVERRIDES:
            due.append((at, POP))
        elif sign == POP and due and due[-1][1] == POP:
            due.pop()
        elif sign == POP_ISOLATE and isolates:
            isolates -= 1
            while due.pop()[1] != POP_ISOLATE:
                pass
    return tuple(at for at, _ in due)
