### 网站自有文字之外，读者看到的简体中文词句。
###
### 名称和占位符与 `en.ftl` 相同，每句话用在何处见该文件。日期可能并不精确（“约2022年10月”），
### 所以英文把日期放在句中的地方，这里多放在冒号之后。

## 列举

list-next = { $list }、{ $next }
list-or = { $list }或{ $last }
list-and = { $list }和{ $last }
list-and-before-i = { $list }和{ $last }
list-or-before-o = { $list }或{ $last }
list-and-more = { $list }等，另有{ $count }项
list-and-others = { $list }等
quoted = “{ $words }”
digit-group = ,

## 月份和季节（CLDR 48）

january = 1月
february = 2月
march = 3月
april = 4月
may = 5月
june = 6月
july = 7月
august = 8月
september = 9月
october = 10月
november = 11月
december = 12月
january-short = 1月
february-short = 2月
march-short = 3月
april-short = 4月
may-short = 5月
june-short = 6月
july-short = 7月
august-short = 8月
september-short = 9月
october-short = 10月
november-short = 11月
december-short = 12月
spring = 春季
summer = 夏季
autumn = 秋季
winter = 冬季

## 日期

year-modern = { $year }年
year-bc = 公元前{ $year }年
year-ad = 公元{ $year }年
year-long = 公元{ $year }年
decade = { $year }年代
month-of-year = { $year }{ $month }
season-of-year = { $year }{ $season }
day-alone = { $day }日
day-of-month = { $month }{ $day }日
day-of-year = { $year }年{ $month }{ $day }日
day-of-other-year = { $year }{ $month }{ $day }日
some-month = { $year }某月
some-day-of-year = { $year }某日
some-day-of-month = { $year }{ $month }某日
date-about = { $date }前后
date-about-day = { $date }前后
date-or-thereabouts = { $date }或其前后
date-uncertain = { $date }（不确定）
date-uncertain-short = { $date }（?）
date-early = { $date }初
date-early-month = { $date }上旬
date-mid = { $date }年中
date-mid-month = { $date }中旬
date-late = { $date }底
date-late-month = { $date }下旬
date-before = { $date }之前
date-before-day = { $date }之前
date-no-later = 不晚于{ $date }
date-no-later-day = 不晚于{ $date }
date-after = { $date }之后
date-after-day = { $date }之后
date-no-earlier = 不早于{ $date }
date-no-earlier-day = 不早于{ $date }
date-since = 自{ $date }起
date-since-day = 自{ $date }起
date-from-end-unknown = 自{ $date }起（终止时间不详）
date-from-end-unknown-day = 自{ $date }起（终止时间不详）
date-until = 截至{ $date }
date-until-day = 截至{ $date }
date-until-start-unknown = 截至{ $date }（起始时间不详）
date-until-start-unknown-day = 截至{ $date }（起始时间不详）
date-throughout = { $date }全期
date-from-to = { $from }至{ $to }
date-from-to-days = { $from }至{ $to }
date-from-to-of-year = { $year }{ $from }至{ $to }
date-span = { $from }至{ $to }
date-span-in = { $of }{ $from }至{ $to }
date-span-of-days = { $of }{ $from }至{ $to }
date-between = { $from }至{ $to }之间
date-between-days = { $from }至{ $to }之间
date-between-of-year = { $year }{ $from }至{ $to }之间
date-between-in = { $of }{ $from }至{ $to }之间
date-between-days-of = { $of }{ $from }至{ $to }之间
date-and-time = { $date } { $time }
dates-from-to = { $from } – { $to }
facts-dated = 有日期的事实：{ $span }

## 语言（CLDR 48）

language-ar = 阿拉伯语
language-be = 白俄罗斯语
language-bg = 保加利亚语
language-bn = 孟加拉语
language-bo = 藏语
language-ca = 加泰罗尼亚语
language-cs = 捷克语
language-da = 丹麦语
language-de = 德语
language-el = 希腊语
language-en = 英语
language-es = 西班牙语
language-et = 爱沙尼亚语
language-eu = 巴斯克语
language-fa = 波斯语
language-fi = 芬兰语
language-fr = 法语
language-ga = 爱尔兰语
language-he = 希伯来语
language-hi = 印地语
language-hr = 克罗地亚语
language-hu = 匈牙利语
language-id = 印度尼西亚语
language-is = 冰岛语
language-it = 意大利语
language-ja = 日语
language-kk = 哈萨克语
language-km = 高棉语
language-ko = 韩语
language-lo = 老挝语
language-lt = 立陶宛语
language-lv = 拉脱维亚语
language-mn = 蒙古语
language-ms = 马来语
language-my = 缅甸语
language-nl = 荷兰语
language-no = 挪威语
language-pl = 波兰语
language-pt = 葡萄牙语
language-ro = 罗马尼亚语
language-ru = 俄语
language-sk = 斯洛伐克语
language-sl = 斯洛文尼亚语
language-sr = 塞尔维亚语
language-sv = 瑞典语
language-sw = 斯瓦希里语
language-th = 泰语
language-tr = 土耳其语
language-ug = 维吾尔语
language-uk = 乌克兰语
language-vi = 越南语
language-zh = 中文

## 网站的组成部分

home = 首页
home-page = 首页
article = 文章
articles = 文章
author = 作者
authors = 作者
claim = 说法
claims = 说法
correction = 更正
corrections = 更正
country = 国家
countries = 国家
countries-and-territories = 国家和地区
country-or-territory = 国家或地区
dated-fact = 有日期的事实
dates = 日期
dates-of = { $item }：日期
entity = 人物或机构
people-and-bodies = 人物和机构
disagreements = 各方来源的分歧
location = 地点
locations = 地点
not-found = 找不到页面
no-page-here = 此地址没有页面
index-a-to-z = 索引
index-letter = 索引：{ $letter }
page = 页面
search = 搜索
source = 来源
sources = 来源
tag = 标签
tags = 标签
timeline = 时间线
status-of-claims = 说法：{ $status }
list-of-item = { $item }：{ $list }
policy = 准则：{ $name }

## 计数

articles-counted = { $count }篇文章
claims-counted = { $count }项说法
locations-counted = { $count }处地点
sources-counted = { $count }个来源
countries-counted = { $count }个国家和地区
all = 全部
all-articles = 全部{ $total }篇文章
all-claims = 全部{ $total }项说法
all-dated-facts = 全部{ $total }项有日期的事实
all-locations = 全部{ $total }处地点
all-mentions = 全部{ $total }处提及
all-sources = 全部{ $total }个来源

## 每页的框架

skip-to-text = 跳到正文
main-menu = 主菜单
languages = 语言
breadcrumb = 当前位置
contents = 目录
theme-auto = 自动
theme-light = 浅色
theme-dark = 深色
theme-is = 配色：{ $theme }
at-a-glance = 概览
published-by = 发布者：{ $publisher }
about-this-site = 关于本站
cite-this-page = 引用本页
pages-of-list = 本列表各页
previous = 上一页
next = 下一页
shown-of = 第 { $first }–{ $last } 条，共 { $total } 条
moved-to = 已移至：{ $page }
page-is-now-at = 本页现位于{ $page }。
not-found-help = 地址可能输入有误，或链接有错。凡在此发布过的内容，都仍可找到。
withdrawn = 已撤下
withdrawn-on = 此地址原有内容已撤下（{ $date }）。
back-to = 返回：{ $page }
mentioned-in = 提及本项的页面
cited-in = 引用本项的页面
repeated-by = 转述者
sources-named = { $count ->
   *[other] 来源：{ $sources }
}
cited-at = 引用处：{ $places }
cited-times = 被引用 { $count } 次
back-to-place = 返回正文第{ $place }处
updated-on = 更新：{ $date }
feed-of = { $title }（订阅）
feed-all-articles = 全部文章（订阅）
feed-corrections = 更正（订阅）
feed-changes = 变动（订阅）
country-of-site = { $country } – { $site }

## 搜索

search-this-site = 搜索本站
search-hint = 词语、人名或地名，任何文字均可
search-none = 没有找到结果。
search-failed = 无法读取搜索索引。
search-kind = 类别
search-country = 国家
search-status = 状态
search-year = 年份
search-any = 全部
search-value = { $value } ({ $count })
search-more = 显示更多
search-without-script = 搜索需要 JavaScript。本站的所有内容也可以按首字查找。
results-counted = { $count } 条结果

## 首页

lead-and-latest = 头条和最新文章
latest = 最新文章
all-the-articles = 全部文章
key-figures = 关键数字
all-disagreements = 各方来源的全部分歧
latest-dates = 最近的日期
whole-timeline = 完整时间线
status-of-the-locations = 各地点的状况
changes-in-ledger = 说法登记册的变动
status-of-the-claims = 各项说法的状况
all-corrections = 全部更正
ways-in = 从何处入手
by-region = 按地区
by-year = 按年份
by-letter = 按首字母
by-kind = 按类别
by-language = 按语言
what-changed = 更动

## 文章

type-report = 报道
type-explainer = 解读
type-analysis = 分析
type-opinion = 评论
type-brief = 简讯
by-authors = 作者：{ $authors }
published-on = 发布：{ $date }
checked-on = 核对：{ $date }
minutes-to-read = 阅读约需{ $minutes }分钟
also-in = 其他语言：{ $translations }
translated-from = 译自：{ $original }
translation-is-behind = 本译文完成后，原文又有修改：{ $original }，{ $date }。
translation-differs = 本译文所涉及的说法与原文不一致：{ $original }。
corrected-see-note = 已更正：见文末说明
how-made = 本文如何写成
funding = 资金来源
licence = 许可
what-we-know = 目前所知
sources-of-article = 本文来源：{ $evidence }。
keep-reading = 延伸阅读
articles-before-and-after = 前后文章
earlier = 较早
later = 较新
author-elsewhere = { $name }的其他网页

## 更正

clarification = 澄清
update = 更新
retraction = 撤回
editors-note = 编者按
correction-on = 关于：{ $subject }
was-label = 原文：
now-label = 现为：
was = 原文：{ $words }
reason = 原因：{ $words }
no-corrections = 没有更正记录。更正列于此处，最新的在前，并刊于所涉页面。
corrections-of-site = 更正 – { $site }

## 图片

graphic-picture = 可能引起不适的图片：{ $shows }
edited = 已编辑：{ $edits }
taken-from = 来源：{ $source }

## 正文中的标记

alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
notes = 注释
note-number = 注{ $number }
back-to-text = 返回正文
table-number = 表{ $number }
code-block = 代码
citation-needed = 需要出处
withheld-safety = 出于安全考虑不公开姓名
withheld-minor = 当事人未成年，不公开姓名
withheld-court = 依法院命令不公开姓名
withheld-source-request = 应消息来源要求不公开姓名
withheld-privacy = 出于隐私考虑不公开姓名

## 来源

confidential-source = 保密来源
a-confidential-source = 一个保密来源
read-source = 阅读来源
read-archived-copy = 阅读存档副本
first-at = 最初位于{ $address }
its-own-address = 原地址
by-column = 作者
publisher-column = 发布者
date-column = 日期
seen-column = 查阅日期
language-column = 语言
reliability-column = 可靠程度（海军部编码）
origin-column = 出处
part-of = 所属
repeats-others = 转述其他来源
record-or-statement = 其所述事项本身的记录或声明
own-work = 自行采写
origin-not-traced = 未能追溯：可能转述其他来源
doi-column = DOI
sha256-column = 注明的 SHA-256，未读取副本
verified-copy = 经核验的副本
verified-sum = SHA-256 { $sum }，本站生成时读取
verified-of-day = 保存于：{ $day }，SHA-256 { $sum }，本站生成时读取
named-copies-column = 注明的副本
copies-named = { $count ->
   *[other] { $count }份存于网络档案馆，本站生成时未读取
}
citation-key = 引用键
quoted-page = 第{ $page }页
based-on = 依据
quoted-above = 正文引语
copies-verified = { $count ->
   *[other] { $count }份经核验的副本，本站生成时读取
}
copies-only-named = { $count ->
   *[other] { $count }个来源的副本仅注明存于网络档案馆
}
copies-verified-and-named = { $verified }；{ $named }
copy-of-day = { $day }的副本（{ $sum }）
copy-of-sum = 副本 { $sum }
quotation-checked = 已与{ $copy }核对
quotation-elsewhere = 不在{ $copy }的该页上
quotation-missing = 在{ $copy }中找不到
quotation-translated = 译文，故未核对
quotation-without-copy = 未核对：此处没有保存该来源的副本
quotation-unread = 未核对：副本中没有可读的文字
quotation-locked = 未核对：副本已加锁
this-source-repeats = 本来源转述：{ $sources }
comes-down-to = 最终出自：{ $origins }
claims-resting-on-it = 以此为依据的说法
kind-article = 文章
kind-bill = 法案
kind-book = 图书
kind-broadcast = 广播电视节目
kind-chapter = 章节
kind-collection = 文集
kind-dataset = 数据集
kind-document = 文件
kind-entry = 条目
kind-event = 活动
kind-figure = 图表
kind-graphic = 图像
kind-hearing = 听证会
kind-interview = 访谈
kind-legislation = 法律
kind-manuscript = 手稿
kind-map = 地图
kind-musical-score = 乐谱
kind-opinion = 评论
kind-pamphlet = 小册子
kind-patent = 专利
kind-performance = 演出
kind-periodical = 期刊
kind-personal-communication = 私人通信
kind-post = 帖文
kind-regulation = 法规
kind-report = 报告
kind-review = 评介
kind-software = 软件
kind-song = 歌曲
kind-speech = 演讲
kind-standard = 标准
kind-thesis = 学位论文
kind-treaty = 条约
newspaper-article = 报纸文章
magazine-article = 杂志文章
journal-article = 学术论文
dictionary-entry = 词典条目
encyclopaedia-entry = 百科条目
court-record = 法庭文件
film-or-video = 影片或视频
conference-paper = 会议论文
weblog-post = 博客文章
book-review = 书评
web-page = 网页
primary-source = 一手来源
secondary-source = 二手来源
tertiary-source = 三手来源
news-agency = 通讯社
state-media = 官方媒体
read-in-a-copy = 读的是副本，未见原件
known-through-others = 未见原文，经他人转述得知
close-sheet = 关闭
paywalled = 付费内容
login-needed = 需要登录
offline = 离线
confidential = 保密
url-live = 有效
url-dead = 已失效
url-usurped = 已被占用
url-unfit = 不宜链接

## 各来源的统计

what-sources-count = 各来源的统计
sources-disagree = 各来源不一致
value-column = 数值
as-of-column = 截至
counted-by-column = 统计者
note-column = 说明
not-recorded = 未记录
rank-preferred = 宜引用的数字
rank-deprecated = 过时或有误
value-as-of = { $value }（{ $date }）
disagreements-about = 同一事项的不同统计结果：谁说了什么，截至何时。均未取平均。
no-disagreements = 此处记录的统计没有互相矛盾的。

## 国家和地点

regions = 地区
region-africa = 非洲
region-asia = 亚洲
region-europe = 欧洲
region-latin-america = 拉丁美洲和加勒比地区
region-north-america = 北美洲
region-oceania = 大洋洲
region-antarctica = 南极洲
iso-code = ISO 3166-1 代码
code-column = 代码
locations-by-status = 按状况分列的地点
official-response = 官方回应
first-date = 最早日期
last-date = 最近日期
without-status = { $count }处状况不明
cited-above = 上文引用
sources-about = 有关{ $country }各页的来源
neighbours = 邻国和邻近地区
what-statuses-mean = 各种状况的含义
confidence = 可信程度
confidence-high = 高：多个可靠来源一致
confidence-medium = 中：一个可靠来源，或多个互相依赖的来源
confidence-low = 低：二手转述或不完整
city = 城市
area = 区域
kind = 类别
said-to-be-run-by = 据称运营者
stations-counted = 此处所计站点数
first-reported = 首次报道
precision-shown = 显示精度
precision-metre = 米
precision-building = 建筑
precision-street = 街道
precision-city = 城市
precision-region = 区域
precision-country = 国家
status-history = 状况变动
location-reported = 有报道
location-under-investigation = 调查中
location-ordered-closed = 已下令关闭
location-closed = 已关闭
location-disputed = 有争议
other-locations-in = { $country }的其他地点
and-more = 另有{ $count }项

## 有日期的事实

told-in = 见：{ $articles }
told-in-more = 见：{ $articles }，另有{ $count }篇
years = 年份
years-of = { $country }：各年
year-of-country = { $country }，{ $year }年
latest-facts-shown = 此处显示{ $total }项中最近的{ $shown }项；每年另有专页。
facts-in-all = { $count ->
   *[other] 共{ $count }项有日期的事实。
}
facts-in-all-latest-shown = { $count ->
   *[other] 共{ $count }项有日期的事实，各在其年份的页面。此处显示最近的{ $shown }项。
}
earlier-year = 更早：{ $year }年
lane-reported = 公布与报道
lane-official = 政府与法院
lane-answer = 回应
facts-by-month = 按月份排列的事实
month-not-known = { $year }，月份不详

## 人物和机构

person = 人物
organisation = 组织
public-body = 公共机构
company = 公司
legal-entity = 法律实体
a-person = 某人
an-organisation = 某组织
no-wrongdoing = 列于此处并不意味着有不当行为：本页只说明各来源说了什么、说的是谁。
said-to-run = { $count ->
   *[other] 据称运营{ $count }处地点
}
role = 角色
name-in-language = { $language }名称
claims-about-entity = 关于该方的说法、该方的说法及其答复
locations-of-entity = 据称由其运营的地点

## 说法：本站的评估

claim-alleged = 有人指称
claim-alleged-means = 有人这样说。
claim-reported = 已有报道
claim-reported-means = 指称者之外的来源有此报道。
claim-finding = 调查结论
claim-finding-means = 有人查过，称没有发现。
claim-finding-reported = 调查结论，已有报道
claim-finding-reported-means = 有人查过，没有发现，另有来源报道。
claim-corroborated = 已获佐证
claim-corroborated-means = 两个互不依赖的来源这样说。
claim-confirmed = 已证实
claim-confirmed-means = 根据所注依据，可以确定。
claim-disputed = 有争议
claim-disputed-means = 可能知情的来源有不同说法。
claim-unsubstantiated = 未获证据支持
claim-unsubstantiated-means = 有人查过，没有发现。
claim-refuted = 已被推翻
claim-refuted-means = 已知其不实。
claim-retracted = 已收回
claim-retracted-means = 说者已收回此说。
claim-superseded = 已被取代
claim-superseded-means = 已由另一说法取代。
basis = 依据
basis-is = 依据：{ $basis }。
basis-admission = 当事方承认
basis-court-finding = 法院认定
basis-official-record = 官方记录
basis-primary-document = 当时的文件
basis-own-verification = 本站自行核实
basis-independent-reports = 互不依赖的报道
our-assessment = 本站的评估
what-evidence-carries = 证据能说明什么
who-says-so = 谁这样说
whole-record = 完整记录
where-this-stands = 目前情况
last-change = 最近变更
status-from-to = { $before } → { $now }
answers-given = 回应
answers-and-more = { $answer }；{ $count ->
   *[other] 另有 { $count } 项回应
}
evidence = 证据
evidence-for = 支持的证据
evidence-against = 相反证据
finding = 结论
disputed-by = 质疑者
concerns = 涉及
history = 变动经过
superseded-by = 已由{ $claim }取代
citations-counted = { $count }处引用
publishers-counted = { $count }个发布者
no-origin-traced = 未追溯到出处
origins-traced = 追溯到{ $count }个出处
origins-not-traced = { $count }个未能追溯
traced-to = 最终出自{ $origins }
one-maker-counts-once = 同一方在多处所说，只算一次。
repeats-others-short = 转述其他来源
own-work-short = 自行采写
record-short = 记录或声明
own-word-short = 指称者自己的话
not-traced-short = 未能追溯
others-counted = 另有{ $count }个
only-who-says-so = 全部最终都出自指称者本身。
exceptions-from-rules = 本站规则的例外
claims-by-country-and-status = 按国家和状况分列的说法
claims-about = { $count ->
   *[other] 共{ $count }项说法。每项说法的页面分别说明本站的评估、司法处理和当事方的答复。
}
by-status = 按状况
by-country = 按国家
claims-by-status = 按状况分列的说法
disagreements-counted = 各方来源的分歧（{ $total }）
latest-changes = 最近的状况变动
latest-changes-shown = 此处显示{ $total }项中最近的{ $shown }项；每项说法的全部变动见其页面。
changes-of-site = 变动 – { $site }
new-on-this-site = 本站新增。
words-have-changed = 本页文字有改动。
sources-have-changed = 本页的依据有改动。
address-has-changed = 本页地址已变更。
since = 自：{ $date }

## 说法：司法处理

what-law-did = 司法处理
proceedings = 程序
none-recorded = 没有记录。
under-investigation = 受调查
arrested = 被捕
charged = 被起诉
pleaded-guilty = 认罪
pleaded-not-guilty = 不认罪
convicted = 被判有罪
sentenced = 被判刑
acquitted = 被判无罪
case-dismissed = 案件被驳回
closed-without-charges = 调查结束，未起诉
sued = 提起诉讼

## 说法：当事方怎么说

what-those-concerned-say = 当事方怎么说
responses = 答复
denied-it = 否认
admitted-it = 承认
admitted-in-part = 部分承认
explained-it = 另作解释
rejected-it = 予以驳斥
declined-to-comment = 不予置评
right-of-reply = 答复权
asked = 询问日期：{ $date }。
asked-until = 询问日期：{ $date }；期限：{ $deadline }。
asked-by = 询问日期：{ $date }，方式：{ $means }。
asked-by-until = 询问日期：{ $date }，方式：{ $means }；期限：{ $deadline }。
they-answered = 已答复。
no-response = 没有答复。
they-declined = 拒绝答复。
they-were-unreachable = 无法联系。
answer-awaited = 正在等待答复。

## 地图

map-of-countries = { $countries }，按当局的回应区分
map-of-locations = { $countries }，{ $locations }，按当局的回应区分
map-area = { $country }：{ $known }
map-of = 地图：{ $country }
map-with = 地图：{ $country }，{ $locations }
kilometres = { $count }公里
not-on-map = { $count }个地点不在地图上：其位置不明或不予显示。
no-response-recorded = 无回应记录
published-precision = 圆圈表示位置的精确程度，并非具体场所。

## 主题的样式指南

style-guide = 样式指南
style-guide-about = 主题 { $theme } 的组件，各以其示例展示。此处的改动会出现在所有使用它的页面上。
parameter-column = 参数
type-column = 类型
default-column = 默认值
has-to-be-given = 必须提供
from-the-page = 取自页面
shown-in = 用于 { $components }
no-own-example = 没有自己的示例。
as-in-the-theme = 在主题中
as-html = HTML
nothing-seen = 读者看不到它的任何内容。
example-fails = 无法展示此示例：{ $reason }
changed-in = 在 { $theme } 中改动
examples-counted = { $count } 个示例
