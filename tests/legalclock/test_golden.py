"""Dates worked out apart from the code, from other lists of the days off and by hand: (number, from, end, why)."""

import datetime as dt

import pytest

from nghitruong.legalclock import rules, selectors
from nghitruong.legalclock.enums import DayType, Direction

WORKING = [
    (5, "22/01/2020", "05/02/2020", "Tết 2020: 23 to 29/1"),
    (1, "22/01/2020", "30/01/2020", "first worked day after Tết 2020"),
    (10, "05/02/2021", "26/02/2021", "Tết 2021: 10 to 16/2"),
    (5, "28/01/2022", "11/02/2022", "Tết 2022: 31/1 to 4/2"),
    (3, "19/01/2023", "31/01/2023", "Tết 2023: 20 to 26/1"),
    (1, "07/02/2024", "15/02/2024", "Tết 2024: 8 to 14/2"),
    (10, "31/01/2024", "21/02/2024", "across Tết 2024"),
    (5, "24/01/2025", "07/02/2025", "Tết 2025: 27 to 31/1"),
    (5, "13/02/2026", "27/02/2026", "Tết 2026: 16 to 20/2"),
    (1, "13/02/2026", "23/02/2026", "Monday after Tết 2026"),
    (3, "03/02/2027", "15/02/2027", "Tết 2027: 4 to 10/2"),
    (30, "05/01/2026", "13/02/2026", "the drawn example: Saturday 10/1/2026 counts"),
    (5, "05/01/2026", "10/01/2026", "ends on the worked Saturday 10/1/2026"),
    (1, "31/12/2025", "05/01/2026", "1/1 and 2/1/2026 off"),
    (5, "17/08/2026", "22/08/2026", "ends on the worked Saturday 22/8/2026"),
    (6, "17/08/2026", "24/08/2026", "the day after it"),
    (1, "28/08/2026", "03/09/2026", "31/8 to 2/9/2026 off"),
    (5, "21/04/2025", "26/04/2025", "ends on the worked Saturday 26/4/2025"),
    (4, "25/04/2025", "05/05/2025", "26/4 counts, 30/4 to 2/5/2025 off"),
    (3, "26/04/2024", "04/05/2024", "29/4 to 1/5/2024 off, Saturday 4/5 worked"),
    (1, "31/12/2021", "04/01/2022", "1/1/2022 Saturday, made up on 3/1"),
    (3, "29/04/2022", "06/05/2022", "30/4 and 1/5/2022 on a weekend: 2 and 3/5 off"),
    (1, "30/12/2022", "03/01/2023", "1/1/2023 Sunday, made up on 2/1"),
    (2, "28/04/2023", "05/05/2023", "Giỗ Tổ, 30/4, 1/5/2023: off to 3/5"),
    (1, "31/08/2023", "05/09/2023", "1/9, 2/9/2023 and 4/9 made up"),
    (1, "08/04/2022", "12/04/2022", "Giỗ Tổ on Sunday 2022"),
    (1, "24/04/2026", "28/04/2026", "Giỗ Tổ on Sunday 26/4/2026, off 27/4"),
    (1, "30/04/2021", "04/05/2021", "1/5/2021 Saturday, off 3/5"),
    (1, "29/04/2027", "04/05/2027", "30/4, 1/5 Saturday, 3/5/2027 off"),
    (1, "23/11/2026", "25/11/2026", "24/11/2026 off"),
    (1, "23/11/2027", "25/11/2027", "24/11/2027 off"),
    (1, "01/09/2020", "03/09/2020", "one day of Quốc khánh in 2020"),
    (1, "01/09/2021", "06/09/2021", "two days in 2021"),
    (1, "01/09/2027", "06/09/2027", "2 and 3/9/2027 off"),
    (2, "15/04/2027", "20/04/2027", "Giỗ Tổ on Friday 16/4/2027"),
    (1, "28/02/2024", "29/02/2024", "leap day is worked"),
    (1, "31/12/2026", "04/01/2027", "over New Year 2027, a Friday"),
    (10, "31/12/2024", "15/01/2025", "over New Year 2025"),
    (250, "02/01/2025", "05/01/2026", "a year of working days"),
]

CALENDAR = [
    (3, "22/01/2020", "30/01/2020", "ends inside Tết 2020"),
    (7, "05/02/2021", "17/02/2021", "ends on mùng 1, 2021"),
    (4, "28/01/2022", "07/02/2022", "ends in Tết 2022"),
    (2, "19/01/2023", "27/01/2023", "Saturday 30 Chạp 2023"),
    (15, "26/01/2024", "15/02/2024", "Saturday mùng 1 2024"),
    (10, "20/01/2025", "03/02/2025", "ends in Tết 2025"),
    (30, "16/01/2026", "23/02/2026", "ends on Sunday before Tết 2026"),
    (60, "07/12/2026", "11/02/2027", "ends on 29 Chạp 2027"),
    (62, "07/12/2026", "11/02/2027", "ends on Sunday mùng 2 Tết 2027"),
    (5, "05/01/2026", "10/01/2026", "a calendar count may end on a worked Saturday"),
    (1, "01/01/2026", "05/01/2026", "2/1/2026 swapped off"),
    (5, "17/08/2026", "22/08/2026", "calendar end on 22/8/2026"),
    (3, "28/08/2026", "03/09/2026", "31/8/2026 swapped off"),
    (7, "25/04/2025", "05/05/2025", "2/5/2025 swapped off"),
    (8, "26/04/2024", "04/05/2024", "calendar end on worked 4/5/2024"),
    (3, "26/04/2024", "02/05/2024", "29/4/2024 swapped off"),
    (1, "29/04/2022", "04/05/2022", "the same in calendar days"),
    (1, "28/04/2023", "04/05/2023", "the same in calendar days"),
    (2, "24/04/2026", "28/04/2026", "the same in calendar days"),
    (1, "23/11/2026", "25/11/2026", "24/11/2026 off, calendar"),
    (1, "23/11/2025", "24/11/2025", "24/11/2025 is worked"),
    (30, "31/01/2023", "02/03/2023", "31 January to 2 March"),
    (1, "28/02/2024", "29/02/2024", "leap day"),
    (29, "31/01/2024", "29/02/2024", "ends on leap day"),
    (1, "28/02/2025", "03/03/2025", "1 March, a Saturday"),
    (366, "29/02/2024", "03/03/2025", "a leap year on"),
    (31, "31/03/2026", "04/05/2026", "ends on 1/5/2026"),
    (1, "31/12/2026", "04/01/2027", "New Year's Day 2027"),
    (60, "02/11/2026", "04/01/2027", "ends on New Year's Day 2027"),
    (60, "05/01/2026", "06/03/2026", "the default answer"),
    (90, "01/06/2026", "03/09/2026", "ends on a Sunday before swapped 31/8/2026"),
    (45, "15/03/2026", "29/04/2026", "45 days after an election"),
    (0, "10/01/2026", "10/01/2026", "same day"),
]

WORKING_BEFORE = [
    (7, "02/03/2026", "12/02/2026", "seven working days before, over Tết 2026"),
    (3, "13/01/2026", "09/01/2026", "backward over worked Saturday"),
    (20, "15/05/2025", "15/04/2025", "backward over 30/4 2025"),
    (5, "05/01/2027", "28/12/2026", "backward over New Year"),
    (3, "06/05/2024", "02/05/2024", "backward over 4/5/2024"),
]

CALENDAR_BEFORE = [
    (20, "10/07/2026", "19/06/2026", "backward end on Saturday moves to Friday"),
    (30, "08/12/2026", "06/11/2026", "backward end on Sunday"),
    (7, "08/12/2026", "01/12/2026", "backward end on a worked day"),
    (5, "07/09/2026", "28/08/2026", "backward end on Quốc khánh 2026 moves before swapped 31/8"),
    (10, "03/03/2026", "13/02/2026", "backward into Tết 2026"),
    (3, "13/01/2026", "10/01/2026", "backward end on a worked Saturday stays"),
    (15, "15/01/2024", "29/12/2023", "backward to Sunday 31/12/2023"),
    (1, "01/03/2024", "29/02/2024", "backward to leap day"),
    (10, "15/03/2027", "05/03/2027", "Friday, worked"),
]

GOLDEN = [
    pytest.param(number, day_type, direction, start, end, id=f"{day_type} {direction} {start} {why}")
    for table, day_type, direction in (
        (WORKING, DayType.WORKING, Direction.AFTER),
        (CALENDAR, DayType.CALENDAR, Direction.AFTER),
        (WORKING_BEFORE, DayType.WORKING, Direction.BEFORE),
        (CALENDAR_BEFORE, DayType.CALENDAR, Direction.BEFORE),
    )
    for number, start, end, why in table
]


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 -- a day has no zone


@pytest.mark.parametrize(("number", "day_type", "direction", "start", "end"), GOLDEN)
def test_golden_date(db, number, day_type, direction, start, end):
    derived = rules.count(
        number=number, day_type=day_type, from_on=day(start), direction=direction, calendar=selectors.calendar()
    )

    assert derived.due_on == day(end)
    assert sum(step["counts"] for step in derived.steps) == number
    assert derived.steps[-1]["on"] == derived.due_on.isoformat()


def test_golden_table_is_long_enough():
    assert len(GOLDEN) >= 60
