"""What a score is called, whoever gives it: 得分, 综合评分, 平均分数."""

from __future__ import annotations

from flows.extract.cues import alternation

SCORE = alternation("score_noun")
SCORE_KIND = alternation("score_kind")
SCORE_NAME = rf"{SCORE_KIND}?{SCORE}"
