"""Lines and the parts they play. Every article here is made up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text import article_of, clean, split_passages

LETTERS = {"t": "title", "h": "heading", "b": "body", "c": "caption", "|": "table", "x": "boilerplate"}

# Each line with the part it plays before it: t title, h heading, b body, c caption, | table, x boilerplate.
ARTICLES = {
    "a city paper with outlet, title, byline and a list of other articles": """
        x 江城晚报
        t 光谷的机器人企业三年翻了一番
        x 江城晚报 2024-05-06 09:12
        b 今年一季度,光谷新增机器人企业26家。园区负责人说,这是历年同期最多的一次。
        h 订单从哪里来
        b 记者在车间看到,一条产线每天下线40台机器。厂长介绍,其中六成发往省外,交货期已经排到了秋天。
        c 图为工人在调试机械臂。
        x 微信图片_20240506091233_12_8
        x robots-line.JPG
        b 园区计划在三年内再引进50家配套企业,把零部件的本地配套率提高到七成以上。
        x 文/周敏
        x 编辑/孙立
        x 相关阅读
        x 新能源车企的第一季:产量涨了三成
        x 江城晚报 2024-04-30
        x 另一座城市的机器人账本
        x 南方某报 2023-12-01
        x 最新评论
    """,
    "a reporter's line above, headings in pairs, photographs between": """
        x 山海新闻记者 陈晓 李文博
        b 在临海市,低空经济已经从口号变成了订单。上半年,全市无人机企业实现营收18亿元。
        h 看家底
        h 企业多了,赛道也挤了
        b 蓝翼科技有限公司去年卖出了3000架无人机。公司总经理说,最难的不是造,而是飞得出去、落得下来。
        c 蓝翼科技的装配车间
        b 与邻市相比,临海的整机企业只有对方的一半,零部件却要从三个省采购。
        h 找短板
        b 空域审批平均需要七天。当地正试点一站式平台,争取在年底前缩短到一天。
        c 制图 王一
    """,
    "key points on top, a footer below": """
        b ●全省已有45个产业大模型
        b ●超过六成的企业还没有用上
        b 记者近日走访了十多家企业,听他们讲述大模型落地的得与失,也听他们算了一笔账。
        b 一位厂长说,光是标注数据,每年就要花掉上百万元,而收益要到第三年才看得见。
        x 关于我们 联系我们 广告服务 网站声明
        x 某 某 网 版 权 所 有 ,未 经 书 面 授 权 禁 止 使 用
    """,
    "numbered parts, a figure between them, a repost's declarations": """
        t 储能赛道还能热多久?
        x 2年前
        b 去年以来,储能项目密集上马。有人说产能已经过剩,也有人说好戏才刚刚开场,两种说法都有数字撑腰。
        h 1、 从补贴到订单
        b 补贴退坡之后,企业开始比拼成本。头部三家企业的市场份额超过五成,二线厂商只能在价格上做文章。
        c 近三年储能招标规模变化
        h 2、 路在何方
        b 多位分析师认为,行业会在两年内完成洗牌,剩下的企业将靠技术吃饭,而不是靠规模和账期取胜。
        x 郑重声明:本文版权归原作者所有,转载文章仅为传播信息之目的,不构成任何投资建议。
        x 标题:储能赛道还能热多久?
        x 地址:https://example.org/post/1.html
    """,
    "a government notice with Chinese ordinals": """
        t 关于支持集成电路产业发展的若干措施
        h 一、总体要求
        b 到2027年,全市集成电路产业规模达到800亿元,培育10家以上专精特新企业,形成完整的产业链条。
        h 二、主要任务
        h （一）支持企业做大做强
        b 对年营业收入首次突破10亿元的企业,给予一次性奖励200万元,由市、区两级财政各承担一半。
        h （二）支持人才引进
        b 对引进的高层次人才,按规定给予安家补贴,最高可达100万元,分三年兑现,具体办法另行制定。
    """,
    "Markdown with a table": """
        t # 三地机器人产业
        b 三地的统计口径不尽相同,下表按企业数量和产值列出,数字取自各地的公报。
        h ## 规模
        | | 城市 | 企业数 | 产值 |
        | | --- | --- | --- |
        | | 甲市 | 120 | 35亿元 |
        b 从表中可以看出,甲市的企业数量最多,但单个企业的平均产值并不高,只有三千万元左右。
    """,
    "a list of short lines is no row of headings": """
        t 各区企业数量一览
        b 截至5月底,各区登记在册的人工智能企业数量如下,数据由市统计局提供,不含个体工商户。
        b 东区:35家
        b 西区:28家
        b 南区:19家
        b 北区:7家
        b 从趋势看,东区和西区的差距正在缩小,南区则连续三个月没有新增企业,北区的情况要到下月才能公布。
    """,
    "an extended reading in the middle ends at the next paragraph": """
        b 甲市的算力中心本月投用,一期规模达到500P,可满足两百家企业的训练需求,二期将于明年开工。
        x 延伸阅读
        x 什么是P级算力
        x 算力券怎么领
        b 算力之外,数据同样紧缺。当地数据集团去年归集了3000个数据集,其中对外开放的只有四分之一,企业意见不小。
    """,
    "words of bylines and footers in sentences of the article": """
        t 多国禁止使用这款软件,隐私政策成了焦点
        b 该公司去年更新了用户协议,并设立了举报电话,全年共处理投诉1200件,比上年减少了三成。
        h 审核趋严之后
        b 未经许可擅自采集个人信息的,最高可罚款5000万元,或处上一年度营业额百分之五以下的罚款。
        h 出品方换了人
        b 来源复杂、标注粗糙的数据占了四成。编辑部收到的来信中,有一半与此有关,作者多是一线工程师。
    """,
    "names below the last paragraph": """
        t 一座县城的算力生意
        b 这座县城建起了三座数据中心,机柜总数超过两万个,用电量占到全县的三分之一,税收却只占一成。
        x （记者 赵文 通讯员 钱进）
        x 责任编辑：孙小梅
    """,
    "a single sentence is read, whatever its end": """
        b 苏州以95亿元位居第二
    """,
}


def parts(table: str) -> tuple[str, list[str]]:
    """The text, and the roles of its passages: a line each, but the rows of a table together."""
    rows = [row.strip() for row in table.strip().splitlines()]
    roles = [LETTERS[row[0]] for row in rows]
    apart = [i for i, role in enumerate(roles) if role != "table" or roles[i - 1 : i] != ["table"]]
    return "\n".join(row[2:].strip() for row in rows), [roles[i] for i in apart]


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n"])
def test_the_lines_of_an_article_play_their_parts(name: str, ends: str) -> None:
    raw, roles = parts(ARTICLES[name])
    text = clean(raw.replace("\n", ends))
    passages = split_passages(text)
    said = [(passage.role, text.text[passage.start : passage.end]) for passage in passages]
    assert [role for role, _ in said] == roles, said


@pytest.mark.parametrize(
    "above", ["名家观点", "快讯", "江城日报/ 记者周小敏/江城即时报道", "记者周小敏/专题报道"]
)
def test_columns_and_reporters_above_a_headline_are_none(above: str) -> None:
    body = "港口一年装卸货物三千万吨，比上年多两成，以后还要再添四台吊机和两条航线，让货物走得更快。"
    article = article_of("d", "n", f"{above}\n2024-05-06\n港口添了新吊机\n{body}\n{body}")
    assert article.headline == "港口添了新吊机"


def test_a_given_title_is_found_below_other_lines() -> None:
    text = clean(
        "产业观察\n无人机怎样飞进县城\n本报讯\n县城的低空航线已经开通了五条,每天有二十架次无人机起降,运的多是药品和快递。"
    )
    passages = split_passages(text, "无人机怎样飞进县城")
    assert passages[1].role == "title"


def test_front_matter_is_one_passage_of_boilerplate() -> None:
    raw = "\ufeff---\ntitle: 一年之后\npublished_on: 2024-05-06\n---\n\n"
    raw += "一年过去,企业从12家增加到20家,产值翻了一番,税收也跟着涨了四成。\n"
    article = article_of("d", "n", raw)
    assert [passage.role for passage in article.passages] == ["boilerplate", "body"]
    start, end = article.span_of(article.passages[0])
    assert raw[start:end].endswith("---")


def test_a_text_without_line_ends_is_cut_between_sentences() -> None:
    sentence = "该市去年新增企业35家,产值增长了两成,其中一半来自出口。"
    passages = split_passages(clean(sentence * 2000))
    assert len(passages) > 10
    assert max(passage.end - passage.start for passage in passages) < 3000
    assert all((passage.end - passage.start) % len(sentence) == 0 for passage in passages)


LINES = st.sampled_from([
    "标题一行", "相关阅读", "某报 2024-01-02", "企业达到35家,同比增长两成,居全省第一。", "一、任务", "● 要点",
    "| a | b |", "a\tb\tc", "", " \u3000", "\u200b", "\ufeff", "---", "版权所有",
    "領(lǐng)", "(lǐng)", "文/李明", "\x1c",
])  # fmt: skip


@given(st.lists(LINES | st.text(max_size=20), max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
@settings(max_examples=400, deadline=None)
def test_passages_cover_all_that_is_not_blank(lines: list[str], ends: str) -> None:
    raw = ends.join(lines)
    article = article_of("d", "n", raw)
    spans = [article.span_of(passage) for passage in article.passages]
    assert [p.ordinal for p in article.passages] == list(range(len(spans)))
    assert all(a.end <= b.start for a, b in pairwise(article.passages))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for passage, (start, end) in zip(article.passages, spans, strict=True):
        first, last = article.clean.raw_span(passage.start, passage.end)
        assert start <= first < last <= end
    if spans:
        rest = raw[: spans[0][0]] + "".join(raw[a[1] : b[0]] for a, b in pairwise(spans))
        assert not (rest + raw[spans[-1][1] :]).strip()


TABLES = """甲市和乙市的统计口径不同，读者在比较下面两张表时，要留意各自的说明。

| 城市 | 融资额（亿元） |
| --- | --- |
| 甲市 | 12 |
| 乙市 | 9.5 |

| 城市 | 企业数（家） |
| --- | --- |
| 甲市 | 120 |
"""


def test_each_table_is_one_passage_with_its_headings() -> None:
    text = clean(TABLES)
    tables = [text.text[p.start : p.end] for p in split_passages(text) if p.role == "table"]
    assert [table.splitlines()[0] for table in tables] == [
        "| 城市 | 融资额（亿元） |",
        "| 城市 | 企业数（家） |",
    ]
    assert [len(table.splitlines()) for table in tables] == [4, 3]


def test_a_table_that_is_a_data_file_is_cut_between_rows() -> None:
    text = clean("\n".join(f"| 第{i}区 | {i} |" for i in range(5000)))
    tables = [text.text[p.start : p.end] for p in split_passages(text)]
    assert len(tables) > 3
    assert sum(len(table.splitlines()) for table in tables) == 5000
    assert all(table.startswith("| ") and table.endswith(" |") for table in tables)


BODY = "光谷新增机器人企业26家,比上年同期多出一半,园区负责人说这是历年最多的一次。"


def test_the_headline_may_stand_above_the_way_to_the_page() -> None:
    article = article_of("d", "n", f"光谷三年新增机器人企业的一本账\n首页 > 快讯 > 正文\n{BODY}")
    assert article.title == "光谷三年新增机器人企业的一本账"
    assert article_of("d", "n", f"光谷新闻网\n首页 > 快讯 > 正文\n{BODY}").title is None


@pytest.mark.parametrize("bar", ["打印 | 关闭 | 分享到微信", "收藏|打印", "字号 大 | 打印 | 关闭窗口"])
def test_a_line_of_buttons_is_furniture(bar: str) -> None:
    article = article_of("d", "n", f"光谷三年账本\n{bar}\n{BODY}")
    assert [p.role for p in article.passages[1:2]] == ["boilerplate"]


@pytest.mark.parametrize("crumbs", ["人民網>>四川頻道>>成都", "首页 > 资讯 > 城市", "首页»新闻»正文"])
def test_the_way_to_the_page_is_no_headline(crumbs: str) -> None:
    article = article_of("d", "n", f"{crumbs}\n光谷三年账本\n{BODY}")
    assert article.title == "光谷三年账本"
