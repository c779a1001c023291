"""The register of units: loaded from our data, kept by the administrator afterwards."""

from nghitruong.territory.services.add import add
from nghitruong.territory.services.correct import correct
from nghitruong.territory.services.end import end
from nghitruong.territory.services.load import Loaded, load
from nghitruong.territory.services.succeed import succeed

__all__ = ["Loaded", "add", "correct", "end", "load", "succeed"]
