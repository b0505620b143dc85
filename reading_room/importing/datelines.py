"""The agency that a text says it comes from: `BEIRUT (Reuters) - …`."""

import re

AGENCIES = {
    "AAP": "AAP", "AFP": "AFP", "ANSA": "ANSA", "AP": "AP", "APA": "APA", "DPA": "dpa", "EFE": "EFE", "IANS": "IANS",
    "PA": "PA", "PTI": "PTI", "REUTERS": "Reuters", "SANA": "SANA", "TASS": "TASS", "UPI": "UPI", "XINHUA": "Xinhua",
    "ANADOLU": "Anadolu", "ТАСС": "TASS", "РИА НОВОСТИ": "RIA Novosti", "ИНТЕРФАКС": "Interfax",
    "رويترز": "Reuters", "أ ف ب": "AFP", "ا ف ب": "AFP", "سانا": "SANA",
}  # fmt: skip
"""As datelines print them, in capitals, and as they are called in English."""

_DATELINE = re.compile(r"[^()]{0,70}\((?P<agency>[^()]{2,14})\)\s*[-–—:]")


def agency_of(first_paragraph: str) -> str | None:
    """The agency in the brackets of a dateline, if it is one that is known; brackets elsewhere name other things."""
    match = _DATELINE.match(first_paragraph)
    return AGENCIES.get(match["agency"].upper()) if match else None
