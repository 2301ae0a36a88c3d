"""Numbers and names kept apart where their characters meet: a name's version, 约 of 纽约, 三角 of 长三角."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.claim import PassageReading
from flows.extract.entities.mention import Mention
from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers
from flows.patterns import lazy


def kept_apart(text: str, numbers: list[Number], mentions: list[Mention]) -> list[Number]:
    """The numbers of the text without what belongs to its names."""
    leave_to_models(numbers, mentions)
    places = [one for one in mentions if one.kind == "region" and text[one.end - 1] in BEGINS]
    return [behind_place(text, number, places) for number in numbers] if places else numbers


BEGINS = frozenset("约角")
"""What a place's name ends with that numbers begin with too: 约120家, 三角六分."""


def behind_place(text: str, number: Number, places: list[Mention]) -> Number:
    """The number behind the place in which it seems to begin (纽约120家, 长三角60.7分)."""
    place = next((one for one in places if one.start < number.start < one.end < number.end), None)
    if place is None:
        return number
    rest = read_numbers(text[place.end : number.end])
    if len(rest) != 1 or rest[0].start or rest[0].end != number.end - place.end:
        return number
    return replace(rest[0], start=place.end, end=number.end)


PAGE_COUNT = lazy(r"[\s•]*[-+~–]?\s*[0-9]{1,12}\s*")


READERS = lazy(
    r"[0-9][0-9.,]*\s*[万wW]?\+?\s*(?:次|条|人)?(?:阅读|浏览|围观|评论|点?赞|收藏|播放|转发|看过)"
    r"|(?:阅读|浏览|查看|回复|点击|人气|热度|访问|围观|评论|赞|收藏|阅读时长|字数)(?:量|次数|数)?[:：]?\s*[（(]?[0-9][0-9.,]*\s*[万wW]?\s*(?:次|℃|分钟)?"
)
"""How often a page was read, and how long it takes: 2.3万阅读, 浏览(302)."""
LONGEST_BYLINE = 60
BYLINES = frozenset({"boilerplate", "heading"})


def counts_readers(reading: PassageReading) -> bool:
    """Is the passage a byline that counts its readers: 2024-06-18 09:12 湖北 2.3万阅读?"""
    text = reading.text
    if reading.passage.role not in BYLINES or len(text) > LONGEST_BYLINE or "，" in text:
        return False
    found = len(READERS.findall(text))
    return found > 1 or found == 1 and (reading.passage.role == "boilerplate" or bool(reading.times))


def is_page_count(reading: PassageReading) -> bool:
    """Is the passage nothing but a bare number, as pages count comments and number their parts, or a byline
    that counts readers? It names itself and says nothing.
    """
    if not PAGE_COUNT.fullmatch(reading.text) and not counts_readers(reading):
        return False
    for number in reading.numbers:
        if number.kind != "time":
            number.kind = "name"
    return True


def leave_to_models(numbers: list[Number], mentions: list[Mention]) -> None:
    """The version of a model is no figure, though a word behind it reads like a unit (某某 5则为)."""
    models = [mention for mention in mentions if mention.kind == "model"]
    for number in numbers if models else ():
        if number.kind == "claim" and any(one.start < number.start < one.end for one in models):
            number.kind = "name"
