"""Places: each place once, whatever the sources call it."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.language import _
from iurc_dash.normalise.gazetteer import Gazetteer
from iurc_dash.normalise.part import Part, unknown
from iurc_dash.normalise.positions import Place, settle_places
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Problem
from iurc_dash.sources.raw import RawTables, Row

PlaceIds = Mapping[tuple[str, str], str]


def settled_places(
    collected: RawTables, reference: Reference, gazetteer: Gazetteer | None
) -> tuple[Part, PlaceIds]:
    """Places, their names as written and their relations; and the key of each (place, country) as written."""
    part = Part()
    written = [row for table in ("members", "network") for row in collected.rows(table)]
    places, part.problems = settle_places(written, reference["places"], gazetteer)
    place_ids: dict[tuple[str, str], str] = {}
    by_name: dict[tuple[str, str], str] = {}
    added: set[str] = set()
    for place in places:
        if place.place_id not in added:
            _add_place(part, place)
            added.add(place.place_id)
        place_ids[place.written, place.country] = by_name[place.name, place.country] = place.place_id
        part.add("place_names", place.origin, place_id=place.place_id, name=place.written)
    part.take([_relations(reference, {**by_name, **place_ids})])
    return part, place_ids


def _add_place(part: Part, place: Place) -> None:
    position = place.position
    part.add(
        "places",
        place.origin,
        place_id=place.place_id,
        name=place.name,
        country_code=place.country,
        kind=place.kind,
        latitude=_text(position.latitude),
        longitude=_text(position.longitude),
        population=_text(position.population),
        exactness=position.exactness,
        position_method=position.method,
        position_note=place.note,
    )


def _text(number: float | None) -> str:
    return "" if number is None else str(number)


def _relations(reference: Reference, place_ids: PlaceIds) -> Part:
    part = Part()
    for row in reference["place_relations"]:
        place_id = place_ids.get((row["place_name"], row["country"]))
        related_id = place_ids.get((row["related_name"], row["related_country"]))
        if place_id and related_id:
            part.add(
                "place_relations",
                row.origin,
                place_id=place_id,
                related_place_id=related_id,
                relation=row["relation"],
                reason=row["reason"],
            )
        else:
            part.unmet.append(_unnamed(row, "related_name" if place_id else "place_name"))
    return part


def _unnamed(row: Row, column: str) -> Problem:
    what, mend = _("No collected row names this place."), _("Correct the name or take the relation away.")
    return unknown(row, column, row[column], what, mend)
