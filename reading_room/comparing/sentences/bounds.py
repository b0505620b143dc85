"""The words that bound a number: “more than”, “some”, “or so”."""

import re

from reading_room.model.analysis import Bound

_SLIGHTLY = r"(?:(?:just|slightly|well|far|much|a\s+little|little|significantly)\s+)?"
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (
        "at-least",
        r"at\s+(?:the\s+very\s+)?least|not?\s+(?:fewer|less)\s+than|a\s+minimum\s+of|as\s+few\s+as|не\s+менее|как\s+минимум|"
        r"au\s+moins|al\s+menos|pelo\s+menos|ما\s+لا\s+يقل\s+عن|لا\s+يقل\s+عن|على\s+الأقل",
    ),
    (
        "at-most",
        r"at\s+(?:the\s+)?most|up\s+to|as\s+many\s+as|as\s+much\s+as|not?\s+more\s+than|a\s+maximum\s+of|не\s+более|до|hasta|até|jusqu['’]à|"
        r"ما\s+لا\s+يزيد\s+عن",
    ),
    (
        "more",
        _SLIGHTLY + r"(?:more\s+than|over|above|upwards\s+of|in\s+excess\s+of|exceeding|exceeded|exceeds|"
        r"(?:greater|higher|longer|larger)\s+than|"
        r"surpassing|surpassed|topping|topped)|более(?:\s+чем)?|больше|свыше|m[aá]s\s+de|mais\s+de|plus\s+d[e’']|أكثر\s+من|ما\s+يزيد\s+(?:عن|على)|زادت\s+على",
    ),
    (
        "less",
        _SLIGHTLY
        + r"(?:(?:fewer|less|lower|smaller|shorter)\s+than|under|below)|менее(?:\s+чем)?|меньше|menos\s+de|moins\s+d[e’']|أقل\s+من",
    ),
    (
        "about",
        r"some|about|around|approximately|approx\.?|roughly|nearly|almost|close\s+to|(?:an?\s+)?estimated(?:\s+at)?|circa|ca\.?|"
        r"an\s+average(?:\s+of)?|on\s+average|averag(?:ing|ed|es)|perhaps|probably|virtually|~|≈|около|примерно|почти|порядка|environ|cerca\s+de|casi|quase|un[oa]s|"
        r"près\s+d[e’']|quelque|presque|حوالي|حوالى|نحو|زهاء|قرابة|ما\s+يقرب\s+من",
    ),
    ("exactly", r"exactly|precisely|only|just|a\s+total\s+of|all|another|a\s+further"),
)
BOUND_BEFORE = re.compile(
    r"(?:^|(?<=[\s(“\"‘«\[—–]))(?:" + "|".join(rf"(?P<b{index}>{pattern})" for index, (_, pattern) in enumerate(_BOUNDS))
    + r")\s*(?:(?:a|the|of)\s+)?[“\"‘«]?\Z",
    re.IGNORECASE,
)  # fmt: skip
OR_MORE = re.compile(r"\s*(?:\+(?!\w)|-plus\b|\s+or\s+(?P<more>more|so|fewer|less)\b|-odd\b)")
_CHANGED_UP_TO = re.compile(
    r"\b(?:r[oi]s\w*|went|go(?:es)?|climb\w*|jump\w*|soar\w*|surg\w*|shot|grew|grow\w*)\s+up\s+to\s*[$€£]?\Z"
)
LOOKED_AT = 60
"""Code points before a number that are looked at."""


def bound_before(text: str, start: int, at: int) -> tuple[Bound, int]:
    """How the words before a number bound it, and where they begin."""
    match = BOUND_BEFORE.search(text, max(start, at - LOOKED_AT), at)
    if not match:
        return "exactly", at
    index = next(number for number in range(len(_BOUNDS)) if match[f"b{number}"])
    bound = _BOUNDS[index][0]
    if bound == "at-most" and _CHANGED_UP_TO.search(text, max(start, at - LOOKED_AT), at):
        return "exactly", at  # “went up to 35”
    if bound in ("more", "less") and match[0].rstrip().lower().endswith(" the"):
        return "exactly", at  # “below the $5 billion that he wanted”
    return bound, at if bound == "exactly" else match.start(f"b{index}")


def ends_of(bound: Bound, value: float) -> tuple[float | None, float | None]:
    if bound in ("more", "at-least"):
        return value, None
    if bound in ("less", "at-most"):
        return None, value
    return value, value
