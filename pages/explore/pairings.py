"""Pairings: all of them in one list, and a page for each."""

from iurc_dash.ui import page, profiles

pairing = profiles.chosen("pairing", "pairings")
if pairing:
    profiles.show_profile("pairing", pairing)
    page.stop()
profiles.list_of_pairings(page.view())
