"""The IURC Cooperation Dashboard: `streamlit run app.py`."""

from iurc_dash.ui import page

page.run()
