"""Exhibits: what readers look at, made of a Dataset and a Selection, one subject a file."""
