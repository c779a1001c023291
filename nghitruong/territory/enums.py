"""Levels and types of administrative units, of both eras (law.md 2.1)."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    PROVINCE = "province", _("cấp tỉnh")
    DISTRICT = "district", _("cấp huyện")
    COMMUNE = "commune", _("cấp xã")


class UnitType(TextChoices):
    TINH = "tinh", _("tỉnh")
    THANH_PHO_TW = "thanh_pho_tw", _("thành phố trực thuộc trung ương")
    HUYEN = "huyen", _("huyện")
    QUAN = "quan", _("quận")
    THI_XA = "thi_xa", _("thị xã")
    THANH_PHO = "thanh_pho", _("thành phố thuộc tỉnh, thuộc thành phố trực thuộc trung ương")
    XA = "xa", _("xã")
    PHUONG = "phuong", _("phường")
    THI_TRAN = "thi_tran", _("thị trấn")
    DAC_KHU = "dac_khu", _("đặc khu")


class Extent(IntegerChoices):
    WHOLE = 1, _("toàn bộ")
    PART = 2, _("một phần")
