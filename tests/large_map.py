"""An artificial programme with just more pairings than a drawn map bears."""

from __future__ import annotations

from itertools import islice, product
from pathlib import Path

from artificial import DATE, VERSION, empty_dataset, frame, row_sources

from iurc_dash.build.package_writing import package_files
from iurc_dash.dataset import Dataset
from iurc_dash.normalise.ledger import Ledger

# Places of a column; those of the two columns are paired with each other.
COLUMN = 46
# It stands alone in the middle, and is paired so often that its dot is easily hit.
MIDDLE, NAME = "middleton-pt", "Middleton"
PAIRED = 7


def large_programme(pairings: int) -> Dataset:
    """So many pairings of a column of places in the west with one in the east, some of them with the middle."""
    partners = [f"west-{number}-us" for number in range(COLUMN)]
    members = [f"east-{number}-pt" for number in range(COLUMN)]
    couples = [
        *((MIDDLE, partner) for partner in partners[:PAIRED]),
        *islice(product(members, partners), pairings - PAIRED),
    ]
    keys = [f"na-1-artificial-{number}" for number in range(len(couples))]
    columns = ((partners, "US", -60.0), (members, "PT", 60.0), ([MIDDLE], "PT", 0.0))
    places = [
        (
            place,
            place.rpartition("-")[0].title().replace("-", " "),
            country,
            "city",
            latitude,
            east,
            None,
            "city",
        )
        for column, country, east in columns
        for place, latitude in zip(column, _spread(len(column)), strict=True)
    ]
    tables = {
        "places": frame("places", [(*place, "geonames", "") for place in places]),
        "place_names": frame("place_names", []),
        "place_relations": frame("place_relations", []),
        "pairings": frame("pairings", [(key, "NA-1", "city", "", "", "", "") for key in keys]),
        "pairing_members": frame(
            "pairing_members",
            [
                (key, place, side, order)
                for key, couple in zip(keys, couples, strict=True)
                for order, (place, side) in enumerate(zip(couple, ("EU", "partner"), strict=True), start=1)
            ],
        ),
    }
    tables["row_sources"] = frame("row_sources", row_sources({**empty_dataset().tables, **tables}))
    return empty_dataset().with_tables(**tables)


def write_package(dataset: Dataset, folder: Path) -> None:
    """Write it as a package of its own."""
    folder.mkdir()
    for name, content in package_files(dataset.tables, VERSION, DATE, Ledger()).items():
        (folder / name).write_bytes(content)


def _spread(count: int) -> list[float]:
    """Latitudes from 45 degrees north to 45 south, or the equator alone."""
    return [45.0 - 90.0 * number / (count - 1) for number in range(count)] if count > 1 else [0.0]
