"""Why an account has no words in a row, as far as that can be said: the surest reason first."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from reading_room.comparing.collation.common_days import window
from reading_room.comparing.collation.measured import NOT_FOUND, measured
from reading_room.model.article import Article
from reading_room.model.collation import CollatedCell, EmptyKind, Words
from reading_room.model.dates import DateSpan, day_in_words
from reading_room.model.event import Event
from reading_room.model.languages import UNKNOWN, language_name, primary

SLACK = timedelta(days=1)
"""A day is another one elsewhere, and papers are printed at night."""

PARTIAL = "Only an excerpt of this text is held, so nothing can be said of the rest."
EARLIER = "Published before this happened."
RELATED = "No passage surely answers this."
PERHAPS = "Perhaps here, by words that answers of other accounts have."
OTHER_ROW = "Perhaps what stands in another row, by words that answers of other accounts have."
KINDRED = "Nothing is placed here. Other accounts often answer this and another row alike."
CHANGED = "The same words stand in this text. It also has words of its own, changed or added, that may be about this."
ELSEWHERE = "What is possibly related to this stands in another row."


def checked(event: Event, row: str, article: str) -> CollatedCell | None:
    """That somebody read the whole of the text for this question."""
    for absent in event.checked_absent:
        if absent.row == row and absent.article == article:
            return _empty("checked", f"Checked by {absent.by} on {day_in_words(absent.on)}: not in this text.")
    return None


def earlier(article: Article, happened: date | None) -> CollatedCell | None:
    """That the text was published before the first day on which this happened, if that is known."""
    if happened and article.published and article.published.last < happened:
        return _empty("earlier", EARLIER)
    return None


def before_what_is_told(article: Article, told: Iterable[Words], event: Event | None) -> CollatedCell | None:
    """That the text was published before all that other accounts tell in a row, each by a day that its text or the keeper gives.

    Days outside of the event's are no days of what is asked: they may be those of what somebody says of it afterwards.
    """
    days = [_first_day(words, event) for words in told]
    known = [day for day in days if day]
    if not known or len(known) < len(days) or min(known) <= date.min + SLACK:
        return None
    return earlier(article, min(known) - SLACK)


def _first_day(words: Words, event: Event | None) -> date | None:
    """The first day of the event that they may be of; None where nothing surely says so, such as “a year later”."""
    when = words.when
    if when is None or (not isinstance(when, DateSpan) and when.basis in ("published", "later")):
        return None
    if event and not event.when.overlaps(when.first, when.last):
        return None
    return when.first if isinstance(when, DateSpan) else window(when).first


def same_text(article: Article, told_by: Article, outlets: Mapping[str, str]) -> CollatedCell:
    """That the words of another account stand in this one too, because the two have one text."""
    kind = f"{article.wire} text" if article.wire and article.wire == told_by.wire else "text"
    return _empty(
        "same-text", f"Same {kind} as {outlets.get(told_by.outlet, told_by.outlet)}: it counts as one account."
    )


def otherwise(article: Article) -> CollatedCell:
    """What is left to say: that only an excerpt is held, or that nothing was found."""
    return _empty("partial", PARTIAL) if article.is_partial else _empty("not-found", not_found())


def before_the_event(article: Article, event: Event | None) -> CollatedCell | None:
    """That the text was published before the event that all accounts with words in the row tell of, by what the keeper says."""
    if event and article.published and article.published.last < event.when.first:
        return _empty("earlier", f"Published before what is told of here: {event.name}.")
    return None


def other_language(article: Article, others: Iterable[Article]) -> CollatedCell | None:
    """That the accounts with words in the row are in languages that the machine hardly matches with this one's.

    Its figures for empty cells were counted on accounts of one language, so that they are not given.
    """
    own, theirs = primary(article.language), sorted({primary(other.language) for other in others})
    if not theirs or own in theirs or UNKNOWN in (own, *theirs):
        return None
    *first, last = (f"in {language_name(one)}" for one in sorted((own, *theirs), key=language_name))
    return _empty("language", f"Accounts {', '.join(first)} and {last} are hardly matched by the machine.")


def not_found() -> str:
    """With how often that was wrong, where it was measured."""
    found = next((one for one in measured() if one.what == NOT_FOUND), None)
    missed = f" {found.judged - found.right} of {found.judged} such cells that were checked had one." if found else ""
    return f"{NOT_FOUND.capitalize()}.{missed}"


def _empty(kind: EmptyKind, reason: str) -> CollatedCell:
    return CollatedCell(empty=kind, reason=reason)
