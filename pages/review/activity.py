"""Activity: what happened when, what came out of it, and what is to come."""

from iurc_dash.exhibits.register import make
from iurc_dash.ui import page, programme, show
from iurc_dash.ui.lists import activity_lists

view = page.view()
over_time = make(view, "activities/over-time")

page.heading(over_time.finding)
if over_time.is_empty:
    page.nothing_matches("activities/over-time")
    page.stop()
show.figure(over_time)
programme.what_is_new(view)
for id in ("activities/held-by-year", "activities/kinds-by-year", "activities/by-region"):
    show.exhibit(id)
activity_lists(view)
