"""The address of an article, of one of its versions, of a passage, or of words: `slug@3/14:12-19~k7f3`.

    slug   slug@3                the article, floating or frozen at version 3
    slug/14   slug@3/14          passage 14
    slug@3/14:12-19~k7f3         words 12 to 19 of passage 14
    slug@3/14:12~9m2c            word 12
    slug@3/14:12-16:5~9qzd       from word 12 of passage 14 to word 5 of passage 16
    slug@3/14:12-19,16:2-5~81xw  several ranges, with one check code over them all

The check code is 20 bits of the SHA-256 of the words in Crockford's base 32. It is read as people copy it (`o` is 0, `i` and `l`
are 1, capitals do not matter) and written in one way. A range without one is refused.
"""

import re
from dataclasses import dataclass

PREFIX = "/a/"
MOST_RANGES = 16
LONGEST = 1_000
"""Characters of an address; sixteen ranges with the longest slug that a file name allows are shorter."""

_NUMBER = r"[1-9]\d{0,5}"
_PASSAGE = r"\d{1,6}[a-z]{0,5}"
_RANGE = rf"(?P<passage>{_PASSAGE}):(?P<first>{_NUMBER})(?:-(?:(?P<end>{_PASSAGE}):)?(?P<last>{_NUMBER}))?"
_ADDRESS = re.compile(
    rf"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:@(?P<version>{_NUMBER}))?"
    rf"(?:/(?:(?P<passage>{_PASSAGE})|(?P<ranges>[0-9a-z:,-]+)~(?P<check>[0-9A-Za-z]{{4}})))?\Z",
    re.ASCII,
)
_ONE_RANGE = re.compile(rf"{_RANGE}\Z", re.ASCII)

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_AS_COPIED = str.maketrans("oil", "011")


class BadAddress(ValueError):
    """A text that cannot be the address of anything in a room."""


@dataclass(frozen=True, slots=True)
class WordRange:
    """Words `first` of passage `start` to `last` of passage `end`, both counted from 1 and both in it."""

    start: str
    first: int
    end: str
    last: int

    def __str__(self) -> str:
        if self.start != self.end:
            return f"{self.start}:{self.first}-{self.end}:{self.last}"
        return f"{self.start}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")

    @classmethod
    def parse(cls, text: str) -> "WordRange":
        match = _ONE_RANGE.match(text)
        if not match:
            raise BadAddress(text)
        first, start = int(match["first"]), match["passage"]
        found = cls(start, first, match["end"] or start, int(match["last"] or first))
        if str(found) != text or (start == found.end and found.last < first):
            raise BadAddress(text)
        return found


@dataclass(frozen=True, slots=True)
class Address:
    """`version` None floats: it means the newest. `passage` None means the whole article, unless there are `ranges`."""

    slug: str
    version: int | None = None
    passage: str | None = None
    ranges: tuple[WordRange, ...] = ()
    check: str = ""
    """The check code of the words in `ranges`."""

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read what stands after `/a/`; raise `BadAddress` for anything that `str` would not have written.

        The check code alone may be written in other ways.
        """
        match = _ADDRESS.match(text) if len(text) <= LONGEST else None
        if not match:
            raise BadAddress(text)
        version = match["version"]
        written = match["ranges"].split(",") if match["ranges"] else []
        if len(written) > MOST_RANGES:
            raise BadAddress(text)
        return cls(
            match["slug"],
            int(version) if version else None,
            match["passage"],
            tuple(WordRange.parse(one) for one in written),
            read_check(match["check"]) if written else "",
        )

    def __str__(self) -> str:
        version = f"@{self.version}" if self.version else ""
        words = f"{','.join(map(str, self.ranges))}~{self.check}" if self.ranges else self.passage
        return f"{self.slug}{version}" + (f"/{words}" if words else "")

    @property
    def path(self) -> str:
        """The address within the room, as `/a/slug@3/14`."""
        return PREFIX + str(self)

    @property
    def place(self) -> str:
        """The numbers of the passages that it names, as a reference has them: `14`, or `14–16, 18`."""
        named = (one.start if one.start == one.end else f"{one.start}–{one.end}" for one in self.ranges)
        return ", ".join(dict.fromkeys(named)) or self.passage or ""


def read_check(written: str) -> str:
    """A check code as the room writes it, however it was copied."""
    check = written.lower().translate(_AS_COPIED)
    if len(check) != 4 or set(check) - set(CROCKFORD):
        raise BadAddress(written)
    return check
