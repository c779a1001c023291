from django.urls import path

from nghitruong.intake import views

app_name = "intake"
urlpatterns = [
    path("", views.index, name="index"),
    path("dua-vao/", views.take, name="take"),
    path("<int:pk>/", views.reading, name="reading"),
    path("<int:pk>/tien-do/", views.progress, name="progress"),
    path("<int:pk>/dung/", views.cancel, name="cancel"),
    path("<int:pk>/doc-lai/", views.retry, name="retry"),
    path("<int:pk>/nhan-muc-ro/", views.accept_certain, name="accept_certain"),
    path("<int:pk>/ket-thuc/", views.close, name="close"),
    path("<int:pk>/doi-chieu/", views.cross_check, name="cross_check"),
    path("ho-so/<int:pk>/doi-chieu/", views.cross_check_folder, name="cross_check_folder"),
    path("muc/<int:pk>/nhan/", views.accept, name="accept"),
    path("muc/<int:pk>/khong-nhan/", views.reject, name="reject"),
    path("muc/<int:pk>/xet-lai/", views.restore, name="restore"),
]
