"""What is read goes from process to process, compiled or not."""

from __future__ import annotations

import pickle

from flows.extract.claims import read_article
from flows.text import article_of


def test_an_article_and_its_reading_can_be_pickled() -> None:
    text = "嘉兴产业观察\n\n2024年，嘉兴新增人工智能企业120家，同比增长两成；禾芯科技完成1.5亿元A轮融资。"
    article = article_of("a" * 16, "sample", text)
    reading = read_article(article)
    assert pickle.loads(pickle.dumps(article)) == article
    assert pickle.loads(pickle.dumps(reading.passages)) == reading.passages
    assert pickle.loads(pickle.dumps(reading.cast)).discovered == reading.cast.discovered
