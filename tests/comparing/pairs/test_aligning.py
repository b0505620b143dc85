"""Which sentences of accounts are paired, and what may never change it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.comparing.pairs import likeness
from reading_room.comparing.pairs.aligning import LEAST, align
from reading_room.comparing.sentences.analysing import analyse
from reading_room.model.alignment import Said, SentencePair
from reading_room.model.analysis import Analysis
from reading_room.model.article import Article, Block, Passage, TextKind, Version
from reading_room.model.dates import DateSpan
from reading_room.model.names import NameSet

Account = tuple[Version, Analysis]

NAMES = {
    "palmyra": NameSet("palmyra", "place", {"en": ("Palmyra", "Tadmur"), "ar": ("تدمر",), "ru": ("Пальмира",)}),
    "isis": NameSet("isis", "group", {"en": ("ISIS", "Daesh", "Islamic State"), "ar": ("داعش",), "ru": ("ИГИЛ",)}),
}
ARMY = (
    "The army entered the old quarter of Palmyra on Sunday after three days of fighting.",
    "Sappers removed 150 mines from the ruins of the temple, a colonel said.",
    "Bakers in the coastal towns complained about the price of flour.",
)
MONITOR = (
    "Soldiers entered the old quarter of Palmyra on Sunday, a monitor in London said.",
    "It counted at least 400 dead among the fighters.",
    "The temple’s ruins were cleared of 150 mines by sappers, it said.",
)


def account(
    slug: str,
    *texts: str,
    published: str | None = "2016-03-28",
    outlet: str = "paper",
    language: str = "en",
    text: TextKind = "complete",
) -> Account:
    when = DateSpan.parse(published) if published else None
    article = Article(slug, "A title", outlet, when, "printed", language, text)
    passages = tuple(Passage(str(number), Block("paragraph", said)) for number, said in enumerate(texts, 1))
    version = Version(article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)
    return version, analyse(version)


def passages(pairs: Sequence[SentencePair], *, shown: bool = True) -> set[tuple[str, str]]:
    """Which passage of the left account is paired with which of the right, of the pairs that a reader is shown."""
    return {(pair.left.passage, pair.right.passage) for pair in pairs if pair.likeness or not shown}


def test_sentences_that_state_the_same_in_other_words_are_surer_than_all_others() -> None:
    found = sorted(
        align([account("army", *ARMY), account("monitor", *MONITOR)], NAMES), key=lambda pair: -pair.confidence
    )
    assert passages(found[:2], shown=False) == {("1", "1"), ("2", "3")}
    assert found[1].confidence > found[2].confidence + 0.1


def test_what_shares_nothing_is_no_point_in_common() -> None:
    found = align([account("army", *ARMY), account("monitor", *MONITOR)], NAMES)
    assert "3" not in {left for left, _ in passages(found)}


def test_contradicting_figures_of_one_thing_stay_paired() -> None:
    one = account("one", "Explosions at the port of Tartus killed 41 sailors on Sunday, the navy said.")
    other = account("other", "The navy said 63 sailors were killed by explosions at the port of Tartus on Sunday.")
    (found,) = align([one, other], {})
    assert found.likeness


@pytest.mark.parametrize("second", ["2017-03-03", "2016-12-14", "2015-05-22"])
def test_twin_occasions_are_never_paired_however_alike_they_are_told(second: str) -> None:
    told = "The army recaptured Palmyra from ISIS on {}, the general command said."
    one = account("one", told.format("Sunday"), published="2016-03-28")
    other = account("other", told.format("Thursday"), published=second)
    again = account("other", told.format("Sunday"), published="2016-03-29")
    assert not align([one, other], NAMES)
    assert align([one, again], NAMES)


def test_an_older_occasion_that_is_told_with_its_date_is_paired_with_it_and_not_with_the_new_one() -> None:
    old = account("a-old", "The army recaptured Palmyra from ISIS on Sunday.", published="2016-03-28")
    new = account(
        "b-new",
        "The army recaptured Palmyra from ISIS on Thursday.",
        "It had recaptured Palmyra from ISIS in March 2016 before.",
        published="2017-03-03",
    )
    assert passages(align([old, new], NAMES), shown=False) == {("1", "2")}


def test_where_a_sentence_only_mentions_the_occasion_it_is_never_called_likely() -> None:
    """The first time of a sentence is that of what it tells."""
    told = "Sappers cleared 150 mines from the ruins of the temple of Bel at Palmyra."
    one, (version, analysis) = account("one", told), account("other", told)
    sentence = analysis.sentences[0]
    elsewhen = replace(
        sentence.times[0], first=datetime(2010, 1, 1).date(), last=datetime(2010, 1, 1).date(), basis="explicit"
    )
    aside = Analysis("other", 1, (replace(sentence, times=(elsewhen, *sentence.times)),))
    (certain,) = align([one, (version, analysis)], NAMES)
    (found,) = align([one, (version, aside)], NAMES)
    assert certain.likeness == "same passage quoted"
    assert found.likeness == "possibly related"


def test_names_are_one_across_scripts_and_numbers_across_languages() -> None:
    english = account("english", "ISIS blew up 4,000 houses in Tadmur.")
    russian = account("russian", "ИГИЛ взорвало 4000 домов, Пальмира.", language="ru")
    unnamed = align([english, russian], {})
    (found,) = align([english, russian], NAMES)
    assert found.confidence > max((pair.confidence for pair in unnamed), default=0.0)


def test_numbers_are_the_same_in_the_digits_of_any_script() -> None:
    english = account("english", "The centre counted 4,000 attackers at Tadmur.")
    arabic = account("arabic", "أحصى المركز ٤٠٠٠ مهاجم قرب تدمر.", language="ar")
    without = account("arabic", "أحصى المركز ٧٠٠٠ مهاجم قرب تدمر.", language="ar")
    (found,) = align([english, arabic], NAMES)
    assert found.confidence > align([english, without], NAMES)[0].confidence


def test_a_passage_that_both_quote_is_called_so() -> None:
    words = "“the withdrawal was ordered by the command in Raqqa after the airport had fallen”"
    one = account("one", f"A monitor states that {words}.")
    other = account("other", f"Two fighters, it says, told the monitor by telephone that {words} on Sunday.")
    (found,) = align([one, other], {})
    assert found.likeness == "same passage quoted"


@pytest.mark.parametrize(("shared", "quoted"), [(8, True), (7, False)])
def test_eight_words_in_a_row_are_a_quotation_and_seven_are_not(shared: int, quoted: bool) -> None:
    words = ["sappers", "cleared", "hidden", "mines", "from", "ruined", "temples", "yesterday"][-shared:]
    one = account("one", f"General Anton Orlov told envoys in Geneva: {' '.join(words)}.")
    other = account("other", f"Orlov’s staff in Geneva repeat: {' '.join(words)}; envoys and General Anton heard it.")
    (found,) = align([one, other], {})
    assert (found.likeness == "same passage quoted") is quoted


def test_what_a_digest_says_of_its_text_is_no_point_in_common() -> None:
    about = "Only an excerpt of the report was read for this summary; it goes on beyond this."
    one, other = (account(slug, about, ARMY[1], text="digest") for slug in ("one", "other"))
    assert passages(align([one, other], {}), shown=False) == {("2", "2")}


def test_words_of_saying_and_dates_alone_make_no_pair() -> None:
    one = account("one", "The article states, as the report says, what was said on 27 March 2016.")
    other = account("other", "The article states, as the report says, what was said on 27 March 2016.")
    assert not align([one, other], {})


# What may change nothing.

ACCOUNTS = [
    account("army", *ARMY),
    account("monitor", *MONITOR),
    account("agency", "Sappers have removed 150 mines from a temple in Palmyra.", "A concert is planned."),
]


def test_the_order_of_accounts_changes_no_alignment() -> None:
    found = align(ACCOUNTS, NAMES)
    assert found
    assert all(align(list(order), NAMES) == found for order in permutations(ACCOUNTS))


def test_an_account_more_changes_nothing_between_the_others() -> None:
    unrelated = account(
        "unrelated", "Mines, mines, mines: the temple of 150 sappers of Palmyra.", "A goat won the race."
    )
    related = account("related", *MONITOR, *ARMY, published=None)
    among = align(ACCOUNTS, NAMES)
    with_more = align([unrelated, *ACCOUNTS, related], NAMES)
    own = {version.article.slug for version, _ in ACCOUNTS}
    assert among == tuple(pair for pair in with_more if {pair.left.article, pair.right.article} <= own)


def test_the_names_of_outlets_change_no_alignment() -> None:
    renamed = [(replace(v, article=replace(v.article, outlet=f"temple-{n}")), a) for n, (v, a) in enumerate(ACCOUNTS)]
    assert align(renamed, NAMES) == align(ACCOUNTS, NAMES)


def test_an_account_by_another_slug_is_aligned_the_same_though_it_stands_on_the_other_side() -> None:
    (army, read_army), monitor = ACCOUNTS[0], ACCOUNTS[1]
    renamed = replace(army, article=replace(army.article, slug="zenith")), replace(read_army, article="zenith")
    straight, turned = align([(army, read_army), monitor], NAMES), align([renamed, monitor], NAMES)

    def sides(pairs: Sequence[SentencePair], army: str) -> set[tuple[Said, Said, float, str | None]]:
        ordered = ((p.left, p.right) if p.left.article == army else (p.right, p.left) for p in pairs)
        return {
            (replace(one, article="army"), other, pair.confidence, pair.likeness)
            for (one, other), pair in zip(ordered, pairs, strict=True)
        }

    assert sides(straight, "army") == sides(turned, "zenith")


# Any text.


def test_the_left_account_is_the_one_with_the_lesser_slug_and_pairs_come_in_the_order_of_the_texts() -> None:
    found = align(ACCOUNTS, NAMES)
    assert all(pair.left.article < pair.right.article for pair in found)
    assert all(LEAST <= pair.confidence <= 1 for pair in found)
    keys = [(p.left.article, p.right.article, int(p.left.passage), int(p.right.passage)) for p in found]
    assert all(one < next_one for one, next_one in pairwise(keys))


def test_an_account_is_not_aligned_with_itself() -> None:
    assert not align([account("one", *ARMY), account("one", *ARMY)], NAMES)


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        (" \n ",),
        ("…!",),
        ("12 34",),
        ("الجيش دخل تدمر.",),
        ("我们进入了城市。",),
        ("\ud83d\ude00" * 3,),
        ("a\u0301" * 50,),
    ],
)
def test_any_text_is_aligned_with_any_other(texts: tuple[str, ...]) -> None:
    odd = account("odd", *texts, language="ar")
    for other in (account("plain", *ARMY), account("like", *texts, published=None)):
        assert isinstance(align([odd, other], NAMES), tuple)


@given(st.lists(st.text(max_size=80), max_size=4), st.lists(st.text(max_size=80), max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_text_stops_aligning(one: list[str], other: list[str]) -> None:
    found = align([account("one", *one), account("other", *other, published=None)], NAMES)
    assert all(pair.left.article == "one" for pair in found)


def test_long_texts_are_compared_no_further_than_by_their_likest_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "MOST_PAIRS", 5)
    one = account("one", *(f"Sappers removed {n} mines from temple {n * 7}." for n in range(100, 120)))
    other = account("other", *(f"From temple {n * 7} sappers removed {n} mines." for n in range(100, 120)))
    assert len(align([one, other], {})) <= 5


def test_words_that_stand_in_too_many_sentences_find_no_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "MOST_HAVING", 3)
    one = account("one", *(f"Sappers removed mines from the temple number{n}." for n in "abcdefghij"))
    other = account("other", *(f"Sappers removed mines from the temple digit{n}." for n in "abcdefghij"))
    assert not align([one, other], {})
