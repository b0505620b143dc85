"""How the texts write a word that the index knows without its case and accents."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from whoosh.reading import IndexReader

from reading_room.index.analysis import bare, places_of
from reading_room.index.codec import postings
from reading_room.model.article import Article

MOST_READ = 3
"""Passages that are read to see how a word is written."""
_OPENING = " \t\n“”\"«»„‘’'([*_"
_SENTENCE_ENDS = tuple(".!?…:;؟۔")


def spelled(reader: IndexReader, articles: Mapping[int, Article], form: str) -> str | None:
    """As most of the passages that are read write it; None where no passage or title that is shown has it.

    A capital at the beginning of a sentence says nothing: there a word counts as if it had none, and only where it is nowhere else.
    """
    within: Counter[str] = Counter()
    beginning: Counter[str] = Counter()
    for text in islice(_texts(reader, articles, form), MOST_READ):
        for start, end in places_of(form, text):
            before, written = text[:start].rstrip(_OPENING), bare(text[start:end])
            if before and not before.endswith(_SENTENCE_ENDS):
                within[written] += 1
            else:
                beginning[written.lower()] += 1
    found = within or beginning
    return min(found, key=lambda written: (-found[written], written)) if found else None


def _texts(reader: IndexReader, articles: Mapping[int, Article], form: str) -> Iterator[str]:
    """The passages that have a word, and the titles; of articles that are shown alone."""
    for field in ("text_forms", "title_forms"):
        term = (field, form.encode())
        for leaf, _ in reader.leaf_readers():
            if term not in leaf:
                continue
            numbers = leaf.column_reader("article", translate=False)
            for block in postings(leaf, leaf.term_info(*term), None):  # one by one: of a common word the first will do
                for document in block.documents:
                    article = articles.get(numbers[document])
                    if article and not leaf.is_deleted(document):
                        yield leaf.stored_fields(document)["body"] if field == "text_forms" else article.title
