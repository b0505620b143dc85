"""`outlets.yaml`."""

from datetime import date

import pytest

from reading_room.corpus.annotated_yaml import Fields, read_yaml
from reading_room.corpus.outlets import read_outlet
from reading_room.model.outlet import Label, Outlet, Statement
from reading_room.model.problem import Problem

LABEL = "{label: state-owned, given_by: an observatory, on: 2020-01-02, basis: its statute}"


def read(text: str) -> tuple[tuple[Outlet, ...], list[Problem]]:
    problems: list[Problem] = []
    return Fields(read_yaml(text, "outlets.yaml"), "outlets.yaml", problems).named(read_outlet), problems


def test_a_statement_carries_its_source() -> None:
    (outlet,), problems = read("post: {name: The Post, country: {value: Nowhere, source: its first page}}")
    assert outlet.country == Statement("Nowhere", "its first page")
    assert problems == []


@pytest.mark.parametrize("country", ["Nowhere", "{value: Nowhere}", "{source: a page}", "[Nowhere]"])
def test_a_statement_without_its_source_is_refused(country: str) -> None:
    (outlet,), problems = read(f"post: {{name: The Post, country: {country}}}")
    assert outlet.country is None
    assert problems


def test_what_nobody_knows_may_be_said_to_be_not_known() -> None:
    (outlet,), problems = read("post: {name: The Post, owner: not known}")
    assert outlet.owner is None
    assert problems == []


def test_a_label_says_who_gave_it_when_and_on_what_basis() -> None:
    (outlet,), problems = read(f"post: {{name: P, labels: [{LABEL}]}}")
    assert outlet.labels == (Label("state-owned", "an observatory", date(2020, 1, 2), "its statute"),)
    assert problems == []


@pytest.mark.parametrize(
    "part", ["label: state-owned, ", "given_by: an observatory, ", "on: 2020-01-02, ", ", basis: its statute"]
)
def test_a_label_that_leaves_any_of_it_out_is_refused(part: str) -> None:
    (outlet,), problems = read(f"post: {{name: P, labels: [{LABEL.replace(part, '')}]}}")
    assert outlet.labels == ()
    assert len(problems) == 1


@pytest.mark.parametrize("field", ["lean: left", "score: 3", "stance: pro"])
def test_there_is_no_field_for_a_leaning_or_a_score(field: str) -> None:
    _, problems = read(f"post: {{name: P, {field}}}")
    assert "not a key that is known" in problems[0].what


def test_a_key_that_cannot_stand_in_an_address_is_refused() -> None:
    outlets, problems = read("The Post: {name: The Post}")
    assert outlets == ()
    assert "cannot be part of an address" in problems[0].what


def test_an_outlet_without_a_name_is_refused() -> None:
    assert read("post: {site: https://e.org}")[0] == ()


def test_one_bad_outlet_stops_no_other() -> None:
    outlets, problems = read("a: x\nb:\nc: {name: C}\nd: [x]")
    assert [outlet.key for outlet in outlets] == ["c"]
    assert sorted(problem.line for problem in problems) == [1, 2, 4]
