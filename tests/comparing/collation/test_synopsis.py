"""The keeper's rows, the machine's, and the rest of every account."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.comparing.collation.collating import collate
from reading_room.comparing.collation.corrections import Corrected, pairs_apart
from reading_room.comparing.collation.desk import Context
from reading_room.comparing.collation.synopsis import synopsis
from reading_room.comparing.wording.naming import contrasts
from reading_room.comparing.wording.shared_wording import shared_wording
from reading_room.model.alignment import SentencePair
from reading_room.model.analysis import Quantity, Time
from reading_room.model.article import Version
from reading_room.model.collation import CollatedRow, Collation
from reading_room.model.event import Called, Cell, CheckedAbsent, Event, Party, QuotedIn, Row
from reading_room.model.selector import TextQuote
from tests.comparing.accounts import (
    EVENT,
    POSSIBLE,
    QUOTED,
    all_pairs,
    analysis,
    day,
    number,
    pair,
    said,
    version,
)

POST = version("post", "The army took the citadel. It went in at dawn.", "Bread was dear.", published="2016-03-27")
NEWS = version("news", "The citadel fell to the army.", "Its men entered at dawn.", "Nobody counted the dead.")
VOICE = version("voice", "Soldiers of the army hold the citadel.", "It rained.", published="2016-03-29")
ACCOUNTS = (POST, NEWS, VOICE)
CHECKED_ON = date(2020, 1, 2)
CITADEL = all_pairs(ACCOUNTS, "citadel")


def context(**fields: Any) -> Context:
    return Context(fields.get("outlets", {}), fields.get("copies", {}), {}, fields.get("events", {}))


def keeper(*cells: tuple[str, str], **fields: Any) -> Event:
    row = Row("taking", "Who took it?", tuple(Cell(slug, TextQuote(exact), "the writer") for slug, exact in cells))
    return Event("taken", "The taking", EVENT.when, "said", "here", rows=(row,), **fields)


def laid(
    pairs: list[SentencePair],
    accounts: tuple[Version, ...] = ACCOUNTS,
    event: Event = EVENT,
    corrected: Corrected | None = None,
    read: dict[str, Any] | None = None,
    **fields: Any,
) -> Collation:
    return synopsis(
        collate(event, (event,), accounts),
        [analysis(account, **(read or {})) for account in accounts],
        pairs,
        (event,),
        context(**fields),
        contrasts(event, accounts, ()),
        shared_wording(accounts),
        corrected or Corrected(),
    )


def by_machine(collation: Collation) -> list[CollatedRow]:
    return [row for row in collation.rows if row.source == "machine"]


def texts(row: CollatedRow) -> list[list[str]]:
    return [[words.text for words in cell.words] for cell in row.cells]


def test_sentences_that_belong_together_make_a_row_of_the_accounts_own_words() -> None:
    (row,) = by_machine(laid(CITADEL))
    assert texts(row) == [
        ["The army took the citadel."],
        ["The citadel fell to the army."],
        ["Soldiers of the army hold the citadel."],
    ]
    assert (row.label, row.confidence, row.question) == (
        "likely the same point",
        0.9,
        "What happened: “army”, “citadel”",
    )


def test_an_account_that_has_no_sentence_of_a_row_says_why() -> None:
    pairs = [pair(said(POST, "citadel"), said(NEWS, "citadel"))]
    (row,) = by_machine(laid(pairs))
    assert row.cells[2].empty == "not-found"
    partial = version("voice", "It rained.", text="excerpt")
    (row,) = by_machine(laid(pairs, (POST, NEWS, partial)))
    assert row.cells[2].empty == "partial"
    early = version("voice", "It rained.", published="2016-03-20")
    times = {"took the citadel": day("2016-03-26"), "citadel fell": day("2016-03-26")}
    (row,) = by_machine(laid(pairs, (POST, NEWS, early), read={"times": times}))
    assert row.cells[2].empty == "earlier"


@pytest.mark.parametrize(
    ("published", "times", "empty"),
    [
        ("2016-03-23", {"took the citadel": day("2016-03-26"), "citadel fell": day("2016-03-27")}, "earlier"),
        ("2016-03-25", {"took the citadel": day("2016-03-26"), "citadel fell": day("2016-03-27")}, "not-found"),
        ("2016-03-23", {"took the citadel": day("2016-03-26"), "citadel fell": day("2016-03-20")}, "not-found"),
        ("2016-03-23", {"took the citadel": day("2016-03-26")}, "not-found"),
        ("2016-03-23", {}, "not-found"),
        ("2016-03-23", {"took the citadel": day("2016-05-01"), "citadel fell": day("2016-03-27")}, "not-found"),
        (
            "2016-03-23",
            {"took the citadel": day("2016-03-26", "later"), "citadel fell": day("2016-03-27")},
            "not-found",
        ),
    ],
)
def test_an_account_that_is_older_than_all_that_answers_a_question_of_the_keepers_says_so(
    published: str, times: dict[str, Time], empty: str
) -> None:
    early = version("voice", "It rained.", published=published)
    event = keeper(("post", "The army took the citadel."), ("news", "The citadel fell to the army."))
    row = laid([], (POST, NEWS, early), event, read={"times": times}, events={"taken": event}).rows[0]
    assert row.cells[2].empty == empty


def test_what_the_keeper_placed_is_not_placed_again() -> None:
    event = keeper(("post", "The army took the citadel."), ("news", "The citadel fell"), ("voice", "Soldiers"))
    collation = laid(CITADEL, event=event)
    assert by_machine(collation) == []
    assert texts(collation.rows[0]) == [["The army took the citadel."], ["The citadel fell"], ["Soldiers"]]


def test_the_machine_fills_an_empty_cell_of_the_keepers_and_says_how_sure_it_is() -> None:
    event = keeper(("post", "The army took the citadel."), ("news", "The citadel fell"))
    (row,) = laid(CITADEL, event=event).rows
    (words,) = row.cells[2].words
    assert (words.text, words.source, words.label) == (
        "Soldiers of the army hold the citadel.",
        "machine",
        "likely the same point",
    )
    assert (row.source, row.confidence, row.cells[0].words[0].source) == ("curated", None, "curated")


def test_a_sentence_of_which_the_keeper_placed_a_part_or_that_answers_two_questions_tells_nothing_of_another() -> None:
    part = keeper(("post", "The army"), ("news", "The citadel fell"))
    assert not laid(CITADEL, event=part).rows[0].cells[2].words
    whole = Cell("post", TextQuote("The army took the citadel."), "the writer")
    rows = (Row("taking", "Who took it?", (whole,)), Row("day", "On which day?", (whole,)))
    twice = Event("taken", "The taking", EVENT.when, "said", "here", rows=rows)
    assert [row.cells[2].words for row in laid(CITADEL, event=twice).rows[:2]] == [(), ()]


def test_what_was_looked_for_in_vain_is_not_found_by_the_machine() -> None:
    checked = (CheckedAbsent("taking", "voice", "a tester", CHECKED_ON),)
    event = keeper(("post", "The army took the citadel."), ("news", "The citadel fell"), checked_absent=checked)
    (row,) = laid(CITADEL, event=event).rows
    assert row.cells[2].empty == "checked"


def test_what_is_only_possible_fills_no_cell_of_the_keepers() -> None:
    event = keeper(("post", "The army took the citadel."), ("news", "The citadel fell"))
    pairs = [pair(said(POST, "citadel"), said(VOICE, "citadel"), 0.4, POSSIBLE)]
    cell = laid(pairs, event=event).rows[0].cells[2]
    assert not cell.words


def test_what_is_possibly_related_to_a_row_is_shown_in_the_empty_cell_and_not_said_to_be_missing() -> None:
    event = keeper(("post", "The army took the citadel."), ("news", "The citadel fell"))
    pairs = [
        pair(said(POST, "citadel"), said(VOICE, "citadel"), 0.6, POSSIBLE),
        pair(said(POST, "citadel"), said(VOICE, "rained"), 0.3, None),
    ]
    collation = laid(pairs, event=event)
    cell = collation.rows[0].cells[2]
    assert (cell.empty, cell.words) == ("related", ())
    assert [(words.text, words.label, words.confidence) for words in cell.related] == [
        ("Soldiers of the army hold the citadel.", POSSIBLE, 0.6)
    ]
    assert "not" not in (cell.reason or "").lower().split()
    assert [passage.id for passage in collation.unplaced[2]] == ["1", "2"]


def test_a_row_of_the_machine_shows_what_a_third_account_has_that_may_be_related() -> None:
    pairs = [
        pair(said(POST, "citadel"), said(NEWS, "citadel")),
        pair(said(POST, "citadel"), said(VOICE, "citadel"), 0.6, POSSIBLE),
    ]
    (row,) = [row for row in by_machine(laid(pairs)) if row.label != POSSIBLE]
    assert [words.text for words in row.cells[2].related] == ["Soldiers of the army hold the citadel."]


def test_what_is_related_and_stands_in_another_row_is_named_by_that_row() -> None:
    event = keeper(("voice", "Soldiers of the army hold the citadel."))
    pairs = [
        pair(said(POST, "citadel"), said(NEWS, "citadel")),
        pair(said(POST, "citadel"), said(VOICE, "citadel"), 0.6, POSSIBLE),
    ]
    kept, made = laid(pairs, event=event).rows
    assert (made.cells[2].empty, made.cells[2].elsewhere, made.cells[2].related) == ("elsewhere", kept.key, ())
    assert (kept.cells[0].empty, kept.cells[0].elsewhere) == ("elsewhere", made.key)
    assert kept.cells[1].empty == "not-found"


def test_numbers_that_an_account_has_in_a_row_that_is_tied_to_this_one_are_not_said_to_be_missing() -> None:
    post = version("post", "Three guards died.")
    news, voice = version("news", "There were 3 dead guards."), version("voice", "The dead guards were 3.")
    late = version("late", "Four guards died.")
    row = Row(
        "dead",
        "How many died?",
        tuple(Cell(one, TextQuote(f"{n} guards"), "x") for one, n in (("post", "Three"), ("late", "Four"))),
    )
    event = Event("taken", "The taking", EVENT.when, "said", "here", rows=(row,))
    counts = {"3": number(3, 3, "guards"), "Three": number(3, 3, "guards"), "Four": number(4, 4, "guards")}
    pairs = [
        pair(said(news, "guards"), said(voice, "guards")),
        pair(said(post, "guards"), said(news, "guards"), 0.6, POSSIBLE),
    ]
    kept, made = laid(pairs, (post, news, voice, late), event, read={"quantities": counts}).rows
    assert made.group == "how many"
    assert [cell.elsewhere for cell in made.cells] == [kept.key, None, None, kept.key]
    untied = laid(pairs[:1], (post, news, voice, late), event, read={"quantities": counts}).rows[1]
    assert [cell.empty for cell in untied.cells] == ["not-found", None, None, "not-found"]


def test_nothing_is_shown_as_related_that_the_keeper_or_a_reader_keeps_apart() -> None:
    pairs = [pair(said(POST, "citadel"), said(VOICE, "citadel"), 0.6, POSSIBLE)]
    event = keeper(("post", "The army took the citadel."), never=(("voice/1", "post/1"),))
    assert laid(pairs, event=event).rows[0].cells[2].empty == "not-found"
    apart = Corrected(pairs_apart(said(VOICE, "citadel"), [said(POST, "citadel")]))
    event = keeper(("post", "The army took the citadel."))
    assert laid(pairs, event=event, corrected=apart).rows[0].cells[2].empty == "not-found"


def test_accounts_in_languages_that_are_hardly_matched_are_told_so_without_the_rate_of_another_language() -> None:
    russian = version("voice", "Шел дождь.", language="ru")
    pairs = [pair(said(POST, "citadel"), said(NEWS, "citadel"))]
    (row,) = by_machine(laid(pairs, (POST, NEWS, russian)))
    assert (row.cells[2].empty, row.cells[2].reason) == (
        "language",
        "Accounts in English and in Russian are hardly matched by the machine.",
    )
    british = version("voice", "It rained.", language="en-GB")
    assert by_machine(laid(pairs, (POST, NEWS, british)))[0].cells[2].empty == "not-found"


def test_an_account_that_is_older_than_the_event_of_a_row_says_so_where_its_sentences_are_undated() -> None:
    post, news = (version(slug, "The army took the citadel.", events=("taken",)) for slug in ("post", "news"))
    early = version("voice", "It rained.", published="2016-03-01")
    pairs = all_pairs((post, news), "citadel")
    (row,) = by_machine(laid(pairs, (post, news, early), events={"taken": EVENT}))
    assert (row.cells[2].empty, row.cells[2].reason) == (
        "earlier",
        "Published before what is told of here: The taking.",
    )
    elsewhere = version("news", "The army took the citadel.")
    (row,) = by_machine(laid(pairs, (post, elsewhere, early), events={"taken": EVENT}))
    assert row.cells[2].empty == "not-found"


def test_passages_that_the_keeper_keeps_apart_stand_in_no_row_together() -> None:
    event = Event("taken", "The taking", EVENT.when, "said", "here", never=(("voice/1", "post/1"),))
    (row,) = by_machine(laid(CITADEL, event=event))
    assert not (row.cells[0].words and row.cells[2].words)


def test_words_that_the_keeper_keeps_apart_part_their_sentences_and_not_the_rest_of_the_passages() -> None:
    pairs = [*CITADEL, pair(said(POST, "dawn"), said(NEWS, "dawn"))]
    quoted = (QuotedIn("post", TextQuote("took the citadel")), QuotedIn("voice", TextQuote("hold the citadel")))
    taking, entry = by_machine(laid(pairs, event=keeper(never=(quoted,))))
    assert not (taking.cells[0].words and taking.cells[2].words)
    assert texts(entry)[:2] == [["It went in at dawn."], ["Its men entered at dawn."]]
    bare = keeper(("post", "The army took the citadel."), never=(quoted,))
    assert [bool(cell.words) for cell in laid(pairs, event=bare).rows[0].cells] == [True, True, False]


def test_a_reader_parts_two_sentences_and_may_take_it_back() -> None:
    apart = Corrected(pairs_apart(said(VOICE, "citadel"), [said(POST, "citadel"), said(NEWS, "citadel")]))
    (row,) = by_machine(laid(CITADEL, corrected=apart))
    assert texts(row)[2] == []
    assert [passage.id for passage in laid(CITADEL, corrected=apart).unplaced[2]] == ["1", "2"]
    assert laid(CITADEL, corrected=Corrected()) == laid(CITADEL)


def test_a_reader_puts_a_sentence_into_another_row() -> None:
    event = keeper(("post", "Bread was dear."))
    moved = Corrected(belongs=((said(VOICE, "citadel"), "taken/taking"),))
    collation = laid(CITADEL, event=event, corrected=moved)
    (words,) = collation.rows[0].cells[2].words
    assert (words.text, words.source) == ("Soldiers of the army hold the citadel.", "reader")
    assert texts(by_machine(collation)[0])[2] == []


def test_words_outside_of_the_events_dates_are_background() -> None:
    times = {"citadel": day("2015-05-20")}
    (row,) = by_machine(laid(CITADEL, read={"times": times}))
    assert row.group == "background"
    assert all(words.background for cell in row.cells for words in cell.words)


def test_a_row_of_numbers_asks_how_many_and_says_what_to_mind() -> None:
    post = version("post", "There were 900 raids in two weeks.")
    news = version("news", "It counts 80 air raids.")
    counts = {"900": number(900, None, "raids", "more", over_days=14), "80": number(80, 80, "air raids")}
    (row,) = by_machine(laid(all_pairs((post, news), "raids"), (post, news), read={"quantities": counts}))
    assert (row.group, row.question) == ("how many", "How many raids?")
    assert row.figures == ("“900”: more than 64 a day over 14 days.",)
    assert row.caution == "These may not count the same thing: what is counted and the period differ."


def test_a_row_in_which_one_person_speaks_says_who_is_quoted() -> None:
    speakers = {"citadel": "Peskov"}
    (row,) = by_machine(laid(CITADEL, read={"speakers": speakers}))
    assert (row.group, row.question, row.cells[0].words[0].speaker) == (
        "who is quoted",
        "Who is quoted: Peskov",
        "Peskov",
    )


def test_a_row_in_which_other_parties_come_first_asks_who_did_it() -> None:
    post, news = version("post", "The army took the citadel."), version("news", "Rebels took the citadel.")
    parties = (Party("the army", (Called("The army", "post"),)), Party("the rebels", (Called("Rebels", "news"),)))
    event = Event("taken", "T", EVENT.when, "", "", parties=parties)
    pairs = all_pairs((post, news), "citadel")
    assert by_machine(laid(pairs, (post, news), event))[0].group == "who did it"
    assert by_machine(laid(pairs, (post, news)))[0].group == "what happened"


def test_a_row_that_has_nothing_in_common_but_what_is_named_says_that_it_is_about_names() -> None:
    post, news = version("post", "ISIS fled."), version("news", "Daesh withdrew.")
    called = (Called("ISIS", "post"), Called("Daesh", "news"))
    event = Event("taken", "T", EVENT.when, "", "", parties=(Party("ISIS", called),))
    pairs = [pair(said(post, "ISIS"), said(news, "Daesh"))]
    assert by_machine(laid(pairs, (post, news), event))[0].group == "what things are called"


@pytest.mark.parametrize(("language", "counts"), [("de", {}), ("en", {"12": number(12, 12, "men")})])
def test_a_row_is_about_names_neither_between_languages_nor_where_it_gives_numbers(
    language: str, counts: dict[str, Quantity]
) -> None:
    post, news = version("post", "ISIS lost 12 men."), version("news", "Daesh withdrew.", language=language)
    called = (Called("ISIS", "post"), Called("Daesh", "news"))
    event = Event("taken", "T", EVENT.when, "", "", parties=(Party("ISIS", called),))
    pairs = [pair(said(post, "ISIS"), said(news, "Daesh"))]
    assert by_machine(laid(pairs, (post, news), event, read={"quantities": counts}))[0].group == "what happened"


def test_two_accounts_with_one_text_count_as_one() -> None:
    copy = version("copy", *(passage.text for passage in POST.passages), published="2016-03-28")
    accounts = (POST, copy, NEWS)
    copies = {"post": frozenset(["copy"]), "copy": frozenset(["post"])}
    collation = laid(all_pairs(accounts, "citadel"), accounts, copies=copies, outlets={"post": "The Post"})
    (row,) = by_machine(collation)
    assert texts(row)[1] == []
    assert row.cells[1].reason == "Same text as The Post: it counts as one account."
    assert collation.same_text == (("post", "copy"),)
    assert [passage.id for passage in collation.unplaced[1]] == ["1", "2"]


@pytest.mark.parametrize("by_keeper", [False, True])
def test_the_leftmost_of_accounts_with_one_text_stands_for_all_in_every_row(by_keeper: bool) -> None:
    copy = version("copy", *(passage.text for passage in POST.passages), published="2016-03-28")
    copies = {"post": frozenset(["copy"]), "copy": frozenset(["post"])}
    outlets = {"post": "The Post", "copy": "The Copy"}
    event = keeper(("post", "Bread was dear.")) if by_keeper else EVENT
    pairs = all_pairs((POST, copy, NEWS), "citadel")
    rows = laid(pairs, (POST, copy, NEWS), event, copies=copies, outlets=outlets).rows
    turned = laid(pairs, (copy, POST, NEWS), event, copies=copies, outlets=outlets).rows
    assert [(row.id, texts(row)) for row in turned] == [(row.id, texts(row)) for row in rows]
    assert len(rows) == 1 + by_keeper
    assert {row.cells[1].reason for row in rows} == {"Same text as The Post: it counts as one account."}
    assert {row.cells[1].reason for row in turned} == {"Same text as The Copy: it counts as one account."}


def test_what_the_keeper_placed_of_one_copy_is_not_placed_again_of_another() -> None:
    copy = version("copy", *(passage.text for passage in POST.passages), published="2016-03-28")
    copies = {"post": frozenset(["copy"]), "copy": frozenset(["post"])}
    event = keeper(("copy", "The army took the citadel."))
    pairs = [pair(said(POST, "citadel"), said(NEWS, "Nobody"), POSSIBLE)]
    (row,) = laid(pairs, (copy, POST, NEWS), event, copies=copies).rows
    assert texts(row) == [["The army took the citadel."], [], []]


def test_what_a_reader_says_of_a_sentence_is_said_of_it_in_all_accounts_with_its_text() -> None:
    copy = version("copy", *(passage.text for passage in POST.passages), published="2016-03-28")
    fields = {"copies": {"post": frozenset(["copy"]), "copy": frozenset(["post"])}}
    accounts = (copy, POST, NEWS)
    pairs = all_pairs(accounts, "citadel")
    assert by_machine(laid(pairs, accounts, **fields))
    apart = Corrected(pairs_apart(said(copy, "citadel"), [said(NEWS, "citadel")]))
    assert by_machine(laid(pairs, accounts, corrected=apart, **fields)) == []


def test_words_in_which_copies_of_one_text_differ_are_laid_side_by_side() -> None:
    changed = version("copy", "The army took the citadel by storm. It went in at dawn.", "Bread was dear.")
    copies = {"post": frozenset(["copy"]), "copy": frozenset(["post"])}
    pairs = [*all_pairs((POST, changed), "citadel"), *all_pairs((POST, changed), "Bread")]
    collation = laid(pairs, (POST, changed), copies=copies)
    assert [texts(row) for row in by_machine(collation)] == [
        [["The army took the citadel."], ["The army took the citadel by storm."]]
    ]


def test_a_copy_whose_changes_are_about_a_row_shows_them_and_is_not_said_to_have_the_same() -> None:
    denied = "The army never took the citadel, a spokesman said."
    copy = version("copy", *(passage.text for passage in POST.passages), denied, "Milk was dear.")
    copies = {"post": frozenset(["copy"]), "copy": frozenset(["post"])}
    accounts = (POST, copy, NEWS)
    (row,) = by_machine(laid(all_pairs((POST, NEWS), "citadel"), accounts, copies=copies))
    cell = row.cells[1]
    assert (cell.empty, [words.text for words in cell.related]) == ("related", [denied])
    assert "changed or added" in (cell.reason or "")


def test_what_the_room_writes_in_its_digests_is_no_agreement_of_accounts() -> None:
    note = "Only an excerpt of the article was read."
    post, news = version("post", note, text="digest"), version("news", note, text="digest")
    assert by_machine(laid(all_pairs((post, news), "excerpt"), (post, news))) == []
    quoting = "It was “a mortal blow”."
    post, news = version("post", quoting, text="digest"), version("news", quoting, text="digest")
    assert len(by_machine(laid(all_pairs((post, news), "blow"), (post, news)))) == 1


def test_surer_rows_stand_before_those_that_are_only_possible() -> None:
    pairs = [
        pair(said(POST, "citadel"), said(NEWS, "citadel"), 0.4, POSSIBLE),
        pair(said(POST, "dawn"), said(NEWS, "dawn"), 0.99, QUOTED),
    ]
    assert [row.label for row in by_machine(laid(pairs))] == [QUOTED, POSSIBLE]


def test_what_stands_in_a_row_that_is_only_possible_is_not_taken_from_its_account() -> None:
    collation = laid([pair(said(POST, "citadel"), said(NEWS, "citadel"), 0.4, POSSIBLE)])
    assert by_machine(collation)
    assert collation.placed == ({}, {}, {})
    assert "1" in laid(CITADEL).placed[0]


@pytest.mark.parametrize("accounts", list(permutations(ACCOUNTS)))
def test_the_order_of_the_accounts_changes_no_rows_wording(accounts: tuple[Version, ...]) -> None:
    pairs = [*CITADEL, pair(said(POST, "dawn"), said(NEWS, "dawn"), 0.5, POSSIBLE)]

    def worded(collation: Collation) -> list[tuple[object, ...]]:
        slugs = [account.article.slug for account in collation.accounts]
        return [
            (
                row.id,
                row.question,
                row.label,
                row.group,
                row.figures,
                sorted(zip(slugs, map(str, texts(row)), strict=True)),
            )
            for row in collation.rows
        ]

    assert worded(laid(pairs, accounts)) == worded(laid(pairs))


def test_an_unrelated_account_changes_no_wording() -> None:
    stranger = version("stranger", "The harvest was good.")
    with_it, without = laid(CITADEL, (*ACCOUNTS, stranger)), laid(CITADEL)
    assert [(row.id, row.question, texts(row)[:3]) for row in with_it.rows] == [
        (row.id, row.question, texts(row)) for row in without.rows
    ]


SENTENCES = ((POST, "took dawn Bread"), (NEWS, "fell dawn dead"), (VOICE, "hold rained"))
EVERY_SAID = [said(account, word) for account, words in SENTENCES for word in words.split()]
PAIRS = st.builds(
    pair,
    st.sampled_from(EVERY_SAID),
    st.sampled_from(EVERY_SAID),
    st.floats(0.05, 1),
    st.sampled_from([QUOTED, POSSIBLE, None]),
).filter(lambda one: one.left.article != one.right.article)
KEPT = st.lists(
    st.sampled_from([("post", "took"), ("news", "fell to the army"), ("voice", "rained"), ("post", "Bread")])
)
MOVES = st.lists(st.tuples(st.sampled_from(EVERY_SAID), st.sampled_from(["taken/taking", "m-0", "taking"])), max_size=3)


@settings(max_examples=150)
@given(
    st.lists(PAIRS, max_size=8),
    KEPT,
    MOVES,
    st.lists(st.frozensets(st.sampled_from(EVERY_SAID), min_size=2, max_size=2)),
)
def test_every_passage_of_every_account_is_in_a_row_or_unplaced_and_the_keepers_words_stand(
    pairs: list[SentencePair], kept: list[tuple[str, str]], moves: list[Any], apart: list[Any]
) -> None:
    event = keeper(*dict.fromkeys(kept))
    collation = laid(pairs, event=event, corrected=Corrected(frozenset(apart), tuple(dict(moves).items())))
    for place, account in enumerate(ACCOUNTS):
        placed = {words.passage.id for row in collation.rows for words in row.cells[place].words}
        unplaced = [passage.id for passage in collation.unplaced[place]]
        assert [passage.id for passage in account.passages if passage.id not in placed] == unplaced
        by_keeper = [
            words.text for row in collation.rows for words in row.cells[place].words if words.source == "curated"
        ]
        assert sorted(by_keeper) == sorted(exact for slug, exact in set(kept) if slug == account.article.slug)
        in_rows = [(words.passage.id, words.span) for row in by_machine(collation) for words in row.cells[place].words]
        assert len(in_rows) == len(set(in_rows))
    for row in by_machine(collation):
        assert sum(bool(cell.words) for cell in row.cells) > 1
        assert all(cell.words or cell.reason for cell in row.cells)


def test_a_quotation_of_the_keepers_that_is_undated_says_which_time_its_sentence_names() -> None:
    post = version("post", "Of last May he says: “it was a swap”.", "“Nobody fought.”")
    event = keeper(("post", "“it was a swap”"), ("news", "The citadel fell"))
    analysed = analysis(post)
    undated, dated = day("2016-03-28", "published"), day("2015-05-01/2015-05-31")
    swap = replace(analysed.sentences[0], times=(undated, dated))
    told = [replace(analysed, sentences=(swap, *analysed.sentences[1:])), analysis(NEWS)]
    collation = synopsis(collate(event, (event,), (post, NEWS)), told, [], (event,), context())
    (words,) = collation.rows[0].cells[0].words
    assert (words.when, words.named) == (undated, dated)
    told[0] = replace(analysed, sentences=(replace(swap, times=(dated, undated)), *analysed.sentences[1:]))
    collation = synopsis(collate(event, (event,), (post, NEWS)), told, [], (event,), context())
    (words,) = collation.rows[0].cells[0].words
    assert (words.when, words.named) == (dated, None)


def test_what_may_be_related_is_shown_before_a_row_is_named_that_is_no_surer() -> None:
    event = keeper(("voice", "It rained."))
    pairs = [
        pair(said(POST, "citadel"), said(NEWS, "citadel")),
        pair(said(POST, "citadel"), said(VOICE, "citadel"), 0.5, POSSIBLE),
        pair(said(POST, "citadel"), said(VOICE, "rained"), 0.6, POSSIBLE),
    ]
    (made,) = [row for row in by_machine(laid(pairs, event=event)) if row.label != POSSIBLE]
    cell = made.cells[2]
    assert (cell.empty, cell.elsewhere) == ("related", None)
    assert [words.text for words in cell.related] == ["Soldiers of the army hold the citadel."]


def test_several_languages_are_listed_as_one_says_them() -> None:
    russian = version("voice", "Шел дождь.", language="ru")
    arabic = version("minaa", "قطرة مطر.", language="ar")
    event = keeper(("post", "The army took the citadel."), ("minaa", "قطرة مطر"))
    cell = laid([], (POST, arabic, russian), event=event).rows[0].cells[2]
    assert cell.reason == "Accounts in Arabic, in English and in Russian are hardly matched by the machine."
