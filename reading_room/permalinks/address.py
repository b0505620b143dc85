"""The address of an article, of one of its versions, or of a passage: `slug`, `slug@3`, `slug/14`, `slug@3/14`."""

import re
from dataclasses import dataclass

PREFIX = "/a/"
_ADDRESS = re.compile(
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:@(?P<version>[1-9]\d{0,5}))?(?:/(?P<passage>\d{1,6}[a-z]{0,5}))?\Z",
    re.ASCII,
)


class BadAddress(ValueError):
    """A text that cannot be the address of anything in a room."""


@dataclass(frozen=True, slots=True)
class Address:
    """`version` None floats: it means the newest. `passage` None means the whole article."""

    slug: str
    version: int | None = None
    passage: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read what stands after `/a/`; raise `BadAddress` for anything that `str` would not have written."""
        match = _ADDRESS.match(text)
        if not match:
            raise BadAddress(text)
        version = match["version"]
        return cls(match["slug"], int(version) if version else None, match["passage"])

    def __str__(self) -> str:
        version = f"@{self.version}" if self.version else ""
        passage = f"/{self.passage}" if self.passage else ""
        return f"{self.slug}{version}{passage}"

    @property
    def path(self) -> str:
        """The address within the room, as `/a/slug@3/14`."""
        return PREFIX + str(self)
