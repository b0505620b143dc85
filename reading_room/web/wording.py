"""The room's own words for dates, kinds of text and languages, the same on every page."""

import unicodedata
from datetime import date

from reading_room.model.article import Article
from reading_room.model.dates import DateSpan
from reading_room.model.resolution import Resolution

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
KIND_WORDS = {"complete": "Complete text", "excerpt": "Excerpt", "digest": "Digest"}
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    "und": "language not known",
}  # fmt: skip


def in_words(span: DateSpan | None) -> str:
    """`23 March 2016`, `2 March 2017, 20:57`, `April 2016`, `8–9 May 2016`, `7 March – 1 April 2016`, `date not known`."""
    if span is None:
        return "date not known"
    if "/" not in span.written:
        clock = f", {span.clock:%H:%M}" if span.clock else ""
        return _point(span.first, len(span.written.split("T")[0].split(" ")[0])) + clock
    if span.first == span.last:
        return _point(span.first, 10)
    begin, end = span.first, span.last
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_point(end, 10)}"
    if begin.year == end.year:
        return f"{begin.day} {MONTHS[begin.month - 1]} – {_point(end, 10)}"
    return f"{_point(begin, 10)} – {_point(end, 10)}"


def published_in_words(span: DateSpan | None) -> str:
    """An article came out on one day: an interval says between which days, `8 or 9 May 2016`."""
    if span is None or "/" not in span.written or span.first == span.last:
        return in_words(span)
    joined = " or " if (span.last - span.first).days == 1 else " to "
    return in_words(span).replace(" – ", joined).replace("–", joined)


def _point(day: date, written: int) -> str:
    """A date as exactly as it was written: in 4 characters a year, in 7 a month, in 10 a day."""
    month = MONTHS[day.month - 1]
    return str(day.year) if written == 4 else f"{month} {day.year}" if written == 7 else f"{day.day} {month} {day.year}"


def kind_note(article: Article) -> str:
    """One sentence: what the text that the room holds is."""
    if article.text == "digest":
        own = f", in {language_name(article.original_language)}," if article.original_language else ""
        part = (
            " Only an excerpt of the article was read for it; the article goes on." if article.held == "excerpt" else ""
        )
        return f"The room’s own summary of the article, with the article’s own words{own} in quotation marks.{part}"
    if article.text == "excerpt":
        return "Only a part of the article is held here."
    return "The whole text of the article, as the keeper of the room received it."


def share_in_words(share: float) -> str:
    """How much of a text stands in another: `92 % of this text’s eight-word runs stand there`. Only all of them are 100 %."""
    if share == 1:
        return "All of this text’s eight-word runs stand there"
    return f"{int(share * 100)} % of this text’s eight-word runs stand there"


def language_name(tag: str) -> str:
    return LANGUAGES.get(tag.split("-")[0].lower(), tag)


def direction(tag: str) -> str:
    return "rtl" if tag.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def runs_from_right(text: str) -> bool:
    """Whether most letters of a text are of a script written from right to left."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def day_in_words(day: date) -> str:
    return _point(day, 10)


def standing_in_words(found: Resolution | None) -> str:
    """What has become of words, in as few of ours as a card has room for; nothing where they stand as they were quoted."""
    if found is None or found.status in ("exact", "moved"):
        return ""
    if found.now is None:
        return "Taken out of the room"
    if found.status == "edited":
        return (
            "Typography changed since" if all(one.kinds == ("typography",) for one in found.changes) else "Edited since"
        )
    return "Place now uncertain" if found.status == "ambiguous" else "No longer in the article"


def shortened(text: str, most: int) -> str:
    """The text on one line, cut behind a word where it is longer."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–—-')}…"


def counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
