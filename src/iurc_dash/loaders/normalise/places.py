"""Countries and places: each place once, whatever the sources call it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.gazetteer import Gazetteer
from iurc_dash.loaders.normalise.part import Part
from iurc_dash.loaders.positions import UnsettledPlacesError, settle_places
from iurc_dash.loaders.reference import REFERENCE_COLUMNS, Reference
from iurc_dash.problems import DatasetError, Problem

PlaceIds = Mapping[tuple[str, str], str]


def settled_places(
    collected: Collected, reference: Reference, gazetteer: Gazetteer | None
) -> tuple[Part, PlaceIds]:
    """Places, their names as written and their relations; and the key of each (place, country) as written.

    Raises DatasetError for a place without a position: no row about it could be kept.
    """
    part = Part()
    for row in reference["countries"]:
        part.add("countries", **{column: cell for column, cell in row.items() if column != "row"})
    written = pd.concat(
        [collected.tables[table][["place", "country", "place_kind"]] for table in ("members", "network")]
    )
    try:
        settled = settle_places(written, _settled(reference), gazetteer)
    except UnsettledPlacesError as error:
        raise DatasetError(error.problems) from error
    place_ids: dict[tuple[str, str], str] = {}
    by_name: dict[tuple[str, str], str] = {}
    seen: set[str] = set()
    for place in settled.to_dict("records"):
        written_name, country, place_id = str(place["place"]), str(place["country"]), str(place["place_id"])
        place_ids[written_name, country] = by_name[str(place["name"]), country] = place_id
        part.add("place_names", place_id=place_id, name=written_name)
        if place_id not in seen:
            seen.add(place_id)
            part.add("places", **_place_row({str(column): cell for column, cell in place.items()}))
    part.take([_relations(reference, {**by_name, **place_ids})])
    return part, place_ids


def _place_row(place: Mapping[str, object]) -> Row:
    columns = (
        "place_id", "name", "country_code", "kind", "latitude", "longitude", "population", "exactness",
        "position_method", "position_note",
    )  # fmt: skip
    return {column: "" if pd.isna(place[column]) else str(place[column]) for column in columns}  # type: ignore[call-overload]


def _settled(reference: Reference) -> pd.DataFrame:
    return pd.DataFrame(reference["places"], columns=list(REFERENCE_COLUMNS["places"]), dtype=str)


def _relations(reference: Reference, place_ids: PlaceIds) -> Part:
    part = Part()
    for row in reference["place_relations"]:
        place_id = place_ids.get((row["place_name"], row["country"]))
        related_id = place_ids.get((row["related_name"], row["related_country"]))
        if place_id and related_id:
            part.add(
                "place_relations", place_id=place_id, related_place_id=related_id, relation=row["relation"],
                reason=row["reason"],
            )  # fmt: skip
            continue
        column = "related_name" if place_id else "place_name"
        part.problems.append(
            Problem(
                "reference/place_relations.csv", int(row["row"]), column, row[column], "unknown_code",
                _("No collected row names this place."), _("Correct the name or take the relation away."),
            )
        )  # fmt: skip
    return part
