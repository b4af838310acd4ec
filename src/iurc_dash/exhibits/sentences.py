"""What sentences of findings share. The rules that they keep stand in docs/sentences.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from iurc_dash.language import N_, _, format_names, format_number, format_share, ngettext
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.metrics.phase_shares import Move, Shares
from iurc_dash.metrics.ranking import Standing, most_often_first
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Mark, Share
from iurc_dash.view import PROGRAMME_WIDE, View
from iurc_dash.vocabulary import counted

# More names than these are counted in a sentence.
MOST_NAMED = 3
# Several names in a title take no more letters than this.
LONGEST_NAMES = 70


def quote(name: str) -> str:
    """A name in quotation marks, so that it is seen where it begins and ends."""
    return _("“{name}”").format(name=name)


def join_names(names: Sequence[str], *, most: int = MOST_NAMED, in_quotes: bool = False) -> str:
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


def say_all(count: int, messages: tuple[str, str, str], /, **values: str) -> str:
    """The message for one, for two or for more of which all are alike, marked by N_; it may have a {count}."""
    one, both, more = messages
    message = {1: one, 2: both}.get(count, more)
    return _(message).format(**{"count": format_number(count)} | values)


def say_ahead(ahead: int) -> str:
    """A sentence on what was only planned or proposed, which is never counted; blank where nothing was."""
    if not ahead:
        return ""
    return ngettext(
        "{count} more is only planned or proposed, and not counted.",
        "{count} more are only planned or proposed, and not counted.",
        ahead,
    ).format(count=format_number(ahead))


def say_none_done(ahead: int) -> str:
    """The sentence where nothing is recorded as done, and something is only planned or proposed."""
    return ngettext(
        "No activity is recorded as done; one is only planned or proposed.",
        "No activity is recorded as done; {count} are only planned or proposed.",
        ahead,
    ).format(count=format_number(ahead))


def say_undated(undated: int) -> str:
    """A sentence on what has no date; blank where everything has one."""
    if not undated:
        return ""
    message = ngettext("{count} more has no date.", "{count} more have no date.", undated)
    return message.format(count=format_number(undated))


def say_places_matched(view: View) -> str:
    """Where countries are chosen: by what activities match them; else blank."""
    if not view.selection.countries:
        return ""
    return _("Activities match a country or territory by where they took place or who was paired.")


def with_marks(message: str, /, **values: str | Mark | Sequence[Mark]) -> tuple[str | Mark, ...]:
    """A message with its {values} put in, of which some are marks; several of one are joined as a sentence does."""
    parts: list[str | Mark] = []
    for words, name, _format, _conversion in Formatter().parse(message):
        if words:
            parts.append(words)
        if name is None:
            continue
        value = values[name]
        if isinstance(value, str | Mark):
            parts.append(value)
        else:
            joined = format_names([f"{{m{place}}}" for place in range(len(value))])
            parts += with_marks(joined, **{f"m{place}": mark for place, mark in enumerate(value)})
    return tuple(parts)


def join_sentences(*sentences: str) -> str:
    """Sentences one after the other, without those that are blank."""
    return " ".join(filter(None, sentences))


@dataclass(frozen=True)
class Wording:
    """What is said of who stands first among some things: whole sentences, as messages marked by N_.

    A message may have {names}, who is first; {share}, what each of them has of the whole; {count}, the same as a
    number; {whole}, the number of all; {next}, who comes next, with how many. `all` has a sentence for one, for two
    and for more things that all have the same; `once` is where everybody has one, `even` where all have as many.
    """

    all: tuple[str, str, str]
    once: str
    even: str
    lead: str
    most: str
    tie: str
    only: str = ""


def say_standing(
    found: Standing,
    wording: Wording,
    say_names: Callable[[Sequence[str]], str],
    say_next: Callable[[Sequence[str]], str] | None = None,
    **values: str,
) -> str:
    """The sentence on who stands first; further `values` may stand in for those that a message has."""
    values = {
        "names": say_names(found.first),
        "share": part_of_whole(Share(found.count, found.whole)),
        "count": format_number(found.count.value),
        "whole": format_number(found.whole.value),
        "next": _say_next(found, say_next or say_names),
        **values,
    }
    if found.kind == "all":
        return say_all(found.whole.value, wording.all, **values)
    is_once = found.kind == "even" and found.count.value == 1
    message: str = wording.once if is_once else getattr(wording, found.kind)
    return _(message).format(**values)


def _say_next(found: Standing, say_names: Callable[[Sequence[str]], str]) -> str:
    """Who comes next, with how many."""
    if not found.next:
        return ""
    number = format_number(found.next_count)
    if len(found.next) > 1:
        return _("{count} others ({number} each)").format(count=format_number(len(found.next)), number=number)
    return _("{name} ({number})").format(name=say_names(found.next), number=number)


def name_few(
    say: Callable[[str], str], table: str, *, in_quotes: bool = False
) -> Callable[[Sequence[str]], str]:
    """The function that names rows of a table, or says how many they are where a title has no place for them."""

    def names(keys: Sequence[str]) -> str:
        joined = join_names([say(key) for key in keys], in_quotes=in_quotes)
        is_short = len(keys) <= MOST_NAMED and len(joined) <= LONGEST_NAMES
        return joined if is_short or len(keys) == 1 else counted("tables", table, len(keys))

    return names


def say_by_phase(view: View, said: Iterable[tuple[str, str]]) -> str:
    """'34 of 75 in Phase 1, 30 of 65 in Phase 2 and 6 of 6 so far in Phase 3', from (phase key, words) pairs."""
    return format_names(
        [
            (_("{said} so far in {phase}") if view.runs(phase) else _("{said} in {phase}")).format(
                said=words, phase=view.say("phases", phase)
            )
            for phase, words in said
        ]
    )


def say_shares_by_phase(view: View, shares: Shares) -> str:
    """'34 of 75 (45%) in Phase 1 and 30 of 65 (46%) in Phase 2'."""
    return say_by_phase(view, [(phase, part_of_whole(share)) for phase, share in shares.items()])


def say_circular_economy(view: View, share: Share) -> str:
    """Of the pairings with a theme, which where theme groups are chosen are those of the groups, those on this one."""
    if not share.part:
        return _("No pairing that matches works on the circular economy.")
    if not share.rest:
        messages = (
            N_("The one pairing with a theme recorded works on the circular economy."),
            N_("Both pairings with a theme recorded work on the circular economy."),
            N_("All {count} pairings with a theme recorded work on the circular economy."),
        )
        return say_all(share.whole.value, messages)
    message = (
        ngettext(
            "{share} pairings that match works on the circular economy.",
            "{share} pairings that match work on the circular economy.",
            share.part.value,
        )
        if view.selection.clusters
        else ngettext(
            "{share} pairings with a theme recorded works on the circular economy.",
            "{share} pairings with a theme recorded work on the circular economy.",
            share.part.value,
        )
    )
    return message.format(share=part_of_whole(share))


def say_first_in_regions(
    tally: Tally, keys: Sequence[str], say: Callable[[Sequence[str]], str], *, nobody: str
) -> str:
    """Which keys come first in most regions, and in how many, from counts by (key, region).

    `say` names keys, `nobody` is said where none comes first in more than one of `{count}` regions. Blank where there
    are no two regions to compare.
    """
    regions = [region for region in tally.keys("region") if region != PROGRAMME_WIDE]
    if len(regions) < 2:
        return ""
    first, wins = most_often_first(
        {region: {key: tally.at(key, region).value for key in keys} for region in regions}
    )
    total = format_number(len(regions))
    if wins < 2:
        return nobody.format(count=total)
    where = (
        _("{count} of {total} regions").format(count=format_number(wins), total=total)
        if wins < len(regions)
        else _("both regions")
        if len(regions) == 2
        else _("all {total} regions").format(total=total)
    )
    message = (
        _("{names} comes first, alone or level with others, in {where}.")
        if len(first) == 1
        else _("{names} each come first, alone or level with others, in {where}.")
    )
    return message.format(names=say(first), where=where)


def say_moves(
    view: View, shares: Mapping[str, Shares], moves: Mapping[str, Move], names: Mapping[str, str]
) -> str:
    """Whose share differs between phases that may be compared, with its numbers in every phase.

    Nothing where no two phases can be compared. `names` are those of the keys, in order.
    """
    said = []
    for key in names:
        move = moves.get(key, Move("none"))
        message = {
            "higher": _("The share of {name} is higher in {last} than in {first}: {shares}."),
            "lower": _("The share of {name} is lower in {last} than in {first}: {shares}."),
            "mixed": _("The share of {name} went up and down: {shares}."),
        }.get(move.kind)
        if message:
            phases = {"first": view.say("phases", move.first), "last": view.say("phases", move.last)}
            said.append(
                message.format(name=names[key], shares=say_shares_by_phase(view, shares[key]), **phases)
            )
    kinds = {move.kind for move in moves.values()}
    if "same" in kinds:
        said.append(
            _("No other share differs by more than chance between phases that are over.")
            if said
            else _("No share differs by more than chance between phases that are over.")
        )
    elif "too few" in kinds and not said:
        said.append(_("In phases that may be compared there are too few to speak of a change."))
    return " ".join(said)
