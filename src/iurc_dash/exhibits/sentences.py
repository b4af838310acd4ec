"""What sentences of findings share. The rules that they keep stand in docs/sentences.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from iurc_dash.language import _, format_names, format_number, format_share, ngettext
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.quantities import Count, Share
from iurc_dash.view import View
from iurc_dash.vocabulary import counted


def quote(name: str) -> str:
    """A name in quotation marks, so that it is seen where it begins and ends."""
    return _("“{name}”").format(name=name)


def join_names(names: Sequence[str], *, most: int = 3, in_quotes: bool = False) -> str:
    """Names joined as a sentence does, with 'and 4 more' where there are many.

    They stand in quotation marks where that is asked for, and where one of several has an 'and' or a comma of its own.
    """
    joint = format_names(("", "")).strip()
    is_unclear = len(names) > 1 and any(f" {joint} " in name or "," in name for name in names)
    shown = [quote(name) if in_quotes or is_unclear else name for name in names]
    if len(shown) <= most + 1:
        return format_names(shown)
    more = len(shown) - most
    rest = ngettext("{count} more", "{count} more", more).format(count=format_number(more))
    return format_names([*shown[:most], rest])


def count_in_words(count: Count) -> str:
    """What is counted, by kind: '12 pairings', '12 pairings and 4 activities'."""
    return format_names([counted("tables", table, len(keys)) for table, keys in count.rows.items()])


def part_of_whole(share: Share) -> str:
    """'34 of 75', with the share after it where it rests on enough: '34 of 75 (45%)'."""
    values = {"part": format_number(share.part.value), "whole": format_number(share.whole.value)}
    if may_be_told_as_share(share) and share.value is not None:
        return _("{part} of {whole} ({share})").format(**values, share=format_share(share.value))
    return _("{part} of {whole}").format(**values)


def say_by_phase(view: View, said: Iterable[tuple[str, str]]) -> str:
    """'Phase 1: 34 of 75; Phase 2: 30 of 65; Phase 3 so far: 6 of 6', from (phase key, words) pairs."""
    return "; ".join(
        (_("{phase} so far: {said}") if view.runs(phase) else _("{phase}: {said}")).format(
            phase=view.say("phases", phase), said=words
        )
        for phase, words in said
    )
