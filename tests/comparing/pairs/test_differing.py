"""What keeps sentences with nearly the same words from being called one passage, or one point."""

import pytest

from reading_room.comparing.pairs.aligning import align
from reading_room.comparing.sentences.analysing import analyse
from reading_room.model.alignment import Likeness
from reading_room.model.article import Version
from reading_room.model.names import NameSet
from tests.comparing.accounts import version

NAMES = {
    key: NameSet(key, "place", {"en": (name,)})
    for key, name in (("raqqa", "Raqqa"), ("homs", "Homs"), ("hama", "Hama"))
}


def called(one: str, other: str, language: str = "en") -> Likeness | None:
    versions = [version("one", one, language=language), version("other", other, language=language)]
    (found,) = align([(each, analyse(each)) for each in versions], NAMES)
    return found.likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Six of the eight silos at the port were wrecked by fire.", "Five of the eight silos at the port were wrecked by fire."),
        (
            "The army has entered the eastern districts of Raqqa, a commander told reporters.",
            "The army has not entered the eastern districts of Raqqa, a commander told reporters.",
        ),
    ],
)  # fmt: skip
def test_a_passage_whose_figure_or_negation_is_another_is_not_the_same_but_the_point_is(one: str, other: str) -> None:
    assert called(one, one) == called(other, other) == "same passage quoted"
    assert called(one, other) == "likely the same point"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The rebels shot down a government helicopter over the town of Saraqib.",
            "The government shot down a rebels’ helicopter over the town of Saraqib.",
        ),
        (
            "The army said its troops had taken the hospital in the eastern part of Raqqa on Monday.",
            "The army denied that its troops had taken the hospital in the eastern part of Raqqa on Monday.",
        ),
    ],
)
def test_a_denial_and_a_changed_order_of_the_same_words_are_no_passage_that_is_quoted(one: str, other: str) -> None:
    assert called(one, one) == called(other, other) == "same passage quoted"
    assert called(one, other) != "same passage quoted"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A Russian strike on Raqqa killed 12 civilians at the market.",
            "An American strike on Raqqa killed 12 civilians at the market.",
        ),
        (
            "The first of the two planes crashed into the hangar near Raqqa.",
            "The second of the two planes crashed into the hangar near Raqqa.",
        ),
        (
            "Gunmen attacked a police station in Homs on Sunday, killing three officers.",
            "Gunmen attacked a police station in Hama on Sunday, killing three officers.",
        ),
    ],
)
def test_where_another_is_named_or_another_place_or_the_next_of_several_the_point_may_be_another(
    one: str, other: str
) -> None:
    assert called(one, one) == called(other, other) == "same passage quoted"
    assert called(one, other) == called(other, one) == "possibly related"


def test_whoever_relays_a_passage_the_passage_is_the_same() -> None:
    words = "“the withdrawal was ordered by the command in Raqqa after the airport had fallen”"
    one = f"Colonel Anton Orlov told Interfax in Moscow on the telephone that {words}."
    assert called(one, f"By what an envoy in Geneva heard from Reuters, {words}.") == "same passage quoted"


@pytest.mark.parametrize(
    ("language", "said", "denied"),
    [
        ("fr", "L’armée est entrée dans les quartiers de Raqqa.", "L’armée n’est jamais entrée dans les quartiers de Raqqa."),
        ("pt", "O exército entrou nos bairros orientais de Raqqa.", "O exército não entrou nos bairros orientais de Raqqa."),
        ("ru", "Армия вошла в восточные районы города Ракка.", "Армия не вошла в восточные районы города Ракка."),
    ],
)  # fmt: skip
def test_negations_are_known_in_other_languages_too(language: str, said: str, denied: str) -> None:
    assert called(said, said, language) == "same passage quoted"
    assert called(said, denied, language) != "same passage quoted"


def test_signs_make_no_passage_another() -> None:
    said = "“In my years of doing this I’ve never seen planes over the old harbour,” Perry told the paper."
    assert called(said, said.replace("’", "'").replace("“", '"').replace("”", '"')) == "same passage quoted"


def test_what_somebody_else_denies_beside_a_quotation_takes_nothing_away() -> None:
    words = "“the withdrawal was ordered by the command in Raqqa after the airport had fallen”"
    denial = "The commander, who would not give his name and never met reporters before that day, told an envoy that"
    assert called(f"A monitor states that {words}.", f"{denial} {words}.") == "same passage quoted"


def test_a_place_that_only_one_of_them_adds_takes_nothing_away() -> None:
    one = "Gunmen attacked a police station in Homs on Sunday, killing three officers."
    other = "Gunmen attacked a police station in Homs, on the road to Hama, on Sunday, killing three officers."
    assert called(one, other) != "possibly related"


@pytest.mark.parametrize(
    ("told", "pairs"),
    [
        ("Some 400 militants were killed there.", {("2", "2"): "possibly related"}),  # of no day of its own
        ("Some 400 militants were killed in the battle.", {}),  # of the day of the battle before
    ],
)
def test_a_battle_told_after_its_day_is_not_that_of_a_text_that_names_other_days(
    told: str, pairs: dict[tuple[str, str], str]
) -> None:
    """Both second sentences have no words that differ."""
    first, second = (
        version(
            slug, f"Troops recaptured the citadel of Raqqa on {day} after weeks of fighting.", told,
            published="2017-03-05",
        )
        for slug, day in (("first", "27 March 2016"), ("second", "2 March 2017"))
    )  # fmt: skip
    assert shown(first, second) == pairs


def test_texts_that_name_days_of_the_same_weeks_may_quote_the_same() -> None:
    ordered = "The withdrawal was ordered by the command of the port after the airport had fallen."
    one = version("one", "Troops took the citadel of Raqqa on 20 March 2016.", ordered)
    other = version("other", "The bakers of Homs closed their shops on 26 March 2016.", ordered)
    assert shown(one, other) == {("2", "2"): "same passage quoted"}


def shown(one: Version, other: Version) -> dict[tuple[str, str], Likeness]:
    pairs = align([(each, analyse(each)) for each in (one, other)], NAMES)
    return {(pair.left.passage, pair.right.passage): pair.likeness for pair in pairs if pair.likeness}
