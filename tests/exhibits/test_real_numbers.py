"""The numbers that readers see first, counted once more straight from what people collected.

Nothing of the package or of what builds it is used for the counting (collected_rows.py), so a row that the build
lost, doubled or sorted wrongly shows here. Activities, goals and stakeholders are recounted beside their exhibits.
"""

from __future__ import annotations

from collections import Counter

import pandas as pd
from collected_rows import collected, recorded_activities, reference, same_events
from exhibit_checks import recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.quantities import Count
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def shown(id: str, selection: Selection = Selection(), **parameters: str) -> Exhibit:  # noqa: B008  (frozen)
    return make(view_of(recorded_dataset(), selection), id, **parameters)


def counts(exhibit: Exhibit) -> dict[str, int]:
    """Counts of an exhibit's marks that are not zero, by key; totals are left out."""
    return {
        key: mark.quantity.value
        for key, mark in exhibit.marks.items()
        if isinstance(mark.quantity, Count) and mark.quantity and all(key.split("/"))
    }


def by_edition(rows: list[dict[str, str]]) -> dict[str, int]:
    """Counts by 'region/phase' of rows of editions such as 'NA-1'."""
    return Counter("/".join(row["edition"].rsplit("-", 1)) for row in rows)


def test_pairings_by_region_and_phase() -> None:
    pairings = collected("pairings")
    expected = by_edition(pairings)
    exhibit = shown("overview/regions")
    assert counts(exhibit) == expected
    assert (expected["LAC/1"], expected["AA/2"], expected["NA/3"]) == (39, 34, 4)
    assert exhibit.answer.counted.value == len(pairings) == 162
    assert len({row["pairing_key"] for row in pairings}) == 162


def test_trios_groups_and_pairings_of_regions() -> None:
    sizes = Counter(row["pairing_key"] for row in collected("members"))
    assert Counter(min(size, 4) for size in sizes.values()) == {2: 144, 3: 12, 4: 6}
    assert sum(row["kind"] == "region" for row in collected("pairings")) == 32
    listed = shown("pairings/list")
    assert listed.finding == "162 pairings are recorded: 144 pairs, 12 trios and 6 groups of four or more."
    for kind, count in (("trio", 12), ("group", 6), ("pair", 144), ("regions", 32), ("cities", 130)):
        assert len(shown("pairings/list", Selection(kinds=(kind,))).table) == count


def test_members_and_countries() -> None:
    members = collected("members")
    countries = shown("overview/key-figures").marks["countries"].quantity
    assert countries is not None and countries.value == len({row["country"] for row in members}) == 42
    listed = recorded_dataset()["pairing_members"]
    assert len(listed) == len(members) == 349
    # The same pairings have the same number of members, whatever the places are called.
    assert Counter(listed["pairing_id"]) == Counter(row["pairing_key"] for row in members)


def test_partner_countries() -> None:
    partners = {
        (row["country"], row["pairing_key"]) for row in collected("members") if row["side"] == "partner"
    }
    expected = Counter(country for country, _pairing in partners)
    exhibit = shown("pairings/countries")
    assert {line.key: line["total"].value for line in exhibit.table if line.key} == expected  # type: ignore[union-attr]
    assert (expected["CN"], expected["JP"], max(expected.values())) == (22, 20, 22)


def test_no_event_is_lost() -> None:
    assert (len(collected("activities")), len(recorded_activities())) == (758, 719)
    assert set(recorded_dataset()["activities"]["activity_id"]) == {
        row["activity_key"] for row in recorded_activities()
    }
    # What is left out stands under another key.
    assert set(same_events().values()) <= {row["activity_key"] for row in recorded_activities()}


def test_published_totals_and_sources() -> None:
    # One total read off one page by two units is one.
    columns = ("edition", "indicator", "value", "qualifier", "source_url")
    totals = [tuple(row[column] for column in columns) for row in collected("figures")]
    assert (len(totals), len(set(totals))) == (168, 161)
    assert len(shown("record/reported").table) == 161
    assert len({row["url"] for row in collected("sources")}) == 766
    sources = recorded_dataset()["sources"]
    cited = set(recorded_dataset()["row_sources"]["source_id"])
    assert set(sources.loc[sources["source_id"].isin(cited), "url"]) == cited_addresses()
    assert len(cited_addresses()) == 761


def cited_addresses() -> set[str]:
    """Addresses that any collected row or correction of one names, but for rows that are left out."""
    tables = ("pairings", "editions", "members", "network", "sdg", "agendas", "figures", "thematic_networks",
              "stakeholders", "activities")  # fmt: skip
    left_out = {row["activity_key"] for row in reference("left_out_activities")}
    cells = [
        row.get("source_urls", row.get("source_url", ""))
        for table in tables
        for row in collected(table)
        if row.get("activity_key") not in left_out
    ]
    corrected = [
        row["source"]
        for row in reference("corrections")
        if "/activities" in row["table"] or "/pairings" in row["table"]
    ]
    return {url for cell in [*cells, *corrected] for url in cell.split("; ")} - {""}


# Action plans and pilots whose own titles say that they are drafted, foreseen, announced or proposed.
NOT_MADE_YET = {
    "cn-1-barcelona-liuzhou-action-plan", "aa-3-regional-action-plans-2026", "lac-2-essen-fortaleza-action-plan",
    "na-1-merida-mobility-plan", "na-2-action-plan-braga-st-johns", "na-2-action-plan-gzm-kansas-city",
    "na-2-action-plan-amb-boston-northern-virginia", "na-3-action-plan-rome-calgary",
    "in-1-vijayawada-planning-tool-pilot", "aa-2-pilot-circular-neighbourhoods-2022",
}  # fmt: skip
PLAN_WORDS = (
    r"\((?:planned|announced|decided|funds being sought)|in preparation|foreseen|expected by|proposed"
)


def states() -> dict[str, str]:
    table = recorded_dataset()["activities"]
    return dict(zip(table["activity_id"], table["state"], strict=True))


def test_plans_are_not_plans_that_exist() -> None:
    assert {key for key in NOT_MADE_YET if states()[key] not in ("planned", "proposed")} == set()
    # Whatever says of itself that it is a plan says so in its state, too.
    titles = pd.Series({row["activity_key"]: row["title"] for row in recorded_activities()})
    says_so = set(titles[titles.str.contains(PLAN_WORDS, regex=True)].index)
    assert len(says_so) >= 15
    assert {key for key in says_so if states()[key] not in ("planned", "proposed")} == set()
    # An item on the agenda of a meeting is the meeting and no plan of its own.
    assert "jp-1-action-plans-2017-pairings" not in states()
    assert same_events()["jp-1-action-plans-2017-pairings"] == "jp-1-exchange-meeting-5"


def test_states_are_those_of_the_reference() -> None:
    lines = pd.DataFrame(reference("activity_states")).set_index("activity_key")
    table = recorded_dataset()["activities"].set_index("activity_id")
    # Two rows that another unit entered as well have lines of their own, and are the event they are the same as.
    lines.index = lines.index.map(lambda key: same_events().get(key, key))
    assert (len(lines), lines.index.nunique()) == (265, 263)
    lines = lines[~lines.index.duplicated()]
    assert (table["state"] != "").sum() == (lines["state"] != "").sum() == 258
    for column in ("state", "step", "joint"):
        assert table.loc[lines.index, column].tolist() == lines[column].tolist()
        # Without a line nothing is said: no state is made up.
        assert set(table.loc[~table.index.isin(lines.index), column]) == {""}
    assert Counter(table["state"]) == {"": 461, "done": 222, "planned": 27, "proposed": 9}


def test_roles_are_those_of_the_reference_and_in_the_words_of_the_note() -> None:
    lines = pd.DataFrame(reference("stakeholder_roles"))
    for line in lines.to_dict("records"):
        assert line["reason"].strip("“”") in line["note"]
        assert line["role"] in ("took part", "visited", "met")
    lines["subject"] = lines["subject"].map(lambda key: same_events().get(key, key))
    table = recorded_dataset()["stakeholders"]
    named = table[table["role"] != ""]
    # Two rows on one event, read by two units, are one.
    assert (len(lines), len(named)) == (172, 170)
    columns = ["subject", "stakeholder_kind", "note", "role"]
    assert set(lines[columns].itertuples(index=False, name=None)) == set(
        named[["subject_id", "kind", "note", "role"]].itertuples(index=False, name=None)
    )
    # What was only to happen is no role.
    only_announced = table["note"].str.contains(
        "were to meet|was to meet|to be taught|are to|announced before"
    )
    assert only_announced.sum() >= 5
    assert set(table.loc[only_announced, "role"]) == {""}


def test_one_call_for_several_countries_is_counted_once() -> None:
    calls = [row for row in recorded_activities() if row["kind"] == "call for applications"]
    assert len(calls) == (recorded_dataset()["activities"]["kind"] == "call for applications").sum() == 9


def test_only_what_says_circular_is_on_the_circular_economy() -> None:
    for name in ("pairing_themes", "activity_themes"):
        table = recorded_dataset()[name]
        labels = table.loc[table["theme_id"] == "circular-economy", "label"].str.casefold()
        assert len(labels) > 20
        assert labels[~labels.str.contains("circular")].tolist() == []


def test_a_network_of_two_names_is_one() -> None:
    counts = recorded_dataset()["thematic_networks"]["edition_id"].value_counts()
    assert (counts["CN-2"], counts["AA-3"], counts["ALL-2"], counts["SEA-1"]) == (7, 13, 6, 2)
    # Sources name one thing of Manawatū "transport" and no cluster of that name: it is left as it is.
    assert "aa-3-transport" in set(recorded_dataset()["thematic_networks"]["network_id"])


def test_members_of_the_united_kingdom_are_on_the_eu_side_as_the_caution_says() -> None:
    british = [row for row in collected("members") if row["country"] == "GB"]
    # One pairing of phase 2 too, so the caution names no phase.
    phases = {row["pairing_key"].split("-")[1] for row in british}
    assert phases == {"1", "2"}
    assert {row["side"] for row in british} == {"EU"}
    for phase in phases:
        caution = shown("pairings/list", Selection(phases=(phase,))).cautions["former_members"]
        assert caution.startswith("Places in the United Kingdom are on the EU side")


def test_the_lists_that_cells_of_pairings_lead_to_have_as_many() -> None:
    for key, count in counts(shown("overview/regions")).items():
        region, phase = key.split("/")
        assert len(shown("pairings/list", Selection(regions=(region,), phases=(phase,))).table) == count
