"""Saved web pages, written in the manner of several sites, and what is read of them: with the right answers beside."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing.formats import web_page
from reading_room.importing.formats.markup import parsed
from reading_room.importing.formats.page_lines import lines_of
from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import Chunk, Cleaned, Dropped, Part, Unusable

BODY = [
    "HARBOUR TOWN – Fishermen blocked the northern quay on Monday after the council closed the old fish market, which "
    "had stood beside it since 1931.",
    "“Nobody asked us before the doors were locked,” said Jon Berg, who has sold herring there for thirty years and now "
    "sells it from a van.",
    "A roof of 1931",
    "The council says that the roof of the hall is unsafe, that it was told so twice, and that a new market is to open "
    "in the spring of next year.",
    "The fishermen ask for three things:",
    "a hall that can be used in winter",
    "rents as they were in 2010",
    "a seat on the harbour board",
    "The quay was open again on Tuesday morning, and the first boats had landed their catch by six o'clock.",
]
ENGLISH = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Fishermen block northern quay over closed market | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="/2016/03/14/quay">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebPage"}},
  {{"@type": "NewsArticle", "headline": "Fishermen block northern quay over closed market",
    "datePublished": "2016-03-14T09:40:00+01:00", "author": [{{"name": "Anna Lindqvist"}}, {{"name": "Per Holm"}}]}}]}}</script>
<style>p {{ color: black }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">The sea</a></li></ul></nav>
<div class="page"><div class="story"><h1>Fishermen block northern quay<br>over closed market</h1>
<div class="byline">By Anna Lindqvist and Per Holm</div>
<div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<div class="text"><p>{BODY[0].replace("fish market", '<a href="/m">fish <em>market</em></a>')}</p>
<figure><img src="data:image/png;base64,{"A" * 400}"><figcaption>The quay on Monday, seen from the mole.</figcaption></figure>
<blockquote><p>{BODY[1]}</p></blockquote><h2>{BODY[2]}</h2><p>{BODY[3]}</p>
<p><a href="/long">Read more: The long history of the herring trade</a></p>
<p>{BODY[4]}</p><ul><li>{BODY[5]}</li><li>{BODY[6]}</li><li>{BODY[7]}</li></ul>
<p style="display: none">This sentence is not to be seen by anybody who opens the page.</p><p>{BODY[8]}</p></div></div>
<div class="related"><h3>Related stories</h3><ul><li><a href="/1">A ferry comes back without anybody on board</a></li>
<li><a href="/2">Lighthouse to be sold to the highest bidder</a></li></ul></div>
<div id="comments"><h3>2 comments</h3><div class="comment"><b>gull77</b><p>They should have repaired the roof ten years ago
when there was still money for it, as everybody in this town knows very well.</p></div>
<div class="comment"><b>Berta</b><p>My grandfather built that roof, and I can tell you that it was a good roof at the time,
whatever the council says now about it.</p></div></div></div>
<footer><p>© 2016 Harbour Post. All rights reserved. Nothing on this page may be printed elsewhere without permission.</p>
</footer></body></html>"""

ARABIC_BODY = [
    "قال صيادون في المدينة إنهم أغلقوا الرصيف الشمالي صباح يوم الاثنين بعد أن قرر المجلس البلدي إغلاق سوق السمك القديم دون إنذار",
    "وأضاف أحدهم أن أحدا لم يسألهم قبل إغلاق الأبواب، وأنه يبيع السمك في هذا المكان منذ ثلاثين عاما ولا يعرف عملا غيره",
    "وأكد المجلس أن سقف السوق لم يعد آمنا، وأن سوقا جديدة ستفتح أبوابها في الربيع القادم بعد انتهاء الأعمال فيها.",
]
ARABIC = f"""<html lang="ar" dir="rtl"><head><title>صيادون يغلقون الرصيف الشمالي - جريدة الميناء</title>
<meta name="author" content="admin"></head><body>
<div id="menu"><a href="/">الرئيسية</a> <a href="/s">رياضة</a></div>
<table><tr><td><div class="main"><h1>صيادون يغلقون الرصيف الشمالي</h1><span>14 آذار 2016 - 09:40</span><br><br>
{ARABIC_BODY[0]}<br><br>{ARABIC_BODY[1]}<br><br>{ARABIC_BODY[2]}<br>
</div><div class="box"><b>الأكثر قراءة</b><br><a href="/1">عبارة تعود بلا ركاب إلى الميناء</a><br>
<a href="/2">بيع المنارة القديمة لمن يدفع أكثر</a></div></td></tr></table>
<div>جميع الحقوق محفوظة لجريدة الميناء ولا يجوز نشر أي مادة دون إذن خطي من إدارة الجريدة</div></body></html>"""

RUSSIAN_BODY = [
    "Рыбаки в понедельник перекрыли северный причал после того, как городской совет закрыл старый рыбный рынок.",
    "«Нас никто не спросил, прежде чем запереть двери», – сказал один из них, торгующий здесь сельдью тридцать лет.",
    "В совете говорят, что крыша рынка опасна и что новый рынок откроется весной, когда закончатся все работы.",
]
RUSSIAN = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Рыбаки перекрыли причал</title><meta property="article:published_time" content="2016-03-14"></head><body>
<div class="top-menu"><a href="/">Главная</a></div><div class="content"><h1>Рыбаки перекрыли причал</h1>
<div class="text"><p>{RUSSIAN_BODY[0]}</p><p>{RUSSIAN_BODY[1]}</p><p>{RUSSIAN_BODY[2]}</p></div>
<div class="under"><a href="/1">Маяк продадут тому, кто больше заплатит</a></div>
<div class="under">Подписывайтесь на нас, чтобы ничего не пропустить и узнавать обо всём первыми.</div>
</div></body></html>"""


def read(html: str | bytes, url: str | None = None, charset: str | None = None) -> Cleaned:
    raw = html.encode() if isinstance(html, str) else html
    (part,) = web_page.read(Chunk("page.html", raw, url, charset))
    assert isinstance(part, Part)
    assert part.name == ""
    return part.cleaned


def texts(cleaned: Cleaned) -> list[str]:
    return [paragraph.text for paragraph in cleaned.paragraphs]


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


PROSE = "".join(f"<p>{text}</p>" for text in (BODY[0], BODY[1], BODY[3], BODY[8]))


@pytest.mark.parametrize(
    ("html", "body"),
    [(ENGLISH, BODY), (ARABIC, ARABIC_BODY), (RUSSIAN.encode("cp1251"), RUSSIAN_BODY)],
    ids=["English", "Arabic", "Russian"],
)
def test_the_body_is_whole_and_nothing_else_is_in_it(html: str | bytes, body: list[str]) -> None:
    assert texts(read(html)) == body


def test_blocks_keep_their_kind() -> None:
    kinds = [paragraph.kind for paragraph in read(ENGLISH).paragraphs]
    assert kinds == [
        "paragraph", "quotation", "heading", "paragraph", "paragraph", "item", "item", "item", "paragraph",
    ]  # fmt: skip


def test_every_other_line_is_left_out_for_a_reason_that_a_keeper_understands() -> None:
    reasons = {gone.text: gone.reason for gone in read(ENGLISH).dropped}
    assert reasons["Home"] == "in the page’s navigation"
    assert reasons["The quay on Monday, seen from the mole."] == "a caption or picture credit"
    assert reasons["Read more: The long history of the herring trade"] == "a pointer to another story"
    assert reasons["Lighthouse to be sold to the highest bidder"] == "in a list of other stories"
    assert reasons["gull77"] == "in the comments"
    assert next(reason for text, reason in reasons.items() if text.startswith("©")) == "in the page’s foot"


def test_a_place_that_the_article_is_in_as_well_is_no_reason_why_a_line_is_not() -> None:
    html = page(f"<div class='col ads'><h1>The quay</h1><div>{PROSE}</div><div>Live from the quay</div></div>")
    assert {gone.text: gone.reason for gone in read(html).dropped} == {
        "Live from the quay": "not part of the article’s text"
    }


@pytest.mark.parametrize("html", [ENGLISH, ARABIC, RUSSIAN], ids=["English", "Arabic", "Russian"])
def test_every_line_that_is_to_be_seen_is_accounted_for_once(html: str) -> None:
    cleaned = read(html)
    numbers = [*cleaned.title_lines, *(gone.line for gone in cleaned.dropped)]
    numbers += [number for paragraph in cleaned.paragraphs for number in paragraph.lines]
    assert sorted(numbers) == [line.number for line in lines_of(parsed(html))]


BLOCKS = st.sampled_from(["p", "div", "li", "h2", "blockquote", "td", "nav", "span", "b"])
TREES = st.recursive(
    st.sampled_from([*BODY, "Share", "", " a <br> b ", "&nbsp;", "<!-- c -->", "14 March 2016"]),
    lambda inner: st.tuples(BLOCKS, st.lists(inner, max_size=4)).map(
        lambda at: f"<{at[0]}>{' '.join(at[1])}</{at[0]}>"
    ),
    max_leaves=25,
)


@settings(max_examples=60)
@given(TREES)
def test_no_line_is_lost_or_doubled_whatever_the_page(html: str) -> None:
    try:
        cleaned = read(page(html))
    except Unusable:
        return
    numbers = [*cleaned.title_lines, *(gone.line for gone in cleaned.dropped)]
    numbers += [number for paragraph in cleaned.paragraphs for number in paragraph.lines]
    seen = {line.number for line in lines_of(parsed(page(html)))}
    assert len(numbers) == len(set(numbers))
    assert seen <= set(numbers)


def test_the_title_is_the_headline_as_printed_and_whole() -> None:
    cleaned = read(ENGLISH)
    assert cleaned.title == "Fishermen block northern quay over closed market"
    assert len(cleaned.title_lines) == 2


def test_a_title_that_is_not_printed_is_taken_from_the_metadata_without_the_site() -> None:
    head = '<title>The quay is open | Harbour Post</title><meta property="og:site_name" content="Harbour Post">'
    cleaned = read(page(PROSE, head))
    assert (cleaned.title, cleaned.title_lines) == ("The quay is open", ())


def test_the_name_of_the_site_in_the_largest_letters_is_no_title() -> None:
    head = "<title>The quay is open – Harbour Post</title>"
    cleaned = read(page(f"<h1>Harbour Post</h1><h2>The quay is open</h2>{PROSE}", head))
    assert cleaned.title == "The quay is open"


def test_particulars_are_read_from_the_linked_data() -> None:
    assert read(ENGLISH, url="https://harbour.example/x?from=feed").particulars == Particulars(
        published="2016-03-14",
        clock="09:40",
        author="Anna Lindqvist, Per Holm",
        url="https://harbour.example/2016/03/14/quay",
        basis="printed in the page’s metadata",
        site="Harbour Post",
        language="en-GB",
    )


def test_a_day_without_a_time_stays_a_day() -> None:
    said = read(RUSSIAN.encode("cp1251")).particulars
    assert (said.moment, said.basis) == ("2016-03-14", "printed in the page’s metadata")


def test_a_date_that_is_printed_below_the_headline_is_found() -> None:
    said = read(ARABIC).particulars
    assert (said.moment, said.basis) == ("2016-03-14T09:40", None)


@pytest.mark.parametrize(
    ("line", "moment", "author"),
    [
        ("text size: T T Your Town March 14, 2016, 6:37 PM EDT", "2016-03-14T18:37", None),
        ("on March 14, 2016 by Anna Lindqvist", "2016-03-14", "Anna Lindqvist"),
        ("on March 14, 2016 at 12:06 PM, updated March 15, 2016 at 8:10 AM", "2016-03-14T12:06", None),
        ("2016.03.14 09:40MTI", "2016-03-14T09:40", None),
        ("3/14/2016 9:40 AM PST BY ANNA LINDQVIST", "2016-03-14T09:40", "ANNA LINDQVIST"),
        ("By Anna Lindqvist on March 14, 2016 09:40 am @annal 76 Comments", "2016-03-14T09:40", "Anna Lindqvist"),
        ("By Anna Lindqvist March 14 at 3:57 PM Follow @annal", None, "Anna Lindqvist"),
        ("As it was on 14 March 2016", None, None),
        ("Last updated in Harbour Town on March 15, 2016 at 8:10 AM", None, None),
        ("By the river March 14", None, None),
    ],
)
@pytest.mark.parametrize("form", ["{}", "<form>{}</form>"])
def test_dates_and_bylines_are_found_in_the_line_below_the_title(
    line: str, moment: str | None, author: str | None, form: str
) -> None:
    said = read(page(form.format(f"<div><h1>The quay is open</h1><div>{line}</div>{PROSE}</div>"))).particulars
    assert (said.moment, said.author, said.basis) == (moment, author, None)


def test_names_in_a_list_of_other_stories_above_the_text_wrote_those() -> None:
    others = "<h3>Related stories</h3><p>The ferry</p><p>By Jon Berg</p><p>On 3 March 2016</p>"
    said = read(page(f"<h1>The quay is open</h1><div>{others}</div>{PROSE}")).particulars
    assert (said.author, said.published) == (None, None)


def test_a_time_of_another_day_is_not_put_to_the_date_of_the_metadata() -> None:
    head = '<meta property="article:published_time" content="2016-03-15">'
    line = "<p>14 March 2016 23:40</p>"
    assert read(page(f"<h1>The quay is open</h1>{line}{PROSE}", head)).particulars.moment == "2016-03-15"


@pytest.mark.parametrize("path", ["2016/03/14/quay", "2016/TOWN/03/14/quay", "2016/the_sea/3/14/index.html"])
def test_a_date_in_the_address_is_called_inferred(path: str) -> None:
    said = read(page(PROSE), url=f"https://harbour.example/{path}").particulars
    assert (said.moment, said.basis) == ("2016-03-14", "inferred: from the page’s address")


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("28 March 2016", "2016-03-14"),
        ("15 March 2016 00:10", "2016-03-15T00:10"),
        ("Published: 28 March 2016", "2016-03-28"),
    ],
)
def test_a_date_without_a_label_is_not_believed_where_the_address_names_another_day(line: str, moment: str) -> None:
    html = page(f"<h1>The quay is open</h1><p>{line}</p>{PROSE}")
    assert read(html, url="https://harbour.example/2016/03/14/quay").particulars.moment == moment


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<footer>© 2016 Harbour Post</footer>",
        "<p>In March 2016 the ferry did not sail on a single day, which had never happened before in this town.</p>",
        "<div id='top'><time datetime='2020-01-05T10:00'>Sunday, 10:00</time></div>",
        "<div class='comment'><time datetime='2016-03-20'>20 March 2016</time></div>",
    ],
)
def test_no_date_is_made_of_a_year_in_the_foot_a_clock_or_a_comment(elsewhere: str) -> None:
    assert read(page(f"<h1>The quay is open</h1>{PROSE}{elsewhere}")).particulars.published is None


@pytest.mark.parametrize("name", ["admin", "https://harbour.example/anna", "@harbourpost", "harbour.example"])
def test_what_software_puts_for_an_author_is_no_author(name: str) -> None:
    assert read(page(PROSE, f'<meta name="author" content="{name}">')).particulars.author is None


@pytest.mark.parametrize(
    "author",
    [
        '"Harbour Post"',
        '{"@type": "NewsMediaOrganization", "name": "The desk of the Post"}',
        '[{"@type": "Organization", "name": "Post Media"}]',
    ],
)
def test_who_publishes_a_page_is_not_its_author(author: str) -> None:
    record = f'{{"@type": "NewsArticle", "publisher": {{"name": "Harbour Post"}}, "author": {author}}}'
    head = f'<script type="application/ld+json">{record}</script>'
    assert read(page(PROSE, head)).particulars.author is None
    assert read(page(f"<h1>The quay</h1><p>By Anna Lindqvist</p>{PROSE}", head)).particulars.author == "Anna Lindqvist"


def test_a_company_that_publishes_under_another_name_is_no_author() -> None:
    head = "".join(
        f'<meta name="{name}" content="{content}">'
        for name, content in (("og:site_name", "The Post"), ("DC.publisher", "Post Media"), ("author", "Post Media"))
    )
    said = read(page(PROSE, head)).particulars
    assert (said.author, said.site) == (None, "The Post")


def test_a_page_saved_by_a_browser_says_where_it_was() -> None:
    saved = "<!-- saved from url=(0033)https://harbour.example/news/quay -->\n"
    assert read(f"{saved}{page(PROSE)}").particulars.url == "https://harbour.example/news/quay"


def test_only_web_addresses_are_taken_for_the_canonical_one() -> None:
    link = '<link rel="canonical" href="javascript:alert(1)">'
    assert read(page(PROSE, link), url="https://harbour.example/quay").particulars.url == "https://harbour.example/quay"


def test_a_template_that_says_english_is_not_believed_of_another_language() -> None:
    arabic = ARABIC.replace('lang="ar"', 'lang="en-US"')
    assert read(ARABIC).particulars.language == "ar"
    assert read(arabic).particulars.language is None


def test_a_text_that_only_the_linked_data_has_is_not_lost() -> None:
    record = f'{{"@type": "NewsArticle", "articleBody": "{BODY[0]} {BODY[3]} {BODY[8]}"}}'
    cleaned = read(page('<div id="app"></div>', f'<script type="application/ld+json">{record}</script>'))
    assert " ".join(texts(cleaned)) == f"{BODY[0]} {BODY[3]} {BODY[8]}"


def test_a_standfirst_in_a_box_of_its_own_belongs_to_the_article() -> None:
    html = (
        f"<div><h1>The quay</h1><div class=lead><p>{BODY[3]}</p></div><div><p>{BODY[0]}</p><p>{BODY[1]}</p></div></div>"
    )
    assert texts(read(page(html))) == [BODY[3], BODY[0], BODY[1]]


def test_a_standfirst_set_like_headings_or_as_a_list_below_the_title_belongs_to_the_article() -> None:
    decks = "<h2>Fish has to be sold from vans since Monday</h2><ul><li>Market is to open again next year</li></ul>"
    byline = "<h2>Archived in</h2><ul><li>The sea</li><li>The town of the harbour and all its quays, 2016</li></ul>"
    html = f"<div><div><h1>The quay</h1><div>{decks}</div></div>{byline}<div><div>{PROSE}</div></div></div>"
    found = read(page(html)).paragraphs
    assert [(each.kind, each.text) for each in found[:3]] == [
        ("paragraph", "Fish has to be sold from vans since Monday"),
        ("item", "Market is to open again next year"),
        ("paragraph", BODY[0]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "(END)",
        "– 30 –",
        "anna@harbour.example",
        "Find the Harbour Post on Facebook and Twitter for more from the quay",
        "Questions? Comments? Email us at",
        "(MORE: Ten pictures of herrings)",
        "See more pictures of the quay:",
        "Kapcsolódó írások:",
        "Leia também: O farol vai ser vendido",
        "We welcome your comments; please keep to the rules, or our editors will delete them.",
        "Kérjük, hogy a hozzászólások mások jogait tiszteletben tartsák, mert a többit töröljük az oldalról.",
        "Просим в комментариях соблюдать правила сайта, а редакция за чужие слова не отвечает.",
    ],
)
def test_what_stands_below_the_last_sentence_of_many_pages_is_left_out(line: str) -> None:
    cleaned = read(page(f"<div>{PROSE}<p>{line}</p><p>{line}</p></div>"))
    assert texts(cleaned) == [BODY[0], BODY[1], BODY[3], BODY[8]]
    assert [gone.text for gone in cleaned.dropped] == [line, line]


@pytest.mark.parametrize(
    "line",
    [
        "“Please send us your comments on our rules,” the council wrote to the fishermen on Tuesday.",
        "The council did not answer our questions about its rules for the market.",
        "They can be found on the quay every morning at six.",
        "END OF A MARKET",
    ],
)
def test_a_last_sentence_that_looks_a_little_like_it_is_kept(line: str) -> None:
    assert texts(read(page(f"<div>{PROSE}<p>{line}</p><p>{BODY[1]} So it was.</p></div>")))[4] == line
    if line.endswith("."):
        assert texts(read(page(f"<div>{PROSE}<p>{line}</p></div>")))[-1] == line


def test_a_date_and_time_between_the_standfirst_and_the_text_go_to_the_front_matter() -> None:
    cleaned = read(page(f"<div><h1>The quay</h1><p>{BODY[3]}</p><p>2016.03.14 09:40</p><p>{BODY[0]}</p>{PROSE}</div>"))
    assert cleaned.particulars.moment == "2016-03-14T09:40"
    assert "2016.03.14 09:40" not in texts(cleaned)


@pytest.mark.parametrize(
    ("free", "last", "below", "excerpt"),
    [
        ("true", BODY[8], "Read this article to the end: it is for subscribers only", True),
        ("true", BODY[8], "Facebook", False),
        ("false", "The quay was open again on Tuesday morning, and the first boats had", "Facebook", True),
        ("false", "The quay was open again on Tuesday morning, and the first boats…", "Facebook", True),
        ("false", BODY[8], "Facebook", False),
        ("true", "The quay was open again on Tuesday morning, and the first boats had", "Facebook", False),
        ("true", BODY[8], "<h3>Related stories</h3><p>For subscribers only</p>", False),
    ],
)
def test_what_ends_where_a_subscription_begins_is_called_an_excerpt(
    free: str, last: str, below: str, excerpt: bool
) -> None:
    head = f'<script type="application/ld+json">{{"@type": "Report", "isAccessibleForFree": {free}}}</script>'
    html = (
        f"<div><h1>The quay</h1><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[3]}</p><p>{last}</p></div><div>{below}</div>"
    )
    cleaned = read(page(html, head))
    assert texts(cleaned)[-1] == last
    assert cleaned.excerpt is excerpt


def test_a_page_laid_out_in_tables_is_read_by_its_paragraphs() -> None:
    menu = "<br>".join(f'<a href="/{name}">{name}</a>' for name in ("Front page", "The sea", "The town", "Archive"))
    story = "".join(f"<p>{text}" for text in (BODY[0], BODY[1], BODY[3], BODY[8]))
    cells = f"<td>{menu}</td><td><h1>The quay</h1><table><tr><td>{story}</td></tr></table></td>"
    cleaned = read(page(f"<table><tr>{cells}</tr></table>"))
    assert texts(cleaned) == [BODY[0], BODY[1], BODY[3], BODY[8]]
    assert "Front page" in {gone.text for gone in cleaned.dropped}


def test_lines_broken_in_the_middle_of_a_sentence_are_one_paragraph() -> None:
    html = f"<p>{BODY[0]}</p><p>The quay was open again on Tuesday morning,<br>and the first boats<br>had landed by six.</p>"
    assert (
        texts(read(page(html)))[-1]
        == "The quay was open again on Tuesday morning, and the first boats had landed by six."
    )


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("", "nothing on the page"),
        (
            page(
                "<div id=root></div><noscript>Please enable scripts to read this page.</noscript><script>go()</script>"
            ),
            "scripts",
        ),
        (page("<form>Log in <input name=user> <input type=password></form>"), "log in"),
        ("<html><frameset cols='20%,80%'><frame src=menu.html><frame src=text.html></frameset></html>", "frames"),
        (page("<a href=1>One</a> <a href=2>Two</a>"), "no sentence"),
        (page("<div>" * 100_000 + PROSE), "nested too deep"),
        (bytes(range(256)) * 40, "no text"),
    ],
    ids=["empty", "scripts", "login", "frames", "no sentence", "too deep", "binary"],
)
def test_a_page_without_an_article_says_so_in_one_line(html: str | bytes, what: str) -> None:
    with pytest.raises(Unusable, match=what) as refused:
        read(html)
    assert refused.value.remedy
    assert "\n" not in f"{refused.value}{refused.value.remedy}"


@pytest.mark.parametrize("tag", ["div", "b", "font", "blockquote"])
def test_a_page_whose_elements_are_never_closed_keeps_its_text(tag: str) -> None:
    html = "".join(f"<{tag}><p>{text}</p>" for text in (BODY[0], BODY[1], BODY[3])) + f"<{tag}>" * 600
    assert texts(read(page(html + f"<p>{BODY[8]}</p>"))) == [BODY[0], BODY[1], BODY[3], BODY[8]]


def test_pictures_written_out_in_addresses_cost_nothing() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}">'
    assert texts(read(page(f"<p>{BODY[0]}</p>{picture}<p>{BODY[3]}</p>"))) == [BODY[0], BODY[3]]


def test_nothing_is_printed_or_logged_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    read(ENGLISH)
    with pytest.raises(Unusable):
        read(page("<p></p>"))
    assert capfd.readouterr() == ("", "")


def test_of_a_fragment_nothing_is_left_out() -> None:
    cleaned = web_page.fragment(f"<h2>{BODY[2]}</h2>{BODY[0]}<ul><li>Share</li></ul><blockquote>{BODY[1]}</blockquote>")
    assert [(paragraph.kind, paragraph.text) for paragraph in cleaned.paragraphs] == [
        ("heading", BODY[2]),
        ("paragraph", BODY[0]),
        ("item", "Share"),
        ("quotation", BODY[1]),
    ]
    assert replace(cleaned, paragraphs=()) == Cleaned(None, (), (), Particulars(), ())


def test_an_empty_fragment_has_no_paragraphs() -> None:
    assert web_page.fragment(" <p> </p> ").paragraphs == web_page.fragment("").paragraphs == ()


def test_what_the_body_of_an_article_hides_is_listed() -> None:
    hidden = "<div hidden>It <b>rained</b>.</div><p style='display: none'>It snowed.</p><textarea>It blew.</textarea>"
    cleaned = web_page.fragment(f"<p>The quay is open.</p>{hidden}<script>let it;</script><p>It is shut.</p>")
    assert [paragraph.text for paragraph in cleaned.paragraphs] == ["The quay is open.", "It is shut."]
    assert cleaned.dropped == tuple(
        Dropped(number, text, "hidden on the page")
        for number, text in ((3, "It rained."), (4, "It snowed."), (5, "It blew."))
    )
