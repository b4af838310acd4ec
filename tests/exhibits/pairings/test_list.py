"""All pairings in one list: its lines, its sentence, its search and its orders."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.forms import Listing
from iurc_dash.metrics.pairings import pairing_records
from iurc_dash.quantities import Count
from iurc_dash.selection import Selection
from iurc_dash.view import EVERYTHING, view_of

TRIO, GROUP, FIRST = "na-2-testville-sampleton-demo-city", "lac-2-group-of-five", "na-1-testville-demo-city"


def listed(selection: Selection = EVERYTHING, dataset: Dataset | None = None, **asked: str) -> Exhibit:
    return make(view_of(dataset or artificial_dataset(), selection), "pairings/list", **asked)


def with_sizes(*sizes: int) -> Dataset:
    """The artificial pairings, of which so many have so many members."""
    dataset = artificial_dataset()
    members, keys = dataset["pairing_members"], dataset["pairings"]["pairing_id"].tolist()
    places = dataset["places"]["place_id"].tolist()
    rows = [
        (key, place, "EU" if number == 0 else "partner", number + 1)
        for key, size in zip(keys, sizes, strict=False)
        for number, place in enumerate(places[:size])
    ]
    columns = dict(zip(members.columns, zip(*rows, strict=True), strict=True))
    made = members.iloc[:0].reindex(range(len(rows))).assign(**columns).astype(members.dtypes.to_dict())
    return dataset.with_tables(
        pairings=dataset["pairings"].iloc[: len(sizes)],
        pairing_members=made,
        pairing_themes=dataset["pairing_themes"].iloc[:0],
        activity_pairings=dataset["activity_pairings"].iloc[:0],
        gap_pairings=dataset["gap_pairings"].iloc[:0],
        row_sources=dataset["row_sources"].iloc[:0],
    )


@pytest.mark.parametrize(
    ("sizes", "finding"),
    [
        ((2,), "One pairing is recorded: Testville – Sampleton."),
        ((2, 2), "2 pairings are recorded, each of two members."),
        ((3, 3), "2 pairings are recorded, each of three members."),
        ((5, 4, 6), "3 pairings are recorded, each of four members or more."),
        ((1, 1), "2 pairings are recorded, none with more than one member."),
        ((2, 3), "2 pairings are recorded: 1 pair and 1 trio."),
        (
            (2, 2, 3, 4, 4, 1),
            "6 pairings are recorded: 2 pairs, 1 trio, 2 groups of four or more and "
            "1 with one member or none recorded.",
        ),
    ],
)
def test_how_many_there_are_and_of_how_many_members(sizes: tuple[int, ...], finding: str) -> None:
    assert listed(dataset=with_sizes(*sizes)).finding == finding


def test_a_line_holds_values_and_everything_that_a_download_needs() -> None:
    exhibit = listed()
    assert_sound(exhibit)
    assert exhibit.finding == "7 pairings are recorded: 5 pairs, 1 trio and 1 group of four or more."
    line = exhibit.table.line(TRIO)
    assert line["members"] == ("testville-pt", "sampleton-it", "demo-city-us")
    assert line["sides"] == ("EU", "EU", "partner")
    assert line["countries"] == ("PT", "IT", "US")
    assert (line["edition"], line["phase"], line["region"]) == ("NA-2", "2", "NA")
    assert (line["kind"], line["size"]) == ("city", "trio")
    assert line["themes"] == ("circular-economy", "renewable-energy")
    assert line["labels"] == ("circular economy", "circularity", "solar roofs")
    assert (line["start"], line["end"], line["status"]) == ("2021-09-01", "2023-12", "completed")
    assert (line["stated_goals"], line["inferred_goals"]) == ((), ("sdg-7", "sdg-12"))
    assert isinstance(line["activities"], Count)
    assert line["activities"].in_rows_of("activities") == ("na-2-case-study",)
    assert line["sources"] == ("page-na-2", "post-results")
    shown = [column.key for column in exhibit.table.columns if not column.hidden]
    assert shown == [
        "pairing",
        "countries",
        "edition",
        "themes",
        "start",
        "activities",
        "stated_goals",
        "inferred_goals",
    ]


def test_a_goal_with_both_bases_is_a_stated_one_and_stated_only_has_no_column_of_others() -> None:
    line = listed().table.line(FIRST)
    assert (line["stated_goals"], line["inferred_goals"]) == (("sdg-12",), ("sdg-11",))
    stated = listed(Selection(stated_only=True))
    assert "inferred_goals" not in {column.key for column in stated.table.columns}
    assert "inferred_goals" in listed().cautions and "inferred_goals" not in stated.cautions


def test_unknown_is_blank_and_never_made_up() -> None:
    line = listed().table.line("na-1-nowhereby-specimen")
    assert (line["start"], line["end"], line["summary"]) == ("", "", "")
    assert (line["stated_goals"], line["inferred_goals"]) == ((), ())


def test_the_chosen_theme_comes_first_and_then_those_of_the_chosen_group() -> None:
    by_theme = listed(Selection(themes=("renewable-energy",)))
    assert by_theme.table.line(TRIO)["themes"] == ("renewable-energy", "circular-economy")
    chosen = listed(Selection(clusters=("energy-transition",)))
    assert chosen.table.line(TRIO)["themes"] == ("renewable-energy", "circular-economy")


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("mockholm", {"jp-1-mockholm-prototype", GROUP}),
        ("MOCKHÖLM japan", {"jp-1-mockholm-prototype"}),
        ("Mockhölm – Prototype", {"jp-1-mockholm-prototype"}),
        ("Trialtown, Brazil", {GROUP}),
        ("circularity", {TRIO}),
        ("waste sort", {FIRST}),
        ("city of demo", {FIRST, TRIO}),
        ("rial", set()),
        ("  ", set(pairing_records(view_of(artificial_dataset())))),
    ],
)
def test_search_finds_names_countries_themes_labels_and_summaries(search: str, found: set[str]) -> None:
    exhibit = listed(search=search)
    assert_sound(exhibit)
    assert set(exhibit.table.keys) == found


def test_what_was_searched_is_said() -> None:
    assert listed(search="xyzzy").finding == "No pairing matches “xyzzy”."
    assert listed(search="xyzzy").is_empty
    assert listed(search="xyzzy").table.columns[0].key == "pairing"
    assert listed(search=" japan ").finding == "One pairing matches “japan”: Mockhölm – Prototype."
    assert listed(search="mockholm").finding == "2 pairings match “mockholm”."
    assert listed(dataset=one_row_dataset()).finding == "One pairing is recorded: Testville – Demo City."
    assert listed(dataset=empty_dataset()).finding == "No pairing matches."


def test_a_search_is_within_what_is_chosen() -> None:
    assert listed(Selection(phases=("2",)), search="testville").table.keys == (TRIO,)


@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_unknown_starts_come_last_either_way(order: str) -> None:
    keys = listed(sort="start", order=order).table.keys
    assert set(keys[-2:]) == {"na-1-nowhereby-specimen", GROUP}
    assert (keys[0] == "na-3-testville-placeholder") is (order == "descending")


def test_numbers_begin_with_the_largest_and_names_with_the_first() -> None:
    assert listed(sort="activities").table.keys[0] == FIRST
    assert listed(sort="activities", order="ascending").table.keys[-1] == FIRST
    assert listed().table.keys[0] == GROUP and listed(order="descending").table.keys[-1] == GROUP
    assert listed(sort="phase").table.keys[-1] == "na-3-testville-placeholder"


def asked_by_headings(**asked: str) -> dict[str, tuple[str, str]]:
    form = listed(**asked).form
    assert isinstance(form, Listing)
    return {column: (asks["sort"], asks["order"]) for column, asks in form.asks.items()}


def test_a_heading_asks_for_its_order_and_that_in_use_for_the_other_way_round() -> None:
    assert asked_by_headings() == {
        "pairing": ("name", "descending"),
        "edition": ("phase", "ascending"),
        "start": ("start", "ascending"),
        "activities": ("activities", "descending"),
    }
    assert asked_by_headings(sort="activities")["activities"] == ("activities", "ascending")
    assert asked_by_headings(sort="activities", order="ascending")["activities"][1] == "descending"
    assert asked_by_headings(sort="activities")["pairing"] == ("name", "ascending")
    shown = [column.key for column in listed().table.columns if not column.hidden]
    assert set(asked_by_headings()) <= set(shown), "an order that no heading shows could not be seen"


@pytest.mark.parametrize("sort", ["name", "phase", "start", "activities"])
def test_both_ways_show_the_same_pairings_and_say_which_way(sort: str) -> None:
    up, down = (listed(sort=sort, order=order) for order in ("ascending", "descending"))
    assert set(up.table.keys) == set(down.table.keys) and up.table.keys != down.table.keys
    assert isinstance(up.form, Listing) and isinstance(down.form, Listing)
    assert up.form.ordered_by == down.form.ordered_by
    assert (up.form.descending, down.form.descending) == (False, True)


@pytest.mark.parametrize(
    ("missing", "finding", "keys"),
    [
        ("start", "2 of 7 pairings have no start recorded.", {"na-1-nowhereby-specimen", GROUP}),
        (
            "theme",
            "2 of 7 pairings have no theme recorded.",
            {"lac-1-fictia-modelia", "jp-1-mockholm-prototype"},
        ),
    ],
)
def test_what_is_not_recorded_can_be_listed(missing: str, finding: str, keys: set[str]) -> None:
    exhibit = listed(missing=missing)
    assert_sound(exhibit)
    assert exhibit.finding == finding
    assert set(exhibit.table.keys) == keys
    for line in exhibit.table:
        assert not line["start" if missing == "start" else "themes"]
    assert exhibit.rows() == {"pairings": exhibit.table.keys}, "what is counted is what is listed"


def test_no_activity_means_none_that_was_done_and_what_is_only_planned_is_said() -> None:
    exhibit = listed(missing="activity")
    assert exhibit.finding == "1 of 7 pairings has no activity recorded."
    assert exhibit.table.keys == ("na-3-testville-placeholder",)
    assert exhibit.more == "For 1 of them an activity is only planned or proposed."
    dataset = artificial_dataset()
    links = dataset["activity_pairings"]
    bare = dataset.with_tables(activity_pairings=links[links["pairing_id"] != "na-3-testville-placeholder"])
    assert listed(dataset=bare, missing="activity").more == ""
    assert listed(missing="theme").more == ""


@pytest.mark.parametrize(
    ("size", "finding"),
    [
        (1, "The one pairing that matches has no activity recorded."),
        (2, "Neither of the two pairings that match has an activity recorded."),
        (3, "None of the 3 pairings that match has an activity recorded."),
    ],
)
def test_where_none_of_them_has_it(size: int, finding: str) -> None:
    assert listed(dataset=with_sizes(*[2] * size), missing="activity").finding == finding


def test_a_search_and_what_is_missing_narrow_together() -> None:
    exhibit = listed(search="mockholm", missing="start")
    assert exhibit.finding == "Of 2 pairings that match “mockholm” one has no start recorded."
    assert exhibit.table.keys == (GROUP,)
    assert listed(search="xyzzy", missing="start").finding == "No pairing matches “xyzzy”."


def test_where_everything_has_it_that_is_said_and_nothing_is_listed() -> None:
    exhibit = listed(Selection(phases=("2",)), missing="theme")
    assert_sound(exhibit)
    assert exhibit.is_empty
    assert exhibit.finding == "Each of the 2 pairings that match has a theme recorded."
    one = listed(search="japan", missing="start")
    assert one.is_empty and one.finding == "The start of the one pairing that matches is recorded."


def test_a_list_of_what_is_missing_is_refused_for_what_is_not_looked_at() -> None:
    with pytest.raises(ExhibitError, match="“manners”"):
        listed(missing="manners")


def test_an_order_that_is_not_offered_is_refused_in_a_sentence() -> None:
    with pytest.raises(ExhibitError, match="“wildly”"):
        listed(sort="wildly")


def test_only_lines_that_are_looked_at_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from iurc_dash.exhibits import listing

    made: list[str] = []
    monkeypatch.setattr(listing, "size_of_pairing", lambda record: made.append(record.pairing_id) or "")
    exhibit = make(view_of(artificial_dataset().with_tables()), "pairings/list", sort="activities")
    assert len(exhibit.table) == 7 and not made
    list(exhibit.table.part(0, 2))
    assert made == list(exhibit.table.keys[:2])


def test_every_recorded_pairing_is_listed_once_with_its_activities() -> None:
    dataset = recorded_dataset()
    exhibit = listed(dataset=dataset)
    assert sorted(exhibit.table.keys) == sorted(dataset["pairings"]["pairing_id"])
    done = set(
        dataset["activities"].loc[
            ~dataset["activities"]["state"].isin(["planned", "proposed"]), "activity_id"
        ]
    )
    links = dataset["activity_pairings"]
    for line in exhibit.table:
        activities = line["activities"]
        assert isinstance(activities, Count)
        expected = set(links.loc[links["pairing_id"] == line.key, "activity_id"]) & done
        assert set(activities.in_rows_of("activities")) == expected
        assert line["sources"], line.key
