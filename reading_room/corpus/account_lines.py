"""Adds to the file of an article that it tells of an event, by one or two lines and with every other sign of it as it was."""

import re
from dataclasses import replace
from pathlib import Path

from reading_room.corpus.articles import parse_article
from reading_room.model.article import Account, Draft

_ITEM = "- event: "


class CannotAdd(ValueError):
    """Why the lines have to be added by hand."""


def with_account(text: str, slug: str, event: str) -> str:
    """The text of the file of the article `slug` with an account of `event`; the same where it has one already.

    The new text is read as ingest would read it and must say the same but for the account, or `CannotAdd` is raised.
    """
    before = parse_article(text, slug, [])
    if before is None:
        raise CannotAdd("the file cannot be read")
    if any(account.event == event for account in before.article.accounts):
        return text
    added = _added(text, event)
    if parse_article(added, slug, []) != _telling_of(before, event):
        raise CannotAdd("its front matter is written in a way that cannot be added to")
    return added


def add_account(path: Path, event: str) -> tuple[str, str]:
    """The file as it is, and as it is to be; nothing is written. Raises `CannotAdd`."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotAdd(f"the file cannot be read ({error})") from error
    return text, with_account(text, path.stem, event)


def _telling_of(draft: Draft, event: str) -> Draft:
    article = draft.article
    return replace(draft, article=replace(article, accounts=(*article.accounts, Account(event))))


def _added(text: str, event: str) -> str:
    """The account as the last of the list; a list of its own at the end of the front matter where there is none."""
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() == "---"), 0)
    at = next((at for at, line in enumerate(lines[:end]) if re.match(r"accounts\s*:", line)), None)
    if not end:
        raise CannotAdd("its front matter never ends")
    if at is None:
        return "".join((*lines[:end], f"accounts:{ending}  {_ITEM}{event}{ending}", *lines[end:]))
    if flow := re.match(r"(?P<list>accounts\s*:\s*\[(?P<inside>.*))\](?P<rest>\s*(?:#.*)?)\Z", lines[at], re.DOTALL):
        comma = ", " if flow["inside"].strip() else ""
        lines[at] = f"{flow['list'].rstrip()}{comma}{{event: {event}}}]{flow['rest']}"
        return "".join(lines)
    if not re.match(r"accounts\s*:\s*(?:#.*)?\Z", lines[at]):
        raise CannotAdd("its accounts are not a list of lines")
    behind = at + 1
    indent = "  "
    for number in range(at + 1, end):
        line = lines[number]
        if item := re.match(r"(\s*)- ", line):
            indent = item[1]
        elif line.strip() and not line[0].isspace():
            break
        if line.strip() and not line.lstrip().startswith("#"):
            behind = number + 1
    return "".join((*lines[:behind], f"{indent}{_ITEM}{event}{ending}", *lines[behind:]))
