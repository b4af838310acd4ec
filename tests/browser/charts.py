"""Marks of a chart as a reader meets them: where they are drawn, how they look, and a click on one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, expect

# Every drawn mark that has a key: bars, parts of bars, dots. Plotly binds each to the row that it draws.
DRAWN = """chart => {
    const rows = chart.querySelector('.js-plotly-plot').calcdata;
    const elements = [...chart.querySelectorAll('.cartesianlayer .bars .point > path, .cartesianlayer path.point')];
    return elements.flatMap(element => {
        const own = element.__data__ || element.parentNode.__data__;
        const trace = rows.find(row => row.includes(own));
        const keys = trace && trace[0].trace.customdata;
        return keys && element.getBoundingClientRect().width > 0 ? [[keys[own.i], element]] : [];
    });
}"""


@dataclass(frozen=True)
class Drawn:
    """A mark that is drawn: what it is sent as, its width in pixels, how solid it is from 0 to 1."""

    key: str | int
    width: float
    opacity: float


def drawn(chart: Locator) -> list[Drawn]:
    """Every mark that can be seen."""
    expect(chart.locator(".cartesianlayer path").first).to_be_attached()
    found: list[Mapping[str, Any]] = chart.evaluate(
        f"""chart => ({DRAWN})(chart).map(([key, element]) => ({{
            key,
            width: element.getBoundingClientRect().width,
            opacity: +getComputedStyle(element).opacity * +getComputedStyle(element.parentNode).opacity,
        }}))"""
    )
    return [Drawn(**mark) for mark in found]


def longest(chart: Locator) -> str | int:
    """The key of the widest mark."""
    return max(drawn(chart), key=lambda mark: mark.width).key


def point_of(chart: Locator, key: str | int) -> tuple[float, float]:
    """The middle of a mark on the screen, brought there."""
    x, y = chart.evaluate(
        f"""(chart, key) => {{
            const element = ({DRAWN})(chart).find(([own]) => own === key)[1];
            element.scrollIntoView({{block: 'center'}});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }}""",
        key,
    )
    return x, y


def click(chart: Locator, key: str | int) -> None:
    """Click a mark with the mouse, as a reader would."""
    x, y = point_of(chart, key)
    chart.page.mouse.move(x, y)
    chart.page.mouse.click(x, y)
