"""Agencies named by datelines."""

import pytest

from reading_room.importing.datelines import agency_of


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("BEIRUT (Reuters) - The ferry did not leave.", "Reuters"),
        ("HARBOUR TOWN, March 3 (AFP) — The ferry did not leave.", "AFP"),
        ("МОСКВА, 3 марта (ТАСС) — Паром не ушёл.", "TASS"),
        ("بيروت (رويترز) - لم تغادر العبارة.", "Reuters"),
        ("The ferry (Reuters reported) did not leave.", None),
        ("The party (HP) - which is new - did not come.", None),
        ("The ferry did not leave, and the crew of the Seagull (AP) stayed.", None),
        ("", None),
    ],
)
def test_the_agency_in_the_brackets_of_a_dateline_is_named(paragraph: str, agency: str | None) -> None:
    assert agency_of(paragraph) == agency
