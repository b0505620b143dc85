"""Names a group of articles neutrally, as a librarian heads a folder: who or where, what was done, in words that most share.

So no outlet's headline becomes the name, and no word in it takes a side (`_LOADED`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from reading_room.comparing.groups.telling import Telling, Term, spelled, term_of
from reading_room.comparing.pairs.rarity import rarity as general_rarity
from reading_room.comparing.wording.small_words import SMALL
from reading_room.comparing.wording.text_words import OF_NUMBERS, OF_TEXTS, OF_TIMES

Pairs = Mapping[tuple[Term, Term], int]
"""Words that stand beside each other, with how many articles have them so."""

MOST_NAMES, MOST_DEEDS, MOST_PARTS = 2, 2, 3
LONGEST_PART = 3
"""Words of one part of a name."""
ALIKE = 5
"""Letters at the beginning of two words from which they are taken for one."""
MOST_SHARED = 0.5
"""The share of the articles from which a word is shared by most."""
SELDOM = 0.2
_POSSESSIVE = re.compile(r"['’]s$")
_LOADED = """
    accuse accused accuses admit admits blast blasted blasts boast boasts claim claimed claims denied denies deny
    extremist extremists fighters jihadi jihadis jihadist jihadists liberate liberated liberates liberation martyr
    martyred martyrs massacre massacred mercenaries mercenary militant militants occupation occupied occupiers
    puppet rebel rebels regime separatists slam slams so-called terror terrorism terrorist terrorists thugs
"""
"""What one side calls the other, or what was done: a heading that takes it over takes a side."""
_DEEDS = """
    abduction accident agreement air-strike airstrikes arrest arrested assault assaults attack attacks avalanche ban bankruptcy
    battle beheaded beheading beheads bid bombing breach ceasefire charged collapse collided collision
    concert conference coronation coup crash crashed crossing death deaths debate demining demolition derailed derailment
    destroyed destruction discovery earthquake eclipse election eruption execution expedition explosion festival final fire fires
    flight flood floods funeral hijacking hurricane indicted indictment inquiry kidnapping killed killing killings landing launch
    launched lawsuit leak looted looting march match merger mission murder offensive outage outbreak parade protest protests
    race raid raids rally recall recapture recaptured referendum release released rescue resignation retirement ruling sanctions
    sentence sentenced shooting shootings siege sinking snowfall sorties split storm storms strike strikes strikes summit
    takeover talks test theft tornado tour trailer transfer treaty trial verdict visit vote wedding withdrawal wreck
"""
DEEDS = frozenset(map(term_of, _DEEDS.split()))
OF_A_DEED = 3.0
"""What a word for something done counts beside others: a heading says what happened."""
NO_NAMES = frozenset(map(term_of, f"{OF_TEXTS} {OF_TIMES} {OF_NUMBERS} {_LOADED} beyond inside".split())) | frozenset(
    map(term_of, SMALL)
)
"""What speaks of the texts themselves, of when and how many, takes a side, or says nothing."""
NOT_BESIDE = frozenset(map(term_of, f"{OF_NUMBERS} {_LOADED} {OF_TIMES.partition('yesterday')[2]}".split()))
"""What stands in no name of several words; “Bastille Day” and “Panama Papers” are such, “Wednesday Rihanna” is not."""
_OF_A_COUNTRY = ("ian", "ean", "ese", "ish")
_NO_WORD = re.compile(r"[A-Za-z]{6,}\d|[a-z][A-Z]{2,}\w*[a-z]|[a-z][A-Z]+[a-z]+[A-Z]")


def name_of(group: Sequence[Telling], having: Mapping[Term, int], texts: int) -> str:
    """Who or where, and then what was done, in words that most of the articles have: “Costa Rica, plane crash”.

    Those are taken that few of the articles in hand have, and that are rare in general. Of one article they are those
    that it has most of. `having` counts in how many of all `texts` a term stands.
    """
    sharing: dict[Term, list[float]] = defaultdict(list)
    for telling in group:
        for term, weight in telling.weights:
            sharing[term].append(weight)
    least = min(len(group), max(2, math.ceil(MOST_SHARED * len(group))))
    spellings = _Spellings.of(group)
    names = {
        term
        for term in sharing
        if 2 * sum(term in one.names for one in group) > len(sharing[term]) and not spellings.usual(term).islower()
    }

    def worth(term: Term) -> tuple[float, Term]:
        rarity = math.log(1 + texts / having[term])
        rarity = math.sqrt(rarity) if term in names else rarity * math.sqrt(general_rarity(term, "en"))
        deed = OF_A_DEED if term in DEEDS and term not in names else 1
        return -deed * len(sharing[term]) / len(group) * math.log1p(
            sum(sharing[term]) / len(sharing[term])
        ) * rarity, term

    single = sorted((term for term in sharing if " " not in term), key=worth)
    fit = [term for term in single if _is_fit(term, spellings.usual(term), len(sharing[term]) == len(group))] or single
    shared = [term for term in fit if len(sharing[term]) >= least] or fit
    bare = {term for term in shared if term in names and _is_of_a_country(term, spellings.usual(term), sharing)}
    called = [term for term in shared if term in names and term not in bare][:MOST_NAMES]
    done = _unlike([term for term in shared if term not in names])[: MOST_DEEDS if called else MOST_PARTS]
    chosen = [*called, *done] or shared[:MOST_PARTS]
    pairs: dict[tuple[Term, Term], int] = {}
    for pair in (term for term, weights in sharing.items() if " " in term and len(weights) >= least > 1):
        one, other = pair.split(" ")
        if NOT_BESIDE.isdisjoint((one, other)) and ({one, other} <= names or {one, other} <= {*chosen, *bare}):
            pairs[one, other] = len(sharing[pair])
    parts = _parts(called, spellings, pairs)
    parts += _parts([term for term in chosen if term not in called], spellings, pairs, spoken={*_terms(parts)})
    name = ", ".join(spellings.written(run) for run in parts)
    return name[:1].upper() + name[1:]


def _unlike(terms: Sequence[Term]) -> list[Term]:
    """Without those that begin as one before them does: after “rescue” there is no “rescuers”."""
    return [term for at, term in enumerate(terms) if not any(term[:ALIKE] == other[:ALIKE] for other in terms[:at])]


def _is_fit(term: Term, form: str, in_all: bool) -> bool:
    """Whether a word may stand in a heading; an abbreviation only if all have it, since others call the same otherwise."""
    if term in NO_NAMES or term[0].isdigit() or _NO_WORD.search(form):
        return False
    return in_all or not (len(form) > 1 and form.isupper())


def _is_of_a_country(term: Term, form: str, sharing: Mapping[Term, object]) -> bool:
    """Whether it says no more than that something is of a country: “Syrian”, and “Rican” beside “Rica”."""
    short = form.lower()
    return short.endswith(_OF_A_COUNTRY) or (short[-1:] in ("n", "i") and term_of(short[:-1]) in sharing)


def _terms(parts: Sequence[Sequence[Term]]) -> Iterator[Term]:
    return (term for run in parts for term in run)


def _parts(
    chosen: Sequence[Term], spellings: "_Spellings", pairs: Pairs, spoken: AbstractSet[Term] = frozenset()
) -> list[list[Term]]:
    """The words by where they first stand, each with those that mostly stand beside it."""
    parts: list[list[Term]] = []
    taken = set(spoken)
    for term in sorted(chosen, key=lambda term: (spellings.place(term), term)):
        if term not in taken:
            run = _run(term, taken, pairs)
            taken.update(run)
            parts.append(run)
    return parts


def _run(term: Term, taken: AbstractSet[Term], pairs: Pairs) -> list[Term]:
    """The word with what comes before and behind it in most articles, while there is such."""
    run = [term]
    while len(run) < LONGEST_PART:
        beside = [
            (count, first == run[-1], first, second)
            for (first, second), count in pairs.items()
            if (first == run[-1] and _is_new(second, run, taken)) or (second == run[0] and _is_new(first, run, taken))
        ]
        if not beside:
            break
        _, behind, first, second = max(beside)
        run = [*run, second] if behind else [first, *run]
    return run


def _is_new(term: Term, run: Sequence[Term], taken: AbstractSet[Term]) -> bool:
    return term not in taken and not any(term in other or other in term for other in run)


@dataclass(frozen=True, slots=True)
class _Spellings:
    """How words are spelled in the articles of a group, alone and behind each other, and where they first stand."""

    forms: Mapping[Term, Counter[str]]
    beside: Mapping[tuple[Term, Term], Counter[tuple[str, str]]]
    places: Mapping[Term, Sequence[int]]

    @classmethod
    def of(cls, group: Sequence[Telling]) -> "_Spellings":
        forms: dict[Term, Counter[str]] = defaultdict(Counter)
        beside: dict[tuple[Term, Term], Counter[tuple[str, str]]] = defaultdict(Counter)
        places: dict[Term, list[int]] = defaultdict(list)
        for telling in group:
            first: dict[Term, int] = {}
            written = [(term, _POSSESSIVE.sub("", form)) for term, form in spelled(telling)]
            for at, (term, form) in enumerate(written):
                forms[term][form] += 1
                first.setdefault(term, at)
            for (one, form), (other, behind) in pairwise(written):
                beside[one, other][form, behind] += 1
            for term, at in first.items():
                places[term].append(at)
        return cls(forms, beside, places)

    def place(self, term: Term) -> float:
        found = self.places.get(term, ())
        return sum(found) / max(1, len(found))

    def usual(self, term: Term) -> str:
        """With a capital only if it hardly ever goes without."""
        forms: Counter[str] = self.forms.get(term, Counter())
        small = Counter({form: count for form, count in forms.items() if form.islower()})
        spellings = small if small.total() > SELDOM * forms.total() else forms
        return min(spellings, key=lambda form: (-spellings[form], form), default=term)

    def written(self, run: Sequence[Term]) -> str:
        """As the words are mostly spelled where they stand behind each other."""
        forms = [self.usual(term) for term in run]
        for at, ends in enumerate(pairwise(run)):
            if found := self.beside.get(ends):
                one, other = min(found, key=lambda pair: (-found[pair], pair))
                forms[at : at + 2] = (forms[at] if at else one, other)
        return " ".join(forms)
