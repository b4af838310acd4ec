"""Positions on the globe: lines between places, groups of places, views, and the drawn map's projection.

Everything here is arithmetic on longitudes and latitudes in degrees; no file is read and no frame is needed.
"""
