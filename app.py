"""The IURC Cooperation Dashboard: `streamlit run app.py`.

Started as a server, this file is an ASGI app that makes everything ready before the first visitor comes; run for a
visitor, it draws the page (docs/decisions/two-roles-of-app.md).
"""

import streamlit as st

from iurc_dash import server
from iurc_dash.ui import page

if server.is_visit():
    page.run()
else:
    app = st.App(__file__, lifespan=server.made_ready, routes=server.ROUTES)
