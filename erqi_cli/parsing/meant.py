"""What people write for a key, a field or a word of a closed list, most of it in Chinese.

A word may mean several; of these the one counts that belongs at its place.
"""

from collections.abc import Collection, Mapping

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.suggest import did_you_mean, nearest_remedy, nearest_word

Meanings = Mapping[str, tuple[str, ...]]
"""What a word may mean."""

KEYS: Meanings = {
    "编号": ("id",),
    "名称": ("name",),
    "别名": ("aliases",),
    "又称": ("aliases",),
    "区县": ("district",),
    "地区": ("district",),
    "城市": ("city",),
    "会议": ("meeting",),
    "会议日期": ("meeting_date",),
    "总体要求": ("aims",),
    "文件": ("document",),
    "基期年": ("base_year",),
    "计划年": ("plan_year",),
    "来源": ("source", "sources"),
    "出处": ("source", "sources"),
    "指标": ("indicators", "target"),
    "行动": ("actions",),
    "目标": ("targets", "target"),
    "比率": ("ratios",),
    "数据": ("observations",),
    "序号": ("number",),
    "要求": ("requirements",),
    "举措": ("measures",),
    "主要举措": ("measures",),
    "分子": ("numerator",),
    "分母": ("denominator",),
    "单位": ("unit", "units"),
    "符号": ("symbol",),
    "换算": ("factor",),
    "口径": ("price_basis",),
    "价格口径": ("price_basis",),
    "增速": ("growth",),
    "增长": ("growth",),
    "上限": ("upper",),
    "限定词": ("comparator",),
    "容差": ("tolerance",),
    "数值": ("value",),
    "目标值": ("value",),
    "优劣方向": ("better",),
    "取数方式": ("collection",),
    "基期值": ("baseline",),
    "年初水平": ("baseline",),
    "约束性": ("obligation",),
    "承诺表述": ("commitment",),
    "类型": ("kind",),
    "期限": ("due",),
    "完成时限": ("due",),
    "进度": ("pace",),
    "分期要求": ("trajectory",),
    "状态界限": ("thresholds",),
    "相对指标": ("to",),
    "价格涨幅": ("deflator",),
    "目标调整": ("revisions",),
    "时期": ("period",),
    "状态": ("status",),
    "公布日期": ("published",),
    "发布日期": ("published",),
    "发布者": ("publisher",),
    "网址": ("url",),
    "标题": ("title",),
    "说明": ("note",),
    "备注": ("note",),
    "原文": ("phrases",),
    "cn": ("zh",),
}
"""Keys of the plan file."""

FIELDS: Meanings = {
    "预期": ("projected", "value"),
    "预期值": ("projected", "value"),
    "目标": ("projected", "value", "growth"),
    "目标值": ("projected", "value", "growth"),
    "数值": ("value", "projected"),
    "增速": ("growth",),
    "增长": ("growth",),
    "增长目标": ("growth",),
    "上限": ("upper",),
    "基期值": ("baseline",),
    "基数": ("baseline",),
    "年初水平": ("baseline",),
    "指数": ("index",),
    "增量": ("increase",),
    "单位": ("unit",),
    "类型": ("kind",),
    "价格口径": ("price_basis",),
    "限定词": ("comparator",),
    "容差": ("tolerance",),
    "优劣方向": ("better",),
    "取数方式": ("collection",),
    "价格涨幅": ("deflator",),
    "承诺表述": ("commitment",),
    "期限": ("due",),
    "编号": ("id",),
    "名称": ("name",),
    "状态": ("status",),
    "完成率": ("completion",),
    "进度": ("pace",),
    "差距": ("gap",),
    "时间进度": ("elapsed",),
    "序时进度": ("pace",),
    "应完成": ("expected",),
    "实际": ("actual",),
    "实际完成": ("actual",),
    "完成数": ("actual",),
    "时期": ("period",),
    "尚需": ("needed",),
    "全年预计": ("year_end",),
    "公布增速": ("published_growth",),
}
"""Fields of a target, as `erqi get` and --set name them."""

CHOICES: Meanings = {
    "左右": ("about",),
    "约": ("about",),
    "以上": ("at_least",),
    "不低于": ("at_least",),
    "不少于": ("at_least",),
    "以内": ("at_most",),
    "以下": ("at_most",),
    "不超过": ("at_most",),
    "不高于": ("at_most",),
    "区间": ("between", "within"),
    "增长": ("growth",),
    "增速": ("growth",),
    "规模": ("level",),
    "数量": ("count",),
    "占比": ("share",),
    "比例": ("percent", "share"),
    "比率": ("share",),
    "倍数": ("multiple",),
    "ratio": ("share",),
    "rate": ("share",),
    "percent": ("share",),
    "节点": ("milestone",),
    "相对": ("relative",),
    "同步": ("relative",),
    "定性": ("qualitative",),
    "背景": ("context",),
    "背景数": ("context",),
    "确保": ("ensure",),
    "计划": ("plan",),
    "力争": ("strive",),
    "争取": ("seek",),
    "力促": ("urge",),
    "谋划": ("prepare",),
    "累计": ("summed", "plan"),
    "cumulative": ("summed", "plan"),
    "total": ("summed",),
    "期末": ("end_of_period",),
    "年末": ("end_of_period",),
    "year_end": ("end_of_period",),
    "平均": ("average",),
    "mean": ("average",),
    "年均": ("year", "average"),
    "越高越好": ("higher",),
    "more": ("higher",),
    "up": ("higher",),
    "越低越好": ("lower",),
    "less": ("lower",),
    "down": ("lower",),
    "约束性": ("binding",),
    "预期性": ("expected",),
    "按时间": ("linear",),
    "按时间均匀": ("linear",),
    "按基期年": ("base_year",),
    "不变价": ("constant",),
    "可比价": ("constant",),
    "real": ("constant",),
    "现价": ("current",),
    "nominal": ("current",),
    "正式数": ("A",),
    "终值": ("A",),
    "初步": ("P",),
    "初步数": ("P",),
    "估计": ("E",),
    "估计数": ("E",),
    "预测": ("F",),
    "预测数": ("F",),
    "口径变化": ("B",),
}
"""Words of the closed lists of a plan file."""


def meaning(word: str, meanings: Meanings, known: Collection[str]) -> str | None:
    """Return which known word a word means, also a Chinese one that is mistyped; None for none."""
    fitting: dict[str, str] = {}
    for written, meant in meanings.items():
        for candidate in meant:
            if candidate in known:
                fitting.setdefault(written, candidate)
    if word in fitting:
        return fitting[word]
    if word.isascii():
        return None
    close = nearest_word(word, fitting)
    return None if close is None else fitting[close]


def field_remedy(written: str, fields: Collection[str]) -> Text | None:
    """Return the remedy that names the field which was meant, None if none is like it."""
    meant = meaning(written, FIELDS, fields)
    return nearest_remedy(written, fields) if meant is None else did_you_mean(meant)
