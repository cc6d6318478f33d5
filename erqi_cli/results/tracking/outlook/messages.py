"""The texts of the outlook."""

from erqi_cli.domain.vocabulary import IntervalGap, OutlookMethod
from erqi_cli.i18n.text import Text

# Notes under the table

EXTRAPOLATION_NOTE = Text(
    "{label}：{method}推算，不是预测",
    "{label}: extrapolated {method}; not a forecast",
)
OUTLOOK_METHODS = {
    OutlookMethod.BASE_YEAR: Text(
        "按{base_year}年同期比重",
        "by the share of the same months in {base_year}",
    ),
    OutlookMethod.RUN_RATE: Text("按目前进度", "at the current rate"),
}
OUTLOOK_METHODS_MIXED = Text(
    "有{base_year}年分月数据的按同期比重、其余按目前进度",
    "by the share of the same months in {base_year} if known, otherwise at the current rate",
)
INTERVAL_NOTE = Text(
    "80%区间：按往年同期比重的变动（t分布）推算的范围",
    "80% interval: a range based on how the share of the same months changed in past years "
    "(t-distribution)",
)
NO_INTERVAL_NOTE = Text(
    "未给出80%区间：{reasons}",
    "No 80% interval: {reasons}",
)
NO_INTERVAL_OF_SOME = Text(
    "{count}项未给出80%区间：{reasons}",
    "{counted} without an 80% interval: {reasons}",
)
INTERVAL_GAPS = {
    IntervalGap.FEW_YEARS: Text(
        "截至{base_year}年，有同期数据的连续年份不足三年",
        "it needs the same months of three consecutive years up to {base_year}",
    ),
    IntervalGap.EVEN_PACE: Text(
        "计划要求均匀推进（pace: linear），不用往年各月",
        "the plan asks for an even pace (pace: linear)",
    ),
    IntervalGap.TOO_WIDE: Text(
        "往年同期比重变动过大",
        "the share of the same months varied too much in past years",
    ),
}

# The arithmetic

EXTRAPOLATED = Text(
    "{actual} ÷ {share} = {amount}（{method}推算，非预测）",
    "{actual} ÷ {share} = {amount}, extrapolated {method}",
)
SHARE_CHANGES_LABEL = Text("往年同期比重变动", "Past changes in the share")
SHARE_CHANGES = Text(
    "{changes}个百分点；均方根{deviation}",
    "{changes} points; root mean square {deviation}",
)
INTERVAL_ARITHMETIC = Text(
    "{deviation} × {quantile}（t分布，自由度{degrees}） = {half}；"
    "{actual} ÷ ({share} ± {half}%) = {lower}至{upper}",
    "{deviation} × {quantile} (t-distribution, {freedom}) = {half}; "
    "{actual} ÷ ({share} ± {half}%) = {lower} to {upper}",
)
INTERVAL_CAPPED = Text("{interval}（比重不超过100%）", "{interval} (the share is at most 100%)")
NO_INTERVAL = Text("无：{reason}", "none: {reason}")
