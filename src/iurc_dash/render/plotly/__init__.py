"""Time lines as plotly figures: the one place that knows the library.

Show them with the page's own theme switched off (`theme=None`) and with `PLOTLY_CONFIG`; each mark carries its key,
which `mark_of` finds by what a browser tells of a click.
"""

from __future__ import annotations

from typing import Any, Final

from plotly import graph_objects as go

from iurc_dash.colours import Theme
from iurc_dash.forms import Timeline
from iurc_dash.render.plotly.timeline import timeline_chart
from iurc_dash.render.plotly.timeline_marks import mark_number

# The address is where plotly would look for outlines of countries; none is ever asked of another host.
PLOTLY_CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "responsive": True,
    "topojsonURL": "/app/static/",
    "showTips": False,
}


def figure(form: Timeline, theme: Theme) -> go.Figure:
    """The form as a figure; the customdata of each point is the number of its mark."""
    chart = timeline_chart(form, theme)
    drawn = go.Figure({"data": chart.data, "layout": chart.layout})
    # Otherwise every figure would carry plotly's default template, about 6.5 kB each time.
    drawn.layout.template = None
    return drawn


def mark_of(form: Timeline, customdata: object) -> str:
    """The key of the form's mark that a point's customdata means; blank where a browser sends anything else."""
    sent = customdata[0] if isinstance(customdata, list | tuple) and customdata else customdata
    meant = [mark.key for mark in form.marks() if sent == mark_number(mark.key)]
    # Of two marks that one number means, neither: a click never opens the rows of another.
    return meant[0] if len(meant) == 1 and not isinstance(sent, bool) else ""
