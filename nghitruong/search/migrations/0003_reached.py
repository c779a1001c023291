"""On PostgreSQL, the newest records with these words among a few councils', always by the word index.

The planner does not know how rare a council's own word is: it reads the country newest first for one province's
records. These settings hold inside the function alone. SQLite does so by itself.
"""

from django.db import migrations

MAKE = """CREATE OR REPLACE FUNCTION search_reached(asked tsquery, before bigint, most integer) RETURNS SETOF bigint
LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off SET jit = off
AS $$ SELECT id FROM search_indexed WHERE vector @@ asked AND id < before ORDER BY id DESC LIMIT most $$"""
DROP = "DROP FUNCTION search_reached(tsquery, bigint, integer)"


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_word_index")]

    operations = [migrations.RunPython(make, drop)]
