"""Reads what a reader typed into clauses. Any string will do: what is not understood is left out or read as words, and named."""

import re
import unicodedata
from collections.abc import Callable

from reading_room.model.dates import BadDate, DateSpan
from reading_room.model.query.clauses import (
    Address,
    All,
    Any,
    Clause,
    Exact,
    Field,
    Fuzzy,
    Mentions,
    Near,
    Not,
    Phrase,
    Prefix,
    Speaker,
    Term,
    Title,
    Word,
    asks,
    both,
    either,
    without,
)
from reading_room.model.query.syntax import (
    DEEPEST,
    FEWEST_LETTERS,
    FIELD_NAMES,
    KINDS,
    LONGEST_PHRASE,
    LONGEST_QUERY,
    LONGEST_WITH_ONE_EDIT,
    MOST_BETWEEN,
    MOST_CLAUSES,
    MOST_EDITS,
    FieldSyntax,
)

_QUOTES = '"“”„‟«»‹›「」『』'
_TOKEN = re.compile(
    rf"(?P<address>https?://[^\s{_QUOTES}]+)|(?P<open>\()|(?P<close>\))"
    rf"|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]|\Z)(?:~(?P<between>\d{{0,9}}))?"
    rf"|(?P<word>[^\s(){_QUOTES}]+)"
)
_WIDE = str.maketrans("（）：＂", '():"')
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_SIGNS = re.compile(r"(?P<signs>[-−+]*)(?P<exact>=?)")
_FIELD = re.compile(rf"(?P<name>{'|'.join(FIELD_NAMES)}):(?P<value>.*)", re.IGNORECASE | re.DOTALL)
_LIKE_A_FIELD = re.compile(r"(?P<name>[a-z]+):\w", re.IGNORECASE | re.ASCII)
_PREFIX = re.compile(r"(.*?)\*+", re.DOTALL)
_FUZZY = re.compile(r"(.*)~(\d*)", re.DOTALL)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)*", re.ASCII)
_DAY = re.compile(r"[\d-]+", re.ASCII)
_READABLE = re.compile(r"[^\W_]")
_OPERATORS = ("OR", "AND", "NOT")


def typed(text: str) -> str:
    """What was typed without the characters that cannot be seen, of any length."""
    return _UNSEEN.sub("", text)


def read(text: str) -> tuple[Clause | None, tuple[str, ...]]:
    """The clause that the text says, if it says one, and notices of what in it was not understood. Never raises."""
    reader = _Reader(typed(text))
    clause = reader.all()
    return clause, tuple(reader.notices)


class _Reader:
    """Goes through the tokens of one query, from left to right; every one is taken once."""

    def __init__(self, text: str) -> None:
        self.notices: dict[str, None] = {}
        if len(text) > LONGEST_QUERY:
            text = text[:LONGEST_QUERY]
            self.note(f"Only the first {LONGEST_QUERY:,} characters of the query were read.")
        self.tokens = list(_TOKEN.finditer(text.translate(_WIDE)))
        self.at = 0
        self.left = MOST_CLAUSES
        self.too_deep = 0
        self.unused: list[str] = []

    def note(self, notice: str) -> None:
        self.notices[notice] = None

    def all(self) -> Clause | None:
        clause = self.together(0)
        if self.unused:
            shown = ", ".join(f"“{part}”" for part in dict.fromkeys(self.unused) if part) or "An empty phrase"
            self.note(f"{shown[:80]} has no letter or figure to look for and was left out.")
        if clause and not asks(clause):
            self.note("A query needs at least one word that is wanted; this one only says what is not.")
        return clause

    def together(self, depth: int) -> Clause | None:
        """What stands up to the end, or up to the parenthesis that closes this one. OR joins the clauses at its sides."""
        groups: list[list[Clause]] = []
        joining = ""
        while self.at < len(self.tokens):
            if (token := self.tokens[self.at])["close"]:
                self.at += 1
                if self.too_deep:
                    self.too_deep -= 1
                elif depth:
                    return self.closed(groups, joining)
                else:
                    self.note("A closing parenthesis had no opening one and was left out.")
            elif (operator := _operator(token)) in ("OR", "AND"):
                self.at += 1
                if joining or not groups:
                    self.note(f"{joining or operator} stands between two words; where it did not, it was left out.")
                joining = operator
            elif clause := self.one(depth):
                if joining == "OR" and groups:
                    groups[-1].append(clause)
                else:
                    groups.append([clause])
                joining = ""
        if depth:
            self.note("A parenthesis was never closed; it was read up to the end.")
        return self.closed(groups, joining)

    def closed(self, groups: list[list[Clause]], joining: str) -> Clause | None:
        if joining and groups:
            self.note(f"{joining} stands between two words; where it did not, it was left out.")
        return both(clause for group in groups if (clause := self.alternatives(group)))

    def alternatives(self, clauses: list[Clause]) -> Clause | None:
        if len(clauses) > 1 and not all(map(asks, clauses)):
            self.note("Beside OR nothing can be left out: what was to be left out there was not read.")
            clauses = [clause for clause in clauses if asks(clause)]
        return either(clauses)

    def one(self, depth: int) -> Clause | None:
        """The next clause; None where the next tokens have none."""
        negated = False
        while self.at < len(self.tokens) and _operator(self.tokens[self.at]) == "NOT":
            self.at += 1
            negated = not negated
        if self.at == len(self.tokens) or self.tokens[self.at]["close"] or _operator(self.tokens[self.at]):
            self.note("NOT stands before a word; where it did not, it was left out.")
            return None
        token = self.tokens[self.at]
        self.at += 1
        if not (word := token["word"]):
            return self.unless(negated, self.whole(token, depth))
        signs = _SIGNS.match(word)
        assert signs  # noqa: S101  # it matches nothing at all, too
        negated ^= signs["signs"][:1] in ("-", "−")
        body = word[signs.end() :]
        if not body:
            if self.at < len(self.tokens) and self.tokens[self.at].start() == token.end():
                return self.unless(negated, self.one(depth))
            self.unused.append(word)
            return None
        if signs["exact"]:
            return self.unless(negated, self.counted(lambda: self.exact(body)))
        body = _without_lead(body)
        if field := _FIELD.fullmatch(body):
            return self.unless(negated, self.field(FIELD_NAMES[field["name"].lower()], field["value"], depth))
        if body.startswith(("http://", "https://")):
            return self.unless(negated, self.counted(lambda: self.address(body)))
        if other := _LIKE_A_FIELD.match(body):
            known = ", ".join(FIELD_NAMES)
            self.note(f"“{other['name'][:20]}:” is no field of a query and was read as a word. Fields: {known}.")
        return self.unless(negated, self.counted(lambda: self.term(body)))

    def unless(self, negated: bool, clause: Clause | None) -> Clause | None:
        if clause is None or not negated:
            return clause
        if isinstance(clause, Not) or asks(clause):
            return without(clause)
        self.note("What only leaves words out cannot be left out itself and was not read.")
        return None

    def counted(self, make: Callable[[], Clause | None]) -> Clause | None:
        """What `make` reads, unless the query has as many clauses as are read already."""
        if not self.left:
            self.note(f"Only the first {MOST_CLAUSES} words and phrases of the query were used.")
            self.at = len(self.tokens)
            return None
        clause = make()
        self.left -= clause is not None
        return clause

    def whole(self, token: re.Match[str], depth: int) -> Clause | None:
        """A token that is not a word: what is in parentheses, a phrase, an address."""
        if token["open"]:
            if depth < DEEPEST:
                return self.together(depth + 1)
            self.too_deep += 1
            self.note(f"Parentheses more than {DEEPEST} deep were left out.")
            return None
        if token["address"]:
            return self.counted(lambda: self.address(token["address"]))
        return self.counted(lambda: self.phrase(token))

    def address(self, text: str) -> Clause | None:
        address = text.rstrip(".,;:!?)…'’")
        if not _READABLE.search(address.partition("://")[2]):
            self.nothing(text)
            return None
        return Address(address)

    def phrase(self, token: re.Match[str]) -> Term | None:
        if not token["end"] and token["phrase"].strip():
            self.note("A quotation mark was never closed; the words after it were read as one phrase.")
        words = token["phrase"].split()
        if len(words) > LONGEST_PHRASE:
            self.note(f"Only the first {LONGEST_PHRASE} words of a phrase were used.")
        text = " ".join(words[:LONGEST_PHRASE])
        if not _READABLE.search(text):
            self.nothing(token[0])
            return None
        if token["between"] is None:
            return Phrase(text)
        distance = int(token["between"] or LONGEST_WITH_ONE_EDIT)
        if distance > MOST_BETWEEN:
            self.note(f"Words are near with at most {MOST_BETWEEN} others between them.")
        return Near(text, min(distance, MOST_BETWEEN))

    def exact(self, body: str) -> Term | None:
        text = _without_ends(body)
        if not _READABLE.search(text):
            self.nothing(body)
            return None
        return Exact(text)

    def term(self, body: str) -> Term | None:
        """A word, with what its end says of it. What cannot be is read as if the end were not there."""
        text = body
        while True:
            text = _without_tail(text)
            if ended := _PREFIX.fullmatch(text):
                text = _without_ends(ended[1])
                if _letters(text) >= FEWEST_LETTERS and "*" not in text:
                    return Prefix(text)
                if _READABLE.search(text):
                    self.note(
                        f"“*” stands behind the first {FEWEST_LETTERS} letters of a word or more; “{text[:40]}” was read as a word."
                    )
            elif ended := _FUZZY.fullmatch(text):
                text, edits = _without_ends(ended[1]), ended[2][:4]
                if _letters(text) >= FEWEST_LETTERS:
                    return self.fuzzy(text, edits)
                if _READABLE.search(text):
                    self.note(
                        f"“~” stands behind {FEWEST_LETTERS} letters or more; “{text[:40]}” was read as it is spelled."
                    )
            else:
                break
        text = _without_ends(text)
        if not _READABLE.search(text):
            self.nothing(body)
            return None
        if "*" in text:
            self.note(f"“*” can only end a word; in “{text[:40]}” it was passed over.")
        return Exact(text) if text in _OPERATORS else Word(text)

    def fuzzy(self, text: str, edits: str) -> Fuzzy:
        if not edits:
            return Fuzzy(text, 1 if _letters(text) <= LONGEST_WITH_ONE_EDIT else MOST_EDITS)
        if not 1 <= int(edits) <= MOST_EDITS:
            self.note(f"A word with “~” differs by one letter or by {MOST_EDITS}.")
        return Fuzzy(text, min(max(int(edits), 1), MOST_EDITS))

    def nothing(self, text: str) -> None:
        """Names a part that has nothing to look for."""
        self.unused.append(text.strip())

    def field(self, field: FieldSyntax, value: str, depth: int) -> Clause | None:
        """What a field asks for; its value may stand behind a space, in quotation marks or in parentheses."""
        if value:
            return self.counted(lambda: self.term_in(field, value))
        if self.at == len(self.tokens) or (token := self.tokens[self.at])["close"] or _operator(token):
            self.note(f"“{field.name}:” needs something behind it, as in {field.example}")
            return None
        self.at += 1
        if token["phrase"] is not None:
            return self.counted(lambda: self.phrase_in(field, token))
        if token["open"]:
            inner = self.whole(token, depth)
            return self.all_in(field, inner) if inner else None
        return self.counted(lambda: self.term_in(field, token[0]))

    def term_in(self, field: FieldSyntax, value: str) -> Clause | None:
        if field.reads != "terms":
            return self.known(field, value)
        exact = value.startswith("=")
        term = self.exact(value) if exact else self.term(_without_lead(value))
        return Title(term) if term else None

    def phrase_in(self, field: FieldSyntax, token: re.Match[str]) -> Clause | None:
        if field.reads != "terms":
            return self.known(field, token["phrase"])
        phrase = self.phrase(token)
        return Title(phrase) if phrase else None

    def all_in(self, field: FieldSyntax, clause: Clause) -> Clause | None:
        """Each word of a clause in parentheses, in the field that stands before them."""
        match clause:
            case All(clauses):
                return both(one for inner in clauses if (one := self.all_in(field, inner)))
            case Any(clauses):
                return self.alternatives([one for inner in clauses if (one := self.all_in(field, inner))])
            case Not(inner):
                one = self.all_in(field, inner)
                return self.unless(True, one)
            case Title() | Field() | Speaker() | Mentions() | Address():
                return clause
            case _ if field.reads == "terms":
                return Title(clause)
            case _:
                return self.known(field, clause.text)

    def known(self, field: FieldSyntax, value: str) -> Field | Speaker | Mentions | None:
        """A field whose value is looked up; None, with a notice, where it cannot be one."""
        value = _without_ends(" ".join(value.split()))
        if not _READABLE.search(value):
            self.nothing(f"{field.name}:{value}")
            return None
        match field.reads:
            case "language" if not _LANGUAGE.fullmatch(value := value.lower()):
                self.note(f"“lang:{value[:40]}” is no language; write a tag, as in lang:ar")
                return None
            case "kind" if (value := value.lower()) not in KINDS:
                self.note(f"“in:{value[:40]}” is no kind of text; write one of: {', '.join(KINDS)}.")
                return None
            case "date" | "days" if not _is_date(value):
                self.note(f"“{field.name}:{value[:40]}” is no date; write 2016-03-27, 2016-03 or 2016.")
                return None
            case "speaker":
                return Speaker(value)
            case "days":
                return Mentions(value)
        return Field(field.name, value)


def _operator(token: re.Match[str]) -> str:
    """OR, AND or NOT, if the token is one."""
    word = token["word"] or ""
    if word[:1] in ("-", "−", "="):
        return ""
    bare = _without_ends(word) if len(word) < 20 else ""
    return bare if bare in _OPERATORS else ""


def _is_date(value: str) -> bool:
    try:
        DateSpan.parse(value)
    except BadDate:
        return False
    return bool(_DAY.fullmatch(value))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_part(character: str) -> bool:
    """Whether it is a letter, a mark on one, or a figure: what a word may begin and end with."""
    return unicodedata.category(character)[0] in "LMN"


def _without_lead(text: str) -> str:
    return text[next((n for n, character in enumerate(text) if _is_part(character)), len(text)) :]


def _without_tail(text: str) -> str:
    """The text up to its last letter, figure, * or ~."""
    end = len(text)
    while end and not (_is_part(text[end - 1]) or text[end - 1] in "*~"):
        end -= 1
    return text[:end]


def _without_ends(text: str) -> str:
    text = _without_lead(text)
    end = len(text)
    while end and not _is_part(text[end - 1]):
        end -= 1
    return text[:end]
