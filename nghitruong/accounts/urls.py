from django.urls import path

from nghitruong.accounts import views

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign_in"),
    path("dang-nhap/buoc-hai/", views.second_step, name="second_step"),
    path("dang-nhap/tiep-tuc/", views.resume, name="resume"),
    path("dang-xuat/", views.sign_out, name="sign_out"),
    path("ngon-ngu/", views.set_language, name="set_language"),
    path("tai-khoan/", views.mine, name="mine"),
    path("tai-khoan/mat-khau/", views.change_password, name="change_password"),
    path("tai-khoan/ung-dung-tao-ma/", views.add_totp, name="add_totp"),
    path("tai-khoan/khoa-truy-cap/", views.add_passkey, name="add_passkey"),
    path("tai-khoan/ma-du-phong/", views.make_recovery_codes, name="make_recovery_codes"),
    path("tai-khoan/xac-thuc/<int:pk>/bo/", views.remove_factor, name="remove_factor"),
    path("tai-khoan/phien/<int:pk>/ket-thuc/", views.end_visit, name="end_visit"),
    path("tai-khoan/phien/ket-thuc-het/", views.end_visits, name="end_visits"),
    path("quan-tri/tai-khoan/", views.index, name="index"),
    path("quan-tri/tai-khoan/moi/", views.create_account, name="create_account"),
    path("quan-tri/tai-khoan/bat-buoc-hai-lop/", views.require_factor, name="require_factor"),
    path("quan-tri/tai-khoan/<int:pk>/", views.account, name="account"),
    path("quan-tri/tai-khoan/<int:pk>/khoa/", views.disable_account, name="disable_account"),
    path("quan-tri/tai-khoan/<int:pk>/mo-khoa/", views.enable_account, name="enable_account"),
    path("quan-tri/tai-khoan/<int:pk>/dat-lai-mat-khau/", views.reset_password, name="reset_password"),
    path("quan-tri/tai-khoan/<int:pk>/dat-lai-xac-thuc/", views.reset_factors, name="reset_factors"),
]
