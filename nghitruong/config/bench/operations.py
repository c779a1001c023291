"""What is measured: each as the product answers it, as the naive build does, and how far the two agree."""

from __future__ import annotations

import io
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from nghitruong.base.actor import Actor
from nghitruong.config.bench import naive
from nghitruong.config.bench.build import Stage, zipf
from nghitruong.desk import selectors as desks
from nghitruong.desk.rules import LAYOUTS, ROWS
from nghitruong.language import tokens
from nghitruong.language.likeness import features, invented
from nghitruong.legalclock import selectors as clocks
from nghitruong.organisation.models import Organ
from nghitruong.petitions import selectors, services
from nghitruong.petitions.models import Petition
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.selectors import figures, imports, repeats
from nghitruong.petitions.selectors.lists import Filters, page_of
from nghitruong.petitions.selectors.story import list_row
from nghitruong.search import selectors as search
from nghitruong.ui.rules import Facet

PAGE = 25
MOST_ROWS = 50_000
BY_HAND = 1000
"""Rows of a file that the naive build takes in."""
KINDS = (("rare", 0.001), ("common", 0.05), ("commonest", 1.0))
"""How many of the office's petitions have a word, at most: where in the order of frequency it is taken from."""
FIRST = 5
Counts = dict[str, list[tuple[str, int]]]
"""By facet: its values in words, and how many there are of each."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing an office does. `ask` and `naive` take the round's number; `agree` gives the share that agrees.

    `target` in milliseconds at p95, `least` how many times faster than the naive build; None where none is set.
    `address` opens it as a page. `rounds` limits how often it is asked, 0 for as often as wanted.
    """

    name: str
    office: Actor
    ask: Callable[[int], Any]
    naive: Callable[[int], Any]
    target: float | None = None
    least: float | None = None
    address: Callable[[int], str] | None = None
    agree: Callable[[Any, Any, int], float] = lambda ours, theirs, _round: float(ours == theirs)
    rounds: int = 0


def operations(stage: Stage) -> list[Operation]:
    """Return all that is measured, for the commune's office and for the province's."""
    found = []
    for actor, where in ((stage.commune, "xã"), (stage.province, "tỉnh")):
        found += [replace(one, name=f"{one.name}, {where}") for one in _of_office(stage, actor)]
    return [*found, *_importing(stage)]


def _of_office(stage: Stage, actor: Actor) -> list[Operation]:
    return [*_lists(stage, actor), _matter(stage, actor), _desk(stage, actor), *_searches(actor),
            _nearest(stage, actor), _report(stage, actor)]  # fmt: skip


def _lists(stage: Stage, actor: Actor) -> list[Operation]:
    every, index = Filters({}, stage.today), reverse("petitions:index")
    waiting = Filters({"tinh-trang": ["chua-tra-loi"]}, stage.today)
    last = max(1, -(-Petition.objects.visible_to(actor).real().count() // PAGE))

    def shown(page: int) -> Any:
        rows = selectors.filtered(Petition.objects.visible_to(actor), every)
        total, found = selectors.facets(rows, every)
        paginator = Paginator(rows, PAGE)
        paginator.__dict__["count"] = total
        calendar = clocks.shown_calendar()
        drawn = [
            list_row(petition, stage.today, calendar) for petition in page_of(paginator.get_page(page).object_list)
        ]
        return total, [naive.row(one.petition) for one in drawn], values_of(found)

    def by_hand(page: int) -> Any:
        return *naive.listed(actor, every, page, PAGE), naive.facets(actor, every)

    def counted(_round: int) -> Counts:
        found = selectors.facets(selectors.filtered(Petition.objects.visible_to(actor), waiting), waiting)[1]
        return values_of(found)

    def values_of(found: Sequence[Facet]) -> Counts:
        return {facet.name: [(option.label, option.count or 0) for option in facet.options] for facet in found}

    def same(ours: Any, theirs: Any, number: int) -> float:
        return float(ours[:2] == theirs[:2] and _same_counts(ours[2], theirs[2], number) == 1.0)

    return [
        Operation(
            "list", actor, lambda _n: shown(1), lambda _n: by_hand(1), 150, 4, lambda _n: index, same
        ),
        Operation(
            "list, last page", actor, lambda _n: shown(last), lambda _n: by_hand(last), 150, 4,
            lambda _n: f"{index}?trang={last}", same,
        ),
        Operation(
            "facets", actor, counted, lambda _n: naive.facets(actor, waiting), 150, 4,
            lambda _n: f"{index}?tinh-trang=chua-tra-loi", _same_counts,
        ),
    ]  # fmt: skip


def _same_counts(ours: Counts, theirs: Counts, _round: int) -> float:
    """A facet shows its commonest values: those counts must be the greatest, each with its own name."""
    for name, counted in theirs.items():
        known = Counter(counted)
        most = sorted((n for _label, n in counted), reverse=True)[: len(ours[name])]
        if [n for _label, n in sorted(ours[name], key=lambda one: -one[1])] != most or Counter(ours[name]) - known:
            return 0.0
    return 1.0


def _matter(stage: Stage, actor: Actor) -> Operation:
    rows = Petition.objects.visible_to(actor).real().exclude(answered_on=None).order_by("pk")
    ids = list(rows.values_list("pk", flat=True)[: 40 * 97 : 97]) or [0]
    loaded = ("keeper", "council", "lead", "unit", "joined_to", "field__parent", "session", "opinion", "point__meeting")

    def ask(n: int) -> dict[str, Any]:
        seen = Petition.objects.visible_to(actor).select_related(*loaded, "point__round")
        petition = seen.get(pk=ids[n % len(ids)])
        found = selectors.matter(petition, actor, stage.today)
        chain = repeats.chain(petition, actor)
        return {
            "row": naive.row(petition),
            "answers": [(given.document.number, given.text) for given in petition.answers.all()],
            "owed": [(o.get_nature_display(), o.due_on, o.debtor.name, o.creditor.name) for o in found.owed],
            "asked": sorted(side.petition.code for side in chain.asked) if chain else [],
        }

    return Operation(
        "page", actor, ask, lambda n: naive.matter(actor, ids[n % len(ids)]), 150, 4,
        lambda n: reverse("petitions:detail", args=[ids[n % len(ids)]]),
    )  # fmt: skip


def _desk(stage: Stage, actor: Actor) -> Operation:
    layout = LAYOUTS[actor.role]

    def ask(_round: int) -> dict[str, tuple[int, list[str]]]:
        made = desks.desk(actor, stage.today, clocks.shown_calendar())
        found: dict[str, tuple[int, list[str]]] = {}
        for (pile, holds), stack in zip(layout.piles, made.stacks, strict=True):
            if holds.ledger or holds.petitions:
                found[pile.value] = (stack.total.value, [])
            found |= {
                str(line.says): (told.value, [])
                for line, told in zip(holds.lines, stack.lines, strict=True)
                if line.petitions
            }
        return found

    def agree(ours: dict[str, tuple[int, list[str]]], theirs: dict[str, tuple[int, list[str]]], _round: int) -> float:
        return float({k: n for k, (n, _rows) in ours.items()} == {k: n for k, (n, _rows) in theirs.items()})

    return Operation(
        "desk", actor, ask, lambda _n: naive.desk(actor, stage.today, ROWS), 150, 4, lambda _n: reverse("desk:desk"), agree
    )  # fmt: skip


def _searches(actor: Actor) -> list[Operation]:
    counted: Counter[str] = Counter()
    total = 0
    for text in Petition.objects.visible_to(actor).order_by("pk").values_list("text", flat=True)[:5000]:
        counted.update(set(tokens(text)))
        total += 1
    ranked = [word for word, _n in counted.most_common() if word.isalpha()]
    found = []
    for name, share in KINDS:
        start = next((place for place, word in enumerate(ranked) if counted[word] <= share * total), len(ranked) - 1)
        found.append(_search(actor, name, ranked[start : start + 20] or ranked[-1:]))
    return found


def _search(actor: Actor, name: str, asked: Sequence[str]) -> Operation:
    def ask(n: int) -> set[int]:
        return {hit.id for hit in search.find(asked[n % len(asked)], actor, kinds=[SUBJECT]).hits}

    def agree(_ours: set[int], theirs: set[int], n: int) -> float:
        """All that stands in the index, beyond what a page shows, against all that stands in the texts."""
        every = search.find(asked[n % len(asked)], actor, limit=10_000_000, kinds=[SUBJECT])
        return float({hit.id for hit in every.hits} == theirs)

    return Operation(
        f"search, {name}", actor, ask, lambda n: naive.search(actor, asked[n % len(asked)]),
        300 if name == "commonest" else 50, 100, agree=agree,
    )  # fmt: skip


def _nearest(stage: Stage, actor: Actor) -> Operation:
    is_commune = actor is stage.commune
    first = Petition.objects.visible_to(actor).order_by("pk").values_list("keeper_id", flat=True).first()
    place = next((at for at, council in enumerate(stage.councils) if council.pk == first), 0)
    rows = invented.commune(stage.seed + place % stage.each, max(1, stage.made // len(stage.councils)))
    kept = [number for number in range(len(rows)) if number % 10 != 9]
    chance = random.Random(stage.seed)  # noqa: S311 -- a sample, no secret
    chosen = [chance.choice(kept) for _round in range(40)]
    asked = [
        (f"{invented.paraphrase(rows[which], invented.PLAIN, chance)} {zipf(chance, 8)}", rows[which].place)
        for which in chosen
    ]

    def ask(n: int) -> list[int]:
        text, where = asked[n % len(asked)]
        return [near.petition.pk for near in selectors.nearest(features(text, where), actor, limit=FIRST)]

    def agree(ours: list[int], theirs: list[int], _round: int) -> float:
        """The nearest that brute force finds is among the first five."""
        return float(not theirs or theirs[0] in ours)

    return Operation(
        "nearest", actor, ask, lambda n: naive.nearest(actor, *asked[n % len(asked)], FIRST),
        100 if is_commune else 300, agree=agree,
    )  # fmt: skip


def _report(stage: Stage, actor: Actor) -> Operation:
    council = Organ.objects.select_related("unit").get(pk=actor.council_id or 0)
    since = stage.today - timedelta(days=1000)
    scope = figures.Scope(council, since, stage.today, stage.today)

    def ask(_round: int) -> dict[str, Any]:
        made = figures.report(scope, actor)

        def line(of: figures.Line) -> list[int]:
            return [of.total.value, *(of.sets[name].value for name in figures.SETS)]

        return {
            "total": [made.total.value, *(made.sets[name].value for name in figures.SETS)],
            "outcomes": {one.key: one.total.value for one in made.outcomes},
            "tables": {name: sorted(map(line, lines)) for name, lines in made.tables.items()},
        }

    query = f"council={council.pk}&since={since}&until={stage.today}&as_of={stage.today}"
    return Operation(
        "report", actor, ask, lambda _n: naive.report(scope, actor), None, 4,
        lambda _n: f"{reverse('petitions:report')}?{query}",
    )  # fmt: skip


def file_of(rows: int, seed: int, today: date) -> bytes:
    """Return a spreadsheet of `rows` petitions that no register holds yet."""
    made = invented.commune(seed + 900_001, min(rows, 2000))
    chance = random.Random(seed)  # noqa: S311 -- a sample, no secret
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kiến nghị")
    sheet.append(["STT", "Nội dung", "Địa bàn", "Ngày"])
    for n in range(rows):
        one = made[n % len(made)]
        sheet.append([n + 1, f"{one.text} Chi tiết: {zipf(chance, 12)}.", one.place, f"{today:%d/%m/%Y}"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _importing(stage: Stage) -> list[Operation]:
    """Preview and commit of one file; what is committed is taken back at once, so that both start alike.

    The naive build takes in the file's first rows: it counts all rows there are for each it writes.
    """
    council = stage.councils[0]
    rows = min(MOST_ROWS, max(20, stage.made // 20))
    content = file_of(rows, stage.seed, stage.today)
    few = min(rows, BY_HAND)
    first = file_of(few, stage.seed, stage.today)

    def planned() -> list[imports.Planned]:
        read = imports.rows_of("kien-nghi.xlsx", content)
        return selectors.plan(read, council=council, point=None, today=stage.today)

    def preview(_round: int) -> list[tuple[str, bool]]:
        return [(one.row.get("text"), one.verdict == imports.ACCEPT) for one in planned()]

    def commit(_round: int) -> list[str]:
        with transaction.atomic():
            batch = services.take_in(
                council=council, name="kien-nghi.xlsx", planned=planned(), actor=stage.commune, at=timezone.now()
            )
            found = sorted(batch.petitions.values_list("text", flat=True))
            transaction.set_rollback(True)
        return found

    def by_hand(_round: int) -> list[str]:
        with transaction.atomic():
            found = sorted(naive.commit(first, council, stage.today))
            transaction.set_rollback(True)
        return found

    office, share = stage.commune, rows / MOST_ROWS
    return [
        Operation(
            f"import, preview of {rows} rows", office, preview, lambda _n: naive.preview(first, council),
            round(15_000 * share, 1), agree=lambda ours, theirs, _n: float(ours[:few] == theirs), rounds=3,
        ),
        Operation(
            f"import, commit of {rows} rows", office, commit, by_hand, round(20_000 * share, 1),
            agree=lambda ours, theirs, _n: float(not Counter(theirs) - Counter(ours)), rounds=1,
        ),
    ]  # fmt: skip
