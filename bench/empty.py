"""An empty page with the libraries of the dashboard: the floor that no page of it can fall below."""

import gc

import streamlit as st

import iurc_dash.ui.page  # noqa: F401  (for its libraries)


@st.cache_resource
def settle() -> None:
    """Take what was imported out of the collections that follow each run, as the dashboard does."""
    gc.collect()
    gc.freeze()


settle()
