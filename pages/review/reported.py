"""Found and reported: totals that the programme published beside what public rows show, and how full the record is."""

from iurc_dash.exhibits.register import make
from iurc_dash.ui import page, show

found = make(page.view(), "record/found-and-reported")
leading = make(page.view(), "record/reported") if found.is_empty else found

page.heading(leading.finding)
if leading.is_empty:
    page.nothing_matches("record/reported")
    page.stop()
show.figure(leading)
show.exhibit("record/fullness")
if leading is found:
    show.exhibit("record/reported")
show.exhibit("record/gaps")
