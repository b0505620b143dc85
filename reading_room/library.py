"""What a reader can ask of the room: search, read an article or a passage, see an event, compare accounts.

The library knows its index and its corpus only by the two protocols below, in the model's terms, so that another engine can stand
in the place of either.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import Protocol

from reading_room.apparatuses import Apparatuses
from reading_room.comparing.collation.collating import answered, collate, has_words
from reading_room.comparing.sentences.analysing import analyse
from reading_room.comparing.wording.relaying import agencies
from reading_room.comparisons import Chosen, Comparisons
from reading_room.links import (
    History,
    Link,
    Linked,
    heir,
    link,
    link_between,
    resolve_passage,
    resolve_words,
    versions_of,
)
from reading_room.model.about import About
from reading_room.model.analysis import Analysis, Sentence
from reading_room.model.apparatus import Apparatus
from reading_room.model.article import Article, Passage, Version, VersionNote
from reading_room.model.collation import Collation, Words
from reading_room.model.copies import Copy
from reading_room.model.dates import day_in_words
from reading_room.model.errors import BadQuestion, NoLongerHere, NotHere, Withdrawn
from reading_room.model.event import Event, Row
from reading_room.model.keeping import Withdrawal
from reading_room.model.names import NameSet
from reading_room.model.outlet import UNKNOWN_OUTLET, Outlet
from reading_room.model.query import Field, SearchQuery, Title, Word, unparse
from reading_room.model.resolution import Resolution, Stretch
from reading_room.model.respelling import Respelling
from reading_room.model.results import ResultsPage, Span
from reading_room.model.revision import HistoryEntry, Revision
from reading_room.offering import Offers, offers
from reading_room.permalinks.address import Address
from reading_room.permalinks.revisions import revise
from reading_room.suggesting import WORD, Suggestion, Suggestions, fold, place_in

FEWEST_COMPARED, MOST_COMPARED = 2, 4
FEWEST_WORDS_SUGGESTED = 3
_HELD = {"complete": 0, "excerpt": 1, "digest": 2}


class SearchIndex(Protocol):
    """Finds passages. `generation` names the state of the corpus that it was made from."""

    generation: str
    seconds: float
    """How long a search may take."""

    def search(self, query: SearchQuery, seconds: float | None = None) -> ResultsPage: ...

    def respellings(self, query: SearchQuery, seconds: float) -> tuple[Respelling, ...]: ...

    def spans(
        self,
        query: SearchQuery,
        text: str,
        language: str = "",
        *,
        title: bool = False,
        sentences: Iterable[Sentence] = (),
    ) -> tuple[Span, ...]: ...

    def words(self, beginning: str, most: int) -> tuple[str, ...]: ...


class Corpus(History, Protocol):
    """Holds articles with every version of them, events, outlets and names. Keyed by slug or key.

    `renamed` has, for each name that an article had before, the one that it has now.
    """

    about: About
    articles: dict[str, Article]
    renamed: Mapping[str, str]
    events: dict[str, Event]
    names: dict[str, NameSet]
    outlets: Mapping[str, Outlet]
    copies: Mapping[str, tuple[Copy, ...]]
    passages: int

    def last_with_passage(self, slug: str, passage: str) -> int | None: ...

    def analysis(self, slug: str) -> Analysis | None: ...

    def withdrawal(self, slug: str, number: int | None = None) -> Withdrawal | None: ...

    def taken_out(self, slug: str) -> datetime | None: ...

    def outlet(self, key: str) -> Outlet: ...


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


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with the articles that tell of it, in order of publication."""

    event: Event
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A row of an event with two or more accounts' words."""

    event: Event
    row: Row
    collation: Collation


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
        self._suggestions = Suggestions(_names(corpus))  # now, so that nobody who types waits for it
        self._in_fields = {field: Suggestions(names) for field, names in _names_in_fields(corpus).items()}

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
        """What somebody who has typed this may be looking for: names that the room has, then words for the last one typed.

        Where there are many names, some room is kept for words. In a field it is names that the field knows, or words of titles.
        """
        place = place_in(typed)
        if place is None:
            return ()
        if place.field:
            known = self._in_fields[place.field].beginning(place.word, most)
            return tuple(replace(one, text=place.finished(_in_field(place.field, one.text))) for one in known)
        names = self._suggestions.beginning(typed, most)
        said = {fold(name.text) for name in names}
        words = self.index.words(place.word, max(most - len(names), FEWEST_WORDS_SUGGESTED))
        finished = [Suggestion(place.finished(word), "word") for word in words]
        finished = [one for one in finished if fold(one.text) not in said]
        return (*names[: most - len(finished)], *finished)

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

    def versions(self, slug: str) -> tuple[VersionNote, ...]:
        """Which versions of an article there are, oldest first, also where it was taken out of the room.

        Raises `NotHere` for what never was, and `Withdrawn`.
        """
        return versions_of(self.corpus, self._present(slug))

    def revision(self, slug: str, before: int, after: int) -> Revision:
        """What changed from one version of an article to a later one; raises as `read` does."""
        return self._revision(self.read(slug, before).version, self.read(slug, after).version)

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
        revisions = {newer.number: self._revision(older, newer) for older, newer in steps}
        return tuple(
            HistoryEntry(note, versions.get(note.number), revisions.get(note.number)) for note in reversed(notes)
        )

    def link_between(self, slug: str, start: tuple[str, int], end: tuple[str, int], version: int | None = None) -> Link:
        """The link to the words between two places, each a passage and a code point of it, in a version (the newest if None)."""
        return link_between(self.read(slug, version).version, start, end)

    def questions_on(self, address: Address) -> tuple[Question, ...]:
        """The questions of fact that the words at an address answer, each with this account first and others beside it."""
        article, found = self.corpus.articles.get(address.slug), self.resolve(address).found
        if article is None or not found:
            return ()
        version = self.read(address.slug).version
        tied = (self.corpus.events.get(slug) for slug in dict.fromkeys(account.event for account in article.accounts))
        questions: list[Question] = []
        for event in filter(None, tied):
            answers = {row.id: row.cells[0].words for row in collate(event, (event,), (version,)).rows}
            rows = [row for row in event.rows if any(_touches(words, found) for words in answers.get(row.id, ()))]
            questions += filter(None, (self._question(event, row, version) for row in rows))
        return tuple(questions)

    def newest_articles(self, most: int) -> tuple[Article, ...]:
        """The articles published last, the undated after them."""
        dated = [article for article in self.corpus.articles.values() if article.published]
        undated = [article for article in self.corpus.articles.values() if not article.published]
        dated.sort(key=lambda article: article.publication_order, reverse=True)
        return tuple((dated + sorted(undated, key=lambda article: article.slug))[:most])

    def events(self) -> tuple[Occasion, ...]:
        """All events in order of time."""
        ordered = sorted(self.corpus.events.values(), key=lambda event: event.time_order)
        return tuple(self.event(event.slug) for event in ordered)

    def event(self, slug: str) -> Occasion:
        event = self.corpus.events.get(slug)
        if event is None:
            raise NotHere(f"There is no event “{slug}” in this room.", "The list of events has all there are.")
        return Occasion(event, self._telling.get(slug, ()))

    @cached_property
    def _telling(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles that tell of each event, in order of publication; worked out once, since pages ask for it often."""
        telling: dict[str, list[Article]] = defaultdict(list)
        for article in sorted(self.corpus.articles.values(), key=lambda article: article.publication_order):
            for event in dict.fromkeys(account.event for account in article.accounts):
                telling[event].append(article)
        return {event: tuple(articles) for event, articles in telling.items()}

    def apparatus(self, occasion: Occasion) -> Apparatus:
        """What can be said of all accounts of an event together."""
        return self._apparatuses.of(occasion.event.slug, tuple(article.slug for article in occasion.articles))

    def usual_accounts(self, occasion: Occasion) -> tuple[str, ...]:
        """Which accounts to lay side by side where nobody chose: those with words for the most questions.

        First those of different outlets that answer anything, then the others; of two that print one text, or one agency’s, the
        second only where there would be no two without it. Of those that answer as much, that goes first of which more is held.
        """
        order = {article.slug: place for place, article in enumerate(occasion.articles)}
        answers = {slug: sum(answered(row, slug) for row in occasion.event.rows) for slug in order}
        ranked = sorted(occasion.articles, key=lambda one: (-answers[one.slug], _HELD[one.text], order[one.slug]))
        chosen: list[Article] = []
        for of_any_outlet in (False, True):
            for one in ranked:
                fits = of_any_outlet or (answers[one.slug] and all(one.outlet != other.outlet for other in chosen))
                is_new = one not in chosen and not any(self._is_one_text(one, other) for other in chosen)
                if fits and is_new and len(chosen) < MOST_COMPARED:
                    chosen.append(one)
        chosen += [one for one in ranked if one not in chosen][: max(0, FEWEST_COMPARED - len(chosen))]
        return tuple(sorted((one.slug for one in chosen), key=order.__getitem__))

    def _is_one_text(self, one: Article, other: Article) -> bool:
        """Whether one text stands in both, as far as ingest saw it or their particulars say that an agency wrote it."""
        if any(copy.article == other.slug for copy in self.corpus.copies.get(one.slug, ())):
            return True
        names = [{self.corpus.outlet(article.outlet).name.casefold()} for article in (one, other)]
        wires = [{agency.casefold() for agency in agencies(article.wire)} for article in (one, other)]
        return bool(wires[0] & (wires[1] | names[1]) or wires[1] & names[0])

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
            raise BadQuestion(
                f"Two to four accounts can be read side by side; the address names {count}.",
                "Choose two, three or four of them.",
            )
        accounts = tuple(self.read(slug).version for slug in slugs)
        if occasion:
            telling = {article.slug for article in occasion.articles}
            for slug in slugs:
                if slug not in telling:
                    raise BadQuestion(
                        f"“{slug}” is not an account of {occasion.event.name}.",
                        "Choose accounts of this event, or compare any articles without an event.",
                    )
        events = (occasion.event,) if occasion else self._shared_events(slugs)
        return self.comparisons.collation(occasion.event if occasion else None, events, accounts, chosen)

    def _shared_events(self, slugs: Sequence[str]) -> tuple[Event, ...]:
        chosen = set(slugs)
        return tuple(
            occasion.event
            for occasion in self.events()
            if sum(article.slug in chosen for article in occasion.articles) >= FEWEST_COMPARED
        )

    def companions(self, slug: str, most: int) -> tuple[Article, ...]:
        """Other accounts of an article's events, those that answer most of the same questions first."""
        shared: Counter[str] = Counter()
        for account in self.corpus.articles[slug].accounts:
            if account.event in self.corpus.events:
                occasion = self.event(account.event)
                asked = [row for row in occasion.event.rows if answered(row, slug)]
                for article in occasion.articles:
                    shared[article.slug] += sum(answered(row, article.slug) for row in asked)
        del shared[slug]
        return tuple(self.corpus.articles[other] for other, _ in shared.most_common(most))

    def same_text(self, slug: str) -> tuple[tuple[Article, float], ...]:
        """The articles with the same text, in order of publication, each with the share of this one's text that stands there."""
        found = [(self.corpus.articles[copy.article], copy.share) for copy in self.corpus.copies.get(slug, ())]
        return tuple(sorted(found, key=lambda copy: copy[0].publication_order))

    def front_questions(self, most: int) -> tuple[Question, ...]:
        """Questions that show a new reader what the room is for: those that the keeper chose, else those most accounts answer.

        Unless the keeper says otherwise, at most one of each event, in order of time.
        """
        chosen = [(self.corpus.events.get(event), key) for event, key in self.corpus.about.questions]
        rows = [(event, row) for event, key in chosen if event for row in event.rows if row.id == key]
        if not rows:
            best = [question for occasion in self.events() if (question := self._most_answered(occasion))]
            rows = sorted(best, key=self._answers, reverse=True)
        questions = (self._question(event, row) for event, row in rows)
        return tuple(islice(filter(None, questions), most))

    def _most_answered(self, occasion: Occasion) -> tuple[Event, Row] | None:
        rows = [(occasion.event, row) for row in occasion.event.rows]
        best = max(rows, key=self._answers, default=None)
        return best if best and self._answers(best) >= FEWEST_COMPARED else None

    def _answers(self, question: tuple[Event, Row]) -> int:
        """How many accounts of the event have words for the row."""
        event, row = question
        return sum(answered(row, article.slug) for article in self.event(event.slug).articles)

    def _question(self, event: Event, row: Row, first: Version | None = None) -> Question | None:
        """The question with the first accounts whose words stand where the keeper found them; None with fewer than two.

        `first` is an account that is to be among them, before the others.
        """
        telling = (
            self.read(article.slug).version
            for article in self.event(event.slug).articles
            if answered(row, article.slug) and not (first and article.slug == first.article.slug)
        )
        having = (version for version in chain([first] if first else [], telling) if has_words(event, row, version))
        accounts = tuple(islice(having, MOST_COMPARED))
        if len(accounts) < FEWEST_COMPARED:
            return None
        return Question(event, row, collate(event, (event,), accounts))


def _names(corpus: Corpus) -> Iterator[Suggestion]:
    """What is suggested by its name."""
    for slug, event in corpus.events.items():
        yield Suggestion(event.name, "event", slug)
    for key in {article.outlet for article in corpus.articles.values()} - {UNKNOWN_OUTLET.key}:
        yield Suggestion(corpus.outlet(key).name, "outlet", key)
    for one in corpus.names.values():
        for name in chain(*one.names.values()):
            yield Suggestion(name, "name")
    for slug, article in corpus.articles.items():
        yield Suggestion(article.title, "title", slug)


def _names_in_fields(corpus: Corpus) -> dict[str, list[Suggestion]]:
    """What is suggested behind the name of a field."""
    articles = corpus.articles.values()
    titled = {word.group().casefold(): word.group() for article in articles for word in WORD.finditer(article.title)}
    named = {
        "outlet": {corpus.outlet(article.outlet).name for article in articles},
        "event": {event.name for event in corpus.events.values()},
        "author": {article.author for article in articles if article.author},
    }
    return {
        "title": [Suggestion(word, "word") for word in titled.values()],
        **{field: [Suggestion(name, "name") for name in names] for field, names in named.items()},
    }


def _in_field(field: str, text: str) -> str:
    return unparse(Title(Word(text)) if field == "title" else Field(field, text.replace('"', " ")))


def _touches(words: Words, stretches: Sequence[Stretch]) -> bool:
    """Whether a row's words and the stretches have a code point in common."""
    return any(
        one.passage == words.passage.id and one.start < words.span.end and words.span.start < one.end
        for one in stretches
    )
