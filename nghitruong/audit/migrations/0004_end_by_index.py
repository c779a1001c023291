"""On PostgreSQL the guards find the journal's end by its index, whatever the planner knows of the table.

A plan made while the journal was empty reads the whole table, and a session keeps it: 50,000 lines then cost minutes.
"""

from django.db import migrations

FUNCTIONS = ("audit_entry_at_the_end", "audit_head_at_the_end")


def lay(apps, schema_editor):
    _set(schema_editor, "SET enable_seqscan = off")


def lift(apps, schema_editor):
    _set(schema_editor, "RESET enable_seqscan")


def _set(schema_editor, how):
    if schema_editor.connection.vendor == "postgresql":
        for name in FUNCTIONS:
            schema_editor.execute(f"ALTER FUNCTION {name}() {how}", params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_head_at_the_end")]
    operations = [migrations.RunPython(lay, lift, elidable=False)]
