"""Nothing that renders keeps a dataset, an exhibit or a form alive after its session has dropped it."""

from __future__ import annotations

import gc
import weakref

from artificial import artificial_dataset
from hand_made import arc_map, bars, exhibit, line, matrix, series, table

from iurc_dash.forms import Category, Span, Timeline
from iurc_dash.quantities import Row
from iurc_dash.render import data, html
from iurc_dash.render.deck import deck
from iurc_dash.render.html.figures import figure_html
from iurc_dash.render.plotly import figure
from iurc_dash.render.svg import map_picture
from iurc_dash.view import view_of


def test_what_was_rendered_dies_with_its_session() -> None:
    def render_all() -> list[weakref.ref[object]]:
        dataset = artificial_dataset().with_tables()
        view = view_of(dataset)
        chart, shown, drawn = bars(series("n", 1, 2, 3)), arc_map(), matrix((1, 2))
        made = exhibit(view, table(line(count=chart.series[0].values[1])), form=chart)
        line_of_time = Timeline((Category("l", "L"),), (Span("s", "l", "S", "2021", Row("activities", "a")),))
        figure(line_of_time, "light")
        figure_html(chart, lambda *_row: "", lambda mark: "")
        deck(shown, "dark").to_json()
        map_picture(shown, "light", labels=True, fit=True)
        html.matrix_html(view, drawn, "Counts", lambda mark: "")
        html.table_html(view, made.table, "T", link_for=lambda *_: "", mark_address=lambda mark: "")
        html.source_list_html(view, ["page-na-2"])
        data.exhibit_zip(made)
        return [weakref.ref(kept) for kept in (dataset, view, made, chart, line_of_time, shown, drawn)]

    kept = render_all()
    gc.collect()
    assert [reference() for reference in kept] == [None] * len(kept)
