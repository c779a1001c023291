import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0005_keep_stated_figures'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='tên')),
                ('text', models.TextField(blank=True, verbose_name='lời văn')),
                ('notes', models.JSONField(default=list)),
                ('record', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('waiting', 'chờ đọc'), ('running', 'đang đọc'), ('read', 'đã đọc, chờ duyệt'), ('failed', 'không đọc được'), ('cancelled', 'đã dừng đọc'), ('closed', 'đã duyệt xong')], default='waiting', max_length=9, verbose_name='trạng thái')),
                ('pages_done', models.PositiveIntegerField(default=0, verbose_name='số trang đã đọc')),
                ('pages', models.PositiveIntegerField(default=0, verbose_name='số trang')),
                ('failure', models.CharField(blank=True, max_length=500, verbose_name='lý do không đọc được')),
                ('asked_at', models.DateTimeField(verbose_name='đưa vào lúc')),
                ('asked_by', models.CharField(max_length=200, verbose_name='người đưa vào')),
                ('beat_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='đọc xong lúc')),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='documents.storedfile', verbose_name='tệp')),
            ],
            options={
                'verbose_name': 'văn bản đọc vào',
                'verbose_name_plural': 'văn bản đọc vào',
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['council', '-asked_at'], name='intake_council_newest'), models.Index(fields=['state', 'asked_at'], name='intake_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('file__isnull', False), models.Q(('text', ''), _negated=True), _connector='OR'), name='intake_has_a_source'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('failure', ''), _negated=True), _connector='OR'), name='intake_failed_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('kind', models.CharField(choices=[('entry', 'văn bản đến'), ('meeting', 'cuộc họp'), ('task', 'việc được giao'), ('upward', 'đề xuất lên cấp trên'), ('figure', 'số liệu'), ('limitation', 'hạn chế được nêu'), ('cited', 'văn bản được viện dẫn')], max_length=10, verbose_name='loại')),
                ('read', models.JSONField(default=dict)),
                ('data', models.JSONField(default=dict)),
                ('quote', models.TextField(verbose_name='nguyên văn')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('doubt', models.CharField(blank=True, max_length=300, verbose_name='điều ngờ')),
                ('state', models.CharField(choices=[('proposed', 'chờ duyệt'), ('accepted', 'đã nhận'), ('rejected', 'không nhận')], default='proposed', max_length=8, verbose_name='trạng thái')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='lý do')),
                ('made', models.JSONField(default=list)),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='duyệt lúc')),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='intake.documentreading')),
            ],
            options={
                'verbose_name': 'mục đọc được',
                'verbose_name_plural': 'mục đọc được',
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('reading', 'place'), name='intake_proposal_placed'), models.CheckConstraint(condition=models.Q(models.Q(('quote', ''), _negated=True), ('end__gt', models.F('start'))), name='intake_has_words'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'proposed')), models.Q(models.Q(('state', 'proposed'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='intake_decided_when')],
            },
        ),
    ]
