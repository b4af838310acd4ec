"""Rows: exactly the rows behind a mark of a figure, and the sources that they rest on."""

from iurc_dash.language import _
from iurc_dash.ui import address, evidence, page, say

asked = {name: address.offer(name, None) for name in ("exhibit", "mark", "asked", "part")}

if asked["exhibit"]:
    evidence.show_evidence(page.view(), asked, title=page.heading, part=asked["part"])
else:
    page.heading(_("Rows behind a number"))
    say.paragraph(_("Follow a number of any figure to see the rows that it counts."))
