"""Key figures: whole sentences, numbers counted by hand and once more from what was collected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from artificial import NETWORK_MEMBERS, artificial_dataset, empty_dataset, frame, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from collected_rows import collected, counted_activities
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import KeyFigure, KeyFigures

ID = "overview/key-figures"
ONLY_NETWORKS = "In Phase 3 so far, places take part through networks only: 2."


def figures(exhibit: Exhibit) -> dict[str, KeyFigure]:
    assert isinstance(exhibit.form, KeyFigures)
    return {figure.key: figure for figure in exhibit.form.figures}


def in_networks(dataset: Dataset, *places: str) -> Dataset:
    """The dataset with these places as the participants of networks of phase 3, and no others."""
    members = [(f"m-{number}", "NA-3", "", place, "EU") for number, place in enumerate(places)]
    return dataset.with_tables(network_members=frame("network_members", members))


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    assert exhibit.finding == (
        "6 places on the EU side have been paired with 7 partners; 14 activities are recorded."
    )
    values = {
        key: [figure.value.value, *(part.value for part in figure.parts)]
        for key, figure in figures(exhibit).items()
    }
    assert values == {
        "pairings": [7, 4, 2, 1],
        # Testville took part in all three phases and is one place.
        "places": [13, 8, 7, 2],
        "countries": [12, 8, 6, 2],
        # Sixteen are recorded; the meeting to come is only planned and the pilot proposed.
        "activities": [14, 8, 5, 1],
    }
    editions = [exhibit.table_marks[f"table:editions/{key}"].quantity for key in ("total", "1", "2", "3")]
    # The programme as a whole is no programme in a region.
    assert [count.value for count in editions if count] == [6, 3, 2, 1]
    assert exhibit.rows("pairings/3") == {"pairings": ("na-3-testville-placeholder",)}
    assert exhibit.rows("table:ahead/total") == {"activities": ("lac-2-pilot", "na-3-networking-event")}


def test_who_came_back_is_said_where_there_are_enough() -> None:
    exhibit = made(recorded_dataset(), ID)
    members = {(row["pairing_key"], row["place"], row["country"]) for row in collected("members")}
    assert len(members) > 300
    assert exhibit.finding.endswith("; of 211 places in Phase 1, 83 came back in Phase 2.")
    first, second = (set(exhibit.rows(f"table:places_with_networks/{phase}")["places"]) for phase in "12")
    assert (len(first), len(first & second)) == (211, 83)
    # The figure below it says the same number of the same places.
    assert (
        f"{len(first & second)} of {len(first)} "
        in made(recorded_dataset(), "overview/who-came-back").finding
    )
    # Of a phase that still runs it is not said who came back.
    assert "came back" not in made(recorded_dataset(), ID, phases=("2", "3")).finding
    # Of one phase alone nobody can be seen to come back, and of few it says little.
    assert "came back" not in made(recorded_dataset(), ID, phases=("1",)).finding
    assert "came back" not in made(artificial_dataset(), ID).finding
    # A side that is not recorded is not counted.
    one_sided = artificial_dataset()["pairing_members"].assign(side="partner")
    joined = made(artificial_dataset().with_tables(pairing_members=one_sided), ID).finding
    assert joined.startswith("7 pairings join 13 places;")


def test_a_running_phase_is_named_so_and_nothing_is_compared_with_it() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert isinstance(exhibit.form, KeyFigures)
    assert [phase.label for phase in exhibit.form.phases] == ["Phase 1", "Phase 2", "Phase 3 so far"]
    assert "phase_running" in exhibit.cautions
    words = said(exhibit) + exhibit.alt + " ".join(figure.note for figure in exhibit.form.figures)
    assert not any(word in words for word in ("fewer", "more than", "grew", "fell", "−", "change"))
    assert "phase_running" not in made(artificial_dataset(), ID, phases=("1",)).cautions


def test_notes_say_what_else_there_is_and_the_table_opens_it() -> None:
    exhibit = made(artificial_dataset(), ID)
    notes = {key: figure.note for key, figure in figures(exhibit).items()}
    assert notes == {
        "pairings": "2 trios and larger groups, 1 between regions",
        # Networkstead and Draftport are in networks and in no pairing; Placeholder is in none of phase 2.
        "places": "15 with networks (8 in Phase 2 and 4 so far in Phase 3)",
        "countries": "13 with networks (7 in Phase 2 and 4 so far in Phase 3)",
        "activities": "2 of them without a date, 2 more only planned or proposed",
    }
    one = figures(made(one_row_dataset(), ID))
    assert [one[key].note for key in ("pairings", "places", "countries", "activities")] == [""] * 4
    of_phase = figures(made(artificial_dataset(), ID, phases=("3",)))
    assert of_phase["places"].note == "4 with networks"
    assert exhibit.table_marks["table:places_with_networks/3"].quantity.value == 4  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("make_dataset", "chosen", "finding"),
    [
        (
            one_row_dataset,
            {},
            "1 place on the EU side has been paired with 1 partner; 1 activity is recorded.",
        ),
        (artificial_dataset, {"regions": ("ALL",)}, "2 activities are recorded, and no pairing."),
        (
            lambda: with_pairings(Pairing(), Pairing()),
            {},
            "1 place on the EU side has been paired with 1 partner; no activity is recorded.",
        ),
        (empty_dataset, {}, "No pairing and no activity matches."),
        (artificial_dataset, {"regions": ("JP",), "phases": ("3",)}, "No pairing and no activity matches."),
    ],
)
def test_one_two_and_none(
    make_dataset: Callable[[], Dataset], chosen: dict[str, tuple[str, ...]], finding: str
) -> None:
    exhibit = made(make_dataset(), ID, **chosen)
    assert exhibit.finding == finding
    assert exhibit.is_empty == (finding == "No pairing and no activity matches.")


def test_a_phase_whose_work_is_in_networks_says_so() -> None:
    only = in_networks(empty_dataset(), "testville-pt", "networkstead-nl")
    assert said(made(only, ID)) == f"No pairing and no activity is recorded. {ONLY_NETWORKS}"
    places = artificial_dataset()["places"]["place_id"].tolist()
    paired = with_pairings(Pairing(edition="NA-3"))
    # Few are too few to speak of most.
    assert len(places) < 20 and not made(in_networks(paired, *places), ID).more
    made_up = [
        [f"place-{number}", *row[1:]]
        for number, row in enumerate(artificial_dataset()["places"].values[:1].tolist() * 18)
    ]
    many = paired.with_tables(
        places=frame("places", [*artificial_dataset()["places"].values.tolist(), *made_up])
    )
    alone = made(in_networks(many, *(row[0] for row in made_up)), ID)
    assert alone.finding.startswith("20 places take part in Phase 3 so far, 2 of them in pairings;")
    assert "2 of 20" not in alone.more
    # Beside other phases the title speaks of all, and a sentence of this one.
    mostly = "In Phase 3 so far, most places take part through networks: 12 of 68 are in pairings."
    assert mostly in made(recorded_dataset(), ID).more
    # Two places beside the two in pairings are no most, and one is nothing that chance could not make.
    for few in (("networkstead-nl", "draftport-us"), ("networkstead-nl",)):
        assert "networks" not in said(made(in_networks(paired, *few), ID))


def test_networks_are_left_out_where_the_choice_cannot_be_said_of_them() -> None:
    # Networks have no goal and no kind of pairing, so their places do not stand beside what is chosen.
    for chosen in ({"goals": ("sdg-12",)}, {"clusters": ("mobility",)}, {"kinds": ("trio",)}):
        exhibit = made(artificial_dataset(), ID, **chosen)
        assert not any("networks" in figure.note for figure in figures(exhibit).values()), chosen
    assert len(NETWORK_MEMBERS) == 7


def test_recorded_figures_counted_once_more_from_what_was_collected() -> None:
    exhibit = made(recorded_dataset(), ID)
    value = {mark.key: mark.quantity.value for mark in exhibit.marks.values()}  # type: ignore[union-attr]
    pairings, members = collected("pairings"), collected("members")
    assert value["pairings"] == len({row["pairing_key"] for row in pairings}) == 162
    assert value["countries"] == len({row["country"] for row in members})
    assert value["activities"] == len(counted_activities())
    for phase in ("1", "2", "3"):
        of_phase = {row["pairing_key"] for row in pairings if row["edition"].endswith(f"-{phase}")}
        assert value[f"pairings/{phase}"] == len(of_phase)
        countries = {row["country"] for row in members if row["pairing_key"] in of_phase}
        assert value[f"countries/{phase}"] == len(countries)
    sizes = [
        sum(row["pairing_key"] == key for row in members) for key in {row["pairing_key"] for row in pairings}
    ]
    regional = sum(row["kind"] == "region" for row in pairings)
    assert figures(exhibit)["pairings"].note == (
        f"{sum(size > 2 for size in sizes)} trios and larger groups, {regional} between regions"
    )
    assert "In Phase 3 so far, most places take part through networks" in exhibit.more


def test_where_a_country_is_chosen_it_is_said_by_what_activities_match() -> None:
    assert made(recorded_dataset(), ID, countries=("TW",)).more.endswith(
        "Activities match a country or territory by where they took place or who was paired."
    )
    assert "Activities match" not in made(recorded_dataset(), ID).more
