"""Names that lead the longer name of an item of a list counted behind it: 甲公司丙风电场等项目7个."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

ITEMS = lazy(
    r"(?P<item>(?:[^，。；：、的0-9“”《》]|[0-9](?=[A-Z级号期])){2,26}?)(?:、(?:[^，。；：0-9]|[0-9](?=[A-Z级号期])){2,70}?)?等[^，。；：、0-9]{0,14}?"
    r"(?:(?:项目|工程|平台|园区|产业园|基地|中心|载体|设施|场馆|站点|线路)(?:共有?|有|达|约|已|计|数)*[0-9]+[余多]?[个家座项所条处]"
    r"|(?:约|近|超过?|逾)?[0-9]+[余多]?[个项][^，。；：、0-9]{0,10}?(?:项目|工程))"
)
"""From the name on: 分公司丙风电场、丁水库等农业项目11个, 总部二期、丁产业园等61个项目."""
DOES = lazy(
    r"[了已将拟正]|[去今明当]年|[上下]半年|承接|中标|承建|承揽|实施|推进|推动|开工|拥有|运营(?!平台|中心|商|总部)|签约|签下|落地|落户|新建|新增|新开|启动|谋划|储备|参与|主导|牵头|引进|引入"
    r"|建成|打造|布局|完成|加快|带动|争取|策划|包装|组织|举办|聚焦|围绕|统筹|通过|依托|利用|支持"
)
"""A verb by which the name is who does what is told, and leads no item."""
LONGEST = 120


def leads_item(mention: Mention, text: str) -> bool:
    """Is the place or the firm no more than the beginning of an item's name?"""
    if mention.kind == "self":
        return False
    found = ITEMS.match(text, mention.end, mention.end + LONGEST)
    return found is not None and DOES.search(found["item"]) is None
