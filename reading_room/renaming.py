"""The names of articles: which file goes on with whose versions, which old names lead where, and what contradicts itself."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reading_room.checking import FindLine
from reading_room.comparing.wording.renames import Text, renamed
from reading_room.corpus.articles import SLUG
from reading_room.corpus.folder import Folder
from reading_room.corpus.versions import Versions
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
    """What was written into the store: the name before, for each new one, and the names that go their own way again."""

    renamed: Mapping[str, str]
    parted: tuple[str, ...]


def settle_names(
    versions: Versions, folder: Folder, files: Collection[str], known: Aliases, gone: Collection[str]
) -> Settled:
    """Write into the store which files go on with the versions of a name that went, or go their own way again.

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
    fresh = sorted(set(files) - stored.keys() - names.keys()) if vacant else []
    said = _said(fresh, {slug: aliases(slug) for slug in fresh}, vacant, names)
    found = _found(
        versions,
        vacant - set(gone) - set(said.values()) - set(back.values()),
        {slug: read for slug in fresh if slug not in said and (read := draft(slug)) and read.aliases is None},
    )
    together = back | said | found
    if not (alone or together):
        return Settled({}, ())
    with versions.writing() as store:
        parted = [slug for slug in alone if store.part(slug)]
        for new, old in together.items():
            store.rename(old, new)
    return Settled(together, tuple(parted))


def _said(
    fresh: Collection[str], aliases: Aliases, vacant: Collection[str], names: Mapping[str, str]
) -> dict[str, str]:
    """New files that give a name whose article is not in the room, and that no other new file gives."""
    wanted = {
        slug: {present for alias in aliases[slug] or () if (present := names.get(alias, alias)) in vacant}
        for slug in fresh
    }
    claims = Counter(old for olds in wanted.values() for old in olds)
    return {slug: old for slug, olds in wanted.items() if len(olds) == 1 for old in olds if claims[old] == 1}


def _found(versions: Versions, vacant: Collection[str], fresh: Mapping[str, Draft]) -> dict[str, str]:
    """New files that have the text of one that went."""
    if not fresh:
        return {}
    last = {slug: version for slug in vacant if (version := versions.newest(slug))}
    return renamed(
        {slug: Text.of(one.article, (passage.text for passage in one.passages)) for slug, one in last.items()},
        {slug: Text.of(one.article, (block.text for block in one.blocks)) for slug, one in fresh.items()},
    )


def taken_names(files: Collection[str], names: Mapping[str, str]) -> dict[str, str]:
    """The files whose name is that of another article that is there too, with its present name: they cannot be read."""
    return {slug: names[slug] for slug in sorted(names.keys() & set(files)) if names[slug] in files}


def taken_name_problem(slug: str, present: str) -> Problem:
    return Problem(
        f"articles/{slug}.md",
        0,
        f"“{slug}” is a name that articles/{present}.md had before, and its address leads there",
        "Give this file another name; or, if the two are not one article, write aliases: [] into "
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
