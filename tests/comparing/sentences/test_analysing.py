"""What is read in the sentences of a version."""

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.sentences.analysing import analyse
from reading_room.model.analysis import Analysis
from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import DateSpan

WORDS = re.findall(
    r"\S+",
    "March on a the of more than May later year two hundred thousand day to between and from last week next year’s since Friday "
    "early per daily half one in some T-72 2016 mid-April ago آذار 27 марта le mars",
)
PARTS = st.sampled_from([*WORDS, *"0123456789.,:;-–—'’“”\"()%/$€²½٣٬\n"])
ODD = st.lists(PARTS, max_size=40).map("".join) | st.lists(PARTS, max_size=40).map(" ".join)


def version(*texts: str, published: str | None = "2016-03-27", language: str = "en") -> Version:
    when = DateSpan.parse(published) if published else None
    article = Article("one", "One", "outlet", when, "printed", language, "complete")
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    return Version(article, 3, datetime(2020, 1, 1, tzinfo=UTC), passages)


def spans_hold(found: Analysis, read: Version) -> bool:
    """Whether all spans are of words in the texts and each time is one."""
    texts = {passage.id: passage.text for passage in read.passages}
    for sentence in found.sentences:
        text = texts[sentence.passage]
        parts = [sentence.span, *(figure.span for figure in sentence.quantities)]
        parts += [time.span for time in sentence.times if time.span]
        for part in parts:
            if (
                not sentence.span.start <= part.start < part.end <= sentence.span.end
                or not text[part.start : part.end].strip()
            ):
                return False
        if any(time.first > time.last for time in sentence.times):
            return False
        for figure in sentence.quantities:
            if figure.least is not None and figure.most is not None and figure.least > figure.most:
                return False
    return True


def test_every_sentence_is_read_in_the_order_of_the_text() -> None:
    found = analyse(version("It fell. It rose.", "Nobody came."))
    assert (found.article, found.version) == ("one", 3)
    assert [(one.passage, one.span.start) for one in found.sentences] == [("1", 0), ("1", 9), ("2", 0)]


def test_every_sentence_of_a_dated_article_has_a_time_and_somebody_who_says_it() -> None:
    found = analyse(version("It fell. “It rose”, she said.", "Nobody came."))
    assert all(sentence.times and sentence.attributions for sentence in found.sentences)


def test_an_article_without_a_date_has_the_times_that_its_words_say_alone() -> None:
    first, second = analyse(version("It fell.", "It rose on 3 March 2017.", published=None)).sentences
    assert not first.times
    assert str(second.times[0].first) == "2017-03-03"


@given(st.lists(st.one_of(st.text(max_size=80), ODD), max_size=4), st.sampled_from(["en", "ar", "ru", "fr", "ja", ""]))
def test_any_text_has_an_analysis_and_its_spans_are_of_words_in_it(texts: list[str], language: str) -> None:
    read = version(*texts, language=language)
    assert spans_hold(analyse(read), read)
