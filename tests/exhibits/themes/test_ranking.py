"""The themes that come up most, and one line for all that the figure leaves out."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset, frame
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.themes.ranking import FURTHER, MOST_SHOWN
from iurc_dash.forms import Bars
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE

ID = "themes/ranking"


def test_themes_ranked_by_hand_ties_by_name() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, Bars)
    assert list(zip(form.axis.keys, (total.value for total in form.totals), strict=True)) == [
        ("circular-economy", 2),
        ("smart-cities", 2),
        ("sustainable-urban-mobility", 2),
        ("renewable-energy", 1),
        ("waste-management", 1),
    ]
    assert [series.key for series in form.series] == ["1", "2", "3"]
    assert exhibit.rows("smart-cities/3") == {"pairings": ("na-3-testville-placeholder",)}
    assert exhibit.finding == (
        "“Circular economy”, “Smart cities” and “Sustainable urban mobility” come first together, each in 2 "
        "of 5 pairings with a theme recorded."
    )
    # Nothing is left out, so no line sums it up.
    assert exhibit.table.keys == form.axis.keys


def test_of_a_chosen_group_its_own_themes_are_ranked() -> None:
    exhibit = made(artificial_dataset(), ID, clusters=("circular-economy-and-waste",))
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Bars)
    # Renewable energy comes up in these pairings too, and is of another group.
    assert exhibit.form.axis.keys == ("circular-economy", "waste-management")
    assert exhibit.finding == "Within “Circular economy and waste”: Both pairings work on “Circular economy”."


def test_all_at_one_is_no_lead() -> None:
    themes = ("circular-economy", "waste-management", "renewable-energy", "smart-cities")
    said = made(with_pairings(*(Pairing((theme,)) for theme in themes)), ID).finding
    assert said == "4 themes come up once each, so nothing stands out."


def test_what_is_left_out_is_one_line_of_distinct_pairings() -> None:
    made_up = [(f"made-up-{n:02}", f"Made up {n:02}", "digital", "") for n in range(MOST_SHOWN + 3)]
    every = tuple(key for key, *_name in made_up)
    dataset = with_pairings(
        *[Pairing(every[:MOST_SHOWN])] * 2,
        Pairing(every),
        Pairing(every[-2:], edition="NA-2"),
        themes=frame("themes", made_up),
    )
    exhibit = made(dataset, ID)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Bars) and len(exhibit.form.axis.keys) == MOST_SHOWN
    line = exhibit.table.line(FURTHER)
    assert line["category"] == "3 further themes together" and line["cluster"] is NOT_APPLICABLE
    total, first, second = line["total"], line["1"], line["2"]
    assert isinstance(total, Count) and isinstance(first, Count) and isinstance(second, Count)
    # p3 works on all three and counts once.
    assert total.in_rows_of("pairings") == ("p3", "p4")
    assert (first.value, second.value) == (1, 1)
    assert not line.is_total
    assert exhibit.answer.counted.value == 4


def test_nothing_to_rank() -> None:
    assert made(empty_dataset(), ID).finding == "No pairing matches."
    assert made(with_pairings(Pairing()), ID).is_empty


def test_the_recorded_ranking_leaves_nothing_out() -> None:
    exhibit = made(recorded_dataset(), ID)
    table = recorded_dataset()["pairing_themes"]
    shown = set(exhibit.table.keys) - {FURTHER}
    counted = exhibit.table.line(FURTHER)["total"]
    assert isinstance(counted, Count)
    assert set(counted.in_rows_of("pairings")) == set(table.loc[~table["theme_id"].isin(shown), "pairing_id"])
    assert exhibit.answer.counted.value == table["pairing_id"].nunique()
