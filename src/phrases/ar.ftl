### ما يراه القرّاء بالعربية إلى جانب نصوص الموقع نفسها.
###
### الأسماء والمواضع هي نفسها في `en.ftl`، وفيه بيان موضع كل عبارة. قد يكون التاريخ غير دقيق، ولذلك يأتي بعد
### نقطتين حيث يأتي في الإنجليزية وسط الجملة. للأعداد ست صيغ (CLDR 48).

## القوائم

list-next = { $list }، { $next }
list-or = { $list } أو { $last }
list-and = { $list } و{ $last }
list-and-before-i = { $list } و{ $last }
list-or-before-o = { $list } أو { $last }
list-and-more = { $list } و{ $count } أخرى
list-and-others = { $list } وآخرون
quoted = «{ $words }»
digit-group = ,

## الشهور والفصول (CLDR 48)

january = يناير
february = فبراير
march = مارس
april = أبريل
may = مايو
june = يونيو
july = يوليو
august = أغسطس
september = سبتمبر
october = أكتوبر
november = نوفمبر
december = ديسمبر
january-short = يناير
february-short = فبراير
march-short = مارس
april-short = أبريل
may-short = مايو
june-short = يونيو
july-short = يوليو
august-short = أغسطس
september-short = سبتمبر
october-short = أكتوبر
november-short = نوفمبر
december-short = ديسمبر
spring = ربيع
summer = صيف
autumn = خريف
winter = شتاء

## التواريخ

year-modern = { $year }
year-bc = { $year } قبل الميلاد
year-ad = { $year } ميلادية
year-long = سنة { $year }
decade = عقد { $year }
month-of-year = { $month } { $year }
season-of-year = { $season } { $year }
day-alone = { $day }
day-of-month = { $day } { $month }
day-of-year = { $day } { $month } { $year }
day-of-other-year = { $day } { $month } { $year }
some-month = أحد شهور { $year }
some-day-of-year = أحد أيام { $year }
some-day-of-month = أحد أيام { $month } { $year }
date-about = نحو { $date }
date-about-day = نحو { $date }
date-or-thereabouts = { $date } أو قرابة ذلك
date-uncertain = { $date } (غير مؤكد)
date-uncertain-short = { $date } (؟)
date-early = أوائل { $date }
date-early-month = أوائل { $date }
date-mid = منتصف { $date }
date-mid-month = منتصف { $date }
date-late = أواخر { $date }
date-late-month = أواخر { $date }
date-before = قبل { $date }
date-before-day = قبل { $date }
date-no-later = في موعد لا يتجاوز { $date }
date-no-later-day = في موعد لا يتجاوز { $date }
date-after = بعد { $date }
date-after-day = بعد { $date }
date-no-earlier = في موعد لا يسبق { $date }
date-no-earlier-day = في موعد لا يسبق { $date }
date-since = منذ { $date }
date-since-day = منذ { $date }
date-from-end-unknown = من { $date } (النهاية غير معروفة)
date-from-end-unknown-day = من { $date } (النهاية غير معروفة)
date-until = حتى { $date }
date-until-day = حتى { $date }
date-until-start-unknown = حتى { $date } (البداية غير معروفة)
date-until-start-unknown-day = حتى { $date } (البداية غير معروفة)
date-throughout = طوال { $date }
date-from-to = من { $from } إلى { $to }
date-from-to-days = من { $from } إلى { $to }
date-from-to-of-year = من { $from } إلى { $to } { $year }
date-span = { $from }–{ $to }
date-span-in = { $from }–{ $to } { $of }
date-span-of-days = { $from }–{ $to } { $of }
date-between = بين { $from } و{ $to }
date-between-days = بين { $from } و{ $to }
date-between-of-year = بين { $from } و{ $to } { $year }
date-between-in = بين { $from } و{ $to } { $of }
date-between-days-of = بين { $from } و{ $to } { $of }
date-and-time = { $date }، { $time }
dates-from-to = { $from } – { $to }
facts-dated = وقائع مؤرخة: { $span }

## اللغات (CLDR 48)

language-ar = العربية
language-be = البيلاروسية
language-bg = البلغارية
language-bn = البنغالية
language-bo = التبتية
language-ca = الكتالانية
language-cs = التشيكية
language-da = الدانمركية
language-de = الألمانية
language-el = اليونانية
language-en = الإنجليزية
language-es = الإسبانية
language-et = الإستونية
language-eu = الباسكية
language-fa = الفارسية
language-fi = الفنلندية
language-fr = الفرنسية
language-ga = الأيرلندية
language-he = العبرية
language-hi = الهندية
language-hr = الكرواتية
language-hu = الهنغارية
language-id = الإندونيسية
language-is = الأيسلندية
language-it = الإيطالية
language-ja = اليابانية
language-kk = الكازاخستانية
language-km = الخميرية
language-ko = الكورية
language-lo = اللاوية
language-lt = الليتوانية
language-lv = اللاتفية
language-mn = المنغولية
language-ms = الماليزية
language-my = البورمية
language-nl = الهولندية
language-no = النرويجية
language-pl = البولندية
language-pt = البرتغالية
language-ro = الرومانية
language-ru = الروسية
language-sk = السلوفاكية
language-sl = السلوفانية
language-sr = الصربية
language-sv = السويدية
language-sw = السواحلية
language-th = التايلاندية
language-tr = التركية
language-ug = الأويغورية
language-uk = الأوكرانية
language-vi = الفيتنامية
language-zh = الصينية

## مكوّنات الموقع

home = الرئيسية
home-page = الصفحة الرئيسية
article = مقال
articles = المقالات
author = كاتب
authors = الكتّاب
claim = ادعاء
claims = الادعاءات
correction = تصحيح
corrections = التصحيحات
country = دولة
countries = الدول
countries-and-territories = الدول والأقاليم
country-or-territory = الدولة أو الإقليم
dated-fact = واقعة مؤرخة
dates = التواريخ
dates-of = { $item }: التواريخ
entity = جهة
people-and-bodies = الأشخاص والجهات
disagreements = ما تختلف فيه المصادر
location = موقع
locations = المواقع
not-found = غير موجودة
no-page-here = لا توجد صفحة على هذا العنوان
index-a-to-z = الفهرس الأبجدي
index-letter = الفهرس: { $letter }
page = صفحة
search = بحث
source = مصدر
sources = المصادر
tag = وسم
tags = الوسوم
timeline = التسلسل الزمني
status-of-claims = الادعاءات: { $status }
list-of-item = { $item }: { $list }
policy = سياسة { $name }

## العدّ

articles-counted = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
claims-counted = { $count ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
}
locations-counted = { $count ->
    [zero] لا مواقع
    [one] موقع واحد
    [two] موقعان
    [few] { $count } مواقع
    [many] { $count } موقعًا
   *[other] { $count } موقع
}
sources-counted = { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
}
countries-counted = { $count ->
    [zero] لا دول ولا أقاليم
    [one] دولة أو إقليم واحد
    [two] دولتان أو إقليمان
    [few] { $count } دول وأقاليم
    [many] { $count } دولة وإقليمًا
   *[other] { $count } دولة وإقليم
}
all = الكل
all-articles = كل المقالات ({ $total })
all-claims = كل الادعاءات ({ $total })
all-dated-facts = كل الوقائع المؤرخة ({ $total })
all-locations = كل المواقع ({ $total })
all-mentions = كل الإشارات ({ $total })
all-sources = كل المصادر ({ $total })

## إطار كل صفحة

skip-to-text = الانتقال إلى النص
main-menu = القائمة الرئيسية
languages = اللغات
breadcrumb = مسار التصفح
contents = المحتويات
theme-auto = تلقائي
theme-light = فاتح
theme-dark = داكن
theme-is = الألوان: { $theme }
at-a-glance = نظرة سريعة
published-by = الناشر: { $publisher }
about-this-site = عن هذا الموقع
cite-this-page = الاستشهاد بهذه الصفحة
pages-of-list = صفحات هذه القائمة
previous = السابق
next = التالي
shown-of = { $first }–{ $last } من { $total }
moved-to = انتقلت إلى: { $page }
page-is-now-at = أصبحت هذه الصفحة على العنوان { $page }.
not-found-help = ربما كُتب العنوان خطأً، أو أن الرابط إليه غير صحيح. ما نُشر هنا يومًا يبقى ممكن العثور عليه.
withdrawn = مسحوب
withdrawn-on = سُحب ما كان على هذا العنوان ({ $date }).
back-to = العودة إلى { $page }
mentioned-in = ورد ذكره في
cited-in = استُشهد به في
repeated-by = كررته
sources-named = { $count ->
    [one] المصدر: { $sources }
   *[other] المصادر: { $sources }
}
cited-at = استُشهد به في { $places }
cited-times = { $count ->
    [zero] لم يُستشهد به
    [one] استُشهد به مرة واحدة
    [two] استُشهد به مرتين
    [few] استُشهد به { $count } مرات
    [many] استُشهد به { $count } مرة
   *[other] استُشهد به { $count } مرة
}
back-to-place = العودة إلى الموضع { $place } في النص
updated-on = آخر تحديث: { $date }
feed-of = { $title } (خلاصة)
feed-all-articles = كل المقالات (خلاصة)
feed-corrections = التصحيحات (خلاصة)
feed-changes = التغييرات (خلاصة)
country-of-site = { $country } – { $site }

## البحث

search-this-site = البحث في هذا الموقع
search-hint = كلمات وأسماء وأماكن، بأي كتابة
search-none = لا توجد نتائج.
search-failed = تعذّرت قراءة فهرس البحث.
search-kind = النوع
search-country = البلد
search-status = الحالة
search-year = السنة
search-any = الكل
search-value = { $value } ({ $count })
search-more = عرض المزيد
search-without-script = يحتاج البحث إلى جافاسكريبت. ويمكن العثور على كل ما في هذا الموقع بحرفه الأول أيضًا.
results-counted = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}

## الصفحة الرئيسية

lead-and-latest = المقال الرئيسي وأحدث المقالات
latest = الأحدث
all-the-articles = كل المقالات
key-figures = أرقام رئيسية
all-disagreements = كل ما تختلف فيه المصادر
latest-dates = أحدث التواريخ
whole-timeline = التسلسل الزمني كاملًا
status-of-the-locations = حالة المواقع
changes-in-ledger = التغييرات في سجل الادعاءات
status-of-the-claims = حالة الادعاءات
all-corrections = كل التصحيحات
ways-in = مداخل
by-region = حسب المنطقة
by-year = حسب السنة
by-letter = حسب الحرف
by-kind = حسب النوع
by-language = حسب اللغة
what-changed = ما الذي تغيّر

## المقالات

type-report = تقرير
type-explainer = شرح
type-analysis = تحليل
type-opinion = رأي
type-brief = موجز
by-authors = بقلم { $authors }
published-on = نُشر: { $date }
checked-on = رُوجع: { $date }
minutes-to-read = مدة القراءة: { $minutes } د
also-in = بلغات أخرى: { $translations }
translated-from = مترجم عن: { $original }
translation-is-behind = عُدّل الأصل بعد إعداد هذه الترجمة: { $original }، { $date }.
translation-differs = لا تتناول هذه الترجمة الادعاءات نفسها التي يتناولها الأصل: { $original }.
corrected-see-note = مصحَّح: انظر الملاحظة أسفل النص
how-made = كيف أُعدّ هذا المقال
funding = التمويل
licence = الترخيص
what-we-know = ما نعرفه
sources-of-article = مصادر هذا المقال: { $evidence }.
keep-reading = اقرأ أيضًا
articles-before-and-after = المقال السابق والمقال التالي
earlier = أقدم
later = أحدث
author-elsewhere = { $name } في مواقع أخرى

## التصحيحات

clarification = توضيح
update = تحديث
retraction = تراجع
editors-note = ملاحظة من المحرر
correction-on = عن { $subject }
was-label = كان:
now-label = أصبح:
was = كان: { $words }
reason = السبب: { $words }
no-corrections = لا توجد تصحيحات مسجلة. تُدرج هنا، الأحدث أولًا، وعلى الصفحة التي تخصها.
corrections-of-site = التصحيحات – { $site }

## الصور

graphic-picture = صورة صادمة: { $shows }
edited = معدّلة: { $edits }
taken-from = المصدر: { $source }

## علامات في النصوص

alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
notes = الحواشي
note-number = الحاشية { $number }
back-to-text = العودة إلى النص
table-number = الجدول { $number }
code-block = شيفرة
citation-needed = بحاجة إلى مصدر
withheld-safety = حُجب الاسم حفاظًا على السلامة
withheld-minor = حُجب الاسم: قاصر
withheld-court = حُجب الاسم بأمر قضائي
withheld-source-request = حُجب الاسم بطلب من المصدر
withheld-privacy = حُجب الاسم حفاظًا على الخصوصية

## المصادر

confidential-source = مصدر سري
a-confidential-source = مصدر سري
read-source = قراءة المصدر
read-archived-copy = قراءة النسخة المؤرشفة
first-at = أول نشر على { $address }
its-own-address = عنوانه الأصلي
by-column = بقلم
publisher-column = الناشر
date-column = التاريخ
seen-column = تاريخ الاطلاع
language-column = اللغة
reliability-column = الموثوقية (رمز الأميرالية)
origin-column = المنشأ
part-of = جزء من
repeats-others = يكرر غيره
record-or-statement = سجل أو بيان لما يتحدث عنه
own-work = عمل أصلي
origin-not-traced = لم يُتتبّع: قد يكرر غيره
doi-column = DOI
sha256-column = SHA-256 المذكور، ولم تُقرأ النسخة
verified-copy = نسخة متحقق منها
verified-sum = SHA-256 { $sum }، قُرئت عند إعداد هذا الموقع
verified-of-day = حُفظت: { $day }، SHA-256 { $sum }، قُرئت عند إعداد هذا الموقع
named-copies-column = النسخ المذكورة
copies-named = { $count ->
    [zero] لا نسخ في أرشيفات الويب
    [one] نسخة واحدة في أرشيف للويب، لم تُقرأ عند إعداد هذا الموقع
    [two] نسختان في أرشيفات للويب، لم تُقرآ عند إعداد هذا الموقع
    [few] { $count } نسخ في أرشيفات للويب، لم تُقرأ عند إعداد هذا الموقع
    [many] { $count } نسخة في أرشيفات للويب، لم تُقرأ عند إعداد هذا الموقع
   *[other] { $count } نسخة في أرشيفات للويب، لم تُقرأ عند إعداد هذا الموقع
}
citation-key = مفتاح الاستشهاد
quoted-page = ص { $page }
based-on = يستند إلى
quoted-above = مقتبس في النص
copies-verified = { $count ->
    [zero] لا نسخ متحققًا منها
    [one] نسخة واحدة متحقق منها، قُرئت عند إعداد هذا الموقع
    [two] نسختان متحقق منهما، قُرئتا عند إعداد هذا الموقع
    [few] { $count } نسخ متحقق منها، قُرئت عند إعداد هذا الموقع
    [many] { $count } نسخة متحققًا منها، قُرئت عند إعداد هذا الموقع
   *[other] { $count } نسخة متحقق منها، قُرئت عند إعداد هذا الموقع
}
copies-only-named = { $count ->
    [zero] لا مصادر ذُكرت نسخها فقط
    [one] مصدر واحد ذُكرت نسخته فقط، في أرشيف للويب
    [two] مصدران ذُكرت نسخهما فقط، في أرشيفات للويب
    [few] { $count } مصادر ذُكرت نسخها فقط، في أرشيفات للويب
    [many] { $count } مصدرًا ذُكرت نسخها فقط، في أرشيفات للويب
   *[other] { $count } مصدر ذُكرت نسخها فقط، في أرشيفات للويب
}
copies-verified-and-named = { $verified }؛ { $named }
copy-of-day = نسخة { $day }، { $sum }
copy-of-sum = النسخة { $sum }
quotation-checked = قوبل على { $copy }
quotation-elsewhere = ليس في تلك الصفحة من { $copy }
quotation-missing = لم يُعثر عليه في { $copy }
quotation-translated = مترجم، ولذلك لم يُقابَل
quotation-without-copy = لم يُقابَل: لا تُحفظ هنا نسخة من المصدر
quotation-unread = لم يُقابَل: لا تحوي النسخة نصًا يمكن قراءته
quotation-locked = لم يُقابَل: النسخة مقفلة
this-source-repeats = يكرر هذا المصدر: { $sources }
comes-down-to = مردّه إلى: { $origins }
claims-resting-on-it = ادعاءات تستند إليه
kind-article = مقال
kind-bill = مشروع قانون
kind-book = كتاب
kind-broadcast = بث
kind-chapter = فصل
kind-collection = مجموعة
kind-dataset = مجموعة بيانات
kind-document = وثيقة
kind-entry = مدخل
kind-event = فعالية
kind-figure = شكل
kind-graphic = صورة
kind-hearing = جلسة استماع
kind-interview = مقابلة
kind-legislation = تشريع
kind-manuscript = مخطوط
kind-map = خريطة
kind-musical-score = مدونة موسيقية
kind-opinion = رأي
kind-pamphlet = كتيّب
kind-patent = براءة اختراع
kind-performance = عرض
kind-periodical = دورية
kind-personal-communication = مراسلة شخصية
kind-post = منشور
kind-regulation = لائحة
kind-report = تقرير
kind-review = مراجعة
kind-software = برنامج
kind-song = أغنية
kind-speech = خطاب
kind-standard = معيار
kind-thesis = رسالة جامعية
kind-treaty = معاهدة
newspaper-article = مقال صحفي
magazine-article = مقال في مجلة
journal-article = بحث في مجلة علمية
dictionary-entry = مدخل في معجم
encyclopaedia-entry = مدخل في موسوعة
court-record = وثيقة قضائية
film-or-video = فيلم أو مقطع مصور
conference-paper = ورقة مؤتمر
weblog-post = تدوينة
book-review = مراجعة كتاب
web-page = صفحة ويب
primary-source = مصدر أولي
secondary-source = مصدر ثانوي
tertiary-source = مصدر من الدرجة الثالثة
news-agency = وكالة أنباء
state-media = وسيلة إعلام حكومية
read-in-a-copy = قُرئ في نسخة، ولم يُطّلع على الأصل
known-through-others = لم يُطّلع عليه، وهو معروف عبر آخرين
close-sheet = إغلاق
paywalled = باشتراك مدفوع
login-needed = يتطلب تسجيل الدخول
offline = غير متاح على الإنترنت
confidential = سري
url-live = يعمل
url-dead = معطّل
url-usurped = استولى عليه غيره
url-unfit = غير صالح للربط

## أعداد تذكرها المصادر

what-sources-count = ما تعدّه المصادر
sources-disagree = المصادر مختلفة
value-column = القيمة
as-of-column = بتاريخ
counted-by-column = أجرى العدّ
note-column = ملاحظة
not-recorded = غير مسجل
rank-preferred = الرقم الأولى بالاقتباس
rank-deprecated = قديم أو خاطئ
value-as-of = { $value } ({ $date })
disagreements-about = الشيء نفسه معدودًا بنتائج مختلفة: من يقول ماذا، وبأي تاريخ. ولم يُحسب أي متوسط.
no-disagreements = لا يختلف عدّان مسجلان هنا.

## الدول والمواقع

regions = المناطق
region-africa = أفريقيا
region-asia = آسيا
region-europe = أوروبا
region-latin-america = أمريكا اللاتينية والكاريبي
region-north-america = أمريكا الشمالية
region-oceania = أوقيانوسيا
region-antarctica = القارة القطبية الجنوبية
iso-code = رمز ISO 3166-1
code-column = الرمز
locations-by-status = المواقع بحسب الحالة
official-response = الرد الرسمي
first-date = أول تاريخ
last-date = آخر تاريخ
without-status = بلا حالة معروفة: { $count }
cited-above = استُشهد به أعلاه
sources-about = مصادر كل الصفحات عن { $country }
neighbours = الدول المجاورة
what-statuses-mean = معاني الحالات
confidence = درجة الثقة
confidence-high = عالية: عدة مصادر جيدة متفقة
confidence-medium = متوسطة: مصدر جيد واحد، أو عدة مصادر يعتمد بعضها على بعض
confidence-low = منخفضة: نقلٌ عن غير الأصل، أو ناقصة
city = المدينة
area = المنطقة
kind = النوع
said-to-be-run-by = يُقال إن من يديره
stations-counted = المراكز المعدودة هنا
first-reported = أول إبلاغ
precision-shown = الدقة المعروضة
precision-metre = متر
precision-building = مبنى
precision-street = شارع
precision-city = مدينة
precision-region = منطقة
precision-country = دولة
status-history = سجل الحالات
location-reported = مُبلَّغ عنه
location-under-investigation = قيد التحقيق
location-ordered-closed = صدر أمر بإغلاقه
location-closed = مغلق
location-disputed = متنازع بشأنه
other-locations-in = مواقع أخرى في { $country }
and-more = و{ $count } أخرى

## وقائع مؤرخة

told-in = في: { $articles }
told-in-more = في: { $articles } و{ $count } أخرى
years = السنوات
years-of = السنوات: { $country }
year-of-country = { $country }، { $year }
latest-facts-shown = تظهر هنا أحدث { $shown } من أصل { $total }؛ ولكل سنة صفحتها.
facts-in-all = { $count ->
    [zero] لا وقائع مؤرخة.
    [one] واقعة مؤرخة واحدة.
    [two] واقعتان مؤرختان.
    [few] { $count } وقائع مؤرخة.
    [many] { $count } واقعة مؤرخة.
   *[other] { $count } واقعة مؤرخة.
}
facts-in-all-latest-shown = { $count ->
    [few] { $count } وقائع مؤرخة، كل منها في صفحة سنتها. تظهر هنا أحدث { $shown }.
    [many] { $count } واقعة مؤرخة، كل منها في صفحة سنتها. تظهر هنا أحدث { $shown }.
   *[other] { $count } واقعة مؤرخة، كل منها في صفحة سنتها. تظهر هنا أحدث { $shown }.
}
earlier-year = قبل ذلك: { $year }
lane-reported = ما أُعلن ونُشر
lane-official = الحكومات والمحاكم
lane-answer = الردود
facts-by-month = الوقائع المؤرخة حسب الشهر
month-not-known = { $year }، الشهر غير معروف

## الأشخاص والجهات

person = شخص
organisation = منظمة
public-body = هيئة عامة
company = شركة
legal-entity = شخصية اعتبارية
a-person = شخص
an-organisation = منظمة
no-wrongdoing = الإدراج هنا لا يعني ارتكاب أي مخالفة: لا تذكر هذه الصفحة إلا ما تقوله المصادر، وعمّن تقوله.
said-to-run = { $count ->
    [zero] لا يُقال إنه يدير مواقع
    [one] يُقال إنه يدير موقعًا واحدًا
    [two] يُقال إنه يدير موقعين
    [few] يُقال إنه يدير { $count } مواقع
    [many] يُقال إنه يدير { $count } موقعًا
   *[other] يُقال إنه يدير { $count } موقع
}
role = الدور
name-in-language = الاسم ({ $language })
claims-about-entity = ادعاءات بشأن هذه الجهة ومنها، وما ترد به
locations-of-entity = مواقع يُقال إن هذه الجهة تديرها

## الادعاءات: تقييمنا

claim-alleged = مزعوم
claim-alleged-means = هناك من يقول ذلك.
claim-reported = وارد في تقارير
claim-reported-means = أورده مصدر غير صاحب القول.
claim-finding = نتيجة تحقق
claim-finding-means = تحقق أحدهم من الأمر ويقول إنه لم يُعثر على شيء.
claim-finding-reported = نتيجة تحقق، وردت في تقارير
claim-finding-reported-means = تحقق أحدهم من الأمر ولم يعثر على شيء، كما أورد مصدر آخر.
claim-corroborated = معزَّز
claim-corroborated-means = يقوله مصدران لا يعتمد أحدهما على الآخر.
claim-confirmed = مؤكَّد
claim-confirmed-means = ثابت، استنادًا إلى الأساس المذكور.
claim-disputed = متنازع عليه
claim-disputed-means = يقول مصدر قد يكون مطّلعًا خلاف ذلك.
claim-unsubstantiated = غير مسنود
claim-unsubstantiated-means = بحث أحدهم في الأمر ولم يجد شيئًا.
claim-refuted = مدحوض
claim-refuted-means = ثبت أنه خطأ.
claim-retracted = متراجَع عنه
claim-retracted-means = تراجع عنه من قاله.
claim-superseded = مستبدَل
claim-superseded-means = حلّ محله ادعاء آخر.
basis = الأساس
basis-is = الأساس: { $basis }.
basis-admission = إقرار المعنيين
basis-court-finding = ما خلصت إليه محكمة
basis-official-record = سجل رسمي
basis-primary-document = وثيقة من حينها
basis-own-verification = تحققنا بأنفسنا
basis-independent-reports = تقارير لا يعتمد بعضها على بعض
our-assessment = تقييمنا
what-evidence-carries = ما تدعمه الأدلة
who-says-so = من يقول ذلك
whole-record = السجل الكامل
where-this-stands = أين وصل الأمر
last-change = آخر تغيير
status-from-to = { $before } ← { $now }
answers-given = الردود
answers-and-more = { $answer }؛ { $count ->
    [zero] بلا ردود أخرى
    [one] ورد واحد آخر
    [two] وردّان آخران
    [few] و{ $count } ردود أخرى
    [many] و{ $count } ردًا آخر
   *[other] و{ $count } رد آخر
}
evidence = الأدلة
evidence-for = أدلة مؤيدة
evidence-against = أدلة مخالفة
finding = النتيجة
disputed-by = ينازع فيه
concerns = يتعلق بـ
history = السجل
superseded-by = حلّ محله { $claim }
citations-counted = { $count ->
    [zero] لا استشهادات
    [one] استشهاد واحد
    [two] استشهادان
    [few] { $count } استشهادات
    [many] { $count } استشهادًا
   *[other] { $count } استشهاد
}
publishers-counted = { $count ->
    [zero] لا ناشرين
    [one] ناشر واحد
    [two] ناشران
    [few] { $count } ناشرين
    [many] { $count } ناشرًا
   *[other] { $count } ناشر
}
no-origin-traced = لم يُتتبّع أي منشأ
origins-traced = { $count ->
    [zero] لم يُتتبّع أي منشأ
    [one] منشأ واحد متتبَّع
    [two] منشآن متتبَّعان
    [few] { $count } مناشئ متتبَّعة
    [many] { $count } منشأ متتبَّعًا
   *[other] { $count } منشأ متتبَّع
}
origins-not-traced = غير متتبَّع: { $count }
traced-to = مردّه إلى { $origins }
one-maker-counts-once = ما تقوله جهة واحدة في عدة مواضع يُحسب مرة واحدة.
repeats-others-short = يكرر غيره
own-work-short = عمل أصلي
record-short = سجل أو بيان
own-word-short = كلام صاحب القول
not-traced-short = لم يُتتبّع
others-counted = { $count } أخرى
only-who-says-so = كل ذلك مردّه إلى صاحب القول نفسه.
exceptions-from-rules = استثناءات من قواعدنا
claims-by-country-and-status = الادعاءات بحسب الدولة والحالة
claims-about = { $count ->
    [zero] لا ادعاءات. في صفحة كل ادعاء نميّز بين تقييمنا وما فعله القضاء وما يرد به المعنيون.
    [one] ادعاء واحد. في صفحة كل ادعاء نميّز بين تقييمنا وما فعله القضاء وما يرد به المعنيون.
    [two] ادعاءان. في صفحة كل ادعاء نميّز بين تقييمنا وما فعله القضاء وما يرد به المعنيون.
    [few] { $count } ادعاءات. في صفحة كل ادعاء نميّز بين تقييمنا وما فعله القضاء وما يرد به المعنيون.
    [many] { $count } ادعاءً. في صفحة كل ادعاء نميّز بين تقييمنا وما فعله القضاء وما يرد به المعنيون.
   *[other] { $count } ادعاء. في صفحة كل ادعاء نميّز بين تقييمنا وما فعله القضاء وما يرد به المعنيون.
}
by-status = بحسب الحالة
by-country = بحسب الدولة
claims-by-status = الادعاءات بحسب الحالة
disagreements-counted = ما تختلف فيه المصادر ({ $total })
latest-changes = أحدث تغييرات الحالة
latest-changes-shown = تظهر أحدث { $shown } من أصل { $total }؛ وكل ما يخص ادعاءً موجود في صفحته.
changes-of-site = التغييرات – { $site }
new-on-this-site = جديد على هذا الموقع.
words-have-changed = تغيّر نص هذه الصفحة.
sources-have-changed = تغيّر ما تستند إليه.
address-has-changed = تغيّر عنوان هذه الصفحة.
since = منذ: { $date }

## الادعاءات: ما فعله القضاء

what-law-did = ما فعله القضاء
proceedings = الإجراءات القضائية
none-recorded = لا شيء مسجل.
under-investigation = قيد التحقيق
arrested = قُبض عليه
charged = وُجهت إليه تهمة
pleaded-guilty = أقرّ بالذنب
pleaded-not-guilty = لم يقرّ بالذنب
convicted = أُدين
sentenced = صدر الحكم عليه
acquitted = بُرّئ
case-dismissed = رُدّت القضية
closed-without-charges = أُغلق التحقيق دون توجيه تهم
sued = رفع دعوى

## الادعاءات: ما يقوله المعنيون

what-those-concerned-say = ما يقوله المعنيون
responses = الردود
denied-it = نفى ذلك
admitted-it = أقرّ بذلك
admitted-in-part = أقرّ بجزء من ذلك
explained-it = قدّم تفسيرًا آخر
rejected-it = رفض ذلك
declined-to-comment = امتنع عن التعليق
right-of-reply = حق الرد
asked = تاريخ السؤال: { $date }.
asked-until = تاريخ السؤال: { $date }؛ المهلة: { $deadline }.
asked-by = تاريخ السؤال: { $date }، بوساطة: { $means }.
asked-by-until = تاريخ السؤال: { $date }، بوساطة: { $means }؛ المهلة: { $deadline }.
they-answered = وصل الرد.
no-response = لم يصل رد.
they-declined = امتنعوا عن الرد.
they-were-unreachable = تعذّر الوصول إليهم.
answer-awaited = ننتظر الرد.

## الخرائط

map-of-countries = { $countries }: بحسب رد السلطات
map-of-locations = { $countries }، { $locations }: بحسب رد السلطات
map-area = { $country }: { $known }
map-of = خريطة: { $country }
map-with = خريطة: { $country }، { $locations }
kilometres = { $count } كم
not-on-map = مواقع ليست على الخريطة، لأن أماكنها غير معروفة أو لا تُعرض: { $count }.
no-response-recorded = لم يُسجَّل أي رد
published-precision = تُظهر الدوائر مدى دقة تحديد المكان، لا المبنى نفسه.

## دليل أسلوب القالب

style-guide = دليل الأسلوب
style-guide-about = مكوّنات القالب { $theme }، كلٌّ كما تعرضه أمثلته. وما يُغيَّر هنا يظهر في كل صفحة تعرضه.
parameter-column = المعامل
type-column = النوع
default-column = القيمة الافتراضية
has-to-be-given = يجب إعطاؤه
from-the-page = من الصفحة
shown-in = يظهر في { $components }
no-own-example = لا مثال له وحده.
as-in-the-theme = في القالب
as-html = بلغة HTML
nothing-seen = لا يرى القرّاء منه شيئًا.
example-fails = لا يمكن عرض هذا المثال: { $reason }
changed-in = مغيَّر في { $theme }
examples-counted = { $count ->
    [zero] لا أمثلة
    [one] مثال واحد
    [two] مثالان
    [few] { $count } أمثلة
    [many] { $count } مثالًا
   *[other] { $count } مثال
}
