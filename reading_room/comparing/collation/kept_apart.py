"""What the keeper keeps apart (`never`), as pairs of sentences: those of two passages, or those that have the words named."""

from collections.abc import Iterable, Sequence

from reading_room.model.alignment import Said
from reading_room.model.article import Version
from reading_room.model.event import Apart, Event, QuotedIn
from reading_room.model.selector import places


def kept_apart(
    events: Iterable[Event], accounts: Sequence[Version], told: Iterable[Said]
) -> frozenset[frozenset[Said]]:
    """Of the sentences `told` of these accounts, each two that must not be laid together."""
    pairs = [pair for event in events for pair in event.never]
    if not pairs:
        return frozenset()
    by_slug = {version.article.slug: version for version in accounts}
    by_passage: dict[str, list[Said]] = {}
    for said in told:
        by_passage.setdefault(f"{said.article}/{said.passage}", []).append(said)

    def named(side: Apart) -> list[Said]:
        if not isinstance(side, QuotedIn):
            return by_passage.get(side, [])
        version = by_slug.get(side.article)
        return [
            said
            for place in places(side.quote, version.passages if version else ())
            for said in by_passage.get(f"{side.article}/{place.passage.id}", ())
            if said.span.start < place.end and place.start < said.span.end
        ]

    return frozenset(frozenset([one, other]) for left, right in pairs for one in named(left) for other in named(right))
