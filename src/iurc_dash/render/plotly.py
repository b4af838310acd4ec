"""Forms as plotly figures: the one place that knows the library.

Show them with the page's own theme switched off (`theme=None`), with `PLOTLY_CONFIG`, and for clicks read
`chosen_keys` from a point's customdata.
"""

from __future__ import annotations

from typing import Any, Final

from plotly import graph_objects as go

from iurc_dash.colours import Theme
from iurc_dash.forms import Bars, Matrix, Timeline
from iurc_dash.render.bar_chart import bar_chart
from iurc_dash.render.matrix_chart import matrix_chart
from iurc_dash.render.timeline_chart import span_key, timeline_chart

# The address is where plotly would look for outlines of countries; none is ever asked of another host.
PLOTLY_CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "responsive": True,
    "topojsonURL": "/app/static/",
    "showTips": False,
}


def figure(form: Bars | Matrix | Timeline, theme: Theme, narrow_screen: bool = False) -> go.Figure:
    """The form as a figure; on a narrow screen labels stand above their bars instead of beside them.

    Points carry customdata [category key, series key] (Bars), [row key, column key] with a blank for totals (Matrix),
    or the index of the span (Timeline).
    """
    if isinstance(form, Bars):
        chart = bar_chart(form, theme, narrow_screen)
    elif isinstance(form, Matrix):
        chart = matrix_chart(form, theme, narrow_screen)
    else:
        chart = timeline_chart(form, theme, narrow_screen)
    drawn = go.Figure({"data": chart.data, "layout": chart.layout})
    # Otherwise every figure would carry plotly's default template, about 6.5 kB each time.
    drawn.layout.template = None
    return drawn


def chosen_keys(form: Bars | Matrix | Timeline, customdata: object) -> tuple[str, ...]:
    """The keys behind a chosen point: (category, series), (row, column), (span,); empty where there are none."""
    if isinstance(form, Timeline):
        key = span_key(form, customdata)
        return () if key is None else (key,)
    if (
        isinstance(customdata, (list, tuple))
        and len(customdata) == 2
        and all(isinstance(k, str) for k in customdata)
    ):
        return (str(customdata[0]), str(customdata[1]))
    return ()
