"""What is put on the page by the component: long markup goes packed, and comes out as it was."""

from __future__ import annotations

import pytest

from iurc_dash.ui.drawn import LONG, packed, unpacked


@pytest.mark.parametrize("markup", ["", "<p>Short & “quoted”</p>", "<p>ä</p>" * LONG])
def test_markup_comes_out_as_it_went_in_and_the_same_goes_in_the_same_way(markup: str) -> None:
    assert unpacked(packed(markup)) == markup
    assert packed(markup) == packed(markup), "what did not change is not drawn anew"
    assert ("packed" in packed(markup)) is (len(markup) >= LONG)
