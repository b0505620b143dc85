"""What every page has: headers, no scripts or styles of its own, nothing of third parties."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.reading import dangers, read

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    "/", "/events", "/event/bridge-2001", "/event/bridge-2001/compare", "/compare?a=harbour-bridge&a=arabic-bridge",
    "/a/harbour-bridge", "/a/arabic-bridge", "/a/harbour-bridge/2", "/a/harbour-bridge@1?q=carts", "/search",
    "/search?q=carts", "/search?q=zeppelin", "/search?q=***",
    "/a/harbour-bridge/link", "/a/harbour-bridge/link?quote=the", "/a/harbour-bridge/link?quote=300+guests",
    "/a/arabic-bridge/link?quote=x", "/a/harbour-bridge/history",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_inline_script_or_style_and_loads_nothing_of_third_parties(
    client: FlaskClient, path: str
) -> None:
    assert dangers(read(client, path)) == []


@pytest.mark.parametrize("path", [*PAGES, "/nothing", "/search.json", "/healthz"])
def test_every_answer_forbids_the_browser_to_load_anything_from_elsewhere(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "*" not in headers["Content-Security-Policy"]
    assert "http" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_main_heading_its_language_and_a_way_past_the_masthead(client: FlaskClient, path: str) -> None:
    page = read(client, path)
    assert len(page.all("h1")) == 1
    assert page.all("html")[0]["lang"] == "en"
    assert page.link("Skip to the text") == "#main"
    assert len(page.ids) == len(set(page.ids)), "two elements with one id"
    assert page.title


@pytest.mark.parametrize("path", PAGES)
def test_every_field_of_a_page_has_a_label(client: FlaskClient, path: str) -> None:
    page = read(client, path)
    labelled = {label["for"] for label in page.all("label")}
    fields = [field for field in page.all("input", "select", "textarea") if field["type"] not in ("hidden", "submit")]
    assert fields or "compare" in path
    assert all(field["id"] in labelled or field["aria-label"] for field in fields)


def test_static_files_are_kept_for_a_year_under_an_address_that_changes_with_them(client: FlaskClient) -> None:
    sheet = next(link["href"] for link in read(client, "/").all("link") if link["rel"] == "stylesheet")
    assert re.fullmatch(r"/static/.+\?v=[0-9a-f]{10}", sheet)
    with client.get(sheet) as answer:
        assert "max-age=31536000" in answer.headers["Cache-Control"]
    with client.get(sheet.partition("?")[0]) as answer:
        assert "max-age=31536000" not in answer.headers.get("Cache-Control", "")


def test_pages_are_asked_for_again_each_time(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"


def test_a_foreign_host_name_cannot_write_markup(client: FlaskClient) -> None:
    for host in ('"><script>alert(1)</script>', "a b", "evil.example\r\n"):
        page = client.get("/a/harbour-bridge/1", headers={"Host": host.strip()})
        assert page.status_code in (200, 400)
        assert "<script>alert" not in page.text


def test_no_template_lets_text_through_as_markup() -> None:
    templates = list((ROOT / "templates").rglob("*.html"))
    assert len(templates) > 10
    for template in templates:
        text = template.read_text("utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape\s+false|Markup\(", text), template.name
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), template.name
        assert not re.search(r"""(?:src|<link[^>]*href)=["'](?:https?:)?//""", text), template.name


def test_no_module_makes_markup_outside_templates() -> None:
    for module in (ROOT / "reading_room").rglob("*.py"):
        text = module.read_text("utf-8")
        assert "Markup" not in text, module.name
        assert not re.search(r"autoescape|\|safe", text), module.name


def test_styles_and_scripts_load_nothing_of_third_parties() -> None:
    for file in [*(ROOT / "static").rglob("*.css"), *(ROOT / "static").rglob("*.js")]:
        text = re.sub(r"http://www\.w3\.org/\S*", "", file.read_text("utf-8"))
        assert not re.search(r"(?:url\(|@import|fetch\(|import)\s*[\"'(]*\s*(?:https?:)?//", text), file.name


def test_what_is_not_there_is_not_kept_by_browsers(client: FlaskClient) -> None:
    assert "immutable" not in client.get("/static/nothing.css?v=1").headers.get("Cache-Control", "")


@pytest.mark.parametrize("host", ["a>; rel=x", 'a"><b>', "a b", "user:secret@b.example", "a/b", ""])
@pytest.mark.parametrize("path", ["/a/harbour-bridge", "/a/harbour-bridge@1/2", "/a/harbour-bridge/history.atom",
                                  "/a/harbour-bridge/timemap", "/a/harbour-bridge@1.bib"])  # fmt: skip
def test_no_address_is_written_for_a_host_that_is_none(client: FlaskClient, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host}, environ_overrides={"SERVER_NAME": ""})
    assert answer.status_code == 400
    assert "http:/" not in answer.text.replace("http://www.w3.org", "")
    assert client.get("/healthz", headers={"Host": host}).status_code == 200
