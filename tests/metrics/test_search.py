"""Searching: letters and digits only, words from their beginning."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset
from exhibit_checks import recorded_dataset
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.search import best, found, matches, pairing_texts, place_texts, plain, searchable
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("São Paulo", "sao paulo"),
        ("Straße", "strasse"),
        ("Almería – Piura", "almeria piura"),
        ("  Austin,  United States ", "austin united states"),
        ("–", ""),
    ],
)
def test_plain_leaves_words_of_small_letters_and_digits(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text())
def test_plain_holds_nothing_else_and_is_plain_already(text: str) -> None:
    words = plain(text)
    assert words.isascii() and words == words.strip() and "  " not in words
    assert words.replace(" ", "").isalnum() or not words
    assert plain(words) == words


@given(st.lists(st.text(max_size=20), max_size=4))
def test_whatever_is_written_is_found_by_itself(texts: list[str]) -> None:
    text = searchable(texts)
    assert all(matches(part, text) for part in texts)


@pytest.mark.parametrize(
    ("search", "text", "is_found"),
    [
        ("uk", "Phuket, Thailand", False),
        ("usa", "Busan", False),
        ("turin", "manufacturing", False),
        ("turin", "Turin, Italy", True),
        ("tur ital", "Turin, Italy", True),
        ("italy turin", "Turin, Italy", True),
        ("Xian", "Xi’an", True),
        ("Xi'an", "Xi’an", True),
        ("St. John's", "St. John’s, Canada", True),
        ("St Johns", "St. John’s, Canada", True),
        ("ile de france", "Île-de-France", True),
        ("azur", "Nice Côte d’Azur", True),
        ("malmö lisboa", "Malmö", False),
        ("", "anything", True),
        ("—", "anything", True),
    ],
)
def test_words_are_found_from_their_beginning(search: str, text: str, is_found: bool) -> None:
    assert matches(search, searchable([text])) is is_found
    assert found(search, {"key": searchable([text])}) == (["key"] if is_found else [])


def test_places_are_found_by_any_name_and_by_their_country() -> None:
    texts = place_texts(view_of(artificial_dataset()))
    assert found("testvila", texts) == ["testville-pt"]
    assert found("city of demo", texts) == ["demo-city-us"]
    assert found("usa", texts) == found("united states", texts) == ["demo-city-us", "draftport-us"]
    assert found("uk", texts) == ["nowhereby-gb"]
    assert found("holland", texts) == ["networkstead-nl"]


def test_what_is_searched_does_not_depend_on_what_is_chosen() -> None:
    dataset = artificial_dataset()
    narrowed = view_of(dataset, Selection(phases=("3",)))
    assert pairing_texts(narrowed) is pairing_texts(view_of(dataset))
    assert place_texts(narrowed) == place_texts(view_of(dataset))


def test_pairings_without_members_or_themes_are_searched_by_their_summary() -> None:
    dataset = artificial_dataset()
    bare = dataset.with_tables(
        pairing_members=dataset["pairing_members"].iloc[:0], pairing_themes=dataset["pairing_themes"].iloc[:0]
    )
    texts = pairing_texts(view_of(bare))
    assert found("circularity", texts) == ["na-2-testville-sampleton-demo-city"]
    assert found("testville", texts) == []
    assert len(texts) == len(dataset["pairings"])


def test_names_that_the_product_itself_writes_find_what_they_name() -> None:
    view = view_of(recorded_dataset())
    texts, places = pairing_texts(view), place_texts(view)
    for pairing, name in view.words.names("pairings").items():
        assert pairing in found(name, texts), name
    for place in places:
        assert place in found(view.words.place_in_country(place), places), place
    assert not [place for place in found("UK", places) if not place.endswith("-gb")]


def test_a_sign_within_a_name_may_be_left_out_or_read_as_a_space() -> None:
    places = artificial_dataset()["places"]
    renamed = places.assign(name=places["name"].replace("Unused", "L’Unused"))
    texts = place_texts(view_of(artificial_dataset().with_tables(places=renamed)))
    assert found("lunused", texts) == found("unused", texts) == ["unused-fr"]


def test_what_has_the_words_in_its_own_name_is_found_before_what_has_them_elsewhere() -> None:
    names = {"a": "Anytown – Lima", "b": "Bytown – Quito", "c": "Lima – Cusco", "d": "Dorp – Lagos"}
    texts = {key: searchable([name, "Peru" if "L" in name else ""]) for key, name in names.items()}
    texts["b"] = searchable(["Bytown – Quito", "a visit to Lima"])
    assert best("lima", names, texts) == ["a", "c", "b"]
    assert best("PERU", names, texts) == ["a", "c", "d"]
    assert best(" ", names, texts) == list(names)
    assert best("ima", names, texts) == []
    # What has a text and no name here, as where filters leave it out, is not found.
    assert best("lima", {"b": names["b"]}, texts) == ["b"]
