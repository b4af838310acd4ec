"""Metrics: counts and lookups on a Dataset, in keys and numbers, without words for readers."""
