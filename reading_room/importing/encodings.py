"""Which encoding a name stands for: those that texts are written in, and none of the other things that Python can undo."""

import codecs

_NAMES = """
    ascii big5 big5hkscs cp437 cp850 cp852 cp866 cp874 cp932 cp949 cp950 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256
    cp1257 cp1258 euc_jp euc_jis_2004 euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_kr iso8859-1 iso8859-2 iso8859-3
    iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15
    iso8859-16 johab koi8-r koi8-t koi8-u mac-cyrillic mac-roman ptcp154 shift_jis shift_jis_2004 tis-620 utf-8 utf-8-sig
    utf-16 utf-16-be utf-16-le utf-32 utf-32-be utf-32-le
"""
_OF_TEXTS = frozenset(_NAMES.split())
"""By Python's own names. Its others unpack archives, obey escapes or hide letters in ASCII (`zip`, `hex`, `utf-7`)."""


def encoding_named(name: str | None) -> str | None:
    """Python's name of the encoding, or None where the name stands for none."""
    try:
        found = codecs.lookup((name or "").strip()).name
    except (LookupError, ValueError):  # some names are no names, as those with a zero in them
        return None
    return found if found in _OF_TEXTS else None
