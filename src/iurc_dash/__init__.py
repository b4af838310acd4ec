"""IURC Cooperation Dashboard: what came of the EU's urban and regional cooperation, from public sources."""

__version__ = "0.1.0"
