"""Positions on the globe: lines between places, groups of places, views, and the drawn map's projection.

Everything here is arithmetic on longitudes and latitudes in degrees; no file is read and no frame is needed.
"""

from iurc_dash.geography.bundles import spread_bundles
from iurc_dash.geography.groups import joined_members
from iurc_dash.geography.lines import thin_paths, walked
from iurc_dash.geography.points import Path, Point, distance_km, split_at_antimeridian
from iurc_dash.geography.projection import PICTURE_FRAME, Frame, equal_earth
from iurc_dash.geography.views import Extent, extent

__all__ = [
    "PICTURE_FRAME",
    "Extent",
    "Frame",
    "Path",
    "Point",
    "distance_km",
    "equal_earth",
    "extent",
    "joined_members",
    "split_at_antimeridian",
    "spread_bundles",
    "thin_paths",
    "walked",
]
