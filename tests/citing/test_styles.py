"""References for people, style by style."""

from collections.abc import Sequence

import pytest

from reading_room.citing.styles import STYLES, Part, apa, chicago, mla, plain, wikipedia
from tests.citing.samples import CITED, cited

ORIGINAL = "https://example.org/a_b?x=1&y=50%25"
HERE = "https://room.example/a/harbour-bridge@3/2"
UNSIGNED = {"author": None}


def as_text(reference: Sequence[Part]) -> str:
    return "".join(part.text for part in reference)


def test_a_signed_article_is_cited_as_each_style_has_it() -> None:
    assert as_text(apa(CITED)) == (
        f"Writer, A. B. (2001, May 4). Harbour “bridge” opened. The Morning Post. {ORIGINAL}. "
        f"Para. 2 of version 3 (May 3, 2020), The reading room. {HERE}"
    )
    assert as_text(chicago(CITED)) == (
        f"Writer, Anna B. “Harbour ‘bridge’ opened.” The Morning Post, May 4, 2001. {ORIGINAL}. "
        f"Para. 2 of version 3 (May 3, 2020), The reading room. {HERE}"
    )
    assert as_text(mla(CITED)) == (
        f"Writer, Anna B. “Harbour ‘bridge’ opened.” The Morning Post, 4 May 2001. {ORIGINAL}. "
        f"Par. 2 of version 3 (3 May 2020), The reading room. {HERE}"
    )
    assert as_text(plain(CITED)) == (
        f"The Morning Post, “Harbour ‘bridge’ opened”, 4 May 2001, by Anna B. Writer ({ORIGINAL}); "
        f"paragraph 2 of version 3 (3 May 2020), The reading room, {HERE}"
    )


def test_without_an_author_the_title_or_the_newspaper_comes_first() -> None:
    unsigned = cited(**UNSIGNED)
    assert as_text(apa(unsigned)).startswith("Harbour “bridge” opened. (2001, May 4). The Morning Post.")
    assert as_text(chicago(unsigned)).startswith("The Morning Post. “Harbour ‘bridge’ opened.” May 4, 2001.")
    assert as_text(mla(unsigned)).startswith("“Harbour ‘bridge’ opened.” The Morning Post, 4 May 2001.")


def test_an_agency_stands_for_the_author_of_an_unsigned_text() -> None:
    wired = cited(wire="AFP", **UNSIGNED)
    for style in (apa, chicago, mla):
        assert as_text(style(wired)).startswith("AFP. ")
    assert " |agency=AFP |" in wikipedia(wired)


@pytest.mark.parametrize(
    ("published", "basis", "in_apa", "in_chicago", "in_mla"),
    [
        ("", "", "(n.d.)", "n.d.", "n.d."),
        ("2001-05", "printed", "(2001, May)", "May 2001", "May 2001"),
        ("2001-12", "inferred: it says so", "([2001, December])", "[December 2001]", "[Dec. 2001]"),
        ("2001", "printed", "(2001)", "Post, 2001", "Post, 2001"),
        ("2001-09-12/2001-09-13", "printed", "(2001, September 12 or 13)", "September 12 or 13, 2001", "12 or 13 Sept. 2001"),
        ("2001-12-31/2002-01-02", "printed", "(2001, December 31 to 2002, January 2)", "December 31, 2001 to January 2, 2002", ""),
        ("2001-05-04T20:57", "printed", "(2001, May 4)", "May 4, 2001", "4 May 2001"),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_they_are_known(
    published: str, basis: str, in_apa: str, in_chicago: str, in_mla: str
) -> None:
    dated = cited(published=published, published_basis=basis)
    assert in_apa in as_text(apa(dated))
    assert in_chicago in as_text(chicago(dated))
    assert in_mla in as_text(mla(dated))


def test_a_digest_and_an_excerpt_are_named_as_what_they_are() -> None:
    for style in STYLES.values():
        assert "igest" in as_text(style(cited(text="digest")))
        assert "xcerpt" in as_text(style(cited(text="excerpt")))
        assert "igest" not in as_text(style(CITED))


def test_wikipedia_is_given_the_room_as_an_archive_of_a_text_but_not_of_a_digest() -> None:
    assert wikipedia(CITED) == (
        "{{cite news |last1=Writer |first1=Anna B. |title=Harbour “bridge” opened |work=The Morning Post |date=4 May 2001 "
        f"|url={ORIGINAL} |archive-url={HERE} |archive-date=3 May 2020 |at=para. 2 |quote=40 carts}}}}"
    )
    digest = wikipedia(cited(text="digest"))
    assert "quote=" not in digest
    assert "archive" not in digest
    assert digest.endswith(f"}}}} Read in digest, para. 2 of version 3 (3 May 2020), The reading room, {HERE}")


def test_nothing_in_a_title_is_read_as_wikitext() -> None:
    text = wikipedia(cited(title="[Report | {{bridge}} ''now''] <ref>", author=None, url="https://example.org/{|}"))
    assert "&#91;Report {{!}} &#123;&#123;bridge&#125;&#125; &#39;&#39;now&#39;&#39;&#93; &lt;ref&gt;" in text
    assert "|url=https://example.org/%7B%7C%7D " in text


def test_a_description_of_a_title_that_is_not_known_stands_without_quotation_marks() -> None:
    described = cited(title="[Report on the bridge]", **UNSIGNED)
    for style in STYLES.values():
        assert "“" not in as_text(style(described))


def test_a_title_that_ends_a_sentence_gets_no_second_stop() -> None:
    assert "Who came? The Morning Post" in as_text(apa(cited(title="Who came?", **UNSIGNED))).replace(
        "(2001, May 4). ", ""
    )
    assert "“Who came?” The" in as_text(mla(cited(title="Who came?", **UNSIGNED)))


def test_an_address_in_other_letters_is_written_in_them_unless_it_would_end_elsewhere() -> None:
    for url, shown in (
        ("https://example.org/%D8%AC%D8%B3%D8%B1/2%20a", "https://example.org/جسر/2%20a"),
        ("https://example.org/%E2%80%9Dx", "https://example.org/%E2%80%9Dx"),
        ("https://example.org/%FF%FE", "https://example.org/%FF%FE"),
    ):
        reference = apa(cited(url=url))
        assert [part.text for part in reference if part.address] == [shown, HERE]
        assert f"|url={url} " in wikipedia(cited(url=url))


def test_the_place_is_a_paragraph_or_several_or_the_whole() -> None:
    assert "Paras. 2–4, 7a of version 3" in as_text(apa(cited(place="2–4, 7a")))
    assert " Version 3 (May 3, 2020), The reading room." in as_text(apa(cited(place="", quote="")))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_reference_leads_to_the_words_and_marks_titles_and_newspapers(style: object) -> None:
    made = STYLES[next(name for name, one in STYLES.items() if one is style)](
        cited(outlet="unknown", title="افتتاح", language="ar")
    )
    assert as_text(made).endswith(HERE)
    assert [part.language for part in made if "افتتاح" in part.text] == ["ar"]
    assert "The Morning Post" not in as_text(made)


def test_the_key_of_an_entry_has_letters_figures_and_hyphens() -> None:
    assert cited(place="2–4, 7a").key == "harbour-bridge-3-2-4-7a"
