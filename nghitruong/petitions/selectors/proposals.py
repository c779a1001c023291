"""What the product proposes for a petition, for a person to decide: read by shipped and own rules and by what was learnt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count

from nghitruong.base.official import official
from nghitruong.language import fold
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Dimension, Kind, Level, RepeatState
from nghitruong.petitions.models import Field, Learnt, Petition, ReadingRule, Repeat
from nghitruong.petitions.rules.competence import Reader, Reading, Reason, levels_for
from nghitruong.petitions.rules.competence import ReadingRule as Rule
from nghitruong.petitions.rules.learning import Learning, Lesson
from nghitruong.petitions.rules.shipped import shipped_rules

HABIT, HABIT_SHARE = 3, 0.6
"""So many of a council's own cases, and this share of them, make its habit of asking one agency."""
MOST_LESSONS = 5_000
HABITS = "habits"


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal: what, its value in words, and the reasons; `habit` how many own cases went the same way.

    `like`: the earlier matter it is taken from, which a person confirmed to be the same; before any reason.
    """

    dimension: str
    label: str
    value: str
    reasons: tuple[Reason, ...]
    habit: int = 0
    like: Petition | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one petition; `lead` only where exactly one organ in reach bears the proposed name."""

    reading: Reading
    field: Field | None
    level: str
    lead: Organ | None
    lines: tuple[Line, ...]
    marks: tuple[tuple[int, int], ...]
    like: Petition | None = None

    @property
    def is_petition(self) -> bool:
        return self.reading.kind == Kind.PETITION

    @property
    def initial(self) -> dict[str, object]:
        """Return the values a form starts with."""
        return {
            "field": self.field.pk if self.field else None,
            "level": self.level,
            "lead": self.lead.pk if self.lead else None,
        }


def own_rules(council: Organ) -> list[Rule]:
    """Return the council's own rules of all times as the reader takes them."""
    return [
        Rule(
            row.dimension, row.value, row.weight, phrases(row.words), valid_from=row.valid_from, valid_to=row.valid_to,
            citation=row.citation, is_confirmed=True, is_own=True,
        )
        for row in ReadingRule.objects.filter(council=council)
    ]  # fmt: skip


def phrases(words: str) -> tuple[str, ...]:
    """Return the phrases a council typed, one a line."""
    return tuple(dict.fromkeys(line.strip() for line in words.splitlines() if line.strip()))


def rules_for(council: Organ) -> list[Rule]:
    """Return the rules that hold for a council, of all times: its own words take the place of the shipped ones."""
    return [*own_rules(council), *shipped_rules()]


def propose(petition: Petition, on: date, *, fields: Sequence[Field], organs: Sequence[Organ]) -> Proposal:
    """Return what is proposed among these fields and organs and the words it rests on; nothing is decided."""
    return next(propose_many([petition], on, fields=fields, organs=organs))


def propose_many(
    petitions: Iterable[Petition], on: date, *, fields: Sequence[Field], organs: Sequence[Organ]
) -> Iterator[Proposal]:
    """Yield for each petition what is proposed; one statement for all, two for each council that keeps some of them."""
    petitions = list(petitions)
    before = _asked_before(petitions)
    readers: dict[int, tuple[Reader, Mapping[str, Mapping[str, int]]]] = {}
    for petition in petitions:
        if petition.keeper_id not in readers:
            learnt = learnt_by(petition.keeper)
            known = learnt.counts if learnt else {}
            reader = Reader(rules_for(petition.keeper), on, Learning.from_json(known))
            readers[petition.keeper_id] = reader, known.get(HABITS, {})
        reader, habits = readers[petition.keeper_id]
        proposal = _proposed(petition, reader.read(petition.text), habits, fields, organs)
        earlier = before.get(petition.pk)
        yield _as_before(proposal, petition, earlier, fields, organs) if earlier else proposal


def _asked_before(petitions: Iterable[Petition]) -> dict[int, Petition]:
    """Return by petition the matter that a person confirmed it repeats, the latest sorted one where there are several."""
    pairs = Repeat.objects.filter(
        later__in=[one.pk for one in petitions], state=RepeatState.CONFIRMED, earlier__field__isnull=False
    )
    found = pairs.select_related("earlier__lead").order_by("earlier__received_on", "earlier__pk")
    return {pair.later_id: pair.earlier for pair in found}


def _as_before(
    proposal: Proposal, petition: Petition, earlier: Petition, fields: Sequence[Field], organs: Sequence[Organ]
) -> Proposal:
    """Return the proposal with what the earlier matter has, as far as it still stands and is in reach."""
    field = next((one for one in fields if one.pk == earlier.field_id), None)
    level = earlier.level if earlier.level in dict(levels_for(petition.received_on)) else ""
    lead = next((one for one in organs if one.pk == earlier.lead_id), None)
    if not (field or level or lead):
        return proposal
    taken = {
        Dimension.FIELD: f"{field.parent.name}: {field.name}" if field and field.parent else getattr(field, "name", ""),
        Dimension.LEVEL: str(Level(level).label) if level else "",
        Dimension.AGENCY: lead.name if lead else "",
    }
    lines = tuple(
        Line(line.dimension, line.label, said, (), like=earlier)
        if (said := taken.get(Dimension(line.dimension)))
        else line
        for line in proposal.lines
    )
    return replace(
        proposal,
        field=field or proposal.field,
        level=level or proposal.level,
        lead=lead or proposal.lead,
        lines=lines,
        like=earlier,
    )


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a petition is of a level: the words that decided it, by which rule, and whether that rule is confirmed."""

    level: str
    quotes: tuple[str, ...]
    citation: str
    is_confirmed: bool

    @property
    def level_name(self) -> str:
        return str(Level(self.level).label)

    @property
    def text(self) -> str:
        """Return it as the ground of a deed, its confidence with it."""
        told = {"quotes": ", ".join(f"«{quote}»" for quote in self.quotes), "level": Level(self.level).label}
        sure = "" if self.is_confirmed else " (" + official("chưa kiểm chứng") + ")"
        if self.citation:
            return f"{self.citation}{sure}"
        return official("Việc %(quotes)s theo thông lệ thuộc thẩm quyền %(level)s", **told) + sure


def basis_of(petition: Petition, on: date) -> Basis | None:
    """Return which rules decide the level of a petition, one with a citation first; None where no word speaks.

    What was learnt from cases is left out: it is no ground.
    """
    reading = Reader(rules_for(petition.keeper), on).read(petition.text)
    reasons = reading.why(Dimension.LEVEL)[:3]
    if not reasons:
        return None
    cited = next((one for one in reasons if one.citation), None)
    quotes = tuple(dict.fromkeys(one.quote for one in ([cited] if cited else reasons)))
    return Basis(reading.level, quotes, cited.citation if cited else "", bool(cited and cited.is_confirmed))


def _proposed(
    petition: Petition,
    reading: Reading,
    habits: Mapping[str, Mapping[str, int]],
    fields: Sequence[Field],
    organs: Sequence[Organ],
) -> Proposal:
    field = next((one for one in fields if one.code == reading.field), None)
    habit, times = _habit(habits, reading, organs)
    lead = habit or _named(reading, petition, organs)
    agency = lead.name if lead else reading.agency
    lines = (
        _line(reading, Dimension.KIND, str(Kind(reading.kind).label)),
        _line(reading, Dimension.FIELD, f"{field.parent.name}: {field.name}" if field and field.parent else ""),
        _line(reading, Dimension.LEVEL, str(Level(reading.level).label)),
        replace(_line(reading, Dimension.AGENCY, agency), habit=times if habit else 0),
    )
    marks = tuple(sorted({(one.start, one.end) for one in reading.because if one.dimension != Dimension.KIND}))
    return Proposal(reading, field, reading.level, lead, lines, marks)


def _line(reading: Reading, dimension: Dimension, value: str) -> Line:
    return Line(dimension, str(dimension.label), value, tuple(reading.why(dimension)[:3]))


def _habit(
    habits: Mapping[str, Mapping[str, int]], reading: Reading, organs: Sequence[Organ]
) -> tuple[Organ | None, int]:
    """Return the agency this council has mostly asked in such matters, and how often."""
    count = Counter(habits.get(f"{reading.field}/{reading.level}", {}))
    for organ_id, times in count.most_common(1):
        organ = next((one for one in organs if str(one.pk) == organ_id), None)
        if organ is not None and times >= HABIT and times >= HABIT_SHARE * count.total():
            return organ, times
    return None, 0


def habits_of(council: Organ) -> dict[str, dict[str, int]]:
    """Return by "field/level" which agencies the council has asked, and how often."""
    asked = Petition.objects.filter(keeper=council, field__isnull=False, lead__isnull=False).exclude(level="")
    found: dict[str, dict[str, int]] = {}
    counted = asked.order_by().values_list("field__code", "level", "lead").annotate(n=Count("pk"))
    for code, level, lead, times in counted:
        found.setdefault(f"{code}/{level}", {})[str(lead)] = times
    return found


def _named(reading: Reading, petition: Petition, organs: Iterable[Organ]) -> Organ | None:
    """Return the one organ in reach that the proposed name means; None where none or several do."""
    name = fold(reading.agency)
    units = {petition.unit_id, petition.keeper.unit_id}
    if reading.level == Level.COMMUNE and name.startswith("uy ban nhan dan"):
        found = [o for o in organs if o.kind == OrganKind.PEOPLES_COMMITTEE and o.unit_id in units]
    elif name.startswith("uy ban nhan dan"):
        above = {petition.keeper.unit.parent_id if petition.keeper.unit else None}
        found = [o for o in organs if o.kind == OrganKind.PEOPLES_COMMITTEE and o.unit_id in above]
    else:
        name = name.removesuffix(" cap xa").removesuffix(" cap tinh")
        found = [o for o in organs if name and o.folded.startswith(name)]
    exact = [o for o in found if o.unit_id == petition.unit_id] or found
    return exact[0] if len(exact) == 1 else None


def lessons_of(council: Organ) -> list[Lesson]:
    """Return the council's own cases that a person sorted or set apart, the newest first."""
    rows = (
        Petition.objects.filter(keeper=council)
        .exclude(state="received")
        .select_related("field")
        .only("text", "kind", "level", "field__code")
        .order_by("-pk")[:MOST_LESSONS]
    )
    return [
        Lesson(row.text, {name: value for name, value in (
            ("kind", row.kind), ("field", row.field.code if row.field else ""),
            ("level", row.level if row.level != Level.DISTRICT else ""),
        ) if value})
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One shipped rule as a page shows it."""

    value: str
    words: str
    citation: str
    is_confirmed: bool


def shown_rules(council: Organ, on: date, dimension: Dimension) -> list[Shown]:
    """Return the shipped rules with words that hold on the day and speak about one dimension, by value."""
    names = value_names(council)
    return [
        Shown(names.get(rule.value, rule.value), "; ".join(rule.words),
              rule.citation, rule.is_confirmed)
        for rule in shipped_rules()
        if rule.words and rule.dimension == dimension and rule.holds_on(on)
    ]  # fmt: skip


def value_names(council: Organ) -> dict[str, str]:
    """Return the words for the codes rules conclude on."""
    fields = Field.objects.filter(parent__isnull=False, council__isnull=True) | Field.objects.filter(
        parent__isnull=False, council=council
    )
    named = {field.code: field.name for field in fields}
    return {**named, **{value: str(label) for value, label in [*Kind.choices, *Level.choices]}, "": "–"}


def known_values(council: Organ) -> list[tuple[str, str]]:
    """Return the values a rule may conclude on, with their words: fields, levels, kinds, agencies."""
    agencies = sorted({rule.value for rule in shipped_rules() if rule.dimension == Dimension.AGENCY})
    return [(value, name) for value, name in value_names(council).items() if value] + [(name, "") for name in agencies]


def learnt_by(council: Organ) -> Learnt | None:
    """Return what the council has learnt, if it has."""
    return Learnt.objects.filter(council=council).first()
