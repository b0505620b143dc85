"""How many of what sentences speak of."""

import pytest

from reading_room.comparing.sentences.calendar_dates import western_digits
from reading_room.comparing.sentences.quantities import quantities
from reading_room.model.analysis import Quantity
from reading_room.model.results import Span


def read(text: str, language: str = "en") -> tuple[Quantity, ...]:
    return quantities(western_digits(text), Span(0, len(text)), (), language)


def only(text: str, language: str = "en") -> Quantity:
    (found,) = read(text, language)
    return found


def said(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in read(text)]


@pytest.mark.parametrize(
    ("text", "bound", "least", "most"),
    [
        ("80 people came.", "exactly", 80, 80),
        ("Exactly 80 people came.", "exactly", 80, 80),
        ("Some 80 people came.", "about", 80, 80),
        ("Nearly 80 people came.", "about", 80, 80),
        ("80 or so people came.", "about", 80, 80),
        ("More than 80 people came.", "more", 80, None),
        ("Over 4,000 people came.", "more", 4000, None),
        ("Just over 4,000 people came.", "more", 4000, None),
        ("At least 80 people came.", "at-least", 80, None),
        ("No fewer than 80 people came.", "at-least", 80, None),
        ("80 or more people came.", "at-least", 80, None),
        ("Fewer than 80 people came.", "less", None, 80),
        ("Up to 80 people came.", "at-most", None, 80),
        ("As many as 80 people came.", "at-most", None, 80),
        ("No more than 80 people came.", "at-most", None, 80),
        ("20 to 25 people came.", "between", 20, 25),
        ("20-25 people came.", "between", 20, 25),
        ("Between 20 and 25 people came.", "between", 20, 25),
        ("15 to 20 thousand people came.", "between", 15000, 20000),
        ("Hundreds of people came.", "more", 200, None),
        ("Tens of thousands of people came.", "more", 20000, None),
        ("Several hundred people came.", "more", 200, None),
    ],
)
def test_words_before_and_after_a_number_bound_it(
    text: str, bound: str, least: float | None, most: float | None
) -> None:
    found = only(text)
    assert (found.bound, found.least, found.most, found.counted) == (bound, least, most, "people")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two houses burnt.", 2),
        ("Twenty-five houses burnt.", 25),
        ("A hundred houses burnt.", 100),
        ("Two hundred and fifty houses burnt.", 250),
        ("A dozen houses burnt.", 12),
        ("Half a dozen houses burnt.", 6),
        ("4 thousand houses burnt.", 4000),
        ("2.5 million houses burnt.", 2_500_000),
        ("Half a million houses burnt.", 500_000),
        ("12,500 houses burnt.", 12_500),
        ("1\u00a0250 houses burnt.", 1250),
        ("2991 houses burnt.", 2991),
        ("100 000 houses burnt.", 100_000),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text: str, value: float) -> None:
    found = only(text)
    assert (found.least, found.most, found.counted) == (value, value, "houses")


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("It lies two kilometers south-west.", 2, "km", ""),
        ("They cleared 234 hectares of land.", 234, "ha", "land"),
        ("They used 10 tons of explosives.", 10, "t", "explosives"),
        ("It cost $2.5 million.", 2_500_000, "USD", ""),
        ("It cost 3 billion euros.", 3e9, "EUR", ""),
        ("It burnt for seven days.", 7, "days", ""),
        ("It has burnt for twenty consecutive days.", 20, "days", ""),
        ("It is a 2,000-year-old city.", 2000, "years", ""),
        ("They fled 80 % of the city.", 0.8, "share", "city"),
        ("They burnt 50 per cent of the houses.", 0.5, "share", "houses"),
        ("A quarter of the town burnt.", 0.25, "share", "town"),
        ("Two-thirds of the mines were found.", 2 / 3, "share", "mines"),
        ("One in four houses burnt.", 0.25, "share", "houses"),
        ("It was burnt twice.", 2, "times", ""),
        ("It was burnt three times.", 3, "times", ""),
    ],
)
def test_measures_and_shares_have_units(text: str, value: float, unit: str, counted: str) -> None:
    found = only(text)
    assert (found.unit, found.counted) == (unit, counted)
    assert found.least == pytest.approx(value)


def test_more_than_half_is_a_share_without_an_upper_end() -> None:
    found = only("More than half of the town’s houses burnt.")
    assert (found.bound, found.least, found.most, found.unit, found.counted) == (
        "more",
        0.5,
        None,
        "share",
        "town’s houses",
    )


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("80 air strikes hit it.", "air strikes"),
        ("146 military terrorist targets were hit.", "military terrorist targets"),
        ("4,000 IS militants came.", "IS militants"),
        ("Hundreds of rockets and shells a day fell.", "rockets and shells"),
        ("217 killed, it says.", "killed"),
        ("It reports dozens of killed and wounded.", "killed and wounded"),
        ("“25 Daily Attacks by Russian Jets”", "Attacks"),
        ("25 Daily Attacks on Palmyra", "Attacks"),
        ("About 20 more votes are needed.", "votes"),
        ("A 2,000-strong force came.", "force"),
        ("The toll rose to 120.", ""),
        ("Nine U.S. banks fell.", "U.S. banks"),
        ("Three euro zone sources said so.", "euro zone sources"),
    ],
)
def test_what_is_counted_is_named_as_the_text_names_it(text: str, counted: str) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("20 to 25 combat sorties daily were flown.", "day"),
        ("They fly 25 sorties a day.", "day"),
        ("They fly 25 daily sorties.", "day"),
        ("They fly 25 sorties each day.", "day"),
        ("They fly a daily average of 25 sorties.", "day"),
        ("It costs $50 a month.", "month"),
        ("Thousands of visitors yearly came.", "year"),
        ("It burnt three times per hour.", "hour"),
    ],
)
def test_a_rate_has_its_period(text: str, per: str) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("More than 900 sorties over 14 days were flown.", 14),
        ("“More than 900 raids targeted the city in the past two weeks”.", 14),
        ("They counted more than 80 raids in one day.", 1),
        ("At least 400 people were killed within four days.", 4),
        ("Within 24 hours, 158 raids were flown.", 1),
    ],
)
def test_the_time_that_a_count_is_of_is_kept_in_days(text: str, days: float) -> None:
    assert only(text).over_days == days


def test_a_time_that_something_is_the_largest_of_is_not_that_of_a_count() -> None:
    assert only("They hired 69,000 people, the largest number in a year.").over_days is None


def test_two_counts_that_stand_together_are_of_the_same_time() -> None:
    assert [one.over_days for one in read("They flew 500 sorties and hit 2,000 targets in twenty days.")] == [20, 20]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 27 March 2016.",
        "It fell on March 27, 2016.",
        "In 2015 attacks began.",
        "It fell at 10.30 a.m. and at 4pm and at 1600 GMT.",
        "They have T-72 and Su-25 and an F-16.",
        "They fly a Boeing 737.",
        "He came first, she came 2nd.",
        "He is number one.",
        "It is one of the oldest cities.",
        "One day they will go.",
        "Resolution 2254 was read; so was Article 5.",
        "Call 555-1234 or 030 1234-567-89.",
        "Mr Smith, 63, said so.",
        "They won 3-1.",
        "Two years later they left.",
        "Three days ago they left.",
        "See section 3.2 and page 14.",
        "It is on 350.org and Web 2.0.",
        "In the second half of the year they left.",
        "No one came.",
        "It fell to a nine-month low.",
        "He says two things.",
        "She was 15.",
        "He was almost 80 when he left.",
        "In three years’ time they go.",
        "Women under 35 voted.",
        "The army lost 1.000 men.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert said(text) == []


def test_a_bare_number_counts_where_the_sentence_says_so() -> None:
    assert said("Of the mines, 150 were removed.") == ["150"]
    assert said("More than 3,000 had been found.") == ["More than 3,000"]
    assert said("They killed three and wounded 12.") == ["three", "12"]
    assert said("A quarter of a million died.") == ["A quarter of a million"]
    assert said("They received just three, we none.") == ["three"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The firm cut 50,000.", ["50,000"]),
        ("Claims fell to 2.123 million last week.", ["2.123 million"]),
        ("It opens in 36 of those states.", ["36 of those states"]),
        ("Of 40 points they lost half.", ["40 points"]),
        ("It is a 16-game season with a 22-point lead.", ["16-game", "22-point"]),
        ("Two New York City subway work trains met.", ["Two New York City subway work trains"]),
        ("Two House of Representatives committees met.", ["Two House of Representatives committees"]),
        ("Three F-22 fighter jets came.", ["Three F-22 fighter jets"]),
        ("It holds an eight-parish region.", ["eight-parish"]),
        ("It is far below the $5 billion that he wanted.", ["$5 billion"]),
        ("Photo 1 of 8", []),
        ("They won 8-7 in ten innings.", ["ten innings"]),
        ("It beat Boeing’s 153 orders.", ["153 orders"]),
        ("It got a three-day, out-of-town break.", ["three-day"]),
        ("The 3M company said so.", []),
        ("They dug only 13m down.", []),
        ("He said the 787 would not fly.", []),
    ],
)
def test_what_is_written_as_large_numbers_are_counts_and_what_is_called_by_a_number_does_not(
    text: str, found: list[str]
) -> None:
    assert said(text) == found


def test_what_something_rose_from_and_to_is_no_range() -> None:
    assert [(one.least, one.most) for one in read("The toll rose from 20 to 35 people.")] == [(35, 35)]
    assert [one.least for one in read("The toll fell to 35 from 20.")] == [35, 20]
    assert [(one.bound, one.least) for one in read("Prices went up to $35 from $20.")] == [
        ("exactly", 35),
        ("exactly", 20),
    ]
    assert only("It ranges from 20 to 35 people.").bound == "between"
    assert only("They pushed up to 40 trucks.").bound == "at-most"


@pytest.mark.parametrize(
    ("text", "bound", "least", "most", "unit", "counted"),
    [
        ("Six of the eight silos burnt.", "exactly", 6, 6, "", "silos"),
        ("The first 3 of 12 temples were cleared.", "exactly", 3, 3, "", "temples"),
        ("At least 3 of the 12 temples burnt.", "at-least", 3, None, "", "temples"),
        ("Only 5 of every 100 mines were found.", "exactly", 0.05, 0.05, "share", "mines"),
        ("60 of them died.", "exactly", 60, 60, "", ""),
        ("Nine of 10 homes burnt.", "exactly", 0.9, 0.9, "share", "homes"),
        ("Six of the eight years were quiet.", "exactly", 6, 6, "years", ""),
    ],
)
def test_a_part_of_a_number_is_counted_as_what_all_of_them_are(
    text: str, bound: str, least: float, most: float | None, unit: str, counted: str
) -> None:
    found = only(text)
    assert (found.bound, found.least, found.most, found.unit, found.counted) == (bound, least, most, unit, counted)


def test_what_may_be_more_is_up_to_that() -> None:
    for text, bound, least in (
        ("As many as 20 people, possibly 30, died.", "at-most", None),
        ("20 people, perhaps 30, died.", "between", 20),
    ):
        found = only(text)
        assert (found.bound, found.least, found.most) == (bound, least, 30)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "It took 1’000 men.", 1000, ""),
        ("en", "It took 1'000 men.", 1000, ""),
        ("en", "It weighs 12,5 tonnes.", 12.5, "t"),
        ("en", "It was -5 degrees.", -5, "degree"),
        ("fr", "Cela coûte 1,5 million d’euros.", 1_500_000, "EUR"),
        ("ru", "Сапёры нашли 2,5 тыс. мин.", 2500, ""),
    ],
)
def test_figures_are_read_as_other_countries_write_them(language: str, text: str, value: float, unit: str) -> None:
    found = only(text, language)
    assert (found.least, found.most, found.unit) == (value, value, unit)


@pytest.mark.parametrize(
    ("language", "text", "value", "counted"),
    [
        ("en", "A couple of hundred militants came.", 200, "militants"),
        ("ru", "Два десятка солдат погибли.", 20, "солдат"),
        ("ru", "Пять десятков домов сгорели.", 50, "домов"),
        ("ru", "Полсотни домов сгорели.", 50, "домов"),
        ("ru", "Около сотни домов сгорели.", 100, "домов"),
        ("ru", "Около тысячи домов сгорели.", 1000, "домов"),
        ("fr", "Deux douzaines de soldats sont morts.", 24, "soldats"),
    ],
)
def test_round_numbers_in_words_are_about_what_they_come_to(
    language: str, text: str, value: float, counted: str
) -> None:
    found = only(text, language)
    assert (found.bound, found.least, found.counted) == ("about", value, counted)


def test_thousands_are_several_and_more_than_a_thousand_is_one() -> None:
    assert only("Тысячи людей ушли.", "ru").least == 2000
    assert (only("Более тысячи людей ушли.", "ru").bound, only("Более тысячи людей ушли.", "ru").least) == (
        "more",
        1000,
    )


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("ru", "20 боевиков атаковали город.", "боевиков"),
        ("ru", "15 тел найдено.", "тел"),
        ("ru", "25 боевых вылетов совершено.", "боевых вылетов"),
        ("ar", "قتل 20 مدنيا بينهم أطفال.", "مدنيا"),
        ("ar", "12 عاملا قتلوا.", "عاملا"),
        ("ar", "قتل 20 عنصرا مسلحا.", "عنصرا مسلحا"),
        ("en", "The five day labourers were killed.", "day labourers"),
        ("en", "At least one arch stands.", "arch"),
        ("en", "Half of the arch survives.", "arch"),
        ("en", "At least one air strike hit it.", "air strike"),
        ("en", "At least one car packed with explosives came.", "car"),
    ],
)
def test_verbs_and_what_comes_after_are_not_counted(language: str, text: str, counted: str) -> None:
    assert only(text, language).counted == counted


def test_a_range_is_given_from_its_first_word_and_is_a_rate_over_its_verb() -> None:
    (found,) = read("Between 20 and 25 trucks arrived daily.")
    assert (found.per, said("Between 20 and 25 trucks arrived daily.")) == (
        "day",
        ["Between 20 and 25 trucks arrived daily"],
    )
    assert only("About 20 villages are shelled daily.").per is None


def test_how_fast_something_was_done_is_no_time_that_a_count_is_of() -> None:
    count, fast = read("The 152 firefighters had it under control within 17 hours.")
    assert (count.over_days, fast.unit) == (None, "hours")


def test_by_how_much_something_rose_and_to_what_are_two_numbers() -> None:
    assert said("Claims rose 57,000 to 4.13 million.") == ["57,000", "4.13 million"]
    assert said("Claims rose 3 to 5 percent.") == ["3 to 5 percent"]


@pytest.mark.parametrize(
    ("text", "bound", "least", "most"),
    [
        ("أكثر من 80 غارة على تدمر.", "more", 80, None),
        ("نحو ٤٠٠ مدني.", "about", 400, 400),
        ("Более 900 вылетов.", "more", 900, None),
        ("Совершают по 20-25 боевых вылетов.", "between", 20, 25),
        ("Plus de 80 raids ont visé la ville.", "more", 80, None),
        ("Au moins 15 morts.", "at-least", 15, None),
    ],
)
def test_figures_are_read_in_other_languages(text: str, bound: str, least: float, most: float | None) -> None:
    found = only(text)
    assert (found.bound, found.least, found.most) == (bound, least, most)
    assert found.counted


@pytest.mark.parametrize(
    ("language", "text", "bound", "least", "counted"),
    [
        ("ar", "قتل ثلاثة أشخاص يوم الخميس.", "exactly", 3, "أشخاص"),
        ("ar", "قتل يوم الخميس خمسة جنود وأصيب غيرهم.", "exactly", 5, "جنود"),
        ("ar", "وقتل نحو خمسة وعشرين مدنيا.", "about", 25, "مدنيا"),
        ("ar", "قتل أحد عشر شخصا.", "exactly", 11, "شخصا"),
        ("ar", "أجلي ثلاثة آلاف شخص.", "exactly", 3000, "شخص"),
        ("ar", "أجلي ألف وثلاثمئة شخص.", "exactly", 1300, "شخص"),
        ("ar", "قتل مئات المدنيين.", "more", 200, "المدنيين"),
        ("ru", "Пять человек погибли в четверг.", "exactly", 5, "человек"),
        ("ru", "Погибли не менее трёх человек.", "at-least", 3, "человек"),
        ("ru", "Ранены двадцать пять человек.", "exactly", 25, "человек"),
        ("ru", "Сгорели две тысячи триста домов.", "exactly", 2300, "домов"),
        ("ru", "Эвакуированы десятки тысяч людей.", "more", 20_000, "людей"),
        ("ru", "Полторы тысячи человек ушли.", "exactly", 1500, "человек"),
        ("ru", "Погибли пятеро детей.", "exactly", 5, "детей"),
        ("fr", "Trois personnes sont mortes.", "exactly", 3, "personnes"),
        ("fr", "Au moins quatre-vingt-dix-sept maisons ont brûlé.", "at-least", 97, "maisons"),
        ("fr", "Plus de deux mille cinq cents maisons ont brûlé.", "more", 2500, "maisons"),
        ("fr", "Une dizaine de soldats sont morts.", "about", 10, "soldats"),
        ("fr", "Des centaines de milliers de personnes ont fui.", "more", 200_000, "personnes"),
        ("es", "Evacuaron a más de 1.200 personas.", "more", 1200, "personas"),
        ("de", "Es fielen 1.200.000 Autos.", "exactly", 1_200_000, "Autos"),
        ("en", "They walked 1.200 miles.", "exactly", 1.2, ""),
        ("es", "Atacaron 2 mil posiciones.", "exactly", 2000, "posiciones"),
        ("pt", "Alvejou 2 mil posições.", "exactly", 2000, "posições"),
        ("es", "Costó 3 mil millones de casas.", "exactly", 3e9, "casas"),
        ("en", "It “alvejou mais de 2 mil posições”.", "more", 2000, "posições"),
    ],
)
def test_numbers_are_read_in_the_words_of_the_language_of_the_article(
    language: str, text: str, bound: str, least: float, counted: str
) -> None:
    found = only(text, language)
    assert (found.bound, found.least, found.counted) == (bound, least, counted)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "كان ذلك في القرن الثاني عشر."),
        ("ar", "وصلوا قبل ثلاثة أيام."),
        ("ar", "لست هنا."),
        ("ar", "كان ألفا بيت هناك."),  # two thousand, but one in “twenty thousand”
        ("ru", "Это было в две тысячи пятнадцатом году."),
        ("ru", "Они ушли в десять часов утра."),
        ("fr", "À dix heures ils sont partis."),
        ("fr", "Ils tiennent les trois quarts de la ville."),
        ("ru", "Он приехал три дня назад с семью."),
        ("ru", "Это пятый дом."),
        ("fr", "Il est venu il y a trois jours."),
        ("fr", "Le pont neuf est une merveille."),
        ("en", "It is 2 mil thick."),
        ("en", "Sept maisons."),
    ],
)
def test_what_only_looks_like_a_number_in_words_is_none(language: str, text: str) -> None:
    assert read(text, language) == ()


def test_numbers_in_words_bound_a_range() -> None:
    for language, text in [
        ("ru", "от двух до пяти человек"),
        ("fr", "entre deux et cinq morts"),
        ("fr", "deux ou cinq morts"),
    ]:
        found = only(text, language)
        assert (found.bound, found.least, found.most) == ("between", 2, 5)


@pytest.mark.parametrize("language", ["ar", "fr", "ru"])
def test_a_text_of_endless_number_words_is_read_to_its_end(language: str) -> None:
    for words in ("ثلاثة آلاف و", "cent mille ", "сто тысяч ", "вdeux-"):
        assert all(one.span.end <= 80_000 for one in read((words * 9000)[:80_000], language))


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "one hundred " * 9_000, "1,000 " * 17_000, "more than " * 10_000, "two " * 25_000]
)
def test_a_text_of_endless_numbers_is_read_to_its_end(text: str) -> None:
    assert all(one.span.end <= len(text) for one in read(text))
