import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('legalclock', '0002_calendar_and_rules'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Obligation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('debtor_person', models.CharField(blank=True, max_length=200, verbose_name='người chịu trách nhiệm')),
                ('nature', models.CharField(choices=[('answer', 'trả lời'), ('coordination', 'phối hợp trả lời'), ('commitment', 'lời hứa, cam kết'), ('task', 'công việc phải làm')], max_length=12, verbose_name='loại')),
                ('what', models.CharField(max_length=500, verbose_name='phải làm')),
                ('subject_kind', models.CharField(max_length=80)),
                ('subject_id', models.BigIntegerField()),
                ('subject_label', models.CharField(max_length=300, verbose_name='thuộc việc')),
                ('opened_by', models.CharField(max_length=80, verbose_name='phát sinh từ')),
                ('opened_on', models.DateField(verbose_name='phát sinh ngày')),
                ('quote', models.CharField(blank=True, max_length=1000, verbose_name='nguyên văn')),
                ('due_on', models.DateField(blank=True, db_index=True, null=True, verbose_name='hạn')),
                ('due_basis', models.CharField(blank=True, max_length=300, verbose_name='căn cứ của hạn')),
                ('dated_on', models.DateField(verbose_name='hạn đặt ngày')),
                ('state', models.CharField(choices=[('open', 'đang thực hiện'), ('fulfilled', 'đã báo cáo, chờ chấp nhận'), ('accepted', 'đã được chấp nhận'), ('cancelled', 'đã hủy')], default='open', max_length=10, verbose_name='trạng thái')),
                ('evidence', models.CharField(blank=True, max_length=1000, verbose_name='kết quả, bằng chứng')),
                ('fulfilled_on', models.DateField(blank=True, null=True, verbose_name='báo cáo xong ngày')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='đóng ngày')),
                ('closed_because', models.CharField(blank=True, max_length=500, verbose_name='lý do đóng')),
                ('escalation', models.PositiveSmallIntegerField(choices=[(0, 'chưa đôn đốc'), (1, 'đôn đốc lần đầu'), (2, 'đôn đốc tiếp'), (3, 'đề nghị cấp có thẩm quyền xử lý'), (4, 'đưa ra phiên giải trình'), (5, 'đưa ra chất vấn'), (6, 'giám sát lại'), (7, 'báo cáo Hội đồng nhân dân')], default=0, verbose_name='mức đôn đốc')),
                ('version', models.PositiveIntegerField(default=1)),
                ('clock', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='legalclock.clock', verbose_name='đồng hồ')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('creditor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='organisation.organ', verbose_name='bên có quyền')),
                ('debtor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='debts', to='organisation.organ', verbose_name='bên có nghĩa vụ')),
            ],
            options={
                'verbose_name': 'nghĩa vụ',
                'verbose_name_plural': 'nghĩa vụ',
                'indexes': [models.Index(fields=['subject_kind', 'subject_id'], name='obligations_subject'), models.Index(fields=['council', 'state', 'due_on'], name='obligations_council_due'), models.Index(fields=['debtor', 'state', 'due_on'], name='obligations_debtor_due'), models.Index(fields=['creditor', 'state', 'due_on'], name='obligations_creditor_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'accepted'), _negated=True), models.Q(models.Q(('evidence', ''), _negated=True), ('closed_on__isnull', False)), _connector='OR'), name='obligations_accepted_has_evidence'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), models.Q(models.Q(('closed_because', ''), _negated=True), ('closed_on__isnull', False)), _connector='OR'), name='obligations_cancelled_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'fulfilled'), _negated=True), models.Q(models.Q(('evidence', ''), _negated=True), ('fulfilled_on__isnull', False)), _connector='OR'), name='obligations_fulfilled_has_evidence'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['open', 'fulfilled']), _negated=True), ('closed_on__isnull', True), _connector='OR'), name='obligations_running_is_not_closed')],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='ngày')),
                ('reason', models.CharField(max_length=300, verbose_name='lý do')),
                ('from_organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='từ')),
                ('to_organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='sang')),
                ('obligation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handovers', to='obligations.obligation')),
            ],
            options={
                'verbose_name': 'chuyển nghĩa vụ',
                'verbose_name_plural': 'chuyển nghĩa vụ',
            },
        ),
        migrations.CreateModel(
            name='Reminding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('point', models.SmallIntegerField(choices=[(-15, 'trước hạn 15 ngày'), (-7, 'trước hạn 7 ngày'), (-3, 'trước hạn 3 ngày'), (3, 'quá hạn 3 ngày'), (7, 'quá hạn 7 ngày'), (15, 'quá hạn 15 ngày')], verbose_name='mốc')),
                ('due_on', models.DateField(verbose_name='hạn khi nhắc')),
                ('sent', models.BooleanField(default=True, verbose_name='đã gửi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('obligation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remindings', to='obligations.obligation')),
            ],
            options={
                'verbose_name': 'lần nhắc',
                'verbose_name_plural': 'lần nhắc',
                'constraints': [models.UniqueConstraint(fields=('obligation', 'point', 'due_on'), name='obligations_reminded_once')],
            },
        ),
    ]
