"""What sets two sentences apart that share most of their words: denials, numbers, which one of several, names and places."""

from collections.abc import Set as AbstractSet

from reading_room.comparing.pairs.told import Told

REWORDED = 0.65
"""The share of their words that two sentences have in common when one is the other with something changed: a name or a “not” that
only stands in the one was put there. With less in common, both may quote the same and go on with something else."""
_TURNS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())  # noqa: SIM905


def print_different(one: Told, other: Told) -> bool:
    """Whether they cannot be one passage: what one of them denies the other may state, or their numbers are others."""
    denied = one.denials != other.denials and shared_words(one, other) >= REWORDED
    return denied or _each_alone(one.numbers, other.numbers) or tell_of_different(one, other)


def tell_of_different(one: Told, other: Told) -> bool:
    """Whether each names a place, or one of several things, that the other does not, or a name stands for another."""
    return (
        _each_alone(one.places, other.places)
        or _each_alone(one.words & _TURNS, other.words & _TURNS)
        or (_each_alone(one.capitals, other.capitals) and shared_words(one, other) >= REWORDED)
    )


def shared_words(one: Told, other: Told) -> float:
    """The share of their words that both have."""
    return len(one.words & other.words) / (len(one.words | other.words) or 1)


def _each_alone(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Whether each has something that the other lacks."""
    return not (left <= right or right <= left)
