"""Finds the words that accounts share in runs of eight and more, and where copies of one text differ.

Words are compared folded (`model/wording.py`), so that typography makes no difference, and runs go on from one paragraph into the
next. Of a digest only what it quotes is its account's wording; each quotation stands for itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from reading_room.comparing.sentences.reporting.quotation_marks import quoted
from reading_room.model.article import Version
from reading_room.model.copies import SameText, together
from reading_room.model.naming import Occurrence
from reading_room.model.results import Span
from reading_room.model.sentences import sentences
from reading_room.model.shared import Difference, IndependentTexts, Places, SharedRun, SharedWording
from reading_room.model.word_alignment import align
from reading_room.model.wording import RUN, placed_words, same_text, words

MOST_PLACES = 16
"""Places of one run of eight words in a text that are looked at: what stands in more is a refrain."""


FEWEST_WORDS = 3
"""Of a sentence, that are shown as shared."""


def shared_wording(accounts: Sequence[Version]) -> tuple[SharedWording, ...]:
    """For each two accounts that share any run, what they share; in the order of their slugs."""
    return shared_by(OwnWords.of(account) for account in accounts)


def shared_by(texts: Iterable["OwnWords"]) -> tuple[SharedWording, ...]:
    """The same of accounts whose words were read before."""
    found = (_shared(one, other) for one, other in combinations(sorted(texts, key=lambda text: text.slug), 2))
    return tuple(one for one in found if one.runs)


def independent_texts(accounts: Iterable[Version], copies: Iterable[SameText]) -> IndependentTexts:
    """How many texts stand behind some articles; `copies` are those of the whole room, as they were found at ingest."""
    articles = [account.article for account in accounts]
    digests = {article.slug for article in articles if article.text == "digest"}
    whole = {article.slug for article in articles} - digests
    groups = together(pair for pair in copies if whole.issuperset(pair.articles))
    alone = whole.difference(*groups)
    return IndependentTexts(tuple(sorted([*groups, *((slug,) for slug in alone)])), tuple(sorted(digests)))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words of an account that are its own, with their places; a break between two is a word that no other text has."""

    slug: str
    is_whole: bool
    words: tuple[str, ...]
    places: tuple[Occurrence, ...]

    @classmethod
    def of(cls, account: Version) -> "OwnWords":
        whole = account.article.text != "digest"
        own: list[str] = []
        places: list[Occurrence] = []
        for passage in account.passages:
            for part in (Span(0, len(passage.text)),) if whole else quoted(passage.text):
                for word, start, end in placed_words(passage.text[part.start : part.end]):
                    own.append(word)
                    places.append(Occurrence(passage.id, Span(part.start + start, part.start + end)))
                if not whole:
                    own.append(f" {account.article.slug} {len(own)}")
                    places.append(Occurrence(passage.id, Span(part.end, part.end)))
        return cls(account.article.slug, whole, tuple(own), tuple(places))

    def occurrences(self, start: int, end: int) -> Places:
        """Where some of the words stand, those of one passage together."""
        found: list[Occurrence] = []
        for place in self.places[start:end]:
            if place.span.start == place.span.end:
                continue
            if found and found[-1].passage == place.passage:
                found[-1] = Occurrence(place.passage, Span(found[-1].span.start, place.span.end))
            else:
                found.append(place)
        return tuple(found)

    def runs(self) -> frozenset[str]:
        return frozenset(" ".join(self.words[at : at + RUN]) for at in range(len(self.words) - RUN + 1))


def _shared(one: OwnWords, other: OwnWords) -> SharedWording:
    runs = tuple(
        SharedRun(size, one.occurrences(here, here + size), other.occurrences(there, there + size))
        for here, there, size in sorted(_apart(_maximal(one.words, other.words)))
    )
    same = same_text(one.runs(), other.runs()) if runs and one.is_whole and other.is_whole else None
    return SharedWording(one.slug, other.slug, runs, same, tuple(_differences(one, other)) if same else ())


_Match = tuple[int, int, int]
"""Where a run begins in each of two texts, and how many words it has."""


def _maximal(one: Sequence[str], other: Sequence[str]) -> Iterator[_Match]:
    """The runs of eight words and more that no word can be added to on either side.

    A run that another one covers in the second text is left out, so that a refrain takes no longer than other words.
    """
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for here in range(len(one) - RUN + 1):
        starts[tuple(one[here : here + RUN])].append(here)
    covered = 0
    for there in range(len(other) - RUN + 1):
        furthest = covered
        for here in starts.get(tuple(other[there : there + RUN]), ())[:MOST_PLACES]:
            if here and there and one[here - 1] == other[there - 1]:
                continue  # found from its first word
            last = max(there, covered + 1 - RUN)
            if one[here + last - there : here + last - there + RUN] != other[last : last + RUN]:
                continue  # ends before the one that covers it
            size = RUN
            while here + size < len(one) and there + size < len(other) and one[here + size] == other[there + size]:
                size += 1
            if there + size > covered:
                yield here, there, size
                furthest = max(furthest, there + size)
        covered = furthest


def _apart(matches: Iterable[_Match]) -> list[_Match]:
    """The longest runs of which no two have a word in common in either text."""
    found: list[_Match] = []
    used: tuple[set[int], set[int]] = set(), set()
    for here, there, size in sorted(matches, key=lambda match: (-match[2], match)):
        left, right = range(here, here + size), range(there, there + size)
        if used[0].isdisjoint(left) and used[1].isdisjoint(right):
            used[0].update(left)
            used[1].update(right)
            found.append((here, there, size))
    return found


def without_shreds(text: str, run: Span) -> Span | None:
    """A shared run without the ends that have but a word or two of a sentence: “said” before the next sentence is no wording.

    None where nothing is left.
    """
    parts = [
        Span(max(run.start, one.start), min(run.end, one.end))
        for one in sentences(text)
        if one.start < run.end and run.start < one.end
    ]
    whole = [part for part in parts if len(words(text[part.start : part.end])) >= FEWEST_WORDS]
    return Span(whole[0].start, whole[-1].end) if whole else None


def _differences(one: OwnWords, other: OwnWords) -> Iterator[Difference]:
    """The words between those that the two have in common, in order."""
    same = [(-1, -1)]
    for here, there in enumerate(align(one.words, other.words)):
        if there is not None and one.words[here] == other.words[there]:  # else a word that is spelt anew
            same.append((here, there))
    for (here, there), (here_next, there_next) in pairwise([*same, (len(one.words), len(other.words))]):
        difference = Difference(one.occurrences(here + 1, here_next), other.occurrences(there + 1, there_next))
        if difference.left or difference.right:
            yield difference
