"""Which outlets an account has something from, and what shows it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reading_room.comparing.sentences.attributions import attributions
from reading_room.comparing.wording.relaying import relays
from reading_room.model.alignment import Said
from reading_room.model.analysis import Sentence
from reading_room.model.article import Account, Article, Block, Passage, Version
from reading_room.model.event import OfTime
from reading_room.model.names import NameSet
from reading_room.model.outlet import Outlet
from reading_room.model.sentences import sentences
from reading_room.model.shared import Relay

OUTLETS = {
    key: Outlet(key, name)
    for key, name in {
        "afp": "AFP", "sana": "SANA", "now": "NOW", "irish-times": "The Irish Times", "al-jazeera": "Al Jazeera",
        "sohr": "Syrian Observatory for Human Rights (SOHR)", "dgam": "Directorate of Museums (Syria)",
    }.items()
}  # fmt: skip


def account(*texts: str, slug: str = "one", outlet: str = "evening-post", wire: str | None = None) -> Version:
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    article = Article(slug, "T", outlet, None, "", "en", "complete", wire=wire)
    return Version(article, 1, datetime(2016, 3, 28, tzinfo=UTC), passages)


def read(version: Version) -> list[Sentence]:
    found = [(passage, span) for passage in version.passages for span in sentences(passage.text)]
    said = attributions(version, found)
    return [Sentence(passage.id, span, attributions=one) for (passage, span), one in zip(found, said, strict=True)]


def shown(version: Version, relay: Relay) -> str:
    assert relay.shown is not None
    text = next(passage.text for passage in version.passages if passage.id == relay.shown.passage)
    return text[relay.shown.span.start : relay.shown.span.end]


@pytest.mark.parametrize(
    ("sentence", "source", "by", "name"),
    [
        ("SANA said that the army had left.", "sana", "said", "SANA"),
        ("They fled, according to the Syrian Observatory for Human Rights.", "sohr", "said", "Syrian Observatory for Human Rights"),
        ("The director of the SOHR said that they had left.", "sohr", "said", "SOHR"),
        ("A soldier told AFP that they had left.", "afp", "told", "AFP"),
        ("The army has left, a soldier said in an interview with The Irish Times.", "irish-times", "told", "The Irish Times"),
        ("Citing the Irish Times, the mayor denied it.", "irish-times", "said", "Irish Times"),
        ("DAMASCUS (AFP) - The army has left.", "afp", "named", "AFP"),
        ("It writes: “SANA argues that the army has left”.", "sana", "named", "SANA"),
        ("The photograph was carried by SANA.", "sana", "named", "SANA"),
    ],
)  # fmt: skip
def test_an_outlet_that_is_named_as_a_source_is_relayed(sentence: str, source: str, by: str, name: str) -> None:
    version = account("A first passage.", sentence)
    (found,) = relays([version], OUTLETS, read={"one": read(version)})
    assert (found.article, found.source, found.by, shown(version, found)) == ("one", source, by, name)


@pytest.mark.parametrize(
    "sentence",
    [
        "The army attacked the building of SANA.",
        "The army has left by now.",
        "SANAA fell, and Syria wept.",
        "A show by Al Jazeera’s gardener was seen.",
    ],
)
def test_an_outlet_that_is_only_spoken_of_is_not(sentence: str) -> None:
    version = account(sentence)
    assert relays([version], OUTLETS, read={"one": read(version)}) == ()


def test_an_account_does_not_relay_its_own_outlet() -> None:
    assert relays([account("SANA said so.", outlet="sana")], OUTLETS) == ()
    assert relays([account("Al Jazeera reports it.", outlet="al-jazeera-arabic")], OUTLETS) == ()


def test_the_agency_of_an_article_is_relayed_though_its_text_does_not_say_so() -> None:
    assert relays([account("The army left.", wire="AFP, Reuters")], OUTLETS) == (
        Relay("one", "Reuters", "wire"),
        Relay("one", "afp", "wire"),
    )


def test_an_outlet_is_given_once_with_its_clearest_sign() -> None:
    version = account("A report was carried by SANA. SANA said that they had left. SANA said that they fled.")
    (found,) = relays([version], OUTLETS, read={"one": read(version)})
    assert found.by == "said"
    assert found.shown is not None
    assert found.shown.span.start == version.passages[0].text.index("SANA said")


def test_without_attributions_the_words_beside_a_name_tell() -> None:
    (found,) = relays([account("SANA said that they had left.")], OUTLETS)
    assert found.by == "named"


def test_an_outlet_is_known_by_its_other_names() -> None:
    names = [NameSet("sana", "organisation", {"en": ("SANA", "Syrian Arab News Agency")})]
    (found,) = relays([account("The Syrian Arab News Agency reports it.")], OUTLETS, names)
    assert found.source == "sana"


def test_the_order_of_accounts_changes_nothing() -> None:
    accounts = [account("SANA said so.", slug="b"), account("AFP said so.", slug="a", wire="SANA")]
    assert relays(accounts, OUTLETS) == relays(accounts[::-1], OUTLETS)


def test_a_room_without_outlets_has_nobody_to_relay() -> None:
    assert relays([account("SANA said so.")], {}) == ()


def test_the_sign_in_a_sentence_of_the_event_is_the_one_that_counts() -> None:
    version = account("SANA said that they had left.", "The photograph was carried by SANA.")
    sentences = read(version)
    earlier, later = (Said("one", one.passage, one.span) for one in sentences)

    def sign(of_time: dict[Said, OfTime]) -> tuple[str, str]:
        (found,) = relays([version], OUTLETS, read={"one": sentences}, of_time=of_time)
        assert found.shown
        return found.shown.passage, found.of_time

    assert sign({}) == ("1", "event")
    assert sign({earlier: "another"}) == ("2", "event")
    assert sign({earlier: "another", later: "unknown"}) == ("2", "unknown")


def test_whom_an_account_of_the_event_speaks_for_it_relays() -> None:
    version = account("The army left.")
    speaking = replace(version.article, accounts=(Account("taking", "the mayor and AFP"), Account("flood", "SANA")))
    version = replace(version, article=speaking)
    assert relays([version], OUTLETS, event="taking") == (Relay("one", "afp", "noted"),)
    assert relays([version], OUTLETS) == ()
