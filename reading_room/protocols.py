"""What the library needs of an index and of a corpus: another engine can stand in the place of either."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from reading_room.links import History
from reading_room.model.about import About
from reading_room.model.analysis import Analysis, Sentence
from reading_room.model.article import Article
from reading_room.model.copies import Copy
from reading_room.model.event import Event
from reading_room.model.keeping import Absence, Withdrawal
from reading_room.model.names import NameSet
from reading_room.model.outlet import Outlet
from reading_room.model.query import SearchQuery
from reading_room.model.respelling import Respelling
from reading_room.model.results import ResultsPage, Span


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

    def absences(self, slug: str) -> tuple[Absence, ...]: ...

    def outlet(self, key: str) -> Outlet: ...
