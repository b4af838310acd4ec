"""Themes: what pairings work on, how it moved, and who stands behind it."""

from iurc_dash.language import _
from iurc_dash.ui import lists, page, show

moved = page.begin_with("themes")

show.figure(moved)
for id in (
    "themes/ranking",
    "themes/clusters-by-region",
    "themes/circular-economy-by-region",
    "themes/circular-economy",
):
    show.exhibit(id)
if moved.id != "themes/clusters":
    show.exhibit("themes/clusters")
lists.chosen_listing(_("Who stands behind a theme"), _("Theme"), "themes/pairings", "theme")
