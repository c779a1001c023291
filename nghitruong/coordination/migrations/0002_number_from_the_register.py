import django.db.models.deletion
from django.db import migrations, models


DEPUTIES = {"TM": "TM_KT", "TL": "TL_KT", "": "KT"}
"""A capacity with a head signed for besides was two fields before."""


def join_capacity(apps, schema_editor):
    notices = apps.get_model("coordination", "ConclusionNotice").objects.using(schema_editor.connection.alias)
    for alone, joined in DEPUTIES.items():
        notices.filter(capacity=alone).exclude(signer_for="").update(capacity=joined)


def part_capacity(apps, schema_editor):
    notices = apps.get_model("coordination", "ConclusionNotice").objects.using(schema_editor.connection.alias)
    for alone, joined in DEPUTIES.items():
        for notice in notices.filter(capacity=joined):
            head = notice.signer_title.removeprefix("Phó ")
            notices.filter(pk=notice.pk).update(capacity=alone, signer_for=f"{head[:1].upper()}{head[1:]}"[:120])
    notices.filter(capacity="own").update(capacity="")
    # Before, what was issued had a number and a day; a text read in may have neither.
    notices.filter(state="issued", number="").update(number="không số")
    notices.filter(state="issued", issued_on=None).update(issued_on=models.F("held_on"))


class Migration(migrations.Migration):

    dependencies = [
        ('coordination', '0001_initial'),
        ('documents', '0005_keep_stated_figures'),
        ('meetings', '0002_parties_sites_agenda'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='conclusionnotice',
            name='coordination_issued_is_numbered',
        ),
        migrations.AddField(
            model_name='conclusionnotice',
            name='paper',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conclusion', to='documents.paper', verbose_name='văn bản trong sổ'),
        ),
        migrations.AddField(
            model_name='conclusionnotice',
            name='signatory',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.membership', verbose_name='người sẽ ký'),
        ),
        migrations.AlterField(
            model_name='conclusionnotice',
            name='capacity',
            field=models.CharField(blank=True, choices=[('own', 'Người đứng đầu tự ký'), ('TM', 'TM. (thay mặt tập thể)'), ('TM_KT', 'TM. và KT. (cấp phó ký thay người đứng đầu, thay mặt tập thể)'), ('KT', 'KT. (cấp phó ký thay)'), ('Q', 'Q. (quyền)'), ('TL', 'TL. (thừa lệnh)'), ('TL_KT', 'TL. và KT. (cấp phó ký thay người được giao thừa lệnh)'), ('TUQ', 'TUQ. (thừa ủy quyền)')], max_length=6, verbose_name='quyền hạn ký'),
        ),
        migrations.AlterField(
            model_name='conclusionnotice',
            name='number',
            field=models.CharField(blank=True, max_length=80, verbose_name='số, ký hiệu'),
        ),
        migrations.AlterField(
            model_name='conclusionnotice',
            name='signer_title',
            field=models.CharField(blank=True, max_length=200, verbose_name='chức vụ người ký'),
        ),
        migrations.RunPython(join_capacity, part_capacity),
        migrations.RemoveField(
            model_name='conclusionnotice',
            name='signer_for',
        ),
        migrations.AddConstraint(
            model_name='conclusionnotice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'issued'), _negated=True), models.Q(('issued_on__isnull', False), models.Q(('number', ''), _negated=True)), ('source__isnull', False), _connector='OR'), name='coordination_issued_numbered_or_read'),
        ),
    ]
