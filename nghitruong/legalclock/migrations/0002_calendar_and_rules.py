"""Ship the calendar 2020-2027 and the national rules (legalclock/data, authored from the sources cited in each row)."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


def _read(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def _day(text):
    return date.fromisoformat(text) if text else None


def load(apps, editor):
    Year, Day, Rule = (apps.get_model("legalclock", name) for name in ("Year", "Day", "Rule"))
    table = _read("calendar.json")
    Year.objects.using(editor.connection.alias).bulk_create((Year(**row) for row in table["years"]), ignore_conflicts=True)
    days = (
        Day(**{**row, "on": _day(row["on"]), "swapped_with": _day(row["swapped_with"]), "year_id": _day(row["on"]).year})
        for row in table["days"]
    )
    Day.objects.using(editor.connection.alias).bulk_create(days, ignore_conflicts=True)
    rules = (
        Rule(**{**row, "valid_from": _day(row["valid_from"]), "valid_to": _day(row["valid_to"])})
        for row in _read("rules.json")
    )
    Rule.objects.using(editor.connection.alias).bulk_create(rules, ignore_conflicts=True)


def unload(apps, editor):
    """Take out what was shipped; what a council added stays unless its year's table goes."""
    Year, Day, Rule = (apps.get_model("legalclock", name) for name in ("Year", "Day", "Rule"))
    years = [row["number"] for row in _read("calendar.json")["years"]]
    Day.objects.using(editor.connection.alias).filter(year_id__in=years).delete()
    Year.objects.using(editor.connection.alias).filter(number__in=years).delete()
    Rule.objects.using(editor.connection.alias).filter(council_id__isnull=True, clock__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [("legalclock", "0001_initial")]

    operations = [migrations.RunPython(load, unload)]
