"""What `flask check` refuses: each with its file, its line and what to do."""

import pytest

from reading_room.ingest import check
from reading_room.model.problem import Problem
from reading_room.room import Room
from tests.conftest import BRIDGE, EVENING, HARBOUR, NAMES, OUTLETS, Write

EVENT = BRIDGE.replace("exact: “a crowd of 1,000”", 'exact: "“a crowd of 1,000”"')
"""The event, its quotation with a comma in quotation marks."""


@pytest.fixture
def sound(room: Room, write: Write) -> Room:
    """A room in which nothing is wrong."""
    write("events/bridge-2001.md", EVENT)
    assert [str(problem) for problem in check(room)] == []
    return room


def line_of(text: str, words: str) -> int:
    """The last line that has these words."""
    return max(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert problems[0].remedy
    return problems[0]


WRONG = {
    "a quotation that does not stand in its article": (
        "events/bridge-2001.md", EVENT, ("before 300 guests", "before 400 guests"), "does not stand in articles/harbour-bridge.md",
    ),
    "a quotation with one letter changed": (
        "events/bridge-2001.md", EVENT, ("40 carts in the first", "40 carts in the First"), "does not stand in",
    ),
    "a quotation that stands twice": (
        "events/bridge-2001.md", EVENT, ("exact: before 300 guests", "exact: the"), "times in articles/harbour-bridge.md",
    ),
    "an unknown key of an event": ("events/bridge-2001.md", EVENT, ("where: The", "wehre: The"), "“wehre” is not a key"),
    "an unknown key of a cell": (
        "events/bridge-2001.md", EVENT, ("speaker: the office", "speeker: the office"), "“speeker” is not a key",
    ),
    "an unknown key of an article": ("articles/harbour-bridge.md", HARBOUR, ("author: A.", "writer: A."), "“writer” is not a key"),
    "an unknown key of an outlet": ("outlets.yaml", OUTLETS, ("  owner: not", "  ownr: not"), "“ownr” is not a key"),
    "an unknown key of names": ("names.yaml", NAMES, ("  kind: place", "  sort: place"), "“sort” is not a key"),
    "a statement about an outlet without a source": (
        "outlets.yaml", OUTLETS, ("owner: not known", "owner: The Crown"), "“owner: The Crown” has no source",
    ),
    "a cell dated outside its event": (
        "events/bridge-2001.md", EVENT, ("speaker: the office of works", "speaker: the office of works, when: 2001-05-09"),
        "outside the event’s dates",
    ),
    "an article's event that is not there": (
        "articles/harbour-bridge.md", HARBOUR, ("event: bridge-2001", "event: bridge-2010"), "there is no event “bridge-2010”",
    ),
    "an article's outlet that is not there": (
        "articles/harbour-bridge.md", HARBOUR, ("outlet: morning-post", "outlet: morning-boast"), "is not in outlets.yaml",
    ),
    "an event's neighbour that is not there": (
        "events/bridge-2001.md", EVENT, ("where:", "next: bridge-2002\nwhere:"), "there is no event “bridge-2002”",
    ),
    "a term that its article does not use": (
        "events/bridge-2001.md", EVENT, ("term: The ferrymen", "term: The boatmen"), "“The boatmen” does not stand in",
    ),
    "a checked absence in a row that is not there": (
        "events/bridge-2001.md", EVENT, ("{row: guests, article: arabic", "{row: guesses, article: arabic"), "there is no row",
    ),
    "a passage that is not to be aligned and is not there": (
        "events/bridge-2001.md", EVENT, ("checked_absent:", "never: [[harbour-bridge/1, evening-queue/99]]\nchecked_absent:"),
        "there is no passage “evening-queue/99”",
    ),
    "words that are not to be aligned and do not stand in their article": (
        "events/bridge-2001.md", EVENT,
        ("checked_absent:", "never: [[harbour-bridge/1, {article: evening-queue, exact: no such words}]]\nchecked_absent:"),
        "“no such words” does not stand in articles/evening-queue.md",
    ),
    "an entry of what is not to be aligned that is no pair": (
        "events/bridge-2001.md", EVENT, ("checked_absent:", "never: [[harbour-bridge/1]]\nchecked_absent:"), "is not a pair",
    ),
    "an unknown key of what is not to be aligned": (
        "events/bridge-2001.md", EVENT,
        ("checked_absent:", "never: [[harbour-bridge/1, {article: evening-queue, exakt: carts}]]\nchecked_absent:"),
        "“exakt” is not a key",
    ),
    "two rows of one id": ("events/bridge-2001.md", EVENT, ("  - id: carts", "  - id: guests"), "two rows have the id “guests”"),
    "a date that is none": (
        "articles/harbour-bridge.md", HARBOUR, ("published: 2001-05-04", "published: 2001-02-30"), "not a day of the calendar",
    ),
    "a link that is no web address": (
        "articles/harbour-bridge.md", HARBOUR, ("url: https:", "url: javascript:"), "is not a web address",
    ),
    "a figure in a note that no cell quotes": (
        "events/bridge-2001.md", EVENT, ("note: One counts guests, the", "note: One counts 300 guests in 2001, 900, the"),
        "the figure 900 in the note",
    ),
    "a figure in a question that no cell quotes": (
        "events/bridge-2001.md", EVENT, ("question: How many carts crossed?", "question: Were there 41 carts on 3 May 2001?"),
        "the figure 41 in the question",
    ),
    "an absence from an article of which only an excerpt was read": (
        "events/bridge-2001.md", EVENT, ("{row: guests, article: arabic-bridge", "{row: carts, article: evening-queue"),
        "only an excerpt of it was read",
    ),
    "a long quotation in a digest": (
        "articles/evening-queue.md", EVENING, ("that “not one", "that “no, no, no, no, no, no, no, no, no, no, no, not one"),
        "a quotation has 16 words",
    ),
    "a question for the front page that is none": (
        "room.yaml", "name: A room\n", ("name: A room", "questions: [bridge-2001]"), "names no question",
    ),
    "a question for the front page that no event has": (
        "room.yaml", "name: A room\n", ("name: A room", "questions: [bridge-2001/boats]"), "there is no question",
    ),
    "a kind of text that is none": (
        "articles/harbour-bridge.md", HARBOUR, ("text: complete", "text: entire"), "“text: entire” is not known",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "change", "what"), WRONG.values(), ids=WRONG.keys())
def test_it_is_named_with_its_file_and_its_line(
    sound: Room, write: Write, name: str, text: str, change: tuple[str, str], what: str
) -> None:
    assert text.count(change[0]) == 1
    changed = text.replace(*change)
    write(name, changed)
    found = [problem for problem in check(sound) if what in problem.what]
    problem = only(found)
    assert problem.path == name
    assert problem.line == line_of(changed, change[1].partition("\n")[0][:25])
    assert str(problem).startswith(f"{name}:{problem.line}: ")


@pytest.mark.parametrize("missing", ["given_by", "basis", "on"])
def test_a_label_of_standpoint_without_who_gave_it_when_or_on_what_basis_is_refused(
    sound: Room, write: Write, missing: str
) -> None:
    label = {"label": "state-owned", "given_by": "its charter", "on": "2001-01-01", "basis": "article 2 of it"}
    whole = ", ".join(f"{key}: {value}" for key, value in label.items())
    lacking = ", ".join(f"{key}: {value}" for key, value in label.items() if key != missing)
    outlets = OUTLETS.replace(
        "evening-news: {name: Evening News}", "evening-news:\n  name: Evening News\n  labels:\n    - {%s}"
    )
    write("outlets.yaml", outlets % whole)
    assert check(sound) == []
    write("outlets.yaml", outlets % lacking)
    problem = only(check(sound))
    assert (problem.path, problem.line) == ("outlets.yaml", line_of(outlets % lacking, "- {"))
    assert not problem.advice


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("held: excerpt\n", "how much of the original"),
        ("url_unknown: The paper has no site.\n", "does not lead to its original"),
    ],
)
def test_a_digest_says_where_its_original_is_and_how_much_of_it_was_read(
    sound: Room, write: Write, line: str, what: str
) -> None:
    write("articles/evening-queue.md", EVENING.replace(line, ""))
    problem = only(check(sound))
    assert problem.path == "articles/evening-queue.md"
    assert what in problem.what


def test_a_cell_outside_its_event_is_let_in_as_background(sound: Room, write: Write) -> None:
    outside = EVENT.replace(
        "speaker: the office of works", "speaker: the office of works, when: 2001-05-09, background: true"
    )
    write("events/bridge-2001.md", outside)
    assert check(sound) == []


def test_words_that_stand_twice_are_told_apart_by_what_comes_before_them(sound: Room, write: Write) -> None:
    write("articles/harbour-bridge.md", HARBOUR + "\nLater he spoke before 300 guests again.\n")
    assert "stands 2 times" in only(check(sound)).what
    write(
        "events/bridge-2001.md",
        EVENT.replace("exact: before 300 guests", 'exact: before 300 guests, prefix: "on Thursday"'),
    )
    assert check(sound) == []


def test_a_cell_of_an_article_that_is_not_there_is_named(sound: Room, write: Write) -> None:
    write(
        "events/bridge-2001.md",
        EVENT.replace("{article: harbour-bridge, exact: 40", "{article: harbour-ridge, exact: 40"),
    )
    assert "there is no article “harbour-ridge”" in only(check(sound)).what


def test_a_cell_of_an_article_that_does_not_tell_of_the_event_is_named(sound: Room, write: Write) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("accounts:\n  - event: bridge-2001\n", ""))
    problems = check(sound)
    assert {problem.path for problem in problems} == {"events/bridge-2001.md"}
    assert all("is no account of this event" in problem.what for problem in problems)


def test_everything_wrong_is_named_at_once(sound: Room, write: Write) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("author:", "auhtor:").replace("2001-05-04", "soon"))
    write("articles/evening-queue.md", "no front matter\n")
    write("outlets.yaml", "a: [\n")
    assert {problem.path for problem in check(sound)} >= {
        "articles/harbour-bridge.md",
        "articles/evening-queue.md",
        "outlets.yaml",
    }


def test_a_line_is_found_though_the_quotation_is_wrapped_in_the_file(sound: Room, write: Write) -> None:
    wrapped = EVENT.replace(
        "      - {article: harbour-bridge, exact: 40 carts in the first hour, speaker: the office of works}",
        "      - article: harbour-bridge\n        exact: 40 carts in the first minute,\n          the office of works said\n"
        "        speaker: the office of works",
    )
    assert wrapped != EVENT
    write("events/bridge-2001.md", wrapped)
    problem = only(check(sound))
    assert problem.line == line_of(wrapped, "40 carts in the first minute")


@pytest.mark.parametrize("quoted", ['"He said \\"a crowd\\" there"', "'He said ''a crowd'' there'"])
def test_a_line_is_found_though_quotation_marks_are_escaped_in_the_file(sound: Room, write: Write, quoted: str) -> None:
    changed = EVENT.replace('exact: "“a crowd of 1,000”"', f"exact: {quoted}")
    write("events/bridge-2001.md", changed)
    assert only(check(sound)).line == line_of(changed, "He said")


def test_an_article_without_a_basis_for_its_date_is_advised_about_and_served(sound: Room, write: Write) -> None:
    write(
        "articles/evening-queue.md",
        EVENING.replace('published_basis: "inferred: it speaks of last week\'s opening"\n', ""),
    )
    problem = only(check(sound))
    assert problem.advice
    assert "how the date is known" in problem.what


def test_words_with_other_quotation_marks_are_said_to_stand_there_otherwise(sound: Room, write: Write) -> None:
    write("events/bridge-2001.md", EVENT.replace('exact: "“a crowd of 1,000”"', "exact: '\"a crowd of 1,000\"'"))
    assert "passage 1 has them with other quotation marks" in only(check(sound)).remedy


@pytest.mark.parametrize(
    ("exact", "cut"),
    [
        ("before 300 g", "end in the middle of “guests”"),
        ("efore 300 guests", "begin in the middle of “before”"),
        ("efore 300 g", "begin in the middle of “before” and end in the middle of “guests”"),
    ],
)
def test_words_that_are_cut_are_said_to_be_cut_and_to_differ_in_nothing_else(
    sound: Room, write: Write, exact: str, cut: str
) -> None:
    write("events/bridge-2001.md", EVENT.replace("exact: before 300 guests", f"exact: {exact}"))
    assert only(check(sound)).remedy == f"Quote whole words and figures; in passage 1 these {cut}"


def test_a_figure_that_is_cut_is_said_to_be_cut(sound: Room, write: Write) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("300 guests", "2,300 guests"))
    changed = EVENT.replace("exact: before 300 guests", "exact: 300 guests")
    write("events/bridge-2001.md", changed)
    assert only(check(sound)).remedy.endswith("in passage 1 these begin in the middle of “2,300”")


def test_words_with_other_capitals_that_are_cut_are_not_said_to_stand_there(sound: Room, write: Write) -> None:
    write("events/bridge-2001.md", EVENT.replace("exact: before 300 guests", "exact: Before 300 g"))
    assert only(check(sound)).remedy == "Copy the words from there exactly"


def test_words_that_stand_elsewhere_than_between_their_context_are_said_to(sound: Room, write: Write) -> None:
    changed = EVENT.replace("exact: before 300 guests", "exact: before 300 guests, prefix: on Friday")
    write("events/bridge-2001.md", changed)
    assert only(check(sound)).remedy.endswith("passage 1 has the words, but not between these")


def test_signs_alone_are_not_said_to_stand_there_with_other_signs(sound: Room, write: Write) -> None:
    write("events/bridge-2001.md", EVENT.replace("exact: before 300 guests", 'exact: "—"'))
    remedies = [problem.remedy for problem in check(sound) if "does not stand" in problem.what]
    assert remedies == ["Copy the words from there exactly"]
