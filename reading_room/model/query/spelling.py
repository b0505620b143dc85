"""The same query with other spellings in it: a name that is not to be searched under its other names, or words that were meant."""

from collections.abc import Mapping

from reading_room.model.query.clauses import All, Any, Clause, Exact, Not, Plain, Word, both, either


def spelled_as(clause: Clause | None, name: str) -> Clause | None:
    """Each word of the name, where it is wanted, in this spelling only."""
    return respelled(clause, {Word(part): Exact(part) for part in name.split()}) if clause else None


def respelled(clause: Clause, spellings: Mapping[Plain, Clause]) -> Clause:
    """The clause with others in the places of some of its parts; what is left out stays as it is."""
    match clause:
        case All(clauses):
            return both(respelled(one, spellings) for one in clauses) or clause
        case Any(clauses):
            return either(respelled(one, spellings) for one in clauses) or clause
        case Not():
            return clause
        case _:
            return spellings.get(clause, clause)
