"""Words that exhibits on pairings, places and goals share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from iurc_dash.dataset import Dataset
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.pairings import PairingRecord

SIDES = {"EU": N_("EU side"), "partner": N_("partner side")}
STATUSES = {"active": N_("running"), "completed": N_("completed"), "withdrawn": N_("withdrawn")}
BASES = {"stated": N_("stated by a source"), "inferred": N_("inferred from what was worked on")}
EXACTNESSES = {
    "city": N_("shown at the city itself"),
    "seat": N_("shown at its seat of government"),
    "centre": N_("shown at the middle of its area"),
    "none": N_("no position that makes sense on a map"),
}
STAKEHOLDERS = {
    "business": N_("business"),
    "government": N_("government"),
    "research": N_("research"),
    "civil society": N_("civil society"),
}
SUBJECTS = {
    "pairing": N_("pairing"),
    "activity": N_("activity"),
    "theme": N_("theme"),
    "edition": N_("edition"),
    "programme": N_("programme"),
}
GROUPS_OF_CITIES = {1: N_("city, partner not recorded"), 2: N_("pair of cities"), 3: N_("trio of cities")}
GROUPS_OF_REGIONS = {
    1: N_("region, partner not recorded"),
    2: N_("pair of regions"),
    3: N_("trio of regions"),
}
NOT_RECORDED = N_("not recorded")
# As many theme names as a line of a list has room for.
MOST_THEMES = 4


def recorded(text: str) -> str:
    """The text, or 'not recorded' where it is blank."""
    return text or _(NOT_RECORDED)


def in_words(words: dict[str, str], key: str) -> str:
    """What readers call a key; blank reads 'not recorded', a key without words is shown as it is."""
    return _(words.get(key, key)) if key else _(NOT_RECORDED)


def kind_of_pairing(record: PairingRecord) -> str:
    """'pair of cities', 'trio of regions', 'group of 4 cities'."""
    known = GROUPS_OF_REGIONS if record.kind == "region" else GROUPS_OF_CITIES
    size = len(record.members)
    if size in known:
        return _(known[size])
    group = _("group of {count} regions") if record.kind == "region" else _("group of {count} cities")
    return group.format(count=format_number(size))


def members_of_pairing(dataset: Dataset, record: PairingRecord) -> str:
    """'Bologna (Italy), Austin (United States)'."""
    names = dataset.names
    return ", ".join(
        _("{place} ({country})").format(
            place=names.places[place], country=names.countries[names.place_countries[place]]
        )
        for place in record.places
    )


def countries_of_pairing(dataset: Dataset, record: PairingRecord) -> str:
    """'Italy, United States': each country or territory once, in the order of the members."""
    names = dataset.names
    return ", ".join(dict.fromkeys(names.countries[names.place_countries[place]] for place in record.places))


def themes_of_pairing(dataset: Dataset, record: PairingRecord) -> str:
    """Names of its themes, or 'not recorded'."""
    return recorded("; ".join(dataset.names.themes[theme] for theme in record.themes))


def main_themes_of_pairing(dataset: Dataset, record: PairingRecord) -> str:
    """Names of its first four themes and how many more there are, or 'not recorded'."""
    names = [dataset.names.themes[theme] for theme in record.themes]
    if len(names) <= MOST_THEMES:
        return recorded("; ".join(names))
    more = len(names) - MOST_THEMES
    return ngettext("{themes}; and {count} more", "{themes}; and {count} more", more).format(
        themes="; ".join(names[:MOST_THEMES]), count=format_number(more)
    )


def count_of_pairings(count: int) -> str:
    """'1 pairing', '154 pairings'."""
    return ngettext("{count} pairing", "{count} pairings", count).format(count=format_number(count))


def count_of_activities(count: int) -> str:
    """'1 activity', '568 activities'."""
    return ngettext("{count} activity", "{count} activities", count).format(count=format_number(count))


def counted_names(counts: Iterable[tuple[str, int]]) -> str:
    """'Phase 1: 84, Phase 2: 68', for the words that stand in for a figure."""
    return ", ".join(f"{name}: {format_number(count)}" for name, count in counts)


def names_in_words(names: Sequence[str]) -> str:
    """Names joined as a sentence does; in quotation marks where one of several is itself such a list."""
    joint = format_names(("", "")).strip()
    if len(names) > 1 and any(f" {joint} " in name for name in names):
        return format_names(quoted(names))
    return format_names(list(names))


def quoted(names: Iterable[str]) -> list[str]:
    """Names in quotation marks, so that it is seen where each begins and ends."""
    return [_("“{name}”").format(name=name) for name in names]


def phase_within(name: str) -> str:
    """The name of a phase as it stands within a sentence: 'phase 1'."""
    return name[:1].lower() + name[1:]


def one_of(names: list[str], most: int = 3) -> str:
    """Names joined as a sentence does, with 'and 4 more' where there are many."""
    if len(names) <= most + 1:
        return format_names(names)
    more = len(names) - most
    return format_names(
        [*names[:most], ngettext("{count} more", "{count} more", more).format(count=format_number(more))]
    )


def cautions_for(records: Iterable[PairingRecord], dataset: Dataset, *keys: str) -> tuple[str, ...]:
    """The given cautions, and those that the pairings themselves call for."""
    records = list(records)
    wanted = dict.fromkeys(keys)
    countries = dataset.names.place_countries
    if any(record.phase_id == "3" for record in records):
        wanted["phase_running"] = None
    if any(countries[place] == "GB" and side == "EU" for record in records for place, side in record.members):
        wanted["united_kingdom"] = None
    return tuple(wanted)
