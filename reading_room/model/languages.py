"""What languages are called in English, by the tags that articles have (BCP 47)."""

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    "und": "language not known",
}  # fmt: skip
UNKNOWN = "und"


def primary(tag: str) -> str:
    """The language of a tag, without its country or script: `en` of `en-GB`."""
    return tag.split("-")[0].lower()


def language_name(tag: str) -> str:
    """The tag itself where the language has no name here."""
    return LANGUAGES.get(primary(tag), tag)
