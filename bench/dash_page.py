"""The page that clicks are compared with: a heading, a phase switch, a bar chart and 200 rows, in Dash as it comes.

`python -m bench.dash_page PORT` serves it. It is as plain as such a page can be: nothing is looked up, compared with
chance or cited, and of its bars none opens its rows.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html
from dash.dash_table import DataTable

PACKAGE = Path(__file__).resolve().parents[1] / "data" / "package"
ROWS = 200
COLUMNS = ("title", "kind", "start_date", "place_name", "phase_id")


def app() -> Dash:
    """Activities by kind, of the phase that is chosen."""
    editions = pd.read_csv(PACKAGE / "editions.csv", dtype=str)
    activities = pd.read_csv(PACKAGE / "activities.csv", dtype=str).merge(editions, on="edition_id")
    activities = activities.rename(columns={"start_date_x": "start_date"})
    phases = sorted(activities["phase_id"].unique())
    made = Dash("bench")
    made.layout = html.Main(
        [
            html.H1(id="heading"),
            dcc.RadioItems([{"label": f"Phase {phase}", "value": phase} for phase in phases], id="phase"),
            dcc.Graph(id="chart"),
            DataTable(  # type: ignore[operator]  # a class, which the types take for its module
                id="rows", columns=[{"name": name, "id": name} for name in COLUMNS], page_size=ROWS
            ),
        ]
    )

    @made.callback(
        Output("heading", "children"),
        Output("chart", "figure"),
        Output("rows", "data"),
        Input("phase", "value"),
    )
    def shown(phase: str | None) -> tuple[str, object, list[dict[Hashable, object]]]:
        chosen = activities[activities["phase_id"] == phase] if phase else activities
        counts = chosen["kind"].value_counts().reset_index()
        lines = chosen[list(COLUMNS)].head(ROWS)
        return f"{len(chosen)} activities", px.bar(counts, x="count", y="kind"), lines.to_dict("records")

    return made


if __name__ == "__main__":
    app().run(port=int(sys.argv[1]), debug=False)
