"""Triggers: the journal only grows, by one, at its end. The head only moves on, by one.

They stop mistakes and careless hands; who may drop triggers is caught by the hash chain and the anchor instead.
A later migration that rebuilds `audit_entry` on SQLite drops its triggers: lay them again there.
"""

from django.db import migrations

SQLITE = {
    "audit_entry_no_update": "BEFORE UPDATE ON audit_entry BEGIN {refuse} END",
    "audit_entry_no_delete": "BEFORE DELETE ON audit_entry BEGIN {refuse} END",
    "audit_entry_at_the_end": (
        "BEFORE INSERT ON audit_entry WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit_entry) "
        "BEGIN {refuse} END"
    ),
    "audit_head_no_delete": "BEFORE DELETE ON audit_head BEGIN {refuse} END",
    "audit_head_by_one": "BEFORE UPDATE ON audit_head WHEN NEW.seq <> OLD.seq + 1 BEGIN {refuse} END",
}
REFUSE = "SELECT RAISE(ABORT, 'the journal only grows at its end');"

POSTGRESQL = [
    """CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the journal only grows at its end'; END $$""",
    """CREATE FUNCTION audit_entry_at_the_end() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit_entry) THEN
        RAISE EXCEPTION 'the journal only grows at its end';
      END IF;
      RETURN NEW;
    END $$""",
    """CREATE FUNCTION audit_head_by_one() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF NEW.seq <> OLD.seq + 1 THEN RAISE EXCEPTION 'the journal only grows at its end'; END IF;
      RETURN NEW;
    END $$""",
    """CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_entry_at_the_end BEFORE INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_at_the_end()""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_head_by_one BEFORE UPDATE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_head_by_one()""",
]
POSTGRESQL_LIFT = [
    "DROP TRIGGER audit_entry_append_only ON audit_entry",
    "DROP TRIGGER audit_entry_at_the_end ON audit_entry",
    "DROP TRIGGER audit_head_no_delete ON audit_head",
    "DROP TRIGGER audit_head_by_one ON audit_head",
    "DROP FUNCTION audit_refuse()",
    "DROP FUNCTION audit_entry_at_the_end()",
    "DROP FUNCTION audit_head_by_one()",
]


def laying(vendor):
    """Return the statements that lay the guards on this kind of database."""
    if vendor == "sqlite":
        return [f"CREATE TRIGGER {name} {body.format(refuse=REFUSE)}" for name, body in SQLITE.items()]
    return POSTGRESQL


def lifting(vendor):
    """Return the statements that take them off again."""
    return [f"DROP TRIGGER {name}" for name in SQLITE] if vendor == "sqlite" else POSTGRESQL_LIFT


def lay(apps, schema_editor):
    for statement in laying(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    for statement in lifting(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(lay, lift, elidable=False)]
