import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('territory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Organ',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('council', 'Hội đồng nhân dân'), ('standing_committee', 'Thường trực Hội đồng nhân dân'), ('committee', 'Ban của Hội đồng nhân dân'), ('delegate_group', 'Tổ đại biểu Hội đồng nhân dân'), ('peoples_committee', 'Ủy ban nhân dân'), ('department', 'cơ quan chuyên môn'), ('fatherland_front', 'Ủy ban Mặt trận Tổ quốc Việt Nam'), ('national_delegation', 'Đoàn đại biểu Quốc hội'), ('office', 'Văn phòng'), ('other', 'cơ quan, tổ chức khác')], max_length=20, verbose_name='loại')),
                ('field', models.CharField(blank=True, choices=[('legal', 'Pháp chế'), ('economy_budget', 'Kinh tế - Ngân sách'), ('culture_society', 'Văn hóa - Xã hội'), ('economy_society', 'Kinh tế - Xã hội'), ('urban', 'Đô thị'), ('ethnic', 'Dân tộc')], max_length=16, verbose_name='lĩnh vực của Ban')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('short_name', models.CharField(blank=True, max_length=100, verbose_name='tên gọi tắt')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='ký hiệu')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='có từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='căn cứ')),
                ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='số dân')),
                ('is_mountain_or_island', models.BooleanField(default=False, verbose_name='miền núi, hải đảo')),
                ('folded', models.CharField(blank=True, db_index=True, max_length=260)),
                ('sort_key', models.CharField(blank=True, db_index=True, max_length=260)),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organs', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisation.organ', verbose_name='cơ quan chủ quản')),
                ('predecessors', models.ManyToManyField(blank=True, related_name='successors', to='organisation.organ')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organs', to='territory.unit', verbose_name='địa bàn')),
            ],
            options={
                'verbose_name': 'cơ quan, tổ chức',
                'verbose_name_plural': 'cơ quan, tổ chức',
                'ordering': ['sort_key'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'committee'), _negated=True), models.Q(('field', ''), _negated=True), _connector='OR'), name='organisation_committee_has_field'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_from__lte', models.F('valid_to')), _connector='OR'), name='organisation_organ_period_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='họ và tên')),
                ('title', models.CharField(blank=True, max_length=20, verbose_name='danh xưng')),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='ngày sinh')),
                ('born_in', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='năm sinh')),
                ('is_female', models.BooleanField(blank=True, null=True, verbose_name='nữ')),
                ('ethnicity', models.CharField(blank=True, max_length=40, verbose_name='dân tộc')),
                ('is_minority', models.BooleanField(blank=True, null=True, verbose_name='dân tộc thiểu số')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='điện thoại')),
                ('folded', models.CharField(blank=True, db_index=True, max_length=200)),
                ('sort_key', models.CharField(blank=True, db_index=True, max_length=260)),
                ('is_sample', models.BooleanField(default=False, verbose_name='dữ liệu mẫu')),
                ('version', models.PositiveIntegerField(default=1)),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='tài khoản')),
            ],
            options={
                'verbose_name': 'người',
                'verbose_name_plural': 'người',
                'ordering': ['sort_key'],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='khóa')),
                ('number_basis', models.CharField(blank=True, max_length=300, verbose_name='căn cứ số khóa')),
                ('starts_on', models.DateField(verbose_name='từ ngày')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('years', models.CharField(max_length=9, verbose_name='nhiệm kỳ')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số đại biểu được bầu')),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
            ],
            options={
                'verbose_name': 'nhiệm kỳ',
                'verbose_name_plural': 'nhiệm kỳ',
                'ordering': ['-starts_on'],
                'constraints': [models.UniqueConstraint(fields=('council', 'number', 'starts_on'), name='organisation_term_once'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__lte', models.F('ends_on')), _connector='OR'), name='organisation_term_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('clerk', 'Chuyên viên văn phòng'), ('chair', 'Chủ tịch Hội đồng nhân dân'), ('vice_chair', 'Phó Chủ tịch Hội đồng nhân dân'), ('standing_member', 'Ủy viên Thường trực Hội đồng nhân dân'), ('committee_head', 'Trưởng Ban'), ('committee_deputy', 'Phó Trưởng Ban'), ('committee_member', 'Ủy viên Ban'), ('group_head', 'Tổ trưởng Tổ đại biểu'), ('group_deputy', 'Tổ phó Tổ đại biểu'), ('delegate', 'Đại biểu Hội đồng nhân dân'), ('agency_head', 'Thủ trưởng cơ quan'), ('agency_officer', 'Chuyên viên cơ quan'), ('pc_chair', 'Chủ tịch Ủy ban nhân dân'), ('pc_member', 'Ủy viên Ủy ban nhân dân'), ('front_officer', 'Cán bộ Mặt trận Tổ quốc'), ('upper_office', 'Chuyên viên văn phòng cấp trên'), ('auditor', 'Người kiểm tra nhật ký'), ('administrator', 'Quản trị hệ thống')], max_length=20, verbose_name='vai trò')),
                ('title', models.CharField(blank=True, max_length=160, verbose_name='chức danh')),
                ('is_full_time', models.BooleanField(default=False, verbose_name='chuyên trách')),
                ('valid_from', models.DateField(verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('ended_because', models.CharField(blank=True, max_length=200, verbose_name='lý do thôi')),
                ('version', models.PositiveIntegerField(default=1)),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisation.organ', verbose_name='cơ quan')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisation.person', verbose_name='người')),
                ('term', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisation.term', verbose_name='nhiệm kỳ')),
            ],
            options={
                'verbose_name': 'chức vụ, vai trò',
                'verbose_name_plural': 'chức vụ, vai trò',
                'ordering': ['-valid_from', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('person', 'organ', 'role', 'valid_from'), name='organisation_membership_once'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_from__lte', models.F('valid_to')), _connector='OR'), name='organisation_membership_in_order')],
            },
        ),
    ]
