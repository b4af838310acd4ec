"""No link leads to anything but the web or ourselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.render.html.addresses import host, is_safe_address


@pytest.mark.parametrize(
    "wrong",
    [
        "javascript:alert(1)",
        " javascript:x",
        "//evil.example",
        "data:text/html,x",
        "\\\\evil",
        "java\nscript:x",
        "http:///nowhere",
        "http://[broken",
        "",
    ],
)
def test_such_addresses_are_refused(wrong: str) -> None:
    assert not is_safe_address(wrong) and host(wrong) == ""


def test_the_web_and_paths_of_our_own_are_allowed() -> None:
    assert is_safe_address("https://www.iurc.eu/x") and host("https://www.iurc.eu/x") == "iurc.eu"
    assert is_safe_address("./rows?mark=a/b:c") and host("./rows?mark=a") == ""


@given(st.text())
def test_whatever_is_allowed_is_the_web_or_a_path(address: str) -> None:
    if is_safe_address(address):
        assert (
            address.startswith(("http://", "https://", "HTTP", "Http"))
            or ":" not in address.split("/", maxsplit=1)[0].split("?", maxsplit=1)[0]
        )
