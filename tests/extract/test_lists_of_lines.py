"""Lists of lines that each name somebody and give an amount."""

from __future__ import annotations

from datetime import date

from flows.extract.claims import read_text

RANKING = """多所高校日前公布2022年部门预算，华东地区高校的经费预算继续增长，排在前面的几所差距不大。
合肥工业大学的预算金额为41亿元，名次如下：
1）合肥工业大学 41.3亿元
2）南京师范大学 38亿元
3）江南大学 36.9亿元
这些学校的预算都包含上年结转的资金。"""


def test_the_lines_are_about_what_the_claims_above_are() -> None:
    reading = read_text(RANKING, None, date(2022, 5, 5))
    listed = [claim for part in reading.passages[2:5] for claim in part.claims]
    assert [(c.firm and c.firm[1], c.noun, int(c.value)) for c in listed] == [
        ("合肥工业大学", "预算金额", 4_130_000_000),
        ("南京师范大学", "预算金额", 3_800_000_000),
        ("江南大学", "预算金额", 3_690_000_000),
    ]
