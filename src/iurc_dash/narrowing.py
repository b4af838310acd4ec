"""A Dataset narrowed to a Selection: the same tables with only the rows that match.

Metrics count what they are given, so one narrowing serves every page. How each kind of row matches:

- a pairing: its edition's phase and region, any of its themes and their clusters, any goal it contributes to, its
  kind and number of members, its status, any member's country or territory;
- an activity: any edition that recorded it; its own themes; its own goals or those of a pairing it belongs
  to; kind and status by its pairings; country by where it took place or by its pairings' members;
- with `eu_today`, members on the EU side that are in no member state of today are left out, and with them the pairings
  that have no other place on that side, and the activities that belong to no other pairing;
- editions, their networks, reported figures and gap notes: phase and region;
- contributions of editions, themes and the programme: as far as the facets can be said of them at all.

Reference tables (places, themes, goals, sources ...) stay whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.selection import WHO_PAIRS, Selection

Keys = Container[str]
# Tables that follow what their rows belong to.
OF_EDITIONS = (
    "editions", "edition_predecessors", "edition_countries", "thematic_networks", "reported_figures", "gaps",
)  # fmt: skip
OF_PAIRINGS = ("pairings", "pairing_themes")
OF_ACTIVITIES = ("activities", "activity_editions", "activity_themes")
# Reference and sources: what they say holds whatever is chosen.
WHOLE = (
    "phases",
    "regions",
    "countries",
    "places",
    "place_names",
    "place_relations",
    "thematic_clusters",
    "themes",
    "agendas",
    "goals",
    "comparisons",
    "sources",
    "row_sources",
)


def narrow(dataset: Dataset, selection: Selection) -> Dataset:
    """The dataset with only the rows that the selection matches; everything gives the dataset itself.

    A View keeps what it gives (view.py); nothing else calls this. A table that nothing is said of here raises
    KeyError, as it would else stay whole whatever is chosen.
    """
    if selection.is_everything:
        return dataset
    editions = _editions(dataset, selection)
    pairings = _pairings(dataset, selection, editions)
    activities = _activities(dataset, selection, editions)
    networks = _keys_where(dataset, "thematic_networks", "network_id", edition_id=editions)
    gaps = _keys_where(dataset, "gaps", "gap_id", edition_id=editions)
    subjects = {"pairing": pairings, "activity": activities}
    narrowed = dict(
        **{name: _where(dataset, name, edition_id=editions) for name in OF_EDITIONS},
        **{name: _where(dataset, name, pairing_id=pairings) for name in OF_PAIRINGS},
        pairing_members=_members(dataset, "pairing_members", selection, pairing_id=pairings),
        **{name: _where(dataset, name, activity_id=activities) for name in OF_ACTIVITIES},
        activity_pairings=_where(dataset, "activity_pairings", activity_id=activities, pairing_id=pairings),
        contributions=_contributions(dataset, selection, editions, subjects),
        stakeholders=_matching(
            dataset,
            "stakeholders",
            ("subject_kind", "subject_id"),
            lambda kind, subject: subject in subjects.get(kind, ()),
        ),
        network_themes=_where(dataset, "network_themes", network_id=networks),
        network_members=_members(
            dataset,
            "network_members",
            selection,
            edition_id=editions,
            place_id=_places_in(dataset, selection.countries),
        ),
        gap_pairings=_where(dataset, "gap_pairings", gap_id=gaps),
    )
    if strange := sorted(set(dataset.tables) - set(narrowed) - set(WHOLE)):
        raise KeyError(f"Nothing says which rows match of {', '.join(strange)}")
    return dataset.with_tables(**narrowed)


@derived
def _column(dataset: Dataset, table_name: str, column: str) -> tuple[str, ...]:
    """A column of the whole dataset as plain text: looked through many times faster than as a Series."""
    return tuple(dataset[table_name][column].tolist())


def _matching(
    dataset: Dataset, table_name: str, columns: tuple[str, ...], matches: Callable[..., bool]
) -> pd.DataFrame:
    """The rows of a table whose cells in the given columns match; the table itself where all do."""
    cells = zip(*(_column(dataset, table_name, column) for column in columns), strict=True)
    positions = [position for position, values in enumerate(cells) if matches(*values)]
    return _taken(dataset[table_name], positions)


def _taken(table: pd.DataFrame, positions: Sequence[int]) -> pd.DataFrame:
    return table if len(positions) == len(table) else table.take(positions)


def _where(dataset: Dataset, table_name: str, **keys: Keys | None) -> pd.DataFrame:
    """The rows of a table whose columns hold one of the keys; None stands for any."""
    table = dataset[table_name]
    positions: Sequence[int] = range(len(table))
    for column, wanted in keys.items():
        if wanted is not None:
            cells = _column(dataset, table_name, column)
            positions = [position for position in positions if cells[position] in wanted]
    return _taken(table, positions)


def _keys_where(dataset: Dataset, table_name: str, key: str, **keys: Keys) -> set[str]:
    """Cells of one column in the rows whose other column holds one of the keys."""
    ((column, wanted),) = keys.items()
    found = zip(_column(dataset, table_name, key), _column(dataset, table_name, column), strict=True)
    return {cell for cell, value in found if value in wanted}


def _members(dataset: Dataset, table_name: str, selection: Selection, **keys: Keys | None) -> pd.DataFrame:
    """The members whose columns hold one of the keys; with `eu_today` none that was on the EU side and is not there."""
    members = _where(dataset, table_name, **keys)
    if not selection.eu_today:
        return members
    former = _former_places(dataset)
    rows = zip(members["place_id"].tolist(), members["side"].tolist(), strict=True)
    return _taken(
        members, [at for at, (place, side) in enumerate(rows) if side != "EU" or place not in former]
    )


@derived
def countries_that_left(dataset: Dataset) -> frozenset[str]:
    """Countries that were member states of the EU in phase 1 and are none today."""
    columns = ("country_code", "eu_member_phase_1", "is_eu_member")
    rows = zip(*(_column(dataset, "countries", column) for column in columns), strict=True)
    return frozenset(code for code, was_member, is_member in rows if was_member and not is_member)


@derived
def _former_places(dataset: Dataset) -> frozenset[str]:
    """Places in these countries."""
    return frozenset(_keys_where(dataset, "places", "place_id", country_code=countries_that_left(dataset)))


@derived
def _without_eu_side_today(dataset: Dataset) -> frozenset[str]:
    """Pairings that had places on the EU side, all of them in countries that are no member state today."""
    columns = ("pairing_id", "place_id", "side")
    rows = zip(*(_column(dataset, "pairing_members", column) for column in columns), strict=True)
    on_eu_side = [(pairing, place) for pairing, place, side in rows if side == "EU"]
    former = _former_places(dataset)
    stay = {pairing for pairing, place in on_eu_side if place not in former}
    return frozenset({pairing for pairing, _place in on_eu_side} - stay)


def _editions(dataset: Dataset, selection: Selection) -> set[str]:
    columns = ("edition_id", "phase_id", "region_id")
    rows = zip(*(_column(dataset, "editions", column) for column in columns), strict=True)
    return {
        edition
        for edition, phase, region in rows
        if (not selection.phases or phase in selection.phases)
        and (not selection.regions or region in selection.regions)
    }


def _goal_subjects(dataset: Dataset, selection: Selection, subject_kind: str) -> set[str]:
    columns = ("subject_kind", "subject_id", "goal_id", "basis")
    rows = zip(*(_column(dataset, "contributions", column) for column in columns), strict=True)
    return {
        subject
        for kind, subject, goal, basis in rows
        if kind == subject_kind
        and goal in selection.goals
        and (basis == "stated" or not selection.stated_only)
    }


def _with_theme(dataset: Dataset, selection: Selection, table_name: str, key: str) -> set[str]:
    return _keys_where(dataset, table_name, key, theme_id=_themes(dataset, selection))


def _themes(dataset: Dataset, selection: Selection) -> set[str]:
    """The chosen themes that are in the chosen clusters; all where neither is chosen."""
    rows = zip(_column(dataset, "themes", "theme_id"), _column(dataset, "themes", "cluster_id"), strict=True)
    return {
        theme
        for theme, cluster in rows
        if (not selection.themes or theme in selection.themes)
        and (not selection.clusters or cluster in selection.clusters)
    }


def _of_kind(dataset: Dataset, kinds: Iterable[str]) -> set[str]:
    """Pairings of the chosen kinds: who pairs and how many are two questions, each narrowing."""
    sizes = Counter(_column(dataset, "pairing_members", "pairing_id"))
    asked_between = {kind for kind in kinds if kind in WHO_PAIRS}
    asked_counts = {kind for kind in kinds if kind not in WHO_PAIRS}
    return {
        pairing
        for pairing, kind in zip(
            _column(dataset, "pairings", "pairing_id"), _column(dataset, "pairings", "kind"), strict=True
        )
        if (not asked_between or any(WHO_PAIRS[choice] == kind for choice in asked_between))
        and (not asked_counts or _size_in_words(sizes[pairing]) in asked_counts)
    }


def _size_in_words(members: int) -> str:
    return {0: "", 1: "", 2: "pair", 3: "trio"}.get(members, "group")


def _with_status(dataset: Dataset, statuses: tuple[str, ...]) -> set[str]:
    return _keys_where(dataset, "pairings", "pairing_id", status=statuses)


def _places_in(dataset: Dataset, countries: tuple[str, ...]) -> set[str] | None:
    """Places in the countries and territories; None, which stands for any place, where none is chosen."""
    found = _keys_where(dataset, "places", "place_id", country_code=countries)
    return found if countries else None


def _from_countries(dataset: Dataset, countries: tuple[str, ...]) -> set[str]:
    places = _places_in(dataset, countries) or set()
    return _keys_where(dataset, "pairing_members", "pairing_id", place_id=places)


def _pairings(dataset: Dataset, selection: Selection, editions: set[str]) -> set[str]:
    chosen = _keys_where(dataset, "pairings", "pairing_id", edition_id=editions)
    if selection.clusters or selection.themes:
        chosen &= _with_theme(dataset, selection, "pairing_themes", "pairing_id")
    if selection.goals:
        chosen &= _goal_subjects(dataset, selection, "pairing")
    if selection.kinds:
        chosen &= _of_kind(dataset, selection.kinds)
    if selection.statuses:
        chosen &= _with_status(dataset, selection.statuses)
    if selection.countries:
        chosen &= _from_countries(dataset, selection.countries)
    return chosen - _without_eu_side_today(dataset) if selection.eu_today else chosen


def _activities(dataset: Dataset, selection: Selection, editions: set[str]) -> set[str]:
    def of_pairings(pairings: set[str]) -> set[str]:
        return _keys_where(dataset, "activity_pairings", "activity_id", pairing_id=pairings)

    chosen = _keys_where(dataset, "activity_editions", "activity_id", edition_id=editions)
    if selection.clusters or selection.themes:
        chosen &= _with_theme(dataset, selection, "activity_themes", "activity_id")
    if selection.goals:
        own = _goal_subjects(dataset, selection, "activity")
        chosen &= own | of_pairings(_goal_subjects(dataset, selection, "pairing"))
    if selection.kinds:
        chosen &= of_pairings(_of_kind(dataset, selection.kinds))
    if selection.statuses:
        chosen &= of_pairings(_with_status(dataset, selection.statuses))
    if selection.countries:
        there = zip(
            _column(dataset, "activities", "activity_id"),
            _column(dataset, "activities", "country_codes"),
            strict=True,
        )
        wanted = set(selection.countries)
        held = {activity for activity, codes in there if wanted.intersection(codes.split("; "))}
        chosen &= held | of_pairings(_from_countries(dataset, selection.countries))
    if selection.eu_today:
        gone = _without_eu_side_today(dataset)
        others = set(_column(dataset, "pairings", "pairing_id")) - gone
        chosen -= of_pairings(set(gone)) - of_pairings(others)
    return chosen


def _contributions(
    dataset: Dataset, selection: Selection, editions: set[str], subjects: dict[str, set[str]]
) -> pd.DataFrame:
    """Links of pairings and activities that match, and those of editions, themes and the programme.

    Editions, themes and the programme have no country, kind or status, and only themes have a cluster.
    """
    anywhere = not (selection.phases or selection.regions)
    general: dict[str, set[str]] = {}
    if not (selection.kinds or selection.countries or selection.statuses):
        if not (selection.clusters or selection.themes):
            general["edition"] = editions
            general["programme"] = {"programme"} if anywhere else set()
        if anywhere:
            general["theme"] = _themes(dataset, selection)

    def matches(kind: str, subject: str, goal: str, basis: str) -> bool:
        if selection.stated_only and basis != "stated":
            return False
        if kind in subjects:
            return subject in subjects[kind]
        return subject in general.get(kind, ()) and (not selection.goals or goal in selection.goals)

    return _matching(dataset, "contributions", ("subject_kind", "subject_id", "goal_id", "basis"), matches)
