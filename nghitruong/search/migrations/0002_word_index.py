"""The word index of the database at hand: FTS5 on SQLite, a stored tsvector with GIN on PostgreSQL.

Both hold the same words, made in Python (search.rules.prepare), so both find the same.
"""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE search_words USING fts5(
        words, content='search_indexed', content_rowid='id', detail='none', columnsize=0,
        tokenize="ascii tokenchars '_'")""",
    """CREATE TRIGGER search_words_insert AFTER INSERT ON search_indexed BEGIN
        INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER search_words_delete AFTER DELETE ON search_indexed BEGIN
        INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END""",
    """CREATE TRIGGER search_words_update AFTER UPDATE ON search_indexed BEGIN
        INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END""",
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
]
SQLITE_BACK = [
    "DROP TRIGGER search_words_update",
    "DROP TRIGGER search_words_delete",
    "DROP TRIGGER search_words_insert",
    "DROP TABLE search_words",
]
POSTGRESQL = [
    """ALTER TABLE search_indexed ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
    "CREATE INDEX search_words ON search_indexed USING gin (vector)",
]
POSTGRESQL_BACK = ["ALTER TABLE search_indexed DROP COLUMN vector"]


def run(schema_editor, on_sqlite, on_postgresql):
    for statement in on_postgresql if schema_editor.connection.vendor == "postgresql" else on_sqlite:
        schema_editor.execute(statement)


def make(apps, schema_editor):
    run(schema_editor, SQLITE, POSTGRESQL)


def drop(apps, schema_editor):
    run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, drop)]
