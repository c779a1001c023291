from django.urls import path

from nghitruong.meetings.views import gathering, preparing

app_name = "meetings"
urlpatterns = [
    path("cuoc-hop/", gathering.meetings, name="meetings"),
    path("cuoc-hop/len-lich/", gathering.plan, name="plan"),
    path("cuoc-hop/<int:pk>/", gathering.meeting, name="meeting"),
    path("cuoc-hop/<int:pk>/sua/", gathering.edit, name="edit"),
    path("cuoc-hop/<int:pk>/moi/", gathering.call, name="call"),
    path("cuoc-hop/<int:pk>/moi-co-quan/", preparing.invite, name="invite"),
    path("cuoc-hop/<int:pk>/diem-cau/", preparing.seat, name="seat"),
    path("cuoc-hop/<int:pk>/noi-dung/", preparing.set_agenda, name="set_agenda"),
    path("cuoc-hop/<int:pk>/ghi-bien-ban/", preparing.minute, name="minute"),
    path("cuoc-hop/<int:pk>/bien-ban.docx", preparing.minutes, name="minutes"),
    path("cuoc-hop/<int:pk>/diem-danh/", gathering.attend, name="attend"),
    path("cuoc-hop/<int:pk>/dien-ra/", gathering.hold, name="hold"),
    path("cuoc-hop/<int:pk>/huy/", gathering.cancel, name="cancel"),
    path("ky-hop/", gathering.sessions, name="sessions"),
]
