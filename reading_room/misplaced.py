"""Files whose text is no longer that of the article whose name they have, and where the texts went.

An address stays with its article: links to “a” are links to its words. Where the text of `a.md` is in `b.md` now, and something
else in `a.md`, versions of two articles would become one history, and no link to either would find its words.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from reading_room.comparing.wording.renames import Text, is_another
from reading_room.corpus.folder import Folder
from reading_room.corpus.versions import Versions
from reading_room.model.article import Draft
from reading_room.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that shares next to nothing with the last version of the article of its name: both texts."""

    draft: Draft
    last: Text

    @property
    def now(self) -> Text:
        return text_of(self.draft)


def text_of(draft: Draft) -> Text:
    return Text.of(draft.article, (block.text for block in draft.blocks))


def last_texts(versions: Versions, slugs: Collection[str]) -> dict[str, Text]:
    """What the last version of each article says."""
    return {
        slug: Text.of(last.article, (passage.text for passage in last.passages))
        for slug in slugs
        if (last := versions.newest(slug))
    }


def strays(versions: Versions, folder: Folder, slugs: Collection[str]) -> dict[str, Stray]:
    """Those of the files that have another text than their articles."""
    found = {}
    for slug in sorted(slugs):
        draft, last = folder.draft(slug, []), versions.newest(slug)
        if draft is None or last is None or [one.text for one in draft.blocks] == [one.text for one in last.passages]:
            continue
        stray = Stray(draft, Text.of(last.article, (passage.text for passage in last.passages)))
        if is_another(stray.last, stray.now):
            found[slug] = stray
    return found


def disputed(pairs: Collection[tuple[str, str]], stray: Mapping[str, Stray]) -> dict[str, Problem]:
    """Why files are not read, by their names: of each pair the second has the text of the article that the first names."""
    return {slug: problem for pair in pairs for slug, problem in _went(*pair, stray)} | {
        slug: problem for pair in pairs for slug, problem in _came(*pair, stray)
    }


def _came(old: str, new: str, stray: Mapping[str, Stray]) -> Iterator[tuple[str, Problem]]:
    path = f"articles/{new}.md"
    if new in stray:
        what = f"this is the text of “{old}”, and shares next to nothing with the last version of “{new}”"
        remedy = (
            f"An address stays with its article: call the file {old}.md, or give it a name that no article had and write "
            f"aliases: [{old}] into it; or, if “{new}” is to go on with this text, write aliases: []"
        )
        yield new, Problem(path, 0, what, remedy)
    elif old in stray:
        what = f"this is the text of “{old}”, and articles/{old}.md has another one now"
        remedy = (
            f"If it is that article under a new name, write aliases: [{old}] into this file and give articles/{old}.md "
            "another name; if it is another article, write aliases: []"
        )
        yield new, Problem(path, 0, what, remedy)


def _went(old: str, new: str, stray: Mapping[str, Stray]) -> Iterator[tuple[str, Problem]]:
    if old in stray:
        what = f"it shares next to nothing with its last version, whose text is in articles/{new}.md now"
        remedy = (
            f"Give it a name of its own, as an address stays with its article; or, if “{old}” is to go on with this text, "
            f"write aliases: [] into articles/{new}.md"
        )
        yield old, Problem(f"articles/{old}.md", 0, what, remedy)
