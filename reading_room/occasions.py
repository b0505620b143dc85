"""Events with the articles that tell of them, and which of these are read beside each other."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reading_room.comparing.collation.collating import answered
from reading_room.comparing.wording.relaying import agencies
from reading_room.model.article import Article
from reading_room.model.errors import NotHere
from reading_room.model.event import Event
from reading_room.protocols import Corpus

FEWEST_COMPARED, MOST_COMPARED = 2, 4
_HELD = {"complete": 0, "excerpt": 1, "digest": 2}


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with the articles that tell of it, in order of publication."""

    event: Event
    articles: tuple[Article, ...]


class Occasions:
    """The events of one generation."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def all(self) -> tuple[Occasion, ...]:
        """In order of time."""
        ordered = sorted(self._corpus.events.values(), key=lambda event: event.time_order)
        return tuple(self.of(event.slug) for event in ordered)

    def of(self, slug: str) -> Occasion:
        event = self._corpus.events.get(slug)
        if event is None:
            raise NotHere(f"There is no event “{slug}” in this room.", "The list of events has all there are.")
        return Occasion(event, self._telling.get(slug, ()))

    @cached_property
    def _telling(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles that tell of each event, in order of publication; worked out once, since pages ask for it often."""
        telling: dict[str, list[Article]] = defaultdict(list)
        for article in sorted(self._corpus.articles.values(), key=lambda article: article.publication_order):
            for event in dict.fromkeys(account.event for account in article.accounts):
                telling[event].append(article)
        return {event: tuple(articles) for event, articles in telling.items()}

    def shared_by(self, slugs: Sequence[str]) -> tuple[Event, ...]:
        """The events of which two and more of these articles tell."""
        chosen = set(slugs)
        return tuple(
            occasion.event
            for occasion in self.all()
            if sum(article.slug in chosen for article in occasion.articles) >= FEWEST_COMPARED
        )

    def companions(self, slug: str, most: int) -> tuple[Article, ...]:
        """Other accounts of an article's events, those that answer most of the same questions first."""
        shared: Counter[str] = Counter()
        for account in self._corpus.articles[slug].accounts:
            if account.event in self._corpus.events:
                occasion = self.of(account.event)
                asked = [row for row in occasion.event.rows if answered(row, slug)]
                for article in occasion.articles:
                    shared[article.slug] += sum(answered(row, article.slug) for row in asked)
        del shared[slug]
        return tuple(self._corpus.articles[other] for other, _ in shared.most_common(most))

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
        if any(copy.article == other.slug for copy in self._corpus.copies.get(one.slug, ())):
            return True
        names = [{self._corpus.outlet(article.outlet).name.casefold()} for article in (one, other)]
        wires = [{agency.casefold() for agency in agencies(article.wire)} for article in (one, other)]
        return bool(wires[0] & (wires[1] | names[1]) or wires[1] & names[0])
