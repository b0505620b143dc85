"""The names of articles: which file goes on with whose versions, which old names lead where, and what contradicts itself."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reading_room.checking import FindLine
from reading_room.comparing.wording.renames import is_another, renamed, with_the_words
from reading_room.corpus.articles import SLUG
from reading_room.corpus.folder import Folder
from reading_room.corpus.versions import Versions
from reading_room.misplaced import Stray, disputed, last_texts, strays, text_of
from reading_room.model.article import Draft
from reading_room.model.event import Apart, Event, Party, QuotedIn, article_of
from reading_room.model.problem import Problem

Aliases = Mapping[str, tuple[str, ...] | None]
"""The names that articles had before, as their files give them, by the names that the files have."""


@dataclass(frozen=True, slots=True)
class Names:
    """What leads where. `renamed` has, for each name that an article had once, the one that it has now."""

    renamed: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Which file is which article: the name before, for each new one, and the names that go their own way again.

    `refused` has the files whose text is another article's, which the room cannot follow without breaking links; `unlike` those
    that share next to nothing with the version before and go on with it all the same.
    """

    renamed: Mapping[str, str]
    parted: tuple[str, ...]
    refused: Mapping[str, Problem]
    unlike: frozenset[str]


def settle_names(
    versions: Versions, folder: Folder, files: Collection[str], known: Aliases, gone: Collection[str]
) -> Settled:
    """Write into the store which files go on with the versions of a name that went, or go their own way again."""
    found = find_names(versions, folder, files, known, gone)
    if not (found.parted or found.renamed):
        return found
    with versions.writing() as store:
        parted = [slug for slug in found.parted if store.part(slug)]
        for new, old in found.renamed.items():
            store.rename(old, new)
    return replace(found, parted=tuple(parted))


def find_names(
    versions: Versions, folder: Folder, files: Collection[str], known: Aliases, gone: Collection[str]
) -> Settled:
    """Which file is which article; nothing is written.

    `files` are the names of all article files, `known` has what the unchanged ones say of their aliases, and `gone` the articles
    that were out of the room before.
    """
    stored, names = versions.last_numbers(), versions.names()
    drafts: dict[str, Draft | None] = {}

    def draft(slug: str) -> Draft | None:
        if slug not in drafts:
            drafts[slug] = folder.draft(slug, [])
        return drafts[slug]

    def aliases(slug: str) -> tuple[str, ...] | None:
        if slug in known:
            return known[slug]
        found = draft(slug)
        return found.aliases if found else None

    with_names = set(names.values()) & set(files)
    alone = sorted(slug for slug in with_names if aliases(slug) == ())
    vacant = stored.keys() - set(files)
    back = {slug: names[slug] for slug in names.keys() & set(files) if names[slug] in vacant}
    stray = strays(versions, folder, (stored.keys() & set(files)) - known.keys())
    fresh = sorted(set(files) - stored.keys() - names.keys()) if vacant or stray else []
    said = _said(fresh, {slug: aliases(slug) for slug in fresh}, vacant | stray.keys(), names)
    said = {new: old for new, old in said.items() if old not in stray or _has_words_of(stray[old], draft(new))}
    came = {slug: read for slug in fresh if slug not in said and (read := draft(slug)) and read.aliases is None}
    taken = set(said.values()) | set(back.values())
    found, refused = _found(versions, vacant - taken, vacant - taken - set(gone), stray, taken, came)
    unlike = frozenset(stray.keys() - refused.keys() - found.keys() - taken - set(found.values()))
    return Settled(back | said | found, tuple(alone), refused, unlike)


def _said(fresh: Collection[str], aliases: Aliases, free: Collection[str], names: Mapping[str, str]) -> dict[str, str]:
    """New files that give a name whose article has no file, and that no other new file gives."""
    wanted = {
        slug: {present for alias in aliases[slug] or () if (present := names.get(alias, alias)) in free}
        for slug in fresh
    }
    claims = Counter(old for olds in wanted.values() for old in olds)
    return {slug: old for slug, olds in wanted.items() if len(olds) == 1 for old in olds if claims[old] == 1}


def _has_words_of(stray: Stray, draft: Draft | None) -> bool:
    return draft is not None and not is_another(stray.last, text_of(draft))


def _found(
    versions: Versions,
    vacant: Collection[str],
    just_went: Collection[str],
    stray: Mapping[str, Stray],
    taken: Collection[str],
    fresh: Mapping[str, Draft],
) -> tuple[dict[str, str], Mapping[str, Problem]]:
    """New files that have the text of an article that went or whose file has another one, and files that cannot be told so.

    A name that is an article's cannot go on with the versions of another one, whatever the file of that name has now.
    """
    came = {slug: text_of(one) for slug, one in fresh.items()}
    if not (came or stray):
        return {}, {}
    went = last_texts(versions, vacant if stray else just_went)
    left = {slug: one.last for slug, one in stray.items() if slug not in taken}
    moved = {slug: one.now for slug, one in stray.items() if one.draft.aliases != ()}
    pairs = renamed({slug: went[slug] for slug in just_went} | left, came | moved)
    found = {new: old for new, old in pairs.items() if new in came}
    apart = {slug: text for slug, text in came.items() if slug not in found}
    followed = set(found.values())
    disputes = [
        (old, new)
        for old, new in with_the_words(went | left, apart | moved)
        if old not in followed and (old in left or new in moved)
    ] if stray else []  # fmt: skip
    refused = disputed(disputes, stray)
    return found, {slug: problem for slug, problem in refused.items() if slug not in followed | set(taken)}


def taken_names(files: Collection[str], names: Mapping[str, str]) -> dict[str, str]:
    """The files whose name is that of another article that is there too, with its present name: they cannot be read."""
    return {slug: names[slug] for slug in sorted(names.keys() & set(files)) if names[slug] in files}


def taken_name_problem(slug: str, present: str) -> Problem:
    return Problem(
        f"articles/{slug}.md",
        0,
        f"“{slug}” is a name that articles/{present}.md had before, and its address leads there",
        "Give this file another name, or the one that it had; or, if the two are not one article, write aliases: [] into "
        f"articles/{present}.md and ingest again",
    )


def present_names(aliases: Aliases, stored: Collection[str], names: Mapping[str, str], line: FindLine) -> Names:
    """Where every former name leads. `stored` are the articles that have versions, `names` those that lead to them already.

    A name that contradicts another is left out, with a problem.
    """
    claims = Counter(alias for given in aliases.values() for alias in set(given or ()))
    led, problems = dict(names), []
    for slug, given in aliases.items():
        path = f"articles/{slug}.md"
        for alias in given or ():
            refused = _refused(slug, alias, claims[alias], aliases, stored, names)
            if refused:
                what, remedy = refused
                problems.append(Problem(path, line(path, alias), what, remedy))
            else:
                led[alias] = slug
    return Names(led, tuple(problems))


def _refused(
    slug: str, alias: str, claims: int, files: Collection[str], stored: Collection[str], names: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with an alias, and what to do, if there is something."""
    leave_out = "Leave it out of aliases"
    if alias == slug:
        return f"the alias “{alias}” is the name that the file has", leave_out
    if not SLUG.match(alias):
        return (
            f"the alias “{alias}” cannot be the name of an article",
            f"{leave_out}, or write it as its address had it",
        )
    if names.get(alias) == slug:
        return None
    if alias in files:
        return (
            f"the alias “{alias}” is the name of another article that is there",
            f"{leave_out}, or remove articles/{alias}.md",
        )
    if alias in names:
        return f"the alias “{alias}” was a name of articles/{names[alias]}.md", leave_out
    if claims > 1:
        return f"the alias “{alias}” is given in {claims} files", "Keep it in the one whose name it was"
    if alias in stored and slug in stored:
        return (
            f"“{alias}” has versions of its own, which cannot be joined to those that “{slug}” has already",
            f"{leave_out}; they can still be read under their own name",
        )
    return None


def with_present_names(event: Event, names: Mapping[str, str]) -> Event:
    """The event, its articles called by the names that they have now."""

    def now(slug: str) -> str:
        return names.get(slug, slug)

    def apart(side: Apart) -> Apart:
        if isinstance(side, QuotedIn):
            return replace(side, article=now(side.article))
        slug, slash, passage = side.partition("/")
        return now(slug) + slash + passage

    def called_now(named: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(
            replace(party, called=tuple(replace(one, article=now(one.article)) for one in party.called))
            for party in named
        )

    return replace(
        event,
        parties=called_now(event.parties),
        places=called_now(event.places),
        acts=called_now(event.acts),
        rows=tuple(
            replace(row, cells=tuple(replace(cell, article=now(cell.article)) for cell in row.cells))
            for row in event.rows
        ),
        never=tuple((apart(one), apart(other)) for one, other in event.never),
        checked_absent=tuple(replace(absent, article=now(absent.article)) for absent in event.checked_absent),
    )


def former_names(event: Event, names: Mapping[str, str], line: FindLine) -> Iterator[Problem]:
    """Every name in an event's file that is not the present one; it is understood all the same."""
    path = f"events/{event.slug}.md"
    named = {one.article for party in event.named for one in party.called}
    named |= {cell.article for row in event.rows for cell in row.cells}
    named |= {absent.article for absent in event.checked_absent}
    named |= {article_of(side) for pair in event.never for side in pair}
    for slug in sorted(named & names.keys()):
        yield Problem(
            path, line(path, slug), f"“{slug}” is called “{names[slug]}” now", f"Write {names[slug]} here", advice=True
        )
