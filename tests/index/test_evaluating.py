"""Fields, titles and names in queries, on the made-up room."""

import pytest

from reading_room.index.expanding import MOST_WORDS
from reading_room.ingest import ingest
from reading_room.model.query import parse
from reading_room.model.results import ResultsPage
from reading_room.room import Room
from tests.conftest import Write


def search(room: Room, text: str) -> ResultsPage:
    return room.library().search(parse(text)).results


def found(page: ResultsPage) -> set[tuple[str, str]]:
    return {(group.article, hit.passage) for group in page.groups for hit in group.hits}


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("title:=bridge", {("harbour-bridge", "1"), ("evening-queue", "1")}),
        ("title:bridge", {("harbour-bridge", "1"), ("evening-queue", "1"), ("arabic-bridge", "1")}),
        ("title:bridge carts", {("harbour-bridge", "1"), ("harbour-bridge", "2"), ("evening-queue", "1"), ("evening-queue", "2")}),
        ("title:“harbour bridge” boat", {("harbour-bridge", "3")}),
        ("carts -title:queue", {("harbour-bridge", "1"), ("harbour-bridge", "2")}),
        ("mayor -opened", set()),
        ("mayor -queue", {("harbour-bridge", "1")}),
        ("bridge outlet:evening -queue", set()),
        ("carts -harbour", {("harbour-bridge", "2"), ("evening-queue", "1"), ("evening-queue", "2")}),
        ("carts outlet:evening", {("evening-queue", "1"), ("evening-queue", "2")}),
        ("carts -outlet:evening", {("harbour-bridge", "1"), ("harbour-bridge", "2")}),
        ("outlet:evening", {("evening-queue", "1")}),
        ("outlet:evening OR boat", {("evening-queue", "1"), ("harbour-bridge", "3")}),
        ("outlet:evening OR author:Writer", {("evening-queue", "1"), ("harbour-bridge", "1")}),
        ("outlet:evening -crowd", set()),
        ("(outlet:evening toll) OR (outlet:post boat)", {("evening-queue", "2"), ("harbour-bridge", "3")}),
        ("lang:ar", {("arabic-bridge", "1")}),
        ("https://example.org/harbour", {("harbour-bridge", "1")}),
        ("cart*", {("harbour-bridge", "1"), ("harbour-bridge", "2"), ("evening-queue", "1"), ("evening-queue", "2")}),
        ("=cart", {("evening-queue", "2")}),
        ("engneers~1", {("harbour-bridge", "2")}),
        ('"toll paid"~1', {("evening-queue", "2")}),
        ('"toll paid"~0', set()),
        ("bridge lang:ar", {("arabic-bridge", "1"), ("arabic-bridge", "2")}),
        ("-bridge lang:ar", {("arabic-bridge", "1")}),
        ("“mayor opened” -“opened the”", set()),
        ("zeppelin OR boat", {("harbour-bridge", "3")}),
    ],
)  # fmt: skip
def test_a_query_finds_what_it_says(room: Room, query: str, passages: set[tuple[str, str]]) -> None:
    ingest(room)
    assert found(search(room, query)) == passages


@pytest.mark.parametrize("text", ["carts", "harbour", "queue", "bridge", "opened", "crowd"])
@pytest.mark.parametrize("other", ["cart*", "=harbour", "“a queue”", "toll", "opened", "(mayor OR crowd)"])
def test_a_passage_has_what_is_wanted_or_what_is_left_out_but_never_both(room: Room, text: str, other: str) -> None:
    ingest(room)
    page = search(room, f"{text} {other}")
    having = {(group.article, hit.passage) for group in page.groups if not group.scattered for hit in group.hits}
    without = found(search(room, f"{text} -{other}"))
    assert having.isdisjoint(without)
    assert having | without == found(search(room, text))


def test_only_other_names_that_the_room_has_are_said_to_be_searched(room: Room, write: Write) -> None:
    write("names.yaml", "bridge:\n  kind: place\n  names: {en: [bridge, viaduct], ar: [جسر]}\n")
    ingest(room)
    (also,) = search(room, "bridge").also_searched
    assert (also.typed, also.names) == ("bridge", ("جسر",))


def test_a_beginning_that_too_many_words_have_says_that_the_most_frequent_were_looked_for(
    room: Room, write: Write
) -> None:
    words = [f"heron{n:04}" for n in range(MOST_WORDS + 20)]
    text = "\n\n".join([*words, *[words[-1]] * 3])
    write("articles/herons.md", f"---\ntitle: T\noutlet: o\nlanguage: en\ntext: complete\n---\n{text}\n")
    ingest(room)
    page = search(room, "heron*")
    assert page.total == MOST_WORDS + 3
    assert any(f"More than {MOST_WORDS} words" in notice for notice in page.notices)
    assert search(room, "heron011*").notices == ()
