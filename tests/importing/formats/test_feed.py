"""Saved feeds: an article for each entry, an excerpt called one, and no link followed."""

import socket
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing import reading
from reading_room.importing.formats import feed
from reading_room.importing.parts import Chunk, Cleaned, Dropped, Part, Refused, Unusable
from reading_room.importing.sources import LARGEST

STORY = "<p>The ferry was stopped on Monday by a flood.</p><p>Nobody was on board, the harbour master said.</p>"
PARAGRAPHS = ["The ferry was stopped on Monday by a flood.", "Nobody was on board, the harbour master said."]


def escaped(html: str) -> str:
    return html.replace("&", "&amp;").replace("<", "&lt;")


def rss(*items: str) -> bytes:
    channel = "<title>The Ferry Post</title><link>https://e.org/</link><language>en-gb</language>"
    content = "http://purl.org/rss/1.0/modules/content/"
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{content}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{channel}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


ITEM = (
    "<title>Ferry stopped</title><link>https://e.org/1</link><guid>tag:e.org,2016:1</guid><dc:creator>A. Writer</dc:creator>"
    "<pubDate>Wed, 23 Mar 2016 14:05:00 +0300</pubDate><description>A flood stopped the ferry.</description>"
    f"<content:encoded>{escaped(STORY)}</content:encoded>"
)
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Ferry Post</title>
<author><name>B. Editor</name></author><link rel="self" href="https://e.org/atom"/><link rel="next" href="https://e.org/atom?2"/>
<entry><id>tag:e.org,2016:1</id><title type="html">Ferry &amp;lt;stopped&amp;gt; by &lt;i>flood&lt;/i></title>
<link href="https://e.org/1"/><published>2016-03-23T14:05:00+03:00</published><updated>2016-03-24T09:00:00Z</updated>
<content type="html">{escaped(STORY)}</content></entry>
<entry><id>tag:e.org,2016:2</id><title>Second</title><updated>2016-03-24T09:00:00Z</updated>
<author><name>A. Writer</name></author><author><name>C. Writer</name></author>
<content type="xhtml" xml:lang="fr"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content></entry></feed>""".encode()


def parts(raw: bytes, url: str | None = None) -> dict[str, Cleaned]:
    return {part.name: part.cleaned for part in feed.read(Chunk("", raw, url)) if isinstance(part, Part)}


def refusals(raw: bytes) -> list[Refused]:
    return [each for each in feed.read(Chunk("", raw)) if isinstance(each, Refused)]


def texts(cleaned: Cleaned) -> list[str]:
    return [paragraph.text for paragraph in cleaned.paragraphs]


def test_an_rss_item_with_its_content_is_a_whole_article() -> None:
    ((name, cleaned),) = parts(rss(ITEM)).items()
    said = cleaned.particulars
    assert (name, cleaned.title, texts(cleaned)) == ("tag:e.org,2016:1", "Ferry stopped", PARAGRAPHS)
    assert (said.author, said.url) == ("A. Writer", "https://e.org/1")
    assert (said.moment, said.basis) == ("2016-03-23T14:05", "printed in the feed")
    assert (said.site, said.language) == ("The Ferry Post", "en-GB")
    assert not cleaned.excerpt


def test_an_atom_feed_gives_the_date_of_publication_or_says_that_it_is_another() -> None:
    first, second = parts(ATOM).values()
    assert first.title == "Ferry <stopped> by flood"
    assert texts(first) == texts(second) == PARAGRAPHS
    assert (first.particulars.author, second.particulars.author) == ("B. Editor", "A. Writer, C. Writer")
    assert (first.particulars.moment, first.particulars.basis) == ("2016-03-23T14:05", "printed in the feed")
    assert second.particulars.moment == "2016-03-24T09:00"
    assert second.particulars.basis == "inferred: the feed gives only the date of the last change"
    assert (first.particulars.language, second.particulars.language) == ("en", "fr")


def test_the_older_forms_of_rss_are_read() -> None:
    old = b"<rss version='0.91'><channel><title>T</title><item><title>Ferry</title><description>One. Two.</description>"
    rdf = (
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
        b" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title></channel><item rdf:about='https://e.org/1'>"
        b"<title>Ferry</title><description>One. Two.</description><dc:date>2016-03-23</dc:date></item></rdf:RDF>"
    )
    (cleaned,) = parts(old + b"</item></channel></rss>").values()
    assert texts(cleaned) == ["One. Two."]
    ((name, cleaned),) = parts(rdf).items()
    assert (name, cleaned.particulars.published) == ("https://e.org/1", "2016-03-23")
    assert cleaned.particulars.basis == "printed in the feed"


def test_a_summary_is_an_excerpt_and_a_long_story_in_its_place_is_not() -> None:
    (short,) = parts(
        rss("<title>Ferry</title><description>A flood stopped the ferry &amp;amp; bus.</description>")
    ).values()
    assert (texts(short), short.excerpt) == (["A flood stopped the ferry & bus."], True)
    long = "".join(f"<p>{'The water rose again. ' * 30}</p>" for _ in range(3))
    (story,) = parts(rss(f"<title>Ferry</title><description>{escaped(long)}</description>")).values()
    assert not story.excerpt
    (cut,) = parts(
        rss(f"<title>Ferry</title><content:encoded>{escaped(long + '<p>And so […]</p>')}</content:encoded>")
    ).values()
    assert cut.excerpt


def test_a_description_in_words_of_its_own_and_further_contents_are_listed() -> None:
    (cleaned,) = parts(rss(ITEM)).values()
    assert cleaned.dropped == (Dropped(3, "A flood stopped the ferry.", "another field of the record: description"),)
    more = "<content type='html'>&lt;p&gt;The water fell.&lt;/p&gt;</content></entry>"
    first, _ = parts(ATOM.replace(b"</entry>", more.encode(), 1)).values()
    assert [gone.text for gone in first.dropped] == ["The water fell."]


def test_a_title_that_is_too_long_for_one_is_listed() -> None:
    (cleaned,) = parts(rss(ITEM.replace("Ferry stopped", "Ferry stopped " * 100))).values()
    assert (cleaned.title, [gone.line for gone in cleaned.dropped]) == (None, [3, 4])
    assert cleaned.dropped[-1].text == ("Ferry stopped " * 100).strip()


def test_a_description_that_is_the_beginning_of_the_story_is_not_listed() -> None:
    begins = ITEM.replace("A flood stopped the ferry.", "The ferry was stopped on Monday by a [&amp;#8230;]")
    (cleaned,) = parts(rss(begins)).values()
    assert cleaned.dropped == ()


def test_letters_that_were_decoded_wrongly_come_out_right() -> None:
    (cleaned,) = parts(rss(ITEM.replace("Nobody", "JosÃ©").replace("A. Writer", "JosÃ© A."))).values()
    assert texts(cleaned)[1].startswith("José was on board")
    assert cleaned.particulars.author == "José A."


def test_the_note_of_the_program_is_left_out_with_a_reason() -> None:
    note = "<p>The post <a href='https://e.org/1'>Ferry</a> appeared first on <a href='https://e.org'>Post</a>.</p>"
    (cleaned,) = parts(rss(f"<title>Ferry</title><content:encoded>{escaped(STORY + note)}</content:encoded>")).values()
    assert texts(cleaned) == PARAGRAPHS
    assert [gone.text for gone in cleaned.dropped] == ["The post Ferry appeared first on Post."]


def test_an_entry_repeated_endlessly_is_taken_once() -> None:
    raw = rss(*[ITEM] * 500)
    assert list(parts(raw)) == ["tag:e.org,2016:1"]
    assert [refused.what for refused in refusals(raw)] == ["the feed has this entry 500 times; it was taken once"]


def test_two_texts_with_one_id_are_both_kept_under_names_of_their_own() -> None:
    other = ITEM.replace("Nobody", "Somebody")
    found = reading.read("feed", Chunk("", rss(ITEM, other)))
    assert [part.name for part in found] == ["tag:e.org,2016:1", "tag:e.org,2016:1 (2)"]


def test_an_entry_without_text_names_the_page_to_import() -> None:
    (refused,) = refusals(rss("<title>Ferry</title><link>https://e.org/1</link>"))
    assert refused == Refused(
        "https://e.org/1", "the feed has no text of this entry", "Import its page: https://e.org/1"
    )


def test_a_feed_that_breaks_off_gives_what_is_there_and_says_so() -> None:
    whole = rss(ITEM, ITEM.replace(":1", ":2"))
    raw = whole[: whole.rindex(b"Nobody") + 10]
    first, last = parts(raw).values()
    assert (first.excerpt, last.excerpt) == (False, True)
    assert texts(first) == PARAGRAPHS
    assert [refused.what for refused in refusals(raw)] == ["the feed breaks off before its end"]


def test_broken_xml_is_read_as_far_as_there_are_entries() -> None:
    raw = rss(ITEM.replace("Ferry stopped", "Ferry & bus <stopped")).replace(b"</channel>", b"")
    ((_, cleaned),) = parts(raw).items()
    assert texts(cleaned) == PARAGRAPHS


def test_a_relative_link_is_read_against_the_address_of_the_feed() -> None:
    (cleaned,) = parts(rss(ITEM.replace("https://e.org/1", "/story/1")), "https://e.org/feed.xml").values()
    assert cleaned.particulars.url == "https://e.org/story/1"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (rss(), "there is no entry in the feed"),
        (b"<html><body><p>Hello.</p></body></html>", "this is no RSS or Atom feed"),
        (b"", "this is no RSS or Atom feed"),
        (b"https://e.org/feed.xml", "this is no RSS or Atom feed"),
        (b" " * (LARGEST["feed"] + 1), "the feed is larger than 5 MB"),
    ],
)
def test_what_is_no_feed_is_said_in_one_line(raw: bytes, what: str) -> None:
    with pytest.raises(Unusable, match=what):
        list(feed.read(Chunk("", raw)))


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    doctype = b'<!DOCTYPE rss SYSTEM "http://e.org/rss.dtd" [<!ENTITY all SYSTEM "http://e.org/secret">]>'
    raw = rss(ITEM.replace("Nobody", "&all; Nobody")).replace(b"<rss", doctype + b"<rss")
    assert len(parts(raw)) == 1


def test_entities_that_multiply_do_not() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    raw = rss(ITEM.replace("Ferry", "&a11;")).replace(
        b"<rss", f'<!DOCTYPE rss [<!ENTITY a0 "lol">{bomb}]><rss'.encode()
    )
    with suppress(Unusable):
        assert all(len(cleaned.title or "") < 1000 for cleaned in parts(raw).values())


@settings(max_examples=150)
@given(st.data())
def test_any_bytes_give_articles_refusals_or_one_reason(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from([rss(ITEM, ITEM), ATOM]) | st.binary(max_size=200)))
    for _ in range(data.draw(st.integers(0, 8)) if raw else 0):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.binary(max_size=4)
            | st.sampled_from([b"<entry>", b"</item>", b"<![CDATA[", b"&#x110000;", b"http://[", b"<content src='x'/>"])
        )
        raw = raw or bytearray(b"<")
    with suppress(Unusable):
        assert all(isinstance(part, Part | Refused) for part in feed.read(Chunk("", bytes(raw))))
