"""Goals: what pairings and activities are linked to, and how that is known."""

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import lists, page, show

reached = make(page.view(), "goals/reached")

page.heading(reached.finding)
if reached.is_empty:
    page.nothing_matches("goals/reached")
    page.stop()
show.figure(reached)
lists.chosen_listing(_("Who stands behind a goal"), _("Goal or area"), "goals/subjects", "goal", key="shown")
show.exhibit("goals/by-region")
show.exhibit("goals/other-agendas")
