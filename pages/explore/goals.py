"""Goals: what pairings and activities are linked to, and how that is known."""

from iurc_dash.language import _
from iurc_dash.ui import lists, page, show

show.figure(page.begin_with("goals"))
lists.chosen_listing(_("Who stands behind a goal"), _("Goal or area"), "goals/subjects", "goal", key="shown")
show.exhibit("goals/by-region")
show.exhibit("goals/other-agendas")
