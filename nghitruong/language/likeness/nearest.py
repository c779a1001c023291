"""The nearest earlier petitions of one file: an index in memory, then a comparison of the few that share most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghitruong.language.likeness.scoring import Collection, Features, Likeness, compare, number_of, score

KEPT = 16
ASKED = 32
LOOKED_AT = 60
OFTEN = 400


@dataclass(slots=True)
class Nearest:
    """Petitions to compare with. `add` as they come, or all at once with `of`."""

    rows: list[Features] = field(default_factory=list)
    collection: Collection = field(default_factory=Collection)
    _index: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, rows: Sequence[Features]) -> Nearest:
        found = cls(collection=Collection.of(rows))
        for row in rows:
            found.add(row)
        return found

    def add(self, row: Features) -> None:
        place = len(self.rows)
        self.rows.append(row)
        for trait in row.traits[:KEPT]:
            self._index[trait].append(place)

    def candidates(self, asked: Features, *, but: int | None = None) -> list[int]:
        """Return places of the rows that share most of the rarest traits."""
        weights = {number_of(term): self.collection.weigh(term) for term in asked.terms}
        sums: dict[int, float] = defaultdict(float)
        for trait in asked.traits[:ASKED]:
            holders = self._index.get(trait, ())
            if len(holders) <= OFTEN:
                for place in holders:
                    sums[place] += weights.get(trait, 0.0)
        sums.pop(-1 if but is None else but, None)
        for place in sums:
            if asked.locality.communes & self.rows[place].locality.communes:
                sums[place] += 1.0
        return sorted(sums, key=lambda place: (-sums[place], place))[:LOOKED_AT]

    def nearest(
        self, asked: Features, *, limit: int = 10, least: float = 0.12, but: int | None = None
    ) -> list[tuple[int, Likeness]]:
        """Return (place, likeness) of the nearest rows, best first."""
        weigh = self.collection.weigh
        scored = [(score(asked, self.rows[place], weigh), place) for place in self.candidates(asked, but=but)]
        scored = sorted((one for one in scored if one[0] >= least), key=lambda one: (-one[0], one[1]))[:limit]
        return [(place, compare(asked, self.rows[place], weigh)) for _score, place in scored]
