"""What is said beside a finding stands on the page, and the title is the finding alone."""

from __future__ import annotations

import pytest
from exhibit_checks import recorded_dataset
from visits import assert_opens, shown, visit

from iurc_dash.exhibits.register import make
from iurc_dash.ui.navigation import PAGES
from iurc_dash.view import view_of

TITLED = {"overview": "overview/key-figures", "themes": "themes/shift", "goals": "goals/reached"}
PAGE_AT = {entry.url_path or "overview": entry for entry in PAGES}


@pytest.mark.parametrize("path", TITLED)
def test_what_more_is_said_stands_below_the_title(path: str) -> None:
    visitor = visit(recorded_dataset(), PAGE_AT[path])
    assert_opens(visitor)
    exhibit = make(view_of(recorded_dataset()), TITLED[path])
    assert exhibit.more
    assert shown(visitor.title[0].value) == exhibit.finding
    assert exhibit.more in [shown(element.value) for element in visitor.markdown]


@pytest.mark.parametrize("path", PAGE_AT)
def test_no_page_says_a_finding_twice(path: str) -> None:
    visitor = visit(recorded_dataset(), PAGE_AT[path])
    headings = [shown(element.value) for element in (*visitor.title, *visitor.header, *visitor.subheader)]
    assert headings and len(set(headings)) == len(headings)
