"""Where the partners come from: hand-worked standings, and coverage where it makes the ranking."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset, said
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Bars
from iurc_dash.metrics.chance import sign_test
from iurc_dash.selection import Selection
from iurc_dash.view import EVERYTHING, view_of


def partners(counts: Mapping[str, int], totals: Mapping[str, float] | None = None) -> Dataset:
    """Artificial pairings, so many with a partner of each country; all in edition JP-1, each with a place of its own.

    `totals` gives the partner places that the programme counted, of an edition of that country alone: JP-1 for the
    first country, NA-1 for the second; pairings are in the edition of their country where it has one.
    """
    editions = dict(zip(totals or {}, ("JP-1", "NA-1"), strict=False))
    keys = [(country, number) for country, count in counts.items() for number in range(count)]
    names = [f"artificial-{country.lower()}-{number}" for country, number in keys]
    places = [
        (name, name, country, "city", 1.0, 1.0, None, "city", "geonames", "")
        for name, (country, _number) in zip(names, keys, strict=True)
    ]
    home = ("home-de", "Home", "DE", "city", 50.0, 10.0, None, "city", "geonames", "")
    base = empty_dataset()
    return base.with_tables(
        places=frame("places", [home, *places]),
        place_names=base["place_names"].iloc[:0],
        place_relations=base["place_relations"].iloc[:0],
        pairings=frame(
            "pairings",
            [
                (name, editions.get(country, "LAC-1"), "city", "", "", "", "")
                for name, (country, _number) in zip(names, keys, strict=True)
            ],
        ),
        pairing_members=frame(
            "pairing_members",
            [row for name in names for row in ((name, "home-de", "EU", 1), (name, name, "partner", 2))],
        ),
        edition_countries=frame("edition_countries", [(edition, code) for code, edition in editions.items()]),
        reported_figures=frame(
            "reported_figures",
            [
                (f"f-{code}", editions[code], "cities_partner", total, "exact", "", "")
                for code, total in (totals or {}).items()
            ],
        ),
    )


def countries(dataset: Dataset, selection: Selection = EVERYTHING) -> Exhibit:
    exhibit = make(view_of(dataset, selection), "pairings/countries")
    assert_sound(exhibit)
    return exhibit


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ({"BR": 1}, "Partner in the one pairing recorded: Brazil."),
        ({"BR": 2}, "Partner in both recorded pairings: Brazil."),
        ({"BR": 5}, "Partner in each of the 5 recorded pairings: Brazil."),
        ({"BR": 1, "CA": 1}, "Partner in one recorded pairing each: Brazil and Canada."),
        (
            {"BR": 1, "CA": 1, "CO": 1, "JP": 1},
            "Partner in one recorded pairing each: 4 countries and territories.",
        ),
        # Names stand as they do within a sentence.
        ({"US": 2, "CA": 2}, "Partner in 2 recorded pairings each: Canada and the United States."),
        (
            {"BR": 2, "CA": 2, "US": 1},
            "Partner most often: Brazil and Canada, each in 2 of 5 recorded pairings.",
        ),
        ({"BR": 2, "US": 1}, "Partner in 2 of 3 recorded pairings: Brazil, before the United States (1)."),
        ({"BR": 12, "CA": 10}, "Partner in 12 of 22 (55%) recorded pairings: Brazil, before Canada (10)."),
        (
            {"BR": 3, "CA": 1, "CO": 1},
            "Partner in 3 of 5 recorded pairings: Brazil, before 2 others (1 each).",
        ),
        (
            {"BR": 30, "CA": 5, "CO": 5},
            "Partner more often than any other: Brazil, in 30 of 40 (75%) recorded pairings.",
        ),
    ],
)
def test_who_is_partner_most_often(counts: dict[str, int], finding: str) -> None:
    assert countries(partners(counts)).finding == finding


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.sampled_from(["BR", "CA", "CO", "JP", "MX"]), st.integers(1, 12), min_size=1))
def test_no_lead_is_claimed_that_chance_may_have_made(counts: dict[str, int]) -> None:
    exhibit = countries(partners(counts))
    form = exhibit.form
    assert isinstance(form, Bars)
    assert {key: total.value for key, total in zip(form.axis.keys, form.totals, strict=True)} == counts
    first, *others = sorted(counts.values(), reverse=True)
    is_lead = bool(others) and sum(counts.values()) >= 20 and sign_test(first, others[0]) <= 0.05
    is_lead &= bool(others) and first > others[0]
    assert ("more often than any other" in exhibit.finding) is is_lead
    assert "%" not in exhibit.finding or sum(counts.values()) >= 20


def test_coverage_is_said_where_it_makes_the_ranking() -> None:
    # Of Japan 2 of 9 places counted are found: it could have overtaken Brazil.
    exhibit = countries(partners({"BR": 4, "JP": 2}, {"JP": 9}))
    assert exhibit.finding == "Partner in 4 of 6 recorded pairings: Brazil, before Japan (2)."
    assert exhibit.more == (
        "Japan: fewer than half of the partner places that the programme counted have a recorded pairing (2 of 9 in "
        "Phase 1)."
    )
    # Where pairings are chosen by what they are, what is missing of a whole programme says nothing.
    chosen = countries(partners({"BR": 4, "JP": 2}, {"JP": 9}), Selection(countries=("BR", "JP")))
    assert chosen.finding == exhibit.finding and not chosen.more
    assert "partner_coverage" in exhibit.cautions


def test_coverage_is_not_said_where_all_are_found_or_no_ranking_hangs_on_it() -> None:
    for counts, total in (({"BR": 4, "JP": 2}, 4.0), ({"BR": 30, "JP": 1}, 3.0)):
        assert "fewer than half" not in said(countries(partners(counts, {"JP": total})))
    assert "partner_coverage" not in countries(partners({"BR": 4, "JP": 2}, {"JP": 4.0})).cautions
    alone = countries(partners({"JP": 3}, {"JP": 20.0}))
    assert said(alone) == "Partner in each of the 3 recorded pairings: Japan."
    once = countries(partners({"BR": 1, "JP": 1}, {"JP": 20.0}))
    assert said(once) == "Partner in one recorded pairing each: Brazil and Japan."
    without = countries(
        partners({"BR": 4, "CA": 3, "JP": 2}, {"JP": 20.0}), Selection(countries=("BR", "CA"))
    )
    assert "Japan" not in said(without)


def test_bars_are_pairings_and_eu_countries_are_no_partners() -> None:
    exhibit = countries(artificial_dataset())
    form = exhibit.form
    assert isinstance(form, Bars)
    assert form.axis.facet == "countries" and form.axis.keys[0] == "US"
    assert form.stacked and [total.value for total in form.totals] == [2, 1, 1, 1, 1, 1]
    assert [series.key for series in form.series] == ["1", "2", "3"]
    assert exhibit.rows("US/2") == {"pairings": ("na-2-testville-sampleton-demo-city",)}
    assert "several_countries" not in exhibit.cautions
    assert exhibit.table.line("")["total"] is not None and exhibit.table.line("").is_total


def test_a_pairing_of_two_partner_countries_counts_once_in_all() -> None:
    dataset = artificial_dataset()
    members = dataset["pairing_members"].copy()
    members.loc[members["place_id"] == "hamlet-br", "place_id"] = "placeholder-ca"
    exhibit = countries(dataset.with_tables(pairing_members=members))
    total = exhibit.table.line("")["total"]
    assert total is not None and total.value == 7  # type: ignore[union-attr]
    assert "several_countries" in exhibit.cautions


def test_no_pairing_and_no_partner_are_told_apart() -> None:
    assert countries(empty_dataset()).finding == "No pairing matches."
    dataset = one_row_dataset()
    one_sided = dataset.with_tables(pairing_members=dataset["pairing_members"].iloc[:1])
    assert countries(one_sided).finding == "No partner is recorded for the pairings that match."


def test_the_recorded_partners() -> None:
    """China's lead over Japan is within chance, and fewer than half of its places are found."""
    exhibit = countries(recorded_dataset())
    form = exhibit.form
    assert isinstance(form, Bars) and len(form.axis.categories) == 12
    assert set(exhibit.rows()["pairings"]) == set(recorded_dataset()["pairings"]["pairing_id"])
    assert "more often than any other" not in exhibit.finding
    assert "China: fewer than half of the partner places that the programme counted" in exhibit.more
    assert len(exhibit.table) > 12
