"""Activity: what happened when, what came out of it, and what is to come."""

from iurc_dash.ui import page, programme, show
from iurc_dash.ui.lists import activity_lists

view = page.view()

show.figure(page.begin_with("activity"))
programme.what_is_new(view)
for id in ("activities/held-by-year", "activities/kinds-by-year", "activities/by-region"):
    show.exhibit(id)
activity_lists(view)
