"""The days that sentences speak of."""

from datetime import UTC, date, datetime

import pytest

from reading_room.comparing.sentences.times import times
from reading_room.model.analysis import UNBOUNDED, Time
from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import DateSpan
from reading_room.model.sentences import sentences

SUNDAY = "2016-03-27"


def read(*texts: str, published: str | None = SUNDAY, language: str = "en") -> list[tuple[Time, ...]]:
    """The times of all sentences; a text that begins with # is a heading."""
    when = DateSpan.parse(published) if published else None
    article = Article("one", "One", "outlet", when, "printed", language, "complete")
    blocks = [Block("heading" if text.startswith("#") else "paragraph", text.lstrip("# ")) for text in texts]
    passages = tuple(Passage(str(number), block) for number, block in enumerate(blocks, 1))
    version = Version(article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)
    return [one for told in times(version, [sentences(passage.text) for passage in passages]) for one in told]


def main(*texts: str, published: str | None = SUNDAY, language: str = "en") -> tuple[str, str]:
    """The first time of the last sentence, with its basis."""
    time = read(*texts, published=published, language=language)[-1][0]
    return _written(time), time.basis


def _written(time: Time) -> str:
    return f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell on 27 March 2016.", "2016-03-27"),
        ("It fell on March 27, 2016, at dawn.", "2016-03-27"),
        ("It fell on the 27th of March 2016.", "2016-03-27"),
        ("It fell on Sunday, March 20.", "2016-03-20"),
        ("It fell on Sept. 1, 2015.", "2015-09-01"),
        ("It fell on 2016-03-27.", "2016-03-27"),
        ("It fell on 27/03/2016.", "2016-03-27"),
        ("It fell on 3/27/2016.", "2016-03-27"),
        ("It fell on 27.03.2016.", "2016-03-27"),
        ("They flew from 7 to 27 March.", "2016-03-07/2016-03-27"),
        ("They flew on March 7-27, 2016.", "2016-03-07/2016-03-27"),
        ("They flew from 29 January to 3 March 2017.", "2017-01-29/2017-03-03"),
        ("They held it from May 2015 to March 2016.", "2015-05-01/2016-03-31"),
        ("They held it between December 2015 and January 2016.", "2015-12-01/2016-01-31"),
        ("They came between January 1 and the end of February.", "2016-01-01/2016-02-29"),
        ("They came from May to June 2015.", "2015-05-01/2015-06-30"),
        ("It was in ruins in the years 2012 to 2015.", "2012-01-01/2015-12-31"),
        ("It fell in May 2015.", "2015-05-01/2015-05-31"),
        ("It fell in May.", "2015-05-01/2015-05-31"),
        ("It fell in late December.", "2015-12-21/2015-12-31"),
        ("It fell at the end of February 2016.", "2016-02-21/2016-02-29"),
        ("It fell in mid-March.", "2016-03-11/2016-03-20"),
        ("It fell in early 2016.", "2016-01-01/2016-04-30"),
        ("It fell in the spring of 2015.", "2015-03-01/2015-05-31"),
        ("It fell in the second quarter of 2015.", "2015-04-01/2015-06-30"),
        ("The war began in 2011.", "2011-01-01/2011-12-31"),
        ("It stood in the 1990s.", "1990-01-01/1999-12-31"),
        ("It stood in the late 1990s.", "1996-01-01/1999-12-31"),
        ("It was held in 2014-15.", "2014-01-01/2015-12-31"),
        ("It has been held since May 2015.", "2015-05-01/2016-03-27"),
        ("PALMYRA, Syria, March 27 (Reuters) – The army took the city.", "2016-03-27"),
    ],
)
def test_a_date_of_the_calendar_is_explicit(text: str, days: str) -> None:
    assert main(text) == (days, "explicit")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell on Friday.", "2016-03-25"),
        ("It fell on Sunday.", "2016-03-27"),
        ("It fell last Sunday.", "2016-03-20"),
        ("They will meet on Friday.", "2016-04-01"),
        ("They meet next Tuesday.", "2016-03-29"),
        ("On Tuesday, voters will choose.", "2016-03-29"),
        ("It would be burnt. On Thursday, he came.", "2016-03-24"),
        ("It fell on Monday last week.", "2016-03-14"),
        ("It has been quiet since Thursday.", "2016-03-24/2016-03-27"),
        ("It fell yesterday.", "2016-03-26"),
        ("It fell today.", "2016-03-27"),
        ("They left the week before last.", "2016-03-07/2016-03-13"),
        ("They attacked overnight.", "2016-03-26/2016-03-27"),
        ("It fell last week.", "2016-03-14/2016-03-20"),
        ("It fell this month.", "2016-03-01/2016-03-31"),
        ("It fell earlier this month.", "2016-03-01/2016-03-27"),
        ("It fell last year.", "2015-01-01/2015-12-31"),
        ("It fell last May.", "2015-05-01/2015-05-31"),
        ("It fell last summer.", "2015-06-01/2015-08-31"),
        ("It closes at the end of the year.", "2016-09-01/2016-12-31"),
        ("Sales fell in the fourth quarter.", "2015-10-01/2015-12-31"),
        ("It fell in May last year.", "2015-05-01/2015-05-31"),
        ("They meet by the time that he speaks on Tuesday.", "2016-03-29"),
        ("It fell three days ago.", "2016-03-24"),
        ("It fell two weeks ago.", "2016-03-10/2016-03-16"),
        ("It fell ten months ago.", "2015-05-01/2015-05-31"),
        ("It fell two years ago.", "2014-01-01/2014-12-31"),
        ("It fell twenty-five years ago.", "1991-01-01/1991-12-31"),
        ("One year ago today it fell.", "2015-03-27"),
        ("It fell exactly one year ago.", "2015-03-27"),
        ("It fell almost exactly a year ago.", "2015-02-24/2015-04-27"),
        ("It fell three weeks ago, to the day.", "2016-03-06"),
        ("It fell a month ago yesterday.", "2016-02-26"),
        ("Two years ago this week it fell.", "2014-03-24/2014-03-30"),
        ("Ten years ago this month it fell.", "2006-03-01/2006-03-31"),
        ("Three people died on Thursday when the river rose, the mayor said.", "2016-03-24"),
        ("More than 900 raids hit it in the past two weeks.", "2016-03-13/2016-03-27"),
        ("It has gone on for twenty days.", "2016-03-07/2016-03-27"),
        ("They flew from Tuesday to Thursday.", "2016-03-22/2016-03-24"),
        ("Fifteen people were killed the day before.", "2016-03-26"),
        ("The firm said on Tuesday fourth-quarter profit rose.", "2015-10-01/2015-12-31"),
        ("They will meet this week.", "2016-03-28/2016-04-03"),
        ("They met this week.", "2016-03-21/2016-03-27"),
        ("It could double in the next year.", "2016-03-27/2017-03-27"),
        ("He said it would close on Thursday.", "2016-03-31"),
        ("The house could vote as soon as Thursday.", "2016-03-31"),
    ],
)
def test_what_counts_from_the_day_of_publication_is_relative(text: str, days: str) -> None:
    found, basis = main(text)
    assert (found, basis) in ((days, "relative"), (days, "later"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell on 20 May 2015. The next day they left.", "2015-05-21"),
        ("It fell on 20 May 2015. Two days later they left.", "2015-05-22"),
        ("It fell on 20 May 2015. They left that day.", "2015-05-20"),
        ("It fell one year ago today. They left that night.", "2015-03-27"),
        ("It fell on 20 May 2015. The temple was built in 1878. That night it burnt.", "2015-05-20"),
        ("It fell on 20 May 2015. The temple, built in 1878, burnt that same day.", "2015-05-20"),
        ("It fell on 20 May 2015. They left the same month.", "2015-05-01/2015-05-31"),
        ("It fell on 20 May 2015, and ten months later it was retaken.", "2015-05-20"),
        ("It fell on 20 May 2015. Ten months later it was retaken.", "2016-03-01/2016-03-31"),
        ("It fell on 20 May 2015. They had come a week earlier.", "2015-05-12/2015-05-14"),
        ("It fell in May 2013. A year later, on 3 June, it burnt.", "2014-06-03"),
        ("It fell two days before March 20.", "2016-03-18"),
        ("It fell in May 2013. The following year it burnt.", "2014-01-01/2014-12-31"),
    ],
)
def test_what_counts_from_a_day_that_the_text_named_is_worked_out_from_there(text: str, days: str) -> None:
    assert main(text)[0] == days


def test_a_sentence_goes_on_with_the_time_of_the_one_before_in_its_paragraph() -> None:
    assert main("It fell in May 2015. They destroyed the temple.") == ("2015-05-01/2015-05-31", "carried")
    assert main("It fell in May 2015.", "They destroyed the temple.") == (SUNDAY, "published")


def test_where_a_paragraph_is_one_sentence_what_is_of_late_goes_on_over_its_end() -> None:
    assert main("It fell on Thursday.", "They destroyed the temple.") == ("2016-03-24", "carried")
    assert main("It fell on Thursday. They came by night.", "They destroyed the temple.") == (SUNDAY, "published")
    assert main("It fell on Thursday.", "They are a small group.") == (SUNDAY, "published")


def test_what_points_back_to_an_occasion_of_the_paragraph_before_is_of_its_day() -> None:
    taken = "The army took the citadel on 27 March 2016."
    assert main(taken, "Some 400 were killed in the battle.", published="2017-03-05") == ("2016-03-27", "carried")
    for text in ("Some 400 were killed.", "Some 400 were killed in the battle of Aleppo.", "The battle is not over."):
        assert main(taken, text, published="2017-03-05") == ("2017-03-05", "published")
    for text in ("They held it from May 2015 to March 2016.", "They will take it on 27 March 2018."):
        assert main(text, "Some 400 were killed in the battle.", published="2017-03-05")[1] == "published"


def test_a_week_is_counted_from_an_occasion_and_in_another_paragraph_from_no_longer_time() -> None:
    between = "It fell between 26 December and 10 January."
    assert main(between, "They had known of it a week earlier.")[1] == "published"
    assert main("It fell on 10 March.", "They had known of it a week earlier.")[0] == "2016-03-02/2016-03-04"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It opened on New Year’s Eve.", "2015-12-31"),
        ("It opened on Christmas Day 2014.", "2014-12-25"),
        ("It will open on the Fourth of July.", "2016-07-04"),
        ("It happened on 9/11.", "2001-09-11"),
    ],
)
def test_a_feast_is_the_day_that_it_is_on_every_year(text: str, days: str) -> None:
    assert main(text) == (days, "explicit")


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("Before 2011 the city had a theatre.", "en", "2010-12-31"),
        ("Before the war began in 2011, the city had a theatre.", "en", "2011-12-31"),
        ("Before the 2011 war the city had a theatre.", "en", "2011-12-31"),
        ("It was held until 2015.", "en", "2015-12-31"),
        ("Until February 2016 the city was held.", "en", "2016-02-29"),
        ("They stayed there until Friday.", "en", "2016-03-25"),
        ("They stayed there until last Friday.", "en", "2016-03-25"),
        ("They left before the end of 2015.", "en", "2015-12-31"),
        ("До февраля 2016 года город удерживали боевики.", "ru", "2016-02-29"),
        ("La ville était tenue jusqu’en 2015.", "fr", "2015-12-31"),
        ("ظلت المدينة في أيديهم حتى عام 2015.", "ar", "2015-12-31"),
    ],
)
def test_of_what_was_before_a_day_only_the_end_is_known(text: str, language: str, last: str) -> None:
    (time, *_) = read(text, language=language)[0]
    assert (time.first, f"{time.last}") == (UNBOUNDED, last)


def test_before_something_is_not_by_it_nor_in_it() -> None:
    assert main("By the end of 2011 it was empty.")[0] == "2011-09-01/2011-12-31"
    assert read("It was held until March 2016.")[0][0].first == UNBOUNDED
    assert main("It did not fall until May 2015.")[0] == "2015-05-01/2015-05-31"
    assert main("They waited until May 2015 to tell it.")[0] == "2015-05-01/2015-05-31"
    assert main("It was postponed until May 2015.")[0] == "2015-05-01/2015-05-31"
    assert main("He spoke before the council in May 2015.")[0] == "2015-05-01/2015-05-31"
    assert main("Before 2011 it stood. It was large.")[1] == "published"
    held = read("They took it in May 2015 before they were driven out in February 2016.")[0]
    assert [_written(one) for one in held] == ["2015-05-01/2015-05-31", "2016-02-01/2016-02-29"]


def test_what_is_before_a_day_to_come_begins_with_publication() -> None:
    assert main("They want to finish before 2018.")[0] == "2016-03-27/2017-12-31"
    assert main("It is closed until May 2017.")[0] == "2016-03-27/2017-05-31"
    assert main("It is closed until the end of 2016.")[0] == "2016-03-27/2016-12-31"
    assert main("They want to finish before the end of the year.")[0] == "2016-03-27/2016-12-31"
    assert main("It was possible before the end of the year.", published="2016-12-20")[0] == "2016-12-20/2016-12-31"


def test_after_a_day_is_up_to_publication() -> None:
    assert main("It was built after January 2016.") == ("2016-02-01/2016-03-27", "explicit")
    assert main("After 3 March 2016 the city was empty.") == ("2016-03-04/2016-03-27", "explicit")
    assert main("After the 3 March 2016 attack they fled.") == ("2016-03-03", "explicit")


def test_what_lasts_until_now_ends_with_publication() -> None:
    assert main("Since the start of the year five have come.")[0] == "2016-01-01/2016-03-27"
    assert main("Since 2016 five have come.")[0] == "2016-01-01/2016-03-27"


def test_what_has_happened_is_not_of_a_month_to_come() -> None:
    assert main("The army entered the city in April.")[0] == "2015-04-01/2015-04-30"
    assert main("This summer the temple was blown up.")[0] == "2015-06-01/2015-08-31"
    assert main("It will be opened this summer.")[0] == "2016-06-01/2016-08-31"
    assert main("Mercury and the ringed Saturn meet on 13 April.")[0] == "2016-04-13"
    assert main("They announced talks in April.")[0] == "2016-04-01/2016-04-30"
    assert main("They took it on 28 March.")[0] == "2016-03-28"


def test_several_days_of_a_month_are_those_from_the_first_to_the_last_of_them() -> None:
    assert main("They came on 3, 4 and 7 March.")[0] == "2016-03-03/2016-03-07"
    assert main("They came on March 3, 5, and 7.")[0] == "2016-03-03/2016-03-07"
    assert main("They came on the 3rd, 4th or 7th of March.")[0] == "2016-03-03/2016-03-07"
    assert main("They came on 5 or 6 March.")[0] == "2016-03-05/2016-03-06"
    assert main("On March 3, 20 and 30 men came.")[0] == "2016-03-03"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In 32 AD they built the temple.", (date(32, 1, 1), date(32, 12, 31))),
        ("In the third century the city was rich.", (date(201, 1, 1), date(300, 12, 31))),
        ("In 32 BC the city was rich.", (UNBOUNDED, UNBOUNDED)),
    ],
)
def test_the_year_of_an_era_that_a_sentence_begins_with_dates_it(text: str, days: tuple[date, date]) -> None:
    time = read(text)[0][0]
    assert (time.first, time.last) == days


def test_an_era_that_describes_something_dates_nothing() -> None:
    for text in ("They blew up the first-century temple.", "The temple, of the first century AD, was blown up."):
        assert main(text) == (SUNDAY, "published")


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 5 percent from a year earlier.",
        "Sales were up from 1.2 million in 2012.",
        "It is larger than before 2011.",
        "It was the worst before 2011.",
        "It is similar to two months ago.",
        "The law that passed in May is disputed.",
        "The order announced by the mayor last month is disputed.",
        "She joined the Women’s March.",
        "USA TODAY asked him.",
        "Her 2005 Camry is red.",
        "The market, set up in 2002, which clears trades, is open.",
    ],
)
def test_what_something_is_compared_with_or_only_described_by_does_not_date_it(text: str) -> None:
    assert main(text) == (SUNDAY, "published")


def test_a_level_that_something_was_brought_down_from_is_no_comparison() -> None:
    assert main("The rate was reduced from 30 percent in mid-March.") == ("2016-03-11/2016-03-20", "explicit")
    assert main("The couple started dating in 2014.")[0] == "2014-01-01/2014-12-31"


def test_a_plan_goes_on_with_its_day() -> None:
    assert main("They will sign it on 5 May. The ceremony will be short.") == ("2016-05-05", "carried")
    assert main("They will sign it on 5 May. The text is short.") == (SUNDAY, "published")


def test_what_is_so_now_is_not_of_the_past_that_a_text_mostly_tells_of() -> None:
    history = "The war began in 1939. By 1940 it had spread. In 1941 it turned east, in 1942 it stalled, and in 1945 it ended."
    assert main(history, "The two peoples are friends.", published="2010-06-01") == ("2010-06-01", "published")
    assert main(history, "They built the bridge again.", published="2010-06-01")[1] == "carried"
    assert main(history, "They have been friends since 1945.", published="2010-06-01")[0] == "1945-01-01/2010-06-01"


def test_what_is_planned_dates_a_sentence_and_not_when_it_was_said() -> None:
    assert main("The firm said on Friday it will open on 5 May.")[0] == "2016-05-05"


@pytest.mark.parametrize(
    "text",
    [
        "It is quiet.",
        "He said the army is strong.",
        "Photo: one of ours.",
        "They would come back.",
        "The people will come back.",
        "Now the army holds it.",
        "It had been burnt.",
        "Years later it was rebuilt.",
        "(Reporting by A. Writer)",
    ],
)
def test_what_is_so_now_or_was_before_is_not_carried(text: str) -> None:
    assert main(f"It fell in May 2015. {text}") == (SUNDAY, "published")


def test_a_heading_with_a_date_dates_what_stands_below_it() -> None:
    assert main("# May 2015", "They came.", "They destroyed the temple.") == ("2015-05-01/2015-05-31", "carried")
    assert main("# May 2015", "They came.", "# Afterwards", "They left.") == (SUNDAY, "published")
    assert main("# 2014", "It fell in May.") == ("2014-05-01/2014-05-31", "explicit")


def test_a_month_without_a_year_is_the_nearest_to_publication_rather_before_it() -> None:
    assert main("It fell in December.", published="2016-03-27")[0] == "2015-12-01/2015-12-31"
    assert main("It fell in September.", published="2016-03-27")[0] == "2015-09-01/2015-09-30"
    assert main("It will be opened in September.", published="2016-03-27")[0] == "2016-09-01/2016-09-30"


def test_a_story_of_the_past_is_its_own_calendar() -> None:
    history = (
        "The war began in September 1939. By 1940 it had spread. In May 1940 the army broke through, and in June 1940 it won.",
        "In 1941 it turned east. On 22 June it crossed the border. By December it stood before the city.",
    )
    found = [_written(one[0]) for one in read(*history, published="2010-06-01")]
    assert found[-2:] == ["1941-06-22", "1941-12-01/1941-12-31"]


def test_the_time_of_the_main_happening_comes_first() -> None:
    said = "He said on Friday that the army took the city on Tuesday."
    clause = "The city, which fell in May 2015, was retaken on Sunday."
    assert [_written(one) for one in read(said)[0]] == ["2016-03-22", "2016-03-25"]
    assert [_written(one) for one in read(clause)[0]] == ["2016-03-27", "2015-05-01/2015-05-31"]


def test_what_was_of_late_is_what_a_sentence_tells_and_no_background_of_somebody() -> None:
    assert main("Five people died on 24 March, the mayor said.") == ("2016-03-24", "explicit")
    assert main("His mother died 20 years ago today.") == ("1996-03-27", "relative")
    for text in (
        "The poet died in 1931.",
        "The group was founded in May 2014.",
        "It was built in 2008, before the war began in 2011.",
    ):
        assert main(text) == (SUNDAY, "published")


def test_that_night_is_of_no_occasion_before_what_was_told_since() -> None:
    assert main("It fell on 9 September 1969. In 2003 it fell again. That night they left.")[0] != "1969-09-09"


def test_a_time_in_an_apposition_is_not_that_of_the_sentence() -> None:
    text = "It fell on 20 May 2015. The bridge, swept away that night, has been replaced."
    assert [_written(one) for one in read(text)[1]] == [SUNDAY, "2015-05-20"]


def test_a_time_of_something_else_alone_does_not_date_a_sentence() -> None:
    for text in ("Aleppo, which fell in May 2015, is calm.", "It is the fiercest since May 2015."):
        first, second = read(text)[0]
        assert (first.basis, second.basis) == ("published", "explicit")


@pytest.mark.parametrize(
    "text",
    [
        "May I go?",
        "They march on.",
        "2000 soldiers came.",
        "He reads the Sunday Times every Monday.",
        "It cost $2015 then.",
        "They have a T-2000.",
        "Call 555 2016.",
        "It was 1202 GMT.",
        "A year later they left.",
        "The next day they left.",
        "On 31 February they left.",
        "They left two days after the attack.",
        "They left the day before he came.",
        "May Lind, the mayor, spoke.",
        "The mayor, Friday Okafor, fled.",
        "A Sunday paper said so.",
        "The March 8 alliance rejected it.",
        "The 14 March alliance rejected it.",
        "He marched in 2016 men.",
        "It burst 8,000 years ago.",
        "In the post-9/11 age it is so.",
    ],
)
def test_words_that_bear_no_date_give_none(text: str) -> None:
    assert read(text)[0] == (Time(date(2016, 3, 27), date(2016, 3, 27), "published"),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Марта Линдквист уехала.", "ru"),
        ("Августа Петерсен уехала.", "ru"),
        ("Они берегут окружающую среду.", "ru"),
        ("Avril Lavoie est partie.", "fr"),
        ("رفضت قوى 14 آذار ذلك.", "ar"),
        ("وصلوا قبل ثلاثة أيام من الهجوم.", "ar"),
        ("وصلوا قبل شهر رمضان.", "ar"),
        ("Это было много лет назад.", "ru"),
        ("Повреждена городская среда.", "ru"),
    ],
)
def test_what_is_only_written_as_a_day_is_none_in_other_languages(text: str, language: str) -> None:
    assert main(text, language=language) == (SUNDAY, "published")


def test_a_day_before_a_name_is_a_day_where_the_sentence_says_so() -> None:
    assert main("On Friday President Okafor fled.")[0] == "2016-03-25"
    assert main("Sunday March 20 was quiet.")[0] == "2016-03-20"


def test_days_are_not_counted_from_a_month_of_publication() -> None:
    assert main("It fell on Friday.", published="2016-03") == ("2016-03-01/2016-03-31", "published")
    assert main("It fell last month.", published="2016-03") == ("2016-02-01/2016-02-29", "relative")


def test_an_article_without_a_date_dates_what_says_its_date_alone() -> None:
    first, second, third = read("They came.", "It fell on 3 March 2017. They left.", published=None)
    assert (first, [_written(one) for one in second], third[0].basis) == ((), ["2017-03-03"], "carried")


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("سقطت المدينة في ٢٧ آذار/مارس ٢٠١٦.", "ar", "2016-03-27"),
        ("سقطت المدينة في 20 أيار 2015.", "ar", "2015-05-20"),
        ("سقطت المدينة في مايو 2015.", "ar", "2015-05-01/2015-05-31"),
        ("أعلن الجيش يوم الخميس سقوط المدينة.", "ar", "2016-03-24"),
        ("دخل الجيش المدينة أمس.", "ar", "2016-03-26"),
        ("27 марта 2016 года армия вошла в город.", "ru", "2016-03-27"),
        ("Армия вошла в город в мае 2015 года.", "ru", "2015-05-01/2015-05-31"),
        ("Армия вошла в город в четверг.", "ru", "2016-03-24"),
        ("Армия вошла в город вчера.", "ru", "2016-03-26"),
        ("L’armée est entrée le 1er mars 2016.", "fr", "2016-03-01"),
        ("L’armée est entrée du 7 au 27 mars.", "fr", "2016-03-07/2016-03-27"),
        ("L’armée est entrée jeudi.", "fr", "2016-03-24"),
        ("L’armée est entrée en août.", "fr", "2015-08-01/2015-08-31"),
        ("L’armée est entrée hier.", "fr", "2016-03-26"),
        ("L’armée est entrée le 20 mai.", "fr", "2015-05-20"),
        ("L’armée est entrée la semaine dernière.", "fr", "2016-03-14/2016-03-20"),
        ("L’armée est entrée l’an dernier.", "fr", "2015-01-01/2015-12-31"),
        ("L’armée est entrée il y a deux semaines.", "fr", "2016-03-10/2016-03-16"),
        ("L’armée est entrée le 20 mai 2015. Le lendemain, elle est sortie.", "fr", "2015-05-21"),
        ("L’armée est entrée au printemps 2015.", "fr", "2015-03-01/2015-05-31"),
        ("L’armée partira mardi prochain.", "fr", "2016-03-29"),
        ("L’armée partira en mai.", "fr", "2016-05-01/2016-05-31"),
        ("Армия вошла в город на прошлой неделе.", "ru", "2016-03-14/2016-03-20"),
        ("Армия вошла в город в мае прошлого года.", "ru", "2015-05-01/2015-05-31"),
        ("Армия вошла в город две недели назад.", "ru", "2016-03-10/2016-03-16"),
        ("Армия вошла в город неделю назад.", "ru", "2016-03-19/2016-03-21"),
        ("Армия вошла в город 20 мая 2015 года. Два дня спустя она ушла.", "ru", "2015-05-22"),
        ("Армия вошла в город весной 2015 года.", "ru", "2015-03-01/2015-05-31"),
        ("Армия вошла в город 20 мая.", "ru", "2015-05-20"),
        ("سقطت المدينة في 20 مايو.", "ar", "2015-05-20"),
        ("سقطت المدينة الأسبوع الماضي.", "ar", "2016-03-14/2016-03-20"),
        ("سقطت المدينة قبل أسبوعين.", "ar", "2016-03-10/2016-03-16"),
        ("سقطت المدينة قبل ثلاثة أيام.", "ar", "2016-03-24"),
        ("سقطت المدينة في 20 مايو 2015. وفي اليوم التالي انسحبوا.", "ar", "2015-05-21"),
        ("سقطت المدينة في 20 مايو 2015. بعد يومين انسحبوا.", "ar", "2015-05-22"),
        ("سيطرت القوات على المدينة يوم الخميس.", "ar", "2016-03-24"),
        ("سقطت المدينة في أواخر مارس.", "ar", "2016-03-21/2016-03-31"),
        ("Die Armee kam gestern.", "de", "2016-03-26"),
        ("Die Armee kam im Mai 2015.", "de", "2015-05-01/2015-05-31"),
        ("Die Armee kam vor zwei Wochen.", "de", "2016-03-10/2016-03-16"),
        ("Die Armee kam im vergangenen Jahr.", "de", "2015-01-01/2015-12-31"),
        ("Die Armee kam am Morgen.", "de", "2016-03-27"),
        ("El ejército entró el 20 de mayo de 2015.", "es", "2015-05-20"),
        ("El ejército entró la semana pasada.", "es", "2016-03-14/2016-03-20"),
        ("El ejército entró el martes por la mañana.", "es", "2016-03-22"),
        ("El ejército entró hace dos semanas.", "es", "2016-03-10/2016-03-16"),
        ("L’armée est entrée avant-hier.", "fr", "2016-03-25"),
        ("L’armée est entrée il y a trois jours.", "fr", "2016-03-24"),
        ("L’armée est entrée en mai de l’année dernière.", "fr", "2015-05-01/2015-05-31"),
        ("Ils se réuniront samedi prochain.", "fr", "2016-04-02"),
        ("Ils se réuniront samedi.", "fr", "2016-04-02"),
        ("L’armée est entrée dimanche dernier.", "fr", "2016-03-20"),
        ("Три дня назад армия вошла в город.", "ru", "2016-03-24"),
        ("Неделю назад армия вошла в город.", "ru", "2016-03-19/2016-03-21"),
        ("Двадцать один год назад армия вошла в город.", "ru", "1995-01-01/1995-12-31"),
        ("На прошлой неделе армия вошла в город.", "ru", "2016-03-14/2016-03-20"),
        ("В ночь на 21 марта армия вошла в город.", "ru", "2016-03-20/2016-03-21"),
        ("Они встретятся в следующую пятницу.", "ru", "2016-04-01"),
        ("دخل الجيش المدينة قبل ثلاثة أيام.", "ar", "2016-03-24"),
        ("دخل الجيش المدينة قبل يومين.", "ar", "2016-03-25"),
        ("دخل الجيش المدينة الأسبوع الماضي.", "ar", "2016-03-14/2016-03-20"),
        ("دخل الجيش المدينة في مايو من العام الماضي.", "ar", "2015-05-01/2015-05-31"),
    ],
)
def test_dates_are_read_in_other_languages(text: str, language: str, days: str) -> None:
    assert main(text, language=language)[0] == days


def test_a_sentence_in_another_language_goes_on_with_the_time_before_it() -> None:
    assert main("L’armée est entrée en mai 2015. Elle a détruit le temple.", language="fr")[1] == "carried"
    assert main("L’armée est entrée en mai 2015. Elle sera là.", language="fr")[1] == "published"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La veille de la fête, ils sont partis.", "fr"),
        ("Deux jours après la fête, ils sont partis.", "fr"),
        ("انسحبوا بعد يومين من المعارك.", "ar"),
        ("Ils sont partis trois jours plus tard.", "fr"),
        ("Два дня спустя они ушли.", "ru"),
    ],
)
def test_what_counts_in_another_language_from_what_was_not_named_is_left_out(text: str, language: str) -> None:
    assert main(text, language=language) == (SUNDAY, "published")


def test_the_words_of_a_time_are_marked() -> None:
    text = "They have held it since late May 2015."
    (time,) = read(text)[0]
    assert time.span
    assert text[time.span.start : time.span.end] == "since late May 2015"


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "2016 " * 20_000,
        "27 March to " * 8_000,
        "the last two " * 8_000,
        "(" * 100_000,
        "up from 12, from " * 6_000,
        "that passed by " * 6_000,
        "New Year’s Eve " * 6_000,
    ],
)
def test_a_text_of_endless_dates_is_read_to_its_end(text: str) -> None:
    assert len(read(text)) == 1
