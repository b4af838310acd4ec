"""The numbers that readers see first, counted once more straight from what people collected.

Nothing of the package or its loaders is used for the counting: the files of data/collected are read as plain
text and mended here once more by the lines of data/reference, so a row that the build lost, doubled, mended or
sorted wrongly shows here.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd
import pytest
from exhibit_checks import recorded_dataset

from iurc_dash.exhibits.activity import (
    activities_by_kind_and_phase,
    activities_by_region_and_phase,
    activities_over_time,
    activity_list,
    in_person_and_online,
)
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.exhibits.goals import goals_reached
from iurc_dash.exhibits.map import where_from
from iurc_dash.exhibits.overview import key_figures, pairings_by_region_and_phase
from iurc_dash.exhibits.pairings import pairing_list
from iurc_dash.exhibits.reported import reported_totals
from iurc_dash.exhibits.sources import source_list
from iurc_dash.exhibits.stakeholders import who_took_part
from iurc_dash.exhibits.themes import circular_economy
from iurc_dash.forms import Bars, KeyFigures, Matrix, Timeline
from iurc_dash.selection import Selection

DATA = Path(__file__).parents[1] / "data"
ALL = Selection()


# Columns that name a row in corrections.csv, of the tables whose cells are corrected and counted here.
KEYS = {
    "activities": ["activity_key"],
    "pairings": ["pairing_key"],
    "figures": ["edition", "indicator", "as_of"],
}


@lru_cache(maxsize=16)
def collected(table_name: str) -> pd.DataFrame:
    """A collected table of all units together, as text; 'NA' is a region and not a missing value."""
    files = sorted((DATA / "collected").glob(f"*/{table_name}.csv"))
    table = pd.concat([read(path).assign(unit=path.parent.name) for path in files], ignore_index=True)
    for line in reference("corrections").to_dict("records") if table_name in KEYS else []:
        unit, _slash, name = line["table"].partition("/")
        if name == table_name:
            named = table[KEYS[name]].agg("|".join, axis=1) == line["key"]
            hit = named & (table["unit"] == unit) & (table[line["column"]] == line["expected"])
            assert hit.sum() == 1, line
            table.loc[hit, line["column"]] = line["corrected"]
    return table


def reference(name: str) -> pd.DataFrame:
    return read(DATA / "reference" / f"{name}.csv")


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@lru_cache(maxsize=1)
def events() -> pd.DataFrame:
    """Collected activities without those that another row tells of as well, and without what is left out."""
    table = collected("activities")
    gone = {*one_event(), *reference("left_out_activities")["activity_key"]}
    return table[~table["activity_key"].isin(gone)]


@lru_cache(maxsize=1)
def one_event() -> dict[str, str]:
    """The key under which an event entered twice is counted."""
    table = pd.concat([collected("same_events"), reference("same_events")])
    return dict(zip(table["activity_key"], table["same_as"], strict=True))


def figure(key: str) -> int | None:
    form = key_figures(recorded_dataset(), ALL).form
    assert isinstance(form, KeyFigures)
    return {figure.key: figure.value for figure in form.figures}[key]


def cells(exhibit: Exhibit) -> dict[tuple[str, str], int]:
    """Counts of a matrix that are not zero, by row and column key."""
    assert isinstance(exhibit.form, Matrix)
    return {
        (row.key, column.key): value
        for row, values in zip(exhibit.form.rows, exhibit.form.values, strict=True)
        for column, value in zip(exhibit.form.columns, values, strict=True)
        if value
    }


def by_edition(editions: pd.Series) -> dict[tuple[str, str], int]:
    """Counts by region and phase of edition keys such as 'NA-1'."""
    counts = Counter(editions)
    return {(key.rsplit("-", 1)[0], key.rsplit("-", 1)[1]): count for key, count in counts.items()}


def test_pairings_by_region_and_phase() -> None:
    pairings = collected("pairings")
    expected = by_edition(pairings["edition"])
    assert cells(pairings_by_region_and_phase(recorded_dataset(), ALL)) == expected
    assert expected["LAC", "1"] == 39 and expected["AA", "2"] == 34 and expected["NA", "3"] == 4
    assert figure("pairings") == len(pairings) == pairings["pairing_key"].nunique() == 162


def test_trios_groups_and_pairings_of_regions() -> None:
    sizes = collected("members").groupby("pairing_key").size()
    assert ((sizes == 3).sum(), (sizes > 3).sum(), (sizes > 2).sum(), sizes.min()) == (12, 6, 18, 2)
    regions = int((collected("pairings")["kind"] == "region").sum())
    assert regions == 32
    exhibit = key_figures(recorded_dataset(), ALL)
    assert exhibit.table.frame["note"].iloc[0] == "18 trios and larger groups, 32 between regions"
    assert (
        pairing_list(recorded_dataset(), ALL).finding
        == "162 pairings, among them 12 trios and 6 larger groups."
    )
    for kind, count in (("trio", 12), ("group", 6), ("pair", 144), ("regions", 32), ("cities", 130)):
        assert len(pairing_list(recorded_dataset(), Selection(kinds=(kind,))).table.frame) == count


def test_members_and_countries() -> None:
    members = collected("members")
    assert figure("countries") == members["country"].nunique() == 42
    listed = recorded_dataset()["pairing_members"]
    assert len(listed) == len(members) == 349
    # The same pairings have the same number of members, whatever the places are called.
    assert listed.groupby("pairing_id").size().to_dict() == members.groupby("pairing_key").size().to_dict()


def test_partner_countries() -> None:
    partners = collected("members").query("side == 'partner'")
    expected = partners.groupby("country")["pairing_key"].nunique().to_dict()
    table = where_from(recorded_dataset(), ALL).table.frame
    assert dict(zip(table["country_code"], table["pairings"], strict=True)) == expected
    assert (expected["CN"], expected["JP"], max(expected.values())) == (22, 20, 22)


def test_activities_by_kind_each_event_once() -> None:
    table = events()
    assert (len(collected("activities")), len(table), figure("activities")) == (758, 719, 719)
    expected = Counter(
        (kind, edition.rsplit("-", 1)[1])
        for kind, edition in zip(table["kind"], table["edition"], strict=True)
    )
    assert cells(activities_by_kind_and_phase(recorded_dataset(), ALL)) == expected
    # What is left out stands under another key: no event is lost.
    assert set(one_event().values()) <= set(table["activity_key"])


def test_activities_by_region() -> None:
    expected = by_edition(events()["edition"])
    assert cells(activities_by_region_and_phase(recorded_dataset(), ALL)) == expected
    wide = sum(count for (region, _phase), count in expected.items() if region == "ALL")
    finding = activities_by_region_and_phase(recorded_dataset(), ALL).finding
    assert finding.endswith(f"{wide} belong to the whole programme.")


def test_activities_over_time() -> None:
    table = events()
    first = table["start"].where(table["start"] != "", table["end"])
    dated = first[first != ""]
    exhibit = activities_over_time(recorded_dataset(), ALL)
    assert isinstance(exhibit.form, Timeline)
    assert sorted(span.start for span in exhibit.form.spans) == sorted(dated)
    year, count = Counter(dated.str[:4]).most_common(1)[0]
    assert exhibit.finding == (
        f"{year} had more activities than any other year: {count} of {len(dated)} dated; "
        f"{len(table) - len(dated)} more have no date."
    )


def test_events_by_how_they_were_held() -> None:
    kinds = ("networking event", "conference", "webinar", "training", "study visit", "bilateral meeting")
    table = events()
    held = table[table["kind"].isin(kinds)]
    exhibit = in_person_and_online(recorded_dataset(), ALL)
    assert isinstance(exhibit.form, Bars)
    drawn = {series.label.lower(): sum(v or 0 for v in series.values) for series in exhibit.form.series}
    own = held["mode"].replace("", "not recorded").value_counts().to_dict()
    assert sum(drawn.values()) == len(held)
    # A form that only the other unit wrote down is kept when two entries become one event.
    assert 0 <= own["not recorded"] - drawn["not recorded"] <= len(one_event())
    assert all(drawn[mode] >= count for mode, count in own.items() if mode != "not recorded")


@pytest.mark.parametrize(
    ("group", "kinds"),
    [
        ("publications", {"publication"}),
        ("case studies", {"case study"}),
        ("other outputs", {"action plan", "pilot project", "agreement", "call for applications", "other"}),
    ],
)
def test_lists_of_outputs(group: str, kinds: set[str]) -> None:
    expected = sorted(events().loc[events()["kind"].isin(kinds), "activity_key"])
    exhibit = activity_list(recorded_dataset(), ALL, group, date(2026, 11, 24))  # type: ignore[arg-type]
    assert sorted(exhibit.rows["activities"]) == expected


@lru_cache(maxsize=1)
def goal_rows() -> pd.DataFrame:
    """Every collected row that ties something to a Sustainable Development Goal."""
    agendas = collected("agendas")
    both = pd.concat([collected("sdg"), agendas[agendas["agenda"] == "SDG"]], ignore_index=True)
    both["subject"] = both["subject"].map(lambda key: one_event().get(key, key))
    return both[both["goal"] != ""]


def test_goal_rows_as_collected() -> None:
    sdg = collected("sdg")
    assert (len(sdg), int((sdg["basis"] == "stated").sum()), len(collected("agendas"))) == (274, 23, 156)


def test_goals_reached_by_pairings_and_activities() -> None:
    rows = goal_rows()
    counted = rows[rows["subject_kind"].isin(["pairing", "activity"])]
    table = goals_reached(recorded_dataset(), ALL).table.frame.set_index("goal_id")
    for number in map(str, range(1, 18)):
        of_goal = counted[counted["goal"] == number]
        stated = set(of_goal.loc[of_goal["basis"] == "stated", "subject"])
        line = table.loc[f"sdg-{number}"]
        assert line["subjects"] == of_goal["subject"].nunique(), number
        # Stated once is stated, however many rows infer it too.
        assert line["stated"] == len(stated), number
        assert line["inferred"] == len(set(of_goal["subject"]) - stated), number
    assert table.loc["sdg-11", "subjects"] == 78


def test_pairings_on_the_circular_economy() -> None:
    labels = read(DATA / "reference" / "theme_labels.csv")
    meant = set(
        labels.loc[labels["theme_id"].str.split("; ").map(lambda ids: "circular-economy" in ids), "label"]
    )
    plain = {label.casefold().strip() for label in meant}

    def names_it(themes: str) -> bool:
        return any(label.casefold().strip() in plain for label in themes.split("; "))

    pairings = collected("pairings")
    expected = set(pairings.loc[pairings["themes"].map(names_it), "pairing_key"])
    exhibit = circular_economy(recorded_dataset(), ALL)
    assert set(exhibit.rows["pairings"]) == expected
    with_themes = int((pairings["themes"] != "").sum())
    assert exhibit.finding.startswith(f"{len(expected)} of {with_themes} pairings with themes recorded")


def test_stakeholders_of_one_event_are_not_doubled() -> None:
    table = collected("stakeholders").copy()
    table["subject"] = table["subject"].map(lambda key: one_event().get(key, key))
    exhibit = who_took_part(recorded_dataset(), ALL)
    assert isinstance(exhibit.form, Bars)
    for series, kind_of_subject in zip(exhibit.form.series, ("pairing", "activity"), strict=True):
        of_subject = table[table["subject_kind"] == kind_of_subject]
        expected = of_subject.groupby("stakeholder_kind")["subject"].nunique().to_dict()
        drawn = {c.key: v for c, v in zip(exhibit.form.categories, series.values, strict=True) if v}
        assert drawn == expected
    assert len(table) == 319
    # The same said of the same event by two units is one row.
    assert (
        0
        <= len(table) - len(exhibit.rows["stakeholders"])
        <= table.duplicated(["subject", "stakeholder_kind"]).sum()
    )


def test_reported_figures_and_sources() -> None:
    # One total read off one page by two units is one.
    totals = collected("figures")[["edition", "indicator", "value", "qualifier", "source_url"]]
    assert (len(totals), len(totals.drop_duplicates())) == (168, 161)
    assert len(reported_totals(recorded_dataset(), ALL).table.frame) == 161
    assert len(set(collected("sources")["url"])) == 766
    listed = set(source_list(recorded_dataset(), ALL).table.frame["url"])
    assert listed == cited_addresses() and len(listed) == 761


def cited_addresses() -> set[str]:
    """Addresses that any collected row or correction of one names, but for rows that are left out."""
    columns = {
        "source_urls": ("pairings", "editions"),
        "source_url": (
            "members", "network", "sdg", "agendas", "figures", "thematic_networks", "stakeholders",
        ),
    }  # fmt: skip
    tables = [(name, collected(name)) for names in columns.values() for name in names]
    activities = collected("activities")
    left_out = activities["activity_key"].isin(reference("left_out_activities")["activity_key"])
    tables.append(("activities", activities[~left_out]))
    cells = [cell for _name, table in tables for cell in table.filter(regex="^source_urls?$").stack()]
    corrected = reference("corrections")
    corrected = corrected[corrected["table"].str.contains("/activities|/pairings")]
    return ({url for cell in cells for url in cell.split("; ")} | set(corrected["source"])) - {""}


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
    titles = events().set_index("activity_key")["title"]
    says_so = set(titles[titles.str.contains(PLAN_WORDS, regex=True)].index)
    assert len(says_so) >= 15
    assert {key for key in says_so if states()[key] not in ("planned", "proposed")} == set()
    # An item on the agenda of a meeting is the meeting and no plan of its own.
    assert "jp-1-action-plans-2017-pairings" not in states()
    assert one_event()["jp-1-action-plans-2017-pairings"] == "jp-1-exchange-meeting-5"


def test_states_are_those_of_the_reference() -> None:
    lines = reference("activity_states").set_index("activity_key")
    table = recorded_dataset()["activities"].set_index("activity_id")
    # Two rows that another unit entered as well have lines of their own, and are the event they are the same as.
    lines.index = lines.index.map(lambda key: one_event().get(key, key))
    assert (len(lines), lines.index.nunique()) == (265, 263)
    lines = lines[~lines.index.duplicated()]
    assert (table["state"] != "").sum() == (lines["state"] != "").sum() == 258
    for column in ("state", "step", "joint"):
        assert table.loc[lines.index, column].tolist() == lines[column].tolist()
        # Without a line nothing is said: no state is made up.
        assert set(table.loc[~table.index.isin(lines.index), column]) == {""}
    assert Counter(table["state"]) == {"": 461, "done": 222, "planned": 27, "proposed": 9}


def test_roles_are_those_of_the_reference_and_in_the_words_of_the_note() -> None:
    lines = reference("stakeholder_roles")
    for line in lines.to_dict("records"):
        assert line["reason"].strip("“”") in line["note"]
        assert line["role"] in ("took part", "visited", "met")
    lines["subject"] = lines["subject"].map(lambda key: one_event().get(key, key))
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
    calls = events().query("kind == 'call for applications'")
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
    british = collected("members").query("country == 'GB'")
    # One pairing of phase 2 too, so the caution names no phase.
    assert {key.split("-")[1] for key in british["pairing_key"]} == {"1", "2"}
    assert set(british["side"]) == {"EU"}
    for key in british["pairing_key"]:
        phase = key.split("-")[1]
        assert "united_kingdom" in pairing_list(recorded_dataset(), Selection(phases=(phase,))).cautions


def test_the_lists_that_cells_of_pairings_lead_to_have_as_many() -> None:
    exhibit = pairings_by_region_and_phase(recorded_dataset(), ALL)
    for (region, phase), count in cells(exhibit).items():
        selection = Selection(regions=(region,), phases=(phase,))
        assert len(pairing_list(recorded_dataset(), selection).table.frame) == count
