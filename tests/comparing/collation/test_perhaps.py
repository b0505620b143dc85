"""What an empty cell of the keeper's leads to: a sentence that may answer by its words, or the row that others answer alike."""

from dataclasses import replace

from reading_room.comparing.collation.corrections import Corrected, pairs_apart
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell
from reading_room.model.event import Cell, Event, Party, Row
from reading_room.model.selector import TextQuote
from tests.comparing.accounts import EVENT, day, said, version
from tests.comparing.collation.test_synopsis import laid

POST = version("post", "Two columns of the temple collapsed, and its lintel broke.", "Bread was dear.")
TIMES = version("times", "The lintel of the temple broke; a column collapsed.", "A colonel praised his sappers.")
NEWS = version("news", "It rained.", "Of the temple two columns are said to have collapsed.", "The bakeries were shut.")
ACCOUNTS = (POST, TIMES, NEWS)


def event(*rows: Row) -> Event:
    return replace(EVENT, rows=rows)


def row(key: str, question: str, *cells: tuple[str, str]) -> Row:
    return Row(key, question, tuple(Cell(slug, TextQuote(exact), "the writer") for slug, exact in cells))


TEMPLE = row(
    "temple",
    "What became of the temple?",
    ("post", "Two columns of the temple collapsed, and its lintel broke."),
    ("times", "The lintel of the temple broke; a column collapsed."),
)
BREAD = row("bread", "What did bread cost?", ("post", "Bread was dear."))
PRAISE = row("praise", "Who is praised?", ("times", "A colonel praised his sappers."))
KEPT = event(TEMPLE, BREAD, PRAISE)


def cell(of: Event, key: str, accounts: tuple[Version, ...] = ACCOUNTS, **more: object) -> CollatedCell:
    """What the account named `news` has in a row."""
    collation = laid([], accounts, of, events={of.slug: of}, **more)  # type: ignore[arg-type]
    (found,) = [one for one in collation.rows if one.id == key]
    return found.cells[[account.article.slug for account in accounts].index("news")]


def test_a_sentence_that_has_the_words_of_the_answers_is_shown_in_the_empty_cell_of_a_question() -> None:
    found = cell(KEPT, "temple")
    assert (found.empty, found.words) == ("related", ())
    assert [(words.text, words.label, words.confidence) for words in found.related] == [
        ("Of the temple two columns are said to have collapsed.", "possibly related", None)
    ]
    assert "Perhaps here" in (found.reason or "")


def test_a_question_whose_words_an_account_lacks_is_not_found_in_it() -> None:
    assert cell(KEPT, "praise").empty == "not-found"


def test_which_sentence_it_is_rests_on_all_that_the_keeper_placed_and_not_on_the_accounts_shown() -> None:
    found = cell(KEPT, "temple")
    for accounts in ((NEWS, TIMES), (TIMES, NEWS, POST), (*ACCOUNTS, version("voice", "A temple, two columns."))):
        assert cell(KEPT, "temple", accounts).related == found.related


def test_words_that_all_questions_are_answered_with_tell_nothing_of_one() -> None:
    alike = [row(f"row{n}", "What became of it?", *((c.article, c.quote.exact) for c in TEMPLE.cells)) for n in (1, 2)]
    assert cell(event(*alike), "row1").empty == "not-found"


def test_who_says_it_is_no_answer() -> None:
    speaking = {"two columns": "those who saw the lintel collapse"}
    news = version("news", "Nobody was hurt, those who saw the lintel collapse say of the two columns.")
    assert cell(KEPT, "temple", (POST, news)).empty == "related"
    assert cell(KEPT, "temple", (POST, news), read={"speakers": speaking}).empty == "not-found"


def test_names_that_the_event_gives_its_parties_are_in_every_account_and_answer_nothing() -> None:
    named = replace(KEPT, places=(Party("temple"), Party("columns")), acts=(Party("collapsed"),))
    assert cell(named, "temple").empty == "not-found"


def test_a_sentence_of_another_time_is_not_shown() -> None:
    times = {"lintel": day("2016-03-20"), "are said": day("2015-08-24")}
    assert cell(KEPT, "temple", read={"times": times}).empty == "not-found"


def test_a_sentence_that_stands_in_another_row_is_named_by_that_row() -> None:
    placed = row("ruins", "What of the ruins?", ("news", "Of the temple two columns are said to have collapsed."))
    found = cell(event(TEMPLE, BREAD, PRAISE, placed), "temple")
    assert (found.empty, found.elsewhere, found.related) == ("elsewhere", "taken/ruins", ())


def test_a_row_that_others_answer_with_the_same_words_is_named_where_the_account_has_words_in_it() -> None:
    shut = ("news", "The bakeries were shut.")
    cost = row("cost", "What did bread cost?", ("post", "Bread was dear."), ("times", "A colonel praised his sappers."))
    food = row("food", "Who had food?", ("post", "Bread was dear."), ("times", "praised his sappers"), shut)
    found = cell(event(TEMPLE, cost, food), "cost")
    assert (found.empty, found.elsewhere) == ("elsewhere", "taken/food")
    other = row("food", "Who had food?", ("post", "Two columns"), ("times", "The lintel"), shut)
    assert cell(event(TEMPLE, cost, other), "cost").empty == "not-found"


def test_what_the_keeper_or_a_reader_keeps_apart_is_not_shown() -> None:
    apart = Corrected(pairs_apart(said(NEWS, "columns"), [said(POST, "columns"), said(TIMES, "column")]))
    assert cell(KEPT, "temple", corrected=apart).empty == "not-found"
    assert cell(replace(KEPT, never=(("news/2", "post/1"),)), "temple").empty == "not-found"
