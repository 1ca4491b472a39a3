"""The encoding that the first bytes of a file show, where it is not UTF-8."""

from __future__ import annotations

import codecs

MOST_LOOKED_AT = 4096
"""The bytes from which the encoding is seen."""
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""The byte order marks, those of UTF-32 first: one of them begins with one of UTF-16."""
_ZEROS = {
    (False, True, True, True): "UTF-32",
    (True, True, True, False): "UTF-32",
    (False, True, False, True): "UTF-16",
    (True, False, True, False): "UTF-16",
}
"""The encoding by where, in groups of four bytes, most bytes are zero: Latin letters need no more bytes."""


def why_not_utf8(raw: bytes) -> tuple[int, str] | None:
    r"""The offset of the byte and the words, if the text is in UTF-16 or UTF-32; None if nothing shows that.

    Args:
        raw: the first bytes of a file, all of them if there are few.

    >>> why_not_utf8("case,n".encode("utf-16-le"))
    (1, 'is not UTF-8 text: byte 0x00; its first bytes look like UTF-16, so save it as UTF-8')
    >>> why_not_utf8(b"case,n")
    """
    raw = raw[:MOST_LOOKED_AT]
    marked = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), None)
    first, second, third, fourth = (raw[start::4].count(0) * 8 > len(raw) for start in range(4))
    encoding = marked or _ZEROS.get((first, second, third, fourth))
    if encoding is None:
        return None
    at = 0 if marked else raw.index(0)
    why = f"its first bytes look like {encoding}, so save it as UTF-8"
    return at, f"is not UTF-8 text: byte 0x{raw[at]:02x}; {why}"
