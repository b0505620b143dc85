"""All numbers of the accounts of an event: under what they count, of its time or another, each sentence once."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.collation.account_sentences import AccountSentence, account_sentences
from reading_room.comparing.collation.common_days import is_background
from reading_room.comparing.collation.event_figures import event_figures
from reading_room.comparing.sentences.analysing import analyse
from reading_room.model.alignment import Said
from reading_room.model.apparatus import CountedFigures
from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import DateSpan
from reading_room.model.event import Event, OfTime

STRIKE = Event("strike", "The strike", DateSpan(date(2001, 5, 1), date(2001, 5, 7), "2001-05-01/2001-05-07"), "", "x")


def account(slug: str, *texts: str, language: str = "en") -> tuple[AccountSentence, ...]:
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    article = Article(slug, "T", "post", DateSpan.parse("2001-05-04"), "", language, "complete")
    version = Version(article, 1, datetime(2001, 5, 5, tzinfo=UTC), passages)
    return account_sentences(version, analyse(version))


def counted(*accounts: tuple[AccountSentence, ...]) -> dict[str, CountedFigures]:
    return {group.counted: group for group in figures(*accounts)}


def figures(*accounts: tuple[AccountSentence, ...]) -> tuple[CountedFigures, ...]:
    of_time: dict[Said, OfTime] = {
        one.said: "another" if is_background(one.when, STRIKE) else "event" for those in accounts for one in those
    }
    return event_figures(accounts, of_time)


def test_numbers_stand_under_what_they_count_and_what_most_accounts_count_stands_first() -> None:
    groups = counted(
        account("one", "The police made 20 arrests.", "It took 9 barges."),
        account("two", "There were more than 30 arrests."),
    )
    assert list(groups) == ["arrests", "barges"]
    assert [figure.words for given in groups["arrests"].given for figure in given.figures] == [
        "20 arrests",
        "more than 30 arrests",
    ]
    assert (groups["arrests"].accounts, groups["barges"].accounts) == (2, 1)


def test_people_are_counted_under_one_word_in_any_language_that_is_read() -> None:
    groups = counted(
        account("one", "Four people were killed."),
        account("two", "قتل ثلاثة أشخاص.", language="ar"),
        account("three", "Погибли пять человек.", language="ru"),
        account("four", "Trois personnes sont mortes.", language="fr"),
    )
    assert list(groups) == ["people"]
    assert groups["people"].accounts == 4


def test_two_numbers_of_the_same_are_never_called_a_conflict_but_warned_of() -> None:
    groups = counted(account("one", "There were 20 arrests."), account("two", "There were 30 arrests."))
    assert groups["arrests"].caution == "These may not count the same thing."


def test_what_follows_from_a_number_is_worked_out() -> None:
    (figure,) = counted(account("one", "They made more than 900 raids over 14 days."))["raids"].given[0].figures
    assert figure.arithmetic == "more than 64 a day over 14 days"


def test_a_number_of_a_day_outside_the_event_is_of_another_time_and_comes_last() -> None:
    group = counted(account("one", "In 1999 there were 500 arrests.", "On 3 May 2001 there were 20 arrests."))[
        "arrests"
    ]
    assert [(given.figures[0].words, given.of_time) for given in group.given] == [
        ("20 arrests", "event"),
        ("500 arrests", "another"),
    ]
    assert group.accounts == 1


def test_a_number_of_which_the_time_is_not_known_counts_for_no_account_and_stands_behind_those_of_the_event() -> None:
    one, two = account("one", "There were 30 arrests."), account("two", "There were 20 arrests.")
    (group,) = event_figures([one, two], {one[0].said: "unknown"})
    assert [(given.figures[0].words, given.of_time) for given in group.given] == [
        ("20 arrests", "event"),
        ("30 arrests", "unknown"),
    ]
    assert (group.accounts, group.caution) == (1, None)


def test_accounts_that_have_one_text_count_as_one() -> None:
    accounts = [account(slug, "There were 30 arrests.") for slug in ("one", "two", "three")]
    (group,) = event_figures(accounts, {}, copies=[["one", "two"], ["three"]])
    assert group.accounts == 2
    assert len(group.given[0].figures) == 3


def test_every_account_has_its_first_number_listed_before_any_has_its_second() -> None:
    groups = counted(
        account("one", "There were 20 arrests.", "Later there were 25 arrests."),
        account("two", "There were 30 arrests."),
    )
    assert [given.figures[0].words for given in groups["arrests"].given] == ["20 arrests", "30 arrests", "25 arrests"]


def test_a_sentence_that_several_accounts_print_is_given_once_with_all_of_them() -> None:
    (given,) = counted(account("one", "There were 20 arrests."), account("two", "There were 20 arrests."))[
        "arrests"
    ].given
    assert [figure.article for figure in given.figures] == ["one", "two"]


def test_the_speaker_is_the_one_who_gives_the_number() -> None:
    text = "The mayor said that there were 20 arrests."
    (figure,) = counted(account("one", text))["arrests"].given[0].figures
    assert "mayor" in figure.speaker


SENTENCES = st.sampled_from(
    [
        "There were 20 arrests.",
        "In 1999 there were 30 arrests.",
        "At least 9 barges sank.",
        "Nobody came.",
        "More than half of them left.",
        "He had 40.",
        "It is 12 km away.",
        "Some 80 people came over two weeks.",
    ]
)


@given(st.lists(st.lists(SENTENCES, max_size=4), max_size=4))
def test_no_number_that_was_read_is_lost_or_doubled(texts: list[list[str]]) -> None:
    accounts = [account(f"account-{number}", *those) for number, those in enumerate(texts)]
    read = sorted(
        (one.article, one.passage.id, quantity.span.start)
        for found in accounts
        for one in found
        for quantity in one.sentence.quantities
    )
    groups = figures(*accounts)
    listed = sorted(
        (figure.article, figure.passage, figure.quantity.span.start)
        for group in groups
        for given in group.given
        for figure in given.figures
    )
    assert listed == read
    assert all(given.figures for group in groups for given in group.given)
