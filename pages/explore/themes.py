"""Themes: what pairings work on, how it moved, and who stands behind it."""

from iurc_dash.exhibits.pages import leading
from iurc_dash.language import _
from iurc_dash.ui import lists, page, show

moved = leading(page.view(), "themes/shift", "themes/clusters")

page.heading(moved.finding)
if moved.is_empty:
    page.nothing_matches("themes/clusters")
    page.stop()
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
