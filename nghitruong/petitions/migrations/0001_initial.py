import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contacts', '0001_initial'),
        ('documents', '0001_initial'),
        ('meetings', '0001_initial'),
        ('organisation', '0001_initial'),
        ('territory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Field',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='mã')),
                ('name', models.CharField(max_length=160, verbose_name='tên')),
                ('sort_key', models.CharField(max_length=60)),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='petitions.field')),
            ],
            options={
                'verbose_name': 'lĩnh vực',
                'verbose_name_plural': 'lĩnh vực',
                'ordering': ['sort_key'],
                'constraints': [models.UniqueConstraint(fields=('council', 'code'), name='petitions_field_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='tên tệp')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('by', models.CharField(max_length=200, verbose_name='người nhập')),
                ('rows', models.PositiveIntegerField(verbose_name='số dòng')),
                ('accepted', models.PositiveIntegerField(verbose_name='đã nhận')),
                ('unchanged', models.PositiveIntegerField(verbose_name='không đổi')),
                ('rejected', models.JSONField(default=list, verbose_name='bị loại')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='documents.storedfile', verbose_name='tệp')),
                ('point', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contacts.point', verbose_name='buổi')),
            ],
            options={
                'verbose_name': 'lần nhập tệp',
                'verbose_name_plural': 'lần nhập tệp',
            },
        ),
        migrations.CreateModel(
            name='Petition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='mã')),
                ('year', models.PositiveSmallIntegerField()),
                ('seq', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('petition', 'kiến nghị'), ('opinion', 'ý kiến'), ('thanks', 'cảm ơn, ghi nhận')], default='petition', max_length=8, verbose_name='phân loại')),
                ('text', models.TextField(verbose_name='nội dung')),
                ('channel', models.CharField(choices=[('contact', 'tiếp xúc cử tri'), ('written', 'văn bản, đơn gửi'), ('reception', 'tiếp công dân'), ('online', 'cổng, ứng dụng'), ('other', 'nguồn khác')], default='contact', max_length=10, verbose_name='nguồn')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='nơi nêu')),
                ('voter', models.CharField(blank=True, max_length=200, verbose_name='cử tri')),
                ('voices', models.PositiveIntegerField(default=1, verbose_name='số người cùng kiến nghị')),
                ('received_on', models.DateField(db_index=True, verbose_name='ngày tiếp nhận')),
                ('level', models.CharField(blank=True, choices=[('central', 'trung ương'), ('province', 'cấp tỉnh'), ('district', 'cấp huyện'), ('commune', 'cấp xã')], max_length=8, verbose_name='thẩm quyền')),
                ('state', models.CharField(choices=[('received', 'đã tiếp nhận'), ('sorted', 'đã phân loại'), ('forwarded', 'đã chuyển giải quyết'), ('returned', 'bị trả lại, không đúng thẩm quyền'), ('answered', 'đã trả lời'), ('reopened', 'đã mở lại'), ('accepted', 'đã chấp nhận kết quả'), ('closed', 'đã kết thúc'), ('noted', 'đã ghi nhận, không phải kiến nghị')], default='received', max_length=10, verbose_name='trạng thái')),
                ('forwarded_on', models.DateField(blank=True, null=True, verbose_name='ngày chuyển')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='hạn trả lời')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='ngày trả lời')),
                ('outcome', models.CharField(blank=True, choices=[('settled', 'đã giải quyết xong'), ('in_progress', 'đang giải quyết'), ('explained', 'giải trình, cung cấp thông tin'), ('planned', 'sẽ giải quyết theo lộ trình'), ('unsettled', 'chưa giải quyết'), ('noted', 'tiếp thu, nghiên cứu')], max_length=12, verbose_name='kết quả trả lời')),
                ('settled_on', models.DateField(blank=True, null=True, verbose_name='ngày giải quyết xong')),
                ('reopened', models.PositiveSmallIntegerField(default=0, verbose_name='số lần mở lại')),
                ('carried', models.PositiveSmallIntegerField(default=0, verbose_name='số kỳ họp chuyển tiếp')),
                ('source_ref', models.CharField(blank=True, max_length=80, verbose_name='mã trong tệp nguồn')),
                ('source', models.JSONField(blank=True, default=dict, verbose_name='nguồn ghi')),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('is_sample', models.BooleanField(default=False, verbose_name='dữ liệu mẫu')),
                ('version', models.PositiveIntegerField(default=1)),
                ('batch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='petitions', to='petitions.importbatch')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='petitions', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('field', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='petitions.field', verbose_name='lĩnh vực')),
                ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_petitions', to='organisation.organ', verbose_name='nơi theo dõi')),
                ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_petitions', to='organisation.organ', verbose_name='cơ quan giải quyết')),
                ('opinion', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='petition', to='contacts.opinion', verbose_name='ý kiến gốc')),
                ('point', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='petitions', to='contacts.point', verbose_name='buổi tiếp xúc')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='petitions', to='meetings.meeting', verbose_name='kỳ họp')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='petitions', to='territory.unit', verbose_name='địa bàn')),
            ],
            options={
                'verbose_name': 'kiến nghị cử tri',
                'verbose_name_plural': 'kiến nghị cử tri',
                'ordering': ['-received_on', '-pk'],
                'indexes': [models.Index(fields=['keeper', 'state', 'due_on'], name='petitions_keeper_state'), models.Index(fields=['keeper', '-received_on', '-id'], name='petitions_keeper_newest'), models.Index(fields=['lead', 'state', 'due_on'], name='petitions_lead_state')],
                'constraints': [models.UniqueConstraint(fields=('council', 'year', 'seq'), name='petitions_numbered'), models.UniqueConstraint(condition=models.Q(('fingerprint', ''), _negated=True), fields=('council', 'fingerprint'), name='petitions_imported_once'), models.CheckConstraint(condition=models.Q(('state__in', ['received', 'sorted', 'noted', 'returned']), models.Q(('forwarded_on__isnull', False), ('lead__isnull', False)), _connector='OR'), name='petitions_forwarded_has_lead'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['answered', 'accepted', 'closed']), _negated=True), models.Q(('answered_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='petitions_answered_has_outcome'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['opinion', 'thanks']), ('state', 'noted')), models.Q(models.Q(('state', 'noted'), _negated=True), ('kind', 'petition')), _connector='OR'), name='petitions_noted_is_no_petition')],
            },
        ),
        migrations.CreateModel(
            name='Coordination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='cơ quan phối hợp')),
                ('petition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='coordinations', to='petitions.petition')),
            ],
            options={
                'verbose_name': 'cơ quan phối hợp',
                'verbose_name_plural': 'cơ quan phối hợp',
                'constraints': [models.UniqueConstraint(fields=('petition', 'organ'), name='petitions_coordination_once')],
            },
        ),
        migrations.CreateModel(
            name='CarryOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='ngày')),
                ('reason', models.CharField(max_length=300, verbose_name='lý do')),
                ('from_session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting', verbose_name='từ kỳ họp')),
                ('to_session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting', verbose_name='sang kỳ họp')),
                ('petition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='carry_overs', to='petitions.petition')),
            ],
            options={
                'verbose_name': 'chuyển kỳ họp',
                'verbose_name_plural': 'chuyển kỳ họp',
                'constraints': [models.UniqueConstraint(fields=('petition', 'to_session'), name='petitions_carried_once')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='ngày trả lời')),
                ('text', models.TextField(verbose_name='nội dung trả lời')),
                ('outcome', models.CharField(choices=[('settled', 'đã giải quyết xong'), ('in_progress', 'đang giải quyết'), ('explained', 'giải trình, cung cấp thông tin'), ('planned', 'sẽ giải quyết theo lộ trình'), ('unsettled', 'chưa giải quyết'), ('noted', 'tiếp thu, nghiên cứu')], max_length=12, verbose_name='kết quả')),
                ('outcome_on', models.DateField(blank=True, null=True, verbose_name='thời hạn theo lộ trình')),
                ('reason', models.CharField(blank=True, choices=[('beyond_competence', 'vượt thẩm quyền'), ('no_budget', 'chưa có kinh phí'), ('needs_law', 'cần sửa đổi quy định của pháp luật'), ('other', 'lý do khác')], max_length=20, verbose_name='lý do chưa giải quyết')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='văn bản trả lời')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='cơ quan trả lời')),
                ('petition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='petitions.petition')),
            ],
            options={
                'verbose_name': 'trả lời',
                'verbose_name_plural': 'trả lời',
                'ordering': ['on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'planned'), _negated=True), ('outcome_on__isnull', False), _connector='OR'), name='petitions_planned_has_date'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'unsettled'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='petitions_unsettled_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='ngày xác minh')),
                ('by', models.CharField(max_length=300, verbose_name='người xác minh')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='nơi xác minh')),
                ('finding', models.CharField(choices=[('passed', 'đạt'), ('partly', 'đạt một phần'), ('failed', 'chưa đạt')], max_length=6, verbose_name='kết luận')),
                ('text', models.TextField(verbose_name='điều đã thấy')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('answer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='petitions.answer', verbose_name='trả lời')),
                ('petition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verifications', to='petitions.petition')),
            ],
            options={
                'verbose_name': 'xác minh',
                'verbose_name_plural': 'xác minh',
                'ordering': ['on', 'pk'],
            },
        ),
    ]
