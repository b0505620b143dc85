"""Texts cut where their look changes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.article import Mark
from reading_room.model.results import Span
from reading_room.web.pages.text import Piece
from reading_room.web.runs import LONGEST_SHOWN, Chosen, extract_runs, runs, runs_of_cells

TEXT = "one two three four five"


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span], list[Mark]]:
    text = draw(st.text(max_size=40))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(*edge) for edge in draw(st.lists(edges, max_size=4)) if edge[0] < edge[1]]
    kinds = st.sampled_from(["emphasis", "strong", "code"])
    marks = [Mark(start, end, draw(kinds)) for start, end in draw(st.lists(edges, max_size=4)) if start < end]
    return text, spans, marks


def pieces(*asked: object, **named: object) -> list[Piece]:
    return [piece for run in runs(*asked, **named) for piece in run.pieces]


@given(texts_with_spans())
def test_no_letter_is_lost_doubled_or_moved_and_each_has_its_look(asked: tuple[str, list[Span], list[Mark]]) -> None:
    text, spans, marks = asked
    cut = pieces(text, marks, spans)
    assert "".join(piece.text for piece in cut) == text
    at = 0
    for piece in cut:
        for place in range(at, at + len(piece.text)):
            assert piece.hit == any(span.start <= place < span.end for span in spans)
            assert piece.strong == any(mark.kind == "strong" and mark.start <= place < mark.end for mark in marks)
        at += len(piece.text)


def test_words_marked_across_the_edge_of_a_link_stay_one_link() -> None:
    cut = runs(TEXT, [Mark(4, 13, "link", "https://example.org")], [Span(8, 18)])
    assert [(run.href, [(piece.text, piece.hit) for piece in run.pieces]) for run in cut] == [
        (None, [("one ", False)]),
        ("https://example.org", [("two ", False), ("three", True)]),
        (None, [(" four", True), (" five", False)]),
    ]


def test_a_quotation_cut_by_markup_and_search_words_begins_once_and_ends_once() -> None:
    cut = pieces(TEXT, [Mark(4, 13, "emphasis")], [Span(8, 13)], [Chosen(0, 18, begins=True, ends=True)])
    assert [(piece.text, piece.hit, piece.begins, piece.ends) for piece in cut if piece.chosen] == [
        ("one ", False, True, False),
        ("two ", False, False, False),
        ("three", True, False, False),
        (" four", False, False, True),
    ]


def test_the_middle_of_a_quotation_across_passages_neither_begins_nor_ends_it() -> None:
    cut = pieces(TEXT, chosen=[Chosen(0, 18)])
    assert not any(piece.begins or piece.ends for piece in cut)


def test_a_short_passage_is_shown_whole() -> None:
    assert "".join(piece.text for run in extract_runs(TEXT, ()) for piece in run.pieces) == TEXT


@given(st.integers(0, 500), st.sampled_from(["word ", "x", "слово ", "🌉"]))
def test_of_a_long_passage_the_part_with_the_first_hit_is_shown_and_the_hit_is_marked(
    before: int, filling: str
) -> None:
    text = filling * before + "lantern " + filling * 400
    start = text.index("lantern")
    cut = [piece for run in extract_runs(text, (Span(start, start + 7),)) for piece in run.pieces]
    assert [piece.text for piece in cut if piece.hit] == ["lantern"]
    shown = "".join(piece.text for piece in cut)
    assert len(shown) <= LONGEST_SHOWN + 4 or len(text) <= LONGEST_SHOWN
    assert shown.removeprefix("… ").removesuffix(" …") in text


def test_an_extract_of_a_text_without_spaces_shows_what_matched() -> None:
    text = "汉" * 2_000 + "北京" + "字" * 500
    shown = [piece for run in extract_runs(text, (Span(2_000, 2_002),)) for piece in run.pieces]
    assert [piece.text for piece in shown if piece.hit] == ["北京"]
    assert sum(len(piece.text) for piece in shown) < LONGEST_SHOWN + 50


@given(texts_with_spans(), st.lists(st.integers(0, 40), max_size=4))
def test_runs_cut_at_places_have_all_letters_and_looks_and_begin_and_end_once(
    asked: tuple[str, list[Span], list[Mark]], places: list[int]
) -> None:
    text, spans, marks = asked
    chosen = [Chosen(span.start, span.end, begins=True, ends=True) for span in spans[:1]]
    whole = runs(text, marks, spans, chosen)
    edges = sorted({0, len(text), *(place for place in places if place < len(text))})
    parts = runs_of_cells(whole, [Span(*span) for span in pairwise(edges)])
    assert ["".join(piece.text for run in one for piece in run.pieces) for one in parts] == [
        text[start:end] for start, end in pairwise(edges)
    ]
    cut = [piece for part in parts for run in part for piece in run.pieces]
    assert "".join(piece.text for piece in cut) == text
    assert [piece.begins for piece in cut].count(True) == [piece.ends for piece in cut].count(True) == len(chosen)
    looks = [
        [(piece.hit, piece.strong, piece.chosen) for piece in one for _ in piece.text]
        for one in (pieces(text, marks, spans, chosen), cut)
    ]
    assert looks[0] == looks[1]
