"""The phrases that page software in many languages prints around an article, sorted by what they head or do.

They are compared without digits, punctuation and case, so that `Comments (12)` and `*COMMENTS :` are one phrase.
"""

import re

_NOT_LETTERS = re.compile(r"[\W\d_]+")


def folded(text: str) -> str:
    """The words alone: small letters, without figures and punctuation."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(folded(phrase) for line in listed.splitlines() for phrase in line.split("|")) - {""}


BUTTON_WORDS = _phrases("""
    facebook|twitter|google|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|tumblr|viber|vkontakte
    flipboard|messenger|url|email|mail|print|send|share|tweet|like|follow|save|copy|link|rss|menu|search|login|subscribe|pdf|plus
    pocket|digg|vote|votes|views|view|shares|likes|reactions|advertisement|advertising|ad|ads|sponsored|newsletter|home|top|close|loading
    listen|bookmark|вконтакте|одноклассники|телеграм|фейсбук|твиттер|поделиться|распечатать|печать|реклама
    подписаться|поиск|меню|главная|فيسبوك|تويتر|واتساب|تلغرام|تيليجرام|مشاركة|شارك|طباعة|إعلان|اعلان|اشترك|بحث
    الرئيسية|القائمة|چاپ|جستجو|partager|imprimer|publicité|accueil|rechercher|teilen|drucken|anzeige|werbung|suche
    compartir|imprimir|publicidad|inicio|buscar|paylaş|yazdır|reklam|condividi|stampa|pubblicità
    إرسال|ارسال|微信|微博|分享|打印|登录|注册|首页|搜索|广告|merken|reddit|messenger|vk|ok|download|play|pause|mute
""")
SECTIONS = _phrases("""
    news|world|politics|business|economy|sport|weather|opinion|culture|arts|travel|tech|science|health|video
    tv|radio|local|international|middle|east|africa|asia|europe|americas|shop|lifestyle|live|more|about|contact|archive
    новости|политика|экономика|спорт|мир|культура|видео|أخبار|سياسة|اقتصاد|رياضة|ثقافة|فيديو|العالم|منوعات
    actualités|politique|économie|monde|nachrichten|politik|wirtschaft|kultur|noticias|política|economía|mundo
    经济|财经|体育|文化|新闻|国际|общество|происшествия|наука|society|education|environment|podcasts|photos|obituaries|puzzles
""")
BUTTONS = _phrases("""
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
    print this page|close window|close this window|report an error|report a problem with this page|is this page useful
    accept all cookies|accept cookies|reject cookies|manage cookies|cookie settings|set edition preference|more sharing
    share page|hide caption|forgot password|report abuse|report this comment|most recent|sort by|view results|submit vote
    分享到|扫一扫|直接前往内部导航|加入收藏|联系我们|关于我们|ajouter à vos favoris|réutiliser ce contenu|artikel drucken
    mentions légales|politique de confidentialité|gestion des cookies|envoyer par e mail|datenschutz|impressum|agb
    política de cookies|aviso legal|enviar por correo|aller au contenu principal|zum inhalt springen|reuse this content
    view photos|buy photo|buy this photo|photo gallery|view gallery|full screen|fullscreen|autoplay|skip ad|resize text
    hide thumbnails|enlarge|enlarge photo|enlarge image|view this image|print article|link copied|url is copied
    caption|hide captions|show caption|wait second to continue|ad feedback|video ad feedback|ampliar foto|agrandir|bild vergrößern
    vorige|nächste|zurück|précédent|suivant|anterior|siguiente|назад|далее|увеличить|السابق|التالي
    о редакции|контакты|реклама на сайте|из наших источников|سياسة الخصوصية|اتصل بنا|من نحن|版权所有
""")
OTHER_STORIES = _phrases("""
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
    more from news|more on this topic|more in this section|related coverage|in this series|story highlights|you may like
    part of complete coverage on|explore related content|most recent stories|more news from|latest from|more from|archives
    recent comments|blogroll|sponsored links|sponsored content|promoted stories|from our partners|archived in|filed under
    читать далее|читать ещё|читать еще|новости партнеров|новости партнёров|также по теме|свежие новости|лента|ещё
    المزيد من الأخبار|أخبار أخرى|مواد ذات صلة|الأخبار العاجلة|الكلمات المفتاحية|相关新闻|相关阅读|相关报道|热门新闻|推荐阅读
    延伸阅读|最新新闻|关键词|关键字|archivado en|más noticias|lo más visto|auch interessant|weitere artikel
    das könnte sie auch interessieren
    à ne pas manquer|à découvrir aussi|mots clés|etiquetas|temas relacionados|schlagworte|关键詞|関連記事|おすすめ記事|관련기사
    kapcsolódó írások|kapcsolódó cikkek|เรื่องที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง|související články|articole similare|citește și
    διαβάστε επίσης|σχετικά άρθρα|читайте також|povezani članci|pročitajte još|baca juga|berita terkait|tin liên quan
    leia também|notícias relacionadas|gerelateerde artikelen|läs också|læs også|les også|lue myös|קראו גם|यह भी पढ़ें
    meer nieuws|lees ook|czytaj także|zobacz także|popularne|виж още|вижте още
""")
COMMENTS = _phrases("""
    comments|comment|reader comments|readers comments|user comments|discussion|what do you think
    join the conversation|комментарии|комментариев|комментария|комментарий|التعليقات|تعليقات|تعليق|commentaires
    commentaire|kommentare|comentarios|نظرات|دیدگاه|yorumlar|commenti
    réactions|réaction|коментари|评论|网友评论|コメント|댓글|reacties|komentarze|kommentarer|responses|thoughts
""")
COMMENT_FORM = _phrases("""
    your comment|leave a reply|leave a comment|leave comment|post a comment|post comment|add a comment|add comment
    reply|write a comment|submit comment|view all comments|see all comments|view comments|show comments|notify of
    cancel reply|your email address will not be published|you must be logged in to post a comment|log in to comment
    sign in to comment|be the first to comment|add your comment|comments are closed|required fields are marked
    your email address will not be published required fields are marked|leave a reply cancel reply
    оставить комментарий|ваш комментарий|добавить комментарий|написать комментарий|ответить|отправить комментарий
    اترك تعليقا|اترك تعليقاً|أضف تعليق|أضف تعليقا|اضف تعليق|أضف تعليقك|إضافة تعليق|رد|نظر شما|ارسال نظر
    laisser un commentaire|répondre|ajouter un commentaire|kommentar schreiben|antworten|kommentar hinterlassen
    deja un comentario|responder|yorum yap|yorum yaz|lascia un commento
    log in to leave a comment|sign in to reply|login to comment|read all comments|comment on this article|join the discussion
    voir tous les commentaires|réagir|commenter|kommentare lesen|kommentieren|comentar|publicar comentario|发表评论|我要评论
    коментирай|всички коментари|добавить ответ|обсудить на форуме|скрыть комментарии|اكتب تعليقك|شارك برأيك|ارسال پیام
    notify me of follow up comments by email|notify me of new posts by email|dodaj komentarz|reageer|댓글쓰기
""")
SUBSCRIBERS_ONLY = _phrases("""
    for subscribers only|only for subscribers|only available to subscribers|is available to subscribers|for paid subscribers
    article is for subscribers|reserved for subscribers|exclusive to subscribers|subscriber only content
    subscribe to continue|subscribe to keep reading|subscribe to read this|subscribe to read the
    subscribe to unlock|subscribe now to continue|subscribe now to read
    to continue reading subscribe|to continue reading this|to keep reading subscribe
    to read the full article|to read the full story|to read the rest|you have reached your limit of free articles
    réservé aux abonnés|réservée aux abonnés|réservé à nos abonnés|réservée à nos abonnés|abonnez vous pour lire
    abonnez vous pour continuer|pour lire la suite abonnez vous|de cet article à lire
    nur für abonnenten|nur für abonnenten zugänglich|abonnenten vorbehalten|exklusiv für abonnenten|weiterlesen mit
    jetzt weiterlesen|abonnieren und weiterlesen|abonnieren sie um weiterzulesen|um weiterzulesen
    solo para suscriptores|exclusivo para suscriptores|suscríbete para seguir leyendo|suscríbete para continuar
    suscríbete para leer|para seguir leyendo
    riservato agli abbonati|solo per gli abbonati|abbonati per continuare|abbonati per leggere|per continuare a leggere
    exclusivo para assinantes|só para assinantes|apenas para assinantes|assine para continuar|assine para ler
    para continuar lendo|para continuar a ler
    только для подписчиков|только подписчикам|только по подписке|доступно по подписке|доступен по подписке
    подпишитесь чтобы читать|подпишитесь чтобы продолжить|оформите подписку чтобы|чтобы читать дальше
    чтобы продолжить чтение
    للمشتركين فقط|مخصص للمشتركين|اشترك لمتابعة القراءة|اشترك لمواصلة القراءة|اشترك لإكمال القراءة
    اشترك لقراءة|لمتابعة القراءة|لقراءة المقال كاملا
    tylko dla prenumeratorów|tylko dla subskrybentów|aby czytać dalej|żeby czytać dalej
    abonelere özeldir|abonelere özel|sadece aboneler için|yalnızca aboneler için|okumaya devam etmek için abone
    devamını okumak için abone
""")
"""With one of these a line begins or ends that says of an article that the rest is for those who pay."""
