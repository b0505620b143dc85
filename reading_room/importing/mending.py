"""Letters that were decoded wrongly on their way to the keeper (“cafÃ©”, “donâ€™t”, “РџСЂРёРІРµС‚”), decoded rightly.

Two must agree before a letter is changed: the shapes below, which no words of the languages tried have when they are right, and
ftfy, which finds what was meant but alone makes JOSɲ of JOSÉ². Of ftfy only the decoding is used: quotation marks, ligatures,
widths and entities stay as printed.
"""

import re

try:
    import ftfy
except ModuleNotFoundError:  # it comes with `make import-tools`; without it text stays as it is
    ftfy = None  # type: ignore[assignment]


def _endings(*encodings: str, but: str = "") -> str:
    """What these encodings make of the bytes 80 to BF, one of which ends every letter of UTF-8 beyond ASCII."""
    made = {letter for encoding in encodings for letter in bytes(range(0x80, 0xC0)).decode(encoding, "ignore")}
    return f"[{re.escape(''.join(sorted(made.difference(but))))}]"


_WESTERN = _endings("latin-1", "cp1252")
_NO_MARK = _endings("latin-1", "cp1252", but="‘’“”«»–—…·\u00a0\u00adŒœŠšŽžŸ")
"""Without what stands between a capital and a small letter in right text, as in ODTÜ’de and Úžasný."""
_CYRILLIC = _endings("cp1251")
_SHAPES = re.compile(
    rf"""
      # Latin letters of two bytes. In right text, a capital with a sign behind it follows no small letter, and few signs stand
      # between a capital and a small letter. Any may stand behind a word of capitals (AMANHÃ”, JOSÉ²), but Â and Ã are no words.
      (?<=[a-zß-öø-ÿ]) [Â-ÖØ-Þ] {_WESTERN}
    | [Â-ÖØ-Þ] {_NO_MARK} (?=[a-zß-öø-ÿ])
    | (?<![^\W\d_]) (?<![«»“„‘‚"'(\[]) (?: Â [\xa0-\xbf] | Ã {_WESTERN} )
    | Ã (?: [‰€¡¢¤§¨©ª«¬±´µ¶¸¼½¾¿] | \xad (?=[a-z]) ) | [ÃÅ] [ŒœŠšŽžŸ] | ÄŸ
      # Of three: Vietnamese; quotation marks and dashes; signs of currencies, arrows, mathematics; Asian scripts. Emoji: four.
    | áº {_WESTERN} | á» {_NO_MARK} (?=[a-z])
    | â [€\x80] {_WESTERN}
    | â [‚„†ˆ‰œ\x82\x84\x86\x88\x89\x9c] {_WESTERN}
    | (?: [à-ï] {_WESTERN}{{2}} ){{2}}
    | ð [Ÿ\x9f] {_WESTERN}{{2}}
      # Words in Greek, Cyrillic, Hebrew, Arabic; Cyrillic and marks read as cp1251
    | (?: [ÎÏ] {_WESTERN} ){{3}} | (?: [ÐÑ] {_WESTERN} ){{3}} | (?: × {_WESTERN} ){{3}} | (?: [Ø-Û] {_WESTERN} ){{3}}
    | (?: [РС] {_CYRILLIC} ){{3}} | вЂ {_CYRILLIC} | (?<=[a-z]) [ВГ] {_CYRILLIC}
      # Marks of cp1252 read as Latin-1 become controls, which no text has; 85 may be the end of a line
    | [\x80-\x84\x86-\x9f]
    """,
    re.VERBOSE,
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LINE_BREAK = re.compile(r"(\r\n|\r|\n)")


def looks_broken(text: str) -> bool:
    """Whether some of it was decoded wrongly, in one of the commonest ways."""
    # All shapes begin beyond ASCII: looked for from there alone, they cost little in a page that is mostly markup.
    runs = _BEYOND_ASCII.finditer(text)
    return any(_SHAPES.search(text, run.start(), run.end() + 1) for run in runs)


def mended(text: str) -> str:
    """The text with lines that look broken decoded rightly, where that is possible. No line moves."""
    if ftfy is None or not looks_broken(text):
        return text
    return "".join(ftfy.fix_encoding(line) if looks_broken(line) else line for line in _LINE_BREAK.split(text))
