"""Places: each collected one is settled, spellings unite, bodies that differ stay apart, none is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from iurc_dash.loaders.gazetteer import Gazetteer, plain_name
from iurc_dash.loaders.positions import PLACE_COLUMNS, UnsettledPlacesError, settle_places

DATA = Path(__file__).parent.parent / "data"
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
    return Gazetteer.of_geonames()


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
    return settle_places(all_written, reference, gazetteer)


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
    row = settle_places(written(("Example Ville", "XA", "city")), settled(), TOWNS).iloc[0]
    assert (row["place_id"], row["exactness"], row["position_method"]) == (
        "example-ville-xa",
        "city",
        "geonames",
    )
    assert (row["population"], row["geonameid"], row["latitude"]) == (90_000, 2, 10.2857)


def test_unknown_population_is_missing_and_not_nought() -> None:
    row = settle_places(written(("Nobody", "XA", "city")), settled(), TOWNS).iloc[0]
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
    row = settle_places(written(("Examplia", "XA", "region")), settled(rule), TOWNS).iloc[0]
    assert (row["place_id"], row["geonameid"], row["kind"]) == ("region-of-examplia-xa", 2, "region")
    assert pd.isna(row["population"])


def test_place_by_hand_and_place_nowhere() -> None:
    rules = settled(
        ("Here", "XA", "Here", "city", "", "", "1.23456", "-2", "centre", "Artificial."),
        ("Spread", "XA", "Spread", "association", "", "", "", "", "none", "Artificial."),
    )
    found = settle_places(written(("Here", "XA", "city"), ("Spread", "XA", "association")), rules, TOWNS)
    here, spread = found.set_index("place").loc["Here"], found.set_index("place").loc["Spread"]
    assert (here["latitude"], here["position_method"]) == (1.2346, "by hand")
    assert pd.isna(spread["latitude"]) and spread["position_method"] == ""


def test_every_unknown_place_is_named_and_none_dropped() -> None:
    unknown = written(("Lost", "XA", "city"), ("Gone", "XB", "region"), ("Example Ville", "XA", "city"))
    with pytest.raises(UnsettledPlacesError) as raised:
        settle_places(unknown, settled(), TOWNS)
    assert "Lost" in str(raised.value) and "Gone" in str(raised.value)
    assert "Example Ville" not in str(raised.value)
    assert len(raised.value.problems) == 2


def test_two_kinds_need_a_settled_row() -> None:
    twice = written(("Example Ville", "XA", "city"), ("Example Ville", "XA", "region"))
    with pytest.raises(UnsettledPlacesError, match="written as city, region"):
        settle_places(twice, settled(), TOWNS)


def test_spellings_that_disagree_are_refused() -> None:
    rules = settled(
        ("One", "XA", "Same", "region", "", "2", "", "", "seat", "Artificial."),
        ("Two", "XA", "Same", "region", "", "1", "", "", "seat", "Artificial."),
    )
    with pytest.raises(UnsettledPlacesError, match="same-xa"):
        settle_places(written(("One", "XA", "region"), ("Two", "XA", "region")), rules, TOWNS)


def test_every_collected_place_is_settled(all_written: pd.DataFrame, places: pd.DataFrame) -> None:
    assert list(places.columns) == list(PLACE_COLUMNS)
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
    for row in reference[reference["seat_geonameid"] != ""].to_dict("records"):
        town_meant = row["seat"] or row["place"].partition(" (")[0]
        assert gazetteer.goes_by(int(row["seat_geonameid"]), town_meant), row


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
