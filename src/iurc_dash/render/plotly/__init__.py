"""Bars and time lines as plotly figures: the one place that knows the library.

Show them with the page's own theme switched off (`theme=None`) and with `PLOTLY_CONFIG`; each mark carries its key,
which `mark_of` reads from what a browser tells of a click.
"""

from __future__ import annotations

from typing import Any, Final

from plotly import graph_objects as go

from iurc_dash.colours import Theme
from iurc_dash.forms import Bars, Timeline
from iurc_dash.render.plotly.bars import bar_chart
from iurc_dash.render.plotly.timeline import timeline_chart

# The address is where plotly would look for outlines of countries; none is ever asked of another host.
PLOTLY_CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "responsive": True,
    "topojsonURL": "/app/static/",
    "showTips": False,
}


def figure(form: Bars | Timeline, theme: Theme) -> go.Figure:
    """The form as a figure; the customdata of each point is the key of its mark."""
    chart = bar_chart(form, theme) if isinstance(form, Bars) else timeline_chart(form, theme)
    drawn = go.Figure({"data": chart.data, "layout": chart.layout})
    # Otherwise every figure would carry plotly's default template, about 6.5 kB each time.
    drawn.layout.template = None
    return drawn


def mark_of(customdata: object) -> str:
    """The key of the mark behind a point's customdata; blank where a browser sends anything else."""
    if isinstance(customdata, list | tuple) and customdata:
        customdata = customdata[0]
    return customdata if isinstance(customdata, str) else ""
