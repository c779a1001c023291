import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import Kind, State
from tests.factories import AT
from tests.petitions import stages


def test_reclassify_takes_it_out_of_the_petitions(world, clerk):
    petition = services.reclassify(
        petition=stages.received(world, clerk), kind=Kind.OPINION, reason="Không nêu việc phải làm", actor=clerk, at=AT
    )

    assert (petition.kind, petition.state) == (Kind.OPINION, State.NOTED)


def test_reclassify_needs_another_kind(world, clerk):
    with pytest.raises(Invalid, match="Hãy chọn"):
        services.reclassify(petition=stages.received(world, clerk), kind=Kind.PETITION, reason="x", actor=clerk, at=AT)


def test_reclassify_refused_once_forwarded(world, clerk):
    with pytest.raises(NotPermitted):
        services.reclassify(petition=stages.forwarded(world, clerk), kind=Kind.OPINION, reason="x", actor=clerk, at=AT)


@pytest.mark.parametrize("which", ["head", "voice"])
def test_what_is_merged_stays_a_petition(world, clerk, which):
    voice, head = (stages.received(world, clerk, text=f"{what} (mẫu)") for what in ("Đèn ngõ 4 hỏng", "Cầu yếu"))
    services.merge(petition=voice, into=head, actor=clerk, at=AT)
    one = {"head": head, "voice": voice}[which]
    one.refresh_from_db()

    with pytest.raises(NotPermitted, match="đang gộp"):
        services.reclassify(petition=one, kind=Kind.OPINION, reason="Chỉ là ý kiến", actor=clerk, at=AT)
