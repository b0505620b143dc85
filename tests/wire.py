"""Texts of a made-up agency, as several papers print them: for tests of what counts as the same text."""

FERRY = (
    "The ferry Marigold ran aground on a sandbank outside the harbour of Port Samson early on Friday with 214 people on board.",
    "Nobody was hurt, and all passengers were taken off in lifeboats before noon, the office of the harbour master said in a note.",
    "“We felt a long shudder, and then the lights went out on the lower deck,” said a woman on her way to see her sister.",
    "The captain told the coastguard that a buoy which marks the channel had drifted during the storm of the night before.",
    "Two tugs were to pull the ferry free at high water; until then a smaller boat leaves the fish market every two hours.",
)
LEAD = "Relatives stood on the quay of Port Samson all morning, within sight of a ship that could neither come nor go."

ARABIC = (
    "رست العبّارة على كثيب رملي قرب ميناء رأس الرمل فجر يوم الجمعة وعلى متنها ٢١٤ راكباً، بحسب ما أعلن خفر السواحل في المدينة.",
    "ولم يصب أحد بأذى، ونُقل جميع الركاب بقوارب النجاة قبل الظهر، وفق بيان أصدره مكتب مدير الميناء بعد وصول آخر راكب إلى الرصيف.",
    "وقال القبطان إنّ العوّامة التي تدلّ على الممر انجرفت في عاصفة الليلة السابقة، وقالت الشركة إنها فُحصت في آذار وكانت سليمة.",
)
RUSSIAN = (
    "Паром рано утром в пятницу сел на мель у входа в гавань, на борту находились 214 человек, сообщила береговая охрана города.",
    "Никто не пострадал, всех пассажиров ещё до полудня сняли с борта в шлюпки, говорится в заявлении начальника порта.",
    "По словам капитана, буй, обозначающий фарватер, снесло во время шторма, однако владелец буёв заявил, что цепь была цела.",
)


def article(title: str, *texts: str, **front: str) -> str:
    """An article file of The Morning Post, unless `front` says otherwise."""
    fields = {"outlet": "morning-post", "published": "2001-05-04", "language": "en", "text": "complete", **front}
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\n{lines}---\n" + "\n\n".join(texts) + "\n"


COPIES = {
    "articles/ferry.md": article("All safe on stranded ferry", *FERRY),
    "articles/lifeboats.md": article(
        "Lifeboats empty the Marigold", LEAD, *FERRY[1:4], outlet="evening-news", published="2001-05-05"
    ),
    "articles/sandbank.md": article(
        "The sandbank again", *FERRY[:4], "The Herald has asked for a beacon.", outlet="herald", published="2001-05-06"
    ),
    "articles/abbara.md": article("جنوح عبّارة", *ARABIC, language="ar", outlet="al-jisr"),
    "articles/abbara-two.md": article(
        "نجاة الركاب", *(text.replace("٢١٤", "214").replace("ُ", "") for text in ARABIC), language="ar", outlet="al-mina"
    ),
    "articles/parom.md": article("Паром на мели", *RUSSIAN, language="ru", outlet="vestnik"),
    "articles/parom-dva.md": article(
        "Все спасены", *(text.replace("ё", "е").upper() for text in RUSSIAN), language="ru", outlet="volna"
    ),
}
"""Three English copies, the second with a lead of its own and the third with another end, and two each in Arabic and Russian."""
