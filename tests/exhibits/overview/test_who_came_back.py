"""Who came back: kept, new and not seen add up at every phase, and every place is followed once."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.forms import Flow

ID = "overview/who-came-back"


def flow_of(dataset: Dataset, **chosen: Any) -> Flow:
    exhibit = made(dataset, ID, **chosen)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Flow)
    return exhibit.form


@pytest.mark.parametrize("dataset", [artificial_dataset, recorded_dataset])
@pytest.mark.parametrize("chosen", [{}, {"regions": ("NA",)}, {"kinds": ("cities",)}])
def test_what_goes_in_comes_out(dataset: Any, chosen: dict[str, Any]) -> None:
    form = flow_of(dataset(), **chosen)
    for node in form.nodes:
        arriving = [band.count for band in form.bands if band.target == node.key]
        leaving = [band.count for band in form.bands if band.source == node.key]
        if node.stage + 1 < len(form.stages.keys):
            assert sum(count.value for count in leaving) == node.count.value
            assert {row for count in leaving for row in count} == set(node.count)
        if not node.key.endswith("-new"):
            assert sum(count.value for count in arriving) == node.count.value
        else:
            assert not arriving


@pytest.mark.parametrize("dataset", [artificial_dataset, recorded_dataset])
def test_kept_and_new_and_not_seen_add_up(dataset: Any) -> None:
    form = flow_of(dataset())
    seen = 0
    for stage in range(len(form.stages.keys)):
        nodes = {node.key.split("-")[-1]: node.count.value for node in form.nodes if node.stage == stage}
        assert nodes.get("again", 0) + nodes.get("away", 0) == seen
        seen += nodes.get("new", 0)
    everyone = {row for node in form.nodes for row in node.count}
    assert seen == len(everyone) == made(dataset(), ID).answer.counted.value


def test_a_place_that_skips_a_phase_is_not_new_when_it_returns() -> None:
    form = flow_of(with_pairings(Pairing(edition="NA-1"), Pairing(edition="NA-3"), Pairing(edition="LAC-2")))
    # Testville and Demo City are in all pairings: seen in phases 1, 2 and 3.
    assert {node.key: node.count.value for node in form.nodes} == {"1-new": 2, "2-again": 2, "3-again": 2}


def test_a_running_phase_is_so_far() -> None:
    exhibit = made(artificial_dataset(), ID)
    labels = [node.label for node in exhibit.form.nodes if node.key.startswith("3-")]  # type: ignore[union-attr]
    assert "Not seen so far" in labels and "Not seen" not in labels
    assert "so far in Phase 3" in exhibit.more and "phase_running" in exhibit.cautions
    assert "so far" not in exhibit.finding
    only = made(artificial_dataset(), ID, phases=("2", "3"))
    assert "take part again so far in Phase 3" in only.finding or "takes part again so far" in only.finding


def test_of_one_phase_nobody_can_come_back() -> None:
    assert made(empty_dataset(), ID).is_empty and made(one_row_dataset(), ID).is_empty
    assert made(artificial_dataset(), ID, phases=("1",)).finding.startswith("Places of one phase only")


def test_couples_that_stay_together_are_said() -> None:
    # Testville and Demo City are paired in phases 1 and 2; Sampleton joins them in the second.
    assert made(artificial_dataset(), ID).more.startswith(
        "1 couple of an EU place and a partner is paired in both."
    )
    assert "couple" not in made(artificial_dataset(), ID, regions=("LAC",)).more
