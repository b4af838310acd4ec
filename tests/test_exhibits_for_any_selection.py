"""What holds for every exhibit whatever is selected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from artificial import artificial_dataset
from exhibit_checks import assert_sound
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.exhibits.activity import (
    activities_by_kind_and_phase,
    activities_by_region_and_phase,
    activities_over_time,
    activity_list,
    in_person_and_online,
)
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.exhibits.gaps import known_gaps
from iurc_dash.exhibits.goals import (
    agendas_as_whole,
    eu_agendas,
    goal_subjects,
    goals_by_phase,
    goals_by_region,
    goals_reached,
    new_urban_agenda,
)
from iurc_dash.exhibits.map import pairings_on_map, where_from
from iurc_dash.exhibits.overview import key_figures, pairings_by_region_and_phase
from iurc_dash.exhibits.pairings import pairing_list
from iurc_dash.exhibits.reported import reported_totals
from iurc_dash.exhibits.sources import source_list
from iurc_dash.exhibits.stakeholders import who_took_part
from iurc_dash.exhibits.standouts import what_stands_out
from iurc_dash.exhibits.themes import (
    circular_economy,
    clusters_by_phase,
    clusters_by_region,
    theme_pairings,
    themes_ranked,
)
from iurc_dash.forms import Bars, Matrix
from iurc_dash.selection import Selection, choices

Maker = Callable[[Any, Selection], Exhibit]
MAKERS: tuple[Maker, ...] = (
    pairings_on_map, where_from, pairing_list, clusters_by_phase, clusters_by_region, themes_ranked, circular_economy,
    goals_reached, goals_by_phase, goals_by_region, agendas_as_whole, new_urban_agenda, eu_agendas,
    key_figures, pairings_by_region_and_phase, activities_over_time, activities_by_kind_and_phase,
    activities_by_region_and_phase, in_person_and_online, who_took_part, known_gaps, reported_totals, source_list,
    lambda dataset, selection: activity_list(dataset, selection, "past", date(2026, 6, 1)),
    lambda dataset, selection: theme_pairings(dataset, selection, "circular-economy"),
    lambda dataset, selection: goal_subjects(dataset, selection, "sdg-12"),
)  # fmt: skip


@lru_cache(maxsize=32)
def rows_of_everything(make: Maker) -> dict[str, set[str]]:
    return {name: set(keys) for name, keys in make(artificial_dataset(), Selection()).rows.items()}


def some(facet: str) -> st.SearchStrategy[tuple[str, ...]]:
    keys = list(choices(artificial_dataset())[facet])
    return st.one_of(st.just(()), st.lists(st.sampled_from(keys), unique=True, max_size=2).map(tuple))


selections = st.builds(
    Selection,
    phases=some("phases"), regions=some("regions"), clusters=some("clusters"), goals=some("goals"),
    kinds=some("kinds"), countries=some("countries"), stated_only=st.booleans(),
)  # fmt: skip


@given(selections)
@settings(max_examples=20)
def test_every_exhibit_is_sound_and_a_filter_never_adds_rows(selection: Selection) -> None:
    for make in MAKERS:
        everything, narrowed = rows_of_everything(make), make(artificial_dataset(), selection)
        assert_sound(narrowed, artificial_dataset())
        for table_name, keys in narrowed.rows.items():
            assert set(keys) <= everything[table_name], make
        assert narrowed.table.frame.empty == (not any(narrowed.rows.values()))
        assert not narrowed.table.frame.empty or narrowed.form is None
    for exhibit in what_stands_out(artificial_dataset(), selection):
        assert_sound(exhibit, artificial_dataset())


@given(selections)
@settings(max_examples=20)
def test_phases_add_up_to_the_whole(selection: Selection) -> None:
    """Each pairing is of one phase: what the phases have adds up to what they have together."""
    for make in (pairing_list, pairings_on_map, theme_links_exhibit):
        whole = set(make(artificial_dataset(), selection).rows.get("pairings", ()))
        parts: list[str] = []
        for phase in selection.phases or ("1", "2", "3"):
            part = Selection(**{**vars(selection), "phases": (phase,)})
            parts += make(artificial_dataset(), part).rows.get("pairings", ())
        assert sorted(parts) == sorted(whole)


def theme_links_exhibit(dataset: Any, selection: Selection) -> Exhibit:
    return clusters_by_phase(dataset, selection)


@given(selections)
@settings(max_examples=20)
def test_shown_numbers_are_counts_of_the_rows(selection: Selection) -> None:
    listed = pairing_list(artificial_dataset(), selection)
    assert len(listed.table.frame) == len(listed.rows.get("pairings", ()))
    clusters = clusters_by_phase(artificial_dataset(), selection)
    if isinstance(clusters.form, Matrix):
        assert clusters.form.total == len(clusters.rows["pairings"])
    goals = goals_by_phase(artificial_dataset(), selection)
    if isinstance(goals.form, Matrix):
        assert goals.form.total == len(goals.rows["pairings"]) + len(goals.rows["activities"])
        assert all(
            cell is not None and cell <= goals.form.total for cells in goals.form.values for cell in cells
        )
    reached = goals_reached(artificial_dataset(), selection)
    if isinstance(reached.form, Bars):
        shown = sum(value or 0 for series in reached.form.series for value in series.values)
        assert shown == reached.table.frame["subjects"].sum() >= len(reached.rows["pairings"])
        assert not selection.stated_only or not any(reached.form.series[1].values)
