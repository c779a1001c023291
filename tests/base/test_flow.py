import pytest

from nghitruong.base.errors import WrongState
from nghitruong.base.flow import Flow, Step

FLOW = Flow("thing", [Step("go", "đi", frozenset({"new"}), "gone", "điều")], {"new": "mới", "gone": "đã đi"})


def test_after_moves_from_a_listed_state():
    assert FLOW.after("go", "new") == "gone"


def test_after_refuses_elsewhere_and_names_both():
    with pytest.raises(WrongState, match="«đi» khi đang ở trạng thái «đã đi»"):
        FLOW.after("go", "gone")
