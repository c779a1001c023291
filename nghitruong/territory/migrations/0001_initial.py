import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(db_index=True, max_length=5, verbose_name='mã')),
                ('name', models.CharField(max_length=120, verbose_name='tên')),
                ('level', models.CharField(choices=[('province', 'cấp tỉnh'), ('district', 'cấp huyện'), ('commune', 'cấp xã')], max_length=10, verbose_name='cấp')),
                ('type', models.CharField(choices=[('tinh', 'tỉnh'), ('thanh_pho_tw', 'thành phố trực thuộc trung ương'), ('huyen', 'huyện'), ('quan', 'quận'), ('thi_xa', 'thị xã'), ('thanh_pho', 'thành phố thuộc tỉnh, thuộc thành phố trực thuộc trung ương'), ('xa', 'xã'), ('phuong', 'phường'), ('thi_tran', 'thị trấn'), ('dac_khu', 'đặc khu')], max_length=14, verbose_name='loại')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='có từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='căn cứ')),
                ('folded', models.CharField(db_index=True, max_length=160, verbose_name='tên không dấu')),
                ('sort_key', models.CharField(db_index=True, max_length=200, verbose_name='khóa sắp xếp')),
                ('latitude', models.FloatField(blank=True, null=True, verbose_name='vĩ độ')),
                ('longitude', models.FloatField(blank=True, null=True, verbose_name='kinh độ')),
                ('by_hand', models.BooleanField(default=False, verbose_name='do người quản trị ghi')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='lần sửa')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='territory.unit', verbose_name='trực thuộc')),
            ],
            options={
                'verbose_name': 'đơn vị hành chính',
                'verbose_name_plural': 'đơn vị hành chính',
                'ordering': ['sort_key'],
                'constraints': [models.UniqueConstraint(fields=('level', 'code', 'valid_from'), name='territory_unit_code_and_period'), models.UniqueConstraint(condition=models.Q(('valid_from__isnull', True)), fields=('level', 'code'), name='territory_unit_code_without_start'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_from__lte', models.F('valid_to')), _connector='OR'), name='territory_unit_period_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extent', models.PositiveSmallIntegerField(choices=[(1, 'toàn bộ'), (2, 'một phần')], default=1, verbose_name='phạm vi')),
                ('on', models.DateField(verbose_name='từ ngày')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='căn cứ')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='territory.unit', verbose_name='đơn vị trước')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origins', to='territory.unit', verbose_name='đơn vị kế thừa')),
            ],
            options={
                'verbose_name': 'kế thừa đơn vị hành chính',
                'verbose_name_plural': 'kế thừa đơn vị hành chính',
                'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='territory_succession_once'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='territory_succession_between_two')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_to', models.DateField(verbose_name='đến hết ngày')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former_children', to='territory.unit', verbose_name='trực thuộc')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='territory.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'trực thuộc trước đây',
                'verbose_name_plural': 'trực thuộc trước đây',
                'constraints': [models.UniqueConstraint(fields=('unit', 'valid_to'), name='territory_placement_once')],
            },
        ),
    ]
