"""What a kind of document is: the data it needs, and the words it puts them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from nghitruong.documents.rules.text import Annex, Block, Grid, Heading, Paragraph
from nghitruong.language import fold

LINE, LINES, DATE, NUMBER, ROWS, SIGNER, FLAG = "line", "lines", "date", "number", "rows", "signer", "flag"
EACH = "muc"
"""What one item of a list is called in a template."""
ENDIF = "{%p endif %}"
ORDINAL = "so"


@dataclass(frozen=True, slots=True)
class Field:
    """One datum: its name in data files, its label (a Vietnamese msgid), its type, whether it must be there.

    `items`: the data of each row. The placeholder in a Word template is the label without diacritics.
    """

    name: str
    label: str
    type: str = LINE
    required: bool = True
    items: tuple[Field, ...] = ()

    @property
    def slot(self) -> str:
        return "_".join("".join(c if c.isalnum() else " " for c in fold(self.label)).split())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. `code` is its type of Phụ lục III ("" for a letter), `type_name` what stands as its title."""

    key: str
    label: str
    code: str
    fields: tuple[Field, ...]
    write: Callable[[Writer], None]
    example: Mapping[str, Any]
    symbol: str = ""
    addressed: bool = False
    grounded: bool = False
    authored: bool = False
    normative: bool = False
    two_sign: bool = False
    note: str = ""


@dataclass(slots=True)
class Writer:
    """Puts values, or in a template their placeholders, into sentences; what it is told becomes blocks in order."""

    values: Mapping[str, Any]
    fields: Mapping[str, Field]
    is_template: bool = False
    blocks: list[Block] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)

    def say(self, words: str, **look: Any) -> None:
        """Add a paragraph; {name} stands for a datum of that name."""
        look = {name: self._filled(value) if name == "lead" else value for name, value in look.items()}
        for line in self._filled(words).split("\n"):
            if line.strip():
                self.blocks.append(Paragraph(line.strip(), **look))
                look = {name: value for name, value in look.items() if name != "lead"}

    def either(self, name: str, given: str, missing: str) -> None:
        """Say one thing where the datum is given, another where it is not; a template keeps both."""
        if not self.is_template:
            self.say(given if self.values[name] else missing)
            return
        slot = self.fields[name].slot
        marks = ("{%p if " + slot + " %}", self._filled(given), "{%p else %}", self._filled(missing), ENDIF)
        self.blocks += [Paragraph(words) for words in marks]

    def head(self, words: str) -> None:
        self.blocks.append(Heading(self._filled(words)))

    def lines(self, name: str, shape: str = "{}", **look: Any) -> None:
        """Add a paragraph for each line of a list."""
        with self._loop(name):
            for words in ["{{ " + EACH + " }}"] if self.is_template else self.values[name]:
                self.blocks.append(Paragraph(shape.replace("{}", words), **look))

    def rows(
        self,
        name: str,
        shape: str,
        *,
        lead: str = "",
        extras: Mapping[str, str] | None = None,
        under: str = "",
        end: str = "",
    ) -> None:
        """Add a paragraph for each row; `extras` are added where that part of the row is given, `end` after them.

        Rows that share their part `under` stand one by one below a single lead; a template has a lead for each.
        """
        if under and not self.is_template:
            self._grouped(name, shape, lead, extras or {}, under, end)
            return
        parts = self.fields[name].items
        with self._loop(name):
            if self.is_template:
                slots = {part.name: "{{ " + f"{EACH}.{part.slot}" + " }}" for part in parts}
                slots["so"] = "{{ " + f"{EACH}.{ORDINAL}" + " }}"
                words = shape.format_map(slots)
                for part in parts:
                    if extras and part.name in extras:
                        words += f"{{% if {EACH}.{part.slot} %}}{extras[part.name].format_map(slots)}{{% endif %}}"
                self.blocks.append(Paragraph(words + end, lead=lead.format_map(slots)))
                return
            for place, row in enumerate(self.values[name], 1):
                told = {**row, "so": str(place)}
                words = shape.format_map(told)
                for given, extra in (extras or {}).items():
                    if row[given]:
                        words += extra.format_map(told)
                words += end
                first, *rest = [line.strip() for line in words.split("\n") if line.strip()] or [""]
                self.blocks.append(Paragraph(first, lead=lead.format_map(told), bold=bool(rest and lead)))
                self.blocks += [Paragraph(line) for line in rest]

    def _grouped(self, name: str, shape: str, lead: str, extras: Mapping[str, str], under: str, end: str) -> None:
        groups: dict[str, list[Mapping[str, str]]] = {}
        for row in self.values[name]:
            groups.setdefault(row[under], []).append(row)
        for place, rows in enumerate(groups.values(), 1):
            shared = lead.format_map({**rows[0], "so": str(place)})
            if len(rows) > 1:
                self.blocks.append(Paragraph(shared, bold=True))
            for row in rows:
                words = shape.format_map(row)
                words += "".join(extra.format_map(row) for given, extra in extras.items() if row[given]) + end
                several = len(rows) > 1
                self.blocks.append(Paragraph(f"- {words}" if several else words, lead="" if several else shared))

    def grid(self, name: str, caption: str, columns: Mapping[str, tuple[str, float]], *, right: str = "") -> None:
        """Add a table of a list's rows; `columns`: part of the row -> its head and width; `so` numbers them."""
        parts = {part.name: part for part in self.fields[name].items}
        heads, widths = zip(*columns.values(), strict=True)
        aligned = frozenset(place for place, part in enumerate(columns) if part in right.split())
        rows: list[list[object]] = []
        if self.is_template:
            blank: list[object] = [""] * (len(columns) - 1)
            slots: list[object] = [
                "{{ " + EACH + "." + (ORDINAL if part == "so" else parts[part].slot) + " }}" for part in columns
            ]
            rows = [
                ["{%tr for " + EACH + " in " + self.fields[name].slot + " %}", *blank],
                slots,
                ["{%tr endfor %}", *blank],
            ]
        else:
            for place, row in enumerate(self.values[name], 1):
                told = {**row, "so": str(place)}
                rows.append([told[part] for part in columns])
        self.blocks.append(Grid(heads, rows, widths=widths, right=aligned, caption=self._filled(caption)))

    @contextmanager
    def when(self, name: str) -> Iterator[None]:
        """What is said within stays only where the datum is given."""
        start, slot = len(self.blocks), self.fields[name].slot
        if self.is_template:
            self.blocks.append(Paragraph("{%p if " + slot + " %}"))
        yield
        if self.is_template:
            self.blocks.append(Paragraph(ENDIF))
        elif not self.values[name]:
            del self.blocks[start:]

    @contextmanager
    def unless(self, name: str) -> Iterator[None]:
        """What is said within stays only where the datum is not given."""
        start, slot = len(self.blocks), self.fields[name].slot
        if self.is_template:
            self.blocks += [Paragraph("{%p if " + slot + " %}"), Paragraph("{%p else %}")]
        yield
        if self.is_template:
            self.blocks.append(Paragraph(ENDIF))
        elif self.values[name]:
            del self.blocks[start:]

    def annex(self, title: str, *, label: str, note: str) -> None:
        """What was said since the last sentence of the text was `closed` becomes an annex."""
        start = next(place for place, block in enumerate(self.blocks) if block is CUT)
        body, self.blocks = self.blocks[start + 1 :], self.blocks[:start]
        self.annexes.append(Annex(self._filled(title), body, label=label, note=self._filled(note)))

    def cut(self) -> None:
        """Begin an annex."""
        self.blocks.append(CUT)

    def close(self) -> None:
        """End the text with "./.", in a template both things it may end with."""
        both = self.is_template and self.blocks[-1] == Paragraph(ENDIF)
        for place in (-4, -2) if both else (-1,):
            last = self.blocks[place]
            if isinstance(last, Paragraph):
                ended = f"{last.text.rstrip('./ ')}./."
                self.blocks[place] = Paragraph(ended, last.bold, last.italic, last.indent, last.lead, last.centred)

    def _filled(self, words: str) -> str:
        if not self.is_template:
            return words.format_map(self.values)
        return words.format_map({name: "{{ " + each.slot + " }}" for name, each in self.fields.items()} | _joined(self))

    @contextmanager
    def _loop(self, name: str) -> Iterator[None]:
        if self.is_template:
            self.blocks.append(Paragraph("{%p for " + EACH + " in " + self.fields[name].slot + " %}"))
        yield
        if self.is_template:
            self.blocks.append(Paragraph("{%p endfor %}"))


CUT = Paragraph("\f")


def _joined(writer: Writer) -> dict[str, str]:
    told = {}
    for name, each in writer.fields.items():
        if each.type == LINES:
            told[f"{name}_joined"] = "{{ " + each.slot + JOINED + " }}"
        if each.type == ROWS:
            told[f"{name}_next"] = "{{ " + each.slot + NEXT + " }}"
    return told


JOINED = "_noi_lien"
"""A list in one line, parted by semicolons: what a template calls it."""
NEXT = "_so_tiep_theo"
"""The number that follows the last row of a list ("Điều 4")."""
