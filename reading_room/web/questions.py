"""A question of fact with its rival answers, as it stands outside of a comparison."""

import re

from reading_room.library import Library
from reading_room.questions import Question
from reading_room.web.heads import article_head, script_of
from reading_room.web.pages.questions import AnswerView, QuestionView
from reading_room.web.pages.text import Link
from reading_room.web.urls import article_url, compare_url, event_url


def question_view(question: Question, library: Library) -> QuestionView:
    """Each account’s first words on it, in the order of its columns in a comparison."""
    event, collation = question.event, question.collation
    place = next(place for place, row in enumerate(collation.rows) if row.id == question.row.id)
    answers = []
    for version, cell in zip(collation.accounts, collation.rows[place].cells, strict=True):
        if cell.words:
            words = cell.words[0]
            url = article_url(version.article.slug, passage=words.passage.id)
            head, script = article_head(library, version.article), script_of(version.article, words.text)
            answers.append(AnswerView(head, words.text, words.speaker, url, script))
    slugs = [version.article.slug for version in collation.accounts]
    return QuestionView(
        question=question.row.question,
        note=_first_sentence(question.row.note),
        event=Link(event.name, event_url(event.slug)),
        compare_url=compare_url(slugs, event.slug, question.row.id),
        answers=tuple(answers),
    )


def _first_sentence(note: str | None) -> str | None:
    """Beside a question alone a note is a hint; the comparison has the whole of it."""
    return re.split(r"(?<=\.)\s", note, maxsplit=1)[0] if note else None
