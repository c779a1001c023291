"""Tasks a document gives: who is to do what, with whom, until when; and requests that go up, which are proposals.

A task is found by its grammar: a verb of request before a body ("đề nghị Sở … báo cáo"), a body before a verb of duty
("các Ban cần …"), a body before a bare verb where tasks are listed, or a bare verb under a heading, a lead-in or a
request that names the body. What was done ("đã giao"), what voters ask and what a plan aims at are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nghitruong.intake.rules import acts
from nghitruong.intake.rules.actors import Token, bodies, body_at, parts_at, tokens
from nghitruong.intake.rules.deadlines import Deadline, deadline_in, period_of
from nghitruong.intake.rules.sections import Paragraph, Sentence, paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source

_LEVELS = {"xã", "phường", "thị", "huyện", "quận", "tỉnh", "thành", "ngành", "sở", "ban", "phòng"}
"""Parts of "các xã, phường": none of them is a body by itself."""
LONGEST_UNNUMBERED = 8
LONGEST_CONDITION = 30


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `assignee` in the document's words (None: not said), `assigned` where they stand (in a heading, a
    lead-in or an earlier sentence, if the sentence names nobody). `deadline`: the words of a term, `deadline_iso` its
    last day ("2027-03-31") where it can be known. `direction` is "up" for a request to a higher level, else "down".
    """

    assignee: str | None
    assigned: Found | None
    cooperating: tuple[str, ...]
    verb: str
    task: str
    deadline: str | None
    deadline_iso: str | None
    quote: Found
    section: str
    direction: str


@dataclass(frozen=True, slots=True)
class _Lead:
    """Who the words before a list, or the sentence before, gave tasks to."""

    body: Found | None
    verb: str
    over: tuple[int, ...]
    paragraph: int
    is_list: bool
    period: Deadline | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """A task within a sentence: where its words and what is to be done begin, the body and the verb."""

    start: int
    act: int
    body: Found | None
    verb: str


def tasks(source: Source, on: date | None = None, organ: str = "") -> list[Task]:
    """Return the tasks in order.

    `on` is the day of the document: terms without a year are counted from it. `organ` issues it, where known: a
    request to a level above is one that goes up.
    """
    return _Reader(source, on, organ).read()


class _Reader:
    def __init__(self, source: Source, on: date | None, organ: str) -> None:
        self.source = source
        self.on = on
        self.told = paragraphs(source)
        self.found: list[Task] = []
        self.lead: _Lead | None = None
        self.asked: list[_Given] = []
        self.level = acts.own_level(f"{organ}\n{source.text}")
        self.is_numbered = any(one.title and one.style in {"roman", "digits1", "digits2"} for one in self.told)

    def read(self) -> list[Task]:
        first_of = -1
        for sentence in sentences(self.source):
            paragraph = self.told[sentence.paragraph]
            is_first = sentence.paragraph != first_of
            first_of = sentence.paragraph
            self._leave(sentence, paragraph)
            if acts.CLOSING.match(sentence.words.text) or self._is_aside(paragraph):
                continue
            if sentence.is_heading:
                self._head(sentence, paragraph)
            else:
                self._sentence(sentence, paragraph, is_first)
        return self.found

    def _leave(self, sentence: Sentence, paragraph: Paragraph) -> None:
        """Forget who was given tasks where the list or the paragraph ends."""
        lead = self.lead
        if lead is None or lead.paragraph == sentence.paragraph:
            return
        if lead.is_list and (lead.paragraph in paragraph.over or self._is_beside(lead, paragraph)):
            return
        self.lead = None

    def _is_beside(self, lead: _Lead, paragraph: Paragraph) -> bool:
        is_under = paragraph.over[: len(lead.over)] == lead.over
        return is_under and paragraph.style != "mark" and bool(paragraph.style or not lead.over)

    def _titles(self, paragraph: Paragraph) -> list[str]:
        """Return the titles that tell what a paragraph is about, the nearest first; a document's own title is none."""
        found = []
        for head in [
            *([paragraph] if paragraph.body else []),
            *(self.told[place] for place in reversed(paragraph.over)),
        ]:
            if head.title is None:
                continue
            short = len(head.title.text.split()) <= LONGEST_UNNUMBERED
            if head.style not in {"mark", ""} or (short and (not self.is_numbered or head.title.text.endswith(":"))):
                found.append(head.title.text)
        return found

    def _is_aside(self, paragraph: Paragraph) -> bool:
        """Say whether the headings tell of what was, or what is aimed at: no tasks there."""
        for title in self._titles(paragraph):
            if acts.AHEAD.search(title) and not acts.NO_TASK_TITLE.match(title):
                return False
            if acts.NO_TASK_TITLE.search(title):
                return True
        return False

    def _is_among_tasks(self, paragraph: Paragraph) -> bool:
        """Say whether a lead-in, or a heading over it, tells of tasks to come."""
        if self.lead is not None and self.lead.is_list:
            return True
        return any(acts.TASK_TITLE.search(title) for title in self._titles(paragraph))

    def _body_of_title(self, paragraph: Paragraph) -> tuple[Found, str] | None:
        """Return the body that the nearest heading gives tasks to ("Đối với các Ban:"), and its verb."""
        for head in [paragraph, *(self.told[place] for place in reversed(paragraph.over))]:
            if head.title is None or (head is paragraph and head.body is None):
                continue
            if named := self._title_body(head):
                return named
        return None

    def _title_body(self, head: Paragraph) -> tuple[Found, str] | None:
        title = head.title
        if title is None:
            return None
        text = acts.plain(title.text)
        opened = acts.TITLE_LEAD.match(text)
        if not opened and head.style in {"mark", ""}:
            return None
        start = opened.end() if opened else 0
        read = tokens(text[start:])
        end = body_at(read, 0)
        rest = [token for token in read[end:] if token.low not in {":", "."}]
        if not end or len(rest) > 2:
            return None
        words = self.source.found(title.start + start, title.start + start + read[end - 1].end)
        asked = acts.REQUEST.search(text[:start])
        return words, asked.group().lower() if asked else ""

    def _head(self, sentence: Sentence, paragraph: Paragraph) -> None:
        """A heading: a lead-in to a list, or an item of a list that no full stop ends."""
        text = acts.plain(sentence.words.text)
        place = sentence.paragraph
        has_below = place + 1 < len(self.told) and place in self.told[place + 1].over
        if text.rstrip().endswith(":") or has_below:
            if not self._title_body(paragraph):
                self._lead_in(sentence, paragraph, text)
        elif paragraph.style and paragraph.style != "mark":
            self._sentence(sentence, paragraph, is_first=True)

    def _sentence(self, sentence: Sentence, paragraph: Paragraph, is_first: bool) -> None:
        text = acts.plain(sentence.words.text)
        if acts.VOTERS.match(text):
            return
        if text.rstrip().endswith(":"):
            self._lead_in(sentence, paragraph, text)
            return
        titled = self._body_of_title(paragraph)
        among = titled is not None or self._is_among_tasks(paragraph)
        given = self._given(sentence, text, among, bool(paragraph.style) or self.lead is not None)
        needed, bare = acts.LEFT_OPEN.match(text), acts.BARE.match(text)
        has_body = titled is not None or (self.lead is not None and self.lead.body is not None)
        if needed and has_body and not any(one.start < needed.start("verb") for one in given):
            self._carry(sentence, paragraph, text, needed.start("verb"), titled, is_first=True)
        elif bare and has_body and given and not acts.ASKS_ANEW.match(given[0].verb) and given[0] in self.asked:
            self._carry(sentence, paragraph, text, bare.start("verb"), titled, is_first)
        elif given:
            self._take(sentence, paragraph, text, given)
        elif bare:
            self._carry(sentence, paragraph, text, bare.start("verb"), titled, is_first)
        elif self.lead is not None and not self.lead.is_list:
            self.lead = None

    def _carry(
        self,
        sentence: Sentence,
        paragraph: Paragraph,
        text: str,
        at: int,
        titled: tuple[Found, str] | None,
        is_first: bool,
    ) -> None:
        """A sentence that begins with its verb: whose task it is stands in a heading, a lead-in or the sentence before."""
        lead = self.lead
        given: tuple[Found | None, str, Deadline | None] | None = None
        if lead is not None and not lead.is_list:
            given = (lead.body, lead.verb, None)
        elif titled is not None and (lead is None or titled[0].start > self.told[lead.paragraph].words.start):
            given = (titled[0], titled[1], None) if is_first else None
        elif lead is not None and is_first and (paragraph.style or lead.paragraph in paragraph.over):
            given = (lead.body, lead.verb, lead.period)
        if given is not None:
            body, verb, period = given
            verb = acts.duty(text[at : at + 10]) or verb
            self._add(sentence, paragraph, text, (0, len(text)), _Given(0, at, body, verb), period)

    def _lead_in(self, sentence: Sentence, paragraph: Paragraph, text: str) -> None:
        """Words that announce a list of tasks: "… đề nghị Ủy ban nhân dân xã thực hiện các nhiệm vụ sau:"."""
        if not acts.ANNOUNCES.search(text):
            return
        read = tokens(text)
        body: Found | None = None
        verb = ""
        for hit in acts.REQUEST.finditer(text):
            place = _after(read, hit.end())
            if (end := body_at(read, place)) > place:
                body, verb = self._place(sentence, read, place, end), hit.group().lower()
                break
        if body is None:
            body, verb = self._body_of_title(paragraph) or (None, verb)
        if body is None and not acts.REQUEST.search(text) and not acts.AHEAD.search(text):
            return
        over = (*paragraph.over, sentence.paragraph) if sentence.is_heading else paragraph.over
        period = period_of(text, self.on)
        self.lead = _Lead(body, verb or acts.duty(text), over, sentence.paragraph, is_list=True, period=period)

    def _place(self, sentence: Sentence, read: list[Token], start: int, end: int) -> Found:
        at = sentence.words.start
        return self.source.found(at + read[start].start, at + read[end - 1].end)

    def _given(self, sentence: Sentence, text: str, among: bool, is_item: bool) -> list[_Given]:
        """Return the tasks that the sentence itself gives, in order."""
        read = tokens(text)
        self.asked = asked = self._requests(sentence, text, read)
        told = acts.CONCLUDES.search(text)
        after = asked[0].start if asked else told.end() if told else -1
        at = sentence.words.start
        taken = [range(one.body.start - at, one.body.end - at) for one in asked if one.body]
        found: list[_Given] = []
        for first, last in bodies(text, read):
            start, end = read[_actor(text, read, first, last)].start, read[last - 1].end
            if any(start in body for body in taken) or _asks(text, end, asked):
                continue
            if (found or (asked and asked[0].start < start)) and not acts.NEW.search(text[:start]):
                continue
            is_free = (told is not None and start >= told.end()) or (is_item and among and not text[:start].strip())
            if _is_told(text, start, end, among or 0 <= after <= start, is_free):
                verb = acts.duty(text[end : end + 40]) or (told["verb"].lower() if told else "")
                body = self.source.found(at + start, at + end)
                found.append(_Given(_opening(text, start), end, body, verb))
        for one in asked:
            if not any(other.start < one.start for other in found if other not in asked) or _asks_anew(text, one):
                found.append(one)
        found.extend(_subjectless(text, after, found) if asked else ())
        return sorted(found, key=lambda one: one.start)

    def _requests(self, sentence: Sentence, text: str, read: list[Token]) -> list[_Given]:
        """Return the requests that a sentence makes of a body, each where its verb stands."""
        found: list[_Given] = []
        for hit in acts.REQUEST.finditer(text):
            when = acts.WHEN.match(text, hit.end())
            place = _after(read, when.end() if when else hit.end())
            end = body_at(read, place)
            if acts.is_told(text, hit.start(), hit.group()):
                continue
            if end == place:
                if not found and acts.asks_all(text, hit):
                    found.append(_Given(hit.start(), hit.end(), None, hit.group().lower()))
                continue
            if found and not re.search(r"(?:[;:.]|đồng thời,?)\s*$", text[: hit.start()]):
                continue
            if acts.goes_on(text[read[end - 1].end :]):
                body = self._place(sentence, read, place, end)
                found.append(_Given(hit.start(), read[end - 1].end, body, " ".join(hit.group().lower().split())))
        return found

    def _take(self, sentence: Sentence, paragraph: Paragraph, text: str, given: list[_Given]) -> None:
        period = period_of(text[: given[0].act], self.on)
        if period is None and self.lead is not None and self.lead.is_list:
            period = self.lead.period
        lead = self.lead
        for place, one in enumerate(given):
            stop = given[place + 1].start if place + 1 < len(given) else len(text)
            known = _Given(one.start, one.act, one.body, one.verb or (lead.verb if lead else ""))
            self._add(sentence, paragraph, text, (one.start, stop), known, period)
        if lead is None or not lead.is_list:
            last = given[-1]
            self.lead = _Lead(last.body, last.verb, paragraph.over, sentence.paragraph, is_list=False)

    def _add(
        self,
        sentence: Sentence,
        paragraph: Paragraph,
        text: str,
        span: tuple[int, int],
        given: _Given,
        period: Deadline | None,
    ) -> None:
        assignee = " ".join(acts.plain(given.body.text).split()) if given.body else None
        for left, right in acts.split(text, *span):
            words = text[left:right]
            term = deadline_in(words, self.on) or period
            quote = self.source.found(
                sentence.words.start + left, sentence.words.start + len(text[:right].rstrip(" ,;"))
            )
            self.found.append(
                Task(
                    assignee,
                    given.body,
                    _cooperating(words),
                    given.verb or self._verb_of_titles(paragraph) or acts.duty(words),
                    acts.what(text[given.act : right] if left <= given.act < right else words),
                    term.words if term else None,
                    term.iso if term else None,
                    quote,
                    paragraph.section,
                    acts.direction(assignee or "", self.level),
                )
            )

    def _verb_of_titles(self, paragraph: Paragraph) -> str:
        hits = [acts.REQUEST.search(title) for title in self._titles(paragraph)]
        return next((hit.group().lower() for hit in hits if hit), "")


def _after(read: list[Token], at: int) -> int:
    return next((place for place, token in enumerate(read) if token.start >= at), len(read))


def _asks(text: str, end: int, asked: list[_Given]) -> bool:
    """Say whether a body is the one who asks ("Thường trực Hội đồng nhân dân đề nghị …")."""
    return any(
        not re.search(r"[;:.]|\s(?:cần|phải|sẽ)\s", text[end : one.start]) for one in asked[:1] if one.start >= end
    )


def _actor(text: str, read: list[Token], first: int, last: int) -> int:
    """Return where the body that acts begins: the last of those joined, where the first depends on a word before it."""
    if acts.RELATIVE.search(text[: read[first].start]):
        part = max((part for part, end in parts_at(read, first) if end == last), default=first)
        return part if last - part > 1 and read[part].low not in _LEVELS else first
    return first


def _subjectless(text: str, after: int, found: list[_Given]) -> list[_Given]:
    """Return the duties of nobody named, in a sentence that asks: "…; nội dung phải thiết thực"."""
    return [
        _Given(hit.start("what"), hit.start("what"), None, acts.duty(hit.group()))
        for hit in acts.SUBJECTLESS.finditer(text)
        if hit.start() > after and not any(hit.start() <= one.start < hit.end() for one in found)
    ]


def _is_told(text: str, start: int, end: int, among: bool, is_free: bool) -> bool:
    """Say whether a body at [start, end) is told to do what follows it: by a verb of duty, or bare among tasks."""
    rest, before = text[end:], text[:start]
    if acts.PASSIVE.match(rest) or acts.RECEIVES.search(before):
        return False
    if acts.DUTY.match(rest):
        return not acts.RELATIVE.search(before) or bool(acts.OWNED.search(before))
    if acts.RELATIVE.search(before) or not among or acts.DONE.match(rest) or not acts.OPENS.search(before):
        return False
    return bool(acts.BARE_AFTER.match(rest) or (is_free and acts.ANY_VERB.match(rest)))


def _asks_anew(text: str, one: _Given) -> bool:
    return bool(acts.ASKS_ANEW.match(one.verb)) and bool(re.search(r"(?:[;:.]|,\s*đồng thời)\s*$", text[: one.start]))


def _opening(text: str, start: int) -> int:
    """Return where the words of a task begin: at its body, at "các báo cáo của …", or at a term or condition before it."""
    before = text[:start]
    if owned := acts.OWNED.search(before):
        return owned.start("thing")
    if acts.ADVERBIAL.match(before) and ";" not in before and len(before.split()) <= LONGEST_CONDITION:
        return 0
    return start


def _cooperating(words: str) -> tuple[str, ...]:
    """Return the bodies named after "phối hợp với", one by one, as written."""
    found: list[str] = []
    for hit in acts.TOGETHER.finditer(words):
        rest = words[hit.end() :]
        read = tokens(rest)
        found.extend(" ".join(rest[read[at].start : read[end - 1].end].split()) for at, end in parts_at(read, 0))
    return tuple(dict.fromkeys(found))
