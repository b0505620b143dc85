"""The room's own words for dates, kinds of text and languages, the same on every page."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from string import ascii_lowercase, digits

from reading_room.model.analysis import UNBOUNDED
from reading_room.model.article import Article, Version
from reading_room.model.dates import MONTHS, DateSpan, day_in_words
from reading_room.model.languages import language_name, primary
from reading_room.model.resolution import Resolution, Stretch
from reading_room.model.turning import closed
from reading_room.permalinks.words import words
from reading_room.web.pages.text import Direction

RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
KIND_WORDS = {"complete": "Complete text", "excerpt": "Excerpt", "digest": "Digest"}
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_words(span: DateSpan | None) -> str:
    """`23 March 2016`, `2 March 2017, 20:57`, `April 2016`, `8–9 May 2016`, `7 March – 1 April 2016`, `date not known`."""
    if span is None:
        return "date not known"
    if "/" not in span.written:
        clock = f", {span.clock:%H:%M}" if span.clock else ""
        return _point(span.first, len(span.written.split("T")[0].split(" ")[0])) + clock
    if span.first == span.last:
        return day_in_words(span.first)
    begin, end = span.first, span.last
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{day_in_words(end)}"
    if begin.year == end.year:
        return f"{begin.day} {MONTHS[begin.month - 1]} – {day_in_words(end)}"
    return f"{day_in_words(begin)} – {day_in_words(end)}"


def published_in_words(span: DateSpan | None) -> str:
    """An article came out on one day: an interval says between which days, `8 or 9 May 2016`."""
    if span is None or "/" not in span.written or span.first == span.last:
        return in_words(span)
    joined = " or " if (span.last - span.first).days == 1 else " to "
    return in_words(span).replace(" – ", joined).replace("–", joined)


def days_in_words(first: date, last: date) -> str:
    """As `in_words`, and a whole month or year by its name; of what only its end is known, `the time up to 2010`."""
    if last == UNBOUNDED:
        return "the time before the year 1"
    if first == UNBOUNDED:
        whole_year, whole_month = f"{last:%m-%d}" == "12-31", (last + timedelta(1)).day == 1
        return f"the time up to {_point(last, 4 if whole_year else 7 if whole_month else 10)}"
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    whole_month = first.day == 1 and last == DateSpan.parse(first.isoformat()[:7]).last
    written = first.isoformat()[:4] if whole_year else first.isoformat()[:7] if whole_month else f"{first}/{last}"
    return in_words(DateSpan(first, last, written))


def first_iso(first: date) -> str | None:
    """The first day of a time as documents have it; None where nothing says when it began."""
    return None if first == UNBOUNDED else first.isoformat()


def moment_in_words(moment: datetime) -> str:
    """`4 May 2026, 10:12 UTC`."""
    return f"{day_in_words(moment)}, {moment:%H:%M} UTC"


def taken_out_in_words(at: datetime | None) -> str:
    """What befell an article that is no longer in the room; `at` is None where nobody noted when."""
    return f"was taken out of the room on {day_in_words(at)}" if at else "has been taken out of the room"


def _point(day: date, written: int) -> str:
    """A date as exactly as it was written: in 4 characters a year, in 7 a month, in 10 a day."""
    if written == 4:
        return str(day.year)
    return f"{MONTHS[day.month - 1]} {day.year}" if written == 7 else day_in_words(day)


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


def direction(tag: str) -> Direction:
    """Which way a language is written."""
    return "rtl" if primary(tag) in RIGHT_TO_LEFT else "ltr"


def direction_of(text: str) -> Direction:
    """Which way a text runs, whatever it stands in."""
    return "rtl" if runs_from_right(text) else "ltr"


def runs_from_right(text: str) -> bool:
    """Whether most letters of a text are of a script written from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def standing_in_words(found: Resolution | None) -> str:
    """What has become of words, in as few of ours as a card has room for; nothing where they stand as they were quoted."""
    if found is None:
        return ""
    if found.now is None:
        return "Taken out of the room"
    same = found.status in ("exact", "moved") or found.is_typography
    if same and found.around:
        return "Sentence around it changed since"
    if found.status in ("exact", "moved"):
        return ""
    if found.status == "edited":
        edited = "Edited since, with the sentence around it" if found.around else "Edited since"
        return "Typography changed since" if found.is_typography else edited
    return "Place now uncertain" if found.status == "ambiguous" else "No longer in the article"


def shortened(text: str, most: int) -> str:
    """The text on one line, cut behind a word where it is longer; what turns its direction ends with it."""
    text = " ".join(text.split())
    if len(text) <= most:
        return closed(text)
    cut = text[: most - 1]
    return closed(f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–—-')}…")


def beginning(text: str, most: int) -> str:
    """The first words of a text, whole ones, as many as `most` code points hold; all of it, as it stands, if it is short."""
    if len(text) <= most:
        return text
    return f"{text[: max((word.end for word in words(text) if word.end <= most), default=most)]} …"


def ending(text: str, most: int) -> str:
    """The last words of a text, as `beginning` has the first."""
    if len(text) <= most:
        return text
    first = len(text) - most
    return f"… {text[min((word.start for word in words(text) if word.start >= first), default=first) :]}"


def counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def listed(named: Sequence[str]) -> str:
    """`14`, `14 and 15`, `14, 15 and 20`."""
    return " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def passages_in_words(numbers: Iterable[str], order: Sequence[str]) -> str:
    """`passage 14`, `passages 14 to 16`, `passages 2 and 5`: `order` has all passages of the version, as they stand in it."""
    places = sorted({order.index(number) for number in numbers})
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1 and _rises(order[place - 1], order[place]):
            runs[-1].append(place)
        else:
            runs.append([place])
    named = [
        part
        for run in runs
        for part in ([f"{order[run[0]]} to {order[run[-1]]}"] if len(run) > 2 else [order[place] for place in run])
    ]
    return f"{'passage' if len(places) == 1 else 'passages'} {listed(named)}"


def passages_of(version: Version, stretches: Iterable[Stretch]) -> str:
    """The passages that words of a version stand in."""
    return passages_in_words([one.passage for one in stretches], [passage.id for passage in version.passages])


def capitalised(text: str) -> str:
    """The text as a sentence begins: the rest of it stays as it is."""
    return text[:1].upper() + text[1:]


def place_in_words(order: Sequence[str], number: str) -> str:
    """Where a passage stands among all of them: `after passage 14`, `first`."""
    place = order.index(number)
    return f"after passage {order[place - 1]}" if place else "first"


def _rises(number: str, following: str) -> bool:
    """Whether 3a comes before 3b, and 9 before 10: moved passages stand between others."""
    (one, letters), (other, more) = (
        (int(text.rstrip(ascii_lowercase)), text.lstrip(digits)) for text in (number, following)
    )
    return (one, len(letters), letters) < (other, len(more), more)


def for_xml(text: str) -> str:
    """A text without the control characters that no XML can hold, not even escaped."""
    return _NOT_IN_XML.sub("", text)


def isolated(text: str) -> str:
    """A text to stand within a sentence of the room's own, without disturbing its order if it runs the other way."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)
    return f"\u2068{closed(text)}\u2069" if turns else closed(text)
