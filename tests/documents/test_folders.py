import pytest
from django.urls import reverse

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import FolderState, Secrecy
from tests.documents.cast import draft, issued
from tests.documents.test_register_incoming import came
from tests.factories import AT


def folder(world, clerk, **values):
    values.setdefault("code", "01/HS-HĐND")
    return services.open_folder(organ=world.council, title="Thoát nước tổ 4", actor=clerk, at=AT, **values)


def test_a_file_lists_what_went_out_and_came_in_and_then_closes(world, clerk, chair):
    made = folder(world, clerk)
    paper, entry = issued(world.standing, clerk, chair), came(world.standing, clerk)

    for each in (paper, entry):
        services.file(folder=made, paper=each, actor=clerk, at=AT)
    closed = services.close_folder(folder=made, actor=clerk, at=AT)

    assert [(item.seq, item.paper or item.incoming) for item in made.items.all()] == [(1, paper), (2, entry)]
    assert (closed.state, closed.closed_on) == (FolderState.CLOSED, AT.date())
    with pytest.raises(NotPermitted):
        services.file(folder=closed, paper=issued(world.standing, clerk, chair), actor=clerk, at=AT)


def test_what_a_file_refuses(world, clerk, chair, stranger):
    made = folder(world, clerk)
    paper = issued(world.standing, clerk, chair)
    services.file(folder=made, paper=paper, actor=clerk, at=AT)

    for refused in (paper, draft(world.standing, clerk)):
        with pytest.raises(Invalid):
            services.file(folder=made, paper=refused, actor=clerk, at=AT)
    with pytest.raises(Invalid):
        folder(world, clerk)
    with pytest.raises(Invalid):
        services.close_folder(folder=folder(world, clerk, code="02"), actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        services.file(folder=made, paper=paper, actor=stranger, at=AT)


def test_a_secret_entry_stays_with_the_keepers_of_the_register(world, clerk, chair, delegate, signed_in):
    secret = issued(world.standing, clerk, chair, abstract="Việc riêng mẫu", secrecy=Secrecy.SECRET)
    held = folder(world, clerk)
    services.file(folder=held, paper=secret, actor=clerk, at=AT)

    told = {
        actor: [
            "Việc riêng mẫu" in signed_in(actor).get(url).content.decode()
            for url in (held.get_absolute_url(), reverse("intake:cross_check_folder", args=[held.pk]))
        ]
        for actor in (clerk, delegate)
    }

    assert told == {clerk: [True, True], delegate: [False, False]}
    assert not Entry.objects.filter(deed="folder.file", changes__icontains="Việc riêng mẫu").exists()
