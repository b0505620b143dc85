"""A plain stand-in for the alignment of sentences, until that is there."""

import math
from collections import Counter
from collections.abc import Sequence

from reading_room.comparing.questions import telling_words
from reading_room.comparing.telling import tellings
from reading_room.model.alignment import Likeness, SentencePair
from reading_room.model.analysis import Analysis
from reading_room.model.article import Version


def align(accounts: Sequence[tuple[Version, Analysis]], names: object) -> tuple[SentencePair, ...]:
    told = [
        [(one, frozenset(telling_words(one.text))) for one in tellings(*account)]
        for account in sorted(accounts, key=lambda a: a[0].article.slug)
    ]
    seen = Counter(word for account in told for _, words in account for word in words)
    count = sum(map(len, told))
    weight = {word: math.log(1 + count / n) for word, n in seen.items()}
    found = []
    for at, left in enumerate(told):
        for right in told[at + 1 :]:
            for one, a in left:
                for other, b in right:
                    if len(a & b) < 2:
                        continue
                    norm = math.sqrt(sum(weight[w] ** 2 for w in a) * sum(weight[w] ** 2 for w in b))
                    like = sum(weight[w] ** 2 for w in a & b) / norm
                    label: Likeness | None = (
                        "same passage quoted"
                        if like > 0.8
                        else "likely the same point"
                        if like > 0.42
                        else "possibly related"
                        if like > 0.25
                        else None
                    )
                    if like >= 0.05:
                        found.append(SentencePair(one.said, other.said, round(like, 4), label))
    return tuple(found)
