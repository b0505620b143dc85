"""A short run of the hostile queries; `python -m tests.hostile` is the long one."""

from itertools import islice

from flask.testing import FlaskClient

from tests.hostile import ask, queries

SHORT = 400


def test_every_hostile_query_is_answered_with_a_page_in_time(client: FlaskClient) -> None:
    assert [(what, query) for query in islice(queries(seed=7), SHORT) if (what := ask(client, query).wrong)] == []


def test_the_same_seed_makes_the_same_queries_and_another_makes_others() -> None:
    assert list(islice(queries(1), 50)) == list(islice(queries(1), 50)) != list(islice(queries(2), 50))
