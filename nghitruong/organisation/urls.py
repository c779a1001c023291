from django.urls import path

from nghitruong.organisation.views import acting, councils, organs, people, rosters, terms

app_name = "organisation"
urlpatterns = [
    path("lam-viec-voi-tu-cach/", acting.act, name="act"),
    path("to-chuc/", councils.councils, name="councils"),
    path("to-chuc/cua-toi/", councils.own, name="own"),
    path("to-chuc/lap-hoi-dong/", councils.establish, name="establish"),
    path("to-chuc/quyen/", terms.powers, name="powers"),
    path("to-chuc/goi-y/", organs.suggest, name="suggest"),
    path("to-chuc/hoi-dong/<int:pk>/", councils.council, name="council"),
    path("to-chuc/hoi-dong/<int:pk>/dai-bieu/", councils.delegates, name="delegates"),
    path("to-chuc/hoi-dong/<int:pk>/them-co-quan/", organs.add_organ, name="add_organ"),
    path("to-chuc/hoi-dong/<int:pk>/mo-nhiem-ky/", terms.open_term, name="open_term"),
    path("to-chuc/hoi-dong/<int:pk>/danh-sach/", rosters.import_roster, name="import_roster"),
    path("to-chuc/hoi-dong/<int:pk>/danh-sach/tu-choi/", rosters.rejected, name="rejected_rows"),
    path("to-chuc/danh-sach-mau.xlsx", rosters.sample, name="sample_roster"),
    path("to-chuc/nhiem-ky/<int:pk>/", terms.term, name="term"),
    path("to-chuc/nhiem-ky/<int:pk>/ket-thuc/", terms.end_term, name="end_term"),
    path("to-chuc/co-quan/<int:pk>/", organs.organ, name="organ"),
    path("to-chuc/co-quan/<int:pk>/sua/", organs.edit_organ, name="edit_organ"),
    path("to-chuc/co-quan/<int:pk>/ket-thuc/", organs.end_organ, name="end_organ"),
    path("to-chuc/co-quan/<int:pk>/ke-thua/", organs.succeed_organ, name="succeed_organ"),
    path("to-chuc/co-quan/<int:pk>/ghi-chuc-vu/", people.appoint, name="appoint"),
    path("to-chuc/nguoi/", people.people, name="people"),
    path("to-chuc/nguoi/lap-ho-so/", people.add_person, name="add_person"),
    path("to-chuc/nguoi/<int:pk>/", people.person, name="person"),
    path("to-chuc/nguoi/<int:pk>/sua/", people.edit_person, name="edit_person"),
    path("to-chuc/nguoi/<int:pk>/tai-khoan/", people.link_person, name="link_person"),
    path("to-chuc/chuc-vu/<int:pk>/thoi-giu/", people.end_membership, name="end_membership"),
    path("to-chuc/chuc-vu/<int:pk>/sua-ngay/", people.edit_membership, name="edit_membership"),
]
