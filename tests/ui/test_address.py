"""Who wins where what widgets hold and the address differ, message by message, as a slow line delivers them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg

from bench.session import Session
from iurc_dash.ui.address import PAGE_PARAMETERS
from iurc_dash.ui.browser import Chosen, Kept
from iurc_dash.ui.navigation import PAGES
from scripts.server import Server, start_server

LISTS = st.lists(st.sampled_from("abcde"), unique=True)


@given(LISTS, LISTS, LISTS)
def test_of_lists_both_what_was_chosen_and_what_the_reader_changed_counts(
    had: list[str], value: list[str], sent: list[str]
) -> None:
    merged = Chosen(had, value).with_changes(sent)
    assert isinstance(merged, list) and len(merged) == len(set(merged))
    for one in "abcde":
        if (one in sent) != (one in had):
            assert (one in merged) == (one in sent), "the reader changed it"
        else:
            assert (one in merged) == (one in value), "the reader left it alone"


@given(st.none() | st.text(), st.none() | st.text(), st.none() | st.text())
def test_of_single_values_the_readers_counts_where_it_is_new(
    had: str | None, value: str | None, sent: str | None
) -> None:
    assert Chosen(had, value).with_changes(sent) == (value if sent == had else sent)


def test_what_the_browser_was_told_is_its_own_from_then_on() -> None:
    before, after, later = {}, {"pairing": ["x"]}, {"pairing": ["x"], "phase": ["1"]}
    chosen = {"pairing": Chosen(None, "x", written=after), "place": Chosen("y", None)}
    kept = Kept("map", later, {}, chosen=chosen)
    assert set(kept.untold(before)) == {"pairing", "place"}
    assert set(kept.untold(after)) == set(kept.untold(later)) == {"place"}


def test_every_page_that_has_parameters_exists() -> None:
    assert set(PAGE_PARAMETERS) <= {entry.url_path for entry in PAGES}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = start_server("make run")
    yield running
    running.stop()


class Reader(Session):
    """A visitor whose messages name the address that they are told to, as those on a slow line do."""

    def phases(self, *numbers: int) -> None:
        self.choose(0)
        state = next(one for one in self.states.widgets if one.id == self.filter_id)
        state.string_array_value.data[:] = [self.choices[number - 1] for number in numbers]

    async def send(self, address: str, *, went_back: bool = False) -> str:
        """Run the page and give the address that it has then."""
        message = BackMsg()
        message.rerun_script.widget_states.CopyFrom(self.states)
        message.rerun_script.query_string = self.query = address
        message.rerun_script.page_name = self.url_path
        message.rerun_script.is_history_navigation = went_back
        assert (await self._run(message.SerializeToString())).exceptions == 0
        return self.query


async def sent(server: Server, *messages: tuple[tuple[int, ...], str, bool]) -> list[str]:
    reader = Reader(server.port, "sources")
    await reader.open()
    answers = []
    for numbers, address, went_back in messages:
        reader.phases(*numbers)
        answers.append(await reader.send(address, went_back=went_back))
    await reader.close()
    return answers


ONE, TWO, BOTH = "phase=1", "phase=2", "phase=1&phase=2"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("messages", "answers"),
    [
        ([((1,), "", False), ((1, 2), "", False)], [ONE, BOTH]),
        ([((1,), "", False), ((2, 1), ONE, False)], [ONE, BOTH]),
        ([((1,), "", False), ((), "", False), ((2,), "", False)], [ONE, "", TWO]),
        ([((2,), "", False), ((2, 1), "", False), ((1,), TWO, False)], [TWO, BOTH, ONE]),
        # Back and forward, although the widgets still hold what was chosen.
        ([((1,), "", False), ((1,), "", True), ((), ONE, True)], [ONE, "", ONE]),
        # A link to the page one is on.
        ([((1,), "", False), ((1,), TWO, False)], [ONE, TWO]),
    ],
)
def test_quick_clicks_message_by_message(
    server: Server, messages: list[tuple[tuple[int, ...], str, bool]], answers: list[str]
) -> None:
    assert asyncio.run(sent(server, *messages)) == answers
