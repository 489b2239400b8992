### What readers of a site see in English beside its authors' own words.
###
### A name says what stands there, not where. What is given for a placeholder may be a link, so it is
### a word of its own; one by which plural forms are chosen is a number. The build of Dateline fails on
### a mistake here, and a test on a phrase that nothing uses.

## Lists

list-next = { $list }, { $next }
list-or = { $list } or { $last }
list-and = { $list } and { $last }
# Spanish has another word before a word that begins with the sound i, and o.
list-and-before-i = { $list } and { $last }
list-or-before-o = { $list } or { $last }
list-and-more = { $list } and { $count } more
list-and-others = { $list } and others
# What somebody said or what something is called, in quotation marks.
quoted = “{ $words }”
# What parts the digits of a long number in groups of three.
digit-group = ,

## Months and seasons, as they stand within a sentence. Months from CLDR 48 (`ca-gregorian`, "wide" and
## "abbreviated"), © Unicode, Inc., Unicode License v3; CLDR has no seasons: these are the words of the
## EDTF specification.

january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December
january-short = Jan
february-short = Feb
march-short = Mar
april-short = Apr
may-short = May
june-short = Jun
july-short = Jul
august-short = Aug
september-short = Sep
october-short = Oct
november-short = Nov
december-short = Dec
spring = spring
summer = summer
autumn = autumn
winter = winter

## Dates, as they stand within a sentence; as exact as they are known, and no more

# A year of four digits.
year-modern = { $year }
year-bc = { $year } BC
year-ad = AD { $year }
year-long = the year { $year }
decade = the { $year }s
# Here and in the next ones `year` is a year as above, with its words.
month-of-year = { $month } { $year }
season-of-year = { $season } { $year }
# A day whose month is told once for two: "2–8 May".
day-alone = { $day }
day-of-month = { $day } { $month }
# Of a year of four digits, which is most of them, in digits alone; and of another, with its words.
day-of-year = { $day } { $month } { $year }
day-of-other-year = { $day } { $month } { $year }
some-month = some month of { $year }
some-day-of-year = some day in { $year }
some-day-of-month = some day in { $month } { $year }
# Languages in which a day has an article have other words around a day (or two days) than around a year or a month.
date-about = about { $date }
date-about-day = about { $date }
date-or-thereabouts = { $date } or thereabouts
date-uncertain = { $date } (uncertain)
date-uncertain-short = { $date } (?)
# Of a year, and of a month.
date-early = early { $date }
date-early-month = early { $date }
date-mid = mid-{ $date }
date-mid-month = mid-{ $date }
date-late = late { $date }
date-late-month = late { $date }
date-before = before { $date }
date-before-day = before { $date }
date-no-later = no later than { $date }
date-no-later-day = no later than { $date }
date-after = after { $date }
date-after-day = after { $date }
date-no-earlier = no earlier than { $date }
date-no-earlier-day = no earlier than { $date }
date-since = since { $date }
date-since-day = since { $date }
date-from-end-unknown = from { $date } (end unknown)
date-from-end-unknown-day = from { $date } (end unknown)
date-until = until { $date }
date-until-day = until { $date }
date-until-start-unknown = until { $date } (start unknown)
date-until-start-unknown-day = until { $date } (start unknown)
date-throughout = throughout { $date }
date-from-to = from { $from } to { $to }
date-from-to-days = from { $from } to { $to }
# Two days of one year, without their year.
date-from-to-of-year = from { $from } to { $to } { $year }
date-span = { $from }–{ $to }
# `of` is the year or the month in which both lie.
date-span-in = { $from }–{ $to } { $of }
date-span-of-days = { $from }–{ $to } { $of }
date-between = between { $from } and { $to }
date-between-days = between { $from } and { $to }
date-between-of-year = between { $from } and { $to } { $year }
date-between-in = between { $from } and { $to } { $of }
date-between-days-of = between { $from } and { $to } { $of }
date-and-time = { $date }, { $time }
# From the first to the last of many.
dates-from-to = { $from } – { $to }
facts-dated = Facts dated { $span }

## Languages, as they stand within a sentence (CLDR 48)

language-ar = Arabic
language-be = Belarusian
language-bg = Bulgarian
language-bn = Bangla
language-bo = Tibetan
language-ca = Catalan
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-et = Estonian
language-eu = Basque
language-fa = Persian
language-fi = Finnish
language-fr = French
language-ga = Irish
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-hu = Hungarian
language-id = Indonesian
language-is = Icelandic
language-it = Italian
language-ja = Japanese
language-kk = Kazakh
language-km = Khmer
language-ko = Korean
language-lo = Lao
language-lt = Lithuanian
language-lv = Latvian
language-mn = Mongolian
language-ms = Malay
language-my = Burmese
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sk = Slovak
language-sl = Slovenian
language-sr = Serbian
language-sv = Swedish
language-sw = Swahili
language-th = Thai
language-tr = Turkish
language-ug = Uyghur
language-uk = Ukrainian
language-vi = Vietnamese
language-zh = Chinese

## What a site consists of, as headings and names of lists

home = Home
home-page = Home page
article = Article
articles = Articles
author = Author
authors = Authors
claim = Claim
claims = Claims
correction = Correction
corrections = Corrections
country = Country
countries = Countries
countries-and-territories = Countries and territories
country-or-territory = Country or territory
dated-fact = Dated fact
dates = Dates
dates-of = { $item }: dates
entity = Entity
people-and-bodies = People and bodies
disagreements = What sources disagree on
location = Location
locations = Locations
not-found = Not found
no-page-here = There is no page at this address
index-a-to-z = Index A–Z
index-letter = Index: { $letter }
page = Page
search = Search
source = Source
sources = Sources
tag = Tag
tags = Tags
timeline = Timeline
status-of-claims = { $status } claims
list-of-item = { $item }: { $list }
policy = { $name } policy

## The same, counted and referred to

articles-counted = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
claims-counted = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
locations-counted = { $count ->
    [one] { $count } location
   *[other] { $count } locations
}
sources-counted = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
countries-counted = { $count ->
    [one] { $count } country or territory
   *[other] { $count } countries and territories
}
all = All
all-articles = All { $total } articles
all-claims = All { $total } claims
all-dated-facts = All { $total } dated facts
all-locations = All { $total } locations
all-mentions = All { $total } mentions
all-sources = All { $total } sources

## The frame of every page

skip-to-text = Skip to the text
main-menu = Main
languages = Languages
breadcrumb = Breadcrumb
contents = Contents
theme-auto = Auto
theme-light = Light
theme-dark = Dark
theme-is = Colours: { $theme }
at-a-glance = At a glance
published-by = Published by { $publisher }
about-this-site = About this site
cite-this-page = Cite this page
pages-of-list = Pages of this list
previous = Previous
next = Next
# Which entries of a list a page shows.
shown-of = { $first }–{ $last } of { $total }
moved-to = Moved: { $page }
page-is-now-at = This page is now at { $page }.
not-found-help = It may have been mistyped, or the link to it is wrong. What was once published here stays findable.
withdrawn = Withdrawn
withdrawn-on = What stood at this address was withdrawn on { $date }.
back-to = Back to { $page }
mentioned-in = Mentioned in
cited-in = Cited in
repeated-by = Repeated by
sources-named = { $count ->
    [one] Source: { $sources }
   *[other] Sources: { $sources }
}
cited-at = Cited at { $places }
cited-times = { $count ->
    [one] cited { $count } ×
   *[other] cited { $count } ×
}
back-to-place = Back to place { $place } in the text
updated-on = Updated { $date }
# Under what was said in a feed.
feed-of = { $title } (feed)
feed-all-articles = All articles (feed)
feed-corrections = Corrections (feed)
feed-changes = Changes (feed)
country-of-site = { $country } – { $site }

## The search

search-this-site = Search this site
search-hint = Words, names and places, in any script
search-none = Nothing was found.
search-failed = The index of the search could not be read.
search-kind = Kind
search-country = Country
search-status = Status
search-year = Year
search-any = All
search-value = { $value } ({ $count })
search-more = Show more
search-without-script = The search needs JavaScript. Everything on this site can be found by its first letter as well.
results-counted = { $count ->
    [one] { $count } result
   *[other] { $count } results
}

## The home page

lead-and-latest = Lead and latest articles
latest = Latest
all-the-articles = All articles
key-figures = Key figures
all-disagreements = All that sources disagree on
latest-dates = Latest dates
whole-timeline = The whole timeline
status-of-the-locations = Status of the locations
changes-in-ledger = Changes in the ledger of claims
status-of-the-claims = Status of the claims
all-corrections = All corrections
ways-in = Ways in
by-region = By region
by-year = By year
by-letter = By letter
by-kind = By kind
by-language = By language
what-changed = What changed

## Articles

type-report = Report
type-explainer = Explainer
type-analysis = Analysis
type-opinion = Opinion
type-brief = Brief
by-authors = By { $authors }
published-on = Published { $date }
checked-on = Checked { $date }
minutes-to-read = { $minutes } min read
also-in = Also in { $translations }
translated-from = Translated from { $original }
# Said to readers above a translation; `original` is a link.
translation-is-behind = The original was changed after this translation was made: { $original }, { $date }.
translation-differs = This translation does not deal with the same claims as its original: { $original }.
corrected-see-note = Corrected: see the note below the text
how-made = How this was made
funding = Funding
licence = Licence
what-we-know = What we know
sources-of-article = Sources of this article: { $evidence }.
keep-reading = Keep reading
articles-before-and-after = Articles before and after
earlier = Earlier
later = Later
author-elsewhere = { $name } elsewhere

## Corrections

clarification = Clarification
update = Update
retraction = Retraction
editors-note = Editor’s note
correction-on = on { $subject }
was-label = Was:
now-label = Now:
was = Was: { $words }
reason = Reason: { $words }
no-corrections = No corrections are recorded. They are listed here, newest first, and on the page they concern.
corrections-of-site = Corrections – { $site }

## Pictures

graphic-picture = Graphic picture: { $shows }
edited = Edited: { $edits }
taken-from = Source: { $source }

## Marks in texts

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
notes = Notes
note-number = Note { $number }
back-to-text = Back to the text
table-number = Table { $number }
code-block = Code
citation-needed = citation needed
withheld-safety = name withheld for safety
withheld-minor = name withheld: a minor
withheld-court = name withheld by order of a court
withheld-source-request = name withheld at the source’s request
withheld-privacy = name withheld for privacy

## Sources

confidential-source = Confidential source
a-confidential-source = a confidential source
read-source = Read the source
read-archived-copy = Read the archived copy
first-at = First at { $address }
its-own-address = its own address
by-column = By
publisher-column = Published by
date-column = Date
seen-column = Seen
language-column = Language
reliability-column = Reliability (Admiralty code)
origin-column = Origin
part-of = Part of
repeats-others = Repeats others
record-or-statement = A record or statement of what it tells
own-work = Its own work
origin-not-traced = Not traced: it may repeat others
doi-column = DOI
sha256-column = SHA-256 named, copy not read
verified-copy = Verified copy
verified-sum = SHA-256 { $sum }, read when this site was made
verified-of-day = saved { $day }, SHA-256 { $sum }, read when this site was made
named-copies-column = Copies named
copies-named = { $count ->
    [one] { $count } in a web archive, not read when this site was made
   *[other] { $count } in web archives, not read when this site was made
}
citation-key = Citation key
quoted-page = p. { $page }
based-on = Based on
quoted-above = Quoted in the text
copies-verified = { $count ->
    [one] { $count } verified copy, read when this site was made
   *[other] { $count } verified copies, read when this site was made
}
copies-only-named = { $count ->
    [one] { $count } source with a copy that is only named, in a web archive
   *[other] { $count } sources with copies that are only named, in web archives
}
copies-verified-and-named = { $verified }; { $named }
copy-of-day = the copy of { $day }, { $sum }
copy-of-sum = the copy { $sum }
quotation-checked = checked against { $copy }
quotation-elsewhere = not on that page of { $copy }
quotation-missing = not found in { $copy }
quotation-translated = translated, so not checked
quotation-without-copy = not checked: no copy of the source is kept here
quotation-unread = not checked: the copy holds no text that can be read
quotation-locked = not checked: the copy is locked
this-source-repeats = This source repeats: { $sources }
comes-down-to = It comes down to: { $origins }
claims-resting-on-it = Claims that rest on it
# Kinds of source, by the words of the Citation Style Language.
kind-article = Article
kind-bill = Bill
kind-book = Book
kind-broadcast = Broadcast
kind-chapter = Chapter
kind-collection = Collection
kind-dataset = Dataset
kind-document = Document
kind-entry = Entry
kind-event = Event
kind-figure = Figure
kind-graphic = Graphic
kind-hearing = Hearing
kind-interview = Interview
kind-legislation = Legislation
kind-manuscript = Manuscript
kind-map = Map
kind-musical-score = Musical score
kind-opinion = Opinion
kind-pamphlet = Pamphlet
kind-patent = Patent
kind-performance = Performance
kind-periodical = Periodical
kind-personal-communication = Personal communication
kind-post = Post
kind-regulation = Regulation
kind-report = Report
kind-review = Review
kind-software = Software
kind-song = Song
kind-speech = Speech
kind-standard = Standard
kind-thesis = Thesis
kind-treaty = Treaty
newspaper-article = Newspaper article
magazine-article = Magazine article
journal-article = Journal article
dictionary-entry = Dictionary entry
encyclopaedia-entry = Encyclopaedia entry
court-record = Court record
film-or-video = Film or video
conference-paper = Conference paper
weblog-post = Weblog post
book-review = Book review
web-page = Web page
primary-source = Primary source
secondary-source = Secondary source
tertiary-source = Tertiary source
news-agency = News agency
state-media = State media
read-in-a-copy = Copy; the original was not seen
known-through-others = Known through others
close-sheet = Close
paywalled = Paywalled
login-needed = Login needed
offline = Offline
confidential = Confidential
# Of an address, in brackets behind it.
url-live = live
url-dead = dead
url-usurped = usurped
url-unfit = unfit

## Numbers that sources count

what-sources-count = What sources count
sources-disagree = sources disagree
value-column = Value
as-of-column = As of
counted-by-column = Counted by
note-column = Note
not-recorded = not recorded
rank-preferred = The one to quote
rank-deprecated = Out of date or wrong
# A number, and as of when.
value-as-of = { $value } ({ $date })
disagreements-about = The same thing counted with different results: who says what, as of when. None of it is averaged.
no-disagreements = No two counts that are recorded here differ.

## Maps

map-of-countries = { $countries }, by the answer of their authorities
map-of-locations = { $locations } in { $countries }, by the answer of their authorities
map-area = { $country }: { $known }
map-of = Map of { $country }
map-with = Map of { $country }: { $locations }
kilometres = { $count } km
not-on-map = { $count ->
    [one] { $count } location is not on the map, since its place is not known or not shown.
   *[other] { $count } locations are not on the map, since their places are not known or not shown.
}
no-response-recorded = No response recorded
published-precision = Rings show how precisely a place is given, not premises.

## Countries and locations

regions = Regions
region-africa = Africa
region-asia = Asia
region-europe = Europe
region-latin-america = Latin America and the Caribbean
region-north-america = North America
region-oceania = Oceania
region-antarctica = Antarctica
iso-code = ISO 3166-1 code
code-column = Code
locations-by-status = Locations by status
official-response = Official response
first-date = First date
last-date = Last date
without-status = { $count } without a status
cited-above = Cited above
sources-about = Sources of all pages about { $country }
neighbours = Neighbours
what-statuses-mean = What the statuses mean
confidence = Confidence
confidence-high = High: several good sources agree
confidence-medium = Medium: one good source, or several that depend on each other
confidence-low = Low: second hand, or incomplete
city = City
area = Area
kind = Kind
said-to-be-run-by = Said to be run by
stations-counted = Stations counted here
first-reported = First reported
precision-shown = Precision shown
precision-metre = metre
precision-building = building
precision-street = street
precision-city = city
precision-region = region
precision-country = country
status-history = Status history
location-reported = Reported
location-under-investigation = Under investigation
location-ordered-closed = Ordered closed
location-closed = Closed
location-disputed = Disputed
other-locations-in = Other locations in { $country }
and-more = and { $count } more

## Dated facts

told-in = In: { $articles }
told-in-more = In: { $articles } and { $count } more
years = Years
years-of = Years of { $country }
year-of-country = { $country }, { $year }
latest-facts-shown = The latest { $shown } of { $total } are shown here; each year has a page of its own.
facts-in-all = { $count ->
    [one] { $count } dated fact.
   *[other] { $count } dated facts.
}
facts-in-all-latest-shown = { $count ->
    [one] { $count } dated fact, each on the page of its year. The latest { $shown } are shown here.
   *[other] { $count } dated facts, each on the page of its year. The latest { $shown } are shown here.
}
earlier-year = Earlier: { $year }
# The lanes of the timeline.
lane-reported = Announced and reported
lane-official = Governments and courts
lane-answer = Answers
facts-by-month = Dated facts by month
month-not-known = { $year }, month not known

## People and bodies

person = Person
organisation = Organisation
public-body = Public body
company = Company
legal-entity = Legal entity
a-person = a person
an-organisation = an organisation
no-wrongdoing = Listing implies no wrongdoing: this page says only what sources say, and about whom.
said-to-run = { $count ->
    [one] said to run { $count } location
   *[other] said to run { $count } locations
}
role = Role
name-in-language = In { $language }
claims-about-entity = Claims about it, by it, and what it answers
locations-of-entity = Locations it is said to run

## Claims: our assessment

claim-alleged = Alleged
claim-alleged-means = Somebody says so.
claim-reported = Reported
claim-finding = Finding
claim-finding-means = Somebody looked into it and says that nothing was found.
claim-finding-reported = Finding, reported
claim-finding-reported-means = Somebody looked into it and found nothing, as another source reports.
claim-reported-means = A source other than who says so reports it.
claim-corroborated = Corroborated
claim-corroborated-means = Two sources say so that do not depend on each other.
claim-confirmed = Confirmed
claim-confirmed-means = It is known, on the basis named.
claim-disputed = Disputed
claim-disputed-means = A source that may know says otherwise.
claim-unsubstantiated = Unsubstantiated
claim-unsubstantiated-means = Somebody looked into it and found nothing.
claim-refuted = Refuted
claim-refuted-means = It is known to be wrong.
claim-retracted = Retracted
claim-retracted-means = Who said so has withdrawn it.
claim-superseded = Superseded
claim-superseded-means = Another claim has taken its place.
basis = Basis
basis-is = Basis: { $basis }.
basis-admission = Admission by those concerned
basis-court-finding = Finding of a court
basis-official-record = Official record
basis-primary-document = Document from the time
basis-own-verification = Our own verification
basis-independent-reports = Reports that do not depend on each other
our-assessment = Our assessment
what-evidence-carries = What the evidence carries
who-says-so = Who says so
whole-record = The whole record
where-this-stands = Where this stands
last-change = Last change
status-from-to = { $before } → { $now }
answers-given = Answers
answers-and-more = { $answer }; { $count ->
    [one] { $count } answer more
   *[other] { $count } answers more
}
evidence = Evidence
evidence-for = Evidence for it
evidence-against = Evidence against it
finding = Finding
disputed-by = Disputed by
concerns = Concerns
history = History
superseded-by = Superseded by { $claim }
citations-counted = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
}
publishers-counted = { $count ->
    [one] { $count } publisher
   *[other] { $count } publishers
}
no-origin-traced = no origin traced
origins-traced = { $count ->
    [one] { $count } origin traced
   *[other] { $count } origins traced
}
origins-not-traced = { $count } not traced
traced-to = it comes down to { $origins }
one-maker-counts-once = What one maker says in several places counts once.
# Behind a source: whether it has what it tells from others. In a picture there is room for some 24 letters.
repeats-others-short = repeats others
own-work-short = own work
record-short = record or statement
own-word-short = word of who says so
not-traced-short = not traced
others-counted = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
only-who-says-so = All of it comes down to who says so.
exceptions-from-rules = Exceptions from our rules
claims-by-country-and-status = Claims by country and status
claims-about = { $count ->
    [one] { $count } claim. Our assessment, what the law did and what those concerned answer are told apart on each claim’s page.
   *[other] { $count } claims. Our assessment, what the law did and what those concerned answer are told apart on each claim’s page.
}
by-status = By status
by-country = By country
claims-by-status = Claims by status
disagreements-counted = What sources disagree on ({ $total })
latest-changes = Latest changes of status
latest-changes-shown = The latest { $shown } of { $total }; all that concern a claim are on its own page.
changes-of-site = Changes – { $site }
new-on-this-site = New on this site.
words-have-changed = The words on this page have changed.
sources-have-changed = What this rests on has changed.
address-has-changed = This page has another address than before.
since = Since: { $date }

## Claims: what the law did

what-law-did = What the law did
proceedings = Proceedings
none-recorded = None are recorded.
under-investigation = Under investigation
arrested = Arrested
charged = Charged
pleaded-guilty = Pleaded guilty
pleaded-not-guilty = Pleaded not guilty
convicted = Convicted
sentenced = Sentenced
acquitted = Acquitted
case-dismissed = Case dismissed
closed-without-charges = Inquiry closed without charges
sued = Brought a suit

## Claims: what those concerned say

what-those-concerned-say = What those concerned say
responses = Responses
denied-it = denied it
admitted-it = admitted it
admitted-in-part = admitted it in part
explained-it = gave another explanation
rejected-it = rejected it
declined-to-comment = declined to comment
right-of-reply = Right of reply
asked = Asked { $date }.
asked-until = Asked { $date }, until { $deadline }.
asked-by = Asked { $date } by { $means }.
asked-by-until = Asked { $date } by { $means }, until { $deadline }.
they-answered = They answered.
no-response = There was no response.
they-declined = They declined.
they-were-unreachable = They could not be reached.
answer-awaited = We are waiting for the answer.

## The style guide of a theme

style-guide = Style guide
style-guide-about = The components of the theme { $theme }, each as its examples show it. What is changed here is seen on every page that shows it.
parameter-column = Parameter
type-column = Type
default-column = Default
has-to-be-given = has to be given
from-the-page = from the page
shown-in = Shown in { $components }
no-own-example = No example of its own.
as-in-the-theme = In the theme
as-html = As HTML
nothing-seen = Readers see nothing of it.
example-fails = This example can’t be shown: { $reason }
changed-in = Changed in { $theme }
examples-counted = { $count ->
    [one] 1 example
   *[other] { $count } examples
}
