"""Selection: what a reader has chosen to look at, and the dataset narrowed to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.language import _, current_language, format_names

# Kinds of pairing that readers filter by: who pairs, and how many.
PAIRING_KIND_CHOICES = ("cities", "regions", "pair", "trio", "group")


@dataclass(frozen=True)
class Remark:
    """Something in the address that was not understood and was left out."""

    parameter: str
    value: str


@dataclass(frozen=True)
class Selection:
    """Chosen keys by facet; an empty facet means everything. Hashable, so it can key a cache.

    Values of one facet widen each other, facets narrow each other. `stated_only` leaves out inferred
    contributions.
    """

    phases: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    stated_only: bool = False

    @classmethod
    def parse(
        cls, parameters: Mapping[str, Sequence[str]], dataset: Dataset
    ) -> tuple[Selection, tuple[Remark, ...]]:
        """The selection that an address names, and what in it is not known.

        `parameters` maps a parameter to its values, as an address does; parameters that are not ours are
        ignored, values that the dataset does not know are left out with a Remark, never an error.
        """
        remarks: list[Remark] = []
        chosen: dict[str, tuple[str, ...]] = {}
        known = choices(dataset)
        for facet, parameter in FACET_PARAMETERS.items():
            values = list(dict.fromkeys(parameters.get(parameter, ())))
            remarks += [Remark(parameter, value) for value in values if value not in known[facet]]
            # In the order of the choices, so that equal selections are equal whatever their address.
            chosen[facet] = tuple(value for value in known[facet] if value in values)
        basis = list(parameters.get(BASIS_PARAMETER, ()))
        remarks += [Remark(BASIS_PARAMETER, value) for value in basis if value != "stated"]
        return cls(**chosen, stated_only="stated" in basis), tuple(remarks)

    def parameters(self) -> dict[str, list[str]]:
        """The address parameters that bring this selection back."""
        named = {parameter: list(getattr(self, facet)) for facet, parameter in FACET_PARAMETERS.items()}
        if self.stated_only:
            named[BASIS_PARAMETER] = ["stated"]
        return {parameter: values for parameter, values in named.items() if values}

    @property
    def is_everything(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Selection()

    def without(self, facet: str) -> Selection:
        """The selection with one facet open again."""
        return replace(self, **{facet: type(getattr(self, facet))()})

    def with_only(self, facet: str, key: str) -> Selection:
        """The selection with one facet narrowed to a single key."""
        return replace(self, **{facet: (key,)})  # type: ignore[arg-type]  # facet names a tuple of keys

    def narrowed_facets(self) -> tuple[str, ...]:
        """Names of the facets that narrow."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))

    def in_words(self, dataset: Dataset) -> str:
        """The selection as a reader would say it: 'Phase 2 · North America · all themes' and so on."""
        names = choices(dataset)
        parts = [
            _joined([names[facet][value] for value in getattr(self, facet)])
            for facet in FACET_PARAMETERS
            if getattr(self, facet)
        ]
        if self.stated_only:
            parts.append(_("stated links to goals only"))
        return " · ".join(parts) if parts else _("All phases, regions, themes and goals")


def _joined(names: list[str]) -> str:
    """Names as a sentence joins them; by commas alone where one has an 'and' of its own."""
    conjunction = format_names(("", ""))
    return ", ".join(names) if any(conjunction in name for name in names) else format_names(names)


FACET_PARAMETERS = {
    "phases": "phase",
    "regions": "region",
    "clusters": "cluster",
    "goals": "goal",
    "kinds": "kind",
    "countries": "country",
}
BASIS_PARAMETER = "basis"


def facet_name(facet: str) -> str:
    """What readers call a facet."""
    return {
        "phases": _("Phase"),
        "regions": _("Region"),
        "clusters": _("Theme group"),
        "goals": _("Goal"),
        "kinds": _("Kind of pairing"),
        "countries": _("Country or territory"),
        "stated_only": _("Stated links only"),
    }[facet]


def choices(dataset: Dataset) -> dict[str, dict[str, str]]:
    """For each facet the keys that can be chosen and what readers call them, in order."""
    return _choices(dataset, current_language())


@lru_cache(maxsize=8)
def _choices(dataset: Dataset, _language: str) -> dict[str, dict[str, str]]:
    names = dataset.names
    regions = dataset["regions"].sort_values("order")["region_id"]
    goals = dataset["goals"][dataset["goals"]["agenda_id"] == "sdg"].sort_values("order")
    member_places = set(dataset["pairing_members"]["place_id"]) | set(dataset["network_members"]["place_id"])
    countries = sorted(
        {names.place_countries[place] for place in member_places}, key=lambda c: names.countries[c]
    )
    return {
        "phases": {str(phase): names.phases[phase] for phase in dataset["phases"]["phase_id"]},
        "regions": {str(region): names.regions[region] for region in regions},
        "clusters": {
            str(row.cluster_id): str(row.name)
            for row in dataset["thematic_clusters"]
            .sort_values("order")[["cluster_id", "name"]]
            .itertuples(index=False)
        },
        "goals": {
            goal_id: f"{number} {name}"
            for goal_id, number, name in zip(goals["goal_id"], goals["number"], goals["name"], strict=True)
        },
        "kinds": {
            "cities": _("Between cities"),
            "regions": _("Between regions"),
            "pair": _("Of two"),
            "trio": _("Trios"),
            "group": _("Groups of four or five"),
        },
        "countries": {code: names.countries[code] for code in countries},
    }
