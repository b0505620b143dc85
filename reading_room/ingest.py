"""Reads what changed in the corpus into a new generation of the index.

Files become articles or problems; a changed article becomes a version, its passages keep their numbers; then the index is written
beside the old one and swapped in whole. Whatever happens on the way, the room goes on with what it had.
"""

import shutil
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import msgspec

from reading_room.checking import check_about, check_corpus
from reading_room.checking_versions import check_versions
from reading_room.comparing.sentences.analysing import analyse
from reading_room.comparing.wording.copies import same_texts
from reading_room.corpus.analyses import writing_analyses
from reading_room.corpus.catalogue import Catalogue, Entry, read_catalogue, write_catalogue
from reading_room.corpus.folder import Folder, Source, fingerprint
from reading_room.corpus.sketches import read_sketches, write_sketches
from reading_room.corpus.versions_writer import VersionsWriter
from reading_room.index.generations import NoGeneration, NotMadeYet
from reading_room.index.writer import IndexWriter
from reading_room.model.about import About
from reading_room.model.article import Draft, Passage, Version
from reading_room.model.copies import SameText
from reading_room.model.errors import NotReady
from reading_room.model.event import Event
from reading_room.model.problem import Problem
from reading_room.model.sketches import Sketch, Sketches, sketch
from reading_room.permalinks.lineage import number_first, number_next
from reading_room.permalinks.words import NAME
from reading_room.renaming import (
    find_names,
    former_names,
    present_names,
    settle_names,
    taken_name_problem,
    taken_names,
    with_present_names,
)
from reading_room.room import Room
from reading_room.withheld import Withheld, withheld_texts, would_show

BATCH = 100
"""Articles whose versions are kept in one transaction."""

RESTORE = (
    "Put it back from your backup, or move it away and take in an export with “flask versions restore”; without either, "
    "“flask ingest” begins anew with what the files say now"
)

Progress = Callable[[int, int], None]
"""Told how many of how many changed files have been read."""


@dataclass(slots=True)
class Report:
    """What an ingest did, in numbers of articles, and what was wrong."""

    generation: str = ""
    articles: int = 0
    passages: int = 0
    events: int = 0
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    refreshed: list[str] = field(default_factory=list)
    """Read again, but with nothing in them that a reader would see differently."""
    removed: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    """Old names that lead to new ones since this ingest."""
    parted: list[str] = field(default_factory=list)
    """Articles that go on without the versions of the name that they were taken to have had."""
    unlike: list[str] = field(default_factory=list)
    """Articles whose new version shares next to nothing with the one before."""
    withdrawn: list[str] = field(default_factory=list)
    """Articles whose files are there and which the room does not show."""
    unchanged: int = 0
    copies: int = 0
    """Articles that have the same text as another."""
    problems: list[Problem] = field(default_factory=list)
    anew: str = ""
    """Why an index that was there is not gone on with, but made anew from the corpus."""
    seconds: float = 0.0

    @property
    def wrong(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.advice]


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do: files that changed since the last generation, and what that one has that still holds."""

    kept: dict[str, Entry]
    stale: tuple[Source, ...]
    removed: tuple[str, ...]
    known: dict[str, Entry]
    """All that the last generation has; its index begins with these."""
    gone: dict[str, int]
    """The last version of every article that the room had before and has no more."""
    names: dict[str, str]
    """The names that articles had before, with those that they have now."""
    refused: Mapping[str, Problem]
    """Files whose text is that of another article."""

    @property
    def touches_index(self) -> bool:
        return bool(self.stale or self.removed)


def ingest(room: Room, *, full: bool = False, progress: Progress = lambda done, total: None) -> Report:
    """Bring the index up to date; `full` reads every file again and builds the index from nothing.

    Raises `generations.Busy` where another ingest is at work, and `VersionsUnreadable`, `NotReady` or OSError where the folders
    cannot be used.
    """
    began, report = time.monotonic(), Report()
    with room.generations.writing():
        room.versions.create()
        previous = None if full else _previous(room, report)
        before = previous.catalogue if previous else None
        folder = Folder(room.corpus)
        plan = _plan(room, folder, before, report)
        generation = room.generations.begin(previous.folder if previous else None)
        try:
            sketches = {
                slug: sketch for slug, sketch in (previous.sketches if previous else {}).items() if slug in plan.kept
            }
            articles = _read_articles(room, folder, plan, generation, sketches, report, progress)
            same = _same_texts(room, plan, articles, previous, sketches)
            catalogue = _catalogue(room, folder, plan, articles, same, before, report)
            if before and not plan.touches_index and replace(catalogue, made=before.made) == before:
                shutil.rmtree(generation)
                generation = room.generations.root / room.generations.current()
            else:
                write_catalogue(catalogue, generation)
                write_sketches(sketches, generation)
                room.generations.publish(generation)
        except BaseException:
            shutil.rmtree(generation, ignore_errors=True)
            raise
    report.generation = generation.name
    report.unlike = sorted(set(report.unlike) & set(report.changed))
    report.withdrawn = sorted(catalogue.articles.keys() & _withdrawn(room))
    shown = [entry for slug, entry in catalogue.articles.items() if slug not in report.withdrawn]
    report.articles, report.passages = len(shown), sum(entry.passages for entry in shown)
    report.events = len(catalogue.events)
    report.copies = len({slug for pair in catalogue.same_texts for slug in pair.articles})
    report.problems = sorted(set(report.problems))
    report.seconds = time.monotonic() - began
    return report


def check(room: Room) -> list[Problem]:
    """Everything that is wrong in the corpus as its files stand now. Reads every file and writes nothing."""
    problems: list[Problem] = []
    folder = Folder(room.corpus)
    files = [source.slug for source in folder.sources(problems)]
    drafts = [draft for slug in files if (draft := folder.draft(slug, problems))]
    articles = {draft.article.slug: draft.article for draft in drafts}
    passages = {draft.article.slug: number_first(draft.blocks) for draft in drafts}
    outlets = {outlet.key: outlet for outlet in folder.outlets(problems)}
    events = folder.events(problems)
    folder.names(problems)
    names = _check_names(room, folder, files, drafts, problems)
    events = _with_present_names(events, names, folder, problems)
    problems.extend(check_corpus(articles, events, outlets, passages.__getitem__, folder.line_of))
    problems.extend(check_about(folder.about(problems), events, folder.line_of))
    problems.extend(_withheld(room, drafts))
    for slug in articles:
        folder.earlier(slug, problems)
    problems.extend(check_versions(room.versions, RESTORE))
    return sorted(set(problems))


def _check_names(
    room: Room, folder: Folder, files: Collection[str], drafts: list[Draft], problems: list[Problem]
) -> Mapping[str, str]:
    """The former names of articles, as far as the store can be read; what is wrong with them is added to `problems`."""
    try:
        stored, names = room.versions.last_numbers(), room.versions.names()
        problems.extend(find_names(room.versions, folder, files, {}, room.versions.removals()).refused.values())
    except NotReady:  # what is wrong with the store is said of the store
        stored, names = {}, {}
    aliases = {draft.article.slug: draft.aliases for draft in drafts}
    problems.extend(taken_name_problem(slug, present) for slug, present in taken_names(aliases.keys(), names).items())
    found = present_names(aliases, stored.keys(), names, folder.line_of)
    problems.extend(found.problems)
    return found.renamed


def _withheld(room: Room, drafts: Iterable[Draft]) -> Iterator[Problem]:
    """The files that would show again what was withdrawn, as far as the store can be read."""
    try:
        withheld, withdrawals = withheld_texts(room.versions), room.versions.withdrawals()
        for draft in drafts if withheld else ():
            shown = room.versions.newest(draft.article.slug)
            if shown and shown.number in withdrawals.get(draft.article.slug, {}):
                shown = None
            if found := would_show(draft, shown, withheld):
                yield found
    except NotReady:  # what is wrong with the store is said of the store
        return


def _with_present_names(
    events: Iterable[Event], names: Mapping[str, str], folder: Folder, problems: list[Problem]
) -> tuple[Event, ...]:
    events = tuple(events)
    problems.extend(problem for event in events for problem in former_names(event, names, folder.line_of))
    return tuple(with_present_names(event, names) for event in events)


def _withdrawn(room: Room) -> frozenset[str]:
    """The articles that were withdrawn whole."""
    return frozenset(slug for slug, numbers in room.versions.withdrawals().items() if None in numbers)


@dataclass(frozen=True, slots=True)
class Previous:
    """The generation that an ingest goes on from."""

    folder: Path
    catalogue: Catalogue
    sketches: Sketches


def _previous(room: Room, report: Report) -> Previous | None:
    """The last generation, if there is one that can be trusted; else the report says why everything is read anew."""
    try:
        folder = room.generations.verified(room.generations.current())
        return Previous(folder, read_catalogue(folder), read_sketches(folder))
    except NotMadeYet:
        return None
    except NoGeneration as error:
        report.anew = str(error)
    except (OSError, msgspec.MsgspecError) as error:
        report.anew = f"The index cannot be read ({error})."
    return None


def _plan(room: Room, folder: Folder, before: Catalogue | None, report: Report) -> Plan:
    known = before.articles if before else {}
    sources = {source.slug: source for source in folder.sources(report.problems)}
    unchanged = {slug: entry.aliases for slug, entry in known.items() if sources.get(slug) == entry.source}
    gone = room.versions.removals() | (before.gone.keys() if before else set())
    settled = settle_names(room.versions, folder, sources.keys(), unchanged, gone)
    names = room.versions.names()
    for slug, present in taken_names(sources.keys(), names).items():
        report.problems.append(taken_name_problem(slug, present))
        del sources[slug]
    stored = room.versions.last_numbers()

    def holds(source: Source) -> bool:
        """The file is as it was, and the store has what was read from it as the newest version: a backup put back may not."""
        entry = known.get(source.slug)
        return entry is not None and entry.source == source and entry.version == stored.get(source.slug, 0)

    kept = {slug: known[slug] for slug, source in sources.items() if holds(source)}
    stale = tuple(source for slug, source in sources.items() if slug not in kept)
    removed = sorted(known.keys() - sources.keys())
    report.unchanged, report.removed = len(kept), [slug for slug in removed if slug not in names]
    vacant = {slug: number for slug, number in stored.items() if slug not in sources}
    report.renamed, report.parted = {old: new for new, old in settled.renamed.items()}, list(settled.parted)
    report.unlike = sorted(settled.unlike)
    if unnoted := vacant.keys() - gone:
        with room.versions.writing() as store:
            for slug in unnoted:
                store.note_removal(slug)
    return Plan(kept, stale, tuple(removed), known, vacant, names, settled.refused)


def _read_articles(
    room: Room,
    folder: Folder,
    plan: Plan,
    generation: Path,
    sketches: dict[str, Sketch],
    report: Report,
    progress: Progress,
) -> dict[str, Entry]:
    """Read the changed files into versions, the new index, analyses and sketches; returns every article that the room has then."""
    entries = dict(plan.kept)
    new = not plan.known and not any(generation.iterdir())
    if not new and not plan.touches_index:
        return entries
    done = 0
    withheld = withheld_texts(room.versions)
    numbers = count(max((entry.number for entry in plan.known.values()), default=0) + 1)
    with IndexWriter(generation, new=new) as writer, writing_analyses(generation) as analyses:
        for slug in plan.removed:
            writer.remove(slug)
        analyses.remove((*plan.removed, *(source.slug for source in plan.stale)))
        while done < len(plan.stale):
            with room.versions.writing() as store:
                for source in plan.stale[done : done + BATCH]:
                    read = _read_one(folder, store, source, plan.known.get(source.slug), withheld, plan.refused, report)
                    if source.slug in plan.known:
                        writer.remove(source.slug)
                    if read:
                        entry, version = read
                        entries[source.slug] = entry = replace(entry, number=entry.number or next(numbers))
                        analysis = analyse(version)
                        writer.add(entry.article, entry.number, version.number, version.passages, analysis.sentences)
                        analyses.put(source.slug, analysis)
                        if entry.article.text != "digest":  # the room's own words are nobody's copy
                            sketches[source.slug] = sketch(passage.text for passage in version.passages)
                    done += 1
                    progress(done, len(plan.stale))
    return entries


def _read_one(
    folder: Folder,
    store: VersionsWriter,
    source: Source,
    known: Entry | None,
    withheld: Iterable[Withheld],
    refused: Mapping[str, Problem],
    report: Report,
) -> tuple[Entry, Version] | None:
    """The article as it is to be served: its file's present text, or, where that cannot be read, its last good version.

    Its number is 0 if the last generation did not have it.
    """
    number = known.number if known else 0
    problems: list[Problem] = []
    store.note_return(source.slug)
    draft = folder.draft(source.slug, problems)
    if draft and (withdrawn := store.withdrawn_with(source.slug, _mark(store, draft))):
        what = f"this is the text of version {withdrawn}, which was withdrawn"
        remedy = f"Change it; or show that one again, with “flask withdraw {source.slug} --version {withdrawn} --undo”"
        problems.append(Problem(f"articles/{source.slug}.md", 0, what, remedy))
        draft = None
    if draft and source.slug in refused:
        problems.append(refused[source.slug])
        draft = None
    newest = store.newest(source.slug)
    earlier = folder.earlier(source.slug, report.problems) if draft and newest is None else ()
    shown = newest[0] if newest and not store.is_withdrawn(source.slug, newest[0].number) else None
    if draft and (found := next(filter(None, (would_show(one, shown, withheld) for one in (*earlier, draft))), None)):
        problems.append(found)
        draft = None
    if draft is None:
        report.problems.extend(problems)
        if newest is None:
            return None
        version = newest[0]
        note = f"version {version.number}, the last that could be read, is served instead"
        report.problems.append(Problem(f"articles/{source.slug}.md", 0, note, "Mend the file and ingest again"))
        article = known.article if known else version.article
        aliases = known.aliases if known else None
        return (
            Entry(article, number, version.number, len(version.passages), replace(source, size=-1), aliases=aliases),
            version,
        )
    is_new = newest is None
    newest = newest or _earlier(store, earlier)
    version = _version(store, draft, newest)
    if is_new:
        report.added.append(source.slug)
    elif newest and version is not newest[0]:
        report.changed.append(source.slug)
    else:
        report.refreshed.append(source.slug)
    entry = Entry(draft.article, number, version.number, len(version.passages), source, tuple(problems), draft.aliases)
    return entry, version


def _earlier(store: VersionsWriter, drafts: Iterable[Draft]) -> tuple[Version, str] | None:
    """Keep the earlier states that came with the corpus; returns the last of them as `VersionsWriter.newest` does."""
    newest = None
    for draft in drafts:
        _version(store, draft, newest)
        newest = store.newest(draft.article.slug)
    return newest


def _version(store: VersionsWriter, draft: Draft, newest: tuple[Version, str] | None) -> Version:
    """The version that the draft is: the newest one if a reader would see no difference, else a new one."""
    mark = _mark(store, draft)
    if newest is None:
        return store.add(draft.article, 1, mark, number_first(draft.blocks), (), NAME)
    version, known_mark = newest
    if mark == known_mark:
        return version
    passages, lineage = number_next(version.passages, draft.blocks, store.numbers_used(draft.article.slug))
    return store.add(draft.article, version.number + 1, mark, passages, lineage, NAME)


def _mark(store: VersionsWriter, draft: Draft) -> str:
    """Tells one state of an article from another.

    Which events an article is tied to is the keeper's view of it, not a part of its text; and a new name alone changes nothing.
    """
    article = replace(draft.article, accounts=(), slug=store.history(draft.article.slug))
    return fingerprint(msgspec.json.encode((article, draft.blocks)))


def _same_texts(
    room: Room, plan: Plan, articles: dict[str, Entry], previous: Previous | None, sketches: Sketches
) -> tuple[SameText, ...]:
    """Which articles have the same text: compared are those that changed, with those that may be like them."""

    def passages(slug: str) -> list[str]:
        version = room.versions.get(slug, articles[slug].version)
        return [passage.text for passage in version.passages] if version else []

    known, before = (previous.catalogue.same_texts, previous.sketches) if previous else ((), {})
    return same_texts(known, before, sketches, {source.slug for source in plan.stale}, passages)


def _catalogue(
    room: Room,
    folder: Folder,
    plan: Plan,
    articles: dict[str, Entry],
    same: tuple[SameText, ...],
    before: Catalogue | None,
    report: Report,
) -> Catalogue:
    """Everything but the texts, checked against them. What cannot be read now goes on as it was read last."""
    outlets = {outlet.key: outlet for outlet in folder.outlets(report.problems)}
    events = {event.slug: event for event in folder.events(report.problems)}
    name_sets = {names.key: names for names in folder.names(report.problems)}
    if before:
        events = {slug: event for slug, event in before.events.items() if folder.has(f"events/{slug}.md")} | events
        outlets = outlets or (before.outlets if folder.has("outlets.yaml") else {})
        name_sets = name_sets or (before.names if folder.has("names.yaml") else {})
    names = present_names(
        {slug: entry.aliases for slug, entry in articles.items()},
        plan.gone.keys() | articles.keys(),
        plan.names,
        folder.line_of,
    )
    report.problems.extend(names.problems)
    if before:
        report.renamed |= {old: new for old, new in names.renamed.items() if before.renamed.get(old) != new}
    events = {
        event.slug: event for event in _with_present_names(events.values(), names.renamed, folder, report.problems)
    }
    texts: dict[str, tuple[Passage, ...]] = {}

    def passages(slug: str) -> tuple[Passage, ...]:
        if slug not in texts:
            version = room.versions.get(slug, articles[slug].version)
            texts[slug] = version.passages if version else ()
        return texts[slug]

    known = {slug: entry.article for slug, entry in articles.items()}
    report.problems.extend(problem for entry in articles.values() for problem in entry.problems)
    report.problems.extend(check_corpus(known, events.values(), outlets, passages, folder.line_of))
    about = folder.about(report.problems)
    if before and about == About() and folder.has("room.yaml"):
        about = before.about
    report.problems.extend(check_about(about, events.values(), folder.line_of))
    gone = {slug: version for slug, version in plan.gone.items() if slug not in articles}
    return Catalogue(datetime.now(UTC), about, articles, events, outlets, name_sets, gone, same, dict(names.renamed))
