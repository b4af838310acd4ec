"""Countries and places that took part."""

from __future__ import annotations

from iurc_dash.tables.definition import (
    EXACTNESSES,
    PLACE_KINDS,
    POSITION_METHODS,
    SLUG_PATTERN,
    TEXT_LENGTH,
    Flag,
    Number,
    Table,
    Text,
    Whole,
    column,
)


class Countries(Table, name="countries", settled=True):
    """Countries and territories that occur in the data."""

    country_code: Text = column("ISO 3166-1 alpha-2", example="PT", required=True, pattern=r"^[A-Z]{2}$")
    name: Text = column("Name of the country or territory", example="Portugal", required=True)
    is_eu_member: Flag = column("Whether it is a member state of the EU today", required=True)
    eu_member_phase_1: Flag = column("Whether it was one in phase 1", required=True)
    side_note: Text = column("What a reader must know about its side", longest=TEXT_LENGTH)


class Places(Table, name="places"):
    """Cities, metropolitan areas, regions and the like that took part."""

    place_id: Text = column("Readable key", example="bologna-it", required=True, pattern=SLUG_PATTERN)
    name: Text = column("Name for readers", example="Bologna", required=True)
    country_code: Text = column("Country or territory", refers="countries.country_code", required=True)
    kind: Text = column("What kind of place it is", allowed=PLACE_KINDS, required=True)
    latitude: Number = column("Latitude", unit="degrees north", smallest=-90, largest=90)
    longitude: Number = column("Longitude", unit="degrees east", smallest=-180, largest=180)
    population: Whole = column(
        "People, from GeoNames, of cities only; of the town or of its whole area, of different years, so not to"
        " be compared or added up",
        unit="people",
        smallest=0,
    )
    exactness: Text = column("What the position stands for", allowed=EXACTNESSES, required=True)
    position_method: Text = column("How the position was found", allowed=POSITION_METHODS)
    position_note: Text = column("What was settled by hand, and why", longest=TEXT_LENGTH)


class PlaceNames(Table, name="place_names"):
    """Names of a place as the sources write them."""

    place_id: Text = column("Place", refers="places.place_id", required=True)
    name: Text = column("Name as written", example="Nord-Est", required=True)


class PlaceRelations(Table, name="place_relations"):
    """Places that are related but not the same, such as a city and its metropolitan area."""

    place_id: Text = column("Place", refers="places.place_id", required=True)
    related_place_id: Text = column("The other place", refers="places.place_id", required=True)
    relation: Text = column("What the first is to the second", example="within", required=True)
    reason: Text = column("How this is known", longest=TEXT_LENGTH)
