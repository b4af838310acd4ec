"""Found and reported: totals that the programme published beside what public rows show, and how full the record is."""

from iurc_dash.exhibits.pages import leading
from iurc_dash.ui import page, show

found = leading(page.view(), "record/found-and-reported", "record/reported")

page.heading(found.finding)
if found.is_empty:
    page.nothing_matches("record/reported")
    page.stop()
show.figure(found)
show.exhibit("record/fullness")
if found.id != "record/reported":
    show.exhibit("record/reported")
show.exhibit("record/gaps")
