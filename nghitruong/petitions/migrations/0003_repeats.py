import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0001_initial'),
        ('meetings', '0001_initial'),
        ('organisation', '0001_initial'),
        ('petitions', '0002_fields'),
        ('territory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Repeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('proposed', 'chờ xem'), ('confirmed', 'đã xác nhận'), ('rejected', 'không trùng')], default='proposed', max_length=10, verbose_name='trạng thái')),
                ('kind', models.CharField(blank=True, choices=[('asked_again', 'hỏi lại việc cũ'), ('voice', 'cùng một việc, thêm tiếng nói')], max_length=12, verbose_name='quan hệ')),
                ('score', models.FloatField(verbose_name='độ giống')),
                ('because', models.JSONField(default=list, verbose_name='vì sao')),
                ('proposed_at', models.DateTimeField(verbose_name='đề xuất lúc')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='quyết định lúc')),
                ('decided_by', models.CharField(blank=True, max_length=300, verbose_name='người quyết định')),
            ],
            options={
                'verbose_name': 'kiến nghị trùng lặp',
                'verbose_name_plural': 'kiến nghị trùng lặp',
                'ordering': ['-score', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'confirmed'), models.Q(('kind', ''), _negated=True)), models.Q(models.Q(('state', 'confirmed'), _negated=True), ('kind', '')), _connector='OR'), name='petitions_repeat_confirmed_as_something')],
            },
        ),
        migrations.CreateModel(
            name='Trait',
            fields=[
                ('pk', models.CompositePrimaryKey('term', 'keeper', 'petition', blank=True, editable=False, primary_key=True, serialize=False)),
                ('term', models.IntegerField()),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ')),
                ('petition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='traits', to='petitions.petition')),
            ],
            options={
                'verbose_name': 'dấu hiệu so trùng',
                'verbose_name_plural': 'dấu hiệu so trùng',
            },
        ),
        migrations.AddField(
            model_name='petition',
            name='joined_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='voiced', to='petitions.petition', verbose_name='gộp vào kiến nghị'),
        ),
        migrations.AddConstraint(
            model_name='petition',
            constraint=models.CheckConstraint(condition=models.Q(('joined_to__isnull', True), models.Q(('joined_to', models.F('id')), _negated=True), _connector='OR'), name='petitions_joined_to_another'),
        ),
        migrations.AddField(
            model_name='repeat',
            name='earlier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='later_links', to='petitions.petition', verbose_name='kiến nghị trước'),
        ),
        migrations.AddField(
            model_name='repeat',
            name='keeper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='nơi theo dõi'),
        ),
        migrations.AddField(
            model_name='repeat',
            name='later',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_links', to='petitions.petition', verbose_name='kiến nghị sau'),
        ),
        migrations.AddIndex(
            model_name='repeat',
            index=models.Index(fields=['keeper', 'state', '-score'], name='petitions_repeat_queue'),
        ),
        migrations.AddConstraint(
            model_name='repeat',
            constraint=models.UniqueConstraint(fields=('later', 'earlier'), name='petitions_repeat_once'),
        ),
        migrations.AddConstraint(
            model_name='repeat',
            constraint=models.CheckConstraint(condition=models.Q(('later', models.F('earlier')), _negated=True), name='petitions_repeat_of_another'),
        ),
    ]
