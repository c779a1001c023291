from django.db import migrations


def _rows(apps, schema_editor):
    names, alias = ("OwnClass", "Answer", "Petition"), schema_editor.connection.alias
    return [apps.get_model("petitions", name).objects.using(alias) for name in names]


def bear(apps, schema_editor):
    """Give each answer the one own name that its national class had, as the reports have counted it so far."""
    own_classes, answers, petitions = _rows(apps, schema_editor)
    for own in own_classes.filter(ended_on__isnull=True).order_by("pk"):
        mine = {"outcome": own.outcome, "own_class__isnull": True}
        answers.filter(petition__keeper=own.council_id, **mine).update(own_class=own.pk)
        petitions.filter(keeper=own.council_id, **mine).update(own_class=own.pk)


def bear_none(apps, schema_editor):
    """Leave each national class at most one own name: its earliest that is still in use."""
    own_classes, answers, petitions = _rows(apps, schema_editor)
    answers.exclude(own_class=None).update(own_class=None)
    petitions.exclude(own_class=None).update(own_class=None)
    kept = set()
    for own in own_classes.order_by("pk"):
        key = (own.council_id, own.outcome)
        if own.ended_on is not None or key in kept:
            own.delete()
        else:
            kept.add(key)


class Migration(migrations.Migration):

    dependencies = [("petitions", "0011_own_classes_of_answers")]

    operations = [migrations.RunPython(bear, bear_none)]
