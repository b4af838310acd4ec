"""How full the record is: whole sentences, and the sources of what is shown alone."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Facts
from iurc_dash.tabular import NOT_APPLICABLE

ID = "overview/completeness"


def values(exhibit: Exhibit) -> dict[str, int]:
    assert isinstance(exhibit.form, Facts)
    return {column.key: cell.value for column, cell in exhibit.form.terms}  # type: ignore[union-attr, misc]


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    # Thirteen pages are recorded: of one nothing rests, and on another only a programme in a region.
    assert values(exhibit) == {
        "sources": 11,
        "pairings": 7,
        "themes": 5,
        "starts": 5,
        "goals": 3,
        "stated_goals": 2,
        "activities": 14,
        "dates": 12,
    }
    assert exhibit.finding == (
        "The pairings and activities shown rest on 11 public pages. A theme is recorded for 5 of 7 pairings, a start "
        "date for 5, a link to a Sustainable Development Goal for 3. A source states such a link for 2 pairings."
    )
    assert "%" not in exhibit.finding
    assert exhibit.table.line("themes")["share"] is NOT_APPLICABLE


def test_many_pairings_get_a_share() -> None:
    exhibit = made(with_pairings(*[Pairing(("smart-cities",))] * 15, *[Pairing()] * 5), ID)
    assert "A theme is recorded for 15 of 20 (75%) pairings, a start date for 0," in exhibit.finding
    assert exhibit.finding.endswith("No source states such a link.")
    assert exhibit.finding.startswith("No source is named for what is shown.")


def test_one_and_none() -> None:
    assert made(one_row_dataset(), ID).finding == (
        "The pairings and activities shown rest on 2 public pages. A theme is recorded for 1 of 1 pairing, a start "
        "date for 1, a link to a Sustainable Development Goal for 1. A source states such a link for 1 pairing."
    )
    nothing = made(empty_dataset(), ID)
    assert nothing.finding == "No pairing and no activity in this record matches."
    assert nothing.is_empty
    wide = made(artificial_dataset(), ID, regions=("ALL",))
    assert wide.finding == "The pairings and activities shown rest on 2 public pages."


def test_only_stated_links_count_where_only_these_are_chosen() -> None:
    assert values(made(artificial_dataset(), ID, stated_only=True))["goals"] == 2


def test_what_a_whole_programme_rests_on_is_not_counted_for_one_country() -> None:
    every = values(made(recorded_dataset(), ID))["sources"]
    of_one = made(recorded_dataset(), ID, countries=("SI",))
    pairings = set(of_one.answer.counted.in_rows_of("pairings"))
    activities = set(of_one.answer.counted.in_rows_of("activities"))
    cited = recorded_dataset()["row_sources"]
    links = recorded_dataset()["contributions"]
    subjects = pairings | activities
    rows = {
        *pairings,
        *activities,
        *links.loc[links["subject_id"].isin(subjects), "contribution_id"],
        *recorded_dataset()["stakeholders"].query("subject_id in @subjects")["stakeholder_id"],
    }
    expected = {
        source
        for table, row, source in cited.itertuples(index=False, name=None)
        if (table in ("pairings", "activities", "contributions", "stakeholders") and row in rows)
        or (table == "pairing_members" and row.split("|")[0] in pairings)
    }
    planned = of_one.view["activities"]
    assert set(planned["activity_id"]) == activities, "nothing of it is only planned, so all is shown"
    assert values(of_one)["sources"] == len(expected) < 20 < every


def test_what_is_only_planned_is_no_activity_that_is_counted() -> None:
    planned = one_row_dataset()["activities"].assign(state="planned")
    exhibit = made(one_row_dataset().with_tables(activities=planned), ID)
    assert values(exhibit)["activities"] == 0
