"""The style sheet as a page has it, on one line, so that tests can look for a rule whatever its layout."""

from __future__ import annotations

import re

from iurc_dash.colours import Theme
from iurc_dash.render.html import style_sheet, theme_html


def style(theme: Theme) -> str:
    """The rules and the colours of a theme in one element."""
    colours = theme_html(theme).removeprefix("<style>").removesuffix("</style>")
    bare = " ".join(re.sub(r"/\*.*?\*/", "", style_sheet(), flags=re.DOTALL).split())
    rules = re.sub(r" ?([{};,>]) ?|(?<=:) ", r"\1", bare)
    return f"<style>{rules}{colours}</style>"
