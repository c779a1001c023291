from django.urls import path

from nghitruong.territory import views

app_name = "territory"
urlpatterns = [
    path("don-vi-hanh-chinh/", views.index, name="index"),
    path("don-vi-hanh-chinh/goi-y/", views.suggest, name="suggest"),
    path("don-vi-hanh-chinh/them/", views.add, name="add"),
    path("don-vi-hanh-chinh/<int:pk>/", views.detail, name="detail"),
    path("don-vi-hanh-chinh/<int:pk>/sua/", views.correct, name="correct"),
    path("don-vi-hanh-chinh/<int:pk>/ket-thuc/", views.end, name="end"),
    path("don-vi-hanh-chinh/<int:pk>/ke-thua/", views.succeed, name="succeed"),
]
