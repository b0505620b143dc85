"""Whole pages, as they are saved by hand, and what the cleaner makes of them."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reading_room.importing.lines import visible
from reading_room.importing.parts import Cleaned
from reading_room.importing.plain_text import clean

FIRST = "HARBOUR TOWN – Fishermen blocked the northern quay on Monday after the council closed the old fish market."
SECOND = (
    "“Nobody asked us before the doors were locked,” said one of them, who has sold herring there for thirty years."
)
THIRD = "The council says that the roof of the hall is unsafe and that a new market will open in the spring."
LAST = "The quay was open again on Tuesday morning."

ENGLISH = f"""Skip to main content
Menu

3
Comments
Facebook
Twitter

Harbour Post

Fishermen block northern quay over closed market

The council promises a new hall in the spring.

By Anna Lindqvist | 14 March 2016 | 09:40

Share this article

{FIRST}

A boat at the northern quay on Monday. (Harbour Post/Jon Berg)

{SECOND}

Nobody asked us before the doors were locked

A roof of 1931

{THIRD}

Read more: The long history of the herring trade

{LAST}

0 0 votes
Article Rating
Subscribe to our newsletter for more stories like this!

Tags: harbour, council

Leave a Reply
Your email address will not be published. Required fields are marked *

Ferry to the islands will run all winter

Mayor opens library in the old town hall
"""

ARABIC_FIRST = (
    "قال صيادون في المدينة الساحلية إنهم أغلقوا الرصيف الشمالي صباح الاثنين احتجاجا على إغلاق سوق السمك القديم."
)
ARABIC_SECOND = "وأضاف أحدهم: «من سأل أهل السوق قبل أن تغلق الأبواب؟ لا أحد من المجلس جاء إلى هنا قبل هذا القرار»."
ARABIC_LAST = "وأعلن المجلس أن السوق الجديد سيفتح في الربيع، فهل يعود الصيادون إلى العمل؟"
ARABIC = f"""الرئيسية
الأخبار

صيادون يغلقون الرصيف الشمالي احتجاجا على إغلاق السوق

بقلم: سامر الحلبي
تاريخ النشر: 14 آذار 2016
مشاركة
فيسبوك تويتر واتساب

{ARABIC_FIRST}

{ARABIC_SECOND}

اقرأ أيضا: تاريخ صيد السمك في المدينة

{ARABIC_LAST}

الأكثر قراءة

المجلس يفتتح مكتبة جديدة في المدينة القديمة

اترك تعليقا
"""

RUSSIAN_FIRST = "Рыбаки перекрыли северный причал в понедельник утром после того, как совет закрыл старый рыбный рынок."
RUSSIAN_SECOND = "— Никто нас не спросил, прежде чем запереть двери, — сказал один из них и добавил, что не уйдёт."
RUSSIAN_LAST = "В совете заявили, что новый рынок «откроется весной», и пообещали починить крышу старого здания."
RUSSIAN = f"""Главная
Поиск
Рыбаки перекрыли причал из-за закрытия рынка
14 марта 2016, 09:40
Поделиться

{RUSSIAN_FIRST}

{RUSSIAN_SECOND}

Что будет с рынком

{RUSSIAN_LAST}

Читайте также

Паром на острова будет ходить всю зиму

Комментарии (2)

Пётр
15.03.2016 12:01
А кто будет платить за новый рынок, если старый никому не нужен был столько лет?
Ответить
"""


def texts(cleaned: Cleaned) -> list[str]:
    return [paragraph.text for paragraph in cleaned.paragraphs]


def reason_of(cleaned: Cleaned, beginning: str) -> str:
    return next(line.reason for line in cleaned.dropped if line.text.startswith(beginning))


def test_an_english_page_becomes_its_title_and_its_paragraphs_alone() -> None:
    cleaned = clean(ENGLISH)
    assert cleaned.title == "Fishermen block northern quay over closed market"
    assert texts(cleaned) == [
        "The council promises a new hall in the spring.",
        FIRST,
        SECOND,
        "A roof of 1931",
        THIRD,
        LAST,
    ]


def test_a_byline_with_date_and_time_is_read() -> None:
    said = clean(ENGLISH).particulars
    assert (said.author, said.moment) == ("Anna Lindqvist", "2016-03-14T09:40")


def test_a_subhead_inside_the_body_is_a_heading_and_keeps_its_place() -> None:
    headings = [paragraph.text for paragraph in clean(ENGLISH).paragraphs if paragraph.kind == "heading"]
    assert headings == ["A roof of 1931"]


def test_every_dropped_line_says_why_it_went() -> None:
    cleaned = clean(ENGLISH)
    assert "caption" in reason_of(cleaned, "A boat at")
    assert "twice" in reason_of(cleaned, "Nobody asked")
    assert "another story" in reason_of(cleaned, "Read more")
    assert "above the title" in reason_of(cleaned, "Harbour Post")
    assert "front matter" in reason_of(cleaned, "By Anna")
    assert "below the article" in reason_of(cleaned, "Ferry to")
    assert all(line.reason for line in cleaned.dropped)


def test_an_arabic_page_keeps_its_questions_and_quotation_marks() -> None:
    cleaned = clean(ARABIC)
    assert cleaned.title == "صيادون يغلقون الرصيف الشمالي احتجاجا على إغلاق السوق"
    assert texts(cleaned) == [ARABIC_FIRST, ARABIC_SECOND, ARABIC_LAST]
    assert cleaned.particulars.author == "سامر الحلبي"
    assert cleaned.particulars.moment == "2016-03-14"


def test_a_russian_page_keeps_its_dashes_and_leaves_the_comments() -> None:
    cleaned = clean(RUSSIAN)
    assert cleaned.title == "Рыбаки перекрыли причал из-за закрытия рынка"
    assert texts(cleaned) == [RUSSIAN_FIRST, RUSSIAN_SECOND, "Что будет с рынком", RUSSIAN_LAST]
    assert cleaned.particulars.moment == "2016-03-14T09:40"


def test_hard_wrapped_lines_become_paragraphs_again() -> None:
    wrapped = (
        "A title that stands alone\n\n"
        "The fishermen came to the quay before dawn and put their boats in a\n"
        "row across the harbour mouth, so that the ferry could not leave for\n"
        "the islands until noon.\n\n"
        "They went home in the evening without an answer from the council of\n"
        "Harbour Town.\n"
    )
    assert texts(clean(wrapped)) == [
        "The fishermen came to the quay before dawn and put their boats in a row across the harbour mouth, so that the"
        " ferry could not leave for the islands until noon.",
        "They went home in the evening without an answer from the council of Harbour Town.",
    ]


WRAPPED = (
    "The fishermen came to the quay before dawn and put their boats in a\n"
    "row across the harbour mouth, so that the ferry could not leave for\n"
    "the islands until noon. The council of Harbour Town sent nobody.\n\n"
    "They went home in the evening without an answer, and some of them did\n"
    "not come back on the next day.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "Harbour council closes old fish market, and the quay is shut in turn",
        "Harbour council closes old fish market, and the quay is shut in turn\n"
        "by boats that nobody had expected to see there at this time of year",
    ],
    ids=["one line", "two lines"],
)
@pytest.mark.parametrize("byline", ["", "By Anna Lindqvist\n"])
def test_a_title_as_wide_as_the_broken_lines_ends_where_the_text_touches_it(title: str, byline: str) -> None:
    cleaned = clean(f"{title}\n{byline}{WRAPPED}")
    assert cleaned.title == title.replace("\n", " ")
    assert [text[:20] for text in texts(cleaned)] == ["The fishermen came t", "They went home in th"]


def test_a_name_at_the_beginning_of_a_broken_line_does_not_make_a_title_of_the_line_above() -> None:
    opening = "The fishermen of the harbour, who had come to the quay before dawn on\nMonday, put their boats in a row across it.\n"
    assert texts(clean(f"Quay blocked again\n\n{opening}\n{WRAPPED}"))[0].endswith(
        "before dawn on Monday, put their boats in a row across it."
    )


def test_a_hyphen_at_a_line_break_is_kept() -> None:
    wrapped = (
        "A title that stands alone\n\n"
        "The fishermen came to the quay before dawn with their council-\n"
        "owned boats, and put them in a row across the mouth of the harbour\n"
        "until noon.\n"
    )
    assert "their council-owned boats" in texts(clean(wrapped))[0]


def test_lines_that_are_paragraphs_are_not_run_together() -> None:
    page = f"Fishermen block northern quay\n{FIRST} {SECOND}\n{THIRD} {FIRST}\n{LAST}"
    cleaned = clean(page)
    assert cleaned.title == "Fishermen block northern quay"
    assert texts(cleaned) == [f"{FIRST} {SECOND}", f"{THIRD} {FIRST}", LAST]


def test_a_title_printed_twice_is_taken_once() -> None:
    page = f"Harbour news for everybody\n\nQuay blocked again\n\nQuay blocked again\n\n{FIRST}\n\n{LAST}"
    cleaned = clean(page)
    assert cleaned.title == "Quay blocked again"
    assert texts(cleaned) == [FIRST, LAST]


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    cleaned = clean(f"Quay blocked again - Harbour Post\n\nQuay blocked again\n\n{FIRST}\n\n{LAST}")
    assert cleaned.title == "Quay blocked again"


@pytest.mark.parametrize("site", ["Harbour Post", "HPA", "The Northern Quay", "بريد الميناء"])
def test_the_name_of_a_site_above_the_title_is_left_out_with_its_line(site: str) -> None:
    cleaned = clean(f"{site}\nFishermen block northern quay\n14 March 2016\n\n{FIRST}\n\n{THIRD}")
    assert cleaned.title == "Fishermen block northern quay"
    assert (cleaned.dropped[0].line, cleaned.dropped[0].text) == (1, site)
    assert cleaned.paragraphs[0].lines > (1,)


def test_headlines_of_other_stories_above_the_title_are_not_taken_for_it() -> None:
    page = f"Top stories\nFerry runs all winter long\nMayor opens a library\n\nQuay blocked again\n\n{FIRST}\n\n{LAST}"
    assert clean(page).title == "Quay blocked again"


def test_a_line_between_arrows_is_no_title() -> None:
    page = f"«\u00a0Zum Anfang | Zum Ende\u00a0»\n\n14 March 2016\n\nQuay blocked again\n\n{FIRST}\n\n{THIRD}\n\n{LAST}"
    assert clean(page).title == "Quay blocked again"


def test_a_headline_over_a_gallery_is_not_taken_for_the_title() -> None:
    shown = "A boat lies across the mouth of the northern quay on Monday morning. Jon Berg/AFP/Getty Images"
    gallery = f"1 of 24\nFull Screen\nFishermen at the northern quay on Monday\nView Photos\n{shown}\nBuy Photo"
    cleaned = clean(f"Council closes the old fish market\n\nShare\n{gallery}\n\n{FIRST}\n\n{THIRD}\n\n{LAST}")
    assert cleaned.title == "Council closes the old fish market"
    assert texts(cleaned)[-3:] == [FIRST, THIRD, LAST]
    assert reason_of(cleaned, "A boat lies") == "a caption or picture credit"


def test_a_short_headline_is_the_title_of_the_longer_line_that_explains_it() -> None:
    title = "Fishermen blocked northern quay"
    below = "Did the council close the old fish market because the roof is unsafe?"
    cleaned = clean(f"Harbour Post\n\n{title}\n\n{below}\n\nBy Anna Lindqvist\n\n{FIRST}\n\n{THIRD}\n\n{LAST}")
    assert (cleaned.title, texts(cleaned)) == (title, [below, FIRST, THIRD, LAST])


def test_a_question_can_be_a_title() -> None:
    cleaned = clean(f"Who shall pay for the new roof of the old market hall?\n\n{FIRST}\n\n{LAST}")
    assert cleaned.title == "Who shall pay for the new roof of the old market hall?"


def test_a_first_sentence_is_not_taken_for_a_title() -> None:
    cleaned = clean(f"{THIRD}\n\n{FIRST}\n\n{LAST}")
    assert cleaned.title is None
    assert texts(cleaned) == [THIRD, FIRST, LAST]


def test_a_text_without_a_title_gets_none() -> None:
    cleaned = clean(f"{FIRST} {SECOND}\n\n{THIRD} {LAST}")
    assert cleaned.title is None
    assert texts(cleaned) == [f"{FIRST} {SECOND}", f"{THIRD} {LAST}"]


def test_a_comment_above_its_form_is_not_the_article_s() -> None:
    page = f"""Quay blocked again

{FIRST}

{THIRD}

Old Salt
16 March 2016 10:12
Why does nobody say what the council paid for that roof in the first place ?
3 hours ago
Because nobody knows what it was, that is why nobody says it in public.
Reply
Your comment
Name :
"""
    assert texts(clean(page)) == [FIRST, THIRD]


def test_a_list_of_other_stories_in_the_middle_does_not_end_the_article() -> None:
    stories = "Related stories\n\nFerry runs all winter"
    page = f"Quay blocked again\n\n{FIRST}\n\n{stories}\n\n{SECOND} {THIRD}\n\n{THIRD} {SECOND}"
    assert texts(clean(page)) == [FIRST, f"{SECOND} {THIRD}", f"{THIRD} {SECOND}"]


def test_a_row_of_buttons_does_not_end_the_article() -> None:
    page = f"Quay blocked again\n\n{FIRST}\n\n{THIRD}\n\nFacebook Twitter Email Print\nAdvertisement\n\n{LAST}"
    assert texts(clean(page)) == [FIRST, THIRD, LAST]


def test_a_row_of_networks_is_left_out_though_one_of_them_is_new() -> None:
    row = "Facebook Flockle Pinterest Tumblr Reddit Murmurer Telegram Print"
    cleaned = clean(f"Quay blocked again\n\n{row}\n\n{FIRST}\n\n{THIRD}")
    assert texts(cleaned) == [FIRST, THIRD]
    assert reason_of(cleaned, row).startswith("a button")


def test_a_standing_note_is_dropped_and_named() -> None:
    note = (
        "The views expressed in this column are those of the author and do not necessarily reflect those of the Post."
    )
    cleaned = clean(f"Quay blocked again\n\n{FIRST}\n\n{THIRD}\n\n{note}")
    assert texts(cleaned) == [FIRST, THIRD]
    assert "standing note" in reason_of(cleaned, "The views")


def test_a_pull_quote_before_the_words_themselves_leaves_them_in_their_place() -> None:
    words = "We shall stay here until the doors open."
    page = f"Quay blocked again\n\n{FIRST}\n\n{words}\n\n{THIRD}\n\n“{words}”\n\n{LAST}"
    assert texts(clean(page)) == [FIRST, THIRD, f"“{words}”", LAST]


@pytest.mark.parametrize("divider", ["--------------------", "— — —", "=========="])
def test_a_second_story_below_a_line_of_dashes_keeps_every_word(divider: str) -> None:
    second = f"Ferry blocked as well\n\n15 March 2016\n\n{SECOND}\n\n{THIRD}\n\n{LAST}"
    page = f"Quay blocked again\n\n14 March 2016\n\n{FIRST}\n\n{THIRD}\n\n{LAST}\n\n{divider}\n\n{second}"
    cleaned = clean(page)
    assert texts(cleaned) == [FIRST, THIRD, LAST, "Ferry blocked as well", "15 March 2016", SECOND, THIRD, LAST]
    assert cleaned.particulars.published == "2016-03-14"


def test_items_of_a_list_stay_items() -> None:
    page = f"Quay blocked again\n\n{FIRST}\n\n• two ferries\n• eleven boats\n\n{THIRD}"
    assert [paragraph.kind for paragraph in clean(page).paragraphs] == ["paragraph", "item", "item", "paragraph"]


def test_short_sentences_at_both_ends_of_the_body_are_kept() -> None:
    assert texts(clean(f"Quay blocked again\n\nThey came early.\n\n{FIRST}\n\n{THIRD}\n\nThey stayed.")) == [
        "They came early.",
        FIRST,
        THIRD,
        "They stayed.",
    ]


@pytest.mark.parametrize(
    "last",
    [
        "We built it of salt and of iron, and the sea has the rest of it still",
        "The letter of the council was never sent, and what it says is that",
    ],
)
@pytest.mark.parametrize("below", ["Share on Facebook\n\nRelated articles\n\nFerry runs all winter", "Subscribe now"])
def test_a_last_line_without_a_full_stop_is_kept_above_the_buttons(last: str, below: str) -> None:
    cleaned = clean(f"Quay blocked again\n\nShare this article\n\n{FIRST}\n\n{THIRD}\n\n{last}\n\n{below}")
    assert texts(cleaned) == [FIRST, THIRD, last]


@pytest.mark.parametrize(
    "headline",
    ["Ferry runs all winter", "Mayor Grace Oduya Opens New Library in the Old Town Hall of Harbour Town at Last"],
)
def test_a_headline_below_the_text_is_not_taken_for_its_last_line(headline: str) -> None:
    page = f"Quay blocked again\n\nShare this article\n\n{FIRST}\n\n{THIRD}\n\n{headline}\n\nShare on Facebook"
    assert texts(clean(page)) == [FIRST, THIRD]


@pytest.mark.parametrize(
    "wall",
    [
        "This article is for subscribers only.",
        "Subscribe to continue reading the Harbour Post",
        "Il vous reste 70 % de cet article à lire.",
        "La suite est réservée aux abonnés",
        "Dieser Artikel ist nur für Abonnenten.",
        "Suscríbete para seguir leyendo",
        "Questo contenuto è riservato agli abbonati",
        "Conteúdo exclusivo para assinantes",
        "Материал доступен только подписчикам",
        "هذا المقال للمشتركين فقط",
        "Kup dostęp, aby czytać dalej",
        "Okumaya devam etmek için abone olun",
    ],
)
def test_what_stands_above_a_line_for_subscribers_is_an_excerpt(wall: str) -> None:
    offer = "Read every story of the Harbour Post for three months, on all your devices, for the price of one."
    cleaned = clean(f"Quay blocked again\n\n{FIRST}\n\n{THIRD}\n\n{wall}\n\nLog in\n\n{offer}")
    assert (texts(cleaned), cleaned.excerpt) == ([FIRST, THIRD], True)
    assert reason_of(cleaned, wall) == "says that the rest is for subscribers"


def test_an_offer_to_subscribers_elsewhere_makes_no_excerpt_of_a_text() -> None:
    told = "The council had said that its own report is available to subscribers of the gazette, and it was sold out."
    other = "Related articles\n\nFerry runs all winter\n\nThis article is for subscribers only."
    cleaned = clean(f"For subscribers only\n\nQuay blocked again\n\n{FIRST}\n\n{told}\n\n{LAST}\n\n{other}")
    assert (texts(cleaned), cleaned.excerpt) == ([FIRST, told, LAST], False)


def test_an_ambiguous_date_is_not_decided() -> None:
    said = clean(f"Quay blocked again\n\nDate: 02/03/2016\n\n{FIRST}\n\n{THIRD}").particulars
    assert (said.published, said.unclear) == (None, "02/03/2016")


def test_a_date_in_the_middle_of_the_text_is_not_taken_for_its_own() -> None:
    cleaned = clean(f"Quay blocked again\n\n{FIRST}\n\n{SECOND}\n\n14 March 2016\n\n{THIRD}")
    assert cleaned.particulars.published is None
    assert cleaned.paragraphs[2].kind == "heading"


def test_a_closing_sentence_that_names_the_writer_is_read_and_kept() -> None:
    closing = "The Post’s harbour editor Anna Lindqvist (@annal) wrote this report."
    cleaned = clean(f"Quay blocked again\n\n{FIRST}\n\n{THIRD}\n\n{closing}")
    assert cleaned.particulars.author == "Anna Lindqvist"
    assert texts(cleaned)[-1] == closing


def test_an_arabic_text_without_full_stops_is_kept_whole() -> None:
    first = (
        "قال صيادون في المدينة الساحلية إنهم أغلقوا الرصيف الشمالي صباح الاثنين احتجاجا على إغلاق سوق السمك القديم دون"
    )
    first += " أن يسألهم أحد من المجلس عن رأيهم في ذلك"
    short = "وقال شهود إن العبارة لم تغادر"
    last = first.replace("صيادون", "تجار")
    cleaned = clean(f"صيادون يغلقون الرصيف الشمالي\n\n{first}\n\n{short}\n\n{last}\n\nمشاركة\nالتعليقات\nاترك تعليقا")
    assert texts(cleaned) == [first, short, last]
    assert {paragraph.kind for paragraph in cleaned.paragraphs} == {"paragraph"}


def test_a_chinese_text_has_a_title_and_paragraphs() -> None:
    first = "渔民星期一表示，市议会关闭旧鱼市场以后，他们封锁了北码头，渡轮因此无法离开港口前往各个岛屿。"
    last = "市议会说，大厅的屋顶不安全，新的市场将在春天开放，渔民可以在那里继续出售他们的鲱鱼。"
    cleaned = clean(f"渔民封锁北码头\n\n{first}\n\n{last}\n")
    assert (cleaned.title, texts(cleaned)) == ("渔民封锁北码头", [first, last])


def test_years_and_times_over_the_entries_of_a_chronology_stay() -> None:
    page = f"A chronology of the quay\n\n{FIRST}\n\n1931\n\n{SECOND}\n\n14:05\n\n{THIRD}"
    headings = [paragraph.text for paragraph in clean(page).paragraphs if paragraph.kind == "heading"]
    assert headings == ["1931", "14:05"]


def test_a_line_of_sections_is_no_title() -> None:
    assert clean(f"Home News Sport Weather\nQuay blocked again\n\n{FIRST}\n\n{LAST}").title == "Quay blocked again"


def test_an_agency_s_signature_is_kept_and_names_its_reporter() -> None:
    signature = "(Reporting by Anna Lindqvist; Editing by Jon Berg)"
    cleaned = clean(f"Quay blocked again\n\n{FIRST}\n\n{THIRD}\n\n{signature}")
    assert texts(cleaned)[-1] == signature
    assert cleaned.particulars.author == "Anna Lindqvist"


def test_text_with_nothing_in_it_gives_nothing() -> None:
    cleaned = clean(" \n\u200b\n\ufeff")
    assert (cleaned.title, cleaned.paragraphs, cleaned.dropped) == (None, (), ())


def test_an_agency_named_in_the_dateline_stays_in_it() -> None:
    dateline = "HARBOUR TOWN (Norwire) – Fishermen blocked the northern quay on Monday morning."
    assert texts(clean(f"Quay blocked again\n\n{dateline}\n\n{SECOND}"))[0] == dateline


def test_what_cannot_be_seen_inside_a_word_is_taken_out_and_quotation_marks_stay_as_printed() -> None:
    broken = FIRST.replace("Fishermen", "Fish\u00ader\u200bmen").replace("council", "coun\ufeffcil")
    assert texts(clean(f"Quay blocked again\n\n{broken}\n\n{SECOND}")) == [FIRST, SECOND]


def test_a_date_and_a_byline_between_bullets_are_read() -> None:
    said = clean(f"Quay blocked again\n• 14 March 2016 • By Anna Lindqvist •\n\n{FIRST}\n\n{LAST}").particulars
    assert (said.moment, said.author) == ("2016-03-14", "Anna Lindqvist")


def test_the_date_of_another_story_is_not_the_article_s() -> None:
    teasers = "\n".join(f"Ferry runs all winter\nPublished: {day} May 2016\n" for day in range(1, 9))
    said = clean(f"Quay blocked again\n\n{FIRST}\n\n{THIRD}\n\nRelated stories\n{teasers}").particulars
    assert said.published is None


def test_teasers_above_the_title_take_nothing_from_the_date_below_it() -> None:
    teasers = f"12 May 2015\n{SECOND}\nMore\n13 May 2015\n{SECOND.replace('them', 'us')}\nMore\nWeather\nSport\nTravel\nCulture\n"
    said = clean(f"{teasers}Quay blocked again\n14 March 2016\n{FIRST}\n{THIRD}\n{FIRST} {LAST}").particulars
    assert said.published == "2016-03-14"


def test_an_article_with_nothing_around_it_stays_whole() -> None:
    last = "And the ferry, which nobody had asked about, left for the islands at noon"
    assert texts(clean(f"Quay blocked again\n\n{FIRST}\n\n{SECOND}\n\n{last}")) == [FIRST, SECOND, last]


def test_a_menu_in_one_line_is_no_paragraph() -> None:
    menu = "Home News Local Business Sport Culture Travel Weather Obituaries Puzzles Shop Cars Jobs Homes Family Notices Subscribe"
    arabic = "الرئيسية أخبار محليات اقتصاد رياضة ثقافة سفر طقس وفيات ألغاز متجر سيارات وظائف منازل عائلة إعلانات اشتراك تواصل دعم"
    cleaned = clean(f"{menu}\n{arabic}\nQuay blocked again\n\n{FIRST}\n\n{THIRD}\n\n{menu}")
    assert (cleaned.title, texts(cleaned)) == ("Quay blocked again", [FIRST, THIRD])


def test_a_paragraph_of_names_is_still_a_paragraph() -> None:
    names = (
        "Mayor Grace Oduya, Harbour Master Jon Berg, Bishop Anna Lindqvist and Ferry Captain Tove Solvang met Norwegian"
        " Minister Pavel Antonov in Harbour Town on Tuesday."
    )
    assert texts(clean(f"Quay blocked again\n\n{names}\n\n{FIRST}")) == [names, FIRST]


def test_teasers_of_other_stories_are_not_taken_for_the_end_of_the_article() -> None:
    teasers = "\n".join(f"Ferry number {number} runs\n14 March 2016\n{SECOND}\nMore\n" for number in range(30))
    page = "\n".join(
        ["Home", "News", "Quay blocked again", FIRST, THIRD, FIRST.replace("Monday", "Friday"), LAST, teasers]
    )
    assert texts(clean(page))[-1] == LAST


def test_a_long_page_of_one_thing_again_and_again_comes_back_whole() -> None:
    sentences = [f"{number} {FIRST}" for number in range(4000)]
    lists = "Related stories\nFerry runs all winter\n3 hours ago\nReply\n" * 10_000
    cleaned = clean("Quay blocked again\n\n" + "\n\n".join(sentences) + "\n\n" + lists)
    assert texts(cleaned) == sentences
    assert len(cleaned.dropped) == 40_000


SCRAPS = st.sampled_from(
    [
        *(
            FIRST,
            SECOND,
            THIRD,
            LAST,
            "Comments",
            "Your comment",
            "Related",
            "• item",
            "14 March 2016",
            "1395/12/13 4:19",
        ),
        *("Quay blocked again", "Facebook", "a wrapped line that goes on and on without any end", "By Anna Lindqvist"),
    ]
)
ANY_TEXT = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(codec=None)),
    st.lists(st.one_of(SCRAPS, st.just(""), st.text(max_size=90)), max_size=25).map("\n".join),
)


@settings(max_examples=400, database=None)
@given(ANY_TEXT)
@example("Rain?\nHarbour Post and Evening News")
def test_of_any_text_every_line_is_either_kept_or_dropped_once(text: str) -> None:
    cleaned = clean(text)
    seen = {number: visible(line) for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1) if visible(line)}
    kept = list(cleaned.title_lines) + [number for paragraph in cleaned.paragraphs for number in paragraph.lines]
    assert sorted(kept + [line.line for line in cleaned.dropped]) == sorted(seen)
    assert all(line.text == seen[line.line] and line.reason for line in cleaned.dropped)
    assert cleaned.kept_lines == len(kept)


@settings(max_examples=200, database=None)
@given(ANY_TEXT)
def test_of_any_text_the_words_kept_are_the_source_s(text: str) -> None:
    words = set("".join(visible(line) for line in re.split(r"\r\n|\r|\n", text)))
    for paragraph in clean(text).paragraphs:
        assert set(paragraph.text) <= words | {" "}


def test_a_page_whose_links_have_lines_of_their_own_is_put_together_again() -> None:
    text = """News
Sport
Fishermen block northern quay
The fishermen put their boats in a row across the mouth of the
harbour
, and so the ferry could not leave, as the
Harbour Post
reported on Monday in a story that many people on the
islands
have read.
They say that the
fish market
was closed before anybody had asked them; the
council
says that its roof is unsafe after the storms of this winter.
Most read
Rain all week
"""
    cleaned = clean(text)
    assert cleaned.title == "Fishermen block northern quay"
    assert [paragraph.text for paragraph in cleaned.paragraphs] == [
        "The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave, as the "
        "Harbour Post reported on Monday in a story that many people on the islands have read.",
        "They say that the fish market was closed before anybody had asked them; the council says that its roof is unsafe "
        "after the storms of this winter.",
    ]
