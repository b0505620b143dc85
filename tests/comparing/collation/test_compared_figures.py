"""The numbers of accounts side by side: which stand together, which stand apart, and one word for one thing."""

import pytest

from reading_room.comparing.collation.account_sentences import AccountSentence, account_sentences
from reading_room.comparing.collation.compared_figures import figure_groups
from reading_room.model.analysis import Quantity, Time
from reading_room.model.collation import FigureGroup
from tests.comparing.accounts import analysis, day, number, version

PLACES = {"varnholm": frozenset(["varnholm"])}
DAY = day("2019-05-14")


def account(slug: str, text: str, when: Time | None = None, **counts: Quantity) -> list[AccountSentence]:
    """One account of one passage; its numbers by the words that give them, `_` for a space."""
    its = version(slug, text)
    quantities = {words.replace("_", " "): quantity for words, quantity in counts.items()}
    return list(account_sentences(its, analysis(its, {text: when} if when else None, None, quantities)))


def words(group: FigureGroup) -> list[tuple[str, str]]:
    return [(one.article, one.words) for one in group.figures]


TWELVE = account("post", "12 workers were killed at Varnholm.", DAY, **{"12_workers": number(12, 12, "workers")})
SEVENTEEN = account("news", "17 workers were killed at Varnholm.", DAY, **{"17_workers": number(17, 17, "workers")})


def given(*accounts: list[AccountSentence]) -> list[tuple[AccountSentence, Quantity]]:
    return [(one, quantity) for its in accounts for one in its for quantity in one.sentence.quantities]


def test_what_a_row_calls_a_conflict_is_one_in_the_list_of_numbers() -> None:
    (group,) = figure_groups([TWELVE, SEVENTEEN], rows=[given(TWELVE, SEVENTEEN)], places=PLACES)
    assert group.caution
    assert group.caution.startswith("Conflict: “12 workers” and “17 workers”")
    assert "may not count" not in group.caution


def test_beside_a_conflict_the_other_numbers_may_not_count_the_same() -> None:
    four = account("daily", "4 workers were hurt.", **{"4_workers": number(4, 4, "workers")})
    (group,) = figure_groups([TWELVE, SEVENTEEN, four], rows=[given(TWELVE, SEVENTEEN)], places=PLACES)
    assert group.caution
    assert group.caution.endswith("The other numbers may not count the same thing.")


def test_numbers_that_stand_together_in_no_sure_row_are_no_conflict() -> None:
    (group,) = figure_groups([TWELVE, SEVENTEEN], places=PLACES)
    assert group.caution == "These may not count the same thing."


def test_accounts_with_one_text_count_as_one() -> None:
    copy = account("copy", "12 workers were killed at Varnholm.", **{"12_workers": number(12, 12, "workers")})
    assert figure_groups([TWELVE, copy], copies=[("post", "copy")]) == ()
    (group,) = figure_groups([TWELVE, copy, SEVENTEEN], copies=[("post", "copy")])
    assert [slug for slug, _ in words(group)] == ["copy", "news", "post"]


@pytest.mark.parametrize(("unit", "stands"), [("t", True), ("m", False)])
def test_a_weight_belongs_to_what_its_sentence_names_apart_from_it(unit: str, stands: bool) -> None:
    post = account("post", "9 tons of barley burned.", **{"9_tons": number(9, 9, "barley", unit="t")})
    news = account("news", "Losses of barley amount to 8 tons.", **{"8_tons": number(8, 8, "", unit=unit)})
    groups = figure_groups([post, news])
    assert [words(group) for group in groups] == ([[("news", "8 tons"), ("post", "9 tons")]] if stands else [])
    assert all(group.caution == "These may not count the same thing." for group in groups)


def test_a_number_of_another_time_stands_last_and_makes_no_group() -> None:
    later = account("daily", "4 workers were killed in 2020.", **{"4_workers": number(4, 4, "workers")})
    another = frozenset([later[0].said])
    assert figure_groups([TWELVE, later], another=another) == ()
    (group,) = figure_groups([later, SEVENTEEN, TWELVE], another=another)
    assert words(group) == [("news", "17 workers"), ("post", "12 workers"), ("daily", "4 workers")]
    assert [one.of_another_time for one in group.figures] == [False, False, True]


@pytest.mark.parametrize(("happened", "stands"), [("killed", True), ("rescued", False)])
def test_people_stand_with_those_whom_others_call_more_nearly_where_the_same_happened(
    happened: str, stands: bool
) -> None:
    people = account("daily", f"A fire {happened} 17 people.", **{"17_people": number(17, 17, "people")})
    (group,) = figure_groups([TWELVE, SEVENTEEN, people])
    assert (("daily", "17 people") in words(group)) is stands
    assert group.counted == "workers"
