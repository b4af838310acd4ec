"""Activities by kind and by region: whole sentences, and numbers counted by hand and from the collected files."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, with_activities
from collected_rows import counted_activities
from exhibit_checks import recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Matrix
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def made(dataset: Dataset, id: str, **chosen: Any) -> Exhibit:
    return make(view_of(dataset, Selection(**chosen)), id)


def cells(exhibit: Exhibit) -> dict[tuple[str, str], int | None]:
    form = exhibit.form
    assert isinstance(form, Matrix)
    return {
        (row, column): None if value is None else value.value
        for row, values in zip(form.rows.keys, form.values, strict=True)
        for column, value in zip(form.columns.keys, values, strict=True)
    }


def found(*kinds: str) -> str:
    """What is said of activities of these kinds."""
    return made(with_activities(*({"kind": kind} for kind in kinds)), "activities/by-kind").finding


def found_in(*editions: str, **chosen: Any) -> str:
    """What is said of activities of these editions."""
    dataset = with_activities(*({"edition_id": edition} for edition in editions))
    return said(made(dataset, "activities/by-region", **chosen))


def test_kinds_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), "activities/by-kind")
    assert cells(exhibit)["webinar", "1"] == 1 and cells(exhibit)["webinar", "2"] == 2
    assert isinstance(exhibit.form, Matrix)
    assert exhibit.form.rows.keys[0] == "webinar"
    # The pilot that was only proposed and the meeting that was only planned are not counted.
    assert exhibit.form.total.value == 14
    assert not {"lac-2-pilot", "na-3-networking-event"} & set(exhibit.rows()["activities"])
    assert exhibit.finding == ("3 of 14 activities are of the kind “Webinars”, before 11 others (1 each).")


def test_sentences_on_kinds_at_one_two_ties_and_many() -> None:
    assert found() == "No activity matches."
    assert found("webinar") == "The one activity is of the kind “Webinar”."
    assert found("webinar", "webinar") == "Both activities are of the kind “Webinar”."
    assert found(*["webinar"] * 3) == "All 3 activities are of the kind “Webinar”."
    # One each is no lead.
    assert found("webinar", "training", "other") == "No kind of activity comes up more than once."
    assert found(*["webinar"] * 2, *["training"] * 2, "other") == (
        "“Training sessions” and “Webinars” come up most, each with 2 of 5 activities."
    )
    # Beyond chance, and only with a share where 20 or more are counted.
    assert found(*["webinar"] * 30, *["training"] * 5) == (
        "“Webinars” come up more often than any other kind: 30 of 35 (86%) activities."
    )
    assert found(*["webinar"] * 4, *["training"] * 3) == (
        "4 of 7 activities are of the kind “Webinars”, before “Training sessions” (3)."
    )
    # A kind without words is shown as it is.
    assert found("parade") == "The one activity is of the kind “parade”."


def test_what_is_only_planned_is_said_and_never_counted() -> None:
    planned = {"state": "planned"}
    some = made(with_activities({}, planned), "activities/by-kind")
    assert some.finding.endswith("“Webinar”.")
    assert some.more == "1 more is only planned or proposed, and not counted."
    assert some.rows() == {"activities": ("a1",)}
    for id in ("activities/by-kind", "activities/by-region", "activities/over-time"):
        only = made(with_activities(planned, {"state": "proposed"}), id)
        assert only.finding == "Both activities that match are only planned or proposed."
        assert only.form is None and not only.rows()


def test_regions_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), "activities/by-region")
    assert {key: value for key, value in cells(exhibit).items() if value} == {
        ("NA", "1"): 4, ("NA", "2"): 3, ("NA", "3"): 1, ("LAC", "1"): 2, ("LAC", "2"): 1, ("JP", "1"): 1,
        ("ALL", "1"): 1, ("ALL", "2"): 1,
    }  # fmt: skip
    # Where there was no programme there is no zero.
    assert cells(exhibit)["JP", "2"] is None and cells(exhibit)["ALL", "3"] == 0
    assert exhibit.finding == (
        "8 of 14 activities belong to the programme in North America, before Latin America and the Caribbean (3)."
    )
    assert exhibit.more == (
        "2 belong to the programme as a whole. 2 more are only planned or proposed, and not counted."
    )
    assert "programme_wide" in exhibit.cautions


def test_sentences_on_regions_speak_of_programmes_and_not_of_where_it_was() -> None:
    assert found_in("JP-1") == "The one activity belongs to the programme in Japan."
    assert found_in("JP-1", "JP-1") == "Both activities belong to the programme in Japan."
    assert found_in(*["JP-1"] * 26) == "All 26 activities belong to the programme in Japan."
    assert found_in("ALL-1") == "The one activity belongs to the programme as a whole."
    assert found_in("ALL-1", "ALL-2", "ALL-2") == "All 3 activities belong to the programme as a whole."
    assert found_in("JP-1", "ALL-1") == (
        "The programme in Japan has 1 of 2 activities. 1 belongs to the programme as a whole."
    )
    assert (
        found_in("JP-1", "NA-1") == "One activity each belongs to the programmes in North America and Japan."
    )
    assert found_in(*["JP-1", "NA-1"] * 2) == (
        "2 activities each belong to the programmes in North America and Japan."
    )
    assert found_in(*["JP-1", "NA-1"] * 2, "LAC-1") == (
        "The programmes in North America and Japan have the most activities: 2 of 5 each."
    )
    assert found_in(*["NA-1"] * 30, *["JP-1"] * 5) == (
        "The programme in North America has more activities than any other: 30 of 35 (86%)."
    )


def test_what_a_region_recorded_of_the_whole_programme_is_told_apart() -> None:
    exhibit = made(artificial_dataset(), "activities/by-region", regions=("JP",))
    assert said(exhibit) == (
        "The programme in Japan recorded both activities. 1 is programme-wide or of another region and was recorded "
        "here too."
    )
    assert set(exhibit.rows()["activities"]) == {"jp-1-other", "all-1-conference"}
    assert "programme_wide" in exhibit.cautions
    borrowed = made(artificial_dataset(), "activities/by-region", regions=("JP",), countries=("IT",))
    assert said(borrowed) == (
        "The programme in Japan recorded the one activity. It is programme-wide or of another region."
    )


def test_nothing_says_so() -> None:
    for id in ("activities/by-kind", "activities/by-region"):
        nothing = made(empty_dataset(), id)
        assert nothing.finding == "No activity matches." and nothing.is_empty


@pytest.mark.parametrize("chosen", [{}, {"phases": ("2",)}], ids=str)
def test_recorded_counts_are_those_of_the_collected_files(chosen: dict[str, Any]) -> None:
    rows = [row for row in counted_activities() if not chosen or row["edition"].endswith("-2")]
    by_kind = made(recorded_dataset(), "activities/by-kind", **chosen)
    by_region = made(recorded_dataset(), "activities/by-region", **chosen)
    expected = Counter((row["kind"], row["edition"][-1]) for row in rows)
    assert {key: value for key, value in cells(by_kind).items() if value} == expected
    expected = Counter((row["edition"][:-2], row["edition"][-1]) for row in rows)
    assert {key: value for key, value in cells(by_region).items() if value} == expected
    assert by_kind.quantity().value == by_region.quantity().value == len(rows)  # type: ignore[union-attr]
