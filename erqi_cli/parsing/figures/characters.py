"""Brings the characters of a text into one form: simplified, half-width, one kind of dash.

Every character becomes exactly one character, so offsets stay those of the file.
"""

import re

TRADITIONAL_AND_SIMPLIFIED = """
    億亿 萬万 個个 兩两 幾几 餘余 點点 參参 貳贰 陸陆 圓元 畝亩 頃顷 噸吨 級级 歲岁 臺台 輛辆
    張张 條条 項项 處处 戶户 棟栋 間间 層层 頭头 隻只 種种 類类 場场 對对 雙双 組组 門门 盞盏
    塊块 冊册 號号 屆届 週周 時时 鐘钟 標标 釐厘 課课 學学 顆颗 單单 車车 輪轮 線线 員员 價价
    幣币

    艙舱 節节 訂订 樓楼 質质 約约 達达 過过 內内 於于 長长 漲涨 負负 減减 縮缩 壓压 較较 額额
    縣县 鄉乡 鎮镇 區区 穩稳 實实 現现 為为 爲为 從从 僅仅 應应 須须 將将 臨临 鄰邻 佔占 滿满
    環环 際际 規规 劃划 動动 計计 戰战 園园 黨党 產产 業业 強强 進进 總总 經经 濟济 網网 發发
    開开 設设 資资 財财 貿贸 貨货 費费 稅税 購购 貸贷 債债 農农 糧粮 漁渔 險险 養养 醫医 衛卫
    療疗 護护 務务 勞劳 職职 聯联 體体 優优 創创 辦办 協协 導导 領领 題题 頻频 驗验 檢检 測测
    監监 調调 評评 試试 議议 論论 證证 識识 訓训 話话 該该 語语 讀读 請请 諾诺 謀谋 講讲 書书
    圖图 館馆 藝艺 報报 紙纸 紀纪 細细 終终 結结 給给 統统 維维 綜综 編编 續续 繼继 織织 綠绿
    紅红 純纯 納纳 縱纵 聽听 聲声 勝胜 脫脱 興兴 舊旧 藥药 蘇苏 營营 獲获 藍蓝 補补 裝装 複复
    復复 見见 視视 覽览 觀观 覺觉 責责 貧贫 貢贡 貫贯 賽赛 趨趋 踐践 轉转 載载 輔辅 輸输 邊边
    遷迁 邁迈 運运 還还 這这 遠远 連连 適适 選选 遞递 遺遗 鄭郑 釋释 針针 鋼钢 鐵铁 鋪铺 銷销
    鏈链 閉闭 問问 隊队 陽阳 階阶 隨随 隱隐 難难 霧雾 靜静 頁页 順顺 預预 飲饮 魚鱼 龍龙 齡龄
    齊齐 會会 傳传 眾众 衆众 兒儿 決决 淨净 擊击 別别 製制 勢势 賣卖 廠厂 廳厅 歷历 曆历 變变
    葉叶 啟启 圍围 國国 堅坚 墾垦 夠够 獎奖 婦妇 寧宁 寶宝 審审 寬宽 爾尔 盡尽 崗岗 幫帮 廣广
    莊庄 庫库 廢废 異异 歸归 當当 錄录 徹彻 態态 願愿 執执 擴扩 掃扫 撫抚 擇择 換换 據据 損损
    擺摆 數数 斷断 無无 顯显 暫暂 術术 機机 權权 來来 極极 構构 樣样 橋桥 檔档 歐欧 殘残 畢毕
    氣气 匯汇 溝沟 潔洁 灣湾 溫温 災灾 燈灯 爐炉 熱热 愛爱 牽牵 狀状 獨独 電电 盤盘 碼码 礎础
    確确 離离 積积 稱称 競竞 筆笔 築筑 簡简 緊紧 績绩 繳缴 羅罗 罰罚 後后 裡里 裏里 幹干 乾干
    鬥斗 臟脏 髒脏 豐丰 龐庞 樹树 葦苇 憑凭 擔担 擁拥 擬拟 躍跃 獻献 儲储 備备 認认 徵征 蓋盖
    遊游 劑剂 頂顶 徑径 緩缓 虧亏 滯滞 澇涝 鹽盐 礦矿 煉炼 鍋锅 鈉钠 鋰锂 芻刍 蟲虫 雞鸡 鴨鸭
    鵝鹅 豬猪 貓猫 鳥鸟 馬马 驛驿 駐驻 駕驾 驅驱 懸悬 擋挡 攔拦 攜携 挾挟 揚扬 搶抢 攤摊 癥症
    讚赞 贊赞 贈赠 賬账 賠赔 贏赢 贖赎 軍军 軌轨 軸轴 輻辐 辭辞 遲迟 郵邮 醬酱 醜丑 錢钱 錶表
    鍊链 鎖锁 鏡镜 鑑鉴 鑽钻 閒闲 閣阁 闆板 關关 陣阵 陰阴 陳陈 雖虽 雜杂 雲云 霑沾 韓韩 響响
    頒颁 頓顿 頸颈 顏颜 顧顾 飯饭 飽饱 餅饼 饋馈
"""
"""Pairs of characters: first those of numbers and units, then others of official documents."""
TRADITIONAL = {ord(pair[0]): pair[1] for pair in TRADITIONAL_AND_SIMPLIFIED.split()}
FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
QUOTATION_MARKS = dict.fromkeys(map(ord, "“”„‟「」『』"), '"')
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−～〜~﹣"), "-")
COMPARISONS = {ord("≧"): "≥", ord("⩾"): "≥", ord("≦"): "≤", ord("⩽"): "≤"}
RATIO_SIGN = {ord("∶"): ":"}
ONE_FORM = {**FULL_WIDTH, **TRADITIONAL, **QUOTATION_MARKS, **COMPARISONS, **RATIO_SIGN}
NOT_THOUSANDS = re.compile(r"(?<![0-9]),|,(?![0-9]{3}(?![0-9]))")
"""A comma that does not separate thousands."""
FULL_WIDTH_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""A full-width comma between full-width digits, which separates thousands."""


def normalise_characters(words: str) -> str:
    """Return a text of the same length with each character in its one form."""
    thousands = FULL_WIDTH_THOUSANDS.sub(",", words)
    # Chinese commas keep their form: translated to "," they would look like thousands separators.
    protected = thousands.replace("，", "\0")
    # Dashes come last: a full-width hyphen is first made a half-width one.
    narrow = protected.translate(ONE_FORM).translate(DASHES)
    return NOT_THOUSANDS.sub("，", narrow).replace("\0", "，")
