"""Cooperations and the places that make them."""

from __future__ import annotations

from iurc_dash.tables.definition import (
    PAIRING_KINDS,
    PAIRING_STATUSES,
    SIDES,
    SLUG_PATTERN,
    TEXT_LENGTH,
    Table,
    Text,
    Whole,
    column,
)


class Pairings(Table, name="pairings"):
    """Cooperations of two or more places."""

    pairing_id: Text = column(
        "Readable key", example="na-1-bologna-austin", required=True, pattern=SLUG_PATTERN
    )
    edition_id: Text = column("Edition it belongs to", refers="editions.edition_id", required=True)
    kind: Text = column("Between cities or between regions", allowed=PAIRING_KINDS, required=True)
    start_date: Text = column("Start, as exact as known", example="2017-12", date=True)
    end_date: Text = column("End, as exact as known", date=True)
    status: Text = column("Completed means that the phase is over", allowed=PAIRING_STATUSES)
    summary: Text = column("What the members worked on together, in our words", longest=TEXT_LENGTH)


class PairingMembers(Table, name="pairing_members"):
    """The places that make a pairing: two, three or more."""

    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)
    place_id: Text = column("Place", refers="places.place_id", required=True)
    side: Text = column("On the EU side at the time, or partner", allowed=SIDES, required=True)
    order: Whole = column("Order as the source lists them", smallest=1, required=True)


class PairingThemes(Table, name="pairing_themes"):
    """Themes of a pairing, with the label as the source wrote it."""

    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)
    theme_id: Text = column("Theme", refers="themes.theme_id", required=True)
    label: Text = column("Label as the source wrote it", required=True)
