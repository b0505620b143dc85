"""The versions of an article in time, what changed between any two of them, and a feed of the changes."""

from collections.abc import Sequence

from flask import Blueprint, Response, jsonify, render_template, request

from reading_room.library import Library
from reading_room.model.article import VersionNote
from reading_room.model.errors import NotHere
from reading_room.model.keeping import Absence
from reading_room.model.revision import HistoryEntry
from reading_room.permalinks.address import PREFIX
from reading_room.web.feeds import MOST_IN_FEED, atom, lasting_id
from reading_room.web.heads import article_head
from reading_room.web.pages.history import Feed, FeedEntry, HistoryEntryView, HistoryPage
from reading_room.web.params import Args, read_version
from reading_room.web.revisions import notes, revision_document, revision_view, summary, version_link
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, history_url, room_root
from reading_room.web.wording import counted, for_xml, moment_in_words, taken_out_in_words

MOST_COMPARED = 100
"""Versions of which a history says what changed with them; older ones are listed."""

history = Blueprint("history", __name__)


@history.get(f"{PREFIX}<slug>/history")
def versions(slug: str) -> str:
    return render_template("history.html", page=_page(current_library(), slug.lower(), request.args))


@history.get(f"{PREFIX}<slug>/history.json")
def versions_json(slug: str) -> Response:
    library, slug = current_library(), slug.lower()
    asked = _asked(request.args, library.versions(slug))
    if asked:
        return jsonify({"article": slug, **revision_document(library.revision(slug, *sorted(asked)))})
    entries = library.history(slug, MOST_COMPARED)
    at = library.corpus.taken_out(slug)
    return jsonify(
        article=slug,
        versions=[_entry_document(slug, entry) for entry in entries],
        taken_out=at.isoformat() if at else None,
        absences=[{"from": one.gone.isoformat(), "to": one.back.isoformat()} for one in library.corpus.absences(slug)],
    )


@history.get(f"{PREFIX}<slug>/history.atom")
def feed(slug: str) -> Response:
    """One entry for each version, with what changed."""
    return atom(_feed(current_library(), slug.lower()))


def _asked(args: Args, notes: Sequence[VersionNote]) -> tuple[int, int] | None:
    """The two versions of the address; where one is not named, it is the one before the other, or the newest."""
    before, after = read_version(args, "from"), read_version(args, "to")
    if before is None and after is None:
        return None
    newest = notes[-1].number
    after = after or newest
    before = before or max(1, after - 1)
    for number in (before, after):
        if number not in {note.number for note in notes}:
            has = "one version, number 1" if newest == 1 else f"versions 1 to {newest}"
            raise NotHere(
                f"There is no version {number} of this article.", f"The article has {has}: see {request.path}."
            )
    return before, after


def _page(library: Library, slug: str, args: Args) -> HistoryPage:
    noted = library.versions(slug)
    asked = _asked(args, noted)
    entries = library.history(slug, MOST_COMPARED)
    kept = [entry.version for entry in entries if entry.version]
    removed = library.corpus.newest(slug) is None
    out = taken_out_in_words(library.corpus.taken_out(slug))
    revision = library.revision(slug, *sorted(asked)) if asked and asked[0] != asked[1] else None
    return HistoryPage(
        head=article_head(library, kept[0].article, kept[0].number),
        entries=tuple(_entry_view(slug, entry) for entry in entries),
        choices=tuple(version.number for version in reversed(kept)),
        chosen=(min(asked), max(asked)) if asked else (kept[1 if len(kept) > 1 else 0].number, kept[0].number),
        revision=revision_view(library, revision) if revision else None,
        notice=_notice(asked),
        removed=f"The article {out}; its versions were kept." if removed else "",
        absences=tuple(map(_absence_in_words, library.corpus.absences(slug))),
        read_url=article_url(slug, kept[0].number if removed else None),
        action=history_url(slug),
        feed_url=history_url(slug, form=".atom"),
    )


def _absence_in_words(absence: Absence) -> str:
    gone, back = moment_in_words(absence.gone), moment_in_words(absence.back)
    return f"It was out of the room from {gone} to {back}."


def _notice(asked: tuple[int, int] | None) -> str:
    if asked and asked[0] == asked[1]:
        return f"Version {asked[0]} was asked for on both sides: nothing differs. Choose two versions."
    if asked and asked[0] > asked[1]:
        return f"Version {asked[1]}, the older of the two, stands first."
    return ""


def _entry_view(slug: str, entry: HistoryEntry) -> HistoryEntryView:
    return HistoryEntryView(
        version=version_link(slug, entry.note),
        ingested_iso=entry.note.ingested.isoformat(),
        summary=_said(entry),
        notes=notes(entry.revision) if entry.revision else (),
        changes_url=_changes_url(slug, entry),
    )


def _said(entry: HistoryEntry) -> str:
    """What changed with a version; of the first one, what there was."""
    if entry.version is None:
        return "The keeper of the room withdrew this version."
    if entry.revision:
        since = entry.revision.before.number
        return ("" if since == entry.note.number - 1 else f"Since version {since}: ") + summary(entry.revision)
    if entry.changed:
        return f"Passages of {entry.changed:,} letters and signs changed, too many to be compared here."
    passages = counted(len(entry.version.passages), "passage", "passages")
    return f"The first version that the room read: {passages}." if entry.note.number == 1 else f"{passages}."


def _changes_url(slug: str, entry: HistoryEntry) -> str | None:
    return history_url(slug, entry.revision.before.number, entry.note.number) if entry.revision else None


def _entry_document(slug: str, entry: HistoryEntry) -> dict[str, object]:
    return {
        "version": entry.note.number,
        "ingested": entry.note.ingested.isoformat(),
        "url": article_url(slug, entry.note.number),
        "withdrawn": entry.version is None,
        "title": entry.version.article.title if entry.version else None,
        "passages": len(entry.version.passages) if entry.version else None,
        "summary": _said(entry),
        "pointed_out": notes(entry.revision) if entry.revision else (),
        "changes_url": _changes_url(slug, entry),
    }


def _feed(library: Library, slug: str) -> Feed:
    entries = library.history(slug, MOST_IN_FEED)[:MOST_IN_FEED]
    title = next((entry.version.article.title for entry in entries if entry.version), slug)
    root = room_root()
    return Feed(
        id=lasting_id(slug, library.versions(slug)[0].ingested.isoformat()),
        title=for_xml(f"Changes of “{title}”"),
        author=for_xml(library.corpus.about.name),
        updated=entries[0].note.ingested.isoformat(),
        url=root + history_url(slug, form=".atom"),
        page_url=root + history_url(slug),
        language="en",
        entries=tuple(_feed_entry(slug, root, title, entry) for entry in entries),
    )


def _feed_entry(slug: str, root: str, title: str, entry: HistoryEntry) -> FeedEntry:
    number = entry.note.number
    said = [_said(entry), *(notes(entry.revision) if entry.revision else ())]
    return FeedEntry(
        id=lasting_id(slug, str(number), entry.note.ingested.isoformat()),
        title=for_xml(f"Version {number} of “{entry.version.article.title if entry.version else title}”"),
        updated=entry.note.ingested.isoformat(),
        url=root + (_changes_url(slug, entry) or article_url(slug, number)),
        summary=for_xml(" ".join(said)),
    )
