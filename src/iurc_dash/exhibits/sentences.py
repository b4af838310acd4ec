"""What sentences of findings share. The rules that they keep stand in docs/sentences.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from iurc_dash.language import _, format_entries, format_names, format_number, format_share, ngettext
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.metrics.phase_shares import moves_between_phases, share_in_phase
from iurc_dash.metrics.tally import Tally
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
    return format_entries(
        (_("{phase} so far: {said}") if view.runs(phase) else _("{phase}: {said}")).format(
            phase=view.say("phases", phase), said=words
        )
        for phase, words in said
    )


def say_shares_by_phase(view: View, shares: Iterable[tuple[str, Share]], of_what: str) -> str:
    """'Phase 1: 34 of 75 (45%) pairings; Phase 2: 30 of 65 (46%)', from (phase key, share) pairs.

    `of_what` is a message with a {share}, such as '{share} pairings', and is said of the first phase.
    """
    said = [(phase, part_of_whole(share)) for phase, share in shares if share.whole]
    named = [(phase, of_what.format(share=words)) for phase, words in said[:1]]
    return say_by_phase(view, [*named, *said[1:]])


def say_first_in_regions(first: Sequence[str], names: str, wins: int, regions: int) -> str:
    """In how many regions those come first, alone or level with others, who do so in most of them."""
    total = format_number(regions)
    where = (
        _("{count} of {total} regions").format(count=format_number(wins), total=total)
        if wins < regions
        else _("both regions")
        if regions == 2
        else _("all {total} regions").format(total=total)
    )
    message = (
        _("{names} comes first, alone or level with others, in {where}.")
        if len(first) == 1
        else _("{names} each come first, alone or level with others, in {where}.")
    )
    return message.format(names=names, where=where)


def say_moves(view: View, tally: Tally, names: Mapping[str, str], of_what: str) -> str:
    """Whose share of a phase rose or fell, in a tally by (key, phase), with the shares of every phase.

    Nothing where no two phases can be compared. `names` are those of the keys, in order; `of_what` is as in
    `say_shares_by_phase`.
    """
    moves = moves_between_phases(view, tally)
    if moves is None:
        return ""
    if not moves.risen and not moves.fallen:
        return _("Between {first} and {last} the shares stayed about the same.").format(
            first=view.say("phases", moves.first), last=view.say("phases", moves.last)
        )
    said = []
    for key in names:
        if key in moves.risen or key in moves.fallen:
            shares = [(phase, share_in_phase(tally, key, phase)) for phase in view.phases]
            message = (
                _("The share of {name} rose. {counts}.")
                if key in moves.risen
                else _("The share of {name} fell. {counts}.")
            )
            said.append(message.format(name=names[key], counts=say_shares_by_phase(view, shares, of_what)))
    return " ".join(said)
