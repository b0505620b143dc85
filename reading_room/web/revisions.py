"""What changed between two versions, in words for a page and as a document for programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from reading_room.library import Library
from reading_room.model.article import Version, VersionNote
from reading_room.model.dates import DateSpan
from reading_room.model.languages import language_name
from reading_room.model.resolution import Pointed
from reading_room.model.revision import Particular, PassageRevision, Pointer, Revised, Revising, Revision, RevisionRow
from reading_room.web.heads import cell_views, passage_view
from reading_room.web.pages.history import ParticularView, RevisionRowView, RevisionView, VersionLink
from reading_room.web.pages.text import Link, PassageView
from reading_room.web.runs import block_runs
from reading_room.web.urls import article_url, revised_anchor
from reading_room.web.wording import (
    KIND_WORDS,
    capitalised,
    counted,
    isolated,
    listed,
    moment_in_words,
    passages_in_words,
    place_in_words,
    published_in_words,
)

MOST_NAMED = 4
"""Figures, names or negations of one change that are named."""
MOST_NOTES = 4
"""Sentences about them that a list of versions has for each."""

PARTICULARS = {
    "title": "title",
    "outlet": "outlet",
    "author": "author",
    "published": "date of publication",
    "published_basis": "basis of the date",
    "url": "address of the original",
    "url_unknown": "reason why there is no link to the original",
    "language": "language",
    "original_language": "language of the original",
    "text": "kind of text",
    "held": "part of the original that was read",
    "wire": "wire service",
    "note": "note",
}
"""What the fields of an article are called. One that is missing here is called by its own name."""

_COUNTED: dict[Revising, str] = {
    "edited": "edited",
    "inserted": "inserted",
    "deleted": "taken out",
    "split": "split",
    "merged": "merged with others",
    "regrouped": "divided anew",
    "typography": "changed in typography alone",
    "markup": "changed in markup alone",
}


def version_link(slug: str, note: VersionNote, shown: int | None = None) -> VersionLink:
    ingested = moment_in_words(note.ingested) + (", withdrawn" if note.withdrawn else "")
    return VersionLink(note.number, ingested, article_url(slug, note.number), note.number == shown)


def summary(revision: Revision) -> str:
    """`2 passages edited, 1 moved; 14 words added, 9 taken out. The title changed.`"""
    passages = revision.passages
    counts = [(sum(row.how == how for row in passages), words) for how, words in _COUNTED.items()]
    counts.insert(3, (sum(row.moved for row in passages), "moved"))
    said = [f"{count:,} {words}" for count, words in counts if count]
    text = []
    if said:
        number, rest = said[0].split(" ", 1)
        said[0] = f"{number} {'passage' if number == '1' else 'passages'} {rest}"
        text.append("; ".join(filter(None, (", ".join(said), _words_in_words(revision)))) + ".")
    if revision.particulars:
        names = [PARTICULARS.get(one.field, one.field) for one in revision.particulars]
        text.append(f"The {listed(names)} changed.")
    return " ".join(text) or "Nothing that is shown here changed."


def _words_in_words(revision: Revision) -> str:
    added, removed = revision.words_added, revision.words_removed
    if added and removed:
        return f"{counted(added, 'word', 'words')} added, {removed:,} taken out"
    if added or removed:
        return f"{counted(added or removed, 'word', 'words')} {'added' if added else 'taken out'}"
    return "no word added or taken out"


def pointed_in_words(pointed: Pointed, where: str = "") -> str:
    """`The figure 40 became 43.` `In passage 2 the negation “not” was added.` `The names Ali and Omar changed places.`"""
    was, now = (_named(pointed.kind, words) for words in (pointed.was, pointed.now))
    count = len(pointed.was or pointed.now)
    subject = f"{'the' if where else 'The'} {pointed.kind}{'s' if count > 1 else ''} {was or now}"
    verb = "were" if count > 1 else "was"
    happened = f"became {now}" if was and now else f"{verb} taken out" if was else f"{verb} added"
    if pointed.moved and pointed.was == pointed.now:
        happened = f"{'stands' if count == 1 else 'stand'} in another place"
    elif pointed.moved and count == len(pointed.now) > 1:
        happened = "changed places" if count == 2 else "stand in another order"
    return f"{f'In {where} ' if where else ''}{subject} {happened}."


def _named(kind: str, words: Sequence[str]) -> str:
    shown = [f"“{isolated(one)}”" if kind == "negation" else isolated(one) for one in words[:MOST_NAMED]]
    more = len(words) - MOST_NAMED
    return listed([*shown, f"{more} more"] if more > 0 else shown)


def notes(revision: Revision) -> tuple[str, ...]:
    """The figures, names and negations that changed, for a list of versions."""
    order = [passage.id for passage in revision.after.passages]
    found = [
        pointed_in_words(one, passages_in_words([side.passage.id for side in row.now], order))
        for row in revision.passages
        for one in row.pointed
    ]
    more = len(found) - MOST_NOTES
    return (*found[:MOST_NOTES], f"{more} more like these.") if more > 0 else tuple(found)


def revision_view(library: Library, revision: Revision) -> RevisionView:
    slug = revision.after.article.slug
    before, after = (
        version_link(slug, VersionNote(version.number, version.ingested))
        for version in (revision.before, revision.after)
    )
    return RevisionView(
        before,
        after,
        summary(revision),
        tuple(_particular_view(library, one) for one in revision.particulars),
        tuple(_Rows(revision).views()),
    )


def _particular_view(library: Library, one: Particular) -> ParticularView:
    name = PARTICULARS.get(one.field, one.field)
    return ParticularView(
        capitalised(name),
        _particular_in_words(library, one.field, one.was),
        _particular_in_words(library, one.field, one.now),
    )


def _particular_in_words(library: Library, field: str, value: object) -> str:
    if isinstance(value, DateSpan):
        return published_in_words(value)
    text = "" if value is None else str(value)
    if field == "outlet":
        return library.corpus.outlet(text).name
    if field == "text":
        return KIND_WORDS.get(text, text)
    return language_name(text) if text and "language" in field else text


class _Rows:
    """The rows of a comparison as its page shows them."""

    def __init__(self, revision: Revision) -> None:
        self._revision = revision
        self._old, self._new = (
            [passage.id for passage in version.passages] for version in (revision.before, revision.after)
        )

    def views(self) -> Iterator[RevisionRowView]:
        """Neighbours that nothing happened to are one row."""
        for unchanged, together in groupby(self._revision.rows, key=_is_unchanged):
            if unchanged:
                yield self._unchanged([row for row in together if isinstance(row, PassageRevision)])
            else:
                for row in together:
                    yield self._pointer(row) if isinstance(row, Pointer) else self._changed(row)

    def _unchanged(self, rows: Sequence[PassageRevision]) -> RevisionRowView:
        shown = [one for row in rows for one in row.now]
        named = passages_in_words([one.passage.id for one in shown], self._new)
        label = f"{counted(len(shown), 'passage', 'passages')} unchanged ({named.split(' ', 1)[1]})"
        return RevisionRowView("unchanged", label, now=self._passages(shown, is_now=True))

    def _changed(self, row: PassageRevision) -> RevisionRowView:
        return RevisionRowView(
            "changed",
            self._label(row),
            tuple(self._notes(row)),
            self._passages(row.was if row.now else _unmarked(row.was), is_now=False),
            self._passages(row.now if row.was else _unmarked(row.now), is_now=True),
        )

    def _passages(self, shown: Iterable[Revised], *, is_now: bool) -> tuple[PassageView, ...]:
        version = self._revision.after if is_now else self._revision.before
        return tuple(_revised_view(version, one, is_now=is_now) for one in shown)

    def _label(self, row: PassageRevision) -> str:
        old, new = self._named(row, is_now=False), self._named(row, is_now=True)
        match row.how:
            case "inserted":
                return f"{new} inserted"
            case "deleted":
                return f"{old} taken out"
            case "split":
                return f"{old} split into {_lower(new)}"
            case "merged":
                return f"{old} merged into {_lower(new)}"
            case "regrouped":
                return f"{old} divided anew into {_lower(new)}"
        happened = {"kept": "", "typography": "typography changed", "markup": "markup changed"}.get(row.how, row.how)
        name = old if old == new else f"{old}, now {_lower(new)},"
        return f"{name} {' and '.join(filter(None, ('moved' if row.moved else '', happened)))}".rstrip(", ")

    def _notes(self, row: PassageRevision) -> Iterator[str]:
        if row.moved:
            stood = place_in_words(self._old, row.was[0].passage.id)
            yield f"It stood {stood} and stands {place_in_words(self._new, row.now[0].passage.id)} now."
        if row.how == "typography":
            yield "Only quotation marks, dashes, spaces or forms of letters changed; the words are the same."
        elif row.how == "markup":
            yield "Only emphasis, links or the kind of passage changed; the words are the same."
        elif row.was and row.now and row.how != "kept" and not any(one.changed for one in (*row.was, *row.now)):
            yield "The words are the same."
        yield from (pointed_in_words(one) for one in row.pointed)

    def _pointer(self, row: Pointer) -> RevisionRowView:
        shown = row.shown.now if not row.is_now else row.shown.was
        other = passages_in_words([one.passage.id for one in shown], self._old if row.is_now else self._new)
        stands = "stands" if row.is_now else "stood"
        goes = "It is shown where it stands now" if row.shown.moved else f"Its words are shown with {other}"
        target = f"#{revised_anchor(shown[0].passage.id, is_now=not row.is_now)}"
        return RevisionRowView(
            "pointer",
            f"Passage {row.passage} {stands} here.",
            pointer=Link(goes, target),
            pointer_in_newer=row.is_now,
        )

    def _named(self, row: PassageRevision, *, is_now: bool) -> str:
        side, order = (row.now, self._new) if is_now else (row.was, self._old)
        return capitalised(passages_in_words([one.passage.id for one in side], order))


def _is_unchanged(row: RevisionRow) -> bool:
    return (
        isinstance(row, PassageRevision)
        and row.how == "kept"
        and not row.moved
        and row.was[0].passage.id == row.now[0].passage.id
    )


def _unmarked(side: Iterable[Revised]) -> tuple[Revised, ...]:
    """A passage that came in or went as a whole is named so, and not marked word for word."""
    return tuple(Revised(one.passage) for one in side)


def _lower(named: str) -> str:
    return named[:1].lower() + named[1:]


def _revised_view(version: Version, one: Revised, *, is_now: bool) -> PassageView:
    """A passage of one of the two versions, under the address that always shows it so."""
    block = one.passage.block
    cut = block_runs(block, changed=one.changed, change="ins" if is_now else "del")
    return replace(
        passage_view(version.article, one.passage, version=version.number),
        anchor=revised_anchor(one.passage.id, is_now=is_now),
        runs=cut,
        cells=cell_views(block, cut, version.article),
    )


def revision_document(revision: Revision) -> dict[str, Any]:
    """`{from, to, summary, particulars, words_added, words_removed, rows}`; offsets are code points of the passage's text."""
    return {
        "from": revision.before.number,
        "to": revision.after.number,
        "summary": summary(revision),
        "particulars": [
            {"field": one.field, "was": _plain(one.was), "now": _plain(one.now)} for one in revision.particulars
        ],
        "words_added": revision.words_added,
        "words_removed": revision.words_removed,
        "rows": [_row_document(revision, row) for row in revision.passages],
    }


def _plain(value: object) -> str | None:
    return value.written if isinstance(value, DateSpan) else None if value is None else str(value)


def _row_document(revision: Revision, row: PassageRevision) -> dict[str, Any]:
    return {
        "how": row.how,
        "moved": row.moved,
        "was": [_revised_document(revision.before, one) for one in row.was],
        "now": [_revised_document(revision.after, one) for one in row.now],
        "pointed_out": [{"kind": one.kind, "was": one.was, "now": one.now} for one in row.pointed],
    }


def _revised_document(version: Version, one: Revised) -> dict[str, Any]:
    text = one.passage.text
    return {
        "passage": one.passage.id,
        "text": text,
        "url": article_url(version.article.slug, version.number, one.passage.id),
        "changed": [
            {"start": span.start, "end": span.end, "text": text[span.start : span.end]} for span in one.changed
        ],
    }
