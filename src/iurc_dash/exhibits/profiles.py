"""Profiles: what is shown of one pairing, place or programme in a region, as exhibits in order."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.view import View

# Exhibits by what they are about, which is the name of the parameter that each of them takes.
PROFILES: Mapping[str, tuple[str, ...]] = {
    "edition": ("editions/facts", "editions/key-figures", "editions/pairings", "editions/networks"),
    "pairing": (
        "pairings/members",
        "pairings/facts",
        "pairings/on-map",
        "pairings/activities",
        "pairings/themes",
        "pairings/goals",
        "pairings/stakeholders",
        "pairings/related",
        "pairings/gaps",
        "pairings/sources",
    ),
    "place": (
        "places/facts",
        "places/on-map",
        "places/pairings",
        "places/networks",
        "places/activities",
        "places/related",
        "places/sources",
    ),
}
# What else an exhibit of a profile is asked with: a pairing has the colour of its region wherever it is drawn.
FURTHER: Mapping[tuple[str, str], Mapping[str, str]] = {("pairing", "pairings/on-map"): {"colour": "region"}}


def profile(view: View, subject: str, key: str) -> list[Exhibit]:
    """All exhibits about one pairing, place or edition; raises ExhibitError where the dataset does not know it."""
    return [make(view, id, **{subject: key}, **FURTHER.get((subject, id), {})) for id in PROFILES[subject]]
