"""Names that a firm and its model share (DeepSeek) stand for the model in a list of models."""

from __future__ import annotations

from collections.abc import Mapping

from flows.extract.entities.mention import Mention
from flows.extract.entities.surfaces import Sense
from flows.patterns import lazy

JOINED = lazy(r"(?:[（(][^（）()]{1,12}[）)])?(?:、|和|与|及|以及)|[^，。；0-9]{0,5}[0-9.]{1,6}%?[，、；]")
"""Between members of a list, each with its number or without: 千问（32.1%）、豆包; 豆包占48.2%，DeepSeek…."""


def as_models(mentions: list[Mention], text: str, senses_at: Mapping[int, tuple[Sense, ...]]) -> None:
    """Let a name that both share be the model's where a model stands beside it in a list."""
    for index, mention in enumerate(mentions):
        model = next((one for one in senses_at.get(mention.start, ()) if one.kind == "model"), None)
        if mention.kind != "firm" or model is None or senses_at[mention.start][0].kind != "firm":
            continue
        before, after = mentions[:index][-1:], mentions[index + 1 : index + 2]
        listed = [m for m in before if JOINED.fullmatch(text, m.end, mention.start)]
        listed += [m for m in after if JOINED.fullmatch(text, mention.end, m.start)]
        if any(m.kind == "model" for m in listed):
            mention.kind, mention.ids, mention.names = "model", model.ids, model.names
            mention.level = model.level
