"""Rows: exactly the rows behind a mark of a figure, and the sources that they rest on."""

from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.language import _
from iurc_dash.ui import address, page, say, show

TITLE = _("Rows behind a number")

asked = {name: address.offer(name, None) for name in ("exhibit", "mark", "asked")}
try:
    opened = make(page.view(), "record/rows", **asked) if asked["exhibit"] else None
except ExhibitError:
    page.heading(TITLE, uses_selection=False)
    say.notice(_("The address names a figure or a number that is not there under this selection."))
else:
    if opened:
        page.heading(opened.finding)
        say.caption(opened.question)
        show.evidence(opened, "", key=opened.name)
    else:
        page.heading(TITLE, uses_selection=False)
        say.paragraph(_("Follow a number of any figure to see the rows that it counts."))
