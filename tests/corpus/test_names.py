"""`names.yaml`."""

from reading_room.corpus.annotated_yaml import Fields, read_yaml
from reading_room.corpus.names import read_name_set
from reading_room.model.names import NameSet
from reading_room.model.problem import Problem


def read(text: str) -> tuple[tuple[NameSet, ...], list[Problem]]:
    problems: list[Problem] = []
    return Fields(read_yaml(text, "names.yaml"), "names.yaml", problems).named(read_name_set), problems


def test_variants_are_kept_by_language_in_their_order() -> None:
    (found,), problems = read("palmyra: {kind: place, names: {en: [Palmyra, Tadmur], ar: [تدمر], no: [Palmyra]}}")
    assert found.names == {"en": ("Palmyra", "Tadmur"), "ar": ("تدمر",), "no": ("Palmyra",)}
    assert problems == []


def test_a_set_without_names_is_a_problem() -> None:
    found, problems = read("palmyra: {kind: place}")
    assert found == ()
    assert "has no names" in problems[0].what


def test_names_that_are_no_list_are_a_problem() -> None:
    (found,), problems = read("palmyra: {names: {en: Palmyra}}")
    assert found.names == {"en": ()}
    assert "not a list" in problems[0].what


def test_a_kind_that_is_not_known_is_a_problem() -> None:
    assert "not known" in read("palmyra: {kind: city, names: {en: [Palmyra]}}")[1][0].what
