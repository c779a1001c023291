import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0002_name_recordings'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', models.CharField(choices=[('month', 'tháng'), ('quarter', 'quý'), ('half_year', '6 tháng'), ('nine_months', '9 tháng'), ('year', 'năm'), ('term', 'nhiệm kỳ')], max_length=12, verbose_name='kỳ báo cáo')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(verbose_name='đến ngày')),
                ('as_of', models.DateField(verbose_name='số liệu tính đến ngày')),
                ('with_lower', models.BooleanField(default=False, verbose_name='gồm cả các Hội đồng nhân dân cấp dưới')),
                ('state', models.CharField(choices=[('draft', 'dự thảo'), ('signed', 'đã ký, số liệu đã chốt')], default='draft', max_length=8, verbose_name='trạng thái')),
                ('computed_at', models.DateTimeField(verbose_name='tính lúc')),
                ('compared_at', models.DateTimeField(blank=True, null=True, verbose_name='đối chiếu lúc')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='ngày ký')),
                ('signer', models.CharField(blank=True, max_length=200, verbose_name='người ký')),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='văn bản')),
            ],
            options={
                'verbose_name': 'báo cáo định kỳ',
                'verbose_name_plural': 'báo cáo định kỳ',
                'ordering': ['-until', '-pk'],
                'indexes': [models.Index(fields=['council', '-until'], name='reports_council_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('since__lte', models.F('until'))), name='reports_in_order'), models.CheckConstraint(condition=models.Q(('as_of__gte', models.F('since'))), name='reports_as_of_not_before'), models.CheckConstraint(condition=models.Q(models.Q(('signed_on__isnull', False), ('signer__gt', ''), ('state', 'signed')), models.Q(('signed_on__isnull', True), ('signer', ''), ('state', 'draft')), _connector='OR'), name='reports_signed_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(choices=[('sessions', 'Kỳ họp và các phiên họp'), ('contacts', 'Tiếp xúc cử tri'), ('petitions', 'Kiến nghị của cử tri'), ('tasks', 'Lời hứa và công việc được giao'), ('stated', 'Số liệu nêu trong văn bản')], max_length=12, verbose_name='phần')),
                ('place', models.PositiveSmallIntegerField()),
                ('proposed', models.TextField(blank=True, verbose_name='câu đề xuất')),
                ('text', models.TextField(blank=True, verbose_name='câu')),
                ('keys', models.JSONField(default=list)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='reports.report')),
            ],
            options={
                'verbose_name': 'câu của báo cáo',
                'verbose_name_plural': 'câu của báo cáo',
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('report', 'place'), name='reports_passage_placed')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40)),
                ('place', models.PositiveSmallIntegerField()),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='số')),
                ('low', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='từ')),
                ('high', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='đến')),
                ('records', models.JSONField(default=list)),
                ('again', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='tính lại')),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='reports.report')),
            ],
            options={
                'verbose_name': 'số liệu của báo cáo',
                'verbose_name_plural': 'số liệu của báo cáo',
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('council__isnull', True)), fields=('report', 'key'), name='reports_figure_once'), models.UniqueConstraint(condition=models.Q(('council__isnull', False)), fields=('report', 'key', 'council'), name='reports_figure_once_a_council'), models.CheckConstraint(condition=models.Q(models.Q(('high__isnull', True), ('low__isnull', True)), ('low__lte', models.F('high')), _connector='OR'), name='reports_range_in_order')],
            },
        ),
    ]
