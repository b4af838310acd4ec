"""Figures that we draw ourselves, one function for all of them: HTML, with drawings where text is not enough."""

from __future__ import annotations

from iurc_dash.forms import Bars, DotPlot, Flow, ShareGrid, Slope, TimeColumns, TwoSides, UnitChart
from iurc_dash.render.html.bars import bars_html
from iurc_dash.render.html.dots import dot_plot_html
from iurc_dash.render.html.flow import flow_html
from iurc_dash.render.html.marks import LinkFor, MarkAddress
from iurc_dash.render.html.share_grid import share_grid_html
from iurc_dash.render.html.slope import slope_html
from iurc_dash.render.html.time_columns import time_columns_html
from iurc_dash.render.html.two_sides import two_sides_html
from iurc_dash.render.html.units import unit_chart_html

DrawnForm = Bars | UnitChart | Slope | DotPlot | ShareGrid | Flow | TimeColumns | TwoSides


def figure_html(form: DrawnForm, link_for: LinkFor, mark_address: MarkAddress) -> str:
    """A figure as HTML; what it says of marks is in the language that the form was made in."""
    match form:
        case Bars():
            return bars_html(form, mark_address)
        case UnitChart():
            return unit_chart_html(form, link_for, mark_address)
        case Slope():
            return slope_html(form, mark_address)
        case DotPlot():
            return dot_plot_html(form, mark_address)
        case ShareGrid():
            return share_grid_html(form, mark_address)
        case Flow():
            return flow_html(form, mark_address)
        case TimeColumns():
            return time_columns_html(form, mark_address)
        case TwoSides():
            return two_sides_html(form, link_for, mark_address)
