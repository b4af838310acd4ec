"""All pairings in one list, searched, narrowed to those of which something is not recorded, and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import part_of_whole, say_all
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.forms import Listing
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.fullness import pairings_lacking
from iurc_dash.metrics.pairings import PairingRecord, names_to_sort_by, pairing_records, size_of_pairing
from iurc_dash.metrics.search import found, pairing_texts
from iurc_dash.quantities import Count, Share
from iurc_dash.view import View

SHOWN = (
    "pairing",
    "countries",
    "edition",
    "themes",
    "start",
    "activities",
    "stated_goals",
    "inferred_goals",
)
# The column that shows what a list is in the order of, by that order.
COLUMNS = {"name": "pairing", "phase": "edition", "start": "start", "activities": "activities"}
# Orders in which the largest come first unless asked otherwise.
MOST_FIRST = ("activities",)
ASCENDING, DESCENDING = "ascending", "descending"
SIZES = ("pair", "trio", "group", "")
# What may be missing, as fields of metrics/fullness.py.
MISSING = ("activity", "theme", "start")


def _sorts(view: View) -> Mapping[str, str]:
    return {
        "name": _("Name"),
        "phase": _("Phase"),
        "start": _("Start"),
        "activities": _("Number of activities"),
    }


def _orders(view: View) -> Mapping[str, str]:
    return {ASCENDING: _("Ascending"), DESCENDING: _("Descending")}


def _missing(view: View) -> Mapping[str, str]:
    titles = (_("No activity recorded"), _("No theme recorded"), _("No start recorded"))
    return dict(zip(MISSING, titles, strict=True))


@exhibit(
    "pairings/list",
    N_("Which pairings are there?"),
    Parameter("search"),
    Parameter("missing", _missing),
    Parameter("sort", _sorts, default="name"),
    Parameter("order", _orders),
)
def pairing_list(
    view: View, *, search: str = "", missing: str = "", sort: str = "name", order: str = ""
) -> Answer:
    """The pairings in view in which every word of the search begins a word, one line each.

    `missing` leaves those of which that is not recorded. Without an order, numbers begin with the largest and all
    else with the first.
    """
    searched, shown = pairings_listed(view, search), pairings_listed(view, search, missing)
    if not shown:
        none = _say_none_missing(missing, searched) if searched else _say_none(search)
        return nothing_found(none, pairing_table(view, (), SHOWN).columns)
    records = [pairing_records(view)[key] for key in shown.in_rows_of("pairings")]
    descending = order == DESCENDING or (not order and sort in MOST_FIRST)
    keys = [record.pairing_id for record in _in_order(view, records, sort, descending=descending)]
    inferred = not view.selection.stated_only and any(record.inferred_goals for record in records)
    return listed(
        _say_missing(missing, Share(shown, searched), search)
        if missing
        else _say_found(view, records, search),
        pairing_table(view, keys, SHOWN),
        Count.in_table("pairings", keys),
        more=_say_ahead(records) if missing == "activity" else "",
        cautions=("recorded_only", *(("inferred_goals",) if inferred else ())),
        form=Listing(COLUMNS[sort], descending, _asks(sort, descending=descending)),
    )


def pairings_listed(view: View, search: str, missing: str = "") -> Count:
    """The pairings in view that have the words of a search, and of which something is not recorded where asked for."""
    keys: Collection[str] = pairing_records(view)
    if search.strip():
        texts = pairing_texts(view)
        keys = found(search, {key: texts[key] for key in keys})
    if missing:
        lacking = pairings_lacking(view, missing)
        keys = [key for key in keys if key in lacking]
    return Count.in_table("pairings", keys)


def _asks(sort: str, *, descending: bool) -> Mapping[str, Mapping[str, str]]:
    """What each heading asks for: its own order, or that turned round where the list is in it already."""

    def order(known: str) -> str:
        downwards = not descending if known == sort else known in MOST_FIRST
        return DESCENDING if downwards else ASCENDING

    return {column: {"sort": known, "order": order(known)} for known, column in COLUMNS.items()}


def _in_order(
    view: View, records: Sequence[PairingRecord], sort: str, *, descending: bool
) -> list[PairingRecord]:
    """By the chosen column, then by name; a start that is not recorded comes last either way."""
    names = names_to_sort_by(view)
    phases, regions = view.words.in_order("phases"), view.words.in_order("regions")
    sort_keys: dict[str, Callable[[PairingRecord], int | str | tuple[int, int]]] = {
        "name": lambda record: names[record.pairing_id],
        "phase": lambda record: (phases.index(record.phase_id), regions.index(record.region_id)),
        "start": lambda record: record.start_date,
        "activities": lambda record: len(record.activities),
    }
    by_name = sorted(records, key=lambda record: (names[record.pairing_id], record.pairing_id))
    ordered = sorted(by_name, key=sort_keys[sort], reverse=descending)
    return sorted(ordered, key=lambda record: not record.start_date) if sort == "start" else ordered


def _say_none(search: str) -> str:
    if search.strip():
        return _("No pairing matches “{search}”.").format(search=search.strip())
    return _("No pairing matches.")


def _say_none_missing(missing: str, searched: Count) -> str:
    """That all which were looked at have it."""
    message = {
        "activity": ngettext(
            "The one pairing that matches has an activity recorded.",
            "Each of the {count} pairings that match has an activity recorded.",
            searched.value,
        ),
        "theme": ngettext(
            "The one pairing that matches has a theme recorded.",
            "Each of the {count} pairings that match has a theme recorded.",
            searched.value,
        ),
        "start": ngettext(
            "The start of the one pairing that matches is recorded.",
            "The start of each of the {count} pairings that match is recorded.",
            searched.value,
        ),
    }[missing]
    return message.format(count=format_number(searched.value))


def _say_missing(missing: str, share: Share, search: str) -> str:
    """Of how many of those that were looked at it is not recorded."""
    count = share.part.value
    if not share.rest:
        messages = {
            "activity": (
                N_("The one pairing that matches has no activity recorded."),
                N_("Neither of the two pairings that match has an activity recorded."),
                N_("None of the {count} pairings that match has an activity recorded."),
            ),
            "theme": (
                N_("The one pairing that matches has no theme recorded."),
                N_("Neither of the two pairings that match has a theme recorded."),
                N_("None of the {count} pairings that match has a theme recorded."),
            ),
            "start": (
                N_("The one pairing that matches has no start recorded."),
                N_("Neither of the two pairings that match has a start recorded."),
                N_("None of the {count} pairings that match has a start recorded."),
            ),
        }
        return say_all(count, messages[missing])
    if search.strip():
        message = {
            "activity": ngettext(
                "Of {whole} pairings that match “{search}” one has no activity recorded.",
                "Of {whole} pairings that match “{search}” {part} have no activity recorded.",
                count,
            ),
            "theme": ngettext(
                "Of {whole} pairings that match “{search}” one has no theme recorded.",
                "Of {whole} pairings that match “{search}” {part} have no theme recorded.",
                count,
            ),
            "start": ngettext(
                "Of {whole} pairings that match “{search}” one has no start recorded.",
                "Of {whole} pairings that match “{search}” {part} have no start recorded.",
                count,
            ),
        }[missing]
        values = {"part": count, "whole": share.whole.value}
        return message.format(
            search=search.strip(), **{name: format_number(value) for name, value in values.items()}
        )
    message = {
        "activity": ngettext(
            "{share} pairings has no activity recorded.", "{share} pairings have no activity recorded.", count
        ),
        "theme": ngettext(
            "{share} pairings has no theme recorded.", "{share} pairings have no theme recorded.", count
        ),
        "start": ngettext(
            "{share} pairings has no start recorded.", "{share} pairings have no start recorded.", count
        ),
    }[missing]
    return message.format(share=part_of_whole(share))


def _say_ahead(records: Sequence[PairingRecord]) -> str:
    """Of how many without an activity one is at least planned or proposed; blank where of none."""
    ahead = sum(bool(record.ahead) for record in records)
    if not ahead:
        return ""
    return ngettext(
        "For {count} of them an activity is only planned or proposed.",
        "For {count} of them activities are only planned or proposed.",
        ahead,
    ).format(count=format_number(ahead))


def _say_found(view: View, records: Sequence[PairingRecord], search: str) -> str:
    """How many pairings were found; without a search also how many members they have."""
    count = len(records)
    if count == 1:
        message = (
            _("One pairing matches “{search}”: {name}.")
            if search.strip()
            else _("One pairing is recorded: {name}.")
        )
        return message.format(search=search.strip(), name=view.say("pairings", records[0].pairing_id))
    if search.strip():
        return _("{count} pairings match “{search}”.").format(
            count=format_number(count), search=search.strip()
        )
    sizes = Counter(map(size_of_pairing, records))
    if len(sizes) == 1:
        message = {
            "pair": _("{count} pairings are recorded, each of two members."),
            "trio": _("{count} pairings are recorded, each of three members."),
            "group": _("{count} pairings are recorded, each of four members or more."),
        }.get(next(iter(sizes)), _("{count} pairings are recorded, none with more than one member."))
        return message.format(count=format_number(count))
    said = format_names([_say_size(size, sizes[size]) for size in SIZES if sizes[size]])
    return _("{count} pairings are recorded: {sizes}.").format(count=format_number(count), sizes=said)


def _say_size(size: str, count: int) -> str:
    said = {
        "pair": ngettext("{count} pair", "{count} pairs", count),
        "trio": ngettext("{count} trio", "{count} trios", count),
        "group": ngettext("{count} group of four or more", "{count} groups of four or more", count),
    }.get(size, _("{count} with one member or none recorded"))
    return said.format(count=format_number(count))
