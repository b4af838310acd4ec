"""What came of the circular economy: results that exist, apart from what was only planned."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset, with_activities
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.forms import Bars
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE

ID = "themes/circular-economy"
CIRCULAR, OTHER = "circular-economy", "smart-cities"


def naming(*kinds: tuple[str, str], pairings: tuple[Pairing, ...] = ()) -> Dataset:
    """Activities of (kind, state) that name the circular economy, and pairings."""
    dataset = with_activities(*({"kind": kind, "state": state} for kind, state in kinds))
    named = [(f"a{number}", CIRCULAR, "circular") for number in range(1, len(kinds) + 1)]
    own = with_pairings(*pairings)
    return dataset.with_tables(
        **{name: own[name] for name in ("pairings", "pairing_members", "pairing_themes")},
        activity_themes=frame("activity_themes", named),
    )


def found(*kinds: tuple[str, str], pairings: tuple[Pairing, ...] = (Pairing((OTHER,)),)) -> str:
    return said(made(naming(*kinds, pairings=pairings), ID))


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    assert exhibit.finding == "2 of 5 pairings with a theme recorded work on the circular economy."
    assert exhibit.more == "2 activities name it, among them 1 case study and 1 publication."
    # A webinar on waste is not one on the circular economy.
    assert exhibit.rows()["activities"] == ("na-2-publication", "na-2-case-study")
    form = exhibit.form
    assert isinstance(form, Bars)
    assert form.axis.keys == ("pairings", "case study", "publication")
    assert [category.label for category in form.axis.categories] == [
        "Pairings",
        "Case studies",
        "Publications",
    ]
    assert [series.key for series in form.series] == ["1", "2", "3"]


def test_the_list_has_pairings_first_and_labels_as_written() -> None:
    lines = list(made(artificial_dataset(), ID).table)
    assert [line["key"] for line in lines] == [
        "na-1-testville-demo-city",
        "na-2-testville-sampleton-demo-city",
        "na-2-publication",
        "na-2-case-study",
    ]
    assert lines[1]["labels"] == ("circular economy", "circularity") and lines[1]["kind"] is NOT_APPLICABLE
    assert (lines[2]["subject"], lines[2]["kind"], lines[2]["state"]) == (
        "Booklet of tests",
        "publication",
        "done",
    )
    assert lines[2]["period"] == ("2022-03-01", "")


def test_undated_activities_come_last() -> None:
    dataset = naming(("webinar", ""), ("webinar", ""), ("webinar", ""))
    activities = dataset["activities"].assign(start_date=["", "2019", "2018-05"], end_date=["", "", ""])
    exhibit = made(dataset.with_tables(activities=activities), ID)
    assert [line["key"] for line in exhibit.table] == ["a3", "a2", "a1"]


def test_what_is_only_planned_is_no_result() -> None:
    assert found(
        ("agreement", "done"), ("agreement", "planned"), ("pilot project", "proposed"), ("webinar", "")
    ) == (
        "No pairing that matches works on the circular economy. 2 activities name it, among them 1 agreement. 2 more "
        "are only planned or proposed, and not counted."
    )
    exhibit = made(naming(("agreement", "done"), ("agreement", "planned")), ID)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Bars)
    totals = dict(zip(exhibit.form.axis.keys, exhibit.form.totals, strict=True))
    assert totals["agreement"].value == 1 and totals["ahead"].value == 1
    assert exhibit.form.axis.categories[-1].label == "Planned or proposed"


def test_one_activity_is_told_by_its_kind() -> None:
    assert found(("webinar", "")) == (
        "No pairing that matches works on the circular economy. One activity names it (webinar)."
    )
    assert found(("webinar", ""), ("training", "")) == (
        "No pairing that matches works on the circular economy. 2 activities name it, none of them a plan, "
        "pilot, agreement, publication or case study."
    )


def test_pairings_at_one_two_and_many() -> None:
    circular, other = Pairing((CIRCULAR,)), Pairing((OTHER,))
    end = " the circular economy. No activity names it."
    assert said(made(one_row_dataset(), ID)) == "The one pairing with a theme recorded works on" + end
    assert found(pairings=(circular, circular)) == "Both pairings with a theme recorded work on" + end
    assert found(pairings=(circular,) * 3) == "All 3 pairings with a theme recorded work on" + end
    assert found(pairings=(circular, other, other)) == "1 of 3 pairings with a theme recorded works on" + end
    assert found(pairings=(circular,) * 5 + (other,) * 15) == (
        "5 of 20 (25%) pairings with a theme recorded work on" + end
    )


def test_where_its_group_is_chosen_the_base_is_not_called_all_pairings_with_a_theme() -> None:
    waste = Pairing(("waste-management",))
    exhibit = made(
        naming(pairings=(Pairing((CIRCULAR,)), Pairing((CIRCULAR,)), waste, Pairing((OTHER,)))),
        ID,
        clusters=("circular-economy-and-waste",),
    )
    assert said(exhibit) == ("2 of 3 pairings that match work on the circular economy. No activity names it.")


def test_nothing_on_it_is_said_and_not_drawn() -> None:
    for exhibit in (made(empty_dataset(), ID), made(artificial_dataset(), ID, regions=("JP",))):
        assert exhibit.finding == "No pairing or activity that matches works on the circular economy."
        assert exhibit.is_empty


def test_recorded_agreements_all_name_it() -> None:
    exhibit = made(recorded_dataset(), ID)
    bar = exhibit.quantity("agreement/")
    assert isinstance(bar, Count)
    named = recorded_dataset()["activity_themes"]
    labels = named[named["activity_id"].isin(bar.in_rows_of("activities")) & (named["theme_id"] == CIRCULAR)][
        "label"
    ]
    assert all("circular" in label for label in labels)
    assert "lac-2-sanepar-central-mining-institute-mou" not in bar.in_rows_of("activities")
