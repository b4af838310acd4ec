"""IURC Cooperation Dashboard: the outcomes of the EU's urban and regional cooperation programme, from public sources."""

__version__ = "0.1.0"
