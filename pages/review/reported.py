"""Found and reported: totals that the programme published beside what public rows show, and how full the record is."""

from iurc_dash.exhibits.pages import compared
from iurc_dash.language import _
from iurc_dash.ui import page, parts, show

found = compared(page.view(), parts.subject_asked(page.view()))

page.heading(found.finding)
parts.choose_subject(page.view())
if found.is_empty and found.id == "record/reported":
    page.nothing_matches("record/reported")
    page.stop()
show.figure(found)
show.exhibit("record/fullness")
part = parts.choose_part({"totals": _("Published totals"), "gaps": _("Known gaps")})
if part == "gaps":
    show.exhibit("record/gaps")
elif found.id != "record/reported":
    show.exhibit("record/reported")
