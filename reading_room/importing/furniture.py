"""What a line of a saved page is when it is not the article: buttons, counters, forms, captions, other stories.

The phrases are those of common page software in several languages, not of particular sites.
"""

import re
from functools import lru_cache
from typing import Literal

from reading_room.importing.phrases import (
    BUTTON_WORDS,
    BUTTONS,
    COMMENT_FORM,
    COMMENTS,
    OTHER_STORIES,
    SECTIONS,
    SUBSCRIBERS_ONLY,
    folded,
)
from reading_room.importing.shapes import counts_pictures

Furniture = Literal["button", "pointer", "other stories", "comments", "comment form", "caption", "note", "paywall"]
"""A pointer names one other story; `other stories`, `comments` and `comment form` head what is not the article."""

REASONS: dict[Furniture, str] = {
    "button": "a button, a counter or an appeal of the page",
    "pointer": "a pointer to another story",
    "other stories": "the head of a list of other stories",
    "comments": "the head of the comments",
    "comment form": "the form for comments",
    "caption": "a caption or picture credit",
    "note": "a standing note of the publisher",
    "paywall": "says that the rest is for subscribers",
}
"""Why a line of each kind is left out, in the same words whatever the format."""
PARTICULARS = "a date, an author or an address: see the front matter"
"""Why a line is left out that says when, by whom or where it was published."""

LONGEST = 300
"""Code points; what is longer is a text, whatever it says."""
LONGEST_PITCH = 200
LONGEST_PAYWALL = 120
FEWEST_IN_ROW = 6

_PITCH = re.compile(
    r"(?:share (?:this|on|via)|(?:click to )?(?:share|follow|post) .{0,40}\bon (?:twitter|facebook|instagram|telegram|x)\b"
    r"|follow (?:us|@)|subscribe (?:to|now)|sign up (?:for|to|now)|support us\b|donate\b"
    r"|click here|help us (?:grow|keep|continue)|(?:join|like|find|visit) us (?:on|at)|join our|get our"
    r"|download (?:our|the) app|you have (?:read )?\d+ |you['’]ve (?:read|reached) "
    r"|this (?:web)?site uses cookies|(?:please )?enable (?:javascript|cookies)|already a (?:member|subscriber)"
    r"|you are receiving this|to unsubscribe|we use (?:some )?(?:essential )?cookies|we and our partners|by submitting you agree"
    r"|(?:estimated )?(?:reading time|temps de lecture|lesezeit|tiempo de lectura|время чтения|وقت القراءة)\s*:"
    r"|become a (?:member|patron|subscriber|fan)\b|get (?:e-?mail )?alerts|[\"“]?questions\? comments\?"
    r"|copyright|©|\(c\) \d{4}|подпис(?:ывайтесь|аться|ка) на|следите за"
    r"|читайте нас|تابعونا|تابعنا|اشترك في|suivez-nous|abonnez-vous|inscrivez-vous|folgen sie uns|abonnieren sie"
    r"|síguenos|suscríbete)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story|stories|news))?|more on this"
    r"|watch(?: also)?|tags?|keywords?|topics|filed under|categor(?:y|ies)|читайте также|по теме|смотрите также|теги"
    r"|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|شاهد أيضا|الوسوم|كلمات مفتاحية|(?:à )?lire aussi|lesen sie auch|lea también"
    r"|a lire aussi|leggi anche|leia também|lees ook|läs också|les også|læs også|lue myös|czytaj (?:także|też)|baca juga"
    r"|citește și|διαβάστε επίσης|читайте також)\s*[:：]"
    r"|\((?:read |see )?(?:more|photos|pictures|video|watch|related): [^()]{3,150}\)\Z",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?=.*\b(?:views?|opinions?|мнени\w+)\b)(?=.*(?:\bexpressed\b|\bредакци\w+)).*"
    r"(?:do(?:es)? not (?:necessarily )?(?:represent|reflect)|solely those of|may not (?:represent|reflect)|не совпада)"
    r"|.*(?:الآراء|المقالات).*لا (?:تعبر|تعكس)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены"
    r"|при использовании материалов|جميع الحقوق محفوظة|حقوق النشر محفوظة|تمامی حقوق این سایت|版权所有|無断転載|무단전재"
    r"|may not be (?:published|reproduced|republished)|ctrl\s?\+\s?enter",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\((?=[^()]*(?:[^\W\d_]\s?/\s?[^\W\d_]|photo|image|getty|courtesy|screenshot|screengrab|via |©|фото|صورة|crédit))"
    r"[^()]{3,90}\)$|\b(?:photo(?:graph)?s?|picture|image|фото|foto|photographie|صورة)\s?(?:by|credit)?\s?:\s[^.!?]{2,60}$"
    r"|.{20}\s?/\s?(?:a[fp]p?|ap photo|reuters|epa|efe|dpa|tass|тасс|sipa|alamy|shutterstock)$|\b(?:getty|istock) images$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|picture|image|photograph)s?(?: credit| by| courtesy)?|credits?|caption|фото|изображение"
    r"|صورة|الصورة|crédit(?: photo)?|foto|bild)\s*[:©]|an? (?:file|undated|handout|archive) (?:photo|picture|image)\b"
    r"|©\s*\w|.{0,150}\|\s(?:\w+\s)?photo\b|صورة (?:أرشيفية|من الأرشيف)|архивное фото",
    re.IGNORECASE,
)
_COMMENTS_ON = re.compile(r"(?:\d+|one|no) (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to)\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:https?://\S+\s+)?(?:page|seite|página|стр(?:\.|аница)?|صفحة)\s\d+(?:\s?(?:of|/|sur|von|de|из|من)\s?\d+)?\Z",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r"[^>»›«]{1,40}(?:\s[>»›]\s[^>»›«]{1,60})+$")
_SIGNED_OFF = re.compile(
    r"[(\[#*–—-]+\s?(?:ends?|fin|ende|30|完|끝)\s?[)\]#*–—-]+\Z|[(\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)\]]?\Z"
    r"|(?:follow|get|find|like|join)\b[^.!?]{1,60}\bon (?:twitter|facebook|instagram|telegram|youtube)\b",
    re.IGNORECASE,
)
_ON_COMMENTS = re.compile(
    r"(?![\"“„«])(?=.*(?:\bcomment|\bcoment[aá]ri|\bkomm?ent|коммента|комента|التعليقات|تعليقات|hozzászólás))"
    r"(?=.*(?:\b(?:please|we|our|bitte|wir|redaktion|merci|nous|vous|por favor|nos reservamos|kérjük|szerkesztőség|prosimy"
    r"|redakcja|просим|редакци\w*|мы)\b|ننصح|ترحب|نرحب|يرجى))"
    r"(?=.*(?:\bmod[eé]r|guidelines|\brules\b|terms of|responsib|regeln|netiquette|verantwort|charte|règles|normas"
    r"|tükröz|tiszteletben|regulamin|odpowiedzialn|модерац|правил|ответственност|إرشادات|قبل نشر))",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_RULES = 1_000
_ENTRY = re.compile(r"(?:(?:19|20)\d\d|\d{1,2}:\d\d)\Z")
"""A year or a time alone: what stands over an entry of a chronology."""


_FIRST_WORDS = tuple(f"{phrase} " for phrase in sorted(SUBSCRIBERS_ONLY))
_LAST_WORDS = tuple(f" {phrase}" for phrase in sorted(SUBSCRIBERS_ONLY))


def is_paywall(text: str) -> bool:
    """Whether a line says that the rest of the article is for those who pay: what stands above it is an excerpt."""
    words = folded(text) if len(text) <= LONGEST_PAYWALL else ""
    return f"{words} ".startswith(_FIRST_WORDS) or f" {words}".endswith(_LAST_WORDS)


@lru_cache(1024)
def furniture(text: str) -> Furniture | None:
    """What kind of furniture a line is by its own words, or None where it may be the article's."""
    if len(text) > LONGEST:
        return None
    words = folded(text)
    if not words:
        return None if _ENTRY.match(text) else "button"
    if words in COMMENT_FORM:
        return "comment form"
    if words in COMMENTS or (len(text) <= 160 and _COMMENTS_ON.match(text)):
        return "comments"
    if words in OTHER_STORIES:
        return "other stories"
    if is_paywall(text):
        return "paywall"
    if _POINTER.match(text):
        return "pointer"
    if words in BUTTONS or _are_buttons(words.split()):
        return "button"
    if _PAGE_NUMBER.match(text) or counts_pictures(text):
        return "button"
    if "|" in text and all(folded(part) in BUTTONS or folded(part) in BUTTON_WORDS for part in text.split("|")):
        return "button"
    if _NOTE.match(text) or _RIGHTS.search(text):
        return "note"
    if _CREDIT.search(text) or _CAPTION.match(text):
        return "caption"
    if _BREADCRUMB.match(text) or (len(text) <= LONGEST_PITCH and _PITCH.match(text)):
        return "button"
    return None


def why_below(text: str) -> str | None:
    """Why a last line is none of the article's, though it might be one in the middle of it: a sign that it has ended, an
    address to write to, the rules for comments."""
    if len(text) <= LONGEST_PITCH and _SIGNED_OFF.match(text):
        return "below the article: a sign of its end, an address or an appeal"
    if len(text) <= _LONGEST_RULES and _ON_COMMENTS.match(text):
        return "below the article: the rules for comments"
    return None


def _are_buttons(words: list[str]) -> bool:
    """Each of a few words, or two in three of a row, among which networks stand that nobody has listed."""
    buttons = sum(word in BUTTON_WORDS for word in words)
    return buttons == len(words) or (len(words) >= FEWEST_IN_ROW and 3 * buttons >= 2 * len(words))


def is_menu(text: str) -> bool:
    """Whether a line is nothing but names of a site's sections: it may stand in a text, but it is no title."""
    return all(word in SECTIONS or word in BUTTON_WORDS for word in folded(text).split())
