import json

import pytest
from django.test import Client

from nghitruong.config.cli import main
from nghitruong.organisation.models import Membership, Organ


@pytest.mark.django_db
def test_begin_makes_a_council_and_one_administrator_and_refuses_a_second_time(capsys):
    words = ["begin", "--council", "21439", "--username", "quantri", "--name", "Người Quản Trị (mẫu)", "--json"]

    first = main(words)
    told = json.loads(capsys.readouterr().out)
    second = main(words)

    assert (first, second) == (0, 1)
    assert told["council"] == "Hội đồng nhân dân phường Đức Phổ"
    assert Membership.objects.get().role == "administrator"
    assert Organ.objects.filter(council__name=told["council"], kind="standing_committee").exists()
    assert Client().login(username="quantri", password=told["password"])
    assert "đã có tài khoản" in capsys.readouterr().err


@pytest.mark.django_db
def test_begin_refuses_a_code_nobody_bears(capsys):
    assert main(["begin", "--council", "00000", "--username", "a", "--name", "b"]) == 1
    assert "mã 00000" in capsys.readouterr().err
