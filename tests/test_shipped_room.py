"""The room that ships: its corpus is sound, quotes truly, and every address on its pages leads somewhere."""

import os
import re
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient

from app import create_app
from reading_room.comparing.collation.collating import collate
from reading_room.ingest import check
from reading_room.model.article import Version
from reading_room.model.query import (
    All,
    Any,
    Clause,
    Exact,
    Field,
    Fuzzy,
    Near,
    Not,
    Phrase,
    Prefix,
    Title,
    Word,
    parse,
    unparse,
)
from reading_room.model.query.clauses import both, either
from reading_room.model.query.syntax import TABLE, Syntax
from reading_room.room import Room
from tests.conftest import ROOT
from tests.web.reading import Page, dangers, json, read

SOURCES = {
    "russian-base-palmyra-2016-05": "000",
    "duran-russia-vows-2016-12": "001",
    "vonpress-purge-again-2017-03": "002",
    "now-russia-jets-2016-03": "003",
    "caravel-recapture-2016-04": "004",
}
EVENTS = ["palmyra-2016-03", "palmyra-2016-05-base", "palmyra-2016-12", "palmyra-2017-03"]
MOST_QUOTED = 15
MOST_PAGES = 600

slugs = pytest.mark.parametrize("slug", SOURCES)


def level(text: str) -> str:
    """Folded, and with quotations inside quotations marked like those around them."""
    return folded(text).replace('"', "'")


@pytest.fixture(scope="session")
def visitor(shipped: Room) -> FlaskClient:
    return create_app({"CORPUS": shipped.corpus, "INDEX": shipped.index, "TESTING": True}).test_client()


def digest(room: Room, slug: str) -> Version:
    return room.library().read(slug).version


def text_of(version: Version) -> str:
    return "\n".join(passage.text for passage in version.passages)


def quotations(text: str) -> list[str]:
    return re.findall(r"“([^”]*)”", text)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def folded(text: str) -> str:
    """Quotation marks, apostrophes, dashes and white space of one kind; all else letter for letter."""
    plain = text.translate(str.maketrans("‘’ʼ“”„«»–—‑", '\'\'\'"""""---'))
    return " ".join(plain.split())


def runs_of(count: int, text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[start : start + count]) for start in range(len(found) - count + 1))


def source(shared: Path, slug: str) -> str:
    (file,) = (shared / "articles").glob(f"{SOURCES[slug]}_*.txt")
    return file.read_text("utf-8")


def test_the_check_finds_nothing_wrong_in_the_corpus(shipped: Room) -> None:
    assert [str(problem) for problem in check(shipped)] == []


def test_the_five_articles_are_there_as_digests(shipped: Room) -> None:
    articles = shipped.library().corpus.articles
    assert SOURCES.keys() <= articles.keys()
    for slug in SOURCES:
        assert articles[slug].text == "digest"
        assert articles[slug].url or articles[slug].url_unknown
        assert articles[slug].published_basis


@slugs
def test_a_digest_has_250_to_500_words(shipped: Room, slug: str) -> None:
    assert 250 <= len(text_of(digest(shipped, slug)).split()) <= 500


@slugs
def test_a_digest_quotes_at_most_15_words_at_a_time_and_closes_every_quotation(shipped: Room, slug: str) -> None:
    text = text_of(digest(shipped, slug))
    assert text.count("“") == text.count("”") == len(quotations(text)) > 5
    assert '"' not in text
    assert [quotation for quotation in quotations(text) if len(quotation.split()) > MOST_QUOTED] == []


@slugs
def test_each_quotation_of_a_digest_stands_letter_for_letter_in_its_article(
    shipped: Room, shared: Path, slug: str
) -> None:
    original = folded(source(shared, slug))
    assert [one for one in quotations(text_of(digest(shipped, slug))) if folded(one) not in original] == []


def test_every_quotation_of_every_digest_stands_letter_for_letter_in_what_was_read(shipped: Room, shared: Path) -> None:
    """In the notes on the accounts or the five full articles, which the repository may not hold."""
    read_texts = [*(shared / "accounts").glob("*.txt"), *(shared / "articles").glob("*.txt")]
    whole = level("\n".join(path.read_text("utf-8") for path in read_texts))
    versions = [digest(shipped, slug) for slug in shipped.library().corpus.articles]
    assert [
        (version.article.slug, quotation)
        for version in versions
        for quotation in quotations(text_of(version))
        if level(quotation) not in whole and level(quotation) not in level(version.article.title)
    ] == []


def test_the_room_has_what_makes_it_worth_a_visit(shipped: Room) -> None:
    library = shipped.library()
    articles, events = library.corpus.articles.values(), library.events()
    rows = [row for occasion in events for row in occasion.event.rows]
    assert len(articles) >= 50
    assert all(article.text == "digest" and article.held and article.published_basis for article in articles)
    assert all(article.url or article.url_unknown for article in articles)
    assert sum(article.original_language in ("ar", "ru") for article in articles) >= 8
    assert len(events) >= 10
    assert sum(len({cell.article for cell in row.cells}) >= 2 for row in rows) >= 30
    assert len(library.corpus.names) >= 60
    assert sum(len(library.corpus.notes(article.slug)) > 1 for article in articles) >= 3
    assert len(library.front_questions(3)) == 3
    assert all(article.accounts for article in articles)


@slugs
def test_every_figure_of_an_article_is_in_its_digest(shipped: Room, shared: Path, slug: str) -> None:
    """A sample of what a digest may not leave out: numbers of two figures and more."""
    given = set(re.findall(r"\d[\d,.]*\d", text_of(digest(shipped, slug)) + str(digest(shipped, slug).article)))
    article = "\n".join(line for line in source(shared, slug).splitlines() if len(line.split()) > 8)
    assert set(re.findall(r"\d[\d,.]*\d", article)) - given == set()


def test_no_run_of_16_words_of_an_article_stands_in_the_repository(shared: Path) -> None:
    """A run within a paragraph, that is: a title beside the words that an article opens with is not a copy of it."""
    paragraphs = [line for slug in SOURCES for line in source(shared, slug).splitlines()]
    protected = {run for paragraph in paragraphs for run in runs_of(16, paragraph)}
    assert len(protected) > 1_000
    skipped = {
        ".git",
        ".venv",
        "__pycache__",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".hypothesis",
        "index",
        "fonts",
    }
    copied = []
    for folder, below, files in os.walk(ROOT):
        below[:] = [name for name in below if name not in skipped]
        for file in (Path(folder, name) for name in files):
            if file.suffix in (".md", ".py", ".yaml", ".txt", ".html", ".json", ".js", ".css", ".toml", ".csv", ""):
                text = file.read_bytes().decode("utf-8", "replace")
                copied += [f"{file}: {' '.join(run)}" for run in runs_of(16, text) if run in protected]
    assert copied == []


def test_the_four_events_have_eight_questions_between_them_and_rival_answers(shipped: Room) -> None:
    events = shipped.library().corpus.events
    rows = [row for slug in EVENTS for row in events[slug].rows]
    assert len(rows) >= 8
    assert all(events[slug].rows for slug in EVENTS)
    assert sum(len({cell.article for cell in row.cells}) > 1 for row in rows) >= 8
    assert all(row.question.endswith("?") for row in rows)


def test_every_chosen_cell_is_shown_in_its_comparison(shipped: Room) -> None:
    library = shipped.library()
    for occasion in library.events():
        for row in occasion.event.rows:
            wanted = Counter(cell.article for cell in row.cells)
            for slug, count in wanted.items():
                account = library.read(slug).version
                shown = next(r for r in collate(None, (occasion.event,), (account,)).rows if r.id == row.id)
                assert len(shown.cells[0].words) == count, (occasion.event.slug, row.id, slug)


def test_events_lead_to_each_other_both_ways(shipped: Room) -> None:
    events = shipped.library().corpus.events
    for event in events.values():
        if event.next:
            assert events[event.next].previous == event.slug
        if event.previous:
            assert events[event.previous].next == event.slug


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("scorched earth policy", "now-russia-jets-2016-03"),
        ("purge", "vonpress-purge-again-2017-03"),
        ("liberated", "duran-russia-vows-2016-12"),
        ("mercenaries", "russian-base-palmyra-2016-05"),
        ('"500 sorties"', "caravel-recapture-2016-04"),
        ("Al-Hayyal", "now-russia-jets-2016-03"),
        ("Tadmur", "vonpress-purge-again-2017-03"),
    ],
)
def test_whoever_looks_for_an_articles_own_words_finds_its_digest(visitor: FlaskClient, query: str, slug: str) -> None:
    answer = visitor.get("/search.json", query_string={"q": query}).get_json()
    hits = [hit for hit in answer["hits"] if hit["article"] == slug]
    assert hits
    assert any(hit["spans"] for hit in hits)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.written)
def test_every_example_of_the_help_finds_something(visitor: FlaskClient, row: Syntax) -> None:
    answer = visitor.get("/search.json", query_string={"q": row.example}).get_json()
    assert answer["hits"]
    assert answer["notice"] is None
    assert not answer["scattered"] or len(answer["scattered"]) < answer["articles"]


def without_what_it_shows(clause: Clause | None) -> Clause | None:
    """An example of the help as it would be without what it is an example of."""
    match clause:
        case All(parts):
            words = [part for part in parts if not isinstance(part, Not | Field)]
            return both(words) if len(words) < len(parts) else either(parts)
        case Any(parts):
            plain = [part.clauses if isinstance(part, All) else (part,) for part in parts]
            return both([Any((plain[0][0], plain[1][0])), *plain[1][1:]]) if len(plain[1]) > 1 else both(parts)
        case Phrase(text) | Near(text) | Prefix(text) | Fuzzy(text) | Exact(text) | Field(_, text):
            return both(map(Word, text.split()))
        case Title(term):
            return term
        case _:
            raise AssertionError(f"the help has an example of nothing: {clause}")


OF_ONE_KIND = ("lang:ar", "in:complete")
"""Of these the shipped room has one value: all its texts are English digests."""


@pytest.mark.parametrize("row", [row for row in TABLE if row.written not in OF_ONE_KIND], ids=lambda row: row.written)
def test_every_example_of_the_help_finds_otherwise_than_without_what_it_shows(
    visitor: FlaskClient, row: Syntax
) -> None:
    def found(query: str) -> int:
        return int(visitor.get("/search.json", query_string={"q": query}).get_json()["total"])

    other = unparse(without_what_it_shows(parse(row.example).clause))
    assert other != row.example
    assert found(row.example) != found(other)


def test_the_town_is_found_under_all_its_names(visitor: FlaskClient) -> None:
    answer = visitor.get("/search.json", query_string={"q": "Пальмиры"}).get_json()
    assert {"Palmyra", "تدمر"} <= set(answer["also_searched"][0]["names"])
    assert answer["articles"] > 50
    assert visitor.get("/search.json", query_string={"q": "=Palmyra"}).get_json()["also_searched"] == []


def test_the_front_page_has_the_room_its_events_a_question_and_the_newest_articles(visitor: FlaskClient) -> None:
    page = read(visitor, "/")
    assert "Palmyra" in page.headings[0]
    assert all(f"/event/{slug}" in {a["href"] for a in page.links} for slug in EVENTS)
    assert len(page.headings) >= 1 + 3
    assert len(page.all("blockquote")) >= 3 * 2
    assert "/a/vonpress-purge-again-2017-03" in {a["href"] for a in page.links}


def crawl(client: FlaskClient, start: str) -> Iterator[tuple[str, Page, list[str]]]:
    """Every page that can be reached from a page, with its links; same origin, each once. Of passages as JSON a few are enough."""
    seen, waiting = {start}, deque([start])
    while waiting:
        path = waiting.popleft()
        answer = client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        if answer.mimetype != "text/html":
            answer.close()
            yield path, Page("<main></main>"), []
            continue
        page = Page(answer.text)
        links = [element["href"] for element in page.all("a", "link") if element["href"]] + [
            element["src"] for element in page.all("script", "img") if element["src"]
        ]
        inside = [urljoin(f"http://localhost{path}", link) for link in links]
        inside = [link for link in inside if urlsplit(link).netloc == "localhost"]
        yield path, page, inside
        for link in inside:
            bare = urldefrag(link).url.removeprefix("http://localhost") or "/"
            json_of_a_passage = re.search(r"/a/[^/]+/\w+\.json", bare) and seen & {bare.rpartition("/")[0] + "/1.json"}
            if bare not in seen and len(seen) < MOST_PAGES and not json_of_a_passage:
                seen.add(bare)
                waiting.append(bare)


def test_every_link_on_every_page_leads_somewhere_and_every_fragment_exists(visitor: FlaskClient) -> None:
    pages: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    for path, page, links in crawl(visitor, "/"):
        pages[path] = set(page.ids)
        assert dangers(page) == [], path
        assert len(page.ids) == len(set(page.ids)), path
        for link in links:
            bare, fragment = urldefrag(link)
            if fragment:
                wanted.append((path, bare.removeprefix("http://localhost") or "/", fragment))
    assert len(pages) > 150
    assert len(wanted) > 150
    assert [one for one in wanted if one[1] in pages and one[2] not in pages[one[1]]] == []


def test_searches_of_the_room_lead_to_passages_that_have_the_words(visitor: FlaskClient) -> None:
    for query in ("ruins", "ISIS terrorists", '"scorched earth"', "2,000"):
        page = read(visitor, f"/search?q={query}")
        for hit in [a["href"] for a in page.links if "#p" in a["href"]]:
            path, _, fragment = hit.partition("#")
            article = read(visitor, path)
            assert article.passage(fragment).text
            assert article.marks, hit


def test_real_articles_can_be_imported_read_searched_linked_and_compared(shared: Path, tmp_path: Path) -> None:
    app = create_app({"CORPUS": tmp_path / "corpus", "INDEX": tmp_path / "index", "TESTING": True})
    runner, client = app.test_cli_runner(), app.test_client()
    imported = runner.invoke(args=["import", str(shared / "articles")])
    assert imported.exit_code == 0, imported.output
    assert "5 articles written" in imported.output
    ingested = runner.invoke(args=["ingest"])
    assert ingested.exit_code == 0, ingested.output
    assert json(client, "/readyz")["articles"] == 5
    found = json(client, '/search.json?q="scorched earth"')
    assert found["total"] >= 1
    hit = found["hits"][0]
    passage = read(client, hit["url"])
    assert "scorched earth" in folded(passage.text)
    assert "scorched" in read(client, "/search?q=scorched").marks
    frozen = f"/a/{hit['article']}@{hit['version']}/{hit['passage']}"
    assert json(client, f"{frozen}.json")["passage"]["text"] == hit["text"]
    slugs = sorted({one["article"] for one in json(client, "/search.json?q=palmyra")["hits"]})
    assert len(slugs) == 5
    compared = json(client, f"/compare.json?a={slugs[0]}&a={slugs[1]}")
    for slug in slugs[:2]:
        everything = [one["id"] for one in json(client, f"/a/{slug}.json")["passages"]]
        assert compared["unplaced"][slug] == everything
    assert read(client, f"/compare?a={slugs[0]}&a={slugs[1]}").headings[0] == "Side by side"
    for path in ("/", "/search?q=palmyra", *(f"/a/{slug}" for slug in slugs)):
        assert dangers(read(client, path)) == [], path


def test_every_name_that_the_keeper_noted_is_in_the_table_of_its_event(shipped: Room) -> None:
    library = shipped.library()
    for occasion in library.events():
        apparatus = library.apparatus(occasion)
        texts = {(one.article.slug, passage.id): passage.text for one in apparatus.accounts for passage in one.passages}
        shown = {
            (contrast.name, account.article, texts[account.article, at.passage][at.span.start : at.span.end])
            for contrast in apparatus.names
            for account in contrast.accounts
            for term in account.terms
            for at in term.occurrences
        }
        for party in occasion.event.named:
            for called in party.called:
                words = [words for name, slug, words in shown if (name, slug) == (party.name, called.article)]
                assert any(called.term in one or one in called.term for one in words), (occasion.event.slug, called)
