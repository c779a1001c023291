import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='RequiredFactor',
            fields=[
                ('role', models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name='vai trò')),
            ],
            options={
                'verbose_name': 'vai trò bắt buộc xác thực hai lớp',
                'verbose_name_plural': 'vai trò bắt buộc xác thực hai lớp',
            },
        ),
        migrations.CreateModel(
            name='Slowdown',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('last_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'verbose_name': 'lần đăng nhập không thành công',
                'verbose_name_plural': 'lần đăng nhập không thành công',
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(max_length=150, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9._-]{2,}\\Z', 'Chỉ dùng chữ thường không dấu, số và . _ -')], verbose_name='tên đăng nhập')),
                ('full_name', models.CharField(max_length=200, verbose_name='họ và tên')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='thư điện tử')),
                ('language', models.CharField(default='vi', max_length=5, verbose_name='ngôn ngữ')),
                ('is_active', models.BooleanField(default=True, verbose_name='đang hoạt động')),
                ('date_joined', models.DateTimeField(blank=True, null=True, verbose_name='ngày tạo')),
                ('must_change_password', models.BooleanField(default=False, verbose_name='phải đổi mật khẩu')),
                ('session_salt', models.CharField(blank=True, max_length=32)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'tài khoản',
                'verbose_name_plural': 'tài khoản',
                'ordering': ['username'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('username'), name='accounts_username_any_case')],
            },
        ),
        migrations.CreateModel(
            name='Factor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('totp', 'Ứng dụng tạo mã'), ('passkey', 'Khóa truy cập')], max_length=10, verbose_name='loại')),
                ('name', models.CharField(max_length=80, verbose_name='tên gợi nhớ')),
                ('data', models.JSONField(default=dict)),
                ('step', models.BigIntegerField(default=0)),
                ('created_at', models.DateTimeField(verbose_name='ngày đăng ký')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='dùng lần cuối')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='factors', to=settings.AUTH_USER_MODEL, verbose_name='tài khoản')),
            ],
            options={
                'verbose_name': 'lớp xác thực thứ hai',
                'verbose_name_plural': 'lớp xác thực thứ hai',
                'ordering': ['created_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'totp')), fields=('user',), name='accounts_one_totp_each')],
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'mã dự phòng',
                'verbose_name_plural': 'mã dự phòng',
                'constraints': [models.UniqueConstraint(fields=('user', 'digest'), name='accounts_recovery_code_once')],
            },
        ),
        migrations.CreateModel(
            name='UsedToken',
            fields=[
                ('token', models.UUIDField(primary_key=True, serialize=False)),
                ('path', models.CharField(max_length=500)),
                ('body', models.CharField(max_length=64)),
                ('status', models.PositiveSmallIntegerField(default=0)),
                ('location', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField(db_index=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'biểu mẫu đã gửi',
                'verbose_name_plural': 'biểu mẫu đã gửi',
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session_key', models.CharField(max_length=40, unique=True)),
                ('way', models.CharField(choices=[('password', 'Mật khẩu'), ('totp', 'Mật khẩu và mã của ứng dụng'), ('passkey', 'Mật khẩu và khóa truy cập'), ('recovery', 'Mật khẩu và mã dự phòng')], max_length=10, verbose_name='cách đăng nhập')),
                ('device', models.CharField(max_length=120, verbose_name='thiết bị')),
                ('address', models.CharField(max_length=45, verbose_name='địa chỉ mạng')),
                ('started_at', models.DateTimeField(verbose_name='bắt đầu')),
                ('seen_at', models.DateTimeField(verbose_name='dùng lần cuối')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'phiên làm việc',
                'verbose_name_plural': 'phiên làm việc',
                'ordering': ['-seen_at'],
            },
        ),
    ]
