"""All pairings in one list, searched and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.pairings import PairingRecord, names_to_sort_by, pairing_records, size_of_pairing
from iurc_dash.metrics.search import matches, pairing_texts
from iurc_dash.quantities import Count
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
# Orders in which the largest come first unless asked otherwise.
MOST_FIRST = ("members", "activities")
SIZES = ("pair", "trio", "group", "")


def _sorts(view: View) -> Mapping[str, str]:
    return {
        "name": _("Name"),
        "phase": _("Phase"),
        "region": _("Region"),
        "members": _("Number of members"),
        "activities": _("Number of activities"),
        "start": _("Start"),
    }


def _orders(view: View) -> Mapping[str, str]:
    return {"ascending": _("Ascending"), "descending": _("Descending")}


@exhibit(
    "pairings/list",
    N_("Which pairings are there?"),
    Parameter("search"),
    Parameter("sort", _sorts, default="name"),
    Parameter("order", _orders),
)
def pairing_list(view: View, *, search: str = "", sort: str = "name", order: str = "") -> Answer:
    """The pairings in view in which every word of the search begins a word, one line each.

    Without an order, numbers begin with the largest and all else with the first.
    """
    records = list(pairing_records(view).values())
    if search.strip():
        texts = pairing_texts(view)
        records = [record for record in records if matches(search, texts[record.pairing_id])]
    if not records:
        return nothing_found(_say_none(search), pairing_table(view, (), SHOWN).columns)
    descending = order == "descending" or (not order and sort in MOST_FIRST)
    keys = [record.pairing_id for record in _in_order(view, records, sort, descending=descending)]
    inferred = not view.selection.stated_only and any(record.inferred_goals for record in records)
    return listed(
        _say_found(view, records, search),
        pairing_table(view, keys, SHOWN),
        Count.in_table("pairings", keys),
        cautions=("recorded_only", *(("inferred_goals",) if inferred else ())),
    )


def _in_order(
    view: View, records: Sequence[PairingRecord], sort: str, *, descending: bool
) -> list[PairingRecord]:
    """By the chosen column, then by name; a start that is not recorded comes last either way."""
    names = names_to_sort_by(view)
    phases, regions = view.words.in_order("phases"), view.words.in_order("regions")
    sort_keys: dict[str, Callable[[PairingRecord], int | str]] = {
        "name": lambda record: names[record.pairing_id],
        "phase": lambda record: phases.index(record.phase_id),
        "region": lambda record: regions.index(record.region_id),
        "members": lambda record: len(record.members),
        "activities": lambda record: len(record.activities),
        "start": lambda record: record.start_date,
    }
    by_name = sorted(records, key=lambda record: (names[record.pairing_id], record.pairing_id))
    ordered = sorted(by_name, key=sort_keys[sort], reverse=descending)
    return sorted(ordered, key=lambda record: not record.start_date) if sort == "start" else ordered


def _say_none(search: str) -> str:
    if search.strip():
        return _("No pairing matches “{search}”.").format(search=search.strip())
    return _("No pairing matches.")


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
