"""Map: who works with whom, and where."""

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import page, say, show
from iurc_dash.ui.map import explorable_map

found = make(page.view(), "pairings/on-map", colour="region")

page.heading(found.finding)
if found.is_empty:
    page.nothing_matches("pairings/on-map")
    page.stop()
explorable_map()
show.foot(found)
say.heading(_("The same as a list"))
show.table(found, found.table, key=show.key_of(found))
show.side_by_side("pairings/eu-countries", "pairings/countries")
