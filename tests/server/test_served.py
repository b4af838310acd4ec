"""What pages fetch from their own server: pictures and map layers by address, each of the data it names."""

from __future__ import annotations

import gc
import json
import random
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from artificial import artificial_dataset, empty_dataset
from server_client import Client

from iurc_dash import tokens
from iurc_dash.addresses import drawing_address, layers_address, picture_address
from iurc_dash.colours import Theme, colour
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.register import make
from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.render.deck.rows import LAYER_IDS
from iurc_dash.render.html import style_address, style_sheet
from iurc_dash.render.svg.land import land_address, land_file
from iurc_dash.selection import Selection
from iurc_dash.ui import session
from iurc_dash.view import EVERYTHING, view_of


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    dataset = artificial_dataset()
    tokens.publish(dataset)
    monkeypatch.setattr(session, "shared_dataset", lambda: dataset)
    return Client()


def fetched(client: Client, address: str) -> str:
    answer = client.get(address.removeprefix("."))
    assert answer.status == 200
    assert answer.headers["cache-control"].startswith("public, max-age=")
    assert answer.headers["x-content-type-options"] == "nosniff"
    return answer.text


def picture_of(
    selection: Selection = EVERYTHING, theme: Theme = "light", *, close: bool = False, pairing: str = ""
) -> str:
    """The address that a page of the shared data would have for a drawn map."""
    shown = make(view_of(session.shared_dataset(), selection), "pairings/on-map", pairing=pairing)
    return picture_address(shown, theme, close=close)


def layers_of(selection: Selection = EVERYTHING, colour: str = "phase") -> str:
    """The address that a page of the shared data would have for the rows of a map."""
    return layers_address(
        make(view_of(session.shared_dataset(), selection), "pairings/on-map", colour=colour)
    )


def layer(dataset: Dataset, name: str = "places") -> str:
    """The address of a layer of any dataset, with the token that its pages would have."""
    return f"/served/map-{name}.json?release={tokens.token_of(dataset)}&lang=en"


def with_place_named(name: str) -> Dataset:
    """The artificial data with all its places under one name."""
    dataset = artificial_dataset()
    return dataset.with_tables(places=dataset["places"].assign(name=name))


def test_a_picture_is_of_the_selection_and_theme(client: Client) -> None:
    everything = fetched(client, picture_of())
    narrower = fetched(client, picture_of(Selection(phases=("1",))))
    dark = fetched(client, picture_of(theme="dark"))
    assert everything.startswith("<svg") and everything.count("<svg") == 1
    assert len({everything, narrower, dark}) == 3
    assert "<script" not in everything


def test_a_pairings_picture_has_its_names(client: Client) -> None:
    address = picture_of(pairing="na-1-testville-demo-city")
    assert "Testville" in fetched(client, address)
    unknown = fetched(client, picture_of() + "&pairing=na-1-nowhere")
    assert "Testville" not in unknown.partition("<title")[0]
    assert unknown == fetched(client, picture_of())


def test_a_pairings_picture_has_the_colour_that_its_legend_tells(client: Client) -> None:
    asked = {"pairing": "na-1-testville-demo-city"}
    whole = view_of(session.shared_dataset())
    by_region, by_phase = (
        fetched(client, picture_address(make(whole, "pairings/on-map", **asked, colour=by), "light"))
        for by in ("region", "phase")
    )
    told = colour(whole.colour("regions", "NA"), "light")
    assert told in by_region and told not in by_phase


def test_a_places_picture_has_its_own_pairings_alone(client: Client) -> None:
    whole = view_of(session.shared_dataset())
    shown = make(whole, "places/on-map", place="testville-pt")
    drawn = fetched(client, picture_address(shown, "light"))
    count = len(shown.rows()["pairings"])
    assert 1 < count < len(whole["pairings"])
    assert f"Map of {count} pairings" in drawn and "Testville" in drawn
    assert drawn != fetched(client, picture_of())
    nowhere = picture_of() + "&place=nowhere-at-all"
    assert fetched(client, nowhere) == fetched(client, picture_of())


def test_every_layer_has_rows_and_only_those_of_the_selection(client: Client) -> None:
    for name in LAYER_IDS:
        whole = json.loads(fetched(client, layers_of().replace("{layer}", name)))
        part = json.loads(fetched(client, layers_of(Selection(regions=("JP",))).replace("{layer}", name)))
        assert 0 < len(part) < len(whole), name


def test_unknown_layers_are_not_found_and_unknown_values_are_left_out(client: Client) -> None:
    address = layers_of()
    assert client.get(address.removeprefix(".").replace("{layer}", "secrets")).status == 404
    places = address.replace("{layer}", "places")
    assert fetched(client, places + "&phase=9&region=%3Cscript%3E") == fetched(client, places)


STRANGE = ["", "9", "<script>", "../../etc", "%00", "\ud800", "ä" * 500, "en_US", "de", "[", "None", "1&1"]


@pytest.mark.parametrize("path", ["/served/map.svg", "/served/map-pairings.json", "/served/map-places.json"])
def test_no_value_of_any_parameter_is_an_error_of_the_server(client: Client, path: str) -> None:
    release = tokens.token_of(session.shared_dataset())
    for name in (
        "phase",
        "region",
        "country",
        "basis",
        "theme",
        "colour",
        "pairing",
        "close",
        "lang",
        "other",
    ):
        for value in STRANGE:
            asked = f"{name}={quote(value, errors='surrogatepass')}"
            answer = client.get(f"{path}?{asked}&{asked}&release={release}")
            assert answer.status == 200, (name, value)
    for value in STRANGE:
        refused = client.get(f"{path}?release={quote(value, errors='surrogatepass')}")
        assert refused.status == 404, value


def test_no_data_gives_empty_maps(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    empty = empty_dataset()
    tokens.publish(empty)
    monkeypatch.setattr(session, "shared_dataset", lambda: empty)
    assert fetched(client, picture_of()).startswith("<svg")
    assert fetched(client, layers_of(colour="region").replace("{layer}", "pairings")) == "[]"


def test_addresses_are_relative_and_say_what_they_show(client: Client) -> None:
    address = picture_of(Selection(phases=("2",), regions=("NA",)), "dark", close=True)
    assert address.startswith("./served/map.svg?")
    asked = parse_qs(urlsplit(address).query)
    assert asked["phase"] == ["2"] and asked["region"] == ["NA"]
    assert asked["theme"] == ["dark"] and asked["close"] == ["1"]
    assert asked["release"] == [tokens.token_of(session.shared_dataset())] and asked["lang"] == ["en"]


def test_two_datasets_never_give_each_others_rows(client: Client) -> None:
    own = {name: with_place_named(name) for name in ("First of two", "Second of two")}
    shared = fetched(client, layer(session.shared_dataset()))
    order = [*own] * 4
    random.Random(7).shuffle(order)
    for name in order:
        answer = client.get(layer(own[name]))
        assert answer.status == 200
        others = {*own} - {name}
        assert name in answer.text and not any(other in answer.text for other in others)
        # What is one session's own may be kept by nobody on the way.
        assert answer.headers["cache-control"] == "private, no-store"
        assert fetched(client, layer(session.shared_dataset())) == shared
        assert "of two" not in shared


def test_own_data_drawn_as_a_picture_is_not_kept_either(client: Client) -> None:
    own = with_place_named("Mine alone")
    address = f"/served/map.svg?pairing=na-1-testville-demo-city&release={tokens.token_of(own)}"
    answer = client.get(address)
    assert "Mine alone" in answer.text and answer.headers["cache-control"] == "private, no-store"
    public = picture_of(pairing="na-1-testville-demo-city")
    assert "Mine alone" not in fetched(client, public)


def test_a_dataset_that_is_gone_is_not_found(client: Client) -> None:
    own = with_place_named("Gone")
    address = layer(own)
    assert tokens.resolve(tokens.token_of(own)) is not None
    del own
    gc.collect()
    for at in (address, "/served/map.svg?release=made-up", "/served/map.svg"):
        answer = client.get(at)
        assert answer.status == 404 and "no longer" in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-type"].startswith("text/plain")
        assert "Gone" not in answer.text


def test_data_with_problems_is_said_and_own_data_still_served(
    monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    own = with_place_named("Sound")

    def refused() -> Dataset:
        raise DatasetError(
            [
                Problem(
                    table="pairings.csv",
                    row=3,
                    column="start_date",
                    code=Code.WRONG_DATE,
                    what="No.",
                    mend="Mend it.",
                )
            ]
        )

    monkeypatch.setattr(session, "shared_dataset", refused)
    for path in (
        "/served/map.svg?release=1.0",
        "/served/map-pairings.json?release=x",
        "/served/map-secrets.json",
    ):
        answer = client.get(path)
        assert answer.status == 503 and "has problems" in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert "Traceback" not in answer.text and "start_date" not in answer.text
    assert "Sound" in client.get(layer(own)).text


def test_the_land_of_a_map_is_kept_by_a_browser_and_is_of_no_dataset(client: Client) -> None:
    for name in ("world", "europe"):
        answer = client.get(land_address(name).removeprefix("."))  # type: ignore[arg-type]
        assert answer.status == 200 and answer.text == land_file(name)  # type: ignore[arg-type]
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["x-content-type-options"] == "nosniff"
    for other in ("mars", "world.svg", "..%2Foutline"):
        answer = client.get(f"/served/land-{other}.svg")
        assert answer.status == 404 and "immutable" not in answer.headers.get("cache-control", "")


def test_the_map_to_explore_is_of_the_selection_and_leads_back_into_it(client: Client) -> None:
    def drawing(selection: Selection = EVERYTHING, colour: str = "region") -> str:
        shown = make(view_of(session.shared_dataset(), selection), "pairings/on-map", colour=colour)
        return drawing_address(shown)

    whole = fetched(client, drawing())
    narrower = fetched(client, drawing(Selection(phases=("1",))))
    assert whole.startswith('<div class="iurc iurc-map"') and "<script" not in whole
    assert whole.count("data-pairing=") > narrower.count("data-pairing=") > 0
    assert 'href="./places?phase=1&amp;place=testville-pt"' in narrower
    assert 'href="./places?place=testville-pt"' in whole
    assert fetched(client, drawing(colour="phase")) != whole
    assert client.get("/served/map.html?release=made-up&lang=en").status == 404


def test_small_maps_of_the_phases_are_served_too(client: Client) -> None:
    shown = make(view_of(session.shared_dataset()), "pairings/on-map", colour="region")
    drawn = fetched(client, drawing_address(shown, by_phase=True))
    assert drawn.count("<figure>") == 3 and "<script" not in drawn and "data-place" not in drawn


def test_the_style_sheet_is_kept_by_a_browser_and_named_by_what_it_says(client: Client) -> None:
    answer = client.get(style_address().removeprefix("."))
    assert answer.status == 200 and answer.text == style_sheet()
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
