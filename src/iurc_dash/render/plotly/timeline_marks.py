"""The marks of a time line: each date drawn, and said, only as exactly as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Timeline
from iurc_dash.render.ink import outline, see_through
from iurc_dash.render.lettering import shortened
from iurc_dash.render.plotly.chart import Trace, plain
from iurc_dash.render.svg.time_lanes import Look, PlacedSpan, dates_in_words, look_in_words


@dataclass(frozen=True)
class SpanLooks:
    """How spans look that are drawn together; `is_sparse`: there is room, so they are drawn larger."""

    look: Look
    colour_key: str
    theme: Theme
    is_sparse: bool

    @property
    def fill(self) -> str:
        """The colour of their key."""
        return colour(self.colour_key, self.theme)

    @property
    def ground(self) -> str:
        """The colour behind them."""
        return GROUNDS[self.theme].background

    @property
    def thickness(self) -> float:
        """Pixels from top to bottom of a bar: thinner where less is known."""
        sizes = {"year": (7, 4), "month": (7, 5)}.get(self.look, (15, 6))
        return sizes[0] if self.is_sparse else sizes[1]

    def bar(self) -> tuple[str, float, str]:
        """Fill, width of the edge, and edge of a bar."""
        edge = outline(self.colour_key, self.theme)
        looks: dict[Look, tuple[str, float, str]] = {
            "year": (see_through(self.fill, 0.22), 1, edge),
            "period": (self.fill, 0.75, self.ground),
            "open": (see_through(self.fill, 0.35), 0, edge),
            "assumed": (self.ground, 1.5, edge),
        }
        return looks.get(self.look, (self.fill, 1, edge))


def span_traces(form: Timeline, marks: Sequence[PlacedSpan], looks: SpanLooks, length: int) -> list[Trace]:
    """The trace of one look in one colour; what has no end gets arrowheads as a second one.

    length: characters that a name may have.
    """
    spans = [form.spans[mark.index] for mark in marks]
    trace: Trace = {
        "y": _small([round(mark.middle) for mark in marks]),
        "customdata": np.array([mark_number(f"{span.lane}/{span.key}") for span in spans], dtype=np.uint32),
        # In two lists: a line break of its own in every text would travel as 16 bytes each.
        "hovertext": [plain(shortened(span.label, length)) for span in spans],
        "text": [plain(dates_in_words(span)) for span in spans],
        "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
        "showlegend": False,
        "unselected": {"marker": {"opacity": 1}},
    }
    starts = _small([mark.start for mark in marks])
    if looks.look == "day":
        size = 10 if looks.is_sparse else 7
        dot = {"color": looks.fill, "size": size, "line": {"width": 0.75, "color": looks.ground}}
        return [trace | {"type": "scatter", "mode": "markers", "x": starts, "marker": dot}]
    fill, edge_width, edge = looks.bar()
    bars = trace | {
        "type": "bar",
        "orientation": "h",
        "textposition": "none",
        "base": starts,
        "x": _small([mark.end - mark.start for mark in marks]),
        "width": looks.thickness,
        "marker": {"color": fill, "line": {"width": edge_width, "color": edge}},
    }
    return [bars, *_open_ends(trace, marks, looks)] if looks.look == "open" else [bars]


def mark_number(key: str) -> int:
    """A number that stands for the key of a mark: hundreds of keys would be half of what a time line sends."""
    return crc32(key.encode(errors="replace"))


def _open_ends(trace: Trace, marks: Sequence[PlacedSpan], looks: SpanLooks) -> list[Trace]:
    """Arrowheads, as the end is not known, and firm edges at the start, which is."""
    silent = {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }
    same = {"y": trace["y"], "customdata": trace["customdata"], "unselected": trace["unselected"]}
    arrow = {"symbol": "triangle-right", "size": 12 if looks.is_sparse else 8, "color": looks.fill}
    edge = {"symbol": "line-ns", "size": 0.8 * looks.thickness, "line": {"width": 3, "color": looks.fill}}
    return [
        silent | same | {"x": _small([mark.end for mark in marks]), "marker": arrow},
        silent | same | {"x": _small([mark.start for mark in marks]), "marker": edge},
    ]


def _small(numbers: Sequence[int]) -> NDArray[Any]:
    """Whole numbers in as few bytes as hold them: typed arrays travel much shorter than digits."""
    values = np.array(numbers, dtype=np.int64)
    return values.astype(np.int16 if np.abs(values).max(initial=0) < 32_000 else np.int32)


def legend_sample(look: Look, theme: Theme) -> Trace:
    """A mark that only shows in the legend."""
    ink = colour("neutral", theme)
    sample: Trace = {
        "type": "scatter",
        "mode": "markers",
        "name": look_in_words(look),
        "x": [None],
        "y": [None],
    }
    markers: dict[Look, dict[str, Any]] = {
        "day": {"color": ink, "size": 9},
        "open": {"color": ink, "size": 11, "symbol": "triangle-right"},
        "assumed": {
            "color": GROUNDS[theme].background,
            "size": 10,
            "symbol": "square",
            "line": {"width": 1.5, "color": ink},
        },
    }
    if look in markers:
        return sample | {"marker": markers[look]}
    line = {
        "color": see_through(ink, 0.45) if look == "year" else ink,
        "width": {"year": 4, "month": 6}.get(look, 9),
    }
    return sample | {"mode": "lines", "line": line}
