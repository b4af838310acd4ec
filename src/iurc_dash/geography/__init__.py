"""Positions on the globe: great-circle arcs, groups of places, views, and the drawn map's projection.

Everything here is arithmetic on longitudes and latitudes in degrees; no file is read and no frame is needed.
"""

from iurc_dash.geography.arcs import Arc, arc, joined_members, spread_bundles, trail
from iurc_dash.geography.points import Path, Point, distance_km, great_circle, split_at_antimeridian
from iurc_dash.geography.projection import PICTURE_FRAME, Frame, equal_earth
from iurc_dash.geography.views import Extent, extent

__all__ = [
    "PICTURE_FRAME",
    "Arc",
    "Extent",
    "Frame",
    "Path",
    "Point",
    "arc",
    "distance_km",
    "equal_earth",
    "extent",
    "great_circle",
    "joined_members",
    "split_at_antimeridian",
    "spread_bundles",
    "trail",
]
