"""Versions as mementos (RFC 7089)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.http import http_date, parse_date

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write

HERE = "http://localhost/a/harbour-bridge"


@pytest.fixture
def versions(room: Room, write: Write, reader: FlaskClient) -> list[str]:
    """Three versions of one article; their addresses."""
    for guests in ("310 guests", "320 guests"):
        write("articles/harbour-bridge.md", HARBOUR.replace("300 guests", guests))
        ingest(room)
    return [f"/a/harbour-bridge@{number}" for number in (1, 2, 3)]


def links(header: str) -> dict[str, str]:
    """Of each relation, the address."""
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"', header)
    return {role: url for url, roles in found for role in roles.split() if role != "memento"}


def test_a_version_says_when_it_was_first_read_and_what_it_is_a_version_of(
    versions: list[str], reader: FlaskClient
) -> None:
    response = reader.get(versions[1])
    moment = parse_date(response.headers["Memento-Datetime"])
    assert moment
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=5)
    assert links(response.headers["Link"]) == {
        "original": HERE,
        "timegate": HERE,
        "timemap": f"{HERE}/timemap",
        "first": f"{HERE}@1",
        "prev": f"{HERE}@1",
        "next": f"{HERE}@3",
        "last": f"{HERE}@3",
    }


def test_only_what_stays_as_it_is_is_a_memento(versions: list[str], reader: FlaskClient) -> None:
    words = reader.get("/a/harbour-bridge/link.json?quote=310+guests&version=2").get_json()["permalink"]
    for path in ("/a/harbour-bridge", "/a/harbour-bridge/1", words):
        assert "Memento-Datetime" not in reader.get(path).headers, path
    passage = reader.get("/a/harbour-bridge@2/1")
    assert "Memento-Datetime" in passage.headers
    assert links(passage.headers["Link"]) == {"original": f"{HERE}/1"}
    assert reader.get("/a/harbour-bridge").headers["Vary"] == "Accept-Datetime"


def test_the_timemap_lists_all_versions_with_their_moments(versions: list[str], reader: FlaskClient) -> None:
    response = reader.get("/a/harbour-bridge/timemap")
    assert response.mimetype == "application/link-format"
    assert re.findall(r'<([^>]*)>; rel="([a-z ]*)memento"', response.text) == [
        (f"{HERE}@1", "first "),
        (f"{HERE}@2", ""),
        (f"{HERE}@3", "last "),
    ]
    assert response.text.count("; datetime=") == 3
    assert f'<{HERE}/timemap>; rel="self"; type="application/link-format"; from="' in response.text
    assert reader.get("/a/nobody/timemap").status_code == 404
    assert reader.get("/a/x@y/timemap").status_code == 404


def test_a_moment_leads_to_the_version_that_stood_then(versions: list[str], reader: FlaskClient) -> None:
    def at(moment: datetime | str) -> str:
        wanted = moment if isinstance(moment, str) else http_date(moment)
        response = reader.get("/a/harbour-bridge", headers={"Accept-Datetime": wanted})
        assert response.status_code == 302
        assert response.headers["Vary"] == "Accept-Datetime"
        assert "Memento-Datetime" not in response.headers
        return response.headers["Location"]

    assert at("Thu, 24 Mar 2016 12:00:00 GMT") == versions[0]  # before the first: the first
    assert at(datetime.now(UTC) + timedelta(days=1)) == versions[2]
    first = reader.get(versions[0]).headers["Memento-Datetime"]
    assert at(first) in versions


def test_a_moment_that_is_none_is_refused_and_a_version_is_not_negotiated(
    versions: list[str], reader: FlaskClient
) -> None:
    asked = {"Accept-Datetime": "yesterday"}
    assert reader.get("/a/harbour-bridge", headers=asked).status_code == 400
    assert reader.get(versions[0], headers=asked).status_code == 200
    assert reader.get("/a/nobody", headers={"Accept-Datetime": http_date(datetime.now(UTC))}).status_code == 404


def test_a_withdrawn_article_is_led_to_nowhere(served: Flask, versions: list[str], reader: FlaskClient) -> None:
    assert (
        served.test_cli_runner().invoke(args=["withdraw", "harbour-bridge", "--why", "A court forbade it."]).exit_code
        == 0
    )
    asked = {"Accept-Datetime": http_date(datetime.now(UTC))}
    for path, headers in (("/a/harbour-bridge/timemap", {}), ("/a/harbour-bridge", asked)):
        response = reader.get(path, headers=headers)
        assert (response.status_code, "Location" in response.headers) == (451, False), path
        assert "A court forbade it." in response.text


def test_an_article_that_was_taken_out_keeps_its_timemap(room: Room, versions: list[str], reader: FlaskClient) -> None:
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    assert reader.get("/a/harbour-bridge").status_code == 410
    assert reader.get("/a/harbour-bridge/timemap").text.count("memento") == 3
    asked = {"Accept-Datetime": http_date(datetime.now(UTC) + timedelta(days=1))}
    assert reader.get("/a/harbour-bridge", headers=asked).headers["Location"] == versions[2]
