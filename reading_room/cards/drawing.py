"""Draws cards: the only importer of Typst, which sets and shapes the text by `templates/card.typ`.

It sees no fonts but the room’s own and no file outside the folder of the template, and it is given text as data only.
"""

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst

from reading_room.cards.card import Card

WIDTH, HEIGHT = 1200, 630
_PIXELS_PER_INCH = 72  # a point of the template is a pixel
_KEPT = 256
"""Cards kept in memory, some 50 kB each."""


class Drawing:
    """Draws one card at a time, however many are asked for, so that they cannot take a server’s every core."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._compiler = typst.Compiler(
            str(template),
            root=str(template.parent),
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]),
            ignore_system_fonts=True,
        )
        self._one_at_a_time = Lock()
        self._drawn = lru_cache(maxsize=_KEPT)(self._draw)

    def png(self, card: Card) -> bytes:
        return self._drawn(card)

    def _draw(self, card: Card) -> bytes:
        with self._one_at_a_time:
            data = json.dumps(asdict(card), ensure_ascii=False)
            drawn = self._compiler.compile(format="png", ppi=_PIXELS_PER_INCH, sys_inputs={"card": data})
        if not isinstance(drawn, bytes):
            raise ValueError("the template of cards must make one page")
        return drawn
