"""What else to ask, over a real index: every offer is a question that finds what it says."""

from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from reading_room.ingest import ingest
from reading_room.library import Library
from reading_room.model.query import parse
from reading_room.model.results import ResultsPage
from reading_room.offering import Offer, Offers, offers
from reading_room.room import Room
from tests.conftest import FILES, HARBOUR
from tests.hostile import queries

RUSSIAN = HARBOUR.partition("\n---\n")[0].replace("language: en", "language: ru").replace("Harbour bridge", "Мост") + (
    "\n---\nВ городе открыли новый мост через Волгу.\n\nПо мосту проехали телеги.\n"
)
LATER = HARBOUR.partition("\n---\n")[0].replace("2001-05-04", "2003-01-02").replace("Harbour bridge", "The café") + (
    "\n---\n"
    + "\n\n".join(f"A lantern burned in the harbour café, night {number}." for number in range(60))
    + "\n\nOne lanterm.\n"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("offering")
    files = FILES | {"articles/russian-bridge.md": RUSSIAN, "articles/cafe.md": LATER}
    files["names.yaml"] += "mayor:\n  kind: person\n  names: {en: [Burgomaster, the mayor]}\n"
    for name, text in files.items():
        path = folder / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    room = Room(folder / "corpus", folder / "index", search_seconds=30)  # a busy machine is slow, not wrong
    ingest(room)
    return room.library()


def offered(library: Library, text: str, **narrowed: object) -> Offers:
    return library.offers(library.search(replace(parse(text), **narrowed)))  # type: ignore[arg-type]


def meant(library: Library, text: str) -> list[str]:
    return [offer.query.text for offer in offered(library, text).meant]


def wider(library: Library, text: str, **narrowed: object) -> dict[tuple[str, str], Offer]:
    return {(offer.kind, offer.changed): offer for offer in offered(library, text, **narrowed).wider}


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("enginears", "engineers"),
        ("enigneers", "engineers"),  # letters in each other’s place
        ("crats", "carts"),
        ("المهندسسون", "المهندسون"),
        ("телегги", "телеги"),
        ("Волку", "Волгу"),
        ("cofe", "café"),
        ("Burgomastr", "Burgomaster"),  # a name that no text has, of what they call otherwise
        ('"harbuor bridge"', '"harbour bridge"'),
        ("=enginears", "=engineers"),
        ("title:harbuor", "title:harbour"),
        ("outlet:Mornign", 'outlet:"The Morning Post"'),
        ("author:Writter carts", 'author:"A. Writer" carts'),
        ("enginears OR ferrymem -queue after:2001", "(engineers OR ferrymen) -queue after:2001"),
        ("(enginears carts) -(guests bote)", "engineers carts -(guests bote)"),
        ('"carts huor"~9', '"carts hour"~9'),
    ],
)
def test_a_word_that_finds_nothing_brings_the_whole_question_with_a_near_word_in_its_place(
    library: Library, typed: str, instead: str
) -> None:
    assert meant(library, typed)[:1] == [instead]


@pytest.mark.parametrize(
    "typed", ["carts", "bridge", "جسر", "Burgomaster", "the mayor", "-enginears carts", "xyzzyx", "ab", "9999"]
)
def test_what_finds_something_or_is_a_name_or_is_left_out_or_like_nothing_brings_none(
    library: Library, typed: str
) -> None:
    assert meant(library, typed) == []


def test_a_word_that_finds_next_to_nothing_brings_a_very_near_one_that_finds_much(library: Library) -> None:
    found = library.search(parse("lanterm"))
    (offer,) = library.offers(found).meant
    assert (found.results.total, offer.query.text, offer.passages, offer.articles) == (1, "lantern", 60, 1)


def test_what_is_offered_keeps_all_that_narrows_the_search(library: Library) -> None:
    (offer,) = offered(library, "enginears", outlet=("morning-post",), last=date(2002, 1, 1), page=2).meant
    assert offer.query == replace(parse("engineers"), outlet=("morning-post",), last=date(2002, 1, 1))
    assert offered(library, "enginears", outlet=("al-jisr",)).meant == ()


@pytest.mark.parametrize(
    ("typed", "narrowed", "kind", "changed", "text"),
    [
        ("carts", {"outlet": ("al-jisr",)}, "without-choice", "outlet", "carts"),
        ("carts", {"first": date(2005, 1, 1)}, "without-choice", "dates", "carts"),
        ("toll", {"article": "cafe"}, "without-choice", "article", "toll"),
        ("carts", {"first": date(2005, 1, 1), "outlet": ("al-jisr",)}, "whole-room", "", "carts"),
        ('"carts counted" -boat', {}, "without-quotation-marks", "", "carts counted -boat"),
        ("=engineer carts lang:en", {}, "any-form", "", "engineer carts lang:en"),
        ("carts engineers xyzzyx", {}, "without-part", "xyzzyx", "carts engineers"),
        ("carts outlet:al-jisr -boat", {}, "without-part", "outlet:al-jisr", "carts -boat"),
        ("toll -toll", {}, "without-part", "-toll", "toll"),
        (
            "lantern guests outlet:morning-post toll",
            {},
            "any-word",
            "",
            "(lantern OR guests OR toll) outlet:morning-post",
        ),
        ('"lantern guests"', {}, "any-word", "", "lantern OR guests"),
    ],
)
def test_where_nothing_is_found_a_question_that_asks_for_less_is_offered(
    library: Library, typed: str, narrowed: dict[str, object], kind: str, changed: str, text: str
) -> None:
    assert wider(library, typed, **narrowed)[kind, changed].query.text == text  # type: ignore[index]


def test_words_are_left_out_for_what_narrows_them_only_where_nothing_else_finds_anything(library: Library) -> None:
    alone = wider(library, "xyzzyx outlet:morning-post after:2000")
    assert [offer.query.text for offer in alone.values()] == ["outlet:morning-post after:2000"]
    assert "known-alone" not in {kind for kind, _ in wider(library, "carts xyzzyx outlet:morning-post")}


@pytest.mark.parametrize(
    ("typed", "kind", "name", "text"),
    [
        ("Writer", "written-by", "Writer", "author:Writer"),
        ("A. writer", "written-by", "A writer", 'author:"A writer"'),
        ("Writer carts", "written-by", "Writer", "author:Writer carts"),
        ("Morning Post", "published-by", "Morning Post", 'outlet:"Morning Post"'),
    ],
)
def test_the_name_of_an_author_or_outlet_typed_as_words_brings_what_they_wrote_or_published(
    library: Library, typed: str, kind: str, name: str, text: str
) -> None:
    assert wider(library, typed)[kind, name].query.text == text


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("enginears xyzzyx", "engineers"),  # the other is like nothing
        ("enginears xyzzyx crats", "engineers carts"),
        ("title:harbuor xyzzyx", "title:harbour"),
        ("harbourcafé", '"harbour café"'),
        ("outlet:morn*", 'outlet:"The Morning Post"'),
        ("author:Wri", 'author:"A. Writer"'),
    ],
)
def test_what_was_meant_is_offered_also_where_more_than_a_spelling_is_in_the_way(
    library: Library, typed: str, instead: str
) -> None:
    assert meant(library, typed)[:1] == [instead]


def test_nothing_wider_is_offered_where_something_is_found_or_nothing_was_asked(library: Library) -> None:
    assert wider(library, "carts") == wider(library, "") == wider(library, "-carts") == {}


def test_every_offer_finds_what_it_says_and_there_are_few(library: Library) -> None:
    misspelt = ["enginears crats", '"harbuor bridge" lang:ar', "lantern guests xyzzyx", "title:xyzzyx OR cartz -boat"]
    some = 0
    for text in (*misspelt, *islice(queries(seed=7), 150)):
        found = offered(library, text, kind=("digest",))
        assert len(found.meant) <= 3
        assert len(found.wider) <= 4
        for offer in (*found.meant, *found.wider):
            results = library.search(offer.query).results
            assert (results.total, results.articles) == (offer.passages, offer.articles)
            assert offer.passages > 0
            assert parse(offer.query.text).clause == offer.query.clause
            some += 1
    assert some > 4


class Slow:
    """An index that never ends in time, or never has any left."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.asked = 0

    def search(self, query: object, seconds: float | None = None) -> ResultsPage:
        self.asked += 1
        return ResultsPage(total=9, articles=9, page=1, pages=1, complete=False)

    def respellings(self, query: object, seconds: float) -> tuple[()]:
        return ()


def test_what_cannot_be_counted_in_time_is_not_offered() -> None:
    nothing = ResultsPage(total=0, articles=0, page=1, pages=0)
    slow, late = Slow(60), Slow(0)
    assert offers(slow, parse("a b c"), nothing) == offers(late, parse("a b c"), nothing) == Offers()
    assert slow.asked > 0
    assert late.asked == 0


def test_an_answer_that_is_not_whole_brings_no_offers() -> None:
    slow = Slow(60)
    assert offers(slow, parse("a b c"), ResultsPage(total=0, articles=0, page=1, pages=0, complete=False)) == Offers()
    assert slow.asked == 0
