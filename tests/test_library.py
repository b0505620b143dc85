"""What a reader can ask: the library over a real index and a real corpus, and over another engine."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading_room.comparisons import Chosen
from reading_room.ingest import ingest
from reading_room.library import Library
from reading_room.model.errors import BadQuestion, NoLongerHere, NotHere
from reading_room.model.query import SearchQuery, parse
from reading_room.model.results import ArticleHits, Hit, ResultsPage, Span
from reading_room.permalinks.address import CROCKFORD, Address
from reading_room.room import Room
from tests.conftest import BRIDGE, HARBOUR, Write


@pytest.fixture
def library(room: Room) -> Library:
    ingest(room)
    return room.library()


def test_a_search_brings_the_articles_that_it_names(library: Library) -> None:
    found = library.search(parse("carts"))
    assert (
        found.articles.keys()
        == {group.article for group in found.results.groups}
        == {"harbour-bridge", "evening-queue"}
    )


def test_words_are_found_in_any_text_by_the_same_rules_as_in_the_index(library: Library) -> None:
    version = library.read("harbour-bridge").version
    assert library.spans(parse("carts"), version) == {"1": (), "2": (Span(21, 26),), "3": ()}
    assert library.spans(parse("-carts"), version) == {"1": (), "2": (), "3": ()}
    assert library.index.spans(parse("cart"), "Two carts.") == (Span(4, 9),)


def test_another_engine_can_stand_in_the_place_of_the_index(library: Library) -> None:
    @dataclass
    class Engine:
        """Answers everything with one hit."""

        generation: str = "another"
        asked: list[SearchQuery] = field(default_factory=list)

        def search(self, query: SearchQuery) -> ResultsPage:
            self.asked.append(query)
            hit = Hit("harbour-bridge", 1, "2", "Engineers", (Span(0, 9),), 1.0)
            return ResultsPage(1, 1, 1, 1, (ArticleHits("harbour-bridge", (hit,), 1),))

        def spans(self, query: SearchQuery, text: str) -> tuple[Span, ...]:
            return (Span(0, len(text)),)

    engine = Engine()
    found = Library(engine, library.corpus).search(parse("anything"))
    assert engine.asked == [parse("anything")]
    assert found.articles["harbour-bridge"].title == "Harbour bridge opened to carts"


def test_an_article_is_read_at_its_newest_version_or_at_the_one_asked_for(room: Room, write: Write) -> None:
    ingest(room)
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    ingest(room)
    library = room.library()
    assert library.read("harbour-bridge").version.number == 2
    assert library.read("harbour-bridge", 1).version.number == 1
    assert library.read("harbour-bridge", 1).newest == 2


def test_a_passage_of_an_article_is_pointed_at(library: Library) -> None:
    target = library.read("harbour-bridge", passage="2").target
    assert target is not None
    assert target.text.startswith("Engineers")


@pytest.mark.parametrize(
    ("slug", "version", "passage"), [("nobody", None, None), ("harbour-bridge", 2, None), ("harbour-bridge", None, "9")]
)
def test_what_never_was_is_not_here(library: Library, slug: str, version: int | None, passage: str | None) -> None:
    with pytest.raises(NotHere) as raised:
        library.read(slug, version, passage)
    assert raised.value.remedy


def test_what_was_taken_out_names_the_address_that_still_has_it(room: Room, write: Write) -> None:
    ingest(room)
    write("articles/harbour-bridge.md", HARBOUR.replace("\nNo boat passed below it.\n", ""))
    (room.corpus / "articles/evening-queue.md").unlink()
    ingest(room)
    library = room.library()
    with pytest.raises(NoLongerHere) as passage:
        library.read("harbour-bridge", passage="3")
    with pytest.raises(NoLongerHere) as article:
        library.read("evening-queue")
    assert (passage.value.kept, article.value.kept) == ("harbour-bridge@1/3", "evening-queue@1")
    assert library.read("evening-queue", 1).newest is None


def test_events_come_in_order_of_time_and_their_accounts_in_order_of_publication(room: Room, write: Write) -> None:
    write("events/earlier.md", "---\nname: Earlier\nwhen: 2000\nwhere: x\n---\nIt was.\n")
    ingest(room)
    first, second = room.library().events()
    assert (first.event.slug, second.event.slug) == ("earlier", "bridge-2001")
    assert [article.slug for article in second.articles] == ["evening-queue", "harbour-bridge", "arabic-bridge"]


def test_the_newest_articles_are_those_published_last_and_the_undated_follow(room: Room, write: Write) -> None:
    write("articles/undated.md", HARBOUR.replace("published: 2001-05-04", "published: unknown"))
    ingest(room)
    newest = [article.slug for article in room.library().newest_articles(9)]
    assert newest == ["arabic-bridge", "harbour-bridge", "evening-queue", "undated"]
    assert len(room.library().newest_articles(2)) == 2


def usual(room: Room) -> tuple[str, ...]:
    """The accounts that are laid side by side where nobody chose any."""
    ingest(room)
    return tuple(version.article.slug for version in room.library().compare(Chosen(), "bridge-2001").accounts)


def test_where_nobody_chooses_four_accounts_are_compared_those_with_most_answers_first(
    room: Room, write: Write
) -> None:
    for number, body in enumerate(("It rained all day.", "The ferries were late.", "A band played.")):
        head = HARBOUR.partition("---\n")[2].partition("---\n")[0]
        write(f"articles/silent-{number}.md", f"---\n{head.replace('morning-post', f'paper-{number}')}---\n{body}\n")
    chosen = usual(room)
    assert len(chosen) == 4
    assert {"harbour-bridge", "evening-queue"} <= set(chosen)


def test_where_nobody_chooses_no_two_copies_of_one_text_are_compared(room: Room, write: Write) -> None:
    write("articles/a-copy.md", HARBOUR.replace("morning-post", "al-jisr"))
    chosen = usual(room)
    assert len({"harbour-bridge", "a-copy"} & set(chosen)) == 1
    assert set(chosen) > {"evening-queue", "arabic-bridge"}


def test_where_nobody_chooses_no_two_texts_of_one_agency_are_compared(room: Room, write: Write) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("text: complete", "text: complete\nwire: AFP"))
    other = HARBOUR.replace("text: complete", "text: complete\nwire: AFP, Reuters").replace("morning-post", "herald")
    write("articles/also-afp.md", other.partition("The mayor")[0] + "Boats waited.\n")
    assert "also-afp" not in usual(room)


def test_two_copies_are_compared_where_there_is_nothing_else(room: Room, write: Write) -> None:
    write("articles/a-copy.md", HARBOUR)
    for slug in ("evening-queue", "arabic-bridge"):
        (room.corpus / "articles" / f"{slug}.md").unlink()
    assert set(usual(room)) == {"harbour-bridge", "a-copy"}


def test_a_comparison_without_an_event_has_the_rows_of_every_event_that_two_of_the_articles_share(
    library: Library,
) -> None:
    collation = library.compare(Chosen(("harbour-bridge", "evening-queue")))
    assert collation.event is None
    assert [row.id for row in collation.rows] == ["guests", "carts"]


@pytest.mark.parametrize("slugs", [[], ["harbour-bridge"], ["harbour-bridge"] * 2, ["a", "b", "c", "d", "e"]])
def test_fewer_than_two_accounts_or_more_than_four_cannot_be_compared(library: Library, slugs: list[str]) -> None:
    with pytest.raises(BadQuestion):
        library.compare(Chosen(tuple(slugs)))


def test_the_question_for_a_new_reader_is_the_one_that_most_accounts_answer(room: Room, write: Write) -> None:
    ingest(room)
    (question,) = room.library().front_questions(3)
    assert question.row.id == "guests"
    write("events/bridge-2001.md", BRIDGE.partition("rows:")[0] + "---\nA bridge was opened.\n")
    ingest(room)
    assert room.library().front_questions(3) == ()


ALONE = """\
---
name: The first hour
when: 2001-05-03
rows:
  - id: carts
    question: How many carts?
    cells:
      - {article: harbour-bridge, exact: 40 carts in the first hour, speaker: the office of works}
---
"""


def test_an_event_with_a_single_account_shows_the_sources_that_it_quotes(room: Room, write: Write) -> None:
    write("events/alone-2001.md", ALONE)
    write("articles/harbour-bridge.md", HARBOUR.replace("accounts:\n", "accounts:\n  - event: alone-2001\n"))
    ingest(room)
    collation = room.library().compare(Chosen(), "alone-2001")
    assert [row.id for row in collation.rows] == ["carts"]
    with pytest.raises(BadQuestion):
        room.library().compare(Chosen(("harbour-bridge",)), "bridge-2001")


def test_the_keeper_chooses_the_questions_of_the_front_page_if_two_accounts_answer_them(
    room: Room, write: Write
) -> None:
    write("room.yaml", "questions: [bridge-2001/nothing, gone/guests, bridge-2001/guests, bridge-2001/carts]\n")
    ingest(room)
    assert [question.row.id for question in room.library().front_questions(3)] == ["guests"]


def test_a_question_whose_words_stand_no_more_is_not_shown_on_the_front_page(room: Room, write: Write) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("before 300 guests", "before the guests"))
    ingest(room)
    assert room.library().front_questions(3) == ()


def test_the_companions_of_an_article_are_those_that_answer_the_same_questions_first(room: Room) -> None:
    ingest(room)
    library = room.library()
    assert [article.slug for article in library.companions("harbour-bridge", 6)] == ["evening-queue", "arabic-bridge"]
    assert [article.slug for article in library.companions("harbour-bridge", 1)] == ["evening-queue"]


def test_a_link_is_made_and_followed_over_the_versions_of_an_article(room: Room, write: Write) -> None:
    ingest(room)
    link = room.library().link("harbour-bridge", "before 300 guests").link
    assert link is not None
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    ingest(room)
    found = room.library().resolve(link.address)
    assert (found.status, found.quote, [one.text for one in found.found]) == (
        "edited",
        "before 300 guests",
        ["before 310 guests"],
    )


def test_a_whole_article_and_what_never_was_are_not_resolved(library: Library) -> None:
    with pytest.raises(BadQuestion, match="whole article"):
        library.resolve(Address.parse("harbour-bridge"))
    for never in ("nobody/1", "nobody@1/1:1~0000", "harbour-bridge@1/1:1-3~0000", "harbour-bridge@1/9:1~0000"):
        with pytest.raises(NotHere):
            library.resolve(Address.parse(never))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(check=st.text(CROCKFORD, min_size=4, max_size=4))
def test_every_check_code_but_one_is_refused(library: Library, check: str) -> None:
    link = library.link("harbour-bridge", "before 300 guests").link
    assert link is not None
    if check != link.address.check:
        with pytest.raises(NotHere, match="mistyped or changed"):
            library.resolve(replace(link.address, check=check))
