"""Phases and regions are coloured by their place in the data, so a new one has a colour of its own."""

from __future__ import annotations

import pandas as pd
from artificial import artificial_dataset

from iurc_dash.colours import INKS
from iurc_dash.view import PROGRAMME_WIDE, view_of


def test_a_phase_and_a_region_that_join_have_colours_of_their_own() -> None:
    dataset = artificial_dataset()
    phases, regions = dataset["phases"], dataset["regions"]
    more = dataset.with_tables(
        phases=pd.concat([phases, phases.tail(1).assign(phase_id="pilot")], ignore_index=True),
        regions=pd.concat([regions, regions.head(1).assign(region_id="MOON", order=9)], ignore_index=True),
    )
    before, after = view_of(dataset), view_of(more)
    assert after.colour("phases", "pilot") == "phase-4"
    found = {region: after.colour("regions", region) for region in more["regions"]["region_id"]}
    assert len(set(found.values())) == len(found) and found[PROGRAMME_WIDE] == "neutral"
    assert set(found.values()) <= set(INKS)
    # Those that were there keep theirs.
    assert all(before.colour("regions", key) == found[key] for key in regions["region_id"])


def test_what_the_data_does_not_know_is_neutral() -> None:
    view = view_of(artificial_dataset())
    assert view.colour("phases", "") == view.colour("regions", "no such") == "neutral"
