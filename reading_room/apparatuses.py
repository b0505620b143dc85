"""The apparatus of each event as the library has it: worked out from all of its accounts, once for a generation."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Protocol

from reading_room.comparing.collation.account_sentences import account_sentences
from reading_room.comparing.collation.event_figures import event_figures
from reading_room.comparing.collation.event_times import event_times
from reading_room.comparing.wording.naming import Elsewhere, contrasts
from reading_room.comparing.wording.noted_names import with_noted
from reading_room.comparing.wording.relaying import relays
from reading_room.comparing.wording.shared_wording import independent_texts
from reading_room.model.alignment import Said
from reading_room.model.analysis import Analysis
from reading_room.model.apparatus import Apparatus
from reading_room.model.article import Version
from reading_room.model.copies import Copy, SameText
from reading_room.model.event import Event, OfTime
from reading_room.model.names import NameSet
from reading_room.model.outlet import Outlet
from reading_room.model.results import Span

EVENTS_KEPT = 32
"""Events of which the apparatus is kept at hand: of fifty accounts it is some hundred kilobytes."""


class Told(Protocol):
    """What an apparatus needs of the corpus."""

    events: dict[str, Event]
    names: dict[str, NameSet]
    outlets: Mapping[str, Outlet]
    copies: Mapping[str, tuple[Copy, ...]]


class Apparatuses:
    """Gives the apparatus of an event for as long as one generation lasts: nothing in it changes meanwhile."""

    def __init__(
        self, corpus: Told, read: Callable[[str, int | None], Version], analysis: Callable[[str, int | None], Analysis]
    ) -> None:
        self._corpus, self._read, self._analysis = corpus, read, analysis
        self.of = lru_cache(maxsize=EVENTS_KEPT)(self._of)

    def _of(self, event: str, articles: tuple[str, ...]) -> Apparatus:
        """Of an event and the articles that tell of it, in order of publication."""
        corpus, found = self._corpus, self._corpus.events[event]
        accounts = tuple(self._read(slug, None) for slug in articles)
        analyses = [self._analysis(slug, None) for slug in articles]
        names = tuple(corpus.names.values())
        read = {analysis.article: analysis.sentences for analysis in analyses}
        sentences = [account_sentences(*pair) for pair in zip(accounts, analyses, strict=True)]
        of_time = event_times(found, corpus.events.values(), zip(accounts, sentences, strict=True))
        texts = independent_texts(accounts, _pairs(articles, corpus.copies))
        return Apparatus(
            event=found,
            accounts=accounts,
            names=with_noted(contrasts(found, accounts, names, _elsewhere(of_time)), found, accounts),
            figures=event_figures(sentences, of_time, texts.groups),
            relays=relays(accounts, corpus.outlets, names, read, of_time, event),
            texts=texts,
        )


def _elsewhere(of_time: Mapping[Said, OfTime]) -> Elsewhere:
    """The sentences that are of another time, by account and passage."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for said, of in of_time.items():
        if of == "another":
            found[said.article, said.passage].append(said.span)
    return found


def _pairs(articles: Iterable[str], copies: Mapping[str, tuple[Copy, ...]]) -> Iterable[SameText]:
    return (
        SameText((slug, copy.article), (copy.share, copy.share), ())
        for slug in articles
        for copy in copies.get(slug, ())
        if slug < copy.article
    )
