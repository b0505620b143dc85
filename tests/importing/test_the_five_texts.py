"""The five saved pages that the room was first asked to read; skipped where they are not at hand."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from reading_room.importing.parts import Cleaned
from reading_room.importing.plain_text import clean
from tests.importing.running import imported

SHARED = Path(os.environ.get("READING_ROOM_SHARED") or Path(__file__).resolve().parents[3] / "shared") / "articles"
TEXTS = {path.name[:3]: path for path in sorted(SHARED.glob("*.txt"))} if SHARED.is_dir() else {}

pytestmark = pytest.mark.skipif(
    not {"000", "001", "002", "003", "004"} <= set(TEXTS),
    reason=f"the five texts, which are not in the repository, are not in {SHARED}; READING_ROOM_SHARED may say where",
)

EXPECTED = {
    "000": (
        "Report: Russia establishes military base in Palmyra, after driving ISIS out of the city",
        9,
        "The Syrian opposition claimed Sunday that",
        'ISIS showcased mass beheadings of "traitors."',
    ),
    "001": (
        "Russia vows to prevent the return of ISIS to Palmyra",
        9,
        "According the the Syrian Arab News Agency",
        "terrorist targets in and around Palmyra.",
    ),
    "002": (
        "Pro-Assad forces once again purge ISIS terrorists from Palmyra",
        14,
        "Syrian army says it has fully retaken Palmyra",
        "crisis gripping the Arab country since 2011.",
    ),
    "003": (
        "Russia jets destroying Palmyra: activists",
        24,
        "Syrian regime forces have reached the outskirts",
        "Albin Szakola (@AlbinSzakola) wrote this report.",
    ),
    "004": (
        "Russian Forces Help to Recapture Palmyra",
        5,
        "Syrian and Russian forces scored a major victory",
        "during the group’s ten month occupation.",
    ),
}
FURNITURE = (
    "skip to main|popular posts|0 0 vote|article rating|help us grow|what do you think|notify of|feedbacks"
    "|view all comments|solely those of|obsessed with fighting|more jihadis|news code|20:57|your comment|were is isis"
    "|free articles|facebook|^syria$|^now$|file photo|purports to show|in ,"
)


@cache
def cleaned(name: str) -> Cleaned:
    return clean(TEXTS[name].read_text("utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_title_and_body_are_found_from_the_first_to_the_last_sentence(name: str) -> None:
    title, blocks, beginning, end = EXPECTED[name]
    paragraphs = cleaned(name).paragraphs
    assert cleaned(name).title == title
    assert paragraphs[0].text.startswith(beginning)
    assert paragraphs[-1].text.endswith(end)
    assert len(paragraphs) == blocks


@pytest.mark.parametrize("name", EXPECTED)
def test_no_furniture_is_left_and_nothing_stands_twice(name: str) -> None:
    texts = [paragraph.text for paragraph in cleaned(name).paragraphs]
    # The byline of one of the texts names its writer's page; no other line may speak of such sites.
    assert not [text for text in texts if re.search(FURNITURE, text, re.IGNORECASE) and "Facebook page" not in text]
    bare = [re.sub(r"\W+", " ", text).strip().casefold() for text in texts]
    assert len(set(bare)) == len(bare)
    assert (cleaned(name).title or "").casefold() not in bare


def test_subheads_are_headings() -> None:
    headings = {name: [p.text for p in cleaned(name).paragraphs if p.kind == "heading"] for name in EXPECTED}
    assert headings["003"] == ["Syrian regime forces at the gates of Palmyra"]
    assert headings["002"] == ["Syrian army announces Palmyra recapture from ISIS terrorist group"]
    assert not headings["000"] + headings["001"] + headings["004"]


def test_what_the_texts_say_of_themselves_is_found_and_nothing_more() -> None:
    said = {name: (cleaned(name).particulars.moment, cleaned(name).particulars.author) for name in EXPECTED}
    assert said == {
        "000": (None, None),
        "001": (None, None),
        "002": ("2017-03-02T20:57", None),
        "003": (None, "Albin Szakola"),
        "004": (None, None),
    }


def test_all_five_are_imported_and_the_gaps_are_named(tmp_path: Path) -> None:
    results = imported([SHARED], tmp_path)
    assert {result.status for result in results} == {"imported"}
    undated = [any("published" in gap.what for gap in result.missing) for result in results]
    assert undated == [True, True, False, True, True]
    assert {result.status for result in imported([SHARED], tmp_path)} == {"unchanged"}
