import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=80, verbose_name='loại hồ sơ')),
                ('object_id', models.BigIntegerField(verbose_name='mã hồ sơ')),
                ('council_id', models.BigIntegerField(blank=True, null=True)),
                ('label', models.CharField(max_length=200, verbose_name='thời hạn')),
                ('number', models.PositiveSmallIntegerField(verbose_name='số ngày')),
                ('day_type', models.CharField(choices=[('calendar', 'ngày'), ('working', 'ngày làm việc')], max_length=10, verbose_name='loại ngày')),
                ('direction', models.CharField(choices=[('after', 'sau sự kiện'), ('before', 'trước sự kiện')], default='after', max_length=10, verbose_name='hướng đếm')),
                ('rolls', models.BooleanField(default=True)),
                ('citation', models.CharField(max_length=300, verbose_name='căn cứ')),
                ('confidence', models.CharField(choices=[('verified', 'đã kiểm chứng'), ('to_confirm', 'chưa kiểm chứng')], max_length=12, verbose_name='độ tin cậy')),
                ('from_on', models.DateField(verbose_name='tính từ ngày')),
                ('from_event', models.CharField(max_length=200, verbose_name='sự kiện')),
                ('due_on', models.DateField(verbose_name='hạn')),
                ('way', models.JSONField(default=list, verbose_name='cách tính')),
                ('state', models.CharField(choices=[('running', 'đang chạy'), ('paused', 'tạm dừng'), ('closed', 'đã đóng')], default='running', max_length=10, verbose_name='trạng thái')),
                ('paused_on', models.DateField(blank=True, null=True, verbose_name='dừng từ ngày')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='đóng ngày')),
            ],
            options={
                'verbose_name': 'đồng hồ thời hạn',
                'verbose_name_plural': 'đồng hồ thời hạn',
                'indexes': [models.Index(fields=['kind', 'object_id'], name='legalclock_clock_subject'), models.Index(fields=['state', 'due_on'], name='legalclock_clock_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', 'closed')), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on__isnull', True)), _connector='OR'), name='legalclock_closed_has_day'), models.CheckConstraint(condition=models.Q(models.Q(('paused_on__isnull', False), ('state', 'paused')), models.Q(('state', 'paused'), _negated=True), _connector='OR'), name='legalclock_paused_has_day')],
            },
        ),
        migrations.CreateModel(
            name='Year',
            fields=[
                ('number', models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name='năm')),
                ('citation', models.CharField(max_length=300, verbose_name='căn cứ')),
                ('is_forecast', models.BooleanField(default=False, verbose_name='dự kiến')),
                ('confidence', models.CharField(choices=[('verified', 'đã kiểm chứng'), ('to_confirm', 'chưa kiểm chứng')], default='to_confirm', max_length=12, verbose_name='độ tin cậy')),
            ],
            options={
                'verbose_name': 'bảng ngày nghỉ của năm',
                'verbose_name_plural': 'bảng ngày nghỉ của năm',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='số ngày')),
                ('day_type', models.CharField(choices=[('calendar', 'ngày'), ('working', 'ngày làm việc')], max_length=10, verbose_name='loại ngày')),
                ('on', models.DateField(verbose_name='gia hạn ngày')),
                ('reason', models.CharField(max_length=300, verbose_name='lý do')),
                ('citation', models.CharField(blank=True, max_length=300, verbose_name='căn cứ')),
                ('clock', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='legalclock.clock', verbose_name='đồng hồ')),
            ],
            options={
                'verbose_name': 'gia hạn',
                'verbose_name_plural': 'gia hạn',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Rule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_index=True, max_length=60, verbose_name='mã quy tắc')),
                ('law_id', models.CharField(blank=True, max_length=20, verbose_name='số hiệu tra cứu')),
                ('council_id', models.BigIntegerField(blank=True, db_index=True, null=True, verbose_name='Hội đồng nhân dân')),
                ('label', models.CharField(max_length=200, verbose_name='tên')),
                ('dates', models.CharField(max_length=300, verbose_name='ấn định')),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số ngày')),
                ('day_type', models.CharField(choices=[('calendar', 'ngày'), ('working', 'ngày làm việc')], max_length=10, verbose_name='loại ngày')),
                ('direction', models.CharField(choices=[('after', 'sau sự kiện'), ('before', 'trước sự kiện')], default='after', max_length=10, verbose_name='hướng đếm')),
                ('counts_from', models.CharField(max_length=200, verbose_name='tính từ')),
                ('rolls', models.BooleanField(default=True, verbose_name='lùi sang ngày làm việc kế tiếp')),
                ('citation', models.CharField(max_length=300, verbose_name='căn cứ')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='áp dụng từ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='áp dụng đến')),
                ('confidence', models.CharField(choices=[('verified', 'đã kiểm chứng'), ('to_confirm', 'chưa kiểm chứng')], default='to_confirm', max_length=12, verbose_name='độ tin cậy')),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='ghi chú')),
                ('confirmed_by', models.CharField(blank=True, max_length=300, verbose_name='người xác nhận')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='xác nhận lúc')),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'verbose_name': 'quy tắc thời hạn',
                'verbose_name_plural': 'quy tắc thời hạn',
                'ordering': ['key', 'valid_from', 'pk'],
                'constraints': [models.UniqueConstraint(models.F('key'), django.db.models.functions.comparison.Coalesce('council_id', 0), django.db.models.functions.comparison.Coalesce('valid_from', datetime.date(1, 1, 1)), name='legalclock_rule_once'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_from__lte', models.F('valid_to')), _connector='OR'), name='legalclock_rule_in_order')],
            },
        ),
        migrations.AddField(
            model_name='clock',
            name='rule',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='legalclock.rule', verbose_name='quy tắc'),
        ),
        migrations.CreateModel(
            name='Day',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(unique=True, verbose_name='ngày')),
                ('kind', models.CharField(choices=[('holiday', 'ngày lễ'), ('compensatory', 'ngày nghỉ bù'), ('swapped_off', 'ngày nghỉ hoán đổi'), ('swapped_on', 'ngày làm bù')], max_length=12, verbose_name='loại')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('swapped_with', models.DateField(blank=True, null=True, verbose_name='hoán đổi với')),
                ('citation', models.CharField(max_length=300, verbose_name='căn cứ')),
                ('is_forecast', models.BooleanField(default=False, verbose_name='dự kiến')),
                ('confidence', models.CharField(choices=[('verified', 'đã kiểm chứng'), ('to_confirm', 'chưa kiểm chứng')], default='verified', max_length=12, verbose_name='độ tin cậy')),
                ('version', models.PositiveIntegerField(default=1)),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='days', to='legalclock.year', verbose_name='bảng của năm')),
            ],
            options={
                'verbose_name': 'ngày nghỉ, ngày làm bù',
                'verbose_name_plural': 'ngày nghỉ, ngày làm bù',
                'ordering': ['on'],
            },
        ),
        migrations.CreateModel(
            name='Pause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='từ ngày')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('reason', models.CharField(max_length=300, verbose_name='lý do')),
                ('clock', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='legalclock.clock', verbose_name='đồng hồ')),
            ],
            options={
                'verbose_name': 'khoảng tạm dừng',
                'verbose_name_plural': 'khoảng tạm dừng',
                'ordering': ['from_on', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on__isnull', True)), fields=('clock',), name='legalclock_one_open_pause')],
            },
        ),
    ]
