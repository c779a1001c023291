"""The head moves on to the journal's end, however many lines were added at once; before, only by one.

`laying` and `lifting` are about all guards as they stand from here on.
"""

from importlib import import_module

from django.db import migrations

before = import_module("nghitruong.audit.migrations.0002_journal_guards")
_WRONG = "NEW.seq <= OLD.seq OR NEW.seq <> (SELECT COALESCE(MAX(seq), 0) FROM audit_entry)"
SQLITE = {"audit_head_at_the_end": f"BEFORE UPDATE ON audit_head WHEN {_WRONG} BEGIN {{refuse}} END"}
POSTGRESQL = [
    f"""CREATE FUNCTION audit_head_at_the_end() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF {_WRONG} THEN RAISE EXCEPTION 'the journal only grows at its end'; END IF;
      RETURN NEW;
    END $$""",
    """CREATE TRIGGER audit_head_at_the_end BEFORE UPDATE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_head_at_the_end()""",
]
NEW_LIFT = {
    "sqlite": ["DROP TRIGGER audit_head_at_the_end"],
    "postgresql": [
        "DROP TRIGGER audit_head_at_the_end ON audit_head",
        "DROP FUNCTION audit_head_at_the_end()",
    ],
}
OLD_LIFT = {
    "sqlite": ["DROP TRIGGER audit_head_by_one"],
    "postgresql": ["DROP TRIGGER audit_head_by_one ON audit_head", "DROP FUNCTION audit_head_by_one()"],
}


def _new(vendor):
    if vendor == "sqlite":
        return [f"CREATE TRIGGER {name} {body.format(refuse=before.REFUSE)}" for name, body in SQLITE.items()]
    return POSTGRESQL


def _old(vendor):
    return [statement for statement in before.laying(vendor) if "audit_head_by_one" in statement]


def laying(vendor):
    """Return the statements that lay all guards on this kind of database."""
    return [*(one for one in before.laying(vendor) if one not in _old(vendor)), *_new(vendor)]


def lifting(vendor):
    """Return the statements that take them off again."""
    return [*(one for one in before.lifting(vendor) if one not in OLD_LIFT[vendor]), *NEW_LIFT[vendor]]


def lay(apps, schema_editor):
    for statement in [*OLD_LIFT[schema_editor.connection.vendor], *_new(schema_editor.connection.vendor)]:
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    for statement in [*NEW_LIFT[schema_editor.connection.vendor], *_old(schema_editor.connection.vendor)]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_journal_guards")]
    operations = [migrations.RunPython(lay, lift, elidable=False)]
