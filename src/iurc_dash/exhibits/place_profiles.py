"""What is recorded of one place: where it lies, what it belongs to, and its pairings through the phases."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.profile_lines import PairingLine, PhaseLine, PlaceProfile, RelationLine
from iurc_dash.exhibits.wording import EXACTNESSES, in_words
from iurc_dash.language import N_, _
from iurc_dash.metrics.pairings import pairing_records
from iurc_dash.metrics.reading import rows_in

RELATIONS = {
    "within": N_("Lies within {place}."),
    "core city of": N_("Core city of {place}."),
    "member of": N_("Member of {place}."),
    "based in": N_("Based in {place}."),
}
INVERSE_RELATIONS = {
    "within": N_("Takes in {place}."),
    "core city of": N_("Its core city is {place}."),
    "member of": N_("Has {place} as a member."),
    "based in": N_("Seat of {place}."),
}


def place_summary(dataset: Dataset, place_id: str) -> PlaceProfile | None:
    """The profile of a place; None for a key that the dataset does not know."""
    places = dataset["places"]
    found = places[places["place_id"] == place_id]
    if found.empty:
        return None
    place = found.iloc[0]
    names = dataset.names
    by_phase: dict[str, list[PairingLine]] = {}
    for record in pairing_records(dataset).values():
        if place_id in record.places:
            partners = tuple(names.places[other] for other in record.places if other != place_id)
            line = PairingLine(
                record.pairing_id,
                names.pairings[record.pairing_id],
                names.editions[record.edition_id],
                partners,
            )
            by_phase.setdefault(record.phase_id, []).append(line)
    return PlaceProfile(
        place_id=place_id,
        name=str(place["name"]),
        country=names.countries[str(place["country_code"])],
        kind=str(place["kind"]),
        position=in_words(EXACTNESSES, str(place["exactness"])),
        relations=_relations(dataset, place_id),
        pairings=tuple(
            PhaseLine(key, names.phases[key], tuple(by_phase[key])) for key in names.phases if key in by_phase
        ),
    )


def _relations(dataset: Dataset, place_id: str) -> tuple[RelationLine, ...]:
    names, table = dataset.names, dataset["place_relations"]
    lines = []
    for place, other, relation in rows_in(table, "place_id", "related_place_id", "relation"):
        if place == place_id:
            lines.append(
                RelationLine(
                    other, names.places[other], _relation_in_words(RELATIONS, relation, names.places[other])
                )
            )
        elif other == place_id:
            words = _relation_in_words(INVERSE_RELATIONS, relation, names.places[place])
            lines.append(RelationLine(place, names.places[place], words))
    return tuple(lines)


def _relation_in_words(words: dict[str, str], relation: str, other: str) -> str:
    """The relation as a sentence; one that has no words of its own is shown as it is recorded."""
    return _(words[relation]).format(place=other) if relation in words else f"{relation}: {other}"
