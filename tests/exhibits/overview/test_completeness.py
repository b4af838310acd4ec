"""How full the record is: whole sentences, and the sources of what is shown alone."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset, said

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
    assert exhibit.finding == "The pairings and activities shown rest on 11 public pages."
    assert exhibit.more == (
        "5 of 7 pairings have a theme recorded, 5 a start date. 3 of 7 are linked to a Sustainable Development Goal, 2 "
        "of them by a source."
    )
    assert exhibit.table.line("themes")["share"] is NOT_APPLICABLE


def test_many_pairings_get_a_share() -> None:
    exhibit = made(with_pairings(*[Pairing(("smart-cities",))] * 15, *[Pairing()] * 5), ID)
    assert said(exhibit) == (
        "No source is named for what is shown. 15 of 20 (75%) pairings have a theme recorded, 0 a start date. None is "
        "linked to a Sustainable Development Goal."
    )
    read = made(with_pairings(*[Pairing(inferred=("sdg-3",))] * 2), ID).more
    assert read.endswith(
        "2 of 2 are linked to a Sustainable Development Goal in our reading, and no source says so."
    )


def test_one_and_none() -> None:
    assert said(made(one_row_dataset(), ID)) == (
        "The pairings and activities shown rest on 2 public pages. The one pairing is recorded with a theme and a "
        "start date. A source links it to a Sustainable Development Goal."
    )
    assert said(made(with_pairings(Pairing(inferred=("sdg-3",))), ID)).endswith(
        "Neither a theme nor a start date of the one pairing is recorded. It is linked to a Sustainable Development "
        "Goal in our reading."
    )
    nothing = made(empty_dataset(), ID)
    assert nothing.finding == "No pairing and no activity in this record matches."
    assert nothing.is_empty
    wide = made(artificial_dataset(), ID, regions=("ALL",))
    assert said(wide) == "The pairings and activities shown rest on 2 public pages."


def test_only_stated_links_count_where_only_these_are_chosen() -> None:
    exhibit = made(artificial_dataset(), ID, stated_only=True)
    assert values(exhibit)["goals"] == 2
    # Three have a link: that only stated ones are looked at is said, and no other is denied.
    assert exhibit.more.endswith(
        "Only links to goals that a source states are looked at: 2 of 7 pairings have one."
    )
    assert "our reading" not in exhibit.more


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
