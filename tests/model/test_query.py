"""The query language: `parse` and `unparse`."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reading_room.model.query import (
    Address,
    All,
    Any,
    Clause,
    Exact,
    Field,
    Fuzzy,
    Mentions,
    Near,
    Not,
    Phrase,
    Prefix,
    SearchQuery,
    Speaker,
    Title,
    Word,
    parse,
    respelled,
    unparse,
)
from reading_room.model.query.clauses import Term, asks, both, either, without
from reading_room.model.query.syntax import (
    DEEPEST,
    FIELD_NAMES,
    FIELDS,
    LONGEST_PHRASE,
    LONGEST_QUERY,
    MOST_BETWEEN,
    MOST_CLAUSES,
    TABLE,
)

SOUP = st.lists(
    st.sampled_from(
        [
            "OR", "AND", "NOT", "-", "+", "=", "(", ")", '"', "“", "”", "«", "~", "~1", "~99", "*", "title:", "Outlet:", "in:",
            "after:", "on:2016-03", "lang:", "speaker:", "mentions:2016", "https://", "foo:", "تدمر", "مُحَمَّد", "Пальмира",
            "帕尔米拉", "raid", "a",
            "al-Hayyal", "o’er", "2,000", "😀", "—", "…", "\u202e", "\u0301", "x^2", "digest", "2016", ".", " ", " ", " ",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip
TYPED = st.text(max_size=80) | SOUP


@settings(max_examples=150)
@given(TYPED)
@example("*title:x")
@example("a~1*")
@example("NOT -OR")
@example('outlet:"x (y" "=b"~3')
@example("=title:x .OR b")
@example('title:"a')
@example("-(-a -b) c")
def test_what_was_understood_can_be_written_and_is_understood_the_same_again(typed: str) -> None:
    clause = parse(typed).clause
    written = unparse(clause)
    again = parse(written)
    assert again.clause == clause
    assert unparse(again.clause) == written


WORDS = st.text(st.sampled_from(string.ascii_lowercase + "тдмрتدم帕"), min_size=3, max_size=8)
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
TERMS: st.SearchStrategy[Term] = st.one_of(
    st.builds(Word, WORDS),
    st.builds(Exact, WORDS),
    st.builds(Prefix, WORDS),
    st.builds(Fuzzy, WORDS, st.integers(1, 2)),
    st.builds(Phrase, PHRASES),
    st.builds(Near, PHRASES, st.integers(0, MOST_BETWEEN)),
)
FIELD_CLAUSES = st.one_of(
    st.builds(Field, st.sampled_from(["outlet", "author", "event"]), PHRASES),
    st.builds(Field, st.just("lang"), st.sampled_from(["ar", "en", "pt-br"])),
    st.builds(Field, st.just("in"), st.sampled_from(["digest", "complete", "excerpt"])),
    st.builds(Field, st.sampled_from(["after", "before", "on"]), st.sampled_from(["2016", "2016-03", "2016-03-27"])),
    st.builds(Speaker, PHRASES),
    st.builds(Mentions, st.sampled_from(["2016", "2016-03", "2016-03-27"])),
)
PLAIN: st.SearchStrategy[Clause] = TERMS | st.builds(Title, TERMS) | FIELD_CLAUSES
CLAUSES: st.SearchStrategy[Clause] = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: both([two[0], without(two[1]) if asks(two[1]) else two[1]]) or two[0]),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: both(some) or some[0]),
        st.lists(inner.filter(asks), min_size=2, max_size=3).map(lambda some: either(some) or some[0]),
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(CLAUSES)
def test_every_clause_can_be_written_and_read_again(clause: Clause) -> None:
    assert parse(unparse(clause)).clause == clause


@settings(max_examples=100)
@given(TYPED)
def test_no_clause_is_empty_and_none_stands_where_it_cannot(typed: str) -> None:
    def look(clause: Clause, depth: int) -> int:
        assert depth <= 4 * DEEPEST
        match clause:
            case All(parts) | Any(parts):
                assert len(parts) == len(set(parts)) >= 2
                assert not any(type(part) is type(clause) for part in parts)
                assert isinstance(clause, All) or all(map(asks, parts))
                return sum(look(part, depth + 1) for part in parts)
            case Not(inner):
                assert asks(inner)
                return look(inner, depth + 1)
            case Title(term):
                return look(term, depth)
            case Field(name, value):
                assert name in FIELD_NAMES
                assert value
            case Speaker(name) | Mentions(name):
                assert any(character.isalnum() for character in name)
            case (
                Word(text) | Exact(text) | Prefix(text) | Fuzzy(text, _) | Phrase(text) | Near(text, _) | Address(text)
            ):
                assert any(character.isalnum() for character in text)
        return 1

    clause = parse(typed).clause
    assert clause is None or look(clause, 0) <= MOST_CLAUSES


@settings(max_examples=100)
@given(TYPED)
def test_a_query_without_clauses_says_why_unless_nothing_was_typed(typed: str) -> None:
    query = parse(typed)
    assert query.wanted or query.notices or not query.text


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("sorties", Word("sorties")),
        ("sorties, raids.", All((Word("sorties"), Word("raids")))),
        ("al-Hayyal", Word("al-Hayyal")),
        ('"scorched earth"', Phrase("scorched earth")),
        ("“old city”", Phrase("old city")),
        ("«old city»", Phrase("old city")),
        ("„old city“", Phrase("old city")),
        ('"old  \n city"', Phrase("old city")),
        ('"old city"~5', Near("old city", 5)),
        ("liberat*", Prefix("liberat")),
        ("mine~", Fuzzy("mine", 1)),
        ("palmyra~", Fuzzy("palmyra", 2)),
        ("palmyra~1", Fuzzy("palmyra", 1)),
        ("=Palmyra", Exact("Palmyra")),
        ('="old city"', Phrase("old city")),
        ("+raids", Word("raids")),
        ("city -raids", All((Word("city"), Not(Word("raids"))))),
        ("city −raids", All((Word("city"), Not(Word("raids"))))),
        ("city NOT raids", All((Word("city"), Not(Word("raids"))))),
        ("NOT NOT city", Word("city")),
        ('city -"air base"', All((Word("city"), Not(Phrase("air base"))))),
        ("city -(raid OR strike)", All((Word("city"), Not(Any((Word("raid"), Word("strike"))))))),
        ("raid OR strike", Any((Word("raid"), Word("strike")))),
        ("city raid OR strike", All((Word("city"), Any((Word("raid"), Word("strike")))))),
        ("(city raid) OR strike", Any((All((Word("city"), Word("raid"))), Word("strike")))),
        ("city AND raid", All((Word("city"), Word("raid")))),
        ("raids raids", Word("raids")),
        ("or and not", All((Word("or"), Word("and"), Word("not")))),
        ("title:Palmyra", Title(Word("Palmyra"))),
        ("TITLE: Palmyra", Title(Word("Palmyra"))),
        ("title:“old city”", Title(Phrase("old city"))),
        ("title:=Palmyra", Title(Exact("Palmyra"))),
        ("title:(city OR raid)", Any((Title(Word("city")), Title(Word("raid"))))),
        ('outlet:"Morning Post"', Field("outlet", "Morning Post")),
        ("outlet:(post OR news)", Any((Field("outlet", "post"), Field("outlet", "news")))),
        ("-outlet:post city", All((Not(Field("outlet", "post")), Word("city")))),
        ("lang:AR", Field("lang", "ar")),
        ("in:Digest", Field("in", "digest")),
        ("after:2016-03-01", Field("after", "2016-03-01")),
        ("speaker:Rudskoi", Speaker("Rudskoi")),
        ("Speaker: “the army command”", Speaker("the army command")),
        ("speaker:(Putin OR Peskov) raid", All((Any((Speaker("Putin"), Speaker("Peskov"))), Word("raid")))),
        ("raid -speaker:Rudskoi", All((Word("raid"), Not(Speaker("Rudskoi"))))),
        ("mentions:2016-03", Mentions("2016-03")),
        ("mentions:(2016-03-27 OR 2017)", Any((Mentions("2016-03-27"), Mentions("2017")))),
        ("before:2016", Field("before", "2016")),
        ("on:2016-03", Field("on", "2016-03")),
        ("https://example.org/a?b=(c)", Address("https://example.org/a?b=(c")),
        ("16:30", Word("16:30")),
        ("（raid OR strike） title：city", All((Any((Word("raid"), Word("strike"))), Title(Word("city"))))),
        ("مُحَمَّد تدمر", All((Word("مُحَمَّد"), Word("تدمر")))),
        ("-帕尔米拉 Пальмира", All((Not(Word("帕尔米拉")), Word("Пальмира")))),
        ("pal\u200bmy\u202era\x00", Word("palmyra")),
    ],
)
def test_what_is_well_written_is_understood_without_a_notice(typed: str, clause: Clause) -> None:
    query = parse(typed)
    assert (query.clause, query.notices) == (clause, ())


@pytest.mark.parametrize(
    ("typed", "clause", "notice"),
    [
        ("raid OR", Word("raid"), "OR stands between"),
        ("OR raid", Word("raid"), "OR stands between"),
        ("raid AND", Word("raid"), "AND stands between"),
        ("raid OR OR city", Any((Word("raid"), Word("city"))), "OR stands between"),
        ("raid NOT", Word("raid"), "NOT stands before"),
        ("(raid", Word("raid"), "never closed"),
        ("raid)", Word("raid"), "no opening"),
        ('city "old walls of', All((Word("city"), Phrase("old walls of"))), "never closed"),
        ("pa*", Word("pa"), "first 3 letters"),
        ("*almyra", Word("almyra"), ""),
        ("pal*ra", Word("pal*ra"), "can only end a word"),
        ("pa~", Word("pa"), "3 letters or more"),
        ("palmyra~9", Fuzzy("palmyra", 2), "one letter or by 2"),
        ('"a b"~900', Near("a b", MOST_BETWEEN), "at most 50"),
        ("raid OR -city", Word("raid"), "Beside OR"),
        ("city -(-a -b)", Word("city"), "cannot be left out itself"),
        ("mentions:yesterday city", Word("city"), "no date"),
        ("mentions:2016-02-30 city", Word("city"), "no date"),
        ("speaker:“—” city", Word("city"), "no letter or figure"),
        ("lang:Arabic! city", Word("city"), "no language"),
        ("in:pieces city", Word("city"), "no kind of text"),
        ("after:yesterday city", Word("city"), "no date"),
        ("on:2016-13 city", Word("city"), "no date"),
        ("city outlet:", Word("city"), "needs something"),
        ("source:tass", Word("source:tass"), "no field"),
        ("city 😀", Word("city"), "no letter or figure"),
        ("city - raid", All((Word("city"), Word("raid"))), "no letter or figure"),
    ],
)
def test_what_is_not_understood_is_named_and_the_rest_is_read(typed: str, clause: Clause, notice: str) -> None:
    query = parse(typed)
    assert query.clause == clause
    assert any(notice in one for one in query.notices) or not notice


@pytest.mark.parametrize("typed", ["***", '""', '"  "', "-", '-""', "—", "_", "😀", "()", "NOT", "OR", "https://"])
def test_what_has_nothing_to_look_for_asks_nothing(typed: str) -> None:
    assert parse(typed).clause is None


@pytest.mark.parametrize("typed", ["***", '""', '"  "', "-", '-""', "—", "_", "😀"])
def test_what_has_no_letter_or_figure_is_left_out_and_said_so(typed: str) -> None:
    assert any("left out" in notice for notice in parse(typed).notices)


def test_a_query_of_exclusions_alone_says_that_a_wanted_word_is_needed() -> None:
    query = parse("-raids")
    assert not query.wanted
    assert any("at least one word that is wanted" in notice for notice in query.notices)


def test_a_long_query_is_cut_with_a_notice() -> None:
    query = parse("a" * 10_000)
    assert query.clause == Word("a" * LONGEST_QUERY)
    assert any("characters" in notice for notice in query.notices)


def test_too_many_words_are_cut_with_a_notice_and_as_many_as_are_read_need_none() -> None:
    words = [f"w{n}" for n in range(MOST_CLAUSES + 1)]
    query = parse(" ".join(words))
    assert query.clause == All(tuple(map(Word, words[:-1])))
    assert any("words and phrases" in notice for notice in query.notices)
    assert parse(" ".join(words[:-1])).notices == ()


def test_a_long_phrase_is_cut_with_a_notice() -> None:
    query = parse(f'"{"a " * (LONGEST_PHRASE + 1)}"')
    assert query.clause == Phrase(" ".join("a" * LONGEST_PHRASE))
    assert any("of a phrase" in notice for notice in query.notices)


def test_three_thousand_parentheses_are_answered() -> None:
    query = parse("(" * 3000 + "a")
    assert query.clause is None
    assert parse("(" * 500 + "a OR b" + ")" * 450).clause == Any((Word("a"), Word("b")))


def test_the_notices_of_a_query_are_sentences() -> None:
    for typed in ('(a "b', "speaker:x lang:! pa* x~9", "OR NOT"):
        for notice in parse(typed).notices:
            assert notice[0].isupper() or notice[0] == "“"
            assert '"' not in notice


def test_every_example_of_the_table_is_understood_and_no_written_form_is_missing() -> None:
    for row in TABLE:
        query = parse(row.example)
        assert query.wanted, row
        assert query.notices == (), row
    assert {field.written.partition(":")[0] for field in FIELDS} == set(FIELD_NAMES)


def test_a_query_is_narrowed_by_a_filter_and_not_by_its_words() -> None:
    assert not parse("raids outlet:post").is_narrowed
    assert SearchQuery(outlet=("morning-post",)).is_narrowed


def test_another_page_of_a_query_differs_in_nothing_else() -> None:
    query = parse("raids")
    assert query.on_page(3).page == 3
    assert query.on_page(3).on_page(1) == query


def test_other_spellings_take_the_places_of_parts_but_not_of_what_is_left_out() -> None:
    clause = parse("(raid OR strik) strik -strik title:strik").clause
    assert clause
    spelt = respelled(clause, {Word("strik"): Word("strike"), Title(Word("strik")): Title(Word("strikes"))})
    assert unparse(spelt) == "(raid OR strike) strike -strik title:strikes"
