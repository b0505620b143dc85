"""Names in queries: each finds what the others of its set find."""

import json

import pytest

from reading_room.index.marking import Marker
from reading_room.index.naming import Naming
from reading_room.ingest import ingest
from reading_room.model.names import NameSet
from reading_room.model.query import parse
from reading_room.model.results import ResultsPage
from reading_room.room import Room
from tests.wire import article

SETS = (
    NameSet("palmyra", "place", {"en": ("Palmyra", "Tadmur"), "fr": ("Palmyre",), "pt": ("Palmira",), "ar": ("تدمر",)}),
    NameSet("syria", "place", {"en": ("Syria",), "fr": ("Syrie",), "ru": ("Сирия",)}),
    NameSet("geneva", "place", {"en": ("Geneva",), "fr": ("Genève",)}),
    NameSet("bbc", "organisation", {"en": ("BBC",), "ar": ("بي بي سي",)}),
    NameSet("staff", "organisation", {"en": ("General Staff of the Armed Forces of Russia", "Russian General Staff")}),
    NameSet(
        "dgam",
        "organisation",
        {"en": ("DGAM",), "fr": ("Direction générale des antiquités et des musées",)},
    ),
    NameSet(
        "unitar", "organisation", {"en": ("UNITAR",), "fr": ("Institut des Nations pour la formation et la paix",)}
    ),
)
LANGUAGES = frozenset({"en", "fr", "pt", "ar", "ru"})
NAMES = [(language, name, one) for one in SETS for language, some in one.names.items() for name in some]


def search(room: Room, text: str) -> ResultsPage:
    return room.library().search(parse(text)).results


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """A room with an article for each name, which has it in its title and in its text."""
    folder = tmp_path_factory.mktemp("named")
    room = Room(folder / "corpus", folder / "index")
    (room.corpus / "articles").mkdir(parents=True)
    sets = "".join(
        f"{one.key}: {{kind: {one.kind}, names: {json.dumps(one.names, ensure_ascii=False)}}}\n" for one in SETS
    )
    (room.corpus / "names.yaml").write_text(sets, "utf-8")
    for n, (language, name, one) in enumerate(NAMES):
        text = article(f"{name} — 1", f"{name} — 2", language=language)
        (room.corpus / f"articles/{one.key}-{n}.md").write_text(text, "utf-8")
    ingest(room)
    return room


@pytest.mark.parametrize("before", ["", "title:"])
@pytest.mark.parametrize(("name", "one"), [(name, one) for _, name, one in NAMES])
def test_each_name_of_a_set_finds_what_any_other_does(named: Room, before: str, name: str, one: NameSet) -> None:
    page = search(named, f"{before}({name})" if before else name)
    assert {group.article for group in page.groups} == {
        f"{other.key}-{n}" for n, (_, _, other) in enumerate(NAMES) if other == one
    }


def test_a_name_may_lack_words_that_stand_before_it_in_the_query(named: Room) -> None:
    (also,) = search(named, "the chief of General Staff of the Armed Forces of Russia").also_searched
    assert also.typed == "General Staff of the Armed Forces of Russia"
    assert also.names == ("Russian General Staff",)
    assert search(named, "General Staff Armed Forces Russia").also_searched == ()


def test_the_names_that_are_also_searched_are_the_others(named: Room) -> None:
    (also,) = search(named, "Palmyre").also_searched
    assert also.names == ("Palmira", "Palmyra", "Tadmur", "تدمر")
    (also,) = search(named, "title:Palmyre").also_searched
    assert also.names == ("Palmira", "Palmyra", "Tadmur", "تدمر")
    assert search(named, "=Palmyre").also_searched == search(named, "title:=Palmyre").also_searched == ()


def test_what_is_left_out_of_titles_is_left_out_under_the_name_that_was_typed(named: Room) -> None:
    page = search(named, "Palmyra -title:Tadmur")
    assert {group.article for group in page.groups} == {"palmyra-0", "palmyra-2", "palmyra-3", "palmyra-4"}


def test_another_name_in_a_title_is_marked_in_titles_alone() -> None:
    marker = Marker.of(parse("title:Palmyre").clause, Naming(SETS, LANGUAGES), LANGUAGES)
    assert marker.spans("Tadmur again", "en", title=True)
    assert not marker.spans("Tadmur again", "en")
