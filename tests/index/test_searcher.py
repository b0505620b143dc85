"""Searching one generation of the index, through the room that made it."""

import itertools
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.support.levenshtein import levenshtein

from reading_room.index.analysis import words
from reading_room.index.matching import Clock
from reading_room.index.searcher import WhooshIndex
from reading_room.ingest import ingest
from reading_room.library import Library
from reading_room.model.errors import NotReady
from reading_room.model.query import (
    ARTICLES_A_PAGE,
    All,
    Any,
    Clause,
    Exact,
    Fuzzy,
    Near,
    Not,
    Phrase,
    Prefix,
    SearchQuery,
    Word,
    parse,
)
from reading_room.model.query.clauses import asks, both, either, without
from reading_room.model.results import ArticleHits, ResultsPage
from reading_room.room import Room
from tests.conftest import HARBOUR
from tests.wire import COPIES, FERRY

Write = Callable[[str, str], Path]

WORDS = ("bridge", "Carts", "2,000", "to", "be", "الجسر", "мост", "橋", "d'or", "al-jisr")


def search(room: Room, text: str, **narrowed: object) -> ResultsPage:
    return room.library().search(replace(parse(text), **narrowed)).results  # type: ignore[arg-type]


def found(page: ResultsPage) -> set[tuple[str, str]]:
    return {(group.article, hit.passage) for group in page.groups for hit in group.hits}


def every_group(library: Library, query: SearchQuery) -> tuple[list[ArticleHits], ResultsPage]:
    """The groups of all pages, and the last page."""
    groups: list[ArticleHits] = []
    number = 0
    while True:
        number += 1
        page = library.search(query.on_page(number)).results
        groups.extend(page.groups)
        if number >= page.pages:
            return groups, page


def article(title: str, *texts: str, **front: str) -> str:
    fields = {"outlet": "morning-post", "published": "2001-05-04", "language": "en", "text": "complete", **front}
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    return f"---\ntitle: {title}\n{lines}---\n" + "\n\n".join(texts) + "\n"


@pytest.fixture
def fresh(room: Room, write: Write) -> Callable[[str, str], None]:
    """Writes an article and reads the corpus again."""

    def write_and_read(slug: str, text: str) -> None:
        write(f"articles/{slug}.md", text)
        ingest(room)

    return write_and_read


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Seventy articles of a few words in every order, read in three goes so that the index has several segments."""
    folder = tmp_path_factory.mktemp("crowd")
    chance = random.Random(5)
    room = Room(folder / "corpus", folder / "index")
    (room.corpus / "articles").mkdir(parents=True)
    for n in range(70):
        texts = [" ".join(chance.choices(WORDS, k=chance.randint(1, 9))) for _ in range(chance.randint(1, 6))]
        (room.corpus / f"articles/a{n}.md").write_text(article("zzz", *texts, outlet=f"o{n % 3}"), "utf-8")
        if n in (30, 50):
            ingest(room)
    ingest(room)
    return room.library()


@pytest.fixture(scope="module")
def texts(crowd: Library) -> dict[tuple[str, str], str]:
    """Every passage of the crowd by its article and number."""
    return {(slug, one.id): one.text for slug in crowd.corpus.articles for one in crowd.read(slug).version.passages}


SOME = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join)
TERMS: st.SearchStrategy[Clause] = st.one_of(
    st.builds(Word, st.sampled_from(WORDS)),
    st.builds(Exact, st.sampled_from((*WORDS, "cart"))),
    st.builds(Phrase, SOME),
    st.builds(Near, SOME, st.integers(0, 2)),
    st.builds(Prefix, st.sampled_from(["bri", "car", "الج", "200", "al-jis"])),
    st.builds(Fuzzy, st.sampled_from(["bridg", "crats", "мост"]), st.integers(1, 2)),
)
CLAUSES: st.SearchStrategy[Clause] = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: both([two[0], without(two[1])]) or two[0]),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: both(some) or some[0]),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: either(some) or some[0]),
    ),
    max_leaves=5,
).filter(asks)


def holds(clause: Clause, text: str) -> bool:
    """Whether a passage has what a clause wants, told word by word from its text."""
    tokens = list(words(text, "en"))
    forms = [token.form for token in tokens]
    stems = [token.stems[0] for token in tokens]

    def row(of: list[str], wanted: list[str]) -> bool:
        return any(of[n : n + len(wanted)] == wanted for n in range(len(of)))

    def cut(typed: str) -> list[str]:
        return [token.stems[0] for token in words(typed, "en")]

    def spelled(typed: str) -> list[str]:
        return [token.form for token in words(typed, "en")]

    match clause:
        case All(parts):
            return all(holds(part, text) for part in parts)
        case Any(parts):
            return any(holds(part, text) for part in parts)
        case Not(inner):
            return not holds(inner, text)
        case Word(typed):
            return row(stems, cut(typed))
        case Exact(typed) | Phrase(typed):
            return row(forms, spelled(typed))
        case Near(typed, distance):
            wanted = list(dict.fromkeys(cut(typed)))
            places = [[n for n, stem in enumerate(stems) if stem == one] for one in wanted]
            return any(max(one) - min(one) < len(wanted) + distance for one in itertools.product(*places))
        case Prefix(typed):
            *before, last = spelled(typed)
            return any(
                forms[n : n + len(before)] == before and forms[n + len(before)].startswith(last)
                for n in range(len(forms) - len(before))
            )
        case Fuzzy(typed, edits):
            return any(levenshtein(form, typed) <= edits for form in forms)
    raise AssertionError(clause)


@settings(max_examples=100)
@given(clause=CLAUSES)
def test_exactly_those_passages_are_found_that_have_what_is_wanted_and_nothing_that_is_not(
    crowd: Library, texts: dict[tuple[str, str], str], clause: Clause
) -> None:
    groups, page = every_group(crowd, SearchQuery(clause=clause, per_article=100))
    whole = [group for group in groups if not group.scattered]
    expected = {place for place, text in texts.items() if holds(clause, text)}
    assert {(hit.article, hit.passage) for group in whole for hit in group.hits} == expected
    assert page.articles - page.scattered == len(whole) == len({slug for slug, _ in expected})
    assert sum(group.total for group in whole) == len(expected)
    assert groups == [*whole, *(group for group in groups if group.scattered)]
    assert page.complete


@settings(max_examples=60)
@given(parts=st.lists(TERMS, min_size=2, max_size=3, unique=True))
def test_articles_that_have_all_words_but_in_no_passage_together_come_after_the_others_however_many_those_are(
    crowd: Library, texts: dict[tuple[str, str], str], parts: list[Clause]
) -> None:
    groups, page = every_group(crowd, SearchQuery(clause=All(tuple(parts)), per_article=100))
    whole = {group.article for group in groups if not group.scattered}
    having = [{slug for (slug, _), text in texts.items() if holds(part, text)} for part in parts]
    expected = set.intersection(*having) - whole
    assert {group.article for group in groups if group.scattered} == expected
    assert page.scattered == len(expected)
    for group in groups:
        if group.scattered:
            assert 2 <= len(group.hits) <= len(parts)
            assert all(any(holds(part, hit.text) for hit in group.hits) for part in parts)


@settings(max_examples=30)
@given(clause=CLAUSES)
def test_every_hit_shows_its_own_words_with_the_places_to_mark(crowd: Library, clause: Clause) -> None:
    query = SearchQuery(clause=clause)
    for group in every_group(crowd, query)[0]:
        for hit in group.hits:
            reading = crowd.read(hit.article, hit.version, hit.passage)
            assert reading.target is not None
            assert hit.text == reading.target.text
            assert hit.spans == crowd.index.spans(query, hit.text, "en") != ()


def test_twenty_threads_at_once_get_the_answers_that_one_gets(crowd: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clock, "tick", lambda *_: False)  # on a busy machine twenty at once may run out of time
    questions = [parse(f'{one} -"{two}"') for one in WORDS for two in WORDS if one != two] * 2
    alone = [crowd.search(question).results for question in questions]
    with ThreadPoolExecutor(20) as threads:
        together = list(threads.map(lambda question: crowd.search(question).results, questions))
    assert together == alone
    assert sum(page.total for page in alone) > 0


def test_pages_hold_every_article_once_in_one_order(crowd: Library) -> None:
    query = parse("bridge")
    first = crowd.search(query).results
    assert first.pages == -(-first.articles // ARTICLES_A_PAGE) > 2
    slugs = [
        group.article for n in range(1, first.pages + 1) for group in crowd.search(query.on_page(n)).results.groups
    ]
    assert len(slugs) == len(set(slugs)) == first.articles


def test_the_page_after_the_last_is_empty_but_knows_the_totals(crowd: Library) -> None:
    first, beyond = crowd.search(parse("bridge")).results, crowd.search(parse("bridge").on_page(99)).results
    assert beyond.groups == ()
    assert (beyond.total, beyond.articles, beyond.pages) == (first.total, first.articles, first.pages)


def test_facets_count_articles_over_all_pages(crowd: Library) -> None:
    page = crowd.search(parse("bridge")).results
    assert page.facets is not None
    for facet in page.facets["outlet"]:
        assert crowd.search(replace(parse("bridge"), outlet=(facet.value,))).results.articles == facet.articles
    assert sum(facet.articles for facet in page.facets["outlet"]) == page.articles


def test_what_is_chosen_of_a_facet_leaves_its_own_counts_alone_and_narrows_the_others(
    room: Room, fresh: Callable[[str, str], None]
) -> None:
    fresh("one", article("T", "A zeppelin.\n\nA zeppelin.", outlet="red", published="1999-12-30", author="Ada"))
    fresh("two", article("T", "A zeppelin.", outlet="blue", published="2000-02", author="Ben"))
    fresh("three", article("T", "A zeppelin.", outlet="blue", published="unknown"))
    every = search(room, "zeppelin").facets or {}
    blue = search(room, "zeppelin", outlet=("blue",)).facets or {}
    assert blue["outlet"] == every["outlet"]
    assert [value.value for value in every["year"]] == ["1999", "2000"]
    assert [value.value for value in blue["year"]] == ["2000"]
    assert [value.value for value in blue["author"]] == ["Ben"]
    both = search(room, "zeppelin", outlet=("blue",), author=("Ada",)).facets or {}
    assert [value.value for value in both["outlet"]] == ["red"]
    assert [value.value for value in both["author"]] == ["Ben"]
    assert both["year"] == ()


def test_a_histogram_has_every_month_between_the_first_and_the_last_whatever_days_are_chosen(
    room: Room, fresh: Callable[[str, str], None]
) -> None:
    fresh("one", article("T", "A zeppelin.\n\nNo zeppelin.", outlet="red", published="1999-12-30"))
    fresh("two", article("T", "Any zeppelin.", outlet="blue", published="2000-02"))
    fresh("three", article("T", "One zeppelin.", outlet="blue", published="unknown"))
    counted = search(room, "zeppelin").histogram
    assert [(one.first.isoformat(), one.last.isoformat(), one.passages) for one in counted.stretches] == [
        ("1999-12-01", "1999-12-31", 2),
        ("2000-01-01", "2000-01-31", 0),
        ("2000-02-01", "2000-02-29", 1),
    ]
    assert counted.undated == 1
    assert search(room, "zeppelin", first=date(2000, 1, 1)).histogram == counted
    assert [one.passages for one in search(room, "zeppelin", outlet=("red",)).histogram.stretches] == [2]


@pytest.mark.parametrize(
    ("early", "late", "bars"), [("1999-01", "2003-12", 60), ("1999-01", "2004-01", 6), ("0001", "9999", 10)]
)
def test_a_long_time_is_counted_in_longer_stretches(
    room: Room, fresh: Callable[[str, str], None], early: str, late: str, bars: int
) -> None:
    fresh("early", article("T", "A zeppelin.", published=early))
    fresh("late", article("T", "Any zeppelin.", published=late))
    counted = search(room, "zeppelin").histogram
    assert len(counted.stretches) == bars
    for one in counted.stretches:
        narrowed = search(room, "zeppelin", first=one.first, last=one.last)
        assert narrowed.total == one.passages


def test_a_group_shows_its_best_passages_and_counts_them_all(room: Room, fresh: Callable[[str, str], None]) -> None:
    fresh("long", article("T", *["A ferry and nothing else."] * 5))
    (group,) = search(room, "ferry nothing").groups
    assert (len(group.hits), group.total) == (3, 5)
    assert [hit.score for hit in group.hits] == sorted((hit.score for hit in group.hits), reverse=True)


def test_a_title_is_found_once_and_not_once_a_passage(room: Room) -> None:
    ingest(room)
    page = search(room, "Harbour opened to")
    assert found(page) == {("harbour-bridge", "1")}
    assert page.total == 1


def test_words_of_the_title_and_of_the_opening_passage_are_found_together(room: Room) -> None:
    ingest(room)
    assert found(search(room, "carts mayor")) == {("harbour-bridge", "1")}
    assert found(search(room, "carts ferry")) == set()


def test_a_title_is_found_by_a_phrase_in_it(room: Room) -> None:
    ingest(room)
    assert found(search(room, '"queue of carts"')) == {("evening-queue", "1")}
    assert found(search(room, '"carts of queue"')) == set()


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("=الْجِسْرُ", {("arabic-bridge", "1"), ("arabic-bridge", "2")}),
        ("جسر -bridge", {("arabic-bridge", "1"), ("arabic-bridge", "2")}),
        ('"رئيس البلدية"', {("arabic-bridge", "1")}),
        ("1000", {("evening-queue", "1")}),
        ("1,000", {("evening-queue", "1")}),
        ("CART", {("harbour-bridge", "2"), ("evening-queue", "2"), ("harbour-bridge", "1"), ("evening-queue", "1")}),
        ("=bridge -mayor", {("evening-queue", "1")}),
        ('=bridge -"harbour bridge"', {("evening-queue", "1")}),
        ("mayor boat", {("harbour-bridge", "1"), ("harbour-bridge", "3")}),
        ("boat ferry", set()),
        ("ـ", set()),
    ],
)
def test_a_reader_finds_the_passages_meant(room: Room, query: str, passages: set[tuple[str, str]]) -> None:
    ingest(room)
    assert found(search(room, query)) == passages


def test_a_russian_word_is_found_in_all_its_cases(room: Room, fresh: Callable[[str, str], None]) -> None:
    fresh("russian", article("Т", "Бои шли под Пальмирой.", "Сирийский город пал.", "Новая дорога.", language="ru"))
    assert found(search(room, "Пальмира")) == {("russian", "1")}
    assert found(search(room, "бой")) == {("russian", "1")}
    assert found(search(room, "сирийских")) == {("russian", "2")}
    assert found(search(room, "новый")) == {("russian", "3")}


@pytest.mark.parametrize("typed", ["القلعه", "قلعة", "مصطفي", "=مصطفى", "=مصطفي", '"القلعه في"', "=القلعه"])
def test_arabic_is_found_with_and_without_dots_and_shown_as_it_was_written(
    room: Room, fresh: Callable[[str, str], None], typed: str
) -> None:
    text = "قال مصطفى إن القلعة فى المدينه."
    fresh("arabic", article("T", text, language="ar"))
    (group,) = search(room, typed).groups
    assert [hit.text for hit in group.hits] == [text]
    assert group.hits[0].spans


def test_chinese_is_found_inside_a_sentence(room: Room, fresh: Callable[[str, str], None]) -> None:
    fresh("chinese", article("T", "军队进入帕尔米拉古城。", "拉米尔帕", language="zh"))
    page = search(room, "帕尔米拉")
    assert found(page) == {("chinese", "1")}
    (span,) = page.groups[0].hits[0].spans
    assert page.groups[0].hits[0].text[span.start : span.end] == "帕尔米拉"


@pytest.mark.parametrize(
    ("narrowed", "slugs"),
    [
        ({"outlet": ("morning-post",)}, {"harbour-bridge"}),
        ({"outlet": ("nobody",)}, set()),
        ({"event": ("bridge-2001",)}, {"harbour-bridge", "evening-queue"}),
        ({"event": ("bridge",)}, set()),
        ({"language": ("en",)}, {"harbour-bridge", "evening-queue", "undated"}),
        ({"language": ("EN-gb",)}, {"harbour-bridge", "evening-queue", "undated"}),
        ({"language": ("e",)}, set()),
        ({"language": ("fr", "EN-gb")}, {"harbour-bridge", "evening-queue", "undated"}),
        ({"outlet": ("other", "nobody")}, {"undated"}),
        ({"kind": ("digest",)}, {"evening-queue"}),
        ({"kind": ("digest", "complete")}, {"harbour-bridge", "evening-queue", "undated"}),
        ({"year": ("2001",)}, {"harbour-bridge", "evening-queue"}),
        ({"year": ("unread",)}, set()),
        ({"author": ("Nobody",)}, set()),
        ({"article": "evening-queue"}, {"evening-queue"}),
        ({"first": date(2001, 5, 5)}, {"evening-queue"}),
        ({"first": date(2001, 6, 1)}, set()),
        ({"last": date(2001, 5, 3)}, {"evening-queue"}),
        ({"first": date(2001, 5, 4), "last": date(2001, 5, 4)}, {"harbour-bridge", "evening-queue"}),
        ({"last": date(2001, 4, 30)}, set()),
    ],
)
def test_a_search_can_be_narrowed(
    room: Room, fresh: Callable[[str, str], None], narrowed: dict[str, object], slugs: set[str]
) -> None:
    fresh("undated", article("T", "A bridge.", outlet="other", published="unknown", language="en-GB"))
    assert {group.article for group in search(room, "=bridge", **narrowed).groups} == slugs


def test_articles_can_be_ordered_by_date_with_the_undated_last(room: Room, fresh: Callable[[str, str], None]) -> None:
    fresh("undated", article("T", "A bridge.", published="unknown"))
    fresh("old", article("T", "A bridge.", published="1999"))

    def order(sort: str) -> list[str]:
        return [group.article for group in search(room, "=bridge", sort=sort).groups]

    assert order("oldest") == ["old", "evening-queue", "harbour-bridge", "undated"]
    assert order("newest")[-2:] == ["old", "undated"]
    assert order("newest")[0] == "harbour-bridge"


def test_a_replaced_article_leaves_none_of_its_old_passages_behind(
    room: Room, fresh: Callable[[str, str], None]
) -> None:
    fresh("other", article("Herring title", "An old heron.", "A heron again."))
    fresh("other", article("Second title", "A new stork."))
    assert search(room, "heron").total == 0
    assert search(room, "herring").total == 0
    assert [hit.version for hit in search(room, "stork").groups[0].hits] == [2]


def test_a_deleted_article_is_not_found_nor_counted(room: Room) -> None:
    ingest(room)
    (room.corpus / "articles/harbour-bridge.md").unlink()
    ingest(room)
    page = search(room, "=bridge")
    assert {group.article for group in page.groups} == {"evening-queue"}
    assert page.facets is not None
    assert sum(facet.articles for facet in page.facets["outlet"]) == 1


def test_many_small_ingests_find_the_same_as_one_large(room: Room, write: Write) -> None:
    for n in range(12):
        write(f"articles/extra{n}.md", article(f"T{n}", f"Heron number {n}.", f"Stork {n}.", outlet=f"o{n % 3}"))
        if n % 3 == 2:
            (room.corpus / f"articles/extra{n - 1}.md").unlink()
        ingest(room)
    grown = found(search(room, "heron", per_article=9)) | found(search(room, "stork", per_article=9))
    ingest(room, full=True)
    assert grown == found(search(room, "heron", per_article=9)) | found(search(room, "stork", per_article=9))
    assert len(grown) == 16


def test_an_open_index_goes_on_with_what_it_had_while_the_next_is_made(room: Room, write: Write) -> None:
    ingest(room)
    before = room.library()
    write("articles/harbour-bridge.md", article("T", "Nothing of it."))
    ingest(room)
    assert {group.article for group in before.search(parse("mayor")).results.groups} == {"harbour-bridge"}
    assert room.library().search(parse("mayor")).results.total == 0


@pytest.mark.parametrize("query", ["", "-bridge", "***", "ـ"])
def test_a_query_without_a_wanted_word_finds_nothing(room: Room, query: str) -> None:
    ingest(room)
    page = search(room, query)
    assert (page.total, page.articles, page.pages, page.groups) == (0, 0, 0, ())


def test_a_room_without_articles_can_be_searched(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    room = Room(tmp_path / "corpus", tmp_path / "index")
    ingest(room)
    assert search(room, "bridge").total == 0


@settings(max_examples=100)
@given(typed=st.text(max_size=40) | st.text(alphabet='ab*?~^:()[]{}"/\\-_ 29ـ', max_size=40))
def test_whatever_is_typed_is_answered(crowd: Library, typed: str) -> None:
    page = crowd.search(parse(typed)).results
    assert page.total >= page.articles >= len(page.groups)


def test_a_search_that_runs_out_of_time_says_that_it_is_not_complete(
    room: Room, fresh: Callable[[str, str], None]
) -> None:
    fresh("long", article("T", *["A heron."] * 600))
    library = room.library()
    hurried = WhooshIndex(
        room.generations.verified(library.index.generation),
        library.index.generation,
        library.corpus.numbered,
        budget=-1,
    )
    page = hurried.search(parse("heron"))
    assert not page.complete
    assert 0 < page.total < 600


def test_a_long_phrase_is_found_word_by_word_in_its_order(room: Room, write: Write) -> None:
    write(
        "articles/long.md",
        article("A long one", "one two three four five six seven", "seven six five four three two one"),
    )
    ingest(room)
    assert found(search(room, '"two three four five six"')) == {("long", "1")}
    assert found(search(room, 'seven -"two three four five six"')) == {("long", "2")}
    assert found(search(room, "seven -five-six")) == {("long", "2")}


def test_what_is_left_out_is_not_shown_where_the_time_was_too_short_to_look_for_it(
    room: Room, fresh: Callable[[str, str], None]
) -> None:
    fresh("long", article("T", *["A heron and a bittern."] * 600))
    index = room.library().index
    assert isinstance(index, WhooshIndex)
    assert index.search(parse("heron bittern")).total == 600
    index.seconds = -1.0
    page = index.search(parse("heron -bittern"))
    assert (page.total, page.complete) == (0, False)


def test_a_phrase_of_words_that_stand_everywhere_ends_within_the_time_allowed(room: Room, write: Write) -> None:
    write("articles/flood.md", article("A flood", *(["the " * 300] * 20)))
    ingest(room)
    index = room.library().index
    assert isinstance(index, WhooshIndex)
    index.seconds = 0.0
    query = parse('"' + "the " * 30 + '"')
    assert not index.search(query).complete


def test_a_phrase_may_have_one_word_several_times(room: Room, write: Write) -> None:
    write("articles/bells.md", article("T", "bell bell bell", "bell bell and bell", "a bell, bell, bell and bell"))
    ingest(room)
    assert found(search(room, '"bell bell bell"')) == {("bells", "1"), ("bells", "3")}
    assert found(search(room, '"bell and bell"')) == {("bells", "2"), ("bells", "3")}


@pytest.mark.parametrize("text", ["hern~2 OR born~2", "her* OR bor*"])
def test_the_words_that_are_like_one_are_looked_for_within_the_time_allowed(
    room: Room, fresh: Callable[[str, str], None], text: str
) -> None:
    fresh("long", article("T", *(f"A heron{n}, a born{n}." for n in range(600))))
    index = room.library().index
    assert isinstance(index, WhooshIndex)
    assert index.search(parse(text)).complete
    index.seconds = 0.0
    page = index.search(parse(text))
    assert (page.total, page.complete) == (0, False)


@pytest.fixture
def copies(room: Room, write: Write) -> Room:
    """The room with three copies of an English text, two of an Arabic and two of a Russian one."""
    for name, text in COPIES.items():
        write(name, text)
    ingest(room)
    return room


def elsewhere(page: ResultsPage) -> dict[tuple[str, str], list[tuple[str, str]]]:
    return {
        (hit.article, hit.passage): [(place.article, place.passage) for place in hit.also_in]
        for group in page.groups
        for hit in group.hits
    }


@pytest.mark.parametrize(
    ("sort", "first", "others"),
    [
        ("relevance", "ferry", ["lifeboats", "sandbank"]),
        ("oldest", "ferry", ["lifeboats", "sandbank"]),
        ("newest", "sandbank", ["ferry", "lifeboats"]),
    ],
)
def test_a_hit_that_stands_in_three_copies_is_shown_once_at_the_first_in_the_order_asked_for(
    copies: Room, sort: str, first: str, others: list[str]
) -> None:
    page = search(copies, '"nobody was hurt"', sort=sort)
    assert elsewhere(page) == {(first, "2"): [(other, "2") for other in others]}
    assert (page.total, page.articles, page.pages, page.copies) == (1, 1, 1, 2)


def test_an_article_keeps_the_hits_that_no_copy_has_and_loses_the_others(copies: Room) -> None:
    page = search(copies, "the", sort="oldest")
    totals = {group.article: group.total for group in page.groups}
    assert (totals["ferry"], totals["lifeboats"], totals["sandbank"]) == (5, 1, 1)
    assert ("sandbank", "5") in found(page)


def test_an_article_is_placed_by_the_best_hit_that_it_keeps(copies: Room, write: Write) -> None:
    middling, weak = (f"Of tugs {'and of other things that float ' * times}no more." for times in (5, 20))
    write("articles/middling.md", article("On craft", middling))
    write("articles/lifeboats.md", COPIES["articles/lifeboats.md"] + f"\n{FERRY[4]}\n\n{weak}\n")
    ingest(copies)
    assert [group.article for group in search(copies, "tugs").groups] == ["ferry", "middling", "lifeboats"]


def test_copies_in_arabic_and_russian_are_shown_once(copies: Room) -> None:
    assert elsewhere(search(copies, "القبطان")) == {("abbara", "3"): [("abbara-two", "3")]}
    assert elsewhere(search(copies, "капитан")) == {("parom", "3"): [("parom-dva", "3")]}


def test_each_outlet_counts_its_own_copy_and_narrowing_to_it_finds_that(copies: Room) -> None:
    page = search(copies, "captain")
    assert {value.value: value.articles for value in (page.facets or {})["outlet"]} == {
        "morning-post": 1,
        "evening-news": 1,
        "herald": 1,
    }
    narrowed = search(copies, "captain", outlet=("herald",))
    assert elsewhere(narrowed) == {("sandbank", "4"): []}
    assert narrowed.copies == 0
    assert found(search(copies, "captain", article="lifeboats")) == {("lifeboats", "4")}


def test_a_copy_that_does_not_match_is_not_named(copies: Room, write: Write) -> None:
    write("articles/sandbank.md", COPIES["articles/sandbank.md"].replace("buoy", "beacon"))
    ingest(copies)
    assert elsewhere(search(copies, "buoy drifted")) == {("ferry", "4"): [("lifeboats", "4")]}
    assert elsewhere(search(copies, "beacon drifted")) == {("sandbank", "4"): []}


def test_copies_that_give_other_figures_are_each_shown(copies: Room, write: Write) -> None:
    write("articles/sandbank.md", COPIES["articles/sandbank.md"].replace("214", "241"))
    ingest(copies)
    assert elsewhere(search(copies, "people on board")) == {("ferry", "1"): [], ("sandbank", "1"): []}


def test_a_passage_that_one_article_has_twice_is_shown_twice_and_its_copy_named_once(
    copies: Room, write: Write
) -> None:
    for slug in ("once", "twice"):
        write(f"articles/{slug}.md", article(slug, *FERRY, "The heron stood still.", *["The heron stood still."]))
    ingest(copies)
    page = search(copies, "heron")
    assert elsewhere(page) == {("once", "6"): [("twice", "6")], ("once", "7"): []}
    assert (page.total, page.copies) == (2, 2)


def test_pages_are_of_what_is_shown(room: Room, write: Write) -> None:
    for number in range(2 * ARTICLES_A_PAGE):
        write(f"articles/copy-{number:02}.md", article(f"Copy {number}", *FERRY))
    write("articles/own.md", article("Own", "A ferry of our own."))
    ingest(room)
    page = search(room, "ferry")
    assert (page.articles, page.pages, page.copies) == (2, 1, (2 * ARTICLES_A_PAGE - 1) * 2)
    assert len(search(room, "harbour Samson").groups[0].hits[0].also_in) == 2 * ARTICLES_A_PAGE - 1


def test_with_everything_counted_each_match_is_shown_or_named(copies: Room) -> None:
    plain = WhooshIndex(
        copies.generations.verified(copies.generations.current()), "plain", copies.library().corpus.numbered
    )
    for text in ("the", "ferry", "بحسب", "пятницу", "carts"):
        once, all_of_them = search(copies, text), plain.search(parse(text))
        assert once.total + once.copies == all_of_them.total


def test_an_index_whose_files_are_gone_is_not_ready(room: Room) -> None:
    ingest(room)
    library = room.library()
    for path in (room.index / room.generations.current()).glob("*.seg"):
        path.unlink()
    with pytest.raises(NotReady):
        library.search(parse("bridge"))


def test_all_passages_at_once_are_those_of_all_pages_in_their_order(room: Room, write: Write) -> None:
    for number in range(2 * ARTICLES_A_PAGE):
        write(f"articles/letter-{number}.md", HARBOUR.replace("40 carts", f"{number} carts and {number} lanterns"))
    ingest(room)
    index = room.library().index
    query = parse("carts")
    pages = [index.search(replace(query.on_page(page), per_article=99, marked=False)) for page in (1, 2, 3)]
    everything = index.search(query.at_once(1_000))
    assert everything.groups == tuple(group for page in pages for group in page.groups)
    assert {hit.spans for group in everything.groups for hit in group.hits} == {()}  # no file marks anything
    few = index.search(query.at_once(7))
    assert [hit for group in few.groups for hit in group.hits] == [
        hit for group in everything.groups for hit in group.hits
    ][:7]
    assert (few.total, few.articles) == (everything.total, everything.articles)
