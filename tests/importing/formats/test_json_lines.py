"""Articles as JSON: each line is an article or one refusal, and nothing is read into a record that it does not say."""

import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.importing import reading
from reading_room.importing.formats import json_lines
from reading_room.importing.parts import Chunk, Cleaned, Part, Refused, Unusable

TEXT = "The ferry was stopped on Monday by a flood.\n\nNobody was on board, the harbour master said."


def lines(*values: object) -> bytes:
    return b"".join(json.dumps(value, ensure_ascii=False).encode() + b"\n" for value in values)


def split(raw: bytes) -> list[Chunk | Refused]:
    return list(json_lines.split(io.BytesIO(raw)))


def article(value: object) -> Cleaned:
    (part,) = json_lines.read(Chunk("1", json.dumps(value).encode()))
    assert isinstance(part, Part)
    return part.cleaned


def paragraphs(cleaned: Cleaned) -> list[str]:
    return [paragraph.text for paragraph in cleaned.paragraphs]


def test_each_line_is_a_chunk_named_by_its_number() -> None:
    found = split(b"\xef\xbb\xbf" + lines({"text": "One."}) + b"\n" + lines({"text": "Two."}))
    assert [(chunk.name, json.loads(chunk.raw)) for chunk in found if isinstance(chunk, Chunk)] == [
        ("1", {"text": "One."}),
        ("3", {"text": "Two."}),
    ]


def test_a_bad_line_is_refused_by_its_number_and_the_others_go_on() -> None:
    found = split(lines({"text": "One."}, [1, 2]) + b"rubbish\n" + lines({"text": "Two."}))
    refused = {refused.line: refused.what for refused in found if isinstance(refused, Refused)}
    assert refused == {
        2: "the line is no JSON object",
        3: "the line is no JSON object",
    }
    assert [chunk.name for chunk in found if isinstance(chunk, Chunk)] == ["1", "4"]


def test_a_file_of_another_kind_is_given_up_early() -> None:
    found = split(b"one,two,three\n" * 10_000)
    assert len(found) == json_lines.MOST_BAD_AT_FIRST + 1
    assert isinstance(found[-1], Refused)
    assert found[-1].name == ""


def test_a_list_in_a_file_of_lines_is_refused_once_with_the_way_out() -> None:
    (refused,) = split(json.dumps([{"text": TEXT}] * 50, indent=1).encode())
    assert isinstance(refused, Refused)
    assert ".json" in refused.remedy


def test_a_line_that_is_too_long_is_passed_over_without_being_held() -> None:
    long = lines({"text": "a" * json_lines.LONGEST_LINE})
    refused, chunk = split(long + lines({"text": "Short."}))
    assert isinstance(refused, Refused)
    assert refused.what == "the line is longer than 5 MB"
    assert isinstance(chunk, Chunk)
    assert chunk.name == "2"


def test_reading_stops_at_the_size_that_a_file_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LARGEST_FILE", 30)
    found = split(lines({"text": "One."}, {"text": "Two."}, {"text": "Three."}))
    assert [type(each) for each in found] == [Chunk, Refused]


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Ferry stopped", "text": TEXT, "author": "A. Writer", "date": "2016-03-23", "url": "https://e.org/1"},
        {"headline": "Ferry stopped", "articleBody": TEXT, "author": [{"name": "A. Writer"}],
         "datePublished": "2016-03-23T00:00:00Z", "url": "https://e.org/1"},
        {"Title": "Ferry stopped", "content": TEXT, "byline": "A. Writer", "pubDate": "Wed, 23 Mar 2016 00:00:00 GMT",
         "link": "https://e.org/1"},
        {"title": "Ferry stopped", "body": TEXT.split("\n\n"), "authors": ["A. Writer", "A. Writer"],
         "published_at": "March 23, 2016", "url": "https://e.org/1"},
        {"title": "Ferry stopped", "content_html": "<p>" + TEXT.replace("\n\n", "</p><p>") + "</p>",
         "author": {"name": "A. Writer"}, "published": "23.03.2016", "url": "https://e.org/1"},
    ],
)  # fmt: skip
def test_common_names_of_keys_are_understood(record: dict[str, object]) -> None:
    cleaned = article(record)
    said = cleaned.particulars
    assert cleaned.title == "Ferry stopped"
    assert paragraphs(cleaned) == TEXT.split("\n\n")
    assert (said.author, said.moment, said.url) == ("A. Writer", "2016-03-23", "https://e.org/1")
    assert said.basis == "given in the JSON that was imported"
    assert not cleaned.excerpt


def test_outlet_and_language_are_what_the_record_says() -> None:
    said = article({"text": TEXT, "source": {"id": None, "name": "The Ferry Post"}, "language": "pt_BR"}).particulars
    assert (said.site, said.language) == ("The Ferry Post", "pt-BR")


def test_a_date_that_can_be_read_in_two_ways_stays_unclear() -> None:
    said = article({"text": TEXT, "date": "03/04/2016"}).particulars
    assert (said.published, said.unclear) == (None, "03/04/2016")


@pytest.mark.parametrize("value", ["yesterday", "", None, True, 12, "2016-13-45", 10**400, {"day": 3}, [], 1e400])
def test_no_date_is_made_of_what_is_none(value: object) -> None:
    assert article({"text": TEXT, "date": value}).particulars.published is None


def test_seconds_since_1970_are_a_date_in_utc() -> None:
    said = article({"text": TEXT, "published": 1458741600}).particulars
    assert (said.moment, said.basis) == ("2016-03-23T14:00", "given in the JSON that was imported (UTC)")
    assert article({"text": TEXT, "published": 1458741600000}).particulars == said


@pytest.mark.parametrize(
    "url", ["http://[bad/2016/03/23", "http://e.org]/", "http:///1", "https://e.org/a b", "e.org/1"]
)
def test_no_address_is_made_of_what_is_none(url: str) -> None:
    page = f"<html><body><article><h1>Ferry</h1><p>{TEXT * 5}</p></article></body></html>"
    assert article({"text": TEXT, "url": url}).particulars.url is None
    assert article({"html": page, "url": url}).particulars.url is None


@pytest.mark.parametrize(
    ("record", "listed"),
    [
        ({"Subtitle": "The water rose"}, {"Subtitle": ["The water rose"]}),
        ({"summary": "A flood stopped it.", "id": 7, "image": "https://e.org/1.png"}, {"summary": ["A flood stopped it."]}),
        ({"body": "It rained.\n\nIt snowed."}, {"body": ["It rained.", "It snowed."]}),
        ({"html": f"<p>{TEXT}</p><p>It rained.</p>"}, {"html": ["It rained."]}),
        ({"body": {"text": "It rained."}}, {"body": ["It rained."]}),
        ({"Text": "It rained."}, {"Text": ["It rained."]}),
        ({"text": [*TEXT.split("\n\n"), {"quotation": "It rained."}]}, {"text": ["It rained."]}),
        ({"title": "Ferry " * 300}, {"title": [("Ferry " * 300).strip()]}),
        ({"author": "A. Writer " * 200}, {"author": [("A. Writer " * 200).strip()]}),
        ({"description": "The ferry was stopped on Monday…", "author": "A. Writer", "date": "March 23, 2016"}, {}),
    ],
)  # fmt: skip
def test_what_other_fields_say_in_words_of_their_own_is_listed(
    record: dict[str, object], listed: dict[str, list[str]]
) -> None:
    cleaned = article({"text": TEXT} | record)
    assert paragraphs(cleaned) == TEXT.split("\n\n")
    found: dict[str, list[str]] = {}
    for gone in cleaned.dropped:
        found.setdefault(gone.reason.removeprefix("another field of the record: "), []).append(gone.text)
    assert found == listed
    numbers = [gone.line for gone in cleaned.dropped]
    assert numbers == list(range(4, 4 + len(numbers)))


def test_a_text_that_speaks_of_an_element_is_no_html() -> None:
    text = "The page of the ferry had one <div> too many, they said, and so it showed no times."
    assert paragraphs(article({"title": "Ferry", "text": text})) == [text]
    assert paragraphs(article({"title": "Ferry", "text": "It rained.<br><br>It <b>snowed</b>."})) == [
        "It rained.",
        "It snowed.",
    ]


def test_letters_that_were_decoded_wrongly_come_out_right() -> None:
    broken = "Le café était fermé.".encode().decode("cp1252")
    cleaned = article({"title": broken, "text": broken * 2, "author": "JosÃ© A.", "html": f"<p>{broken}</p>"})
    assert cleaned.title == "Le café était fermé."
    assert paragraphs(cleaned) == ["Le café était fermé." * 2]
    assert cleaned.particulars.author == "José A."
    assert cleaned.dropped == ()


def test_no_word_of_a_text_is_taken_for_furniture() -> None:
    text = "Ferry stopped\nShare this article\nThe ferry was stopped on Monday by a flood.\n\nRead more\n\nSee also"
    cleaned = article({"title": "Ferry stopped", "text": text})
    assert cleaned.title_lines == (1,)
    assert paragraphs(cleaned) == text.replace("\n\n", "\n").split("\n")[1:]
    assert cleaned.dropped == ()


def test_the_first_headline_is_the_title_where_no_key_gives_one() -> None:
    cleaned = article({"text": f"Ferry stopped by a flood\n\n{TEXT}"})
    assert (cleaned.title, cleaned.title_lines) == ("Ferry stopped by a flood", (1,))
    assert paragraphs(cleaned) == TEXT.split("\n\n")


def test_lines_broken_to_fit_a_width_are_joined() -> None:
    text = (
        "The ferry across the wide river was stopped on Monday morning by\n"
        "a flood that came down from the hills after two days of heavy\n"
        "rain in the north of the country.\n\nNobody was on board."
    )
    assert len(paragraphs(article({"title": "Ferry", "text": text}))) == 2


def test_a_summary_alone_or_a_text_cut_off_is_an_excerpt() -> None:
    assert article({"title": "Ferry", "description": TEXT}).excerpt
    assert article({"title": "Ferry", "content": "The ferry was stopped on Monday by a fl… [+1204 chars]"}).excerpt


def test_the_articles_of_a_list_are_named_by_their_ids_or_places() -> None:
    listed = [{"id": 7, "text": TEXT}, {"text": TEXT}, {"id": 7, "text": TEXT}, {"title": "No text"}, "rubbish"]
    for value in (listed, {"version": "1.1", "items": listed}):
        found = list(reading.read("json", Chunk("", json.dumps(value).encode())))
        assert [part.name for part in found if isinstance(part, Part)] == ["7", "number 2", "7 (2)"]
        assert [refused.name for refused in found if isinstance(refused, Refused)] == ["4", "5"]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b'{"text": "One."', "this is not JSON"),
        (b'"One."', "the JSON is no object"),
        (b"[]", "the JSON is an empty list"),
        (b"{}", "the object has no text of an article"),
        (b'{"text": " \\u200b "}', "the object has no text of an article"),
        (b'{"text": 5, "body": {"text": "One."}}', "the object has no text of an article"),
        (b'{"text": "\xff"}', "the JSON is not in UTF-8"),
        (b"[" * 200_000, "the JSON cannot be read"),
        (b"9" * 10_000, "the JSON cannot be read"),
    ],
)
def test_what_gives_no_article_is_said_in_one_line(raw: bytes, what: str) -> None:
    with pytest.raises(Unusable, match=what) as caught:
        list(json_lines.read(Chunk("3", raw)))
    assert caught.value.line == 3
    assert caught.value.remedy


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["text", "html", "date", "author", "url", "title"]), inner)
    ),
    max_leaves=20,
)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_give_articles_refusals_or_one_reason(raw: bytes) -> None:
    for chunk in split(raw):
        assert isinstance(chunk, Chunk | Refused)
    with suppress(Unusable):
        assert all(isinstance(part, Part | Refused) for part in json_lines.read(Chunk("1", raw)))
