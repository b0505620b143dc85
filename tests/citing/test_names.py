"""Bylines: the names of persons are taken apart, whatever else stands there is kept."""

import pytest

from reading_room.citing.names import Name, names


@pytest.mark.parametrize(
    ("byline", "family", "given"),
    [
        ("Anna Writer", "Writer", "Anna"),
        ("By Anna B. Writer", "Writer", "Anna B."),
        ("Jean-Pierre van der Berg", "van der Berg", "Jean-Pierre"),
        ("Sami al-Khatib", "al-Khatib", "Sami"),
        ("Иван Петров", "Петров", "Иван"),
        ("D. O’Hara", "O’Hara", "D."),
    ],
)
def test_a_person_has_a_family_name_and_given_names(byline: str, family: str, given: str) -> None:
    assert names(byline) == (Name(family, given),)


@pytest.mark.parametrize(
    "byline",
    [
        "Reuters",
        "Morning News Desk",
        "Harbour Press Agency",
        "سامي الخطيب",
        "REUTERS STAFF",
        "our correspondent",
        "田中太郎",
    ],
)
def test_what_may_be_no_person_is_kept_as_it_is_printed(byline: str) -> None:
    assert names(byline) == (Name(byline),)


def test_several_persons_are_told_apart_only_if_all_of_them_are_persons() -> None:
    assert names("Anna Writer and Ben Reader") == (Name("Writer", "Anna"), Name("Reader", "Ben"))
    assert names("Anna Writer, Ben Reader, and Cy Printer") == (
        Name("Writer", "Anna"),
        Name("Reader", "Ben"),
        Name("Printer", "Cy"),
    )
    assert names("Anna Writer and Reuters") == (Name("Anna Writer and Reuters"),)
    assert names("Writer, Anna") == (Name("Writer, Anna"),)


def test_an_agency_is_never_taken_apart_and_no_byline_is_nobody() -> None:
    assert names("Agence France-Presse", agency=True) == (Name("Agence France-Presse"),)
    assert names(None) == names("  ") == ()


def test_initials_keep_their_hyphens() -> None:
    assert Name("Berg", "Jean-Pierre A.").with_initials == "Berg, J.-P. A."
    assert Name("Reuters").with_initials == Name("Reuters").inverted == Name("Reuters").straight == "Reuters"
