"""The synopsis of two to four accounts: the keeper's rows, then those that the machine makes of paired sentences, then the rest.

The keeper's rows win: what the keeper placed is not placed again, what the keeper kept apart (`never`) or looked for in vain
(`checked_absent`) is not laid together, and the machine fills no cell in which the keeper put words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reading_room.comparing.collation.account_sentences import AccountSentence, account_sentences, overlapping
from reading_room.comparing.collation.collating import collated
from reading_room.comparing.collation.compared_figures import figure_groups
from reading_room.comparing.collation.corrections import NOTHING, Corrected
from reading_room.comparing.collation.desk import Context, Desk, by_passage, names_by_passage, placed_words
from reading_room.comparing.collation.event_times import event_times
from reading_room.comparing.collation.kept_apart import kept_apart
from reading_room.comparing.collation.one_text import (
    echoes,
    is_of_the_room,
    repeated,
    same_texts,
    twins,
    with_copies,
    with_twins,
)
from reading_room.comparing.collation.proposals import propose
from reading_room.comparing.collation.reasons import before_what_is_told
from reading_room.comparing.collation.representing import represented
from reading_room.comparing.collation.rows import is_possible, machine_rows
from reading_room.comparing.collation.unanswered import explained
from reading_room.model.alignment import Said, SentencePair
from reading_room.model.analysis import Analysis
from reading_room.model.article import Passage, Version
from reading_room.model.collation import CollatedCell, CollatedRow, Collation, Words
from reading_room.model.event import Event
from reading_room.model.naming import Contrast
from reading_room.model.results import Span
from reading_room.model.shared import SharedWording


def synopsis(
    collation: Collation,
    analyses: Sequence[Analysis],
    pairs: Iterable[SentencePair],
    events: Sequence[Event],
    context: Context,
    names: Sequence[Contrast] = (),
    shared: Sequence[SharedWording] = (),
    corrected: Corrected = NOTHING,
    chosen: Mapping[str, Sequence[str]] | None = None,
) -> Collation:
    """The collation with the rows of the machine; `analyses` stand in the order of its accounts.

    `chosen` are passages of accounts that a reader asked for: they stand first. Every passage of every account is in a row or
    unplaced, whatever the pairs and the corrections are.
    """
    accounts = collation.accounts
    told = [account_sentences(version, analysis) for version, analysis in zip(accounts, analyses, strict=True)]
    everything = {telling.said: telling for account in told for telling in account}
    groups = same_texts(accounts, context.copies)
    alike = twins(groups, everything.values())
    apart = corrected.apart | kept_apart(events, accounts, everything)
    corrected = replace(corrected, apart=with_twins(apart, alike))
    digests = frozenset(version.article.slug for version in accounts if version.article.text == "digest")
    allowed = tuple(
        pair
        for pair in pairs
        if pair.likeness
        and not (corrected.apart and corrected.parts(pair.left, pair.right))
        and not (digests and is_of_the_room([everything[pair.left], everything[pair.right]], digests))
    )
    desk = Desk(
        accounts,
        collation.event,
        context,
        everything,
        by_passage(everything.values()),
        allowed,
        names_by_passage(names),
        corrected,
    )

    kept = [_with_readings(row, desk) for row in collation.rows]
    by_keeper = placed_words(kept, accounts)
    echoed = echoes(alike)
    by_hand = {said for said in everything if overlapping(by_keeper[said.article].get(said.passage, ()), said.span)}
    by_hand = by_hand.union(*(alike.get(said, ()) for said in by_hand))
    unkept = {said: telling for said, telling in everything.items() if said not in by_hand}
    belongs = [(said, row) for said, row in corrected.belongs if said in unkept]
    set_aside = repeated(groups, echoed).union(*({said, *alike.get(said, ())} for said, _ in belongs))
    free = {said: telling for said, telling in unkept.items() if said not in set_aside}
    kept, proposed = propose(kept, desk, free)
    free = {said: telling for said, telling in free.items() if said not in proposed}
    rows = _moved([*kept, *machine_rows(desk, free, echoed)], belongs, desk, events)
    rows = represented(rows, desk, groups)
    if chosen and any(chosen.values()):
        rows.insert(0, _chosen(desk, chosen))

    rows = explained(rows, desk, echoed)
    placed = placed_words(rows, accounts)
    sure = placed_words((row for row in rows if not is_possible(row)), accounts)
    return replace(
        collation,
        rows=tuple(rows),
        unplaced=tuple(_unplaced(version, placed[version.article.slug]) for version in accounts),
        placed=tuple(sure[version.article.slug] for version in accounts),
        figures=figure_groups(
            told, groups, _of_another_time(desk, events, told), map(desk.sure_numbers, rows), context.places
        ),
        names=tuple(names),
        shared=tuple(shared),
        same_text=groups,
    )


def _of_another_time(desk: Desk, events: Sequence[Event], told: Sequence[Sequence[AccountSentence]]) -> frozenset[Said]:
    """The sentences that are of the time of none of the events; where there is no event, nobody can say so."""
    found = [
        {
            said
            for said, of in event_times(
                event, desk.context.events.values(), zip(desk.accounts, told, strict=True)
            ).items()
            if of == "another"
        }
        for event in events
    ]
    return frozenset(set.intersection(*found)) if found else frozenset()


def _unplaced(version: Version, placed: Mapping[str, object]) -> tuple[Passage, ...]:
    return tuple(passage for passage in version.passages if passage.id not in placed)


def _with_readings(row: CollatedRow, desk: Desk) -> CollatedRow:
    """A row of the keeper's with what its sentences say of time and numbers, the copies that have its words, and what is older."""
    read = []
    for version, cell in zip(desk.accounts, row.cells, strict=True):
        read.append(replace(cell, words=tuple(desk.read(words, version.article.slug) for words in cell.words)))
    cells = with_copies(read, desk.accounts, desk.context.copies, desk.context.outlets)
    told = [words for cell in cells for words in cell.words]
    event = desk.context.events.get(row.event)
    dated = (
        (before_what_is_told(version.article, told, event) if cell.empty in ("not-found", "partial") else None) or cell
        for version, cell in zip(desk.accounts, cells, strict=True)
    )
    return desk.with_figures(replace(row, cells=tuple(dated)))


def _moved(
    rows: Sequence[CollatedRow], belongs: Iterable[tuple[Said, str]], desk: Desk, events: Sequence[Event]
) -> list[CollatedRow]:
    """The rows with the sentences that the reader puts there, in the order of their account.

    They may be put into a row of the keeper's in which none of the accounts had words: it then stands behind the keeper's others.
    """
    moved = list(rows)
    places = {version.article.slug: place for place, version in enumerate(desk.accounts)}
    for said, key in belongs:
        number = next((n for n, row in enumerate(moved) if key in (row.id, f"{row.event}/{row.id}")), None)
        if number is None:
            asked = next(
                (found for found in _asked(events, desk) if key in (found.id, f"{found.event}/{found.id}")), None
            )
            if asked is None:
                continue
            number = sum(row.source == "curated" for row in moved)
            moved.insert(number, asked)
        place, cells = places[said.article], list(moved[number].cells)
        words = {
            (one.passage.id, one.span): one for one in (desk.words(desk.told[said], "reader"), *cells[place].words)
        }
        cells[place] = CollatedCell(tuple(sorted(words.values(), key=lambda one: _position(desk.accounts[place], one))))
        moved[number] = desk.with_figures(replace(moved[number], cells=tuple(cells)))
    return moved


def _asked(events: Sequence[Event], desk: Desk) -> Iterable[CollatedRow]:
    return (collated(event, row, desk.accounts) for event in events for row in event.rows)


def _position(version: Version, words: Words) -> tuple[int, Span]:
    return version.position(words.passage.id) or 0, words.span


def _chosen(desk: Desk, chosen: Mapping[str, Sequence[str]]) -> CollatedRow:
    """The passages that a reader asked for, whole, side by side."""
    cells = []
    for version in desk.accounts:
        slug = version.article.slug
        found = [passage for passage in version.passages if passage.id in chosen.get(slug, ())]
        words = tuple(
            desk.read(Words(one, Span(0, len(one.text)), _speakers(desk, slug, one), source="reader"), slug)
            for one in found
        )
        cells.append(
            CollatedCell(words)
            if words
            else CollatedCell(empty="not-chosen", reason="No passage of this account was chosen.")
        )
    row = CollatedRow("chosen", "The passages that were chosen", "", tuple(cells), source="reader")
    return desk.with_figures(row)


def _speakers(desk: Desk, article: str, passage: Passage) -> str:
    speakers = (telling.speaker for telling in desk.in_passage.get((article, passage.id), ()))
    return "; ".join(dict.fromkeys(speakers)) or "the writer"
