"""What a reader can ask of the room: search, read an article or a passage, see an event, compare accounts.

It knows its index and its corpus only by two protocols.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from reading_room.apparatuses import Apparatuses
from reading_room.comparing.sentences.analysing import analyse
from reading_room.comparisons import Chosen, Comparisons
from reading_room.links import (
    Link,
    Linked,
    heir,
    link,
    link_between,
    link_elsewhere,
    resolve_passage,
    resolve_words,
    versions_of,
)
from reading_room.model.analysis import Analysis, Sentence
from reading_room.model.apparatus import Apparatus
from reading_room.model.article import Article, Passage, Version, VersionNote
from reading_room.model.collation import Collation
from reading_room.model.dates import day_in_words
from reading_room.model.errors import BadQuestion, NoLongerHere, NotHere, Withdrawn, WrongNumber
from reading_room.model.query import SearchQuery
from reading_room.model.resolution import Resolution
from reading_room.model.results import ResultsPage, Span
from reading_room.model.revision import HistoryEntry, Revision
from reading_room.occasions import FEWEST_COMPARED, MOST_COMPARED, Occasion, Occasions
from reading_room.offering import Offers, offers
from reading_room.permalinks.address import Address
from reading_room.permalinks.revisions import revise
from reading_room.protocols import Corpus, SearchIndex
from reading_room.questions import Question, Questions
from reading_room.room_names import RoomNames
from reading_room.suggesting import Suggestion

MOST_LETTERS = 400_000
"""Code points of all texts together up to which they are laid side by side: some 65,000 English words, a page of 2 MB that takes
ten seconds to make."""
MOST_CHANGED = 400_000
"""Code points of the passages that changed from one version to another up to which they are compared word by word: some 65,000
English words, which takes some seconds, on a page of 4 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search, with the articles that it names."""

    query: SearchQuery
    results: ResultsPage
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article open at one version. `newest` is None where the article was taken out of the room."""

    version: Version
    newest: int | None
    notes: tuple[VersionNote, ...]
    target: Passage | None
    merged: Address | None = None
    """Where the passage that was asked for last stood by itself, if it was merged into `target`."""


class Library:
    """The room as it is in one generation: nothing in it changes while it is being used."""

    def __init__(self, index: SearchIndex, corpus: Corpus) -> None:
        self.index = index
        self.corpus = corpus
        self.comparisons = Comparisons(
            corpus,
            lambda slug, number: self.read(slug, number).version,
            lambda slug, number: self.analysis(slug, number),
        )
        self._apparatuses = Apparatuses(
            corpus,
            lambda slug, number: self.read(slug, number).version,
            lambda slug, number: self.analysis(slug, number),
        )
        self._occasions = Occasions(corpus)
        self._questions = Questions(corpus, self._occasions, lambda slug: self.read(slug).version)
        self._names = RoomNames(corpus, index)  # now, so that nobody who types waits for it

    def search(self, query: SearchQuery) -> Found:
        """Passages that match, arranged as the query says; one that stands in several copies is shown in the first of them."""
        results = self.index.search(query)
        groups = chain(results.groups, *(column.groups for column in results.columns))
        hits = [hit for group in groups for hit in group.hits]
        named = {hit.article for hit in hits} | {place.article for hit in hits for place in hit.also_in}
        return Found(query, results, {slug: self.corpus.articles[slug] for slug in named})

    def offers(self, found: Found) -> Offers:
        """What may have been meant, and, where nothing was found, wider questions; each with the number of what it finds.

        All are asked in a part of the time that a search may take. What could not be counted in it is not offered.
        """
        return offers(self.index, found.query, found.results)

    def spans(self, query: SearchQuery, version: Version) -> Mapping[str, tuple[Span, ...]]:
        """Where each passage, by its number, has what a query looks for."""
        if not query.wanted:
            return {passage.id: () for passage in version.passages}
        read: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._analysed(version).sentences if query.asks_who_or_when else ():
            read[sentence.passage].append(sentence)
        language = version.article.language
        return {
            passage.id: self.index.spans(query, passage.text, language, sentences=read[passage.id])
            for passage in version.passages
        }

    def spans_in_title(self, query: SearchQuery, article: Article) -> tuple[Span, ...]:
        return self.index.spans(query, article.title, article.title_language, title=True) if query.wanted else ()

    def suggest(self, typed: str, most: int) -> tuple[Suggestion, ...]:
        """What somebody who has typed this may be looking for: names that the room has, then words for the last one typed."""
        return self._names.suggest(typed, most)

    def read(self, slug: str, number: int | None = None, passage: str | None = None) -> Reading:
        """An article at a version (the newest if None), and the passage asked for.

        Raises `NotHere` for what never was, `NoLongerHere` for a floating address of what is gone, and `Withdrawn`.
        """
        slug = self._present(slug)
        newest, notes = self.corpus.newest(slug), versions_of(self.corpus, slug)
        if newest is None and number is None:
            raise self._not_shown(slug, notes) or self._tombstone(slug, notes, passage)
        shown = number or newest
        version = self.corpus.version(slug, shown) if shown else None
        if version is None:
            raise NotHere(f"“{slug}” has no version {number}.", f"Its versions are numbered 1 to {notes[-1].number}.")
        target = self._passage(version, passage, floating=number is None) if passage else None
        merged = self._last_of(slug, passage) if passage and target and target.id != passage else None
        return Reading(version, newest, notes, target, merged)

    def _present(self, slug: str) -> str:
        """The name that an article has now; raises `Withdrawn` where it was withdrawn whole."""
        slug = self.corpus.renamed.get(slug, slug)
        if withdrawal := self.corpus.withdrawal(slug):
            raise Withdrawn(f"“{slug}”", withdrawal)
        return slug

    def _not_shown(self, slug: str, notes: tuple[VersionNote, ...]) -> Withdrawn | None:
        """What a floating address says where the newest version was withdrawn, unless the article is out and others can be read."""
        newest = notes[-1].number
        withdrawal = self.corpus.withdrawal(slug, newest)
        out = self.corpus.taken_out(slug) and not all(note.withdrawn for note in notes)
        return Withdrawn(f"version {newest} of “{slug}”", withdrawal) if withdrawal and not out else None

    def _tombstone(self, slug: str, notes: tuple[VersionNote, ...], passage: str | None) -> NoLongerHere | NotHere:
        """What a floating address says of an article that was taken out: what it was, since when, and what can still be read."""
        kept = [note.number for note in reversed(notes) if not note.withdrawn]
        last = self.corpus.last_with_passage(slug, passage) if passage else next(iter(kept), None)
        if passage and last is None:
            remedy = f"Read its last version at /a/{slug}@{kept[0]}." if kept else ""
            return NotHere(f"“{slug}” never had a passage {passage} that can be read.", remedy)
        at = self.corpus.taken_out(slug)
        version = self.corpus.version(slug, kept[0]) if kept else None
        return NoLongerHere(
            f"This article was taken out of the room{f' on {day_in_words(at)}' if at else ''}.",
            "What was kept of it can still be read, and links to words of it show them as they were quoted."
            if kept
            else "All versions of it were withdrawn.",
            f"{slug}@{last}" + (f"/{passage}" if passage else "") if last else None,
            tuple(f"{slug}@{number}" for number in kept if passage or number != last),
            version.article if version else None,
        )

    def _last_of(self, slug: str, passage: str) -> Address | None:
        last = self.corpus.last_with_passage(slug, passage)
        return Address(slug, last, passage) if last else None

    def _passage(self, version: Version, passage: str, *, floating: bool) -> Passage:
        position = version.position(passage)
        if position is not None:
            return version.passages[position]
        slug = version.article.slug
        last = self.corpus.last_with_passage(slug, passage)
        if floating and last and (merged := heir(self.corpus, slug, last, passage)):
            return self._passage(version, merged, floating=False)
        if last is None:
            count = len(version.passages)
            raise NotHere(f"“{slug}” has no passage {passage}.", f"Version {version.number} has {count} passages.")
        if not floating:
            raise NotHere(
                f"Version {version.number} of “{slug}” has no passage {passage}.",
                f"The last version that has it is {last}.",
            )
        raise NoLongerHere(
            f"Passage {passage} is not in the newest version of this article.",
            f"It was last in version {last}, which is kept.",
            f"{slug}@{last}/{passage}",
        )

    def analysis(self, slug: str, number: int | None = None) -> Analysis:
        """What is read in the sentences of an article: as ingest kept it for the newest version, else worked out now.

        Raises as `read` does.
        """
        return self._analysed(self.read(slug, number).version)

    def _analysed(self, version: Version) -> Analysis:
        kept = self.corpus.analysis(version.article.slug)
        return kept if kept and kept.version == version.number else analyse(version)

    def resolve(self, address: Address) -> Resolution:
        """What the words or the passage that an address names have become.

        Raises `NotHere` where they never were there, also where a check code is not that of the words, and `NoLongerHere` for a
        floating address of a passage that is gone.
        """
        address = replace(address, slug=self._present(address.slug))
        if address.ranges:
            return resolve_words(self.corpus, address)
        reading = self.read(address.slug, address.version, address.passage)
        if reading.target is None:
            raise BadQuestion(
                "A whole article is not followed from version to version; its passages and words are.",
                f"Add the number of a passage, as /a/{address.slug}/1.",
            )
        return resolve_passage(self.corpus, reading.version, reading.target)

    def link(self, slug: str, quote: str, near: str | None = None, version: int | None = None) -> Linked:
        """The link to a quotation as somebody pasted it, in a version (the newest if None)."""
        return link(self.read(slug, version).version, quote, near)

    def link_elsewhere(
        self, slug: str, quote: str, but: int, near: str | None = None
    ) -> tuple[tuple[Version, Linked], ...]:
        """The versions of an article that have a quotation which version `but` has not, the newest first."""
        return link_elsewhere(self.corpus, self._present(slug), quote, but, near)

    def versions(self, slug: str) -> tuple[VersionNote, ...]:
        """Which versions of an article there are, oldest first, also where it was taken out of the room.

        Raises `NotHere` for what never was, and `Withdrawn`.
        """
        return versions_of(self.corpus, self._present(slug))

    def revision(self, slug: str, before: int, after: int) -> Revision:
        """What changed from one version of an article to a later one; raises as `read` does, and `BadQuestion` for too much."""
        older, newer = self.read(slug, before).version, self.read(slug, after).version
        if changed := self._too_much_changed(older, newer):
            raise BadQuestion(
                f"From version {before} to version {after}, passages of {changed:,} letters and signs changed; up to "
                f"{MOST_CHANGED:,} can be laid side by side.",
                "Read each version by itself, or choose two that lie closer together.",
            )
        return self._revision(older, newer)

    def _too_much_changed(self, older: Version, newer: Version) -> int:
        """The code points of the passages that changed, if they are too many to be compared; else 0."""
        steps = self.corpus.lineage(newer.article.slug, older.number, newer.number)
        changed = {change.passage for step in steps for change in step if change.how != "kept"}
        letters = max(
            sum(len(passage.text) for passage in version.passages if passage.id in changed)
            for version in (older, newer)
        )
        return letters if letters > MOST_CHANGED else 0

    def _revision(self, older: Version, newer: Version) -> Revision:
        return revise(older, newer, self.corpus.lineage(newer.article.slug, older.number, newer.number))

    def history(self, slug: str, most: int) -> tuple[HistoryEntry, ...]:
        """The versions of an article, the newest first, `most` of them with what changed since the one before.

        Raises `Withdrawn` where none of them can be shown.
        """
        slug = self._present(slug)
        notes = self.versions(slug)
        kept = [note.number for note in notes if not note.withdrawn] or [notes[-1].number]
        versions = {number: version for number in kept if (version := self.corpus.version(slug, number))}
        steps = list(pairwise(versions.values()))[-most:]
        changed = {newer.number: self._too_much_changed(older, newer) for older, newer in steps}
        revisions = {newer.number: self._revision(older, newer) for older, newer in steps if not changed[newer.number]}
        return tuple(
            HistoryEntry(note, versions.get(note.number), revisions.get(note.number), changed.get(note.number, 0))
            for note in reversed(notes)
        )

    def link_between(self, slug: str, start: tuple[str, int], end: tuple[str, int], version: int | None = None) -> Link:
        """The link to the words between two places, each a passage and a code point of it, in a version (the newest if None)."""
        return link_between(self.read(slug, version).version, start, end)

    def questions_on(self, address: Address) -> tuple[Question, ...]:
        """The questions of fact that the words at an address answer, each with this account first and others beside it."""
        found = self.resolve(address).found
        if address.slug not in self.corpus.articles or not found:
            return ()
        return self._questions.that_are_answered(self.read(address.slug).version, found)

    def front_questions(self, most: int) -> tuple[Question, ...]:
        """Questions that show a new reader what the room is for."""
        return self._questions.of_the_front(most)

    def newest_articles(self, most: int) -> tuple[Article, ...]:
        """The articles published last, the undated after them."""
        dated = [article for article in self.corpus.articles.values() if article.published]
        undated = [article for article in self.corpus.articles.values() if not article.published]
        dated.sort(key=lambda article: article.publication_order, reverse=True)
        return tuple((dated + sorted(undated, key=lambda article: article.slug))[:most])

    def events(self) -> tuple[Occasion, ...]:
        """All events in order of time."""
        return self._occasions.all()

    def event(self, slug: str) -> Occasion:
        """Raises `NotHere`."""
        return self._occasions.of(slug)

    def apparatus(self, occasion: Occasion) -> Apparatus:
        """What can be said of all accounts of an event together."""
        return self._apparatuses.of(occasion.event.slug, tuple(article.slug for article in occasion.articles))

    def usual_accounts(self, occasion: Occasion) -> tuple[str, ...]:
        """Which accounts to lay side by side where nobody chose."""
        return self._occasions.usual_accounts(occasion)

    def companions(self, slug: str, most: int) -> tuple[Article, ...]:
        """Other accounts of an article's events, those that answer most of the same questions first."""
        return self._occasions.companions(slug, most)

    def compare(self, chosen: Chosen, event: str | None = None) -> Collation:
        """Two to four accounts side by side, in the order given: on one event, or on all that two of them tell of.

        An event with a single account shows that one: the sources that it quotes stand one below the other.
        """
        occasion = self.event(event) if event else None
        slugs = tuple(dict.fromkeys(chosen.articles))
        if occasion and not slugs:
            slugs = self.usual_accounts(occasion)
        alone = occasion is not None and len(occasion.articles) == 1
        if not (1 if alone else FEWEST_COMPARED) <= len(slugs) <= MOST_COMPARED:
            count = "one account" if len(slugs) == 1 else f"{len(slugs) or 'no'} accounts"
            raise WrongNumber(
                f"Two to four accounts can be read side by side; the address names {count}.",
                "Choose two, three or four of them.",
                slugs,
            )
        accounts = tuple(self.read(slug).version for slug in slugs)
        letters = sum(len(passage.text) for account in accounts for passage in account.passages)
        if letters > MOST_LETTERS:
            raise BadQuestion(
                f"These texts are too long to be laid side by side: together they have {letters:,} letters and signs, and up to "
                f"{MOST_LETTERS:,} can be compared.",
                "Choose shorter ones, or read each by itself; a search finds words in all of them.",
            )
        if occasion:
            telling = {article.slug for article in occasion.articles}
            for slug in slugs:
                if slug not in telling:
                    raise BadQuestion(
                        f"“{slug}” is not an account of {occasion.event.name}.",
                        "Choose accounts of this event, or compare any articles without an event.",
                    )
        events = (occasion.event,) if occasion else self._occasions.shared_by(slugs)
        return self.comparisons.collation(occasion.event if occasion else None, events, accounts, chosen)

    def same_text(self, slug: str) -> tuple[tuple[Article, float], ...]:
        """The articles with the same text, in order of publication, each with the share of this one's text that stands there."""
        found = [(self.corpus.articles[copy.article], copy.share) for copy in self.corpus.copies.get(slug, ())]
        return tuple(sorted(found, key=lambda copy: copy[0].publication_order))
