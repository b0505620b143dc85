"""`flask analyse SLUG`: what the room reads in the sentences of an article, for people or as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click
from flask.cli import with_appcontext

from reading_room.model.analysis import UNBOUNDED, Analysis, Attribution, Quantity, Time
from reading_room.model.errors import RoomError
from reading_room.model.results import Span
from reading_room.permalinks.address import Address, BadAddress
from reading_room.web.state import current_room
from reading_room.web.unseen import escaped, on_one_line

BOUNDS = {
    "exactly": "",
    "about": "about ",
    "more": "more than ",
    "at-least": "at least ",
    "less": "fewer than ",
    "at-most": "at most ",
    "between": "",
}


@click.command("analyse")
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON document instead of lines to read.")
@with_appcontext
def analyse_command(slug: str, as_json: bool) -> None:
    """Show what is read in each sentence of the article SLUG (SLUG@2: of its version 2): times, quantities, who says it."""
    try:
        address = Address.parse(slug)
    except BadAddress as error:
        raise click.ClickException(f"“{escaped(slug)}” is not the name of an article.") from error
    if address.passage or address.ranges:
        whole = Address(address.slug, address.version)
        raise click.ClickException(f"“{slug}” is a part of an article. Articles are read whole: flask analyse {whole}")
    try:
        library = current_room().library()
        analysis = library.analysis(address.slug, address.version)
        version = library.read(address.slug, address.version).version
    except RoomError as error:
        raise click.ClickException(f"{error.what} {error.remedy}".strip()) from error
    texts = {passage.id: passage.text for passage in version.passages}
    if as_json:
        click.echo(json.dumps(document(analysis, texts), ensure_ascii=False, default=str))
    else:
        for line in _lines(analysis, texts):
            click.echo(line)


def document(analysis: Analysis, texts: dict[str, str]) -> dict[str, Any]:
    """The analysis with the words that each part of it stands on, by the texts of the passages; days are in ISO 8601."""

    def worded(passage: str, part: dict[str, Any], *places: str) -> dict[str, Any]:
        for place in places:
            span = part[place]
            name = "text" if place == "span" else f"{place}_text"
            part[name] = texts[passage][span["start"] : span["end"]] if span else None
        return part

    return {
        "article": analysis.article,
        "version": analysis.version,
        "sentences": [
            worded(sentence.passage, asdict(sentence), "span")
            | {
                "times": [worded(sentence.passage, asdict(time), "span") for time in sentence.times],
                "quantities": [worded(sentence.passage, asdict(quantity), "span") for quantity in sentence.quantities],
                "attributions": [
                    worded(sentence.passage, asdict(said), "content", "source") for said in sentence.attributions
                ],
            }
            for sentence in analysis.sentences
        ],
    }


def _lines(analysis: Analysis, texts: dict[str, str]) -> Iterator[str]:
    before = None
    for sentence in analysis.sentences:
        if sentence.passage != before:
            yield ("\n" if before else "") + f"[{sentence.passage}]"
            before = sentence.passage
        text = texts[sentence.passage]
        yield _words(text, sentence.span)
        for time in sentence.times:
            yield f"    when      {_days(time)} ({_basis(time, text)})"
        for quantity in sentence.quantities:
            yield f"    how many  {_amount(quantity)} (“{_words(text, quantity.span)}”)"
        for said in sentence.attributions:
            yield f"    who says  {_speaker(said)}: “{_words(text, said.content)}”"


def _words(text: str, span: Span) -> str:
    return on_one_line(text[span.start : span.end])


def _days(time: Time) -> str:
    if time.first == UNBOUNDED:
        return f"up to {time.last}"
    return f"{time.first}" if time.first == time.last else f"{time.first} to {time.last}"


def _basis(time: Time, text: str) -> str:
    return f"{time.basis}: “{_words(text, time.span)}”" if time.span else time.basis


def _amount(quantity: Quantity) -> str:
    share = quantity.unit == "share"
    ends = [end * 100 if share else end for end in dict.fromkeys((quantity.least, quantity.most)) if end is not None]
    number = BOUNDS[quantity.bound] + " to ".join(f"{end:,.6g}" if share else f"{end:,.12g}" for end in ends)
    of = "of " if quantity.unit and quantity.counted else ""
    parts = [number, "%" if share else quantity.unit, of + on_one_line(quantity.counted)]
    if quantity.per:
        parts.append(f"per {quantity.per}")
    if quantity.over_days is not None:
        parts.append(f"over {quantity.over_days:g} days")
    return " ".join(part for part in parts if part)


def _speaker(said: Attribution) -> str:
    speaker = on_one_line(said.speaker)
    return speaker if said.manner == "own" else f"{speaker} ({said.manner})"
