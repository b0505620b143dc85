"""Finds in a French, Russian or Arabic sentence who is given as saying what, by tables of verbs and of phrases."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reading_room.comparing.sentences.reporting.reports import Kind, Part, Report
from reading_room.comparing.sentences.reporting.tokens import Token, tokens
from reading_room.model.results import Span

LONGEST_SOURCE = 14
Order = Literal["around", "after"]


@dataclass(frozen=True, slots=True)
class Words:
    """How a language reports: `order` tells whether a subject stands around its verb or, as in Arabic, after it."""

    order: Order
    verbs: frozenset[str]
    that: frozenset[str]
    auxiliaries: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    """What stands before a source: “selon”, “по словам”, “نقلا عن”."""
    ends: frozenset[str]
    """Words at which the name of a source ends."""
    pronouns: Mapping[str, str]
    owners: Mapping[str, str]
    """Words for whose something is, by the pronoun that they stand for: “*её* словам”."""
    leads: frozenset[str]
    """What stands before a pronoun and is no part of it: “*позднее* он”."""
    roles: frozenset[str]
    """How words begin that a name may follow between commas: “le *préfet*, Jean Mars,”."""
    unattributed: re.Pattern[str]

    @property
    def opening(self) -> frozenset[str]:
        """Words with which a sentence may begin and that name nobody."""
        of_phrases = frozenset(word for phrase in self.phrases for word in phrase)
        return self.leads | of_phrases | self.that | self.ends | frozenset((*self.pronouns, *self.owners))


def _set(written: str) -> frozenset[str]:
    return frozenset(written.split())


def _phrases(written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in written.split("|"))


FRENCH = Words(
    "around",
    _set("""
        dit disent déclare déclarent déclaré affirme affirment affirmé annonce annoncent annoncé ajoute ajoutent
        ajouté indique indiquent indiqué précise précisent précisé explique expliquent expliqué rapporte rapportent
        rapporté assure assurent assuré souligne souligné raconte racontent raconté écrit écrivent confirme
        confirment confirmé prévient reconnaît reconnu répond répondu estime estiment estimé juge jugé poursuit
        martèle rappelle rappelé soutient accuse prétend relève signale signalé
    """),
    _set("que qu"),
    _set("a ont avait avaient aussi également encore par ailleurs"),
    _phrases("selon|d'après|de l'avis de|aux dires de|citant|dixit|de source"),
    _set("""
        qui que dans lors à en sur au pendant après avant mardi mercredi jeudi vendredi samedi dimanche lundi
    """),
    {"il": "he", "elle": "she", "ils": "they", "elles": "they", "on": ""},
    {},
    _set("puis ensuite plus tard ainsi et mais enfin alors hier lundi mardi mercredi jeudi vendredi samedi dimanche"),
    _set("le la son sa leur"),
    re.compile(
        r"\b(?:[Oo]n (?:dit|raconte|croit) qu|il paraît qu|selon (?:des|certaines) (?:informations|rumeurs)|prétendument)",
        re.IGNORECASE,
    ),
)
RUSSIAN = Words(
    "around",
    _set("""
        сообщил сообщила сообщили сообщило сообщает сообщают заявил заявила заявили заявило заявляет заявляют
        отметил отметила отметили отмечает отмечают сказал сказала сказали говорит говорят добавил добавила добавили
        подчеркнул подчеркнула рассказал рассказала рассказали пишет пишут написал написала указал указала указали
        уточнил уточнила уточнили утверждает утверждают объявил объявила объявили считает считают полагает полагают
        пояснил пояснила подтвердил подтвердила подтвердили передает передаёт передают признал признала признали
        напомнил объяснил объяснила цитирует
    """),
    _set("что"),
    _set("также ранее позже уже ещё еще"),
    _phrases(
        "по словам|по данным|по сведениям|по мнению|по информации|согласно|со ссылкой на|как сообщает|как сообщил|как сообщила"
        "|как сообщили|как сообщают|как заявил|как заявили|как пишет|как отметил|как передает|как передаёт|как утверждает"
    ),
    _set("который которая которые в на во после перед для о об что"),
    {"он": "he", "она": "she", "они": "they", "оно": "it"},
    {"его": "he", "её": "she", "ее": "she", "их": "they"},
    _set("позднее позже ранее затем потом также и но а при этом вчера сегодня тогда кроме того"),
    frozenset(),
    re.compile(
        r"\b(?:якобы|сообщается|утверждается|как считается|по некоторым данным|по сообщениям|по слухам)\b",
        re.IGNORECASE,
    ),
)
ARABIC = Words(
    "after",
    _set("""
        قال قالت قالوا يقول تقول يقولون أعلن أعلنت اعلن اعلنت ذكر ذكرت أكد أكدت اكد اكدت يؤكد تؤكد أضاف أضافت اضاف
        اضافت أفاد أفادت افاد افادت صرح صرحت أوضح أوضحت اوضح اوضحت أشار أشارت اشار اشارت كشف كشفت زعم زعمت اعتبر
        اعتبرت رأى رأت شدد شددت لفت كتب كتبت نقل نقلت اتهم اتهمت بين بينت تابع تابعت
    """),
    _set("أن ان إن بأن بان أنه انه إنه أنها انها إنها بأنه بأنها أنهم إنهم"),
    frozenset(),
    _phrases("وفقا|وفقاً|وفق|بحسب|حسب|نقلا عن|نقلاً عن|على حد قول|على لسان|حسبما أفاد|بحسب ما أفاد|بحسب ما ذكر"),
    _set("""
        في من على عن خلال إلى الى اليوم أمس بعد قبل الذي التي إن أن ان مساء صباح الأحد الاثنين الثلاثاء الأربعاء
        الخميس الجمعة السبت
    """),
    {},
    {},
    frozenset(),
    frozenset(),
    re.compile(r"(?:يقال|يُقال|يعتقد أن|يُعتقد|تردد أن|أنباء عن|تردّدت أنباء|مزاعم)"),
)
_CONJOINED = re.compile(r"\A[وف](?=\w{3})")
_VOWELS = re.compile("[\u064b-\u0652\u0670ـ]")


class PlainSentence:
    """A sentence of a passage in one of these languages."""

    def __init__(
        self, words: Words, text: str, within: Span, quotes: Sequence[Span], is_writer: Callable[[str], bool]
    ) -> None:
        self.words = words
        self.text = text
        self.tokens = tokens(text, within, quotes)
        self.forms = [self._form(token) for token in self.tokens]
        self.within = within
        self.is_writer = is_writer

    def parts(self) -> list[Part]:
        """The sentence as one part, with what is reported in it."""
        found = next(self._by_verbs(), None) or next(self._by_phrases(), None)
        if found is None and self.words.unattributed.search(self.text, self.within.start, self.within.end):
            found = Report("unattributed", 2, self._span(0, len(self.tokens)))
        return [Part(self.within, (found,) if found and found.content.start < found.content.end else ())]

    def _form(self, token: Token) -> str:
        form = token.lower
        if self.words.order == "after" and token.kind == "word":
            form = _VOWELS.sub("", form)
            bare = _CONJOINED.sub("", form)
            return bare if bare in self.words.verbs or bare in self.words.that else form
        return form

    def _by_verbs(self) -> Iterator[Report]:
        for at, form in enumerate(self.forms):
            verb = re.split(r"-t-|-", form)[0] if self.words.order == "around" else form
            if verb in self.words.verbs and self.tokens[at].kind == "word":
                made = self._after_verb(at) if self.words.order == "after" else self._around_verb(at)
                if made is not None:
                    yield made

    def _after_verb(self, at: int) -> Report | None:
        """“V S that C”, “S V that C”, and “V that C”, which goes on with who spoke before."""
        begin = self._that(at + 1)
        if begin is None:
            return None
        opens = begin - 1 if self.forms[begin - 1] in self.words.that or self.tokens[begin - 1].text == ":" else begin
        close = self._name_end(at + 1, opens)
        content = self._span(begin, len(self.tokens))
        if close > at + 1:
            return self._made(at + 1, close, content)
        first = next((k + 1 for k in range(at - 1, -1, -1) if self.tokens[k].kind == "mark"), 0)
        if 0 < at - first <= LONGEST_SOURCE:
            return self._made(first, at, content)
        return Report("named", 0, content, None, "", "he", goes_on=True)

    def _around_verb(self, at: int) -> Report | None:
        """“S V that C”, “S V: “C””, ““C”, V S”."""
        first = at
        while first > 0 and (
            self.forms[first - 1] in self.words.auxiliaries or re.match(r"(?:a|ont)-t?-?\w+", self.forms[first - 1])
        ):
            first -= 1
        attached = next(
            (
                form.rsplit("-", 1)[1]
                for form in self.forms[first : at + 1]
                if re.search(r"-(?:t-)?(?:ils?|elles?)\Z", form)
            ),
            None,
        )
        begin = self._that(at + 1)
        before = first > 0 and (
            self.tokens[first - 1].kind == "quote" or self.tokens[first - 1].text in (",", "—", "–", "-")
        )
        if before or attached:
            content = self._span(0, first)
            if attached:
                return Report(
                    "named", 0, content, None, attached, self.words.pronouns.get(attached, "he"), goes_on=True
                )
            close = self._name_end(at + 1, len(self.tokens))
            if close > at + 1 and content.start < content.end:
                return self._made(at + 1, close, content)
        if begin is None:
            return None
        start = next((k + 1 for k in range(first - 1, -1, -1) if self.tokens[k].kind in ("mark", "quote")), 0)
        if not 0 < first - start <= LONGEST_SOURCE:
            return None
        return self._made(start, first, self._span(begin, len(self.tokens)))

    def _that(self, at: int) -> int | None:
        """Where what is said begins: after “that”, a colon, or at a quotation."""
        for k in range(at, min(len(self.tokens), at + LONGEST_SOURCE)):
            token = self.tokens[k]
            if token.kind == "quote":
                return k
            if token.text == ":" or self.forms[k] in self.words.that:
                return k + 1 if k + 1 < len(self.tokens) else None
            if self.forms[k].startswith(("qu'",)) and "qu" in self.words.that:
                return k
        return None

    def _by_phrases(self) -> Iterator[Report]:
        for phrase in self.words.phrases:
            for at in range(len(self.forms) - len(phrase)):
                first = at + len(phrase)
                if owned := self._by_owner(at, phrase):
                    yield owned
                if tuple(self.forms[at:first]) != phrase and not (
                    len(phrase) == 1 and self.forms[at].startswith(f"{phrase[0]}'")
                ):
                    continue
                close = first
                while close < len(self.tokens) and self.tokens[close].kind != "mark" and close - first < LONGEST_SOURCE:
                    close += 1
                close = self._over_name(first, close)
                rest = self._span(close, len(self.tokens))
                content = rest if at <= 1 else self._span(0, at)
                if close > first and content.start < content.end:
                    yield replace(self._made(first, close, content), rank=1)

    def _by_owner(self, at: int, phrase: tuple[str, ...]) -> Report | None:
        """“По её словам, C”, which goes on with who spoke before."""
        first, *rest = phrase
        end = at + 1 + len(phrase)
        if not rest or self.forms[at] != first or self.forms[at + 2 : end] != rest:
            return None
        owner = self.tokens[at + 1]
        pronoun = self.words.owners.get(self.forms[at + 1], "")
        content = self._span(end, len(self.tokens)) if at <= 1 else self._span(0, at)
        if not pronoun or content.start >= content.end:
            return None
        speaker = next(name for name, meant in self.words.pronouns.items() if meant == pronoun)
        return Report("named", 1, content, Span(owner.start, owner.end), speaker, pronoun, goes_on=True)

    def _over_name(self, first: int, close: int) -> int:
        """Past the name in “le préfet, *Jean Mars*,”; `close` is the comma, and the answer where no name stands there."""
        beyond = close + 1
        while beyond < len(self.tokens) and self.tokens[beyond].is_capital:
            beyond += 1
        role = first < close and self.forms[first] in self.words.roles and self.tokens[close - 1].text.islower()
        closed = beyond < len(self.tokens) and self.tokens[beyond].text == ","
        return beyond if role and closed and beyond > close + 1 and self.tokens[close].text == "," else close

    def _name_end(self, first: int, end: int) -> int:
        close = first
        while close < end and self.tokens[close].kind in ("word", "aside") and close - first < LONGEST_SOURCE:
            if close > first and self.forms[close] in self.words.ends:
                break
            close += 1
        return close if close == first or self.forms[first] not in self.words.ends else first

    def _span(self, start: int, end: int) -> Span:
        while start < end and self.tokens[start].kind == "mark":
            start += 1
        while end > start and self.tokens[end - 1].kind == "mark":
            end -= 1
        if start >= end:
            return Span(self.within.start, self.within.start)
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def _made(self, first: int, end: int, content: Span) -> Report:
        if self.forms[end - 1] in self.words.pronouns and all(
            k in self.words.leads for k in self.forms[first : end - 1]
        ):
            first = end - 1
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        name = self.text[span.start : span.end]
        pronoun = self.words.pronouns.get(name.lower(), "")
        kind: Kind = "writer" if not pronoun and self.is_writer(name) else "named"
        return Report(kind, 0 if kind == "named" else 3, content, span, name, pronoun, goes_on=bool(pronoun))


ELSEWHERE: Mapping[str, Words] = {"fr": FRENCH, "ru": RUSSIAN, "ar": ARABIC}
