import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
        ('territory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('contact', 'buổi tiếp xúc cử tri'), ('session', 'kỳ họp'), ('standing', 'phiên họp Thường trực'), ('verification', 'buổi xác minh'), ('other', 'cuộc họp khác')], max_length=14, verbose_name='loại')),
                ('title', models.CharField(max_length=300, verbose_name='tên')),
                ('mode', models.CharField(choices=[('in_person', 'trực tiếp'), ('online', 'trực tuyến'), ('mixed', 'trực tiếp kết hợp trực tuyến'), ('written', 'bằng văn bản, không họp')], default='in_person', max_length=10, verbose_name='hình thức')),
                ('starts_at', models.DateTimeField(db_index=True, verbose_name='bắt đầu')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='kết thúc')),
                ('place', models.CharField(max_length=300, verbose_name='địa điểm')),
                ('chair', models.CharField(blank=True, max_length=200, verbose_name='chủ trì')),
                ('state', models.CharField(choices=[('planned', 'đã lên lịch'), ('held', 'đã diễn ra'), ('cancelled', 'đã hủy')], default='planned', max_length=10, verbose_name='trạng thái')),
                ('people_present', models.PositiveIntegerField(blank=True, null=True, verbose_name='số người dự')),
                ('speakers', models.PositiveIntegerField(blank=True, null=True, verbose_name='số người phát biểu')),
                ('note', models.TextField(blank=True, verbose_name='ghi chú')),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kỳ họp thứ')),
                ('session_type', models.CharField(blank=True, choices=[('regular', 'thường lệ'), ('thematic', 'chuyên đề'), ('ad_hoc', 'giải quyết công việc phát sinh đột xuất')], max_length=10, verbose_name='loại kỳ họp')),
                ('cancelled_because', models.CharField(blank=True, max_length=300, verbose_name='lý do hủy')),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organ', verbose_name='đơn vị chủ nhà')),
                ('term', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='organisation.term', verbose_name='nhiệm kỳ')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.unit', verbose_name='địa bàn')),
            ],
            options={
                'verbose_name': 'cuộc họp',
                'verbose_name_plural': 'cuộc họp',
                'ordering': ['-starts_at'],
                'indexes': [models.Index(fields=['council', 'kind', '-starts_at'], name='meetings_council_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='meetings_in_order'), models.CheckConstraint(condition=models.Q(('kind', 'session'), models.Q(('number__isnull', True), ('session_type', ''), ('term__isnull', True)), _connector='OR'), name='meetings_only_sessions_numbered'), models.UniqueConstraint(condition=models.Q(('kind', 'session'), ('term__isnull', False), models.Q(('state', 'cancelled'), _negated=True)), fields=('council', 'term', 'number'), name='meetings_session_numbered'), models.UniqueConstraint(condition=models.Q(('kind', 'session'), ('term__isnull', True), models.Q(('state', 'cancelled'), _negated=True)), fields=('council', 'number'), name='meetings_session_numbered_without_term')],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('guest', models.CharField(blank=True, max_length=200, verbose_name='khách')),
                ('part', models.CharField(choices=[('delegate', 'đại biểu'), ('agency', 'cơ quan dự, trả lời'), ('front', 'Mặt trận Tổ quốc'), ('secretary', 'thư ký, ghi biên bản'), ('guest', 'khách mời')], default='delegate', max_length=9, verbose_name='tham dự với tư cách')),
                ('presence', models.CharField(choices=[('invited', 'được mời, phân công'), ('present', 'có mặt'), ('excused', 'vắng có lý do'), ('absent', 'vắng không lý do')], default='invited', max_length=8, verbose_name='có mặt')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='lý do vắng')),
                ('membership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='organisation.membership', verbose_name='người dự')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='meetings.meeting')),
            ],
            options={
                'verbose_name': 'điểm danh',
                'verbose_name_plural': 'điểm danh',
                'ordering': ['part', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('membership__isnull', False)), fields=('meeting', 'membership'), name='meetings_attendance_once'), models.UniqueConstraint(condition=models.Q(('membership__isnull', True)), fields=('meeting', 'guest'), name='meetings_guest_once'), models.CheckConstraint(condition=models.Q(('membership__isnull', False), models.Q(('guest', ''), _negated=True), _connector='OR'), name='meetings_attendance_has_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('presence', 'excused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='meetings_excused_has_reason')],
            },
        ),
    ]
