"""What may be worth saying first: who came back, the shares of regions, what sources state."""

from __future__ import annotations

from artificial import artificial_dataset

from iurc_dash.metrics.standouts import links_by_basis, phases_of_places, region_shares
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def test_region_shares_by_hand() -> None:
    found = {
        region: {phase: (one.part.value, one.whole.value) for phase, one in shares.items()}
        for region, shares in region_shares(view_of(artificial_dataset())).items()
    }
    assert found == {
        "NA": {"1": (2, 4), "2": (1, 2), "3": (1, 1)},
        "LAC": {"1": (1, 4), "2": (1, 2)},
        "JP": {"1": (1, 4)},
    }


def test_phases_of_places_and_links() -> None:
    view = view_of(artificial_dataset())
    assert phases_of_places(view)["testville-pt"] == ("1", "2", "3")
    assert phases_of_places(view)["sampleton-it"] == ("2",)
    assert phases_of_places(view.of(Selection(phases=("2",))))["testville-pt"] == ("2",)
    # c-01 states what c-02 infers: one link, and the row that states it.
    assert links_by_basis(view).at("pairing", "stated").rows == {"contributions": ("c-01", "c-06")}
    assert "c-02" not in links_by_basis(view).whole.in_rows_of("contributions")
