"""Sentences that belong in one row."""

from reading_room.comparing.collation.clustering import cluster
from tests.comparing.accounts import LIKELY, POSSIBLE, analysis, day, pair, said, told, version

POST = version("post", "The army took the city. It went in at dawn.", "Bread was dear.")
NEWS = version("news", "The city was taken by the army.", "Its men entered at dawn.")
VOICE = version("voice", "Soldiers took the city.")
EVERYTHING = told(*((one, analysis(one)) for one in (POST, NEWS, VOICE)))
IN_POST, IN_NEWS, IN_VOICE = said(POST, "took"), said(NEWS, "taken"), said(VOICE, "took")


def members(pairs: list, sentences: dict = EVERYTHING) -> list[set]:
    return [{one.said for one in found.members} for found in cluster(pairs, sentences)]


def test_sentences_that_are_all_paired_make_one_row() -> None:
    pairs = [pair(IN_POST, IN_NEWS), pair(IN_NEWS, IN_VOICE), pair(IN_POST, IN_VOICE)]
    assert members(pairs) == [{IN_POST, IN_NEWS, IN_VOICE}]


def test_a_chain_of_pairs_makes_no_row_of_three() -> None:
    assert members([pair(IN_POST, IN_NEWS, 0.95), pair(IN_NEWS, IN_VOICE, 0.9)]) == [{IN_POST, IN_NEWS}]


def test_a_row_is_as_sure_as_its_least_sure_pair() -> None:
    pairs = [pair(IN_POST, IN_NEWS, 0.95), pair(IN_NEWS, IN_VOICE, 0.8), pair(IN_POST, IN_VOICE, 0.9)]
    (found,) = cluster(pairs, EVERYTHING)
    assert (found.weakest.confidence, found.weakest.likeness) == (0.8, LIKELY)


def test_what_is_only_possible_takes_nothing_from_what_is_likely() -> None:
    pairs = [
        pair(IN_POST, IN_NEWS, 0.9),
        pair(IN_NEWS, IN_VOICE, 0.4, POSSIBLE),
        pair(IN_POST, IN_VOICE, 0.4, POSSIBLE),
    ]
    assert members(pairs) == [{IN_POST, IN_NEWS}]


def test_no_row_mixes_two_occasions_though_each_pair_might_be_of_one() -> None:
    times = {
        "The army took": day("2016-03-20/2016-03-24"),
        "was taken": day("2016-03-24/2016-03-27"),
        "Soldiers": day("2017-03-02"),
    }
    dated = told(*((one, analysis(one, times)) for one in (POST, NEWS, VOICE)))
    pairs = [pair(IN_POST, IN_NEWS), pair(IN_NEWS, IN_VOICE, 0.99), pair(IN_POST, IN_VOICE, 0.99)]
    assert members(pairs, dated) == [{IN_POST, IN_NEWS}]


def test_two_sentences_of_one_account_stand_together_only_where_they_follow_one_another() -> None:
    dawn = said(POST, "dawn")
    assert members([pair(IN_POST, IN_NEWS), pair(dawn, IN_NEWS)]) == [{IN_POST, dawn, IN_NEWS}]
    bread = said(POST, "Bread")
    assert members([pair(IN_POST, IN_NEWS, 0.95), pair(bread, IN_NEWS)]) == [{IN_POST, IN_NEWS}]


def test_the_sentences_of_an_account_are_in_its_order() -> None:
    (found,) = cluster([pair(said(POST, "dawn"), IN_NEWS), pair(IN_POST, IN_NEWS)], EVERYTHING)
    assert [one.order for one in found.of("post")] == [1, 2]


def test_what_is_not_offered_stands_in_no_row() -> None:
    free = {where: one for where, one in EVERYTHING.items() if where != IN_NEWS}
    assert members([pair(IN_POST, IN_NEWS)], free) == []
