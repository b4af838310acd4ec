"""A Dataset narrowed to a Selection: the same tables with only the rows that match.

Metrics count what they are given, so one narrowing serves every page. How each kind of row matches:

- a pairing: its edition's phase and region, any of its themes' clusters, any goal it contributes to, its kind
  and number of members, any member's country or territory;
- an activity: any edition that recorded it; its own themes; its own goals or those of a pairing it belongs
  to; kind by its pairings; country by where it took place or by its pairings' members;
- editions, their networks, reported figures and gap notes: phase and region;
- contributions of editions, themes and the programme: as far as the facets can be said of them at all.

Reference tables (places, themes, goals, sources ...) stay whole.
"""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.selection import Selection


@lru_cache(maxsize=64)
def narrow(dataset: Dataset, selection: Selection) -> Dataset:
    """The dataset with only the rows that the selection matches; everything gives the dataset itself."""
    if selection.is_everything:
        return dataset
    editions = _editions(dataset, selection)
    pairings = _pairings(dataset, selection, editions)
    activities = _activities(dataset, selection, editions)
    networks = set(_where(dataset["thematic_networks"], "edition_id", editions)["network_id"])
    contributions = _contributions(dataset, selection, editions, pairings, activities)
    members = dataset["network_members"]
    members = _where(members, "edition_id", editions)
    if selection.countries:
        countries = members["place_id"].map(dataset.names.place_countries)
        members = members[countries.isin(selection.countries)]
    stakeholders = dataset["stakeholders"]
    of_pairing = (stakeholders["subject_kind"] == "pairing") & stakeholders["subject_id"].isin(pairings)
    of_activity = (stakeholders["subject_kind"] == "activity") & stakeholders["subject_id"].isin(activities)
    gaps = _where(dataset["gaps"], "edition_id", editions)
    return dataset.with_tables(
        editions=_where(dataset["editions"], "edition_id", editions),
        edition_predecessors=_where(dataset["edition_predecessors"], "edition_id", editions),
        edition_countries=_where(dataset["edition_countries"], "edition_id", editions),
        pairings=_where(dataset["pairings"], "pairing_id", pairings),
        pairing_members=_where(dataset["pairing_members"], "pairing_id", pairings),
        pairing_themes=_where(dataset["pairing_themes"], "pairing_id", pairings),
        activities=_where(dataset["activities"], "activity_id", activities),
        activity_editions=_where(dataset["activity_editions"], "activity_id", activities),
        activity_themes=_where(dataset["activity_themes"], "activity_id", activities),
        activity_pairings=_where(_where(dataset["activity_pairings"], "activity_id", activities), "pairing_id", pairings),
        contributions=contributions,
        stakeholders=stakeholders[of_pairing | of_activity],
        thematic_networks=_where(dataset["thematic_networks"], "edition_id", editions),
        network_themes=_where(dataset["network_themes"], "network_id", networks),
        network_members=members,
        reported_figures=_where(dataset["reported_figures"], "edition_id", editions),
        gaps=gaps,
        gap_pairings=_where(dataset["gap_pairings"], "gap_id", set(gaps["gap_id"])),
    )


def _where(table: pd.DataFrame, column: str, keys: set[str]) -> pd.DataFrame:
    return table[table[column].isin(keys)]


def _editions(dataset: Dataset, selection: Selection) -> set[str]:
    editions = dataset["editions"]
    if selection.phases:
        editions = editions[editions["phase_id"].isin(selection.phases)]
    if selection.regions:
        editions = editions[editions["region_id"].isin(selection.regions)]
    return set(editions["edition_id"])


def _goal_subjects(dataset: Dataset, selection: Selection, subject_kind: str) -> set[str]:
    contributions = dataset["contributions"]
    if selection.stated_only:
        contributions = contributions[contributions["basis"] == "stated"]
    matches = (contributions["subject_kind"] == subject_kind) & contributions["goal_id"].isin(selection.goals)
    return set(contributions.loc[matches, "subject_id"])


def _with_theme(dataset: Dataset, selection: Selection, table_name: str, key: str) -> set[str]:
    themes = dataset["themes"]
    chosen = set(themes.loc[themes["cluster_id"].isin(selection.clusters), "theme_id"])
    return set(_where(dataset[table_name], "theme_id", chosen)[key])


def _of_kind(dataset: Dataset, kinds: tuple[str, ...]) -> set[str]:
    """Pairings of the chosen kinds: who pairs and how many are two questions, each narrowing."""
    pairings = dataset["pairings"]
    sizes = dataset["pairing_members"].groupby("pairing_id").size()
    size = pairings["pairing_id"].map(sizes).fillna(0)
    between = {"cities": pairings["kind"] == "city", "regions": pairings["kind"] == "region"}
    counts = {"pair": size == 2, "trio": size == 3, "group": size > 3}
    matches = pd.Series(True, index=pairings.index)
    for question in (between, counts):
        asked = [kind for kind in kinds if kind in question]
        if asked:
            matches &= pd.concat([question[kind] for kind in asked], axis=1).any(axis=1)
    return set(pairings.loc[matches, "pairing_id"])


def _from_countries(dataset: Dataset, countries: tuple[str, ...]) -> set[str]:
    members = dataset["pairing_members"]
    from_there = members["place_id"].map(dataset.names.place_countries).isin(countries)
    return set(members.loc[from_there, "pairing_id"])


def _pairings(dataset: Dataset, selection: Selection, editions: set[str]) -> set[str]:
    chosen = set(_where(dataset["pairings"], "edition_id", editions)["pairing_id"])
    if selection.clusters:
        chosen &= _with_theme(dataset, selection, "pairing_themes", "pairing_id")
    if selection.goals:
        chosen &= _goal_subjects(dataset, selection, "pairing")
    if selection.kinds:
        chosen &= _of_kind(dataset, selection.kinds)
    if selection.countries:
        chosen &= _from_countries(dataset, selection.countries)
    return chosen


def _activities(dataset: Dataset, selection: Selection, editions: set[str]) -> set[str]:
    links = dataset["activity_pairings"]
    chosen = set(_where(dataset["activity_editions"], "edition_id", editions)["activity_id"])
    if selection.clusters:
        chosen &= _with_theme(dataset, selection, "activity_themes", "activity_id")
    if selection.goals:
        of_pairings = _where(links, "pairing_id", _goal_subjects(dataset, selection, "pairing"))
        chosen &= _goal_subjects(dataset, selection, "activity") | set(of_pairings["activity_id"])
    if selection.kinds:
        chosen &= set(_where(links, "pairing_id", _of_kind(dataset, selection.kinds))["activity_id"])
    if selection.countries:
        activities = dataset["activities"]
        there = activities["country_codes"].str.split("; ").apply(lambda codes: bool(set(codes) & set(selection.countries)))
        of_members = _where(links, "pairing_id", _from_countries(dataset, selection.countries))
        chosen &= set(activities.loc[there.astype(bool), "activity_id"]) | set(of_members["activity_id"])
    return chosen


def _contributions(
    dataset: Dataset, selection: Selection, editions: set[str], pairings: set[str], activities: set[str]
) -> pd.DataFrame:
    contributions = dataset["contributions"]
    kind, subject = contributions["subject_kind"], contributions["subject_id"]
    matches = (kind == "pairing") & subject.isin(pairings) | (kind == "activity") & subject.isin(activities)
    # Editions, themes and the programme have no country or kind, and only themes have a cluster.
    general = pd.Series(False, index=contributions.index)
    if not (selection.kinds or selection.countries):
        if not selection.clusters:
            general |= (kind == "edition") & subject.isin(editions)
            if not (selection.phases or selection.regions):
                general |= kind == "programme"
        themes = dataset["themes"]
        if selection.clusters:
            themes = themes[themes["cluster_id"].isin(selection.clusters)]
        if not (selection.phases or selection.regions):
            general |= (kind == "theme") & subject.isin(set(themes["theme_id"]))
    if selection.goals:
        general &= contributions["goal_id"].isin(selection.goals)
    matches |= general
    if selection.stated_only:
        matches &= contributions["basis"] == "stated"
    return contributions[matches]
