"""What readers can choose on a page, by key, with the words they choose by."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.language import _
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def place_choices(dataset: Dataset, selection: Selection) -> dict[str, str]:
    """Places that are members of the selected pairings: 'Bologna, Italy', in alphabetical order."""
    names = dataset.names
    places = set(narrow(dataset, selection)["pairing_members"]["place_id"])
    labels = {
        place: f"{names.places[place]}, {names.countries[names.place_countries[place]]}" for place in places
    }
    return dict(sorted(labels.items(), key=lambda item: item[1].casefold()))


# Orders in which readers want to see the largest first.
MOST_FIRST = ("members", "activities")


def sort_choices() -> dict[str, str]:
    """Orders of the list of pairings."""
    return {
        "name": _("Name"),
        "phase": _("Phase"),
        "region": _("Region"),
        "members": _("Number of members"),
        "activities": _("Number of activities"),
        "start": _("Start"),
    }
