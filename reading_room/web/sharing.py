"""What the head of an article’s page says to programs: how to show a link to it, how to cite it, which address is its own.

An address is canonical for itself: what stands at a version, a passage or words of it stands nowhere else, and a program that
keeps the canonical address in place of the one it was given must not lose the version or the words. Only spelling is made one: a
passage has the number that it has now, words the version that they were quoted from.
"""

from urllib.parse import urlencode

from reading_room.cards.drawing import HEIGHT, WIDTH
from reading_room.citing.citation import Citation
from reading_room.citing.dates import points
from reading_room.citing.linked_data import described
from reading_room.library import Library
from reading_room.model.dates import day_in_words
from reading_room.web.forms import form_links
from reading_room.web.pages.sharing import FormLink, ShareView
from reading_room.web.subjects import Subject, citation_of
from reading_room.web.urls import room_root
from reading_room.web.wording import (
    capitalised,
    kind_note,
    published_in_words,
    shortened,
    standing_in_words,
)

_VOCABULARIES = (("DC", "http://purl.org/dc/elements/1.1/"), ("DCTERMS", "http://purl.org/dc/terms/"))
_QUOTED, _DESCRIBED = 140, 300
"""Characters of a quotation in a title, and of a description: about what is shown of them."""


def share_view(library: Library, subject: Subject) -> ShareView:
    cited = citation_of(library, subject)
    url = room_root() + subject.address.path
    title, source = title_of(cited, subject), source_of(cited)
    return ShareView(
        title=title,
        heading=title if subject.selection else f"{title} · {source}",
        description=description_of(cited, subject),
        url=url,
        image=f"{url}.png",
        image_width=WIDTH,
        image_height=HEIGHT,
        image_alt=f"{title} · {source}" if subject.selection is None else title,
        vocabularies=_VOCABULARIES,
        named=tuple((name, content) for name, content in _particulars(cited) if content),
        published=_day(cited),
        forms=form_links(subject),
        embeds=tuple(_embed(url, form) for form in ("json", "xml")),
        linked_data=described(cited),
    )


def title_of(cited: Citation, subject: Subject) -> str:
    """The words and where they come from, `“300 guests” · The Morning Post, 4 May 2001`; of a whole article, its title.

    A digest’s words are the room’s and stand without quotation marks.
    """
    if subject.selection is None:
        return cited.title
    words = shortened(subject.selection.on_one_line, _QUOTED)
    standing = standing_in_words(subject.found)
    return f"{f'{standing}: ' if standing else ''}{words if cited.digest else f'“{words}”'} · {source_of(cited)}"


def source_of(cited: Citation) -> str:
    """`The Morning Post, 4 May 2001`, and `digest` where it is one."""
    named = ", ".join(filter(None, [cited.outlet, published_in_words(cited.published)]))
    return named + {"digest": " (digest)", "excerpt": " (excerpt)"}.get(cited.article.text, "")


def description_of(cited: Citation, subject: Subject) -> str:
    standing = standing_in_words(subject.found)
    read = f"version {cited.version}, read on {day_in_words(cited.read)}"
    if subject.selection is None:
        return f"{source_of(cited)}. {kind_note(cited.article)} {capitalised(read)}."
    about = f"{shortened(cited.title, _QUOTED)}: {cited.placed()} of {read}. {kind_note(cited.article)}"
    return shortened(f"{standing}. {about}" if standing else about, _DESCRIBED)


def _particulars(cited: Citation) -> list[tuple[str, str]]:
    """The published text for reference managers.

    Zotero takes the kind of text from DC.type, the newspaper from prism.publicationName and the rest from citation_*; it must meet
    neither citation_journal_title nor og:type “website”, which would make it another kind.
    """
    day = cited.published_iso
    language = "" if cited.title_language == "und" else cited.title_language
    return [
        ("citation_title", cited.title),
        *(("citation_author", name.inverted) for name in cited.authors),
        ("citation_publication_date", day.replace("-", "/") if len(day) <= len("2016-03-23") else day),
        ("citation_language", language),
        ("citation_public_url", cited.url),
        ("prism.publicationName", cited.outlet),
        ("DC.type", "newspaperArticle"),
        ("DC.title", cited.title),
        *(("DC.creator", name.inverted) for name in cited.authors),
        ("DC.publisher", cited.outlet),
        ("DCTERMS.issued", day),
        ("DC.language", language),
        ("DC.identifier", cited.url),
        ("DC.source", cited.article.url or ""),
        ("DC.description", cited.source_note),
    ]


def _day(cited: Citation) -> str:
    """The day of publication, where it is one and nobody had to infer it."""
    found = points(cited.published) if cited.published else ()
    return found[0].iso if len(found) == 1 and found[0].day and not cited.inferred else ""


def _embed(url: str, form: str) -> FormLink:
    address = f"{room_root()}/oembed?{urlencode({'url': url, 'format': form})}"
    return FormLink("oEmbed", "application/json+oembed" if form == "json" else "text/xml+oembed", address)
