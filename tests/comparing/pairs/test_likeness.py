"""What a confidence rests on: how rare words are, and the trees that were grown."""

from itertools import product

import pytest

from reading_room.comparing.pairs.aligning import TREES
from reading_room.comparing.pairs.likeness import FEATURES
from reading_room.comparing.pairs.rarity import FOLDER, folded, rarity, stem
from reading_room.model.trees import log_odds, trained

MAY_FALL = {"sentences", "first", "length"}


# How rare words are.


@pytest.mark.parametrize(
    ("usual", "rare", "language"),
    [
        ("city", "citadel", "en"),
        ("the", "army", "en"),
        ("город", "крепость", "ru"),
        ("ville", "forteresse", "fr"),
        ("في", "قلعة", "ar"),
    ],
)
def test_rare_words_weigh_more_than_usual_ones(usual: str, rare: str, language: str) -> None:
    assert rarity(stem(folded(usual), language), language) < rarity(stem(folded(rare), language), language)


def test_a_word_is_weighed_by_the_language_of_its_script() -> None:
    """An English text that quotes Arabic has Arabic words in it."""
    assert rarity(stem(folded("في"), "ar"), "en") == rarity(stem(folded("في"), "ar"), "ar")


def test_forms_of_a_word_are_one_stem() -> None:
    assert stem(folded("Recaptured"), "en") == stem(folded("recapturing"), "en")
    assert folded("Éloigné") == "eloigne"


def test_every_table_has_frequencies_and_each_stem_once() -> None:
    tables = sorted(FOLDER.glob("*.txt"))
    assert len(tables) > 5
    for table in tables:
        rows = [line.split(" ") for line in table.read_text("utf-8").splitlines()]
        stems = [one for _, *of_one in rows for one in of_one]
        assert len(stems) == len(set(stems))
        assert all(0 < float(zipf) < 9 for zipf, *_ in rows)


# The trees.


def test_the_trees_are_for_these_figures_and_every_way_through_them_ends() -> None:
    trees = trained(TREES, FEATURES)
    for tree in trees:
        for place, (figure, _, left, right) in enumerate(tree):
            assert figure == -1 or (figure < len(FEATURES) and place < left < right < len(tree))


def test_trees_for_other_figures_are_refused() -> None:
    with pytest.raises(ValueError, match="other figures"):
        trained(TREES, FEATURES[1:])


def test_more_in_common_never_makes_a_pair_less_sure() -> None:
    trees = trained(TREES, FEATURES)
    for base, place in product((0.1, 0.5, 1.5), range(len(FEATURES))):
        if FEATURES[place] not in MAY_FALL:
            figures = [base] * len(FEATURES)
            odds = []
            for step in range(12):
                figures[place] = step / 3
                odds.append(log_odds(trees, figures))
            assert odds == sorted(odds), FEATURES[place]


def test_a_pair_that_shares_all_is_surer_than_one_that_shares_nothing() -> None:
    trees = trained(TREES, FEATURES)
    assert log_odds(trees, [0.0] * len(FEATURES)) < -2 < 1 < log_odds(trees, [1.5] * len(FEATURES))
