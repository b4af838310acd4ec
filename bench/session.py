"""One visitor by websocket, without a browser: reruns a page and times it until it has finished.

The protocol is Streamlit's own and may change with any version; the version is pinned, and a change shows
here as an error rather than as a wrong figure.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates

RUN_SECONDS = 60.0
# For so many runs a browser keeps a message that it may be referred to; as in .streamlit/config.toml.
KEPT_RUNS = 8
# The choices of the phase filter; choosing one after the other is the click that is measured.
PHASE_FILTER = "filter_phases"
# Choices are drawn when this is opened.
FILTER = "filter_choices"


@dataclass(frozen=True)
class Run:
    """One run of a page: milliseconds until it finished, of these in the script, and the bytes that came."""

    total_ms: float
    body_ms: float
    size: int
    exceptions: int
    # Bytes by what was sent: element type and key.
    parts: dict[str, int] = field(default_factory=dict)


class Session:
    """One visitor of one page."""

    def __init__(self, port: int, url_path: str = "", theme: str = "light") -> None:
        self.url = f"ws://127.0.0.1:{port}/_stcore/stream"
        self.url_path = url_path
        self.theme = theme
        self.query = ""
        self.states = WidgetStates()
        self.choices: list[str] = []
        self.filter_id = self.opener_id = ""
        # Messages that the server may refer to instead of sending them again, and the run that needed each last.
        self.kept: dict[str, int] = {}
        self.runs = 0

    async def open(self) -> Run:
        """Connect, draw the page for the first time, and open the choices of its filter, where it has one."""
        self.socket = await websockets.connect(
            self.url, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, compression=None
        )
        first = await self.rerun()
        if self.opener_id:
            opener = self.states.widgets.add()
            opener.id, opener.bool_value = self.opener_id, True
            await self.rerun()
        return first

    async def close(self) -> None:
        """Leave the page."""
        await self.socket.close()

    def choose(self, turn: int) -> None:
        """Choose one phase in the filter, another one each turn, as a reader would click."""
        self._hold(self.choices[turn % len(self.choices)])

    def choose_everything(self) -> None:
        """Choose no phase any more."""
        self._hold()

    def _hold(self, *choices: str) -> None:
        state = (
            next((w for w in self.states.widgets if w.id == self.filter_id), None)
            or self.states.widgets.add()
        )
        state.id = self.filter_id
        state.string_array_value.data[:] = choices

    async def rerun(self) -> Run:
        """Run the page with the widgets as they stand."""
        message = BackMsg()
        message.rerun_script.widget_states.CopyFrom(self.states)
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.url_path
        message.rerun_script.context_info.color_scheme = self.theme
        message.rerun_script.cached_message_hashes.extend(self.kept)
        return await asyncio.wait_for(self._run(message.SerializeToString()), RUN_SECONDS)

    async def _run(self, request: bytes) -> Run:
        start = begun = time.perf_counter()
        size = exceptions = 0
        parts: Counter[str] = Counter()
        await self.socket.send(request)
        while True:
            raw = await self.socket.recv()
            size += len(raw)
            answer = ForwardMsg.FromString(raw)
            kind = answer.WhichOneof("type")
            parts[self._part(answer, str(kind))] += len(raw)
            self._keep(answer)
            if kind == "new_session":
                begun = time.perf_counter()
            elif kind == "page_info_changed":
                self.query = answer.page_info_changed.query_string
            elif kind == "delta":
                exceptions += self._note(answer.delta.new_element)
                if answer.delta.add_block.popover.id.endswith(FILTER):
                    self.opener_id = answer.delta.add_block.popover.id
            elif kind == "script_finished":
                end = time.perf_counter()
                return Run((end - start) * 1000, (end - begun) * 1000, size, exceptions, dict(parts))

    def _keep(self, answer: ForwardMsg) -> None:
        """Keep what a browser would keep, and forget what it would forget."""
        if answer.metadata.cacheable:
            self.kept[answer.hash] = self.runs
        elif answer.WhichOneof("type") == "ref_hash":
            assert answer.ref_hash in self.kept, "the server refers to what was never sent"
            self.kept[answer.ref_hash] = self.runs
        elif answer.WhichOneof("type") == "script_finished":
            self.runs += 1
            self.kept = {name: run for name, run in self.kept.items() if self.runs - run <= KEPT_RUNS}

    def _part(self, answer: ForwardMsg, kind: str) -> str:
        if kind != "delta":
            return kind
        name = answer.delta.new_element.WhichOneof("type")
        if not name:
            return "layout"
        widget_id = str(getattr(getattr(answer.delta.new_element, name), "id", ""))
        # An identity ends with the key that the page gave: $$ID-<hash>-<key>.
        key = widget_id.split("-", 2)[-1] if widget_id.startswith("$$") else ""
        return f"{name} {key}".strip()

    def _note(self, element: Element) -> int:
        name = element.WhichOneof("type")
        if name == "button_group" and element.button_group.id.endswith(PHASE_FILTER):
            self.filter_id = element.button_group.id
            self.choices = [option.content for option in element.button_group.options]
        return int(name == "exception")
