"""One pairing, told from every table that speaks of it."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from artificial import artificial_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.pairings._pairing import pairing_choices
from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.forms import Prose, TwoSides
from iurc_dash.quantities import Count
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.view import EVERYTHING, view_of

TRIO, GROUP, FIRST = "na-2-testville-sampleton-demo-city", "lac-2-group-of-five", "na-1-testville-demo-city"
BRITISH, REGIONS = "na-1-nowhereby-specimen", "lac-1-fictia-modelia"
PARTS = ("facts", "members", "themes", "goals", "stakeholders", "related", "gaps", "sources")


def told(
    part: str, pairing: str, dataset: Dataset | None = None, selection: Selection = EVERYTHING
) -> Exhibit:
    view = view_of(dataset or artificial_dataset(), selection)
    exhibit = make(view, f"pairings/{part}", pairing=pairing)
    assert_sound(exhibit)
    return exhibit


def without(table: str) -> Dataset:
    """The artificial dataset without the rows of a table."""
    return artificial_dataset().with_tables(**{table: artificial_dataset()[table].iloc[:0]})


def paragraphs(pairing: str, dataset: Dataset | None = None) -> tuple[str, ...]:
    """What is told of a pairing, paragraph by paragraph."""
    form = told("facts", pairing, dataset).form
    assert isinstance(form, Prose)
    return form.texts


def test_facts_say_where_it_belongs_when_it_ran_and_how_much_is_recorded() -> None:
    exhibit = told("facts", FIRST)
    assert exhibit.finding == "“Testville – Demo City” is a pair of cities in “North America, phase 1”."
    line = exhibit.table.line(FIRST)
    assert (line["edition"], line["period"], line["status"]) == ("NA-1", ("2017-12", "2020"), "completed")
    assert isinstance(line["activities"], Count)
    assert exhibit.rows("table:" + f"{FIRST}/activities") == {
        "activities": ("na-1-kick-off", "na-1-study-visit", "na-1-action-plan")
    }
    unknown = told("facts", BRITISH).table.line(BRITISH)
    assert (unknown["summary"], unknown["period"]) == ("", ("", ""))


def test_a_story_is_made_of_rows_and_each_number_in_it_opens_them() -> None:
    assert paragraphs(FIRST) == (
        "Tested waste sorting together.",
        "Its start is dated December 2017, its end 2020. It is recorded as completed.",
        "3 activities are recorded: 1 action plan, 1 networking event and 1 study visit. "
        "In our reading, steps of the cooperation: met (1) and planned together (1).",
        "3 entries name others than the members: business and government. "
        "Members are also in 2 pairings of other programmes in a region.",
    )
    exhibit = told("facts", FIRST)
    assert exhibit.rows("step/met") == {"activities": ("na-1-study-visit",)}
    assert exhibit.rows("kind/action plan") == {"activities": ("na-1-action-plan",)}
    assert exhibit.rows("related")["pairings"] == told("related", FIRST).table.keys
    for key, mark in exhibit.marks.items():
        numbers = re.findall(r"\d+", mark.label)
        assert numbers == [str(mark.quantity.value)], key  # type: ignore[union-attr]


def test_what_is_not_recorded_is_said_and_nothing_is_made_up() -> None:
    british = paragraphs(BRITISH)
    assert british[0] == "What was worked on is not recorded."
    assert british[1].startswith("Neither its start nor its end is recorded.")
    bare = artificial_dataset().with_tables(
        activity_pairings=artificial_dataset()["activity_pairings"].iloc[:0],
        stakeholders=artificial_dataset()["stakeholders"].iloc[:0],
        pairings=artificial_dataset()["pairings"].assign(status="", end_date="", summary=""),
    )
    assert paragraphs(FIRST, bare)[:3] == (
        "What was worked on is not recorded.",
        "Its start is dated December 2017; an end is not recorded. Whether it is over is not recorded.",
        "No activity is recorded.",
    )


def test_what_is_only_planned_is_no_activity_that_was_done() -> None:
    planned = "na-3-testville-placeholder"
    assert "No activity is recorded as done; 1 is only planned or proposed." in paragraphs(planned)
    group = paragraphs(GROUP)[2]
    assert group.startswith("1 activity is recorded: 1 bilateral meeting.")
    assert group.endswith("1 more is only planned or proposed.")


@pytest.mark.parametrize(
    ("pairing", "kind"),
    [
        (TRIO, "a trio of cities"),
        (GROUP, "a group of 5 cities"),
        (REGIONS, "a pair of regions"),
    ],
)
def test_what_it_is(pairing: str, kind: str) -> None:
    assert f" is {kind} in “" in told("facts", pairing).finding


def test_what_it_is_with_a_member_missing_or_of_an_unknown_kind() -> None:
    bare = told("facts", FIRST, without("pairing_members"))
    assert "is a pairing of which not both sides are recorded in" in bare.finding
    dataset = artificial_dataset()
    odd = dataset.with_tables(pairings=dataset["pairings"].assign(kind="islands"))
    assert "is a group of 3 members in" in told("facts", TRIO, odd).finding


def test_members_with_side_position_and_what_to_know_of_their_country() -> None:
    exhibit = told("members", BRITISH)
    assert exhibit.finding == "Nowhereby (United Kingdom) worked with Specimen (Mexico)."
    british, partner = exhibit.table
    assert (british["side"], british["exactness"]) == ("EU", "none")
    assert british["note"] == "On the EU side in phase 1." and not partner["note"]
    assert exhibit.rows() == {
        "pairing_members": (f"{BRITISH}|nowhereby-gb", f"{BRITISH}|specimen-mx"),
    }
    others = told("members", FIRST)
    assert next(column for column in others.table.columns if column.key == "note").hidden
    assert (
        told("members", FIRST, without("pairing_members")).finding == "No member of this pairing is recorded."
    )


@pytest.mark.parametrize(
    ("status", "finding"),
    [
        ("completed", "Testville (Portugal) worked with Demo City (United States)."),
        ("active", "Testville (Portugal) works with Demo City (United States)."),
        ("", "Testville (Portugal) is paired with Demo City (United States)."),
    ],
)
def test_whether_members_still_work_together_is_said_as_the_status_has_it(status: str, finding: str) -> None:
    pairings = artificial_dataset()["pairings"].assign(status=status)
    assert told("members", FIRST, artificial_dataset().with_tables(pairings=pairings)).finding == finding


def drawn(pairing: str, dataset: Dataset | None = None) -> TwoSides:
    form = told("members", pairing, dataset).form
    assert isinstance(form, TwoSides)
    return form


def test_a_pairing_is_drawn_as_two_sides_and_the_line_between_in_the_colour_of_its_region() -> None:
    form = drawn(TRIO)
    assert [[place.key for place in side] for side in form.sides] == [
        ["testville-pt", "sampleton-it"],
        ["demo-city-us"],
    ]
    view = view_of(artificial_dataset())
    assert form.colour == view.colour("regions", "NA") != view.colour("phases", "2")
    assert (form.label, form.belongs_to) == ("North America, phase 2", ("editions", "NA-2"))
    assert form.notes == ("1 September 2021 to December 2023", "completed")
    first = form.sides[0][0]
    assert first.notes == ("Portugal, city",) and first.others_label == "2 other pairings"
    assert set(first.others.in_rows_of("pairings")) == {FIRST, "na-3-testville-placeholder"}
    assert drawn(BRITISH).sides[0][0].notes[-1] == "On the EU side in phase 1."


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("", "", "start and end not recorded"),
        ("2017", "", "from 2017, end not recorded"),
        ("", "2020-03", "until March 2020, start not recorded"),
    ],
)
def test_a_line_says_what_is_not_known_of_its_time(start: str, end: str, said: str) -> None:
    pairings = artificial_dataset()["pairings"].assign(start_date=start, end_date=end, status="")
    assert drawn(FIRST, artificial_dataset().with_tables(pairings=pairings)).notes == (said,)


def test_labels_as_written_stand_under_one_theme() -> None:
    exhibit = told("themes", TRIO)
    assert exhibit.finding == "2 themes are recorded: “Circular economy” and “Renewable energy”."
    assert exhibit.table.line("circular-economy")["labels"] == ("circular economy", "circularity")
    assert exhibit.table.line("renewable-energy")["cluster"] == "energy-transition"
    assert told("themes", BRITISH).finding == "One theme is recorded: “Sustainable urban mobility”."
    assert told("themes", REGIONS).finding == "No theme of this pairing is recorded."


@pytest.mark.parametrize(
    ("pairing", "finding"),
    [
        (BRITISH, "No link to a goal or agenda is recorded."),
        (GROUP, "One link to a goal or agenda is stated by a source."),
        (TRIO, "2 links to goals or agendas are our reading of what was worked on."),
        (
            FIRST,
            "One link to a goal or agenda is stated by a source. 2 more are our reading of what was worked on.",
        ),
    ],
)
def test_links_to_goals_are_stated_or_our_reading(pairing: str, finding: str) -> None:
    exhibit = told("goals", pairing)
    assert exhibit.finding == finding
    assert ("inferred_goals" in exhibit.cautions) is ("our reading" in finding)


def test_stated_links_come_first_each_with_its_sources() -> None:
    exhibit = told("goals", FIRST)
    assert [line["basis"] for line in exhibit.table] == ["stated", "inferred", "inferred"]
    assert [line["goal"] for line in exhibit.table] == ["sdg-12", "sdg-11", "sdg-12"]
    assert all(line["sources"] for line in exhibit.table)
    (whole_agenda,) = told("goals", "jp-1-mockholm-prototype").table
    assert whole_agenda["goal"] is NOT_APPLICABLE and whole_agenda["agenda"] == "sdg"


def test_a_profile_is_whole_whatever_the_filters() -> None:
    for part in PARTS:
        narrowed = told(part, FIRST, selection=Selection(phases=("3",), stated_only=True))
        assert narrowed.finding == told(part, FIRST).finding
        assert narrowed.table.keys == told(part, FIRST).table.keys


def test_who_is_named_besides_the_members_in_the_pairing_and_in_its_activities() -> None:
    exhibit = told("stakeholders", FIRST)
    assert exhibit.finding == "3 entries name others than the members: business and government."
    assert exhibit.table.line("s-1")["activity"] is NOT_APPLICABLE
    assert exhibit.table.line("s-4")["activity"] == "na-1-kick-off"
    assert told("stakeholders", TRIO).finding == "One entry names others than the members: research."
    assert told("stakeholders", REGIONS).finding == "Nobody besides the members is recorded."


def test_related_pairings_name_the_places_in_both() -> None:
    exhibit = told("related", FIRST)
    assert exhibit.finding == "2 pairings of other programmes in a region share a place with this one."
    assert exhibit.table.line(TRIO)["shared"] == ("testville-pt", "demo-city-us")
    one = told("related", "jp-1-mockholm-prototype")
    assert one.finding == "One pairing of another programme in a region shares a place with this one."
    assert told("related", REGIONS).is_empty


def test_a_note_of_several_editions_stands_once() -> None:
    exhibit = told("gaps", BRITISH)
    assert exhibit.finding == "5 things are not recorded. One thing is noted as missing or in doubt."
    dataset = artificial_dataset()
    again = dataset["gaps"].iloc[:1].assign(gap_id="na-2-missing-1", edition_id="NA-2")
    link = dataset["gap_pairings"].assign(gap_id="na-2-missing-1")
    twice = dataset.with_tables(
        gaps=pd.concat([dataset["gaps"], again]), gap_pairings=pd.concat([dataset["gap_pairings"], link])
    )
    assert len(told("gaps", BRITISH, twice).table) == len(exhibit.table)


def test_what_no_row_says_is_listed_as_not_recorded() -> None:
    assert [line["note"] for line in told("gaps", BRITISH).table] == [
        "What was worked on is not recorded.",
        "Its start is not recorded.",
        "Its end is not recorded.",
        "No source that was read states a Sustainable Development Goal.",
        "It rests on one public page alone.",
        "The theme of the second pairing was looked for in vain.",
    ]
    first = told("gaps", FIRST)
    assert [line["note"] for line in first.table] == ["It rests on one public page alone."]
    assert first.finding == "One thing is not recorded."
    assert first.rows() == {"pairings": (FIRST,)}
    both = artificial_dataset()["row_sources"]
    again = both[(both["table_name"] == "pairings") & (both["row_id"] == FIRST)].assign(
        source_id="post-results"
    )
    full = told("gaps", FIRST, artificial_dataset().with_tables(row_sources=pd.concat([both, again])))
    assert full.is_empty
    assert full.finding == "All that is looked for is recorded, and nothing is noted as in doubt."


def test_sources_are_those_of_the_pairing_its_members_its_links_and_its_stakeholders() -> None:
    exhibit = told("sources", TRIO)
    assert exhibit.finding == "What is recorded of this pairing rests on 2 public pages."
    assert set(exhibit.table.keys) == {"page-na-2", "post-results"}
    line = exhibit.table.line("post-results")
    assert (line["publisher"], line["published"]) == ("Gazette of Samples", "2023-12")
    assert line["address"] == "https://example.net/results"
    assert told("sources", FIRST).finding == "What is recorded of this pairing rests on one public page."
    assert told("sources", FIRST, without("row_sources")).is_empty


def test_an_unknown_pairing_is_refused_in_a_sentence() -> None:
    for part in (*PARTS, "activities"):
        with pytest.raises(ExhibitError, match="“no-such-pairing”"):
            told(part, "no-such-pairing")
        with pytest.raises(ExhibitError, match="needs “pairing”"):
            make(view_of(artificial_dataset()), f"pairings/{part}")


def test_choices_are_every_pairing_by_name_and_tell_the_same_places_apart() -> None:
    dataset = artificial_dataset()
    choices = pairing_choices(view_of(dataset, Selection(phases=("3",))))
    assert len(choices) == 7 and list(choices.values()) == sorted(choices.values())
    assert choices["jp-1-mockholm-prototype"] == "Mockhölm – Prototype"
    members = dataset["pairing_members"]
    same = members[members["pairing_id"] == FIRST].assign(pairing_id="jp-1-mockholm-prototype")
    others = members[members["pairing_id"] != "jp-1-mockholm-prototype"]
    twice = pairing_choices(view_of(dataset.with_tables(pairing_members=pd.concat([others, same]))))
    assert twice["jp-1-mockholm-prototype"] == "Testville – Demo City (Japan, phase 1)"
    assert len(set(twice.values())) == 7


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_every_recorded_pairing_has_a_profile(part: str) -> None:
    dataset = recorded_dataset()
    for key in dataset["pairings"]["pairing_id"]:
        exhibit = told(part, key, dataset)
        if part in ("facts", "members", "sources"):
            assert not exhibit.is_empty, key
