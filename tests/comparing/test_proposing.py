"""A proposed event has a neutral name, the days that its texts speak of in common, and what the room knows of it already."""

from datetime import date

from reading_room.comparing.proposing import Days, Proposal, proposals
from tests.comparing.stories import stories, story


def proposal_of(article: str, found: tuple[Proposal, ...]) -> Proposal:
    return next(one for one in found if article in one.articles)


def test_the_name_is_of_words_that_the_members_share_and_none_of_one_headline() -> None:
    title = proposal_of("ferry-0", proposals(stories())).title
    assert "Albatross" in title
    assert not {"inquiry", "saved", "down"} & set(title.lower().replace(",", "").split())


def test_a_name_that_runs_over_two_words_stays_whole() -> None:
    assert "Paola Marchetti" in proposal_of("vote-0", proposals(stories())).title


def test_the_days_are_those_that_most_texts_speak_of() -> None:
    found = proposals(
        [
            story("a", "Bridge falls", "The Hagen bridge at Lund fell on 7 May 2001.", "2001-05-09"),
            story("b", "Lund bridge gone", "On 7 May 2001 the Hagen bridge of Lund fell.", "2001-06-20"),
            story("c", "The bridge at Lund", "Lund lost its Hagen bridge on 7 May 2001.", "2004-01-01"),
        ]
    )
    assert [one.days for one in found] == [Days(date(2001, 5, 7), date(2001, 5, 7), 3)]


def test_texts_without_any_day_have_none() -> None:
    assert [one.days for one in proposals([story("a", "", "Herrings swim.")])] == [None]


def test_new_articles_propose_themselves_to_the_event_that_their_group_tells_of() -> None:
    accounts = {"ferry-0": ["albatross-2001"], "ferry-1": ["albatross-2001", "fog-2001"], "vote-0": ["sondrio-2002"]}
    found = proposals(stories(), accounts=accounts)
    ferry = proposal_of("ferry-0", found)
    assert ferry.known == "albatross-2001"
    assert ferry.events == (("albatross-2001", 2), ("fog-2001", 1))
    assert ferry.newcomers == ("ferry-2", "ferry-3")
    assert proposal_of("other-0", found).newcomers == ()


def test_what_the_keeper_said_of_articles_changes_no_group() -> None:
    accounts = {"ferry-0": ["one"], "other-0": ["one"]}
    assert [one.articles for one in proposals(stories(), accounts=accounts)] == [
        one.articles for one in proposals(stories())
    ]
