"""Writes the tables of how usual words are, that aligning weighs them by (reading_room/comparing/pairs/frequencies/):

    PYTHONPATH=. .venv/bin/python benchmarks/word_frequencies.py

The figures are wordfreq’s (Robyn Speer, 2022; data under CC BY-SA 4.0), summed over the words with one stem, to a tenth of a Zipf:
the logarithm to base 10 of how often a stem stands among 10⁹ words. Its author gathers no more; how rare a word is changes little.
"""

from collections import defaultdict
from math import log10

from wordfreq import get_frequency_dict  # type: ignore[import-untyped]

from reading_room.comparing.pairs.rarity import FOLDER, folded, stem

KEPT = {"en": 24_000} | dict.fromkeys(("ar", "de", "es", "fa", "fr", "it", "pt", "ru", "tr"), 4_000)
"""Stems of each language. One that is not in the table is taken to be a little rarer than the rarest that is."""


def write(language: str, most: int) -> None:
    frequencies: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict(language, wordlist="large" if language == "en" else "small").items():
        if word.isalpha():
            frequencies[stem(folded(word), language)] += frequency
    usual = sorted(frequencies, key=lambda one: (-frequencies[one], one))[:most]
    by_zipf: dict[str, list[str]] = defaultdict(list)
    for one in usual:
        by_zipf[f"{log10(frequencies[one] * 1e9):.1f}"].append(one)
    lines = (f"{zipf} {' '.join(sorted(stems))}\n" for zipf, stems in by_zipf.items())
    (FOLDER / f"{language}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    for language, most in KEPT.items():
        write(language, most)
