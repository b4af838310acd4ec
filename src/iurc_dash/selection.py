"""What a reader has chosen to look at, by facet, and how an address says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.language import N_, _, format_names, format_parts, use_language
from iurc_dash.reading import rows_in
from iurc_dash.vocabulary import word
from iurc_dash.words import Words

# Codes of the facet `kinds`: who pairs, and how many. Each question narrows by itself.
WHO_PAIRS = {"cities": "city", "regions": "region"}
HOW_MANY = ("pair", "trio", "group")


@dataclass(frozen=True)
class Facet:
    """One thing that readers narrow by: its name in a Selection, its parameter in an address, its title.

    `choices` gives the keys that can be chosen and what readers call them, in order.
    """

    name: str
    parameter: str
    title: str
    choices: Callable[[Words], Mapping[str, str]]


@dataclass(frozen=True)
class Switch:
    """Something that is either chosen or not: its name in a Selection, parameter and value in an address, its title.

    `in_words` is how a selection tells of it.
    """

    name: str
    parameter: str
    value: str
    title: str
    in_words: str


@dataclass(frozen=True)
class Remark:
    """Something in the address that was not understood and was left out."""

    parameter: str
    value: str


@dataclass(frozen=True)
class Selection:
    """Chosen keys by facet; an empty facet means everything. Hashable, so it can key what is kept.

    Values of one facet widen each other, facets narrow each other. `stated_only` leaves out inferred
    contributions, `eu_today` what was on the EU side and is in no member state of today.
    """

    phases: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    stated_only: bool = False
    eu_today: bool = False

    @classmethod
    def parse(
        cls, parameters: Mapping[str, Sequence[str]], dataset: Dataset
    ) -> tuple[Selection, tuple[Remark, ...]]:
        """The selection that an address names, and what in it is not known.

        `parameters` maps a parameter to its values, as an address does; parameters that are not ours are
        ignored, values that the dataset does not know are left out with a Remark, never an error.
        """
        remarks: list[Remark] = []
        chosen: dict[str, Any] = {}
        known = choices(dataset)
        for facet in FACETS:
            values = list(dict.fromkeys(parameters.get(facet.parameter, ())))
            offered = known[facet.name]
            remarks += [Remark(facet.parameter, value) for value in values if value not in offered]
            # In the order of the choices, so that equal selections are equal whatever their address.
            chosen[facet.name] = tuple(value for value in offered if value in values)
        for switch in SWITCHES:
            values = list(parameters.get(switch.parameter, ()))
            remarks += [Remark(switch.parameter, value) for value in values if value != switch.value]
            chosen[switch.name] = switch.value in values
        return cls(**chosen), tuple(remarks)

    def parameters(self) -> dict[str, list[str]]:
        """The address parameters that bring this selection back."""
        named = {facet.parameter: list(getattr(self, facet.name)) for facet in FACETS}
        named |= {switch.parameter: [switch.value] for switch in SWITCHES if getattr(self, switch.name)}
        return {parameter: values for parameter, values in named.items() if values}

    @property
    def is_everything(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Selection()

    def without(self, facet: str) -> Selection:
        """The selection with one facet open again."""
        return replace(self, **{facet: type(getattr(self, facet))()})

    def narrowed_facets(self) -> tuple[str, ...]:
        """Names of the facets that narrow."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))

    def in_words(self, dataset: Dataset, language: str = "en") -> str:
        """The selection as a reader would say it: 'Phase 2 · North America' and so on."""
        offered = choices(dataset, language)
        with use_language(language):
            parts = [
                _join([offered[facet.name].get(key, key) for key in getattr(self, facet.name)])
                for facet in FACETS
                if getattr(self, facet.name)
            ]
            parts += [_(switch.in_words) for switch in SWITCHES if getattr(self, switch.name)]
            return " · ".join(parts) if parts else _("All phases, regions, themes and goals")


def _join(names: list[str]) -> str:
    """Names as a sentence joins them; by commas alone where one has an 'and' of its own."""
    conjunction = format_names(("", ""))
    return format_parts(names) if any(conjunction in name for name in names) else format_names(names)


def _phases(words: Words) -> Mapping[str, str]:
    return words.names("phases")


def _regions(words: Words) -> Mapping[str, str]:
    return {region: words.say("regions", region) for region in words.in_order("regions")}


def _clusters(words: Words) -> Mapping[str, str]:
    clusters = words.in_order("thematic_clusters")
    return {cluster: words.say("thematic_clusters", cluster) for cluster in clusters}


def _themes(words: Words) -> Mapping[str, str]:
    return dict(sorted(words.names("themes").items(), key=lambda item: item[1]))


def _statuses(words: Words) -> Mapping[str, str]:
    found = dict.fromkeys(filter(None, words.dataset["pairings"]["status"].tolist()))
    return {status: word("statuses", status) for status in sorted(found)}


def _goals(words: Words) -> Mapping[str, str]:
    rows = rows_in(words.dataset["goals"], "order", "goal_id", "agenda_id")
    return {goal: words.goal_label(goal) for _order, goal, agenda in sorted(rows) if agenda == "sdg"}


def _kinds(words: Words) -> Mapping[str, str]:
    who = {choice: word("pairing_kinds", kind) for choice, kind in WHO_PAIRS.items()}
    return who | {size: word("pairing_sizes", size) for size in HOW_MANY}


def _countries(words: Words) -> Mapping[str, str]:
    """Countries and territories of places in pairings or networks."""
    dataset, of_place = words.dataset, words.countries_of_places
    tables = (dataset["pairing_members"], dataset["network_members"])
    places = {place for table in tables for place in table["place_id"].tolist()}
    named = {code: words.say("countries", code) for code in {of_place[place] for place in places}}
    return dict(sorted(named.items(), key=lambda item: item[1]))


FACETS = (
    Facet("phases", "phase", N_("Phase"), _phases),
    Facet("regions", "region", N_("Region"), _regions),
    Facet("clusters", "cluster", N_("Theme group"), _clusters),
    Facet("themes", "works_on", N_("Theme"), _themes),
    Facet("goals", "goal", N_("Goal"), _goals),
    Facet("kinds", "kind", N_("Kind of pairing"), _kinds),
    Facet("statuses", "status", N_("State of a pairing"), _statuses),
    Facet("countries", "country", N_("Country or territory"), _countries),
)
SWITCHES = (
    Switch("stated_only", "basis", "stated", N_("Stated links only"), N_("stated links to goals only")),
    Switch("eu_today", "eu", "today", N_("EU-27 of today"), N_("EU side: member states of today")),
)
# The parameter of each facet, and all by which an address names a selection.
FACET_PARAMETERS = {facet.name: facet.parameter for facet in FACETS}
SELECTION_PARAMETERS = (*FACET_PARAMETERS.values(), *(switch.parameter for switch in SWITCHES))


def facet_title(name: str) -> str:
    """What readers call a facet or a switch."""
    titles = {one.name: one.title for one in (*FACETS, *SWITCHES)}
    return _(titles[name])


def choices(dataset: Dataset, language: str = "en") -> Mapping[str, Mapping[str, str]]:
    """For each facet the keys that can be chosen and what readers call them, in order; kept on the dataset."""

    def make() -> Mapping[str, Mapping[str, str]]:
        with use_language(language):
            words = Words(dataset, language)
            return {facet.name: facet.choices(words) for facet in FACETS}

    return dataset.kept.once(("choices", language), make)
