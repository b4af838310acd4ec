"""The pairing that exhibits of this folder are about, and words that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from iurc_dash.exhibits.register import Parameter
from iurc_dash.exhibits.sentences import join_names
from iurc_dash.kept import derived
from iurc_dash.language import _, format_number
from iurc_dash.metrics.pairings import PairingRecord, names_to_sort_by
from iurc_dash.view import EVERYTHING, View

# More members than this are not named one by one in a sentence.
MOST_MEMBERS_NAMED = 4


def pairing_choices(view: View) -> Mapping[str, str]:
    """Every pairing by name: 'Bologna – Austin', with the programme in a region where the same places paired twice."""
    return _choices(view.of(EVERYTHING))


@derived
def _choices(view: View) -> Mapping[str, str]:
    names, order = view.words.names("pairings"), names_to_sort_by(view)
    twice = {name for name, count in Counter(names.values()).items() if count > 1}
    editions = view.pairing_editions
    return {
        key: _("{pairing} ({edition})").format(
            pairing=names[key], edition=view.say("editions", editions[key])
        )
        if names[key] in twice
        else names[key]
        for key in sorted(names, key=order.__getitem__)
    }


PAIRING = Parameter("pairing", pairing_choices, required=True)


def say_members(view: View, record: PairingRecord) -> str:
    """'Bologna (Italy) worked with Austin (United States).'; whether they still do is as their status says."""
    country_of = view.words.countries_of_places
    names = [
        _("{place} ({country})").format(
            place=view.say("places", place), country=view.say("countries", country_of[place])
        )
        for place in record.places
    ]
    match len(names):
        case 0:
            return _("No member of this pairing is recorded.")
        case 1:
            return _("One member is recorded: {name}.").format(name=names[0])
        case 2:
            message = {
                "completed": _("{name} worked with {other}."),
                "active": _("{name} works with {other}."),
            }.get(record.status, _("{name} is paired with {other}."))
            return message.format(name=names[0], other=names[1])
        case _several:
            message = {
                "completed": _("{names} worked together."),
                "active": _("{names} work together."),
            }.get(record.status, _("{names} are joined in one pairing."))
            return message.format(names=join_names(names, most=MOST_MEMBERS_NAMED))


def say_what_it_is(record: PairingRecord) -> str:
    """'a pair of cities', 'a trio of regions', 'a group of 4 cities'."""
    size = len(record.members)
    known: Mapping[tuple[str, int], str] = {
        ("city", 2): _("a pair of cities"),
        ("region", 2): _("a pair of regions"),
        ("city", 3): _("a trio of cities"),
        ("region", 3): _("a trio of regions"),
    }
    if (record.kind, size) in known:
        return known[record.kind, size]
    if size < 2:
        return _("a pairing of which not both sides are recorded")
    groups = {"city": _("a group of {count} cities"), "region": _("a group of {count} regions")}
    return groups.get(record.kind, _("a group of {count} members")).format(count=format_number(size))
