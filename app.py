"""The IURC Cooperation Dashboard: `iurc-dash serve`, or `streamlit run app.py`.

Imported by a server, this file is an ASGI app that makes everything ready before the first visitor comes; run for a
visitor, it draws the page (docs/decisions/two-roles-of-app.md).
"""

import streamlit as st

from iurc_dash.server import app as server
from iurc_dash.ui import frame

if server.is_visit():
    frame.run()
else:
    app = st.App(__file__, **server.parts())
