"""Sentences of one form: which of them a quotation is, in running text, in clauses with numbers and in lists."""

import random

import pytest

from reading_room.model.article import Block
from reading_room.permalinks.lineage import number_first
from reading_room.permalinks.rows import row
from reading_room.permalinks.selection import select_passage
from tests.permalinks.histories import History, after, shown

QUEUES = "Residents described queues at the only bakery that was still open."
BRIDGES = "Two bridges over the river have been closed since winter."
RAQQA, LATAKIA = "74 people were killed in Raqqa on 5 May.", "55 people were killed in Latakia on 27 May."
LOSSES = {
    town: f"In {town}, the army lost {n} soldiers on {day} May."
    for town, n, day in (("Homs", 17, 25), ("Aleppo", 14, 5), ("Palmyra", 112, 6))
}


def test_two_sentences_that_changed_places_between_passages_are_each_where_they_stand() -> None:
    before = [RAQQA, f"{QUEUES} {BRIDGES} {LATAKIA}"]
    now = [LATAKIA, f"{QUEUES} {BRIDGES} {RAQQA}"]
    for sentence in (RAQQA, LATAKIA):
        found = after(sentence, before, now)
        assert found.status in ("exact", "moved")
        assert shown(found) == [sentence.rstrip(".")]


@pytest.mark.parametrize("number", ["4.{}", "({})", "{})", "§ {}", "4.{}."])
@pytest.mark.parametrize("clause", [2, 3, 4])
def test_a_clause_that_was_only_numbered_anew_is_not_the_one_that_has_its_number_now(number: str, clause: int) -> None:
    clauses = [
        "Either party may end this at any time.",
        *(f"The fee for plan {n} is due within 30 days." for n in (3, 2, 8)),
    ]
    before = [f"{number.format(n)} {said}" for n, said in enumerate(clauses, 1)]
    now = [f"{number.format(n)} {said}" for n, said in enumerate(clauses[1:], 1)]
    said = clauses[clause - 1].rstrip(".")
    found = after(said, [*before, QUEUES], [*now, f"{QUEUES} Nothing else is known."])
    assert (found.status, shown(found)) in [("exact", [said]), ("moved", [said])]


@pytest.mark.parametrize("left", list(LOSSES))
@pytest.mark.parametrize("others", [[], ["Homs"]])
def test_a_sentence_that_was_deleted_is_not_one_that_stood_beside_it_and_stands(left: str, others: list[str]) -> None:
    before = " ".join(LOSSES.values())
    now = " ".join(said for town, said in LOSSES.items() if town == left or town in others)
    for town, said in LOSSES.items():
        found = after(said, [QUEUES, before, BRIDGES], [QUEUES, now, BRIDGES])
        assert found.status == ("gone" if said not in now else "exact"), town


def test_a_sentence_that_was_deleted_is_not_one_that_stood_beside_it_and_was_edited() -> None:
    before = " ".join(LOSSES.values())
    now = " ".join((LOSSES["Homs"].replace("17", "19"), LOSSES["Palmyra"]))
    assert after(LOSSES["Aleppo"], [QUEUES, before, BRIDGES], [QUEUES, now, BRIDGES]).found == ()


def test_a_sentence_is_shown_without_one_like_it_that_was_put_in_beside_it() -> None:
    homs, hama = "5월 9일 홈스에서 12명이 숨졌다.", "5월 9일 하마에서 112명이 숨졌다."
    now = f"{homs.replace('9일', '26일')} 5월 9일 라타키아에서 7명이 숨졌다. {hama}"
    found = after(homs, [QUEUES, f"{homs} {hama}", BRIDGES], [QUEUES, now, BRIDGES])
    assert shown(found) in ([homs.replace("9일", "26일").rstrip(".")], [])


def test_a_sentence_that_was_cut_in_two_is_shown_with_both_parts() -> None:
    was = "The licence does not grant the owner the right to sell the house or to let the garden to others."
    now = "The licence does not grant the owner the right to sell the house. Nor does it grant a right to let the garden to others."
    found = after(was, [QUEUES, was, BRIDGES], [QUEUES, now, BRIDGES])
    assert found.status == "edited"
    assert "sell the house" in " ".join(shown(found))
    assert "let the garden" in " ".join(shown(found))


@pytest.mark.parametrize(
    ("form", "towns"),
    [
        ("{n} people were killed in {town} on {day} May.", ["Homs", "Hama", "Idlib", "Tartus"]),
        ("In {town}, the Army lost {n} soldiers on {day} May.", ["Homs", "Hama", "Idlib", "Tartus"]),
        ("قتل {n} شخصا في {town} يوم {day} مايو.", ["حمص", "حماة", "إدلب", "طرطوس"]),
        ("{day} мая в {town} погибли {n} человек.", ["Хомсе", "Хаме", "Идлибе", "Тартусе"]),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_an_item_in_the_place_of_another_is_not_shown_as_its_edit(form: str, towns: list[str], seed: int) -> None:
    dice = random.Random(f"{form} {seed}")
    items = [form.format(town=town, n=dice.randint(10, 90), day=dice.randint(1, 15)) for town in towns[1:]]
    new = form.format(town=towns[0], n=dice.randint(100, 190), day=dice.randint(16, 28))
    at = dice.randrange(len(items))
    history = History.of([QUEUES, *items, BRIDGES], [QUEUES, *items[:at], new, *items[at + 1 :], BRIDGES])
    assert history.resolve(select_passage(history.states[0][1 + at])).found == ()


def test_a_passage_of_a_form_of_its_own_is_edited_when_its_date_is_moved_on() -> None:
    was, now = "This notice was last changed on 15 July 2019.", "This notice was last changed on 2 March 2020."
    for words in (was, "was last changed on 15 July 2019", "last changed on 15"):
        found = after(words, [QUEUES, BRIDGES, was], [QUEUES, BRIDGES, now])
        assert found.status == "edited"
        assert found.found[0].text in now


def test_a_phrase_of_a_long_passage_has_no_rival_in_the_next_one() -> None:
    rest = (
        "The council met in the old school, heard the report on the harbour and agreed to pay for new nets and boats."
    )
    was, beside = (
        f"{rest} Your use of the service is at your risk.",
        "Whoever makes use of the service pays for the water.",
    )
    found = after(
        "Your use of the service", [QUEUES, was, BRIDGES], [QUEUES, was.replace("Your", "Customer’s"), beside, BRIDGES]
    )
    assert (found.status, shown(found)) == ("edited", ["Customer’s use of the service"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("4.2 The fee is due.", 1), ("(b) the fee is due", 1), ("§ 3 (2) The fee is due.", 2), ("iv) the fee", 1),
        ("12. The fee", 1), ("12 people were killed.", 0), ("4.2 million people left.", 0), ("4,2 млн человек уехали", 0),
        ("I saw the fire.", 0), ("A house stood there.", 0),
    ],
)  # fmt: skip
def test_the_number_of_a_clause_is_told_from_one_that_is_said(text: str, count: int) -> None:
    words = row(number_first([Block("paragraph", text)]))
    assert words.numbering(words.sentences[-1]) == count
