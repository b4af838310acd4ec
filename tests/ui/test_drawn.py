"""What is put on the page by the component: long markup goes packed, and comes out as it was."""

from __future__ import annotations

import pytest

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.render.html import style
from iurc_dash.ui.drawn import LONG, packed, unpacked

# What the style sheet may weigh in the first message of a session.
STYLE_BYTES = 12_000


@pytest.mark.parametrize("theme", GROUNDS)
def test_the_style_sheet_goes_packed(theme: Theme) -> None:
    sent = packed(style(theme))
    assert set(sent) == {"packed"} and len(sent["packed"]) < STYLE_BYTES
    assert unpacked(sent) == style(theme)


@pytest.mark.parametrize("markup", ["", "<p>Short & “quoted”</p>", "<p>ä</p>" * LONG])
def test_markup_comes_out_as_it_went_in_and_the_same_goes_in_the_same_way(markup: str) -> None:
    assert unpacked(packed(markup)) == markup
    assert packed(markup) == packed(markup), "what did not change is not drawn anew"
    assert ("packed" in packed(markup)) is (len(markup) >= LONG)
