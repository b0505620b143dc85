"""Who published an article, by what its source says."""

import yaml

from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import Cleaned, Dropped, Paragraph
from reading_room.importing.publishers import Publishers
from reading_room.model.outlet import Outlet

OUTLETS = Publishers(
    [
        Outlet("harbour-post", "The Harbour Post", "https://www.harbourpost.example/news"),
        Outlet("radio-quay", "Radio Quay", "radioquay.example"),
        Outlet("mayak", "Маяк", "mayak.example"),
        Outlet("times-east", "The Times"),
        Outlet("times-west", "The Times"),
    ]
)


def source(url: str | None = None, site: str | None = None, above: str = "") -> Cleaned:
    dropped = (Dropped(1, above, "above the title"),) if above else ()
    return Cleaned("Quay", (2,), (Paragraph("paragraph", "Text.", (3,)),), Particulars(url=url, site=site), dropped)


def test_an_outlet_is_known_by_the_host_of_its_site() -> None:
    assert OUTLETS.of(source("https://harbourpost.example/a?b")).key == "harbour-post"
    assert OUTLETS.of(source("http://en.RadioQuay.example/quay")).key == "radio-quay"
    assert OUTLETS.of(source("https://notradioquay.example/quay")).key != "radio-quay"


def test_an_outlet_is_known_by_its_name_in_any_script() -> None:
    assert OUTLETS.of(source(site="THE HARBOUR POST")).key == "harbour-post"
    assert OUTLETS.of(source(site="«Маяк»")).key == "mayak"
    assert OUTLETS.of(source("https://mirror.example/x", "Radio Quay")).key == "radio-quay"


def test_a_line_above_the_text_that_is_an_outlets_name_names_it() -> None:
    assert OUTLETS.of(source(above="Radio Quay")).key == "radio-quay"
    assert OUTLETS.of(source(above="Listen to Radio Quay")).key == "unknown"


def test_a_name_that_two_outlets_share_names_neither() -> None:
    assert OUTLETS.of(source(above="The Times")).key == "unknown"


def test_a_new_outlet_is_proposed_as_an_entry_of_the_file() -> None:
    publisher = OUTLETS.of(source("https://www.evening.example/1", "Evening: News"))
    assert (publisher.key, publisher.name) == ("evening", "Evening: News")
    assert yaml.safe_load(publisher.proposal) == {
        "evening": {
            "name": "Evening: News",
            "site": "evening.example",
            "country": "not known",
            "owner": "not known",
        }
    }


def test_a_site_named_by_its_host_is_proposed_without_www() -> None:
    assert OUTLETS.of(source(site="www.evening.example")) == OUTLETS.of(source("http://evening.example/2"))


def test_a_slogan_is_no_name_for_an_outlet() -> None:
    assert OUTLETS.of(source("https://evening.example/1", "Evening News. " * 9)).name == "evening.example"


def test_nothing_is_concluded_from_nothing() -> None:
    for nothing in (source(), source("not an address"), source(site=" "), source("http://[::1"), source(site="???")):
        assert OUTLETS.of(nothing).key == "unknown"


def test_all_names_of_one_site_propose_one_key() -> None:
    names = ("Time", "TIME.com", None)
    assert {OUTLETS.of(source("http://time.example.com/a", name)).key for name in names} == {"time-example"}
    assert OUTLETS.of(source("https://news.bbc.co.uk/1")).key == "news-bbc"


def test_a_proposed_key_that_is_no_name_in_yaml_is_put_in_quotation_marks() -> None:
    publisher = OUTLETS.of(source("https://null.example/1"))
    assert list(yaml.safe_load(publisher.proposal)) == ["null"]


def test_a_key_that_another_outlet_has_is_not_proposed() -> None:
    assert OUTLETS.of(source("https://mayak.other.example/")).key == "mayak-other"
    assert OUTLETS.of(source("https://mayak.org/")).key == "mayak-org"
