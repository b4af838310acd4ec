"""A server of the dashboard, started afresh the way a person would start it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[1]
READY_SECONDS = 30.0

StartForm = Literal["make run", "streamlit run"]
START_FORMS: tuple[StartForm, ...] = ("make run", "streamlit run")


def start_command(form: StartForm, port: int) -> list[str]:
    """The command behind `make run`, or plain Streamlit."""
    if form == "make run":
        return [sys.executable, "-m", "iurc_dash", "serve", "--port", str(port)]
    return [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]


@dataclass
class Server:
    """A running dashboard: where it listens, its process and what it said."""

    form: StartForm
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def is_healthy(self) -> bool:
        """Whether it answers."""
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def said(self) -> str:
        """What it has written to its log."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End it, and what it started itself."""
        # The whole group that was started here, whatever it started itself.
        try:
            os.killpg(self.process.pid, 15)
            self.process.wait(10)
        except ProcessLookupError:
            pass
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait(5)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def start_server(form: StartForm = "make run", script: str = "", port: int = 0, **variables: str) -> Server:
    """Start a server and wait until it answers; raises with its log if it does not.

    Without `port` it listens on a free one. `script` starts another script than the dashboard, with plain Streamlit.
    """
    port = port or free_port()
    command = start_command(form, port)
    if script:
        command = [*start_command("streamlit run", port)]
        command[command.index("app.py")] = script
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "IURC_DASH_"))
    }
    log = Path(tempfile.mkdtemp(prefix="iurc-dash-")) / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**kept, **variables},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(form, port, process, log)
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if server.is_healthy():
            return server
        if process.poll() is not None:
            break
        time.sleep(0.05)
    server.stop()
    raise RuntimeError(
        f"`{' '.join(command[1:])}` did not answer in {READY_SECONDS:.0f} s; it said:\n{server.said()}"
    )
