from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry, Head
from tests.factories import AT


def test_record_links_each_line_to_the_one_before(clerk, world):
    first = audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT, changes={"tên": "A"})
    second = audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)

    assert (first.seq, second.seq) == (1, 2)
    assert second.previous == first.digest
    assert Head.objects.get().digest == second.digest
    assert [(e.actor, e.deed) for e in Entry.objects.all()] == [("Lê Minh Thư", "organ.note")] * 2
