"""YAML as plain text, with lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.corpus.annotated_yaml import DEEPEST, Fields, Mapping, Unreadable, Value, read_yaml
from reading_room.corpus.annotated_yaml import Sequence as YamlSequence
from reading_room.model.problem import Problem

YAMLISH = st.text(alphabet="abn0: -\n\t'\"[]{},&*!|>%#?@`\\\x00\x85\u2028\ufeff~=<U1f", max_size=60)


def fields(text: str) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    return Fields(read_yaml(text, "f.yaml"), "f.yaml", problems), problems


def scalars(value: Value) -> list[str]:
    if isinstance(value, Mapping):
        return [text for key, item in value.entries for text in (key.text, *scalars(item))]
    if isinstance(value, YamlSequence):
        return [text for item in value.items for text in scalars(item)]
    return [value.text]


def refusal(text: str) -> Problem:
    with pytest.raises(Unreadable) as caught:
        read_yaml(text, "f.yaml", first_line=2)
    return caught.value.problem


@settings(max_examples=80)
@given(YAMLISH | st.text(max_size=60))
def test_any_text_is_a_mapping_of_text_that_can_be_kept_or_is_refused_with_a_line(text: str) -> None:
    try:
        mapping = read_yaml(text, "f.yaml")
    except Unreadable as error:
        refused = error.problem
        assert (refused.path, refused.line >= 1) == ("f.yaml", True)
        return
    for scalar in scalars(mapping):
        scalar.encode("utf-8")
        assert "\x00" not in scalar


@pytest.mark.parametrize(
    "value", ["no", "on", "2016-04", "2016-02-30", "0x1f", "1_000", "12:30", "=", "<<", "null_", "1e3"]
)
def test_no_type_is_guessed_from_a_value(value: str) -> None:
    assert fields(f"key: {value}")[0].text("key") == value


@pytest.mark.parametrize("value", ["", "~", "null", '""', "'  '"])
def test_a_value_that_says_nothing_is_as_good_as_none(value: str) -> None:
    read, problems = fields(f"key: {value}")
    assert read.text("key") is None
    assert problems == []


def test_a_quoted_null_is_a_word() -> None:
    assert fields('key: "null"')[0].text("key") == "null"


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: 1\nb: &x 2", 3, "anchor"),
        ("a: &x [1]\nb: *x", 2, "anchor"),
        ("a: *x", 2, "anchor"),
        ("a: " + "[" * 5000, 2, "nested"),
        ("a: b\nc: d: e", 3, "mapping values"),
        ("a: b\n\tc: d", 3, "YAML"),
        ('a: "never closed', 2, "YAML"),
        ("- a list", 2, "not a list of"),
        ("only words", 2, "not a list of"),
        ("a: 1\n--- \nb: 2", 3, "document"),
        ("a: \x00", 2, "YAML"),
        (r'a: "\0"', 2, "no text"),
        (r'a: "\ud800"', 2, ""),
        (r'"\udfff": a', 2, ""),
        (r'a: "\U00110000"', 2, "YAML"),
        (r'a: "\Uffffffff"', 2, "YAML"),
        ("%YAML " + "1" * 5000 + ".1\n---\na: b", 2, "YAML"),
        ("a: !%ff x", 2, "YAML"),
    ],
)
def test_what_the_room_does_not_read_is_refused_at_its_line(text: str, line: int, part: str) -> None:
    problem = refusal(text)
    assert part in problem.what
    assert problem.line == line


def test_a_billion_laughs_are_refused_before_the_first() -> None:
    levels = ["l0: &l0 [lol, lol]", *(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10))]
    assert "anchor" in refusal("\n".join(levels)).what


def test_values_may_be_nested_as_deeply_as_the_room_needs() -> None:
    inner = DEEPEST - 1
    assert scalars(read_yaml("a: " + "[" * inner + "x" + "]" * inner, "f")) == ["a", "x"]


def test_a_tag_makes_no_object() -> None:
    assert fields("a: !!python/object/apply:os.system [echo]")[0].texts("a") == ("echo",)


def test_an_empty_text_has_no_values() -> None:
    assert read_yaml("# nothing", "f.yaml").entries == ()


def test_every_value_knows_its_line() -> None:
    mapping = read_yaml("a: 1\n\nb:\n  - x\n  - y\n", "f.yaml", first_line=10)
    assert [key.line for key, _ in mapping.entries] == [10, 12]
    items = mapping.entries[1][1]
    assert isinstance(items, YamlSequence)
    assert [item.line for item in items.items] == [13, 14]


def test_a_key_given_twice_is_a_problem_and_the_first_one_holds() -> None:
    read, problems = fields("a: 1\na: 2")
    assert read.text("a") == "1"
    assert [(problem.line, problem.what) for problem in problems] == [(2, "“a” is given twice")]


def test_a_key_that_nobody_asked_for_is_reported_with_those_that_are_known() -> None:
    read, problems = fields("titel: x\ntitle: y")
    read.text("title")
    read.close()
    assert [(problem.line, "titel" in problem.what) for problem in problems] == [(1, True)]
    assert "title" in problems[0].remedy


def test_a_key_that_is_no_text_is_reported_too() -> None:
    read, problems = fields("? [a, b]\n: c")
    read.close()
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("k: [a]", "text"),
        ("k: a", "each"),
        ("k: [a]", "each"),
        ("k: a", "texts"),
        ("k: [[a]]", "texts"),
        ("k: a", "pairs"),
        ("k: [[a]]", "pairs"),
        ("k: [[a, [b]]]", "pairs"),
    ],
)
def test_a_value_of_the_wrong_shape_is_a_problem_and_not_an_exception(text: str, method: str) -> None:
    read, problems = fields(text)
    found = getattr(read, method)("k")
    assert not (tuple(found) if found else ())
    assert len(problems) == 1


def test_a_choice_that_is_not_known_falls_back_and_names_the_options() -> None:
    read, problems = fields("text: whole")
    assert read.choice("text", ("complete", "excerpt"), "excerpt") == "excerpt"
    assert "complete, excerpt" in problems[0].remedy


def test_a_date_that_is_none_is_a_problem_at_its_line() -> None:
    read, problems = fields("a: 1\non: 2016-02-30")
    assert read.date("on") is None
    assert problems[0].line == 2


def test_an_entry_with_nothing_below_it_is_not_passed_over_in_silence() -> None:
    read, problems = fields("the-post:\nthe-news: {name: x}")
    assert read.named(lambda key, below: below.text("name")) == ("x",)
    assert [(problem.line, "the-post" in problem.what) for problem in problems] == [(1, True)]
