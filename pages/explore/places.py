"""Places: a page for every place that took part, in a pairing or in a network."""

from iurc_dash.ui import page, profiles

place = profiles.chosen("place", "places")
if place:
    profiles.show_profile("place", place)
else:
    profiles.choose_place(page.view())
