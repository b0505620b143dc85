"""What was found to mislead the room about look-alikes, insertions and copies: no wrong words are shown, none called unchanged."""

import random
from collections.abc import Sequence

import pytest

from reading_room.model.resolution import Resolution
from reading_room.permalinks.selection import Selection, select_code_points, select_passage
from tests.permalinks.histories import History, after, shown

FIGS = "An old woman sold figs and walnuts at the corner of the market square."
NOISE = "Residents of the old town said the noise at night was unbearable."
COST = "The council had approved the cost of the bridge in the autumn of 1998."
RIVER = "The river rose twice that winter and carried the ferry down to the sea."
MONDAY = "On Monday 12 people were killed in the old town."
TUESDAY = "On Tuesday 15 people were killed in the old town."

LOOK_ALIKES = (
    (MONDAY, TUESDAY),
    ("He was born in Homs in 1932 and studied history in Damascus.", "She was born in Aleppo in 1941 and studied law in Damascus."),
    ("The governor says that the army has entered the citadel.", "The governor says that the army has not entered the museum."),
    ("Вылеты авиации продолжались в пятницу, сообщает ТАСС.", "Вылеты авиации прекратились в среду, сообщает ТАСС."),
    ("قتل 40 شخصا في حمص وأصيب 9 بجروح.", "قتل 12 شخصا في درعا وأصيب 3 بجروح."),
)  # fmt: skip


def across(history: History, first: str, last: str) -> Selection:
    """The words from `first` to `last`, each in a passage of its own."""
    passages = history.states[0]
    one = next(passage for passage in passages if first in passage.text)
    other = next(passage for passage in passages if last in passage.text)
    found = select_code_points(
        passages, (one.id, one.text.index(first)), (other.id, other.text.index(last) + len(last))
    )
    assert found is not None
    return found


@pytest.mark.parametrize(("said", "alike"), LOOK_ALIKES)
@pytest.mark.parametrize("before", [False, True])
def test_what_came_in_beside_a_passage_before_it_was_deleted_is_never_taken_for_it(
    said: str, alike: str, before: bool
) -> None:
    pair = [alike, said] if before else [said, alike]
    found = after(said, [FIGS, said, COST], [FIGS, *pair, COST], [FIGS, alike, COST])
    assert (found.status, found.gone_since) == ("gone", 3)


def test_nor_is_what_came_in_beside_it_in_its_own_passage() -> None:
    found = after(MONDAY, [FIGS, f"{MONDAY} {COST}"], [FIGS, f"{MONDAY} {TUESDAY} {COST}"], [FIGS, f"{TUESDAY} {COST}"])
    assert not found.found


def test_a_passage_that_was_edited_before_a_look_alike_came_in_is_followed_through_both() -> None:
    edited = MONDAY.replace("12", "14")
    versions = [FIGS, MONDAY, COST], [FIGS, edited, COST], [FIGS, edited, TUESDAY, COST], [FIGS, TUESDAY, COST]
    assert shown(after(MONDAY, *versions[:3])) == [edited.rstrip(".")]
    assert not after(MONDAY, *versions).found


def test_words_that_were_put_back_are_gone_since_they_went_for_the_last_time() -> None:
    found = after(NOISE, [FIGS, NOISE, COST], [FIGS, COST], [FIGS, NOISE, COST], [FIGS, COST])
    assert (found.status, found.gone_since) == ("gone", 4)
    assert after(NOISE, [FIGS, NOISE, COST], [FIGS, COST], [FIGS, NOISE, COST]).found


def test_where_a_text_stood_twice_for_a_while_it_is_followed_into_the_copy_that_stayed() -> None:
    text = [FIGS, NOISE, COST]
    for passage in text:
        assert shown(after(passage.rstrip("."), text, text + text, text)) == [passage.rstrip(".")]


@pytest.mark.parametrize(
    "came", [RIVER, "The council met twice that winter.", "Nobody knew it. The council had not met."]
)
def test_across_passages_no_word_is_taken_from_what_came_in_between_and_that_it_came_in_is_said(came: str) -> None:
    history = History.of([FIGS, NOISE, COST], [FIGS, NOISE, came, COST])
    found = history.resolve(across(history, "unbearable", "the cost"))
    assert shown(found) == ["unbearable", "The council had approved the cost"]
    assert found.status == "edited"
    assert [(change.was, change.now) for change in found.changes] == [("", came)]


def test_a_sentence_that_came_in_at_the_end_of_the_first_of_two_passages_is_an_edit_of_what_spans_both() -> None:
    history = History.of([FIGS, NOISE, COST], [FIGS, f"{NOISE} All of this was invented.", COST])
    found = history.resolve(across(history, "unbearable", "the cost"))
    assert found.status == "edited"
    assert [(change.was, change.now) for change in found.changes] == [("", "All of this was invented.")]


@pytest.mark.parametrize("words", [3, 20, 21, 60])
def test_words_put_inside_a_quotation_are_an_edit_however_many_they_are(words: int) -> None:
    said = "the army of the north killed forty children in the harbour"
    came = " ".join(["never"] + ["entered"] * (words - 1))
    text = f"In the spring {said} and left."
    found = after(said, [FIGS, text, COST], [FIGS, text.replace("killed", f"{came} killed"), COST])
    assert found.status == "edited"
    assert came in found.changes[0].now


@pytest.mark.parametrize("now", [f"It is false that the following happened: {NOISE}", f"{NOISE} None of this is true."])
def test_a_passage_quoted_whole_is_edited_where_something_was_put_before_or_behind_it(now: str) -> None:
    history = History.of([FIGS, NOISE, COST], [FIGS, now, COST])
    assert history.resolve(select_passage(history.states[0][1])).status == "edited"
    assert history.resolve(history.quote("the noise at night was unbearable")).status == "exact"


def test_a_passage_quoted_whole_is_not_edited_by_being_joined_to_its_neighbour() -> None:
    history = History.of([FIGS, NOISE, COST], [FIGS, f"{NOISE} {COST}"])
    assert history.resolve(select_passage(history.states[0][1])).status in ("exact", "moved")


ITEM = "Aircraft flew {} sorties over {} and destroyed {} targets, among them two command posts and a depot."


def test_one_item_is_not_put_together_from_two() -> None:
    found = after(
        ITEM.format(7, "Manbij", 9),
        [ITEM.format(7, "Manbij", 9), ITEM.format(3, "Idlib", 5)],
        [ITEM.format(7, "Kobani", 9), ITEM.format(10, "Manbij", 9), ITEM.format(3, "Idlib", 5)],
    )
    assert found.status in ("edited", "ambiguous")
    assert len(found.found) <= 1


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    "form",
    [
        "{town}: {dead} dead and {hurt} hurt",
        "In {town}, {dead} people were killed and {hurt} were wounded, the office said.",
        "В городе {town} погибли {dead} человек, ранены {hurt}.",
        "قتل {dead} شخصا في {town} وأصيب {hurt} بجروح.",
    ],
)
def test_an_item_whose_figure_rose_is_never_another_item_that_came_in_with_the_old_figure(form: str, seed: int) -> None:
    dice = random.Random(f"{form} {seed}")
    towns = dice.sample(["Homs", "Hama", "Idlib", "Daraa", "Raqqa", "Afrin", "Kobani"], dice.randint(3, 6))
    new, told = towns.pop(), {}
    for town in towns:
        told[town] = {"dead": dice.choice((3, 7, 20, 40)), "hurt": dice.choice((2, 9, 15, 30))}
    at = dice.randrange(len(towns))
    raised = towns[at]
    before = [form.format(town=town, **told[town]) for town in towns]
    told[new] = {"dead": told[raised]["dead"], "hurt": dice.choice((2, 9, 15, 30))}
    told[raised] = told[raised] | {"dead": told[raised]["dead"] + dice.randint(1, 20)}
    towns.insert(at + dice.choice((0, 1)), new)
    history = History.of(before, [form.format(town=town, **told[town]) for town in towns])
    found = history.resolve(select_passage(history.states[0][at]))
    homes = {towns[position] for position, passage in enumerate(history.states[1])
             if passage.id in {one.passage for one in found.found}}  # fmt: skip
    assert homes <= {raised}
    assert found.status in ("edited", "ambiguous")


def test_a_heading_that_was_reworded_is_not_taken_for_a_sentence_that_begins_as_it_did() -> None:
    found = after("The sale of the ferry", [FIGS, "The sale of the ferry", COST],
                  [FIGS, "The sale of the bridge", "The sale of the ferry was put off.", COST])  # fmt: skip
    assert shown(found) in ([], ["The sale of the bridge"])


def test_a_phrase_of_a_deleted_passage_is_not_the_same_phrase_in_another_statement() -> None:
    said = "The mayor said on Tuesday that the ferry would be sold before the end of the year."
    other = "In the evening the mayor said on Tuesday was no day for it."
    for phrase in ("The mayor said on Tuesday", "mayor said on Tuesday"):
        assert not after(phrase, [FIGS, said, COST, NOISE], [FIGS, COST, other, NOISE]).found


STATEMENTS = [
    "Statement one by Berg", "No comment was given.", "Statement two by Holm", "No comment was given.",
    "Statement three by Lund", "No comment was given.",
]  # fmt: skip


def test_of_copies_of_which_some_went_none_is_called_gone_that_stands_where_it_stood() -> None:
    assert after("No comment was given.", STATEMENTS, STATEMENTS[:2] + STATEMENTS[4:]).status != "gone"


def test_telling_words_that_stand_to_the_last_one_are_never_called_gone() -> None:
    said = "The official is Stavitsky."
    house = "A house stood there for years."
    found = after(said, [f"{FIGS} {said} {COST}", RIVER, NOISE, house], [f"{FIGS} {house} {COST}", RIVER, NOISE, said])
    places: Sequence[str] = shown(found) or [one.text for place in found.candidates for one in place]
    assert places == [said.rstrip(".")]


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("Israel attacked Syria from the sea", "Syria attacked Israel from the sea"),
        ("guards killed prisoners after the fire", "prisoners killed guards after the fire"),
        ("Berg praised Holm for his work", "Holm praised Berg for his work"),
    ],
)
def test_of_words_that_changed_places_all_are_shown(said: str, now: str) -> None:
    found = after(said, [FIGS, f"On Friday {said} and left.", COST], [FIGS, f"On Friday {now} and left.", COST])
    assert (found.status, shown(found)) == ("edited", [now])


def test_an_item_in_the_place_of_another_of_which_every_name_and_figure_differs_is_not_its_edit() -> None:
    item = "In {}, {} people were killed and {} were wounded on {}, the office said."
    first, last = item.format("Homs", 3, 4, "Monday"), item.format("Idlib", 8, 2, "Friday")
    found: Resolution = after(
        item.format("Sukhnah", 100, 30, "Thursday"),
        [first, item.format("Sukhnah", 100, 30, "Thursday"), last],
        [first, item.format("Hama", 9, 17, "Sunday"), last],
    )
    assert not found.found


SPLIT = (
    "The coastguard sent two helicopters. They lifted 61 people and flew them to the town. Nobody was seriously hurt."
)
UNION = "Not yet. The union wants to wait for the report of the police."
SIGNS = "周四早上六点四十分，圣约瑟夫医院的一名护士打电话报警。没有人受重伤。"


@pytest.mark.parametrize(
    ("text", "cut", "joint"),
    [
        (SPLIT, " Nobody", " "),
        (SPLIT, " They", " "),
        (UNION, " The", " "),
        (SIGNS, "圣约瑟夫", ""),
        (SIGNS, "没有人", ""),
    ],
)
def test_a_passage_that_was_split_anywhere_or_joined_again_is_moved_and_nothing_of_it_edited(
    text: str, cut: str, joint: str
) -> None:
    at = text.index(cut)
    parts = [text[:at], text[at:].strip()]
    for was, now in (([FIGS, text, COST], [FIGS, *parts, COST]), ([FIGS, *parts, COST], [FIGS, text, COST])):
        history = History.of(was, now)
        for position in range(1, len(was) - 1):
            found = history.resolve(select_passage(history.states[0][position]))
            assert (found.status in ("exact", "moved"), found.changes) == (True, ())
            assert joint.join(shown(found)).replace(".", "") in text.replace(".", "")


@pytest.mark.parametrize("versions", [1, 2, 4])
def test_what_came_in_after_a_version_that_had_nothing_of_the_words_is_not_their_edit(versions: int) -> None:
    first, last = "Homs: 40 dead, 12 wounded, 3 missing", "Daraa: 8 dead, 4 wounded, none missing"
    out = [[FIGS, first, last, COST]] * versions
    item = "Hama: 17 dead, 22 wounded, 5 missing"
    found = after(
        item, [FIGS, first, item, last, COST], *out, [FIGS, first, "Raqqa: 9 dead, 22 wounded, 5 missing", last, COST]
    )
    assert (found.status, found.gone_since) == ("gone", 2)


@pytest.mark.parametrize("before", [False, True])
def test_an_item_that_differs_only_in_its_number_and_stood_beside_a_deleted_one_is_not_taken_for_it(
    before: bool,
) -> None:
    item = "({}) The owner shall pay the deposit within {} days of the contract."
    own, other = item.format(8, 39), item.format(64, 39)
    pair = [other, own] if before else [own, other]
    assert not after(own, [FIGS, own, COST], [FIGS, *pair, COST], [FIGS, other, COST]).found


def test_what_is_gone_is_not_brought_back_by_a_later_edit_of_what_is_like_it() -> None:
    june, july = "Losses in Raqqa, June", "Losses in Raqqa, July"
    versions = [FIGS, june, COST], [FIGS, june, july, COST], [FIGS, july, COST], [FIGS, f"{july} so far", COST]
    assert (after(june, *versions).status, after(june, *versions).gone_since) == ("gone", 3)
