"""Who published an article: an outlet of the room that the source names, or one that it would be worth adding."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from reading_room.importing.parts import Cleaned
from reading_room.importing.phrases import folded
from reading_room.importing.slugs import LONGEST_SLUG, latin_words, shortened
from reading_room.model.outlet import Outlet

UNKNOWN = "unknown"
LONGEST_NAME = 60
"""Code points of a name of a site that is proposed as an outlet; longer ones are slogans."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A key in outlets.yaml. `proposal` is the entry to add, as a line of YAML, where the file does not have it yet."""

    key: str
    name: str = ""
    proposal: str = ""


class Publishers:
    """The room's outlets, found by their names and by the hosts of their sites."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        self._named: dict[str, str] = {}
        self._hosts: dict[str, str] = {}
        self._keys: set[str] = set()
        for outlet in outlets:
            self._keys.add(outlet.key)
            # A name that two outlets share tells neither of them.
            names = {folded(outlet.name), folded(outlet.key)} - {""}
            for found, keys in ((names, self._named), ({_host(outlet.site or "")} - {""}, self._hosts)):
                for name in found:
                    keys[name] = "" if keys.get(name, outlet.key) != outlet.key else outlet.key

    def of(self, cleaned: Cleaned) -> Publisher:
        """By the address, else by the name that the source gives as its own, else by a line above the text that is such a name."""
        said = cleaned.particulars
        host, site = _host(said.url or ""), (said.site or "").strip()
        known = self._by_host(host) or self._named.get(folded(site)) or self._by_host(_host(site))
        if known:
            return Publisher(known)
        if not (host or site):
            return Publisher(self._above(cleaned) or UNKNOWN)
        host = host or _host(site)
        name = site if 0 < len(site) <= LONGEST_NAME and not _host(site) else host
        # By the host where there is one: pages of one site call it by many names.
        key = shortened("-".join(latin_words(_name_in(host) or name)), LONGEST_SLUG)
        if not key:
            return Publisher(UNKNOWN)
        if key in self._keys:
            key = shortened("-".join(latin_words(host or name)), LONGEST_SLUG)
        entry = {"name": name} | ({"site": host} if host else {}) | {"country": "not known", "owner": "not known"}
        return Publisher(key, name, _one_line(key, entry))

    def _by_host(self, host: str) -> str | None:
        """`en.alalam.ir` is found under itself and under `alalam.ir`."""
        labels = host.split(".")
        return next(filter(None, (self._hosts.get(".".join(labels[at:])) for at in range(len(labels) - 1))), None)

    def _above(self, cleaned: Cleaned) -> str | None:
        first = min((paragraph.lines[0] for paragraph in cleaned.paragraphs if paragraph.lines), default=0)
        names = (self._named.get(folded(line.text)) for line in cleaned.dropped if line.line < first)
        found = set(filter(None, names))
        return found.pop() if len(found) == 1 else None


def _host(address: str) -> str:
    """The host of an address, written with or without https://, without www."""
    if not address or " " in address:
        return ""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def _name_in(host: str) -> str:
    """What of a host names the site: `bbc` of bbc.co.uk, `news-yahoo` of news.yahoo.com."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in ("ac", "co", "com", "edu", "gov", "net", "or", "org"):
        labels.pop()
    return "-".join(labels)


def _one_line(key: str, entry: dict[str, str]) -> str:
    dumped = (
        yaml.safe_dump(part, allow_unicode=True, sort_keys=False, default_flow_style=True, width=1_000_000)
        for part in ([key], entry)
    )
    written, fields = (part.strip() for part in dumped)
    return f"{written[1:-1]}: {fields}"
