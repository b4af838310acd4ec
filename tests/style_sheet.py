"""The style sheet as a page has it."""

from __future__ import annotations

from iurc_dash.colours import Theme
from iurc_dash.render.html import style_sheet, theme_html


def style(theme: Theme) -> str:
    """The rules and the colours of a theme in one element."""
    colours = theme_html(theme).removeprefix("<style>").removesuffix("</style>")
    return f"<style>{style_sheet()}{colours}</style>"
