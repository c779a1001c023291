"""Administrative units with codes, dates, resolutions, predecessors and successors; lookup by any name on any day."""
