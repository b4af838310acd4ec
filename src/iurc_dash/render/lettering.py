"""How much room text takes, and where it breaks: estimates in the proportions of Source Sans."""

from __future__ import annotations

# Widths in em; everything else is close to the average of lower-case letters.
_NARROW = frozenset("iljtfrI.,:;'!|()[]- ")
_WIDE = frozenset("mwMWQ@%—")


def text_width(text: str, size: float = 13.5) -> float:
    """Estimated width of a line of text in pixels at a size in pixels; a little more rather than less."""
    em = sum(0.31 if c in _NARROW else 0.83 if c in _WIDE else 0.62 if c.isupper() else 0.51 for c in text)
    return em * size


def in_lines(text: str, width: float, size: float = 13.5, most: int = 2) -> tuple[str, ...]:
    """The text broken at spaces into at most `most` lines, about equally long where it does not fit in one.

    The last line takes what is left, however long: labels are shown in full.
    """
    if text_width(text, size) <= width or most < 2:
        return (text,)
    if most > 2:
        fewer = in_lines(text, width, size, most - 1)
        if max(text_width(line, size) for line in fewer) <= width:
            return fewer
    words = text.split(" ")
    best: tuple[str, ...] = (text,)
    best_width = text_width(text, size)
    for at in range(1, len(words)):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        lines = (head, *in_lines(tail, width, size, most - 1))
        widest = max(text_width(line, size) for line in lines)
        if widest < best_width:
            best, best_width = lines, widest
    return best


def shortened(text: str, length: int) -> str:
    """The text, cut at a word with an ellipsis when it is longer than `length` characters."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    at_word = head.rpartition(" ")[0]
    return (at_word if len(at_word) > length // 2 else head).rstrip(" ,;:–-") + "…"
