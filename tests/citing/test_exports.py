"""Files for reference managers, read again by the libraries that read them elsewhere."""

import json
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import NormalizeFieldKeys

from reading_room.citing.bibtex import bibtex
from reading_room.citing.citation import Citation
from reading_room.citing.csl import csl
from reading_room.citing.linked_data import described
from reading_room.citing.ris import ris
from tests.citing.samples import CITED, cited

HOSTILE = "50% of {carts} & #1 cost $3_a \\ ^ ~ \n and } more"
ARABIC = {"title": "افتتاح الجسر", "text": "digest", "original_language": "ar", "author": None}


def in_bibtex(one: Citation) -> dict[str, str]:
    library = bibtexparser.parse_string(bibtex(one), append_middleware=[NormalizeFieldKeys()])
    assert not library.failed_blocks
    assert len(library.entries) == 1
    return {field.key: field.value for field in library.entries[0].fields}


def in_ris(one: Citation) -> dict[str, Any]:
    (entry,) = rispy.loads(ris(one))
    return entry


def test_biblatex_has_the_article_and_where_it_was_read() -> None:
    entry = in_bibtex(CITED)
    assert entry["author"] == "Writer, Anna B."
    assert entry["title"] == "{Harbour “bridge” opened}"
    assert (entry["journaltitle"], entry["entrysubtype"], entry["langid"]) == (
        "The Morning Post",
        "newspaper",
        "english",
    )
    assert (entry["date"], entry["urldate"]) == ("2001-05-04", "2020-05-03")
    assert entry["url"] == "https://room.example/a/harbour-bridge@3/2"
    assert entry["addendum"].startswith("Paragraph 2 of version 3, read on 2020-05-03, in The reading room. Original:")
    assert entry["annotation"] == "“40 carts”"


@pytest.mark.parametrize(
    ("published", "basis", "expected"),
    [
        ("2001-05", "printed", "2001-05"),
        ("2001-05", "inferred: so", "2001-05?"),
        ("2001-05-12/2001-05-13", "printed", "2001-05-12/2001-05-13"),
    ],
)
def test_biblatex_has_dates_as_exactly_as_they_are_known(published: str, basis: str, expected: str) -> None:
    assert in_bibtex(cited(published=published, published_basis=basis))["date"] == expected
    assert "date" not in in_bibtex(cited(published=""))


def test_nothing_in_a_title_ends_a_field_of_biblatex_or_is_a_command() -> None:
    entry = in_bibtex(cited(title=HOSTILE, author=HOSTILE, quote=HOSTILE))
    assert entry["title"] == (
        r"{50\% of \textbraceleft{}carts\textbraceright{} \& \#1 cost \$3\_a "
        r"\textbackslash{} \textasciicircum{} \textasciitilde{} and \textbraceright{} more}"
    )
    assert entry["title"].count("{") == entry["title"].count("}"), "a brace counts for biber also behind a backslash"
    assert entry["author"].startswith("{50")  # one name that no style takes apart


def test_ris_is_a_newspaper_article_with_its_dates() -> None:
    entry = in_ris(CITED)
    assert entry["type_of_reference"] == "NEWS"
    assert entry["authors"] == ["Writer, Anna B."]
    assert (entry["title"], entry["secondary_title"]) == ("Harbour “bridge” opened", "The Morning Post")
    assert (entry["year"], entry["date"], entry["access_date"]) == ("2001", "2001/05/04/", "2020/05/03/")
    assert entry["urls"] == ["https://room.example/a/harbour-bridge@3/2"]
    assert "“40 carts”" in entry["notes"]
    assert ris(cited(published="2001-05", published_basis="inferred")).count("DA  - 2001/05//inferred\r\n") == 1
    assert "date" not in in_ris(cited(published=""))


def test_a_line_break_in_a_text_begins_no_field_of_ris() -> None:
    entry = in_ris(cited(title="One\nER  - \nTY  - BOOK", quote="a\nAU  - Nobody"))
    assert entry["title"] == "One ER - TY - BOOK"
    assert entry["authors"] == ["Writer, Anna B."]


def test_csl_has_names_dates_and_the_address() -> None:
    item = csl(CITED)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Writer", "given": "Anna B."}]
    assert item["issued"] == {"date-parts": [[2001, 5, 4]]}
    assert item["accessed"] == {"date-parts": [[2020, 5, 3]]}
    assert item["URL"] == "https://room.example/a/harbour-bridge@3/2"
    between = csl(cited(published="2001-05-12/2001-06", published_basis="inferred", author="Reuters"))
    assert between["issued"] == {"date-parts": [[2001, 5, 12], [2001, 6]], "circa": True}
    assert between["author"] == [{"literal": "Reuters"}]
    assert "issued" not in csl(cited(published=""))
    json.dumps(item)


def test_every_form_says_that_a_digest_is_not_the_articles_wording() -> None:
    digest = cited(**ARABIC)
    for text in (in_bibtex(digest)["addendum"], " ".join(in_ris(digest)["notes"]), csl(digest)["note"]):
        assert "the room’s own digest of the article, not the article’s wording" in text
    assert in_bibtex(digest)["annotation"] == "40 carts"  # without quotation marks: they are not the article's words
    assert csl(digest)["genre"] == "digest"
    assert csl(digest)["language"] == in_ris(digest)["language"] == "ar"


def test_linked_data_of_words_is_a_quotation_from_a_news_article() -> None:
    document = described(CITED)
    assert (document["@type"], document["text"]) == ("Quotation", "40 carts")
    assert document["creator"] == [{"@type": "Person", "name": "Anna B. Writer"}]
    article = document["isPartOf"]
    assert (article["@type"], article["datePublished"]) == ("NewsArticle", "2001-05-04")
    assert (article["sameAs"], article["version"]) == (CITED.article.url, "3")
    assert described(cited(quote="", place=""))["@type"] == "NewsArticle"


def test_linked_data_of_a_digest_is_the_rooms_and_based_on_the_article() -> None:
    document = described(cited(**ARABIC))
    assert document["creator"] == [{"@type": "Organization", "name": "The reading room"}]
    digest = document["isPartOf"]
    assert (digest["@type"], digest["author"]["name"]) == ("Article", "The reading room")
    assert digest["isBasedOn"]["@type"] == "NewsArticle"
    assert digest["isBasedOn"]["headline"] == "افتتاح الجسر"
    assert digest["isBasedOn"]["publisher"]["name"] == "The Morning Post"
    assert "sameAs" not in digest


def test_a_name_that_may_be_no_persons_is_not_said_to_be_one() -> None:
    assert described(cited(author="Reuters"))["creator"] == [{"name": "Reuters"}]
