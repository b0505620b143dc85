"""What the keeper withdrew, as words: which file would show them again under another name or among other words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reading_room.corpus.versions import Versions
from reading_room.model.article import Draft, Version
from reading_room.model.problem import Problem
from reading_room.model.wording import SAME_TEXT, Runs, runs, words

WHOLE = 0
"""The number under which the store notes that all versions are withdrawn."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that must not be shown: of an article (`version` None), or of one version what none that is shown has."""

    article: str
    """The name that the article has now."""
    version: int | None
    runs: Runs

    @property
    def called(self) -> str:
        return f"“{self.article}”" if self.version is None else f"version {self.version} of “{self.article}”"

    @property
    def undoing(self) -> str:
        """The command that shows them again."""
        return f"flask withdraw {self.article}{f' --version {self.version}' if self.version else ''} --undo"


def withheld_texts(versions: Versions) -> tuple[Withheld, ...]:
    """All words that are withdrawn, article by article."""
    withdrawn: dict[str, set[int]] = defaultdict(set)
    for mark in versions.marks().withdrawals:
        withdrawn[mark.history].add(mark.number)
    names = versions.names() if withdrawn else {}
    return tuple(
        one
        for history, numbers in withdrawn.items()
        for one in _of_article(versions, names.get(history, history), numbers)
    )


def _of_article(versions: Versions, article: str, withdrawn: set[int]) -> Iterator[Withheld]:
    having = {
        note.number: _runs_of(version)
        for note in versions.notes(article)
        if (version := versions.get(article, note.number))
    }
    if WHOLE in withdrawn:
        yield Withheld(article, None, frozenset().union(*having.values()))
        return
    shown: Runs = frozenset().union(*(found for number, found in having.items() if number not in withdrawn))
    for number in sorted(withdrawn & having.keys()):
        if only := having[number] - shown:
            yield Withheld(article, number, only)


def would_show(draft: Draft, shown: Version | None, withheld: Iterable[Withheld]) -> Problem | None:
    """What a file says again of what was withdrawn, and what the keeper can do; None where it may be served.

    It does where half of its runs of eight words are withdrawn ones, or half of those that are withdrawn stand in it: as
    `docs/decisions/0011-same-text.md` has it for texts that are the same, but from the first run on. What is `shown` of the article
    already does not come back. `aliases: []` says that a file is no other article's, and that this is meant.
    """
    slug = draft.article.slug
    mine = [one for one in withheld if one.article == slug]
    others = [] if draft.aliases == () else [one for one in withheld if one.article != slug]
    if not (mine or others) or any(one.version is None for one in mine):  # it is shown to nobody as it is
        return None
    having = _runs(block.text for block in draft.blocks)
    new = having - (_runs_of(shown) if shown else frozenset())
    for one in (*mine, *others):
        shared = len(new & one.runs)
        if shared and shared >= SAME_TEXT * min(len(having), len(one.runs)):
            what, remedy = _said(one, shared / len(having), shared / len(one.runs), one.article == slug)
            return Problem(f"articles/{slug}.md", 0, what, remedy)
    return None


def _said(one: Withheld, of_file: float, of_withheld: float, own: bool) -> tuple[str, str]:
    if of_file >= of_withheld:
        what = f"{of_file:.0%} of its runs of eight words are of {one.called}, which was withdrawn"
    else:
        what = f"{of_withheld:.0%} of the runs of eight words of {one.called}, which was withdrawn, stand in it"
    if own:
        return what, f"Change it; or show that one again, with “{one.undoing}”"
    return what, (
        f"Show that one again, with “{one.undoing}”; or write aliases: [{one.article}] into this file if it is that article under "
        "another name, which stays withdrawn; or aliases: [] if it is another article and may be shown"
    )


def _runs_of(version: Version) -> Runs:
    return _runs(passage.text for passage in version.passages)


def _runs(paragraphs: Iterable[str]) -> Runs:
    """The runs of a text; one that is too short for any is one."""
    texts = list(paragraphs)
    return runs(texts) or frozenset([" ".join(word for text in texts for word in words(text))])
