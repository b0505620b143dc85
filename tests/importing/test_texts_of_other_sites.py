"""Texts in the manner of many sites, as they are copied, each with the right answer in a file beside it.

`title`, `author` and `published` are what the article must be found to say, `body` its blocks in order, `headings` those
of them that are subheads, and `never` lines of the page that must stand nowhere in the article. All of it is invented.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reading_room.importing.parts import Cleaned
from reading_room.importing.plain_text import clean

FOLDER = Path(__file__).parent / "texts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def cleaned(name: str) -> Cleaned:
    return clean((FOLDER / f"{name}.txt").read_text("utf-8"))


@cache
def expected(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return answer


def test_every_text_has_its_answer() -> None:
    assert len(NAMES) >= 14
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_printed_title_is_found(name: str) -> None:
    assert cleaned(name).title == expected(name)["title"]


@pytest.mark.parametrize("name", NAMES)
def test_the_body_is_whole_from_its_first_to_its_last_sentence_and_nothing_stands_twice(name: str) -> None:
    assert [paragraph.text for paragraph in cleaned(name).paragraphs] == expected(name)["body"]


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_page_stands_in_the_article(name: str) -> None:
    article = "\n".join([cleaned(name).title or "", *(paragraph.text for paragraph in cleaned(name).paragraphs)])
    assert [line for line in expected(name).get("never", []) if line in article] == []


@pytest.mark.parametrize("name", NAMES)
def test_date_and_author_are_those_printed_and_none_is_made_up(name: str) -> None:
    said = cleaned(name).particulars
    assert (said.moment, said.author) == (expected(name).get("published"), expected(name).get("author"))


@pytest.mark.parametrize("name", NAMES)
def test_the_subheads_are_headings(name: str) -> None:
    headings = [paragraph.text for paragraph in cleaned(name).paragraphs if paragraph.kind == "heading"]
    assert headings == expected(name).get("headings", [])


# Where lines are broken to fit a width, it is the blank lines that part the paragraphs.
@pytest.mark.parametrize("name", [name for name in NAMES if "hard-wrapped" not in name])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n \r\n"], ids=["blank lines", "none", "blanks of Windows"])
def test_blank_lines_between_the_lines_change_nothing(name: str, between: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    again = clean(between.join(line for line in text.split("\n") if line))
    assert [paragraph.text for paragraph in again.paragraphs] == expected(name)["body"]
