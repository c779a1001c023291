import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('meetings', '0001_initial'),
        ('organisation', '0001_initial'),
        ('territory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('before', 'trước kỳ họp'), ('after', 'sau kỳ họp'), ('thematic', 'chuyên đề'), ('group', 'theo đối tượng'), ('residence', 'nơi cư trú, nơi làm việc'), ('outside', 'ngoài đơn vị bầu cử'), ('personal', 'cá nhân, nhóm cử tri'), ('written', 'thu nhận ý kiến bằng văn bản')], max_length=10, verbose_name='loại đợt')),
                ('title', models.CharField(max_length=300, verbose_name='tên đợt')),
                ('starts_on', models.DateField(verbose_name='từ ngày')),
                ('ends_on', models.DateField(verbose_name='đến ngày')),
                ('plan', models.CharField(blank=True, max_length=100, verbose_name='kế hoạch số')),
                ('state', models.CharField(choices=[('open', 'đang thực hiện'), ('summarised', 'đã tổng hợp')], default='open', max_length=10, verbose_name='trạng thái')),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='organisation.organ', verbose_name='Hội đồng nhân dân')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='meetings.meeting', verbose_name='gắn với kỳ họp')),
            ],
            options={
                'verbose_name': 'đợt tiếp xúc cử tri',
                'verbose_name_plural': 'đợt tiếp xúc cử tri',
                'ordering': ['-starts_on'],
                'constraints': [models.CheckConstraint(condition=models.Q(('starts_on__lte', models.F('ends_on'))), name='contacts_round_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Point',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hamlets', models.CharField(blank=True, max_length=300, verbose_name='thôn, tổ dân phố dự')),
                ('audience', models.CharField(blank=True, max_length=200, verbose_name='đối tượng cử tri')),
                ('groups', models.ManyToManyField(blank=True, related_name='contact_points', to='organisation.organ', verbose_name='Tổ đại biểu')),
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='contact_point', to='meetings.meeting', verbose_name='buổi')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='points', to='contacts.round', verbose_name='đợt')),
            ],
            options={
                'verbose_name': 'điểm tiếp xúc cử tri',
                'verbose_name_plural': 'điểm tiếp xúc cử tri',
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('text', models.TextField(verbose_name='nguyên văn')),
                ('kind', models.CharField(choices=[('petition', 'kiến nghị'), ('opinion', 'ý kiến'), ('thanks', 'cảm ơn, ghi nhận'), ('referred', 'khiếu nại, tố cáo (đã hướng dẫn)')], db_index=True, default='petition', max_length=8, verbose_name='phân loại')),
                ('voter', models.CharField(blank=True, max_length=200, verbose_name='cử tri')),
                ('voter_address', models.CharField(blank=True, max_length=200, verbose_name='địa chỉ cử tri')),
                ('voices', models.PositiveIntegerField(default=1, verbose_name='số người cùng ý kiến')),
                ('hamlet', models.CharField(blank=True, max_length=120, verbose_name='thôn, tổ dân phố')),
                ('answered_on_spot', models.TextField(blank=True, verbose_name='trả lời tại chỗ')),
                ('answered_by', models.CharField(blank=True, max_length=200, verbose_name='người trả lời')),
                ('taken_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('taken_by', models.CharField(max_length=200, verbose_name='người ghi')),
                ('client_key', models.CharField(blank=True, max_length=64)),
                ('version', models.PositiveIntegerField(default=1)),
                ('taker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.membership')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.unit', verbose_name='địa bàn')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='contacts.point', verbose_name='buổi')),
            ],
            options={
                'verbose_name': 'ý kiến cử tri',
                'verbose_name_plural': 'ý kiến cử tri',
                'ordering': ['point_id', 'seq'],
                'constraints': [models.UniqueConstraint(fields=('point', 'seq'), name='contacts_opinion_numbered'), models.UniqueConstraint(condition=models.Q(('client_key', ''), _negated=True), fields=('point', 'client_key'), name='contacts_opinion_sent_once'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'referred'), _negated=True), models.Q(('answered_on_spot', ''), ('voter', ''), ('voter_address', '')), _connector='OR'), name='contacts_referred_names_nobody'), models.CheckConstraint(condition=models.Q(('voices__gte', 1)), name='contacts_opinion_has_a_voice')],
            },
        ),
    ]
