"""A demonstration: thị xã Đức Phổ and the five communes that succeeded it, alive on any day.

Everything here is invented: names of people, what voters said, what agencies answered. Units and their succession
are the real register. Petitions live through the real services, so that journal, ledger, clocks, notices and search
are whole; rosters are written in bulk (`councils`), because 1,500 people one deed at a time would cost a minute.
"""

from nghitruong.config.demonstration.build import Built, build

__all__ = ["Built", "build"]
