"""The texts of remedies that only the rules know."""

from erqi_cli.i18n.text import Text

SOURCE = Text("来源", "source")
INDICATOR_OR_TARGET = Text("指标或目标", "indicator or target")
USE_SHARE = Text("占比请用 kind: share", "for a share use kind: share")
USE_GROWTH_KEY = Text("增速请写成 growth: {value}", "a growth is written growth: {value}")
