"""The page of a comparison: its rows, what is noted in them, corrections, and the rest of each account."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from reading_room.comparing.collation.measured import measured
from reading_room.comparing.collation.rows import is_possible
from reading_room.comparing.wording.shared_wording import without_shreds
from reading_room.comparisons import MOST_PAIRED
from reading_room.library import Library
from reading_room.model.article import Passage, Version
from reading_room.model.collation import CollatedRow, Collation, Figure, FigureGroup, Words
from reading_room.model.naming import Contrast, Occurrence
from reading_room.model.results import Span
from reading_room.web.cells import CellsOf, Noting, sentence_at, words_url
from reading_room.web.comparison import Comparison
from reading_room.web.corrections import correction_views, keeper_views
from reading_room.web.event_accounts import account_views
from reading_room.web.heads import Strip, article_head, passage_view, script_of
from reading_room.web.pages.compare import ComparePage, MoveView, NotedRow, NotedView, RowView
from reading_room.web.pages.events import AccountView
from reading_room.web.pages.text import Link, PassageView
from reading_room.web.urls import compare_url, event_url, row_anchor

MOST_LISTED, MOST_WORDS = 6, 15
"""Changes of a copy that are told above the rows, and words of each; all stand below."""


def compare_page(library: Library, comparison: Comparison, collation: Collation) -> ComparePage:
    accounts, event = collation.accounts, collation.event
    chosen = tuple(version.article.slug for version in accounts)
    if not comparison.asked:  # so that what is corrected stays with its accounts, whichever are shown later
        comparison = replace(comparison, asked=chosen)
    occasion = library.event(event.slug) if event else None
    known = {view.head.slug: view for view in account_views(library, occasion, chosen)} if occasion else {}
    shown = tuple(
        known.get(version.article.slug)
        or AccountView(article_head(library, version.article, version.number), None, 0, True)
        for version in accounts
    )
    sought = _sought_in(library, comparison, accounts)
    noting = Noting(_shared_in(collation), _names_in(collation), _changed_in(collation), sought)
    rows = _row_views(CellsOf.on_page(library, comparison, accounts, noting, _places_of(collation)), collation)
    possible = {row.id for row in collation.rows if is_possible(row)}
    return ComparePage(
        event=Strip(library.events()).entry(event.slug) if event else None,
        accounts=shown,
        rows=tuple(row for row in rows if row.id not in possible),
        possible=tuple(row for row in rows if row.id in possible),
        figures=tuple(_figure_row(group, collation) for group in collation.figures),
        names=tuple(_name_row(contrast, collation) for contrast in collation.names if contrast.differs),
        changes=tuple(_changes(collation)),
        unplaced=tuple(_rest(collation, place, sought) for place in range(len(accounts))),
        picker=tuple(known.values()) if occasion else _company(library, accounts),
        picker_action=compare_url((), event.slug if event else None),
        query=comparison.query,
        unmarked_url=replace(comparison, query="").url(),
        same_text=(
            *(_same_text(library, collation, group) for group in collation.same_text),
            *_same_wire(library, collation),
        ),
        in_part=tuple(
            f"{library.corpus.outlet(version.article.outlet).name} is long: the machine compared its first {MOST_PAIRED:,} "
            "sentences, not the rest."
            for version in accounts
            if version.article.slug in collation.in_part
        ),
        corrections=correction_views(library, comparison, collation),
        for_keeper=keeper_views(library, comparison, collation),
        move=_move(library, comparison, collation),
        measured=tuple(one.in_words for one in measured()),
        has_machine_rows=any(row.source == "machine" for row in collation.rows),
    )


def _row_views(cells: CellsOf, collation: Collation) -> tuple[RowView, ...]:
    views: list[RowView] = []
    heading = None
    for row in collation.rows:
        if (over := _heading(row)) == heading:
            over = None
        else:
            heading = over
        before = views[-1].anchor if views else None
        event = cells.library.corpus.events.get(row.event)
        anchor = _anchor(row, collation)
        views.append(
            RowView(
                id=row.id,
                anchor=anchor,
                question=row.question,
                note=row.note,
                event=Link(event.name, event_url(event.slug)) if event else None,
                cells=cells.row(row, before),
                source=row.source,
                label=row.label,
                caution=row.caution,
                heading=over,
                in_group=row.group is not None,
            )
        )
    return tuple(views)


def _places_of(collation: Collation) -> dict[str, Link]:
    """Where each row stands that is not folded away, by its key, called as its readers see it."""
    shown = (row for row in collation.rows if not is_possible(row))
    return {
        row.key: Link(f"row {number}: {row.question}", f"#{_anchor(row, collation)}")
        for number, row in enumerate(shown, start=1)
    }


def _heading(row: CollatedRow) -> str | None:
    """What the rows of a group stand under; those of the keeper's without a group under nothing."""
    if row.group is None:
        return None
    return f"{row.group[0].upper()}{row.group[1:]}"


def _anchor(row: CollatedRow, collation: Collation) -> str:
    """Where rows of several events stand on one page, two of them may have the same id."""
    of_several = collation.event is None and row.source == "curated"
    return row_anchor(f"{row.event}-{row.id}" if of_several else row.id)


def _company(library: Library, accounts: tuple[Version, ...]) -> tuple[AccountView, ...]:
    """Without an event: the accounts shown, and all that tell of an event that one of these tells of."""
    slugs = {version.article.slug: version.article for version in accounts}
    for occasion in library.events():
        if any(article.slug in slugs for article in occasion.articles):
            slugs |= {article.slug: article for article in occasion.articles}
    chosen = {version.article.slug for version in accounts}
    ordered = sorted(slugs.values(), key=lambda article: article.publication_order)
    return tuple(AccountView(article_head(library, article), None, 0, article.slug in chosen) for article in ordered)


def _sought_in(
    library: Library, comparison: Comparison, accounts: Sequence[Version]
) -> dict[tuple[str, str], tuple[Span, ...]]:
    """Where each passage has what the search in the address looks for, by article and passage."""
    return {
        (version.article.slug, passage): spans
        for version in accounts
        for passage, spans in library.spans(comparison.search, version).items()
    }


def _rest(
    collation: Collation, place: int, sought: Mapping[tuple[str, str], Sequence[Span]]
) -> tuple[PassageView, ...]:
    """The passages that are not wholly in rows, in their order; what stands in a row is marked in them."""
    version, placed = collation.accounts[place], collation.placed[place]
    return tuple(
        passage_view(
            version.article,
            passage,
            sought[version.article.slug, passage.id],
            placed=placed.get(passage.id, ()),
        )
        for passage in version.passages
        if not is_covered(passage, placed.get(passage.id, ()))
    )


def is_covered(passage: Passage, placed: Sequence[Span]) -> bool:
    """Whether every letter and figure of a passage stands in a row; the spans are in their order."""
    ends = [0, *(span.end for span in placed)]
    starts = [*(span.start for span in placed), len(passage.text)]
    between = (passage.text[end:start] for end, start in zip(accumulate(ends, max), starts, strict=True))
    return bool(placed) and not any(letter.isalnum() for left in between for letter in left)


def _figure_row(group: FigureGroup, collation: Collation) -> NotedRow:
    """The numbers of one thing in each account, in their own words, with what is worked out from them."""
    cells = []
    for version in collation.accounts:
        found = (one for one in group.figures if one.article == version.article.slug)
        passages = _by_id(version)
        cells.append(
            tuple(_noted(version, passages, Occurrence(one.passage, one.quantity.span), _added(one)) for one in found)
        )
    return NotedRow(
        row_anchor(f"figures-{group.counted}".replace(" ", "-")),
        group.counted,
        tuple(cells),
        group.caution,
    )


def _added(figure: Figure) -> str:
    return "; ".join(filter(None, ("of another time" if figure.of_another_time else "", figure.arithmetic)))


def _names_in(collation: Collation) -> dict[tuple[str, str], list[Span]]:
    """Where names stand, by article and passage."""
    found: dict[tuple[str, str], list[Span]] = {}
    for contrast in collation.names:
        for account in contrast.accounts:
            for place in (place for term in account.terms for place in term.occurrences):
                found.setdefault((account.article, place.passage), []).append(place.span)
    return found


def _shared_in(collation: Collation) -> dict[tuple[str, str], list[Span]]:
    """Where wording stands that another account has too, by article and passage."""
    found: dict[tuple[str, str], list[Span]] = {}
    passages = {version.article.slug: _by_id(version) for version in collation.accounts}
    for shared in collation.shared:
        for run in shared.runs:
            for article, places in ((shared.left, run.left), (shared.right, run.right)):
                for place in places:
                    if span := without_shreds(passages[article][place.passage].text, place.span):
                        found.setdefault((article, place.passage), []).append(span)
    return found


def _changed_in(collation: Collation) -> dict[tuple[str, str], list[Span]]:
    """Where words stand that an account with the same text lacks, by article and passage."""
    found: dict[tuple[str, str], list[Span]] = {}
    for shared in collation.shared:
        for difference in shared.differences:
            for article, places in ((shared.left, difference.left), (shared.right, difference.right)):
                for place in places:
                    found.setdefault((article, place.passage), []).append(place.span)
    return found


def _changes(collation: Collation) -> Iterator[NotedRow]:
    """Where accounts that are one text differ: what each has, and that it lacks what the other has."""
    passages = {version.article.slug: _by_id(version) for version in collation.accounts}
    for shared in collation.shared:
        for number, difference in enumerate(shared.differences, start=1):
            cells = []
            for version in collation.accounts:
                slug = version.article.slug
                places = {shared.left: difference.left, shared.right: difference.right}.get(slug, ())
                cells.append(tuple(_noted(version, passages[slug], place) for place in places))
            yield NotedRow(
                row_anchor(f"change-{shared.left}-{shared.right}-{number}"), f"Change {number}", tuple(cells)
            )


def _noted(version: Version, passages: Mapping[str, Passage], place: Occurrence, added: str = "") -> NotedView:
    passage = passages[place.passage]
    text = passage.text[place.span.start : place.span.end]
    url, _ = words_url(version, Words(passage, place.span, ""))
    return NotedView(text, url, place.passage, script_of(version.article, text), added)


def _by_id(version: Version) -> dict[str, Passage]:
    return {passage.id: passage for passage in version.passages}


def _name_row(contrast: Contrast, collation: Collation) -> NotedRow:
    """What each account calls one party, place or act, with how often, each leading to where it first does."""
    cells = []
    for version, account in zip(collation.accounts, contrast.accounts, strict=True):
        passages = _by_id(version)
        terms = ((term, f"{term.count} times" if term.count > 1 else "") for term in account.terms)
        cells.append(
            tuple(
                replace(_noted(version, passages, term.occurrences[0], often), text=term.text) for term, often in terms
            )
        )
    return NotedRow(row_anchor(f"called-{contrast.name}".replace(" ", "-")), contrast.name, tuple(cells))


def _same_text(library: Library, collation: Collation, group: Sequence[str]) -> str:
    """That accounts have one text, in words, and what each has alone where they differ."""
    articles = [library.corpus.articles[slug] for slug in group]
    outlets = {article.slug: library.corpus.outlet(article.outlet).name for article in articles}
    names = list(outlets.values())
    wires = {article.wire for article in articles}
    wire = f" of {wires.pop()}" if len(wires) == 1 and None not in wires else ""
    between = [one for one in collation.shared if one.left in outlets and one.right in outlets]
    exact = len(between) == len(names) * (len(names) - 1) // 2 and not any(one.differences for one in between)
    same = "the same text" if exact else "nearly the same text"
    said = f"{', '.join(names[:-1])} and {names[-1]} have {same}{wire}: it counts as one account."
    texts = {version.article.slug: version for version in collation.accounts}
    for one in between:
        for slug, other, places in (
            (one.left, one.right, [difference.left for difference in one.differences]),
            (one.right, one.left, [difference.right for difference in one.differences]),
        ):
            alone = [_cut(_at(texts[slug], at)) for at in places if at]
            if alone:
                more = f" and {len(alone) - MOST_LISTED} more" if len(alone) > MOST_LISTED else ""
                listed = ", ".join(f"“{words}”" for words in alone[:MOST_LISTED])
                said += f" Not in {outlets[other]}, but in {outlets[slug]}: {listed}{more}."
    return said


def _at(version: Version, places: Sequence[Occurrence]) -> str:
    passages = {passage.id: passage.text for passage in version.passages}
    return " … ".join(passages[one.passage][one.span.start : one.span.end] for one in places)


def _cut(text: str) -> str:
    """The first words of a text, and that it goes on."""
    words = text.split()
    return text if len(words) <= MOST_WORDS else f"{' '.join(words[:MOST_WORDS])} …"


def _same_wire(library: Library, collation: Collation) -> Iterator[str]:
    """That accounts have their text from one agency by what the keeper says, where they are not known to be copies."""
    copies = {slug for group in collation.same_text for slug in group}
    articles = [version.article for version in collation.accounts if version.article.slug not in copies]
    for wire in sorted({article.wire for article in articles if article.wire}):
        names = [library.corpus.outlet(article.outlet).name for article in articles if article.wire == wire]
        if len(names) > 1:
            yield f"{', '.join(names[:-1])} and {names[-1]} have text from {wire}: they may be one account."


def _rows_to_choose(library: Library, collation: Collation, but: CollatedRow) -> Iterator[tuple[str, str]]:
    """Every row that words may be put into: all of the keeper's, also those that stand empty, and the machine's."""
    slugs = {row.event for row in collation.rows if row.event} | ({collation.event.slug} if collation.event else set())
    for slug in sorted(slugs):
        yield from ((f"{slug}/{row.id}", row.question) for row in library.corpus.events[slug].rows)
    yield from ((row.id, row.question) for row in collation.rows if row.source == "machine" and row is not but)


def _move(library: Library, comparison: Comparison, collation: Collation) -> MoveView | None:
    """The choice of a row for the sentence that the address names, if it is one of a machine row on this page."""
    if comparison.moving is None:
        return None
    for row in collation.rows:
        for version, cell in zip(collation.accounts, row.cells, strict=True):
            for words in (*cell.words, *cell.related):
                if words.source == "machine" and sentence_at(version, words) == comparison.moving:
                    back = replace(comparison, moving=None)
                    return MoveView(
                        library.corpus.outlet(version.article.outlet).name,
                        words.text,
                        script_of(version.article, words.text),
                        str(comparison.moving),
                        tuple([("a", one) for one in comparison.asked] + back.further()),
                        tuple(_rows_to_choose(library, collation, row)),
                        back.url(),
                    )
    return None
