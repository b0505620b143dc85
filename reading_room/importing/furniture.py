"""What a line of a saved page is when it is not the article: buttons, counters, forms, captions, other stories.

The phrases are those of common page software in several languages, not of particular sites. They are compared without
digits, punctuation and case, so that `Comments (12)` and `*COMMENTS :` are one phrase.
"""

import re
from typing import Literal

Furniture = Literal["button", "pointer", "other stories", "comments", "comment form", "caption", "note"]
"""A pointer names one other story; `other stories`, `comments` and `comment form` head what is not the article."""

LONGEST = 300
"""Code points; what is longer is a text, whatever it says."""

_NOT_LETTERS = re.compile(r"[\W\d_]+")


def folded(text: str) -> str:
    """The words alone: small letters, without figures and punctuation."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(folded(phrase) for line in listed.splitlines() for phrase in line.split("|")) - {""}


_BUTTON_WORDS = _phrases("""
    facebook|twitter|google|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|tumblr|viber|vkontakte
    flipboard|email|mail|print|send|share|tweet|like|follow|save|copy|link|rss|menu|search|login|subscribe|pdf|plus
    pocket|digg|vote|votes|views|view|advertisement|advertising|ad|ads|sponsored|newsletter|home|top|close|loading
    listen|bookmark|вконтакте|одноклассники|телеграм|фейсбук|твиттер|поделиться|распечатать|печать|реклама
    подписаться|поиск|меню|главная|فيسبوك|تويتر|واتساب|تلغرام|تيليجرام|مشاركة|شارك|طباعة|إعلان|اعلان|اشترك|بحث
    الرئيسية|القائمة|چاپ|جستجو|partager|imprimer|publicité|accueil|rechercher|teilen|drucken|anzeige|werbung|suche
    compartir|imprimir|publicidad|inicio|buscar|paylaş|yazdır|reklam|condividi|stampa|pubblicità
""")
_SECTIONS = _phrases("""
    news|world|politics|business|economy|sport|weather|opinion|culture|arts|travel|tech|science|health|video
    tv|radio|local|international|middle|east|africa|asia|europe|americas|shop|lifestyle|live|more|about|contact|archive
    новости|политика|экономика|спорт|мир|культура|видео|أخبار|سياسة|اقتصاد|رياضة|ثقافة|فيديو|العالم|منوعات
    actualités|politique|économie|monde|nachrichten|politik|wirtschaft|kultur|noticias|política|economía|mundo
""")
_BUTTONS = _phrases("""
    skip to main content|skip to content|skip to navigation|jump to content|share this|share this article
    share this story|share this post|share on facebook|share on twitter|share on whatsapp|copy link|copy the link
    back to top|go to top|sign in|sign up|log in|log out|register|my account|news code|code|time|date|name|website
    e mail|your name|your email|url|article rating|rate this article|rating|average rating|print this article
    send to a friend|email this article|font size|text size|play video|watch live|live|cookie policy|privacy policy
    terms of use|terms and conditions|contact us|about us|all rights reserved|inline feedbacks|read later|min read
    minute read|minutes read|reading time|show more|load more|continue reading|scroll to continue
    story continues below|advertisement story continues below|text|версия для печати|отправить по почте
    все права защищены|поделиться в соцсетях|подпишитесь|обсудить|просмотров|اشترك الآن|جميع الحقوق محفوظة
    شارك على فيسبوك|شارك على تويتر|مشاركة على فيسبوك|شارك المقال|نسخ الرابط|حجم الخط|اشتراک گذاری|کد خبر
    تعداد بازدید|کپی لینک|s abonner|se connecter|tous droits réservés|alle rechte vorbehalten
    todos los derechos reservados|iniciar sesión|partager sur facebook|auf facebook teilen
""")
_OTHER_STORIES = _phrases("""
    popular posts|popular|most popular|most read|most viewed|most shared|trending|trending now|top stories|top news
    related|related articles|related posts|related stories|related news|related topics|related content|related links
    more news|you may also like|you might also like|you may like|recommended|recommended for you
    recommended articles|latest news|latest|latest posts|latest stories|latest articles|recent posts|editors picks
    editor s picks|read next|up next|next|next article|previous article|next post|previous post|more on this story
    more from this author|more stories|also read|read more|read also|see also|don t miss|from the web|around the web
    about the author|other news|headlines|tags|topics|самое читаемое|популярное|популярные новости|похожие новости
    другие новости|по теме|материалы по теме|читайте также|новости по теме|главные новости|последние новости
    лента новостей|смотрите также|ещё по теме|еще по теме|теги|الأكثر قراءة|الاكثر قراءة|الأكثر مشاهدة
    مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|اقرأ أيضاً|اقرا ايضا|المزيد|قد يعجبك أيضا|مقالات ذات صلة|آخر الأخبار
    الأخبار|أهم الأخبار|كلمات مفتاحية|الوسوم|مطالب مرتبط|پربازدیدترین|اخبار مرتبط|à lire aussi|lire aussi
    sur le même sujet|les plus lus|articles liés|en continu|meistgelesen|lesen sie auch|mehr zum thema|lo más leído
    te puede interesar|noticias relacionadas|lea también|ilgili haberler|çok okunanlar|leggi anche
    articoli correlati
""")
_COMMENTS = _phrases("""
    comments|comment|reader comments|readers comments|user comments|discussion|what do you think
    join the conversation|комментарии|комментариев|комментария|комментарий|التعليقات|تعليقات|تعليق|commentaires
    commentaire|kommentare|comentarios|نظرات|دیدگاه|yorumlar|commenti
""")
_COMMENT_FORM = _phrases("""
    your comment|leave a reply|leave a comment|leave comment|post a comment|post comment|add a comment|add comment
    reply|write a comment|submit comment|view all comments|see all comments|view comments|show comments|notify of
    cancel reply|your email address will not be published|you must be logged in to post a comment|log in to comment
    sign in to comment|be the first to comment|add your comment|comments are closed|required fields are marked
    your email address will not be published required fields are marked|leave a reply cancel reply
    оставить комментарий|ваш комментарий|добавить комментарий|написать комментарий|ответить|отправить комментарий
    اترك تعليقا|اترك تعليقاً|أضف تعليق|أضف تعليقا|اضف تعليق|أضف تعليقك|إضافة تعليق|رد|نظر شما|ارسال نظر
    laisser un commentaire|répondre|ajouter un commentaire|kommentar schreiben|antworten|kommentar hinterlassen
    deja un comentario|responder|yorum yap|yorum yaz|lascia un commento
""")

_PITCH = re.compile(
    r"(?:share (?:this|on|via)|follow (?:us|@)|subscribe (?:to|now)|sign up (?:for|to|now)|support us\b|donate\b"
    r"|click here|help us (?:grow|keep|continue)|(?:join|like|find|visit) us (?:on|at)|join our|get our"
    r"|download (?:our|the) app|you have (?:read )?\d+ |you['’]ve (?:read|reached) |we use cookies"
    r"|this (?:web)?site uses cookies|(?:please )?enable (?:javascript|cookies)|already a (?:member|subscriber)"
    r"|become a (?:member|patron|subscriber)|copyright|©|\(c\) \d{4}|подпис(?:ывайтесь|аться|ка) на|следите за"
    r"|читайте нас|تابعونا|تابعنا|اشترك في|suivez-nous|abonnez-vous|inscrivez-vous|folgen sie uns|abonnieren sie"
    r"|síguenos|suscríbete)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story|stories|news))?|more on this"
    r"|watch(?: also)?|tags?|keywords?|topics|filed under|categor(?:y|ies)|читайте также|по теме|смотрите также|теги"
    r"|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|شاهد أيضا|الوسوم|كلمات مفتاحية|(?:à )?lire aussi|lesen sie auch|lea también"
    r"|leggi anche)\s*[:：]",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?=.*\b(?:views?|opinions?|мнени\w+)\b)(?=.*(?:\bexpressed\b|\bредакци\w+)).*"
    r"(?:do(?:es)? not (?:necessarily )?(?:represent|reflect)|solely those of|may not (?:represent|reflect)|не совпада)"
    r"|.*(?:الآراء|المقالات).*لا (?:تعبر|تعكس)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\((?=[^()]*(?:[^\W\d_]\s?/\s?[^\W\d_]|photo|image|getty|courtesy|screenshot|screengrab|via |©|фото|صورة|crédit))"
    r"[^()]{3,90}\)$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|picture|image|photograph)s?(?: credit| by| courtesy)?|credits?|caption|фото|изображение"
    r"|صورة|الصورة|crédit(?: photo)?|foto|bild)\s*[:©]|an? (?:file|undated|handout|archive) (?:photo|picture|image)\b"
    r"|©\s*\w|صورة (?:أرشيفية|من الأرشيف)|архивное фото",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r"[^>»›«]{1,40}(?:\s[>»›]\s[^>»›«]{1,60})+$")
_AGO = re.compile(r"\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b", re.IGNORECASE)
_ENTRY = re.compile(r"(?:(?:19|20)\d\d|\d{1,2}:\d\d)\Z")
"""A year or a time alone: what stands over an entry of a chronology."""
_STAMP = re.compile(r"\W*\d{4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,2}\b.{0,25}$")


def furniture(text: str) -> Furniture | None:
    """What kind of furniture a line is by its own words, or None where it may be the article's."""
    if len(text) > LONGEST:
        return None
    words = folded(text)
    if not words:
        return None if _ENTRY.match(text) else "button"
    if words in _COMMENT_FORM:
        return "comment form"
    if words in _COMMENTS:
        return "comments"
    if words in _OTHER_STORIES:
        return "other stories"
    if _POINTER.match(text):
        return "pointer"
    if words in _BUTTONS or all(word in _BUTTON_WORDS for word in words.split()):
        return "button"
    if _NOTE.match(text):
        return "note"
    if _CREDIT.search(text) or _CAPTION.match(text):
        return "caption"
    if _BREADCRUMB.match(text) or (len(text) <= 160 and _PITCH.match(text)):
        return "button"
    return None


def is_menu(text: str) -> bool:
    """Whether a line is nothing but names of a site's sections: it may stand in a text, but it is no title."""
    return all(word in _SECTIONS or word in _BUTTON_WORDS for word in folded(text).split())


def is_stamp(text: str) -> bool:
    """Whether a line is no more than a date, as comments carry it; any calendar, or `3 hours ago`."""
    return len(text) <= 40 and bool(_STAMP.match(text) or _AGO.search(text))
