"""One edition: its facts as typed cells, its figures beside those it built on, its pairings and networks."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import EDITIONS, artificial_dataset, empty_dataset, frame
from collected_rows import collected
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.editions.profile import EDITION
from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.forms import Facts, KeyFigures
from iurc_dash.quantities import Row, Stated
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE, Cell
from iurc_dash.view import view_of

IDS = ("editions/facts", "editions/key-figures", "editions/pairings", "editions/networks")


def shown(name: str, edition: str, dataset: Dataset | None = None, **chosen: Any) -> Exhibit:
    view = view_of(dataset or artificial_dataset(), Selection(**chosen))
    return make(view, f"editions/{name}", edition=edition)


def facts(edition: str) -> dict[str, Cell]:
    form = shown("facts", edition).form
    assert isinstance(form, Facts)
    return {column.key: cell for column, cell in form.terms}


def test_every_edition_can_be_asked_for_and_no_other() -> None:
    assert EDITION.choices is not None
    assert list(EDITION.choices(view_of(artificial_dataset()))) == [
        "NA-3", "NA-2", "NA-1", "LAC-2", "LAC-1", "JP-1", "ALL-3", "ALL-2", "ALL-1",
    ]  # fmt: skip
    for id in IDS:
        for parameters in ({}, {"edition": "XX-9"}):
            with pytest.raises(ExhibitError):
                make(view_of(artificial_dataset()), id, **parameters)


def test_an_edition_is_shown_whole_whatever_is_chosen() -> None:
    for name in ("facts", "key-figures", "pairings", "networks"):
        chosen = shown(name, "NA-2", phases=("1",), countries=("JP",))
        assert chosen.finding == shown(name, "NA-2").finding
        assert chosen.rows() == shown(name, "NA-2").rows()


def test_facts_are_values_and_not_words() -> None:
    known = facts("NA-2")
    assert (known["start_date"], known["end_date"], known["status"]) == ("2021", "2023-12", "completed")
    assert (known["phase"], known["region"], known["predecessors"]) == ("2", "NA", ("NA-1",))
    assert known["countries"] == ("US",) and known["sources"] == ("page-na-2",)
    budget = known["budget_eur"]
    assert isinstance(budget, Stated)
    assert (budget.value, budget.row) == (2000000, Row("editions", "NA-2"))
    # What no source says is blank: neither nought nor a word.
    unknown = facts("LAC-1")
    assert (unknown["start_date"], unknown["status"], unknown["budget_eur"]) == ("", "", None)
    assert unknown["countries"] == unknown["predecessors"] == ()
    table = shown("facts", "NA-2").table
    assert table.keys == ("NA-2",) and table.line("NA-2")["status"] == "completed"


@pytest.mark.parametrize(
    ("start", "end", "status", "finding"),
    [
        ("2021", "2023-12", "completed", "“North America, phase 3” ran from 2021 to December 2023."),
        ("2025", "2027-12", "active", "“North America, phase 3” runs from 2025 to December 2027."),
        # Dated to an end that is over, it does not run, although its phase does.
        ("2024", "2025", "", "“North America, phase 3” ran from 2024 to 2025."),
        ("2024-05-17", "", "active", "“North America, phase 3” has run since 17 May 2024."),
        ("2024", "", "completed", "“North America, phase 3” dates from 2024; no end is recorded."),
        ("", "2025", "", "“North America, phase 3” is dated until 2025; no start is recorded."),
        ("", "", "", "The sources that were read give no dates for “North America, phase 3”."),
    ],
)
def test_sentences_on_dates(start: str, end: str, status: str, finding: str) -> None:
    rows = [row if row[0] != "NA-3" else (*row[:5], start, end, status, *row[8:]) for row in EDITIONS]
    dataset = artificial_dataset().with_tables(editions=frame("editions", rows))
    assert shown("facts", "NA-3", dataset).finding == finding


def test_key_figures_stand_beside_those_before_and_no_change_is_told() -> None:
    exhibit = shown("key-figures", "NA-2")
    assert exhibit.finding == (
        "“North America, phase 2” has 1 pairing, 4 places in pairings and networks and 4 activities on record."
    )
    assert isinstance(exhibit.form, KeyFigures)
    assert [phase.key for phase in exhibit.form.phases] == ["NA-1"]
    figures = {
        figure.key: (figure.value.value, [part.value for part in figure.parts])
        for figure in exhibit.form.figures
    }
    assert figures == {
        "pairings": (1, [2]), "groups": (1, [0]), "places": (4, [4]), "activities": (4, [5]), "publications": (2, [0]),
        "with_goal": (1, [2]),
    }  # fmt: skip
    assert not any(figure.note for figure in exhibit.form.figures)
    # The closing webinar of the whole programme is counted here too.
    assert {"programme_wide", "inferred_goals"} <= set(exhibit.cautions)
    running = shown("key-figures", "NA-3")
    assert running.finding == (
        "“North America, phase 3” has 1 pairing, 4 places in pairings and networks and 1 activity on record so far."
    )
    assert "phase_running" in running.cautions and "programme_wide" not in running.cautions


def test_an_edition_without_rows_says_so() -> None:
    assert (
        shown("key-figures", "NA-2", empty_dataset()).finding
        == "Nothing is recorded of “North America, phase 2”."
    )
    assert (
        shown("pairings", "NA-2", empty_dataset()).finding
        == "No pairing of “North America, phase 2” is recorded."
    )
    none = shown("networks", "NA-1")
    assert none.finding == (
        "No network and no participant beside the pairings is recorded of “North America, phase 1”."
    )
    assert none.is_empty


def test_pairings_of_an_edition() -> None:
    exhibit = shown("pairings", "NA-1")
    assert exhibit.finding == "“North America, phase 1” has 2 pairings on record."
    # By name.
    assert exhibit.table.keys == ("na-1-nowhereby-specimen", "na-1-testville-demo-city")
    line = shown("pairings", "NA-2").table.line("na-2-testville-sampleton-demo-city")
    assert line["countries"] == ("PT", "IT", "US")
    assert line["sources"] == ("page-na-2", "post-results")
    assert (line["start"], line["kind"], line["size"]) == ("2021-09-01", "city", "trio")
    # The name tells the members already: a page has no second column for them, a download does.
    assert {column.key: column.hidden for column in exhibit.table.columns}["members"]


def test_networks_list_who_took_part_also_without_one() -> None:
    exhibit = shown("networks", "NA-3")
    assert exhibit.finding == (
        "“North America, phase 3” has on record 2 networks, 3 places in networks and 1 place of which no network is "
        "named."
    )
    digital, mobility, unnamed = exhibit.table
    assert (digital["network"], mobility["network"], unnamed["network"]) == (
        "na-3-digital",
        "na-3-mobility",
        "",
    )
    assert (mobility["eu_side"], mobility["partner_side"]) == (("testville-pt",), ("draftport-us",))
    assert unnamed["eu_side"] == ("networkstead-nl",) and unnamed.row is None
    assert unnamed["description"] is NOT_APPLICABLE
    assert len(exhibit.rows()["network_members"]) == 5


def test_recorded_editions_have_every_pairing_once_and_all_who_took_part() -> None:
    view = view_of(recorded_dataset())
    assert EDITION.choices is not None
    pairings: list[str] = []
    places: set[tuple[str, str]] = set()
    for edition in EDITION.choices(view):
        for id in IDS:
            assert_sound(make(view, id, edition=edition))
        pairings += make(view, "editions/pairings", edition=edition).table.keys
        for line in make(view, "editions/networks", edition=edition).table:
            sides = [line["eu_side"], line["partner_side"]]
            places |= {(edition, place) for side in sides if isinstance(side, tuple) for place in side}
    assert sorted(pairings) == sorted(row["pairing_key"] for row in collected("pairings"))
    members = recorded_dataset()["network_members"]
    assert places == set(zip(members["edition_id"], members["place_id"], strict=True))
