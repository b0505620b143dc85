"""The box in which a reader finds how to cite what a page is about."""

from reading_room.citing.styles import STYLES, Part, plain, wikipedia
from reading_room.library import Library
from reading_room.web.forms import form_links
from reading_room.web.pages.sharing import CiteView, ReferencePart
from reading_room.web.pages.text import Script
from reading_room.web.subjects import Subject, citation_of
from reading_room.web.wording import direction_of


def cite_view(library: Library, subject: Subject) -> CiteView:
    cited = citation_of(library, subject)
    return CiteView(
        references=tuple((name, tuple(map(_part, style(cited)))) for name, style in STYLES.items()),
        wikipedia=wikipedia(cited),
        printed=tuple(map(_part, plain(cited))),
        downloads=form_links(subject),
    )


def _part(part: Part) -> ReferencePart:
    script = Script(direction_of(part.text), part.language) if part.language else None
    return ReferencePart(part.text, part.italic, script, part.address)
