"""A visibly artificial dataset for tests: small enough to count by hand, odd enough to find mistakes.

`artificial_dataset()` has 7 pairings over 3 phases and 3 regions (a trio, a group of five, one between
regions), `empty_dataset()` the reference tables alone, `one_row_dataset()` one pairing and one activity.
Places have made-up names in real countries. Goals and agendas are the real ones.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from iurc_dash.dataset import Dataset, Release
from iurc_dash.tables.keys import FACT_TABLES, key_columns
from iurc_dash.tables.models import TABLES

REFERENCE = Path(__file__).parent.parent / "data" / "reference"
VERSION = "0.0.0-artificial"
DATE = "2026-06-01"

Rows = Sequence[Sequence[Any]]

PHASES: Rows = [
    ("1", "Phase 1", "IUC", "1 · IUC 2016–2020", 2016, 2020, "The first stage."),
    ("2", "Phase 2", "IURC", "2 · IURC 2021–2023", 2021, 2023, "The second stage."),
    ("3", "Phase 3", "IURC", "3 · IURC from 2024", 2024, None, "The third stage."),
]
REGIONS: Rows = [
    ("NA", "North America", "North America", 1, "Made up of the US, Canada and Mexico here."),
    ("LAC", "Latin America and the Caribbean", "Latin America", 2, ""),
    ("JP", "Japan", "Japan", 3, "Phase 1 only."),
    ("ALL", "Programme-wide", "Programme-wide", 4, ""),
]
# country_code, name, member of the EU today, member in phase 1, note
COUNTRIES: Rows = [
    ("BR", "Brazil", False, False, ""),
    ("CA", "Canada", False, False, ""),
    ("CO", "Colombia", False, False, ""),
    ("DE", "Germany", True, True, ""),
    ("ES", "Spain", True, True, ""),
    ("FR", "France", True, True, ""),
    ("GB", "United Kingdom", False, True, "On the EU side in phase 1."),
    ("IT", "Italy", True, True, ""),
    ("JP", "Japan", False, False, ""),
    ("MX", "Mexico", False, False, ""),
    ("NL", "Netherlands", True, True, ""),
    ("PT", "Portugal", True, True, ""),
    ("SE", "Sweden", True, True, ""),
    ("US", "United States", False, False, ""),
]
# edition_id, region, phase, name, official name, start, end, status, budget, for, note, collected note, order
EDITIONS: Rows = [
    ("NA-1", "NA", "1", "North America, phase 1", "IUC Testing", "2016-12", "2020", "completed", None, "", "", "", 1),
    ("NA-2", "NA", "2", "North America, phase 2", "IURC Testing", "2021", "2023-12", "completed", 2000000.0,
     "A Service of the Commission", "An artificial edition.", "", 2),
    ("NA-3", "NA", "3", "North America, phase 3", "IURC Testing II", "2024", "", "active", None, "", "Still runs.", "",
     3),
    ("LAC-1", "LAC", "1", "Latin America, phase 1", "", "", "", "", None, "", "", "", 4),
    ("LAC-2", "LAC", "2", "Latin America, phase 2", "", "2021-02-01", "2023", "completed", None, "", "", "", 5),
    ("JP-1", "JP", "1", "Japan, phase 1", "", "2017", "2020", "completed", None, "", "", "", 6),
    ("ALL-1", "ALL", "1", "Programme-wide, phase 1", "", "2016", "2020", "completed", 20000000.0, "", "", "", 7),
    ("ALL-2", "ALL", "2", "Programme-wide, phase 2", "", "", "", "", None, "", "", "", 8),
    ("ALL-3", "ALL", "3", "Programme-wide, phase 3", "", "", "", "", None, "", "", "", 9),
]  # fmt: skip
EDITION_PREDECESSORS: Rows = [
    ("NA-2", "NA-1"),
    ("NA-3", "NA-2"),
    ("LAC-2", "LAC-1"),
    ("ALL-2", "ALL-1"),
    ("ALL-3", "ALL-2"),
]
EDITION_COUNTRIES: Rows = [
    ("NA-1", "US"),
    ("NA-1", "MX"),
    ("NA-2", "US"),
    ("NA-3", "CA"),
    ("NA-3", "US"),
    ("LAC-2", "BR"),
]
# place_id, name, country, kind, latitude, longitude, population, exactness, method, note
PLACES: Rows = [
    ("testville-pt", "Testville", "PT", "city", 41.2, -8.6, 120000, "city", "geonames", ""),
    ("sampleton-it", "Sampleton", "IT", "city", 44.5, 11.3, 390000, "city", "geonames", ""),
    ("exampleburg-de", "Exampleburg", "DE", "city", 52.0, 10.0, 250000, "city", "geonames", ""),
    (
        "mockholm-se",
        "Mockhölm",
        "SE",
        "metropolitan area",
        59.3,
        18.1,
        None,
        "seat",
        "by hand",
        "At its largest city.",
    ),
    ("fictia-es", "Fictia", "ES", "region", 40.4, -3.7, None, "centre", "by hand", ""),
    ("nowhereby-gb", "Nowhereby", "GB", "city", None, None, None, "none", "", "No position was found."),
    ("networkstead-nl", "Networkstead", "NL", "city", 52.1, 5.1, 90000, "city", "geonames", ""),
    ("unused-fr", "Unused", "FR", "city", 48.0, 2.0, 10000, "city", "geonames", ""),
    ("demo-city-us", "Demo City", "US", "city", 30.3, -97.7, 960000, "city", "geonames", ""),
    ("draftport-us", "Draftport", "US", "city", None, None, None, "none", "", ""),
    ("placeholder-ca", "Placeholder", "CA", "city", 45.4, -75.7, 1000000, "city", "geonames", ""),
    ("specimen-mx", "Specimen", "MX", "city", 20.7, -103.3, 1500000, "city", "geonames", ""),
    ("trialtown-br", "Trialtown", "BR", "city", -23.5, -46.6, 12000000, "city", "geonames", ""),
    ("hamlet-br", "Hamlet", "BR", "city", -22.9, -43.2, None, "city", "geonames", ""),
    ("modelia-co", "Modelia", "CO", "region", 4.6, -74.1, None, "seat", "by hand", ""),
    ("prototype-jp", "Prototype", "JP", "city", 35.7, 139.7, 9000000, "city", "geonames", ""),
]
PLACE_NAMES: Rows = [
    ("testville-pt", "Testvila"),
    ("testville-pt", "Testville"),
    ("demo-city-us", "City of Demo"),
]
PLACE_RELATIONS: Rows = [("exampleburg-de", "mockholm-se", "within", "Made up.")]
# pairing_id, edition, kind, start, end, status, summary
PAIRINGS: Rows = [
    (
        "na-1-testville-demo-city",
        "NA-1",
        "city",
        "2017-12",
        "2020",
        "completed",
        "Tested waste sorting together.",
    ),
    ("na-1-nowhereby-specimen", "NA-1", "city", "", "", "completed", ""),
    ("lac-1-fictia-modelia", "LAC-1", "region", "2018", "", "", "Compared made-up regional plans."),
    ("jp-1-mockholm-prototype", "JP-1", "city", "2017-12", "2020-11-30", "completed", ""),
    (
        "na-2-testville-sampleton-demo-city",
        "NA-2",
        "city",
        "2021-09-01",
        "2023-12",
        "completed",
        "A trio on circularity.",
    ),
    ("lac-2-group-of-five", "LAC-2", "city", "", "", "withdrawn", "A group of five."),
    ("na-3-testville-placeholder", "NA-3", "city", "2024-05-17", "", "active", ""),
]
# pairing_id, place_id, side, order
PAIRING_MEMBERS: Rows = [
    ("na-1-testville-demo-city", "testville-pt", "EU", 1),
    ("na-1-testville-demo-city", "demo-city-us", "partner", 2),
    ("na-1-nowhereby-specimen", "nowhereby-gb", "EU", 1),
    ("na-1-nowhereby-specimen", "specimen-mx", "partner", 2),
    ("lac-1-fictia-modelia", "fictia-es", "EU", 1),
    ("lac-1-fictia-modelia", "modelia-co", "partner", 2),
    ("jp-1-mockholm-prototype", "mockholm-se", "EU", 1),
    ("jp-1-mockholm-prototype", "prototype-jp", "partner", 2),
    ("na-2-testville-sampleton-demo-city", "testville-pt", "EU", 1),
    ("na-2-testville-sampleton-demo-city", "sampleton-it", "EU", 2),
    ("na-2-testville-sampleton-demo-city", "demo-city-us", "partner", 3),
    ("lac-2-group-of-five", "exampleburg-de", "EU", 1),
    ("lac-2-group-of-five", "mockholm-se", "EU", 2),
    ("lac-2-group-of-five", "sampleton-it", "EU", 3),
    ("lac-2-group-of-five", "trialtown-br", "partner", 4),
    ("lac-2-group-of-five", "hamlet-br", "partner", 5),
    ("na-3-testville-placeholder", "testville-pt", "EU", 1),
    ("na-3-testville-placeholder", "placeholder-ca", "partner", 2),
]
THEMATIC_CLUSTERS: Rows = [
    ("circular-economy-and-waste", "Circular economy and waste", "", 1),
    ("mobility", "Mobility and transport", "", 2),
    ("energy-transition", "Energy transition", "", 3),
    ("digital", "Digital transition", "", 10),
]
THEMES: Rows = [
    ("circular-economy", "Circular economy", "circular-economy-and-waste", ""),
    ("waste-management", "Waste management", "circular-economy-and-waste", ""),
    ("sustainable-urban-mobility", "Sustainable urban mobility", "mobility", ""),
    ("renewable-energy", "Renewable energy", "energy-transition", ""),
    ("smart-cities", "Smart cities", "digital", ""),
]
# pairing_id, theme_id, label as written; lac-1-fictia-modelia and jp-1-mockholm-prototype have none
PAIRING_THEMES: Rows = [
    ("na-1-testville-demo-city", "circular-economy", "circular economy"),
    ("na-1-testville-demo-city", "waste-management", "waste"),
    ("na-1-nowhereby-specimen", "sustainable-urban-mobility", "urban transport"),
    ("na-2-testville-sampleton-demo-city", "circular-economy", "circular economy"),
    ("na-2-testville-sampleton-demo-city", "circular-economy", "circularity"),
    ("na-2-testville-sampleton-demo-city", "renewable-energy", "solar roofs"),
    ("lac-2-group-of-five", "sustainable-urban-mobility", "mobility"),
    ("lac-2-group-of-five", "smart-cities", "smart city"),
    ("na-3-testville-placeholder", "smart-cities", "digital twin"),
]
# contribution_id, subject_kind, subject_id, agenda, goal, target, basis, reason
CONTRIBUTIONS: Rows = [
    ("c-01", "pairing", "na-1-testville-demo-city", "sdg", "sdg-12", "12.5", "stated", "Named on the page."),
    (
        "c-02",
        "pairing",
        "na-1-testville-demo-city",
        "sdg",
        "sdg-12",
        "",
        "inferred",
        "Waste falls under goal 12.",
    ),
    (
        "c-03",
        "pairing",
        "na-1-testville-demo-city",
        "sdg",
        "sdg-11",
        "",
        "inferred",
        "Cities fall under goal 11.",
    ),
    (
        "c-04",
        "pairing",
        "na-2-testville-sampleton-demo-city",
        "sdg",
        "sdg-12",
        "",
        "inferred",
        "Circularity.",
    ),
    ("c-05", "pairing", "na-2-testville-sampleton-demo-city", "sdg", "sdg-7", "", "inferred", "Solar roofs."),
    ("c-06", "pairing", "lac-2-group-of-five", "sdg", "sdg-11", "11.2", "stated", "Named on the page."),
    ("c-07", "activity", "na-1-kick-off", "sdg", "sdg-17", "", "stated", "Named in the report."),
    ("c-08", "activity", "all-1-conference", "sdg", "", "", "stated", "The agenda is named as a whole."),
    (
        "c-09",
        "pairing",
        "lac-1-fictia-modelia",
        "nua",
        "nua-urban-prosperity",
        "",
        "stated",
        "Named on the page.",
    ),
    ("c-10", "edition", "NA-2", "nua", "", "", "stated", "The agenda is named as a whole."),
    ("c-11", "programme", "programme", "sdg", "sdg-11", "", "stated", "Named by the programme."),
    ("c-12", "theme", "circular-economy", "sdg", "sdg-12", "", "inferred", "Circularity."),
    (
        "c-13",
        "activity",
        "lac-2-bilateral-meeting",
        "eu",
        "eu-cohesion-policy",
        "",
        "inferred",
        "Regions met.",
    ),
    (
        "c-14",
        "pairing",
        "jp-1-mockholm-prototype",
        "sdg",
        "",
        "",
        "stated",
        "The agenda is named as a whole.",
    ),
]
# activity_id, edition, kind, title, start, end, where, countries, mode, participants, state, step, joint
ACTIVITIES: Rows = [
    ("na-1-kick-off", "NA-1", "networking event", "Kick-off in Testville", "2017-11-20", "2017-11-22", "Testville",
     "PT", "in person", 120.0, "", "", ""),
    ("na-1-webinar", "NA-1", "webinar", "Webinar on waste", "2018-05", "", "", "", "online", None, "", "", ""),
    ("na-1-study-visit", "NA-1", "study visit", "Visit to Demo City", "2018", "", "Demo City", "US", "",
     None, "", "met", ""),
    ("na-1-action-plan", "NA-1", "action plan", "Plan for less waste", "2019", "", "", "", "",
     None, "done", "planned together", "yes"),
    ("lac-1-training", "LAC-1", "training", "Training for planners", "2018-09-03", "", "", "", "online",
     30.0, "done", "", ""),
    ("lac-1-agreement", "LAC-1", "agreement", "Agreement of the regions", "", "", "", "CO", "",
     None, "done", "agreed", "yes"),
    ("jp-1-other", "JP-1", "other", "Exhibition of models", "2020-12-31", "", "Prototype", "JP", "in person",
     None, "done", "", "no"),
    ("all-1-conference", "ALL-1", "conference", "Everybody's conference", "2019-11-12", "2019-11-14", "Sampleton",
     "IT", "in person", 200.0, "", "", ""),
    ("na-2-webinar", "NA-2", "webinar", "Webinar on energy", "2021-11-10", "", "", "", "online", None, "", "", ""),
    ("na-2-publication", "NA-2", "publication", "Booklet of tests", "2022-03-01", "", "", "", "",
     None, "done", "", ""),
    ("na-2-case-study", "NA-2", "case study", "Case of the trio", "2023", "", "", "", "", None, "done", "", ""),
    ("lac-2-pilot", "LAC-2", "pilot project", "Pilot of electric buses", "", "", "", "", "",
     None, "proposed", "", "yes"),
    ("lac-2-bilateral-meeting", "LAC-2", "bilateral meeting", "Mayors meet", "2022-06-15", "", "", "DE; BR", "hybrid",
     None, "", "", ""),
    ("all-2-webinar", "ALL-2", "webinar", "Closing webinar", "", "", "", "", "online", None, "", "", ""),
    ("na-3-call", "NA-3", "call for applications", "Call for test cities", "2024-02", "", "", "", "",
     None, "", "", ""),
    ("na-3-networking-event", "NA-3", "networking event", "Meeting to come", "2027-03-10", "2027-03-12", "Placeholder",
     "CA", "in person", None, "planned", "", ""),
]  # fmt: skip
# Every activity has its own edition here; these are recorded by further ones too.
FURTHER_ACTIVITY_EDITIONS: Rows = [
    ("all-1-conference", "NA-1"),
    ("all-1-conference", "LAC-1"),
    ("all-1-conference", "JP-1"),
    ("all-2-webinar", "NA-2"),
]
ACTIVITY_PAIRINGS: Rows = [
    ("na-1-kick-off", "na-1-testville-demo-city"),
    ("na-1-kick-off", "na-1-nowhereby-specimen"),
    ("na-1-study-visit", "na-1-testville-demo-city"),
    ("na-1-action-plan", "na-1-testville-demo-city"),
    ("lac-1-agreement", "lac-1-fictia-modelia"),
    ("jp-1-other", "jp-1-mockholm-prototype"),
    ("na-2-case-study", "na-2-testville-sampleton-demo-city"),
    ("lac-2-pilot", "lac-2-group-of-five"),
    ("lac-2-bilateral-meeting", "lac-2-group-of-five"),
    ("na-3-networking-event", "na-3-testville-placeholder"),
]
ACTIVITY_THEMES: Rows = [
    ("na-1-webinar", "waste-management", "waste"),
    ("na-2-webinar", "renewable-energy", "energy"),
    ("na-2-publication", "circular-economy", "circular economy"),
    ("na-2-case-study", "circular-economy", "circular economy"),
    ("lac-2-pilot", "sustainable-urban-mobility", "electric buses"),
    ("na-3-networking-event", "smart-cities", "digital twin"),
]
# stakeholder_id, subject_kind, subject_id, kind, note, role
STAKEHOLDERS: Rows = [
    ("s-1", "pairing", "na-1-testville-demo-city", "business", "A workshop for tests", "took part"),
    ("s-2", "pairing", "na-1-testville-demo-city", "business", "A second workshop", "visited"),
    ("s-3", "pairing", "na-2-testville-sampleton-demo-city", "research", "The made-up university", ""),
    ("s-4", "activity", "na-1-kick-off", "government", "A ministry of samples", "met"),
    (
        "s-5",
        "activity",
        "lac-2-bilateral-meeting",
        "civil society",
        "An association of examples",
        "took part",
    ),
    ("s-6", "activity", "lac-2-bilateral-meeting", "business", "A bus maker", ""),
]
THEMATIC_NETWORKS: Rows = [
    ("na-2-circular", "NA-2", "Circular network", "On keeping materials in use."),
    ("na-3-digital", "NA-3", "Digital network", "On digital twins."),
    ("na-3-mobility", "NA-3", "Mobility network", ""),
]
NETWORK_THEMES: Rows = [("na-2-circular", "circular-economy"), ("na-3-digital", "smart-cities")]
# member_id, edition, network (blank: none named), place, side
NETWORK_MEMBERS: Rows = [
    ("m-1", "NA-2", "na-2-circular", "sampleton-it", "EU"),
    ("m-2", "NA-2", "na-2-circular", "placeholder-ca", "partner"),
    ("m-3", "NA-3", "na-3-digital", "testville-pt", "EU"),
    ("m-4", "NA-3", "na-3-digital", "placeholder-ca", "partner"),
    ("m-5", "NA-3", "na-3-mobility", "testville-pt", "EU"),
    ("m-6", "NA-3", "na-3-mobility", "draftport-us", "partner"),
    ("m-7", "NA-3", "", "networkstead-nl", "EU"),
]
# figure_id, edition, indicator, value, qualifier, as_of, note
REPORTED_FIGURES: Rows = [
    ("f-1", "NA-1", "pairings", 3.0, "exact", "2018", "of both rounds"),
    ("f-2", "NA-2", "pairings", 1.0, "exact", "2023-11-28", ""),
    ("f-3", "NA-2", "webinars", 20.0, "at least", "2023-11", ""),
    ("f-4", "LAC-2", "participants", 300.0, "about", "", "guests"),
    ("f-5", "ALL-1", "cities", 165.0, "exact", "2020-09-14", ""),
    ("f-6", "NA-3", "budget_eur", 1500000.0, "at least", "2024", ""),
    ("f-7", "NA-3", "first_round_tests_passed", 4.0, "exact", "2025", ""),
]
# gap_id, edition, subject, kind, note
GAPS: Rows = [
    (
        "na-1-missing-1",
        "NA-1",
        "pairings",
        "missing",
        "The theme of the second pairing was looked for in vain.",
    ),
    ("lac-1-choice-1", "LAC-1", "names", "choice", "Modelia was taken as the region."),
    ("na-2-contradiction-1", "NA-2", "dates", "contradiction", "One page says 2022 and another 2021."),
    ("all-2-worked-out-1", "ALL-2", "activities", "worked_out", "The webinar was worked out from a list."),
]
GAP_PAIRINGS: Rows = [("na-1-missing-1", "na-1-nowhereby-specimen")]
# source_id, url, title, publisher, published, read_as. Each edition has a page; the rest are posts.
SOURCES: Rows = [
    *[
        (f"page-{edition[0].lower()}", f"https://example.org/{edition[0].lower()}", f"Page of {edition[3]}",
         "Testing House", "", "everything about the edition")
        for edition in EDITIONS
    ],
    ("post-kick-off", "https://example.org/news/kick-off", "The kick-off is over", "Testing House", "2017-11-23",
     "date and guests of the kick-off"),
    ("post-results", "https://example.net/results", "Résultats à São Sample", "Gazette of Samples", "2023-12",
     "what the trio did"),
    ("post-group", "https://example.net/group", "Five cities, one bus", "Gazette of Samples", "2022-06-16", ""),
    ("never-cited", "https://example.net/never", "A page that supports nothing", "", "2025-01-01", ""),
]  # fmt: skip
FURTHER_ROW_SOURCES: Rows = [
    ("activities", "na-1-kick-off", "post-kick-off"),
    ("stakeholders", "s-4", "post-kick-off"),
    ("pairings", "na-2-testville-sampleton-demo-city", "post-results"),
    ("activities", "na-2-case-study", "post-results"),
    ("pairings", "lac-2-group-of-five", "post-group"),
]


@lru_cache(maxsize=1)
def artificial_dataset() -> Dataset:
    """Seven pairings over three phases and three regions, and everything that hangs on them."""
    tables = {
        **_reference_tables(),
        "editions": frame("editions", EDITIONS),
        "edition_predecessors": frame("edition_predecessors", EDITION_PREDECESSORS),
        "edition_countries": frame("edition_countries", EDITION_COUNTRIES),
        "pairings": frame("pairings", PAIRINGS),
        "pairing_members": frame("pairing_members", PAIRING_MEMBERS),
        "pairing_themes": frame("pairing_themes", PAIRING_THEMES),
        "contributions": frame("contributions", CONTRIBUTIONS),
        "activities": frame("activities", ACTIVITIES),
        "activity_editions": frame(
            "activity_editions", [*[(row[0], row[1]) for row in ACTIVITIES], *FURTHER_ACTIVITY_EDITIONS]
        ),
        "activity_pairings": frame("activity_pairings", ACTIVITY_PAIRINGS),
        "activity_themes": frame("activity_themes", ACTIVITY_THEMES),
        "stakeholders": frame("stakeholders", STAKEHOLDERS),
        "thematic_networks": frame("thematic_networks", THEMATIC_NETWORKS),
        "network_themes": frame("network_themes", NETWORK_THEMES),
        "network_members": frame("network_members", NETWORK_MEMBERS),
        "reported_figures": frame("reported_figures", REPORTED_FIGURES),
        "gaps": frame("gaps", GAPS),
        "gap_pairings": frame("gap_pairings", GAP_PAIRINGS),
    }
    return _dataset({**tables, "row_sources": frame("row_sources", row_sources(tables))})


@lru_cache(maxsize=1)
def empty_dataset() -> Dataset:
    """The reference tables and the editions without a single fact on them."""
    reference = {**_reference_tables(), "editions": frame("editions", EDITIONS)}
    return _dataset({name: reference.get(name, frame(name, [])) for name in TABLES})


@lru_cache(maxsize=1)
def one_row_dataset() -> Dataset:
    """One pairing of two members with one theme and one stated goal, and one activity of it, from one page."""
    pairing = "na-1-testville-demo-city"
    tables = {
        **{name: empty_dataset()[name] for name in TABLES},
        "pairings": frame("pairings", [row for row in PAIRINGS if row[0] == pairing]),
        "pairing_members": frame("pairing_members", [row for row in PAIRING_MEMBERS if row[0] == pairing]),
        "pairing_themes": frame("pairing_themes", PAIRING_THEMES[:1]),
        "contributions": frame("contributions", CONTRIBUTIONS[:1]),
        "activities": frame("activities", ACTIVITIES[:1]),
        "activity_editions": frame("activity_editions", [("na-1-kick-off", "NA-1")]),
        "activity_pairings": frame("activity_pairings", ACTIVITY_PAIRINGS[:1]),
    }
    cited = [row for row in row_sources(tables) if row[0] != "editions"]
    return _dataset({**tables, "row_sources": frame("row_sources", cited)})


def with_activities(*activities: dict[str, Any]) -> Dataset:
    """The artificial dataset with other activities, numbered from a1, each given by the cells that matter.

    What is not given: a webinar of NA-1 called 'Title a1'. Nothing belongs to them.
    """
    columns = TABLES["activities"].to_schema().columns
    given = [
        {
            "activity_id": f"a{n}",
            "edition_id": "NA-1",
            "kind": "webinar",
            "title": f"Title a{n}",
            "participants": None,
        }
        | cells
        for n, cells in enumerate(activities, start=1)
    ]
    return artificial_dataset().with_tables(
        activities=frame("activities", [[cells.get(column, "") for column in columns] for cells in given]),
        activity_editions=frame(
            "activity_editions", [(cells["activity_id"], cells["edition_id"]) for cells in given]
        ),
        **{
            name: frame(name, [])
            for name in ("activity_pairings", "activity_themes", "contributions", "stakeholders")
        },
        row_sources=frame("row_sources", []),
    )


def frame(table_name: str, rows: Rows) -> pd.DataFrame:
    """Rows as a table of the package: its columns in order, text as strings, the rest as its model says.

    Text columns at the end of a table may be left out of a row, which makes them blank.
    """
    columns = TABLES[table_name].to_schema().columns
    table = pd.DataFrame([(*row, *[""] * (len(columns) - len(row))) for row in rows], columns=list(columns))
    kinds = {name: str(column.dtype) for name, column in columns.items()}
    return table.astype({name: "str" if kind.startswith("str") else kind for name, kind in kinds.items()})


def _dataset(tables: dict[str, pd.DataFrame]) -> Dataset:
    return Dataset({name: tables[name] for name in TABLES}, Release(VERSION, DATE, "artificial"))


def _reference_tables() -> dict[str, pd.DataFrame]:
    return {
        "phases": frame("phases", PHASES),
        "regions": frame("regions", REGIONS),
        "countries": frame("countries", COUNTRIES),
        "places": frame("places", PLACES),
        "place_names": frame("place_names", PLACE_NAMES),
        "place_relations": frame("place_relations", PLACE_RELATIONS),
        "thematic_clusters": frame("thematic_clusters", THEMATIC_CLUSTERS),
        "themes": frame("themes", THEMES),
        "agendas": frame("agendas", _read_reference("agendas")),
        "goals": frame("goals", _read_reference("goals")),
        "comparisons": frame("comparisons", _read_reference("comparisons")),
        "sources": frame("sources", SOURCES),
    }


def _read_reference(table_name: str) -> list[list[Any]]:
    """Rows of a reference table with the columns in the order of its model, whole numbers as numbers."""
    columns = TABLES[table_name].to_schema().columns
    with (REFERENCE / f"{table_name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            [
                int(row[name]) if str(column.dtype) == "Int64" else row[name]
                for name, column in columns.items()
            ]
            for row in csv.DictReader(file)
        ]


def row_sources(tables: dict[str, pd.DataFrame]) -> list[tuple[str, str, str]]:
    """Every fact row rests on its edition's page, some on a post too."""
    edition_of = {row[0]: row[1] for table in (PAIRINGS, ACTIVITIES) for row in table}
    cited = []
    for table_name in FACT_TABLES:
        for row in tables.get(table_name, frame(table_name, [])).to_dict("records"):
            subject = row.get("pairing_id") or row.get("activity_id") or row.get("subject_id") or ""
            edition = row.get("edition_id") or edition_of.get(
                subject, subject if subject.startswith("NA-") else "ALL-1"
            )
            row_id = "|".join(str(row[key]) for key in key_columns(table_name))
            cited.append((table_name, row_id, f"page-{edition.lower()}"))
    known = {(table, row_id) for table, row_id, _ in cited}
    return cited + [tuple(row) for row in FURTHER_ROW_SOURCES if (row[0], row[1]) in known]
