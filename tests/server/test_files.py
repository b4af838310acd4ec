"""What is taken away by address: pictures and tables of any exhibit, of exactly the data that the address names."""

from __future__ import annotations

import io
import zipfile
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import pytest
from artificial import artificial_dataset, empty_dataset
from exhibit_checks import exhibits_of
from PIL import Image
from server_client import Client

from iurc_dash import tokens
from iurc_dash.addresses import file_address, page_address
from iurc_dash.colours import GROUNDS
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.render.png import NotDrawnError
from iurc_dash.selection import Selection
from iurc_dash.server import files
from iurc_dash.ui import session
from iurc_dash.view import EVERYTHING, view_of

FILES = ("picture.svg", "picture.png", "table.zip")
HOME = "http://testserver/"


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    dataset = artificial_dataset().with_tables()
    tokens.publish(dataset)
    monkeypatch.setattr(session, "shared_dataset", lambda: dataset)
    return Client()


def shown(id: str = "goals/reached", selection: Selection = EVERYTHING, **parameters: str) -> Exhibit:
    return make(view_of(session.shared_dataset(), selection), id, **parameters)


def drawn(client: Client, address: str) -> str:
    answer = client.get(address.removeprefix("."))
    assert answer.status == 200, answer.text
    return answer.text


def written(svg: str) -> str:
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()).split())


def test_a_picture_is_of_the_exhibit_selection_and_theme(client: Client) -> None:
    narrow = shown(selection=Selection(phases=("1",)))
    everything, of_phase = (drawn(client, file_address(one, "picture.svg")) for one in (shown(), narrow))
    assert narrow.finding in written(of_phase) and "Phase 1" in written(of_phase)
    assert "Phase 1" not in written(everything)
    dark = drawn(client, file_address(shown(), "picture.svg", "dark"))
    assert GROUNDS["dark"].background in dark and GROUNDS["dark"].background not in everything


@pytest.mark.slow
def test_a_picture_of_pixels_has_two_for_one_and_is_drawn_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = file_address(shown("themes/clusters"), "picture.png").removeprefix(".")
    answer = client.get(address)
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(answer.content))
    assert image.width == 2400

    def never(*_given: object) -> bytes:
        raise AssertionError("It is kept.")

    monkeypatch.setattr(files, "png", never)
    assert client.get(address).content == answer.content


@pytest.mark.slow
def test_a_preview_has_the_size_that_other_sites_show(client: Client) -> None:
    answer = client.get(file_address(shown("pairings/on-map"), "picture.png", preview=True).removeprefix("."))
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)


def test_a_table_comes_with_its_readme_and_a_name(client: Client) -> None:
    answer = client.get(
        file_address(shown(selection=Selection(phases=("1",))), "table.zip").removeprefix(".")
    )
    assert answer.headers["content-type"] == "application/zip"
    disposition = answer.headers["content-disposition"]
    assert (
        disposition.startswith('attachment; filename="iurc-goals-reached-phase-1-')
        and "\n" not in disposition
    )
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert len(packed.namelist()) == 2
        assert "Selection: Phase 1" in packed.read("README.txt").decode()


def test_pictures_are_shown_under_a_name_to_save_them(client: Client) -> None:
    answer = client.get(file_address(shown(), "picture.svg").removeprefix("."))
    assert answer.headers["content-disposition"].startswith('inline; filename="iurc-goals-reached-')
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["cache-control"].startswith("public, max-age=")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_every_exhibit_can_be_taken_away(client: Client) -> None:
    for exhibit in exhibits_of(view_of(session.shared_dataset())):
        svg = drawn(client, file_address(exhibit, "picture.svg"))
        assert " ".join(exhibit.finding.split()) in written(svg), exhibit.name
        assert client.get(file_address(exhibit, "table.zip").removeprefix(".")).status == 200, exhibit.name


def test_a_picture_names_the_page_it_was_on_and_nothing_that_is_no_page(client: Client) -> None:
    exhibit = shown(selection=Selection(phases=("1",)))
    here = page_address("goals", exhibit.view, {"shown": "sdg-11"})
    assert f"{HOME}goals?phase=1&shown=sdg-11" in written(
        drawn(client, file_address(exhibit, "picture.svg", here=here))
    )
    home = written(drawn(client, file_address(exhibit, "picture.svg", here="./")))
    assert f"{HOME} " in home
    of_rows = f"{HOME}rows?phase=1&exhibit=goals/reached"
    for strange in (
        "",
        "//evil.example/goals",
        "https://evil.example",
        "no-such-page?x=1",
        "javascript:alert(1)",
    ):
        said = written(drawn(client, file_address(exhibit, "picture.svg", here=strange)))
        assert of_rows in said and "evil" not in said and "alert" not in said
    markup = written(drawn(client, file_address(exhibit, "picture.svg", here="goals?x=<b> free words")))
    assert "<b>" not in markup and f"{HOME}goals?x=%3Cb%3E+free+words" in markup


def test_a_parameter_of_an_exhibit_is_none_of_the_address(client: Client) -> None:
    """An exhibit may be asked with 'theme' or 'goal', which mean something else in an address."""
    exhibit = shown("themes/pairings", theme=next(iter(choices_of_themes())))
    address = file_address(exhibit, "picture.svg", "dark")
    assert parse_qs(urlsplit(address).query)["theme"] == ["dark"]
    svg = drawn(client, address)
    assert exhibit.finding in written(svg) and GROUNDS["dark"].background in svg


def choices_of_themes() -> list[str]:
    return session.shared_dataset()["pairing_themes"]["theme_id"].tolist()


def test_what_is_not_there_or_asked_wrongly_is_said_in_a_sentence(client: Client) -> None:
    release = f"release={tokens.token_of(session.shared_dataset())}"
    for path, status in (
        (f"/served/picture.gif?exhibit=goals/reached&{release}", 404),
        (f"/served/picture.svg?{release}", 404),
        (f"/served/picture.svg?exhibit=no/such&{release}", 404),
        (f"/served/picture.svg?exhibit=../../etc&{release}", 404),
        (f"/served/picture.svg?exhibit=pairings/facts&{release}", 400),
        (f"/served/picture.svg?exhibit=pairings/facts&asked=pairing%3Dnowhere&{release}", 400),
        (f"/served/table.zip?exhibit=goals/reached&asked=made-up%3Dx&{release}", 400),
        (f"/served/table.zip?exhibit=goals/reached&asked=id%3Dx&{release}", 400),
        (f"/served/table.zip?exhibit=goals/reached&asked=view%3Dx&{release}", 400),
        (f"/served/table.zip?exhibit=goals/reached&asked=%25&{release}", 400),
        ("/served/picture.svg?exhibit=goals/reached&release=made-up", 404),
    ):
        answer = client.get(path)
        assert answer.status == status, path
        assert answer.headers["content-type"].startswith("text/plain") and answer.text.endswith(".")
        assert answer.headers["cache-control"] == "no-store" and "Traceback" not in answer.text


STRANGE = [
    "",
    "9",
    "<script>",
    "../../etc",
    "%00",
    "\ud800",
    "ä" * 500,
    "en_US",
    "de",
    "[",
    "1&1",
    "=",
    "a=b",
]


@pytest.mark.parametrize("name", ["picture.svg", "table.zip"])
def test_no_value_of_any_parameter_is_an_error_of_the_server(client: Client, name: str) -> None:
    release = tokens.token_of(session.shared_dataset())
    for parameter in ("exhibit", "asked", "phase", "region", "theme", "size", "here", "lang", "other"):
        for value in STRANGE:
            asked = f"{parameter}={quote(value, errors='surrogatepass')}"
            exhibit = "" if parameter == "exhibit" else "exhibit=goals/reached&"
            answer = client.get(f"/served/{name}?{exhibit}{asked}&{asked}&release={release}")
            wrong = {"exhibit": 404, "asked": 400 if value else 200}.get(parameter, 200)
            assert answer.status == wrong, (parameter, value)


def test_a_picture_that_cannot_be_drawn_now_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_given: object, **_named: object) -> bytes:
        raise NotDrawnError("busy")

    monkeypatch.setattr(files, "png", busy)
    answer = client.get(file_address(shown(), "picture.png").removeprefix("."))
    assert answer.status == 503 and answer.headers["cache-control"] == "no-store"
    assert "SVG" in answer.text and "busy" not in answer.text


def test_own_data_is_kept_by_nobody_and_shown_to_no_other(client: Client) -> None:
    public = artificial_dataset()
    own = public.with_tables(places=public["places"].assign(name="Mine alone"))
    for name in ("picture.svg", "table.zip"):
        of_own = file_address(make(view_of(own), "pairings/list"), name)  # type: ignore[arg-type]
        answer = client.get(of_own.removeprefix("."))
        assert answer.status == 200 and answer.headers["cache-control"] == "private, no-store"
        assert name == "table.zip" or "Mine alone" in answer.text
    assert "Mine alone" not in drawn(client, file_address(shown("pairings/list"), "picture.svg"))


def test_no_data_gives_a_picture_that_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    empty: Dataset = empty_dataset()
    tokens.publish(empty)
    monkeypatch.setattr(session, "shared_dataset", lambda: empty)
    assert shown().finding in written(drawn(client, file_address(shown(), "picture.svg")))
