"""Who took part besides cities and regions: pairings and activities are counted apart, each once a kind."""

from __future__ import annotations

from artificial import STAKEHOLDERS, artificial_dataset, empty_dataset, frame
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.stakeholders import who_took_part
from iurc_dash.forms import Bars
from iurc_dash.selection import Selection

ALL = Selection()


def test_kinds_counted_by_hand() -> None:
    exhibit = who_took_part(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Bars)
    assert not exhibit.form.stacked, "pairings and activities are never added up"
    values = {
        category.key: (exhibit.form.series[0].values[place], exhibit.form.series[1].values[place])
        for place, category in enumerate(exhibit.form.categories)
    }
    # Two workshops of one pairing are one pairing with a business.
    assert values == {"business": (1, 1), "civil society": (0, 1), "government": (0, 1), "research": (1, 0)}
    assert exhibit.finding == "6 stakeholders are recorded; business and research lead with 1 pairing each."
    assert "Business: 1 pairing and 1 activity" in exhibit.alt
    assert exhibit.cautions == ("stakeholders_partial",)


def test_one_leads_none_has_a_pairing_and_nothing() -> None:
    def found(count: int) -> str:
        dataset = artificial_dataset().with_tables(stakeholders=frame("stakeholders", STAKEHOLDERS[:count]))
        return who_took_part(dataset, ALL).finding

    assert found(1) == "1 stakeholder is recorded; business leads with 1 pairing."
    assert found(2) == "2 stakeholders are recorded; business leads with 1 pairing."
    of_activity = artificial_dataset().with_tables(stakeholders=frame("stakeholders", STAKEHOLDERS[3:4]))
    assert who_took_part(of_activity, ALL).finding == "1 stakeholder is recorded, in an activity."
    nothing = who_took_part(empty_dataset(), ALL)
    assert nothing.finding == "No stakeholder is recorded for these pairings and activities."
    assert nothing.form is None and nothing.rows == {}


def test_only_a_pairing_is_linked() -> None:
    table = who_took_part(artificial_dataset(), ALL).table.frame
    linked = table[table["pairing_id"] != ""]
    assert set(linked["subject_kind"]) == {"pairing"}
    assert set(table.loc[table["pairing_id"] == "", "subject"]) == {"Mayors meet", "Kick-off in Testville"}


def test_recorded_bars_are_counts_of_the_listed_rows() -> None:
    for selection in (
        ALL,
        Selection(phases=("2",)),
        Selection(regions=("CN",)),
        Selection(countries=("JP",)),
    ):
        exhibit = who_took_part(recorded_dataset(), selection)
        assert isinstance(exhibit.form, Bars)
        assert len(exhibit.table.frame) == len(exhibit.rows["stakeholders"])
        table = (
            recorded_dataset()["stakeholders"]
            .set_index("stakeholder_id")
            .loc[list(exhibit.rows["stakeholders"])]
        )
        for series, subject_kind in zip(exhibit.form.series, ("pairing", "activity"), strict=True):
            of_kind = table[table["subject_kind"] == subject_kind]
            for category, value in zip(exhibit.form.categories, series.values, strict=True):
                assert value == of_kind.loc[of_kind["kind"] == category.key, "subject_id"].nunique()
