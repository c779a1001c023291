"""Pages of voter contact: rounds, points, opinions."""
