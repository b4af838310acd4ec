"""Starting the dashboard so that the first visitor does not wait."""

from __future__ import annotations

import os
from pathlib import Path

APP = Path(__file__).resolve().parents[2] / "app.py"


def warm_up() -> None:
    """Import what pages draw with and open the data, before the first visitor comes.

    Data with problems does not stop the start: the dashboard then shows them as a page.
    """
    import iurc_dash.render.deck  # noqa: F401
    import iurc_dash.render.plotly  # noqa: F401
    from iurc_dash.problems import DatasetError
    from iurc_dash.ui import data

    try:
        data.dataset()
    except DatasetError as error:
        print(f"The data has {len(error.problems)} problems; the dashboard will show them.")


def serve(port: int) -> None:
    """Serve the dashboard on a port until it is stopped; settings come from .streamlit/config.toml."""
    from streamlit.web import bootstrap

    # Streamlit reads its settings and serves static files from the folder it is started in.
    os.chdir(APP.parent)
    options = {"server.port": port, "server.headless": True}
    bootstrap.load_config_options(options)
    warm_up()
    print(f"The dashboard is at http://localhost:{port}", flush=True)
    bootstrap.run(str(APP), False, [], options)
