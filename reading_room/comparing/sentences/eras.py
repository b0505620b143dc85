"""Finds the year or century of an era that a sentence begins with: “In 32 AD”, “In the third century”."""

import re
from datetime import date

from reading_room.comparing.sentences.calendar_dates import Days

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_ERA = r"(?:(?:AD|A\.D\.|CE)|(?P<{}>BC|BCE|B\.C\.(?:E\.)?))(?!\w)"
_OF_AN_ERA = re.compile(
    r"\W*(?:In|By|During|Around|About|From|Since|Until)\s+(?:about\s+|around\s+)?(?P<words>"
    rf"(?:(?P<y>[1-9]\d{{0,3}})\s?{_ERA.format('bc')}|AD\s(?P<after>[1-9]\d{{0,2}})\b|"
    rf"the\s+(?:(?:early|mid|late)[\s-])?(?P<c>{'|'.join(_ORDINALS)}|\d\d?(?=st|nd|rd|th))(?:st|nd|rd|th)?"
    rf"[\s-]century(?:\s+{_ERA.format('cbc')})?)"
    r"(?!\s*-|\s+[A-Z]?[a-z]+s\b))"
)


def of_an_era(text: str, start: int, end: int) -> tuple[Days, int, int] | None:
    """The days of the year or the century of an era with which a text begins: “In 32 AD”; with where its words stand.

    Elsewhere they only describe something: “the first-century temple”. There are no days before the first year.
    """
    match = _OF_AN_ERA.match(text, start, end)
    if not match:
        return None
    if match["bc"] or match["cbc"]:
        return (date.min, date.min), *match.span("words")
    if match["c"]:
        century = _ORDINALS.get(match["c"]) or int(match["c"])
        days = (date(100 * century - 99, 1, 1), date(100 * century, 12, 31)) if 0 < century <= 20 else None
    else:
        year = int(match["y"] or match["after"])
        days = date(year, 1, 1), date(year, 12, 31)
    return (days, *match.span("words")) if days else None
