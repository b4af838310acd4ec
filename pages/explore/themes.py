"""Themes: what pairings work on, how it moved, and who stands behind it."""

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import lists, page, show

shift = make(page.view(), "themes/shift")
leading = make(page.view(), "themes/clusters") if shift.is_empty else shift

page.heading(leading.finding)
if leading.is_empty:
    page.nothing_matches("themes/clusters")
    page.stop()
show.figure(leading)
for id in (
    "themes/ranking",
    "themes/clusters-by-region",
    "themes/circular-economy-by-region",
    "themes/circular-economy",
):
    show.exhibit(id)
if leading is shift:
    show.exhibit("themes/clusters")
lists.chosen_listing(_("Who stands behind a theme"), _("Theme"), "themes/pairings", "theme")
