"""A proposed event has a neutral name, the days that its texts speak of in common, and what the room knows of it already."""

from datetime import date

from reading_room.comparing.groups.proposing import Days, Proposal, Proposing, proposals
from tests.comparing.stories import WAREHOUSE, stories, story
from tests.comparing.twin_stories import tellings_of


def proposal_of(article: str, found: tuple[Proposal, ...]) -> Proposal:
    return next(one for one in found if article in one.articles)


def test_the_name_is_of_words_that_the_members_share_and_none_of_one_headline() -> None:
    title = proposal_of("ferry-0", proposals(stories())).title
    assert "Albatross" in title
    assert not {"inquiry", "saved", "down"} & set(title.lower().replace(",", "").split())


def test_a_name_that_runs_over_two_words_stays_whole() -> None:
    assert "Paola Marchetti" in proposal_of("vote-0", proposals(stories())).title


def test_no_name_is_made_of_what_digests_say_of_their_texts_or_of_when_and_how_many() -> None:
    digests = [
        story(
            f"digest-{at}",
            f"Summary of an article of {paper} on the Hagen bridge",
            f"The article of {paper} states on Thursday that five people fell with the Hagen bridge. The article quotes its "
            "source, and reports in other words what the article of another paper states.",
            "2001-05-10",
        )
        for at, paper in enumerate(("the Courier", "the Mail", "the Echo"))
    ]
    (one,) = proposals(digests)
    assert "Hagen bridge" in one.title
    assert not {"article", "states", "source", "reports", "words", "five", "thursday"} & set(
        one.title.lower().replace(",", "").split()
    )


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


def test_what_the_keeper_said_of_few_articles_moves_no_other() -> None:
    accounts = {"ferry-0": ["one"], "other-0": ["one"]}
    assert [one.articles for one in proposals(stories(), accounts=accounts)] == [
        one.articles for one in proposals(stories())
    ]


def test_a_proposal_for_an_event_has_no_member_of_another_event_and_no_stranger() -> None:
    accounts = {"one-0": ["flood-2011"], "one-1": ["flood-2011"], "other-0": ["flood-2012"], "other-1": ["flood-2012"]}
    found = proposals(tellings_of("floods"), accounts=accounts)
    for event, name in (("flood-2011", "one"), ("flood-2012", "other")):
        proposal = proposal_of(f"{name}-0", found)
        assert proposal.events == ((event, 2),)
        assert proposal.newcomers == (f"{name}-2", f"{name}-3")
    assert all(proposal_of(f"elsewhere-{at}", found).known is None for at in range(3))


def test_a_group_is_known_by_a_newcomer_or_the_member_that_is_nearest_to_the_others() -> None:
    fire = [story(f"fire-{at}", *texts, "2001-05-09") for at, texts in enumerate(WAREHOUSE)]
    late = story(
        "a-late-one", "Ingrid Solem, mayor", "Ingrid Solem, mayor of Osterhavn, spoke of the fire.", "2001-05-10"
    )
    (found,) = proposals([*fire, late])
    assert found.articles[0] == "a-late-one"
    assert found.central in {one.key for one in fire}
    (found,) = proposals([*fire, late], accounts={one.key: ["fire-2001"] for one in fire})
    assert (found.newcomers, found.central) == (("a-late-one",), "a-late-one")


def test_some_of_a_group_have_their_own_days() -> None:
    tellings = stories()
    (whole,) = (one for one in proposals(tellings) if "ferry-0" in one.articles)
    part = Proposing(tellings, {}).of(whole.articles[:2])
    assert part.days
    assert whole.days
    assert (part.days.articles, whole.days.articles) == (2, 4)
