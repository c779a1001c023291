from django.db import migrations


def bear(apps, schema_editor):
    """Give each answer the one own name that its national class had, as the reports have counted it so far."""
    OwnClass = apps.get_model("petitions", "OwnClass")
    Answer = apps.get_model("petitions", "Answer")
    Petition = apps.get_model("petitions", "Petition")
    for own in OwnClass.objects.filter(ended_on__isnull=True).order_by("pk"):
        mine = {"outcome": own.outcome, "own_class__isnull": True}
        Answer.objects.filter(petition__keeper=own.council_id, **mine).update(own_class=own.pk)
        Petition.objects.filter(keeper=own.council_id, **mine).update(own_class=own.pk)


def bear_none(apps, schema_editor):
    """Leave each national class at most one own name: its earliest that is still in use."""
    OwnClass = apps.get_model("petitions", "OwnClass")
    apps.get_model("petitions", "Answer").objects.exclude(own_class=None).update(own_class=None)
    apps.get_model("petitions", "Petition").objects.exclude(own_class=None).update(own_class=None)
    kept = set()
    for own in OwnClass.objects.order_by("pk"):
        key = (own.council_id, own.outcome)
        if own.ended_on is not None or key in kept:
            own.delete()
        else:
            kept.add(key)


class Migration(migrations.Migration):

    dependencies = [("petitions", "0011_own_classes_of_answers")]

    operations = [migrations.RunPython(bear, bear_none)]
