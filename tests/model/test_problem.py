"""What a keeper is told."""

from reading_room.model.problem import Problem


def test_a_problem_names_file_line_and_remedy() -> None:
    assert (
        str(Problem("articles/a.md", 4, "“title” is missing", "Add one"))
        == "articles/a.md:4: “title” is missing. Add one"
    )


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    assert str(Problem("names.yaml", 0, "it is empty", "Fill it")) == "names.yaml: it is empty. Fill it"


def test_problems_are_ordered_by_file_and_line() -> None:
    late, early, other = Problem("a", 10, "x", ""), Problem("a", 9, "y", ""), Problem("b", 1, "z", "")
    assert sorted([other, late, early]) == [early, late, other]
