"""A visit of a page without a browser: a session that looks at a dataset of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from streamlit.testing.v1 import AppTest

from iurc_dash.dataset import Dataset
from iurc_dash.ui.drawn import unpacked
from iurc_dash.ui.navigation import PageEntry

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
# What no reader may see, whatever the data.
NEVER = re.compile(r"Traceback|>nan<|>None<|NaT|\bNone\b(?! (?:of|is) )|\{count\}|<NA>|KeyError")


def visit(
    dataset: Dataset | None, entry: PageEntry, address: Mapping[str, Sequence[str]] | None = None
) -> AppTest:
    """A page drawn once for a new session, with a dataset of its own, or the shared one where none is given."""
    visitor = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    if dataset is not None:
        visitor.session_state["own_dataset"] = dataset
    for name, values in (address or {}).items():
        visitor.query_params[name] = list(values)
    visitor.switch_page(f"pages/{entry.path}")
    return visitor.run()


def markdown_on(visitor: AppTest) -> list[str]:
    """Everything that Streamlit reads as Markdown, as it was given."""
    elements = [
        *visitor.title, *visitor.header, *visitor.subheader, *visitor.caption, *visitor.markdown, *visitor.info,
        *visitor.warning, *visitor.error,
    ]  # fmt: skip
    labels = [
        element.label
        for kind in ("expander", "tabs", "tab")
        for element in visitor.get(kind)
        if element.label
    ]
    return [str(element.value) for element in elements] + labels


def html_on(visitor: AppTest) -> list[str]:
    """Everything that is sent as HTML, whether Streamlit shows it or our component."""
    drawn = [unpacked(json.loads(element.proto.json)) for element in visitor.get("bidi_component")]
    return [element.proto.body for element in visitor.get("html")] + drawn


def open_filter(visitor: AppTest) -> AppTest:
    """The same page with the choices of the filter opened."""
    visitor.session_state["filter_choices"] = True
    return visitor.run()


def shown(markdown: str) -> str:
    """What a reader sees of words that were escaped for Markdown."""
    return markdown.replace("\\", "")


def words_on(visitor: AppTest) -> str:
    """All words of a page."""
    return "\n".join([*map(shown, markdown_on(visitor)), *html_on(visitor)])


def assert_opens(visitor: AppTest) -> None:
    """The page is whole: one title, no error, nothing of the machine."""
    assert not visitor.exception, visitor.exception
    assert len(visitor.title) == 1
    assert visitor.title[0].value.strip()
    words = words_on(visitor)
    assert not NEVER.search(words), NEVER.search(words)
