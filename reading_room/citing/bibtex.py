"""A reference as an entry for biblatex, in UTF-8.

Not for the old BibTeX: only biblatex has dates as exactly as they are known (`2016-04`, `2016-04?`, an interval), the day of
access, and texts in all scripts without commands for accents.
"""

from reading_room.citing.citation import Citation
from reading_room.citing.dates import points

# A brace has a name of its own: biber counts one behind a backslash too, and a single one would end all entries that follow.
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "%": r"\%", "#": r"\#", "&": r"\&", "$": r"\$", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_LANGUAGES = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fa": "persian", "fr": "french", "he": "hebrew",
    "it": "italian", "pl": "polish", "pt": "portuguese", "ru": "russian", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip


def bibtex(cited: Citation) -> str:
    language = cited.title_language.split("-")[0]
    fields = {
        "author": " and ".join(_author(name.family, name.given) for name in cited.authors),
        "title": f"{{{escaped(cited.title)}}}",
        "journaltitle": escaped(cited.outlet),
        "entrysubtype": "newspaper",
        "date": _date(cited),
        "url": address(cited.url),
        "urldate": cited.read.isoformat(),
        "langid": _LANGUAGES.get(language, ""),
        "addendum": escaped(cited.source_note),
        "annotation": escaped(cited.quoted),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{cited.key},", *lines, "}", ""])


def escaped(text: str) -> str:
    """One line in which no sign means anything to TeX."""
    return "".join(_SPECIAL.get(sign, sign) for sign in " ".join(text.split()))


def address(url: str) -> str:
    """biblatex reads an address as it stands; what would end the field is written in per cent."""
    return "".join(f"%{ord(sign):02X}" if sign in "{}\\ " else sign for sign in url)


def _author(family: str, given: str) -> str:
    """A name that is not taken apart stands in braces of its own, so that no style takes it apart either."""
    return f"{escaped(family)}, {escaped(given)}" if given else f"{{{escaped(family)}}}"


def _date(cited: Citation) -> str:
    if cited.published is None:
        return ""
    return "/".join(one.iso + ("?" if cited.inferred else "") for one in points(cited.published))
