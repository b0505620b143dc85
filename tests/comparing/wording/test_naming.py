"""What accounts call the parties, places and acts of an event."""

from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.wording.naming import contrasts
from reading_room.model.article import Article, Block, Passage, TextKind, Version
from reading_room.model.dates import DateSpan
from reading_room.model.event import Called, Event, Party
from reading_room.model.names import NameSet
from reading_room.model.naming import Contrast
from reading_room.model.results import Span

PALMYRA = NameSet("palmyra", "place", {"en": ("Palmyra", "Tadmur"), "ar": ("تدمر",), "ru": ("Пальмира",)})
ISIS = NameSet("isis", "group", {"en": ("ISIS", "Daesh"), "ar": ("داعش",)})


def account(slug: str, *texts: str, kind: TextKind = "complete", language: str = "en") -> Version:
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    article = Article(slug, "A title", "a-paper", None, "", language, kind)
    return Version(article, 1, datetime(2016, 3, 28, tzinfo=UTC), passages)


def event(
    parties: dict[str, list[tuple[str, str]]] | None = None, acts: dict[str, list[tuple[str, str]]] | None = None
) -> Event:
    """Each name of a party or act with the account that the keeper found it in."""

    def named(given: dict[str, list[tuple[str, str]]] | None) -> tuple[Party, ...]:
        return tuple(
            Party(name, tuple(Called(term, article) for term, article in called))
            for name, called in (given or {}).items()
        )

    when = DateSpan(date(2016, 3, 27), date(2016, 3, 27), "2016-03-27")
    return Event("taking", "The taking", when, "", "", parties=named(parties), acts=named(acts))


def counts(row: Contrast) -> dict[str, dict[str, int]]:
    return {one.article: {term.text: term.count for term in one.terms} for one in row.accounts}


ARMY = {
    "The army": [("Syrian regime forces", "one"), ("the Syrian army", "two")],
    "The government": [("the regime", "one")],
}


def test_each_account_is_read_for_the_names_that_any_account_has() -> None:
    rows = contrasts(
        event(ARMY),
        [
            account("one", "Syrian regime forces left."),
            account("two", "The Syrian army, or Syrian regime forces, left."),
        ],
        (),
    )
    assert counts(rows[0]) == {
        "one": {"Syrian regime forces": 1},
        "two": {"Syrian army": 1, "Syrian regime forces": 1},
    }


def test_a_name_within_a_longer_name_is_not_counted_again() -> None:
    (row,) = contrasts(event(ARMY), [account("one", "The Syrian regime forces left the city.")], ())
    assert (row.name, counts(row)) == ("The army", {"one": {"Syrian regime forces": 1}})


def test_a_common_noun_before_forces_names_those_forces_though_nobody_knows_the_name() -> None:
    (row,) = contrasts(event(ARMY), [account("one", "The regime denies it. The regime troops left.")], ())
    assert (row.name, counts(row)) == ("The government", {"one": {"The regime": 1}})


def test_every_occurrence_has_its_place() -> None:
    texts = ("Daesh came.", "In May Daesh, called “Daesh” here, came back.")
    rows = contrasts(event({"ISIS": [("Daesh", "one")]}), [account("one", *texts)], ())
    places = rows[0].accounts[0].terms[0].occurrences
    assert [(place.passage, texts[int(place.passage) - 1][place.span.start : place.span.end]) for place in places] == [
        ("1", "Daesh"),
        ("2", "Daesh"),
        ("2", "Daesh"),
    ]


def test_a_name_is_found_however_it_is_typeset() -> None:
    rows = contrasts(
        event({"The army": [("Assad’s forces", "one")]}), [account("one", "ASSAD'S  Forces; Assad‘s forces")], ()
    )
    assert rows[0].accounts[0].terms[0].count == 2


def test_part_of_a_word_is_no_name() -> None:
    assert contrasts(event({"ISIS": [("IS", "one")]}), [account("one", "This island is Isolde’s.")], ()) == ()


def test_short_names_in_capitals_are_not_words_that_are_written_alike() -> None:
    (row,) = contrasts(event({"ISIS": [("IS", "one")]}), [account("one", "It is said that IS left us. Is it?")], ())
    assert counts(row) == {"one": {"IS": 1}}


def test_russian_names_are_found_in_their_cases_and_arabic_ones_with_what_is_written_together_with_them() -> None:
    rows = contrasts(
        None,
        [
            account("one", "Пальмира; в Пальмире; под Пальмирой.", language="ru"),
            account("two", "في تدمر، وتدمر، بتدمر، والتدمر", language="ar"),
        ],
        [PALMYRA],
    )
    assert [sum(term.count for term in one.terms) for one in rows[0].accounts] == [3, 4]


def test_a_set_of_names_adds_its_names_to_the_party_that_has_one_of_them() -> None:
    rows = contrasts(
        event({"The group": [("Daesh", "one")]}), [account("one", "ISIS and داعش and Daesh")], [ISIS, PALMYRA]
    )
    assert [(row.kind, row.name) for row in rows] == [("party", "The group")]
    assert counts(rows[0]) == {"one": {"Daesh": 1, "ISIS": 1, "داعش": 1}}


def test_a_set_that_no_party_has_is_a_row_where_accounts_differ() -> None:
    one, two = account("one", "Palmyra fell."), account("two", "Tadmur fell.")
    (row,) = contrasts(None, [one, two], [PALMYRA])
    assert (row.kind, row.name, row.differs) == ("place", "Palmyra", True)
    assert contrasts(None, [one, one], [PALMYRA]) == ()


def test_a_name_of_two_parties_is_that_of_the_one_that_the_keeper_says() -> None:
    told = event({"The army": [("the regime", "two")], "The government": [("the regime", "one")]})
    text = "The regime left."
    rows = contrasts(told, [account("one", text), account("two", text), account("three", text)], ())
    assert [counts(row) for row in rows] == [
        {"one": {}, "two": {"The regime": 1}, "three": {}},
        {"one": {"The regime": 1}, "two": {}, "three": {}},
    ]


def test_a_word_such_as_so_called_is_a_name_only_where_the_keeper_read_it() -> None:
    told = event({"The observatory": [("so-called", "one")]})
    (row,) = contrasts(told, [account("one", "The so-called observatory"), account("two", "The so-called state")], ())
    assert counts(row) == {"one": {"so-called": 1}, "two": {}}


def test_acts_are_named_in_single_words() -> None:
    told = event(acts={"The taking": [("liberated", "one"), ("recaptured", "two")]})
    (row,) = contrasts(
        told, [account("one", "It was liberated."), account("three", "It was recaptured, liberated.")], ()
    )
    assert (row.kind, counts(row)) == ("act", {"one": {"liberated": 1}, "three": {"liberated": 1, "recaptured": 1}})


def test_of_a_digest_only_what_is_quoted_or_noted_is_its_accounts_word() -> None:
    told = event({"The group": [("ISIS", "one"), ("Daesh", "two")]})
    rows = contrasts(
        told,
        [
            account("one", "ISIS came, the article states.", kind="digest"),
            account("two", "ISIS, which it calls Daesh, came.", kind="digest"),
            account("three", "ISIS came: “Daesh is here”.", kind="digest"),
        ],
        (),
    )
    assert counts(rows[0]) == {"one": {"ISIS": 1}, "two": {"Daesh": 1}, "three": {"Daesh": 1}}


def test_the_keepers_names_are_marked() -> None:
    (row,) = contrasts(event({"The group": [("ISIS", "one")]}), [account("one", "ISIS, Daesh")], [ISIS])
    assert {term.text: term.noted for term in row.accounts[0].terms} == {"ISIS": True, "Daesh": False}


def test_a_bracket_that_a_name_opens_is_in_it() -> None:
    told = event({"The observatory": [("the Observatory (SOHR)", "one")]})
    (row,) = contrasts(told, [account("one", "The Observatory (SOHR) says so (SOHR).")], ())
    assert counts(row) == {"one": {"Observatory (SOHR)": 1}}


WORDS = st.lists(
    st.sampled_from(["ISIS", "Daesh", "the", "regime", "Syrian", "forces", "army", "Palmyra", "Tadmur", ",", "“", "”"]),
    max_size=30,
).map(" ".join)


@given(st.lists(WORDS, min_size=2, max_size=4))
def test_the_order_of_accounts_and_other_accounts_change_nothing_in_one(texts: list[str]) -> None:
    told = event(ARMY)
    accounts = [account(f"account-{number}", text) for number, text in enumerate(texts)]
    forwards = contrasts(told, accounts, [ISIS, PALMYRA])
    backwards = contrasts(told, accounts[::-1], [ISIS, PALMYRA])
    assert [(row.name, row.accounts[::-1]) for row in forwards] == [(row.name, row.accounts) for row in backwards]
    alone = {row.name: row.accounts for row in contrasts(told, accounts[:1], [ISIS, PALMYRA])}
    for row in forwards:
        assert alone.get(row.name, row.accounts[:1]) == row.accounts[:1]


@given(st.text(max_size=120))
def test_names_never_overlap_whatever_the_text(text: str) -> None:
    text = f"{text} the Syrian regime forces {text} ISIS{text}"
    rows = contrasts(event(ARMY), [account("one", text)], [ISIS, PALMYRA])
    spans = sorted(
        place.span for row in rows for one in row.accounts for term in one.terms for place in term.occurrences
    )
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_name_with_its_article_and_without_is_one_name() -> None:
    fire = event(acts={"The fire": [("the fire", "one"), ("fire", "two")]})
    (row,) = contrasts(
        fire, [account("one", "Fire! The fire grew."), account("two", "A fire that nobody saw; the fire.")], ()
    )
    assert [sum(term.count for term in one.terms) for one in row.accounts] == [2, 2]
    assert all(len(one.terms) == 1 for one in row.accounts)
    assert not row.differs
    places = [place.span.start for one in row.accounts for term in one.terms for place in term.occurrences]
    assert places == [0, 6, 2, 24]


def test_a_name_in_a_sentence_of_another_time_is_not_counted() -> None:
    fire = event(acts={"The fire": [("the fire", "one")]})
    text = "The fire grew. The fire of the year before was another."
    (row,) = contrasts(fire, [account("one", text)], (), {("one", "1"): [Span(15, len(text))]})
    assert counts(row) == {"one": {"The fire": 1}}
