"""Links into articles: what an address of words leads to now, and the address of words that somebody pasted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reading_room.model.article import Passage, Version, VersionNote
from reading_room.model.errors import BadQuestion, NotHere, Withdrawn
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution
from reading_room.permalinks.address import Address, BadAddress
from reading_room.permalinks.folding import folded
from reading_room.permalinks.quoting import MOST_CODE_POINTS, find_quotation
from reading_room.permalinks.resolution import resolve
from reading_room.permalinks.selection import (
    NoQuotation,
    Selection,
    refuse_other_counts,
    select_checked,
    select_code_points,
    select_passage,
)
from reading_room.permalinks.stages import Texts
from reading_room.permalinks.tracing import heirs_over
from reading_room.permalinks.twins import twins
from reading_room.permalinks.words import NAME

MOST_LOOKED_IN = 100
"""Other versions of an article in which a quotation is looked for that the version asked for has not."""


class History(Protocol):
    """Every version of every article, with what became of its passages from each to the next."""

    def newest(self, slug: str) -> int | None: ...

    def version(self, slug: str, number: int) -> Version | None:
        """Raises `Withdrawn` where it may not be shown."""
        ...

    def notes(self, slug: str) -> tuple[VersionNote, ...]: ...

    def lineage(self, slug: str, after: int, up_to: int) -> tuple[tuple[Change, ...], ...]:
        """Of each version after `after`, what became of the passages of the version before it."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """The address of words, with the words themselves."""

    address: Address
    selection: Selection


@dataclass(frozen=True, slots=True)
class Linked:
    """The link to a pasted quotation, or the places where it stands, or why there is none."""

    link: Link | None
    candidates: tuple[Link, ...]
    why: str


def link(version: Version, quote: str, near: str | None = None) -> Linked:
    """Where a pasted quotation stands in a version, as links to it."""
    refuse_other_counts(version)
    quoted = find_quotation(version.passages, quote, near)
    links = tuple(Link(one.address(version.article.slug, version.number), one) for one in quoted.places)
    chosen = next((one for one in links if one.selection is quoted.chosen), None)
    return Linked(chosen, links, quoted.why)


def link_elsewhere(
    history: History, slug: str, quote: str, but: int, near: str | None = None
) -> tuple[tuple[Version, Linked], ...]:
    """The other versions of an article that have a pasted quotation, the newest first, each with where it stands there."""
    sought = set(folded(quote).keys) if len(quote) <= MOST_CODE_POINTS else set()
    others = [note.number for note in versions_of(history, slug) if note.number != but and not note.withdrawn]
    found = []
    for number in others[: -MOST_LOOKED_IN - 1 : -1] if sought else ():
        version = history.version(slug, number)
        if version is None or version.counter != NAME:
            continue
        has = {key for passage in version.passages for key in folded(passage.text).keys}
        if sought <= has and (linked := link(version, quote, near)).candidates:
            found.append((version, linked))
    return tuple(found)


def link_between(version: Version, start: tuple[str, int], end: tuple[str, int]) -> Link:
    """The link to the words between two places of a version, each a passage and a code point of it."""
    refuse_other_counts(version)
    slug = version.article.slug
    positions = [version.position(passage) for passage, _ in (start, end)]
    for (passage, _), position in zip((start, end), positions, strict=True):
        if position is None:
            raise NotHere(
                f"Version {version.number} of “{slug}” has no passage {passage}.",
                f"It has {len(version.passages)} passages: read it at /a/{slug}@{version.number}.",
            )
    if (positions[1], end[1]) < (positions[0], start[1]):
        raise BadQuestion("The end stands before the beginning.", "Choose an end that comes after it.")
    selection = select_code_points(version.passages, start, end)
    if selection is None:
        raise BadQuestion("There is no word between these two places.", "Choose at least one word.")
    return Link(selection.address(slug, version.number), selection)


def versions_of(history: History, slug: str) -> tuple[VersionNote, ...]:
    """Which versions of an article there are, oldest first; raises `NotHere` for what never was."""
    notes = history.notes(slug)
    if not notes:
        raise NotHere(f"There is no article “{slug}” in this room.", "Search for its words, or look at the events.")
    return notes


def resolve_words(history: History, address: Address) -> Resolution:
    """What has become of the words that an address names; raises `NotHere` where they never stood there."""
    born, selection = _selected(history, address)
    return follow(history, address, born, selection)


def resolve_passage(history: History, version: Version, passage: Passage) -> Resolution:
    """What has become of a passage of a version."""
    return follow(history, Address(version.article.slug, version.number, passage.id), version, select_passage(passage))


def follow(history: History, address: Address, born: Version, selection: Selection) -> Resolution:
    permalink = replace(address, version=born.number).path
    newest = history.newest(address.slug)
    if newest is None:
        return Resolution("gone", selection.quote, born.number, None, permalink=permalink)
    now = history.version(address.slug, newest) or born
    steps = history.lineage(address.slug, born.number, now.number)
    found = resolve(selection, born.number, _texts(history, born, now), steps, born.article.language)
    if found.status == "gone" and found.gone_since is None:
        found = replace(found, gone_since=_gone_since(history, born, selection, steps))
    return replace(found, permalink=permalink, twins=twins(now.passages, found.found))


def _texts(history: History, born: Version, newest: Version) -> Texts:
    """The text of each version from the one that a link was made on; of none that was withdrawn."""

    def text(step: int) -> tuple[Passage, ...] | None:
        if born.number + step == newest.number:
            return newest.passages
        try:
            version = history.version(born.article.slug, born.number + step) if step else born
        except Withdrawn:
            return None
        return version.passages if version else None

    return text


def heir(history: History, slug: str, last: int, passage: str) -> str | None:
    """The passage of the newest version that has the words of one that `last` was the last version to have, if it is one."""
    newest = history.newest(slug)
    if newest is None or last >= newest:
        return None
    heirs = heirs_over(history.lineage(slug, last, newest), [passage])[passage]
    return heirs[0] if len(heirs) == 1 else None


def _selected(history: History, address: Address) -> tuple[Version, Selection]:
    """The version that an address was made on; a floating one was made on the newest that has its words."""
    floating = address.version is None
    fault = ""
    for number in _kept(history, address.slug) if floating else [address.version]:
        version = history.version(address.slug, number) if number else None
        if version is None:
            continue
        try:
            return version, select_checked(version, address)
        except NoQuotation as error:
            fault = str(error)
        except BadAddress:
            continue
    notes = versions_of(history, address.slug)
    if fault:
        raise NotHere(
            f"This address joins words of “{address.slug}” in a way that the room does not. {fault} Nothing is shown.",
            f"Read the article at /a/{address.slug}, and make a link to its words there.",
        )
    if floating and (withdrawn := [note.number for note in notes if note.withdrawn]):
        which = (
            f"version {withdrawn[0]}, which was" if len(withdrawn) == 1 else f"one of the {len(withdrawn)} that were"
        )
        raise NotHere(
            f"No version of “{address.slug}” that may be shown has these words at this place. They may have stood in {which} "
            "withdrawn; or the address was mistyped or changed. Nothing is shown in their stead.",
            f"See which versions there are at /a/{address.slug}/history, or copy the address again.",
        )
    where = f"Version {address.version}" if address.version else "No version"
    raise NotHere(
        f"{where} of “{address.slug}” has {'not ' if address.version else ''}these words at this place: "
        "the address was mistyped or changed, and nothing is shown in their stead.",
        f"Copy the address again, or look for the words in the article at /a/{address.slug}.",
    )


def _kept(history: History, slug: str) -> Iterator[int]:
    """The numbers of the versions that may be shown, the newest first. Raises as `versions_of` does."""
    return (note.number for note in reversed(versions_of(history, slug)) if not note.withdrawn)


def _gone_since(
    history: History, born: Version, selection: Selection, steps: Sequence[tuple[Change, ...]]
) -> int | None:
    """The first version that does not have the words, by halving what is between one that has them and one that has not."""
    has, has_not = 0, len(steps)
    guesses = _guesses(selection, steps)
    while has_not - has > 1:
        middle = next((guess for guess in guesses if has < guess < has_not), (has + has_not) // 2)
        try:
            version = history.version(born.article.slug, born.number + middle)
        except Withdrawn:
            return None
        if version is None:
            return None
        found = resolve(selection, born.number, _texts(history, born, version), steps[:middle])
        has, has_not = (has, middle) if found.status == "gone" else (middle, has_not)
    return born.number + has_not


def _guesses(selection: Selection, steps: Sequence[tuple[Change, ...]]) -> list[int]:
    """The step that took away the last of the passages, and the one before it."""
    passages = {one.passage for one in selection.all_stretches}
    for last in range(1, len(steps) + 1):
        passages = {heir for heirs in heirs_over(steps[last - 1 : last], passages).values() for heir in heirs}
        if not passages:
            return [last, last - 1]
    return []
