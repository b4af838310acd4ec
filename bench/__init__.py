"""Measurements of the running dashboard: `make bench`.

Counts and bytes are the same on every machine and are asserted; times depend on the machine and only warn.
"""
