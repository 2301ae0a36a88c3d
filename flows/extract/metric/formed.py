"""What a number measures by the form of its clause, whatever noun it has of its own."""

from __future__ import annotations

from flows.extract.metric.bracketed import in_brackets
from flows.extract.metric.counted import FIRM_UNITS
from flows.extract.metric.counterparts import compared_with
from flows.extract.metric.figure import Figure
from flows.extract.metric.funds import size_of_fund
from flows.extract.metric.headed import (
    discounted,
    grown_alike,
    labelled,
    noun_before_from,
    rated_in_benchmark,
    score_of_test,
)
from flows.extract.metric.headless import told_of_whole
from flows.extract.metric.inherited import Measured
from flows.extract.metric.markets import market_move
from flows.extract.metric.metrics import COUNTS, FREE, OTHER
from flows.extract.metric.moved import of_moved_clause
from flows.extract.metric.offered import offering
from flows.extract.metric.paced import paced
from flows.extract.metric.parts import (
    next_level,
    next_share,
    of_owners,
    of_those,
    one_of_them,
    price_of_edition,
    rate_of_part,
)
from flows.extract.metric.ranked_by import of_ranked_list, ranked_by
from flows.extract.metric.related import deals
from flows.extract.metric.share_lists import in_share_list, parted
from flows.extract.metric.shares import of_proceeds, part_of_sentence_before
from flows.extract.metric.tokens import TOKEN, more_tokens
from flows.extract.metric.topical import done_in_aspect
from flows.extract.metric.unitless import bare_amount
from flows.extract.metric.viewed import by_view, level_of, most_of
from flows.extract.metric.weighed import size_of_counted
from flows.patterns import lazy

RESPECTIVELY = "分别"
LOOKED_AT_ANEW = frozenset({"rank", "percent", "money"})
SIGNS = frozenset("+-−＋－↑↓")
SHARE_ITSELF = lazy(r"(?:以上|左右)?的?(?:市场)?(?:份额|占有率)")


def by_form(figure: Figure) -> Measured | None:
    """What a number measures by the form of its clause, whatever noun it has of its own."""
    return by_unit(figure) or by_share(figure) or goes_on(figure) or by_clause(figure)


def by_unit(figure: Figure) -> Measured | None:
    """What the unit says, or the clause where nothing else does: tokens, a bare 26亿, points of a test."""
    number, window, kind = figure.number, figure.window, figure.kind
    alone = kind == "percent" and figure.bare and not figure.here
    if alone and SHARE_ITSELF.match(window.after):
        return Measured(OTHER, "市场份额", "share of a market", True)
    of_clause = figure.bare and number.written_unit not in FIRM_UNITS
    return (
        (more_tokens(window, figure.specific, figure.earlier) if kind == TOKEN else None)
        or (bare_amount(figure) if kind == "count" else None)
        or (of_moved_clause(window, kind, of_clause) if of_clause or kind == "percent" else None)
        or score_of_test(number, window)
    )


def by_share(figure: Figure) -> Measured | None:
    """What a percentage is a score in or a part of: a test, a list of shares, the money just raised."""
    if figure.kind != "percent":
        return None
    window, specific, earlier = figure.window, figure.specific, figure.earlier
    return (
        rated_in_benchmark(figure.number, window)
        or in_share_list(window, earlier)
        or of_proceeds(window, specific, [*earlier[:3], *figure.older[:2]])
        or part_of_sentence_before(window, specific, earlier, figure.same_sentence)
    )


def goes_on(figure: Figure) -> Measured | None:
    """One more of what was told, by the words that go on with it (有的省份达到100%, 省级的264家)."""
    number, window, kind = figure.number, figure.window, figure.kind
    earlier, here, older = figure.earlier, figure.here, figure.older
    return (
        one_of_them(window, kind, here)
        or rate_of_part(window, kind, here)
        or of_owners(window, kind, here or earlier[:4])
        or (of_those(number, window, [*earlier, *older]) if kind in COUNTS else None)
        or (next_share(window, here) if kind == "percent" and figure.bare else None)
        or told_of_whole(number, window, earlier, figure.same_sentence, older)
        or next_level(window, here)
        or price_of_edition(window, kind, here)
        or (size_of_fund(window, here) if kind == "money" and figure.bare else None)
        or (size_of_counted(window, kind, here) if figure.bare else None)
    )


def by_clause(figure: Figure) -> Measured | None:
    """What the clause makes of the number: a discount, a pace, a view of the whole, a label, deals."""
    number, window, kind, specific = figure.number, figure.window, figure.kind, figure.specific
    earlier, here, same_sentence = figure.earlier, figure.here, figure.same_sentence
    opens = figure.bare and not here
    return (
        discounted(number, specific)
        or paced(number, window, bool(specific))
        or (by_view(number, window, specific, here) if is_looked_at(figure) else None)
        or (of_ranked_list(window, kind) if kind not in FREE and figure.bare else None)
        or in_brackets(window, kind, here, number.surface[:1] in SIGNS)
        or grown_alike(window, kind, earlier, same_sentence)
        or (noun_before_from(window, kind) if opens else None)
        or (labelled(window, kind) if opens else None)
        or (level_of(number, window, here) if figure.bare else None)
        or deals(number, window, figure.nouns, specific, earlier[: same_sentence + 2])
        or offering(number, window)
        or market_move(number, window)
        or (compared_with(window, here) if kind == "multiple" else None)
        or (ranked_by(window, bool(specific), here) if kind == "rank" else None)
        or (most_of(window, kind) or parted(window, kind) if RESPECTIVELY in window.before else None)
        or done_in_aspect(window, kind, specific)
    )


def is_looked_at(figure: Figure) -> bool:
    """May a view lead to the number (从规模看，…)? Behind other claims only a clause that looks anew does."""
    kind, window = figure.kind, figure.window
    if kind not in LOOKED_AT_ANEW and kind not in COUNTS:
        return False
    if not figure.here:
        return True
    return (kind in LOOKED_AT_ANEW or figure.number.written_unit == "分") and "，" in window.between
