"""The demonstration: a small one in the test database."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
from collections import Counter
from pathlib import Path

import pytest
from django.db.models import Sum

from nghitruong.audit import selectors as journal
from nghitruong.base.actor import SYSTEM
from nghitruong.config import demonstration
from nghitruong.config.demonstration.places import HOME, NEW, OLD
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.documents.models import Folder, Incoming, Paper
from nghitruong.obligations import jobs
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Handover, Obligation
from nghitruong.organisation.models import Organ, Person
from nghitruong.petitions.enums import Finding, Level, Outcome, RepeatKind, RepeatState, State
from nghitruong.petitions.models import Assessment, FactCheck, Misroute, Petition, Repeat, Verification
from nghitruong.petitions.selectors import figures, repeats, whole
from nghitruong.reports import selectors as reports_pages
from nghitruong.reports import services as reports
from nghitruong.territory.services.load import DATA
from tests import factories as make

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=make.VN)
CODES = {"51", "534", *NEW, *(commune.code for commune in OLD)}


def few_units(folder: Path) -> Path:
    """Write the rows of the register that the demonstration plays in."""
    for name, columns in (("units.csv", ("code",)), ("successions.csv", ("predecessor", "successor"))):
        with (DATA / name).open(encoding="utf-8", newline="") as source:
            rows = list(csv.reader(source))
        places = [rows[0].index(column) for column in columns]
        kept = [row for row in rows[1:] if all(row[place].partition("@")[0] in CODES for place in places)]
        with (folder / name).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([rows[0], *kept])
    return folder


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, tmp_path_factory):
    """One small demonstration for this file, taken back at its end."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield demonstration.build(now=NOW, size=40, data=few_units(tmp_path_factory.mktemp("units")))
        transaction.set_rollback(True)


def test_petitions_stand_in_every_state_but_the_rarest(built, db):
    states = Counter(Petition.objects.values_list("state", flat=True))

    assert {"received", "sorted", "forwarded", "answered", "accepted", "closed"} <= set(states)
    assert 50 <= sum(states.values()) <= 110


def test_answers_come_in_every_class_of_outcome(built, db):
    assert set(Petition.objects.exclude(outcome="").values_list("outcome", flat=True)) >= {
        Outcome.SETTLED,
        Outcome.PLANNED,
        Outcome.EXPLAINED,
        Outcome.UNSETTLED,
    }
    assert Verification.objects.filter(finding=Finding.FAILED).exists()
    assert Obligation.objects.filter(nature=Nature.COMMITMENT).exists()
    assert Petition.objects.filter(reopened__gt=0).exists()


def test_no_two_petitions_read_alike(built, db):
    texts = list(Petition.objects.values_list("text", flat=True))

    assert len(set(texts)) == len(texts)


def test_what_was_open_goes_to_the_successor(built, db):
    from_town = Petition.objects.filter(keeper__valid_from=dt.date(2025, 7, 1)).filter(
        council__name="Hội đồng nhân dân thị xã Đức Phổ"
    )

    assert from_town.exists()
    assert Handover.objects.filter(from_organ__valid_to=dt.date(2025, 6, 30)).exists()


def test_nothing_but_samples(built, db):
    assert not Person.objects.filter(is_sample=False).exists()
    assert not Petition.objects.filter(is_sample=False).exists()


def test_the_journal_holds(built, db):
    verified = journal.verify()

    assert verified.entries == built.counts["journal"]
    assert verified.first_bad is None


def test_journal_lines_follow_the_days(built, db):
    from nghitruong.audit.models import Entry

    days = [at.date() for at in Entry.objects.order_by("seq").values_list("at", flat=True)]
    backward = sum(1 for before, after in itertools.pairwise(days) if after < before)

    assert backward < len(days) / 50


def test_starting_to_serve_sends_no_storm_of_reminders(built, db):
    assert jobs.remind(NOW + dt.timedelta(minutes=1)) == 0


def test_the_office_has_work(built, db):
    waiting = Opinion.objects.filter(petition=None, kind="petition", point__round__state="open")
    coming = Round.objects.filter(starts_on__gt=NOW.date())

    assert waiting.count() > 0
    assert coming.count() == 1


def test_careful_offices_look_closer(built, db):
    assert FactCheck.objects.exists()
    assert Assessment.objects.filter(organ=None).exists()
    assert Repeat.objects.filter(state=RepeatState.CONFIRMED, kind=RepeatKind.VOICE).exists()
    assert Misroute.objects.filter(is_down=True).exists()
    assert Petition.objects.filter(council__unit__code="51", joined_to=None, state=State.RECEIVED).exists()


def test_a_matter_was_asked_in_three_rounds_and_promised(built, db):
    council = Organ.objects.get(kind="council", unit__code=HOME, valid_to=None)
    scope = figures.Scope(council, dt.date(2026, 1, 1), NOW.date(), NOW.date())

    hot = [one for one in whole.whole(scope, SYSTEM).matters if one.times >= 3]
    third = Petition.objects.filter(text__contains="hỏi lần thứ ba").get()
    chain = repeats.chain(third, SYSTEM)

    assert chain.times == 3
    assert [one.petition.answered_on is not None for one in chain.asked] == [True, True, False]
    assert all(one.petition.point_id for one in chain.asked)
    [promise] = chain.asked[1].promises
    assert promise.quote in chain.asked[1].petition.answers.get().text
    assert promise.debtor_person
    assert promise.due_on < NOW.date()
    assert [(one.times, one.since) for one in hot] == [(3, chain.since)]
    assert Repeat.objects.waiting().filter(later=third, earlier=chain.asked[0].petition).exists()


def test_the_ward_has_own_classes(built, db):
    borne = Petition.objects.exclude(own_class=None).select_related("own_class")

    assert borne.exists()
    assert all(one.own_class.outcome == one.outcome for one in borne)


def test_cards_cover_the_roles(built, db):
    assert [card["username"] for card in built.cards][:2] == ["vanphong", "chutich"]
    assert len(built.cards) == len({card["password"] for card in built.cards}) == 15
    assert all(card["what"] and card["office"] for card in built.cards)


def test_the_home_council_keeps_its_registers(built, db):
    numbers = list(Paper.objects.filter(state="issued").order_by("signed_on").values_list("number", flat=True))

    assert numbers == [1, 2, 3, 4, 5, 6]  # five letters and the notice of a conclusion
    assert (Paper.objects.filter(state="draft").count(), Incoming.objects.count()) == (1, 4)
    assert Folder.objects.get().items.count() == 2


TOWN_YEAR = (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
TOWN_TERM = (dt.date(2021, 6, 30), dt.date(2025, 6, 30))
COUNTED_TWICE = {"voters", "speakers"}
"""Sums over points, not numbers of points."""


def town():
    return Organ.objects.get(name="Hội đồng nhân dân thị xã Đức Phổ")


def told(since, until):
    report = reports.draft(
        council=town(), period="year", since=since, until=until, as_of=NOW.date(), actor=SYSTEM, at=NOW
    )
    return {figure.key: figure for figure in report.figures.all()}


def test_the_towns_yearly_report_reproduces_its_figures(built, db):
    figures = told(*TOWN_YEAR)

    own = Petition.objects.filter(council=town(), received_on__range=TOWN_YEAR).real()
    levels = ("level_national", "level_province", "level_district")
    assert [figures[key].value for key in levels] == [max(1, round(each * 40 / 500)) for each in (7, 25, 34)]
    assert figures["received"].value == own.count() == sum(figures[key].value for key in levels)
    assert [figures[key].value for key in levels] == [
        own.filter(level=level).count() for level in (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT)
    ]


def test_the_towns_term_has_its_rounds_points_and_voters(built, db):
    figures = told(*TOWN_TERM)

    points = Point.objects.filter(round__council=town())
    voters = points.aggregate(all=Sum("meeting__people_present"))["all"]
    assert (figures["rounds"].value, figures["points"].value) == (5, 46) == (town().rounds.count(), points.count())
    assert figures["voters"].value == voters
    assert 3900 <= voters <= 4100


def test_each_figure_of_the_report_opens_as_many_records(built, db):
    for key, figure in told(*TOWN_TERM).items():
        opened = [
            reports_pages.figure_page(figure, SYSTEM, str(page)) for page in range(1, len(figure.records) // 25 + 2)
        ]
        records = [record.url for page in opened for record in page.records]

        assert len(set(records)) == len(figure.records), key
        if not figure.described.is_rate and key not in COUNTED_TWICE:
            assert len(figure.records) == figure.value, key
