"""The map of a place: its partners, whatever is chosen; no place but those of its pairings."""

from __future__ import annotations

from artificial import artificial_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

ID = "places/on-map"


def test_partners_are_named_and_drawn_whatever_is_chosen() -> None:
    for selection in (Selection(), Selection(phases=("3",), regions=("JP",))):
        shown = make(view_of(recorded_dataset(), selection), ID, place="turin-it")
        assert_sound(shown)
        assert isinstance(shown.form, ArcMap)
        assert len(shown.form.pairings) == 4
        assert (
            shown.finding
            == "Turin has been paired with Baltimore, Consórcio Intermunicipal Grande ABC and Nagoya."
        )
        assert {place.key for place in shown.form.places} >= {"turin-it", "nagoya-jp"}
        assert "rome-it" not in {place.key for place in shown.form.places}


def test_many_partners_are_counted_and_none_is_said() -> None:
    view = view_of(recorded_dataset())
    many = make(view, ID, place="rome-it")
    partners = {
        place
        for pairing in many.rows()["pairings"]
        for place in view.whole["pairing_members"].query("pairing_id == @pairing")["place_id"]
    } - {"rome-it"}
    assert many.finding == f"Rome has been paired with {len(partners)} places."
    none = make(view, ID, place="toronto-ca")
    assert none.finding == "Toronto is in no recorded pairing." and none.form is None
    for place in artificial_dataset()["places"]["place_id"]:
        assert_sound(make(view_of(artificial_dataset()), ID, place=place))
