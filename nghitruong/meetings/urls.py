from django.urls import path

from nghitruong.meetings import views

app_name = "meetings"
urlpatterns = [
    path("cuoc-hop/", views.meetings, name="meetings"),
    path("cuoc-hop/len-lich/", views.plan, name="plan"),
    path("cuoc-hop/<int:pk>/", views.meeting, name="meeting"),
    path("cuoc-hop/<int:pk>/sua/", views.edit, name="edit"),
    path("cuoc-hop/<int:pk>/moi/", views.call, name="call"),
    path("cuoc-hop/<int:pk>/diem-danh/", views.attend, name="attend"),
    path("cuoc-hop/<int:pk>/dien-ra/", views.hold, name="hold"),
    path("cuoc-hop/<int:pk>/huy/", views.cancel, name="cancel"),
    path("ky-hop/", views.sessions, name="sessions"),
]
