"""The same query with some of its words as they are spelled, so that a name is not searched under its other names."""

from reading_room.model.query.clauses import All, Any, Clause, Exact, Word, both, either


def spelled_as(clause: Clause | None, name: str) -> Clause | None:
    """Each word of the name, where it is wanted, in this spelling only."""
    parts = set(name.split())

    def spelled(clause: Clause) -> Clause:
        match clause:
            case Word(text) if text in parts:
                return Exact(text)
            case All(clauses):
                return both(map(spelled, clauses)) or clause
            case Any(clauses):
                return either(map(spelled, clauses)) or clause
            case _:
                return clause

    return spelled(clause) if clause else None
