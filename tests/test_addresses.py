"""Addresses of pages and things carry the selection and the language, and nothing else."""

from __future__ import annotations

from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from artificial import artificial_dataset

from iurc_dash.addresses import address_of, mark_address, page_address, report_address, report_form
from iurc_dash.exhibits.register import make
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def parameters(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_addresses_are_relative_and_carry_the_selection() -> None:
    view = view_of(artificial_dataset(), Selection(phases=("1", "2"), regions=("NA",)))
    address = address_of("pairings", "na-1-a&b", view)
    assert address.startswith("./pairings?")
    assert parameters(address) == {"phase": ["1", "2"], "region": ["NA"], "pairing": ["na-1-a&b"]}
    assert page_address("", view_of(artificial_dataset())) == "./"


def test_the_language_is_carried_where_it_is_not_english() -> None:
    view = view_of(artificial_dataset(), Selection(), "el")
    assert parameters(page_address("map", view)) == {"lang": ["el"]}
    assert "lang" not in page_address("map", view_of(artificial_dataset()))


def test_rows_without_a_page_have_no_address() -> None:
    view = view_of(artificial_dataset())
    assert address_of("countries", "PT", view) == ""
    assert address_of("pairings", "", view) == ""


def test_the_address_of_a_mark_brings_back_exactly_its_rows() -> None:
    view = view_of(artificial_dataset(), Selection(regions=("NA",)))
    shown = make(view, "themes/clusters")
    assert shown.marks
    for key in shown.marks:
        asked = parameters(mark_address(shown, key))
        selection, remarks = Selection.parse(asked, view.whole)
        assert not remarks
        opened = make(view.of(selection), asked["exhibit"][0], **dict(parse_qsl(asked.get("asked", [""])[0])))
        assert opened.rows(asked["mark"][0]) == shown.rows(key)


@pytest.mark.parametrize(
    ("setting", "reported"),
    [
        ("https://cooperation.example/report", "https://cooperation.example/report?page=PAGE"),
        (
            "https://cooperation.example/report?kind=error",
            "https://cooperation.example/report?kind=error&page=PAGE",
        ),
        (
            "https://cooperation.example/new?body=On+{page}&tag=x",
            "https://cooperation.example/new?body=On+PAGE&tag=x",
        ),
        ("mailto:cooperation@cooperation.example", "mailto:cooperation@cooperation.example?body=PAGE"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//cooperation.example", ""),
    ],
)
def test_an_error_is_reported_with_the_whole_address_of_its_page(setting: str, reported: str) -> None:
    page = "https://atlas.example/goals?phase=2&search=a b#c"
    said = report_address(report_form(setting), page)
    encoded = "https%3A%2F%2Fatlas.example%2Fgoals%3Fphase%3D2%26search%3Da%20b%23c"
    assert said == reported.replace("PAGE", encoded)
    # Nothing of the page becomes a parameter of its own.
    assert "&search" not in said and "#" not in said
