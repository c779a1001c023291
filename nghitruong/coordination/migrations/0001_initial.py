import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0002_name_recordings'),
        ('meetings', '0002_parties_sites_agenda'),
        ('obligations', '0001_initial'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('lead', 'chủ trì'), ('helps', 'phối hợp')], default='lead', max_length=5, verbose_name='vai trò')),
                ('percent', models.PositiveSmallIntegerField(default=0, verbose_name='đã làm (%)')),
                ('obligation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='obligations.obligation', verbose_name='nghĩa vụ')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='cơ quan')),
            ],
            options={
                'verbose_name': 'phân công',
                'verbose_name_plural': 'phân công',
                'ordering': ['part', 'organ__sort_key', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('percent__lte', 100)), name='coordination_percent_of_100')],
            },
        ),
        migrations.CreateModel(
            name='ConclusionNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amended_because', models.CharField(blank=True, max_length=300, verbose_name='lý do sửa đổi')),
                ('title', models.CharField(max_length=500, verbose_name='trích yếu')),
                ('held_on', models.DateField(verbose_name='ngày họp')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='nơi họp')),
                ('chairs', models.CharField(blank=True, max_length=300, verbose_name='chủ trì')),
                ('attendants', models.TextField(blank=True, verbose_name='thành phần dự')),
                ('results', models.TextField(blank=True, verbose_name='kết quả đạt được')),
                ('limitations', models.TextField(blank=True, verbose_name='tồn tại, hạn chế')),
                ('recipients_text', models.TextField(blank=True, verbose_name='nơi nhận khác')),
                ('capacity', models.CharField(blank=True, choices=[('TM', 'TM. (thay mặt)'), ('TL', 'TL. (thừa lệnh)'), ('TUQ', 'TUQ. (thừa ủy quyền)'), ('Q', 'Q. (quyền)'), ('', 'người đứng đầu tự ký')], default='TL', max_length=3, verbose_name='ký với tư cách')),
                ('signer_for', models.CharField(blank=True, max_length=120, verbose_name='ký thay chức vụ')),
                ('signer_title', models.CharField(blank=True, max_length=120, verbose_name='chức vụ người ký')),
                ('signer', models.CharField(blank=True, max_length=200, verbose_name='người ký')),
                ('state', models.CharField(choices=[('draft', 'dự thảo'), ('issued', 'đã ban hành'), ('discarded', 'đã bỏ dự thảo')], default='draft', max_length=9, verbose_name='trạng thái')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='ngày ban hành')),
                ('discarded_because', models.CharField(blank=True, max_length=300, verbose_name='lý do bỏ')),
                ('drafted_at', models.DateTimeField(verbose_name='soạn lúc')),
                ('is_sample', models.BooleanField(default=False, verbose_name='dữ liệu mẫu')),
                ('version', models.PositiveIntegerField(default=1)),
                ('amends', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='coordination.conclusionnotice', verbose_name='sửa đổi thông báo')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conclusion_notices', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conclusion_notices', to='meetings.meeting', verbose_name='cuộc họp')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='cơ quan kết luận')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='văn bản nguồn')),
            ],
            options={
                'verbose_name': 'thông báo kết luận',
                'verbose_name_plural': 'thông báo kết luận',
                'ordering': ['-held_on', '-pk'],
                'indexes': [models.Index(fields=['council', 'state', '-held_on'], name='coordination_council_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'issued'), _negated=True), models.Q(('issued_on__isnull', False), models.Q(('number', ''), _negated=True)), _connector='OR'), name='coordination_issued_is_numbered'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'discarded'), _negated=True), models.Q(('discarded_because', ''), _negated=True), _connector='OR'), name='coordination_discarded_has_reason'), models.CheckConstraint(condition=models.Q(('amends__isnull', True), models.Q(('amended_because', ''), _negated=True), _connector='OR'), name='coordination_amendment_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('percent', models.PositiveSmallIntegerField(verbose_name='đã làm (%)')),
                ('words', models.CharField(max_length=1000, verbose_name='kết quả, khó khăn')),
                ('on', models.DateField(verbose_name='ngày')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('by', models.CharField(max_length=300, verbose_name='người báo cáo')),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='coordination.assignment')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='tài liệu')),
            ],
            options={
                'verbose_name': 'báo cáo tiến độ',
                'verbose_name_plural': 'báo cáo tiến độ',
                'ordering': ['-at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('percent__lte', 100)), name='coordination_report_of_100')],
            },
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('received_at', models.DateTimeField(blank=True, null=True, verbose_name='nhận lúc')),
                ('received_by', models.CharField(blank=True, max_length=300, verbose_name='người nhận')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='coordination.conclusionnotice')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='nơi nhận')),
            ],
            options={
                'verbose_name': 'nơi nhận',
                'verbose_name_plural': 'nơi nhận',
                'ordering': ['organ__sort_key', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('notice', 'organ'), name='coordination_sent_once'), models.CheckConstraint(condition=models.Q(models.Q(('received_at__isnull', True), ('received_by', '')), models.Q(('received_at__isnull', False), models.Q(('received_by', ''), _negated=True)), _connector='OR'), name='coordination_receipt_says_who')],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('kind', models.CharField(choices=[('task', 'nhiệm vụ'), ('answer', 'trả lời bằng văn bản'), ('proposal', 'đề xuất, kiến nghị lên cấp trên')], default='task', max_length=8, verbose_name='loại')),
                ('section', models.CharField(blank=True, max_length=40, verbose_name='mục')),
                ('addressee', models.CharField(max_length=300, verbose_name='giao cho (theo văn bản)')),
                ('group', models.CharField(blank=True, choices=[('commune_committees', 'Ủy ban nhân dân các xã, phường'), ('commune_standing', 'Thường trực Hội đồng nhân dân các xã, phường'), ('commune_fronts', 'Ủy ban Mặt trận Tổ quốc các xã, phường'), ('committees', 'các Ban của Hội đồng nhân dân'), ('groups', 'các Tổ đại biểu Hội đồng nhân dân'), ('departments', 'các cơ quan chuyên môn')], max_length=20, verbose_name='nhóm cơ quan')),
                ('what', models.CharField(max_length=500, verbose_name='việc phải làm')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='hạn')),
                ('due_words', models.CharField(blank=True, max_length=200, verbose_name='thời hạn theo văn bản')),
                ('quote', models.TextField(blank=True, verbose_name='nguyên văn')),
                ('start', models.PositiveIntegerField(blank=True, null=True, verbose_name='từ vị trí')),
                ('end', models.PositiveIntegerField(blank=True, null=True, verbose_name='đến vị trí')),
                ('version', models.PositiveIntegerField(default=1)),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='coordination.conclusionnotice', verbose_name='thông báo')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='coordination.task', verbose_name='thay cho')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='văn bản nguồn')),
            ],
            options={
                'verbose_name': 'nhiệm vụ, đề xuất',
                'verbose_name_plural': 'nhiệm vụ, đề xuất',
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('notice', 'position'), name='coordination_tasks_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'proposal'), _negated=True), models.Q(('due_on__isnull', True), ('group', '')), _connector='OR'), name='coordination_proposals_owe_nothing'), models.CheckConstraint(condition=models.Q(models.Q(('end__isnull', True), ('start__isnull', True)), models.Q(('end__gte', models.F('start')), models.Q(('quote', ''), _negated=True)), _connector='OR'), name='coordination_quote_has_its_place')],
            },
        ),
        migrations.AddField(
            model_name='assignment',
            name='task',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='coordination.task'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(fields=('task', 'organ'), name='coordination_assigned_once'),
        ),
    ]
