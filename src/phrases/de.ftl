### Was Leser auf Deutsch neben den eigenen Texten einer Website sehen.
###
### Dieselben Namen und Platzhalter wie in `en.ftl`; dort steht, was wo gesagt wird. Ein Datum kann ungenau sein
### („um Oktober 2022“) und steht darum hinter einem Doppelpunkt, wo es im Englischen mitten im Satz steht.

## Aufzählungen

list-next = { $list }, { $next }
list-or = { $list } oder { $last }
list-and = { $list } und { $last }
list-and-before-i = { $list } und { $last }
list-or-before-o = { $list } oder { $last }
list-and-more = { $list } und { $count } mehr
list-and-others = { $list } und andere
quoted = „{ $words }“
digit-group = .

## Monate und Jahreszeiten (CLDR 48)

january = Januar
february = Februar
march = März
april = April
may = Mai
june = Juni
july = Juli
august = August
september = September
october = Oktober
november = November
december = Dezember
january-short = Jan.
february-short = Feb.
march-short = März
april-short = Apr.
may-short = Mai
june-short = Juni
july-short = Juli
august-short = Aug.
september-short = Sept.
october-short = Okt.
november-short = Nov.
december-short = Dez.
spring = Frühjahr
summer = Sommer
autumn = Herbst
winter = Winter

## Daten

year-modern = { $year }
year-bc = { $year } v. Chr.
year-ad = { $year } n. Chr.
year-long = das Jahr { $year }
decade = { $year }er-Jahre
month-of-year = { $month } { $year }
season-of-year = { $season } { $year }
day-alone = { $day }.
day-of-month = { $day }. { $month }
day-of-year = { $day }. { $month } { $year }
day-of-other-year = { $day }. { $month } { $year }
some-month = ein Monat im Jahr { $year }
some-day-of-year = ein Tag im Jahr { $year }
some-day-of-month = ein Tag im { $month } { $year }
date-about = um { $date }
date-about-day = um den { $date }
date-or-thereabouts = { $date } oder um diese Zeit
date-uncertain = { $date } (unsicher)
date-uncertain-short = { $date } (?)
date-early = Anfang { $date }
date-early-month = Anfang { $date }
date-mid = Mitte { $date }
date-mid-month = Mitte { $date }
date-late = Ende { $date }
date-late-month = Ende { $date }
date-before = vor { $date }
date-before-day = vor dem { $date }
date-no-later = spätestens { $date }
date-no-later-day = spätestens am { $date }
date-after = nach { $date }
date-after-day = nach dem { $date }
date-no-earlier = frühestens { $date }
date-no-earlier-day = frühestens am { $date }
date-since = seit { $date }
date-since-day = seit dem { $date }
date-from-end-unknown = ab { $date } (Ende unbekannt)
date-from-end-unknown-day = ab dem { $date } (Ende unbekannt)
date-until = bis { $date }
date-until-day = bis zum { $date }
date-until-start-unknown = bis { $date } (Beginn unbekannt)
date-until-start-unknown-day = bis zum { $date } (Beginn unbekannt)
date-throughout = durchgehend { $date }
date-from-to = von { $from } bis { $to }
date-from-to-days = vom { $from } bis zum { $to }
date-from-to-of-year = vom { $from } bis zum { $to } { $year }
date-span = { $from }–{ $to }
date-span-in = { $from }–{ $to } { $of }
date-span-of-days = { $from }–{ $to } { $of }
date-between = zwischen { $from } und { $to }
date-between-days = zwischen dem { $from } und dem { $to }
date-between-of-year = zwischen dem { $from } und dem { $to } { $year }
date-between-in = zwischen { $from } und { $to } { $of }
date-between-days-of = zwischen dem { $from } und dem { $to } { $of }
date-and-time = { $date }, { $time }
dates-from-to = { $from } – { $to }
facts-dated = Datierte Fakten: { $span }

## Sprachen (CLDR 48)

language-ar = Arabisch
language-be = Belarussisch
language-bg = Bulgarisch
language-bn = Bengalisch
language-bo = Tibetisch
language-ca = Katalanisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-et = Estnisch
language-eu = Baskisch
language-fa = Persisch
language-fi = Finnisch
language-fr = Französisch
language-ga = Irisch
language-he = Hebräisch
language-hi = Hindi
language-hr = Kroatisch
language-hu = Ungarisch
language-id = Indonesisch
language-is = Isländisch
language-it = Italienisch
language-ja = Japanisch
language-kk = Kasachisch
language-km = Khmer
language-ko = Koreanisch
language-lo = Laotisch
language-lt = Litauisch
language-lv = Lettisch
language-mn = Mongolisch
language-ms = Malaiisch
language-my = Birmanisch
language-nl = Niederländisch
language-no = Norwegisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ro = Rumänisch
language-ru = Russisch
language-sk = Slowakisch
language-sl = Slowenisch
language-sr = Serbisch
language-sv = Schwedisch
language-sw = Suaheli
language-th = Thailändisch
language-tr = Türkisch
language-ug = Uigurisch
language-uk = Ukrainisch
language-vi = Vietnamesisch
language-zh = Chinesisch

## Woraus eine Website besteht

home = Start
home-page = Startseite
article = Artikel
articles = Artikel
author = Autor
authors = Autoren
claim = Behauptung
claims = Behauptungen
correction = Korrektur
corrections = Korrekturen
country = Land
countries = Länder
countries-and-territories = Länder und Gebiete
country-or-territory = Land oder Gebiet
dated-fact = Datierter Fakt
dates = Daten
dates-of = { $item }: Daten
entity = Beteiligte
people-and-bodies = Personen und Einrichtungen
disagreements = Worin sich Quellen widersprechen
location = Ort
locations = Orte
not-found = Nicht gefunden
no-page-here = Unter dieser Adresse gibt es keine Seite
index-a-to-z = Register A–Z
index-letter = Register: { $letter }
page = Seite
search = Suche
source = Quelle
sources = Quellen
tag = Schlagwort
tags = Schlagwörter
timeline = Zeitleiste
status-of-claims = Behauptungen: { $status }
list-of-item = { $item }: { $list }
policy = Grundsätze: { $name }

## Dasselbe, gezählt

articles-counted = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
}
claims-counted = { $count ->
    [one] { $count } Behauptung
   *[other] { $count } Behauptungen
}
locations-counted = { $count ->
    [one] { $count } Ort
   *[other] { $count } Orte
}
sources-counted = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}
countries-counted = { $count ->
    [one] { $count } Land oder Gebiet
   *[other] { $count } Länder und Gebiete
}
all = Alle
all-articles = Alle { $total } Artikel
all-claims = Alle { $total } Behauptungen
all-dated-facts = Alle { $total } datierten Fakten
all-locations = Alle { $total } Orte
all-mentions = Alle { $total } Erwähnungen
all-sources = Alle { $total } Quellen

## Der Rahmen jeder Seite

skip-to-text = Zum Text springen
main-menu = Hauptmenü
languages = Sprachen
breadcrumb = Pfad
contents = Inhalt
theme-auto = Automatisch
theme-light = Hell
theme-dark = Dunkel
theme-is = Farben: { $theme }
at-a-glance = Auf einen Blick
published-by = Herausgegeben von { $publisher }
about-this-site = Über diese Website
cite-this-page = Diese Seite zitieren
pages-of-list = Seiten dieser Liste
previous = Zurück
next = Weiter
shown-of = { $first }–{ $last } von { $total }
moved-to = Umgezogen: { $page }
page-is-now-at = Diese Seite steht jetzt hier: { $page }.
not-found-help = Vielleicht ist die Adresse vertippt oder der Link falsch. Was hier einmal veröffentlicht wurde, bleibt auffindbar.
withdrawn = Zurückgezogen
withdrawn-on = Was unter dieser Adresse stand, wurde zurückgezogen ({ $date }).
back-to = Zurück: { $page }
mentioned-in = Erwähnt in
cited-in = Zitiert in
repeated-by = Wiederholt von
sources-named = { $count ->
    [one] Quelle: { $sources }
   *[other] Quellen: { $sources }
}
cited-at = Zitiert an { $places }
cited-times = { $count ->
    [one] { $count } × zitiert
   *[other] { $count } × zitiert
}
back-to-place = Zurück zur Stelle { $place } im Text
updated-on = Aktualisiert: { $date }
feed-of = { $title } (Feed)
feed-all-articles = Alle Artikel (Feed)
feed-corrections = Korrekturen (Feed)
feed-changes = Änderungen (Feed)
country-of-site = { $country } – { $site }

## Die Suche

search-this-site = Diese Website durchsuchen
search-hint = Wörter, Namen und Orte, in jeder Schrift
search-none = Nichts gefunden.
search-failed = Das Verzeichnis der Suche konnte nicht gelesen werden.
search-kind = Art
search-country = Land
search-status = Status
search-year = Jahr
search-any = Alle
search-value = { $value } ({ $count })
search-more = Mehr anzeigen
search-without-script = Die Suche braucht JavaScript. Alles auf dieser Website ist auch nach seinem ersten Buchstaben zu finden.
results-counted = { $count ->
    [one] { $count } Ergebnis
   *[other] { $count } Ergebnisse
}

## Die Startseite

lead-and-latest = Aufmacher und neueste Artikel
latest = Neueste Artikel
all-the-articles = Alle Artikel
key-figures = Wichtige Zahlen
all-disagreements = Alles, worin sich Quellen widersprechen
latest-dates = Jüngste Daten
whole-timeline = Die ganze Zeitleiste
status-of-the-locations = Stand der Orte
changes-in-ledger = Änderungen im Verzeichnis der Behauptungen
status-of-the-claims = Stand der Behauptungen
all-corrections = Alle Korrekturen
ways-in = Einstiege
by-region = Nach Region
by-year = Nach Jahr
by-letter = Nach Buchstabe
by-kind = Nach Art
by-language = Nach Sprache
what-changed = Was sich geändert hat

## Artikel

type-report = Bericht
type-explainer = Hintergrund
type-analysis = Analyse
type-opinion = Meinung
type-brief = Kurzmeldung
by-authors = Von { $authors }
published-on = Veröffentlicht: { $date }
checked-on = Geprüft: { $date }
minutes-to-read = { $minutes } Min. Lesezeit
also-in = Auch in anderen Sprachen: { $translations }
translated-from = Übersetzt: { $original }
translation-is-behind = Das Original wurde geändert, nachdem diese Übersetzung entstand: { $original }, { $date }.
translation-differs = Diese Übersetzung behandelt nicht dieselben Behauptungen wie das Original: { $original }.
corrected-see-note = Korrigiert: siehe die Anmerkung unter dem Text
how-made = Wie dieser Text entstand
funding = Finanzierung
licence = Lizenz
what-we-know = Was wir wissen
sources-of-article = Quellen dieses Artikels: { $evidence }.
keep-reading = Weiterlesen
articles-before-and-after = Vorheriger und nächster Artikel
earlier = Früher
later = Später
author-elsewhere = { $name } anderswo

## Korrekturen

clarification = Klarstellung
update = Aktualisierung
retraction = Widerruf
editors-note = Anmerkung der Redaktion
correction-on = zu { $subject }
was-label = Vorher:
now-label = Jetzt:
was = Vorher: { $words }
reason = Grund: { $words }
no-corrections = Es sind keine Korrekturen verzeichnet. Sie stehen hier, die neueste zuerst, und auf der Seite, die sie betreffen.
corrections-of-site = Korrekturen – { $site }

## Bilder

graphic-picture = Drastisches Bild: { $shows }
edited = Bearbeitet: { $edits }
taken-from = Quelle: { $source }

## Zeichen in Texten

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
notes = Anmerkungen
note-number = Anmerkung { $number }
back-to-text = Zurück zum Text
table-number = Tabelle { $number }
code-block = Code
citation-needed = Beleg fehlt
withheld-safety = Name aus Sicherheitsgründen nicht genannt
withheld-minor = Name nicht genannt: minderjährig
withheld-court = Name auf gerichtliche Anordnung nicht genannt
withheld-source-request = Name auf Wunsch der Quelle nicht genannt
withheld-privacy = Name zum Schutz der Privatsphäre nicht genannt

## Quellen

confidential-source = Vertrauliche Quelle
a-confidential-source = eine vertrauliche Quelle
read-source = Quelle lesen
read-archived-copy = Archivierte Kopie lesen
first-at = Zuerst unter { $address }
its-own-address = der eigenen Adresse
by-column = Von
publisher-column = Herausgegeben von
date-column = Datum
seen-column = Gesehen
language-column = Sprache
reliability-column = Zuverlässigkeit (Admiralitätscode)
origin-column = Herkunft
part-of = Teil von
repeats-others = Wiederholt andere
record-or-statement = Dokument oder Erklärung dessen, wovon es handelt
own-work = Eigene Arbeit
origin-not-traced = Nicht zurückverfolgt: wiederholt vielleicht andere
doi-column = DOI
sha256-column = SHA-256 genannt, Kopie nicht gelesen
verified-copy = Geprüfte Kopie
verified-sum = SHA-256 { $sum }, gelesen, als diese Website entstand
verified-of-day = gesichert: { $day }, SHA-256 { $sum }, gelesen, als diese Website entstand
named-copies-column = Genannte Kopien
copies-named = { $count ->
    [one] { $count } in einem Webarchiv, nicht gelesen, als diese Website entstand
   *[other] { $count } in Webarchiven, nicht gelesen, als diese Website entstand
}
citation-key = Zitierschlüssel
quoted-page = S. { $page }
based-on = Beruht auf
quoted-above = Im Text zitiert
copies-verified = { $count ->
    [one] { $count } geprüfte Kopie, gelesen, als diese Website entstand
   *[other] { $count } geprüfte Kopien, gelesen, als diese Website entstand
}
copies-only-named = { $count ->
    [one] { $count } Quelle mit einer nur genannten Kopie in einem Webarchiv
   *[other] { $count } Quellen mit nur genannten Kopien in Webarchiven
}
copies-verified-and-named = { $verified }; { $named }
copy-of-day = der Kopie vom { $day }, { $sum }
copy-of-sum = der Kopie { $sum }
quotation-checked = abgeglichen mit { $copy }
quotation-elsewhere = nicht auf dieser Seite in { $copy }
quotation-missing = nicht gefunden in { $copy }
quotation-translated = übersetzt und darum nicht abgeglichen
quotation-without-copy = nicht abgeglichen: hier liegt keine Kopie der Quelle
quotation-unread = nicht abgeglichen: die Kopie enthält keinen lesbaren Text
quotation-locked = nicht abgeglichen: die Kopie ist gesperrt
this-source-repeats = Diese Quelle wiederholt: { $sources }
comes-down-to = Sie geht zurück auf: { $origins }
claims-resting-on-it = Behauptungen, die sich auf sie stützen
kind-article = Artikel
kind-bill = Gesetzentwurf
kind-book = Buch
kind-broadcast = Sendung
kind-chapter = Kapitel
kind-collection = Sammlung
kind-dataset = Datensatz
kind-document = Dokument
kind-entry = Eintrag
kind-event = Veranstaltung
kind-figure = Abbildung
kind-graphic = Bild
kind-hearing = Anhörung
kind-interview = Interview
kind-legislation = Gesetz
kind-manuscript = Manuskript
kind-map = Karte
kind-musical-score = Partitur
kind-opinion = Meinung
kind-pamphlet = Broschüre
kind-patent = Patent
kind-performance = Aufführung
kind-periodical = Zeitschrift
kind-personal-communication = Persönliche Mitteilung
kind-post = Beitrag
kind-regulation = Verordnung
kind-report = Bericht
kind-review = Rezension
kind-software = Software
kind-song = Lied
kind-speech = Rede
kind-standard = Norm
kind-thesis = Hochschulschrift
kind-treaty = Vertrag
newspaper-article = Zeitungsartikel
magazine-article = Zeitschriftenartikel
journal-article = Fachartikel
dictionary-entry = Wörterbucheintrag
encyclopaedia-entry = Lexikoneintrag
court-record = Gerichtsdokument
film-or-video = Film oder Video
conference-paper = Konferenzbeitrag
weblog-post = Blogbeitrag
book-review = Buchbesprechung
web-page = Webseite
primary-source = Primärquelle
secondary-source = Sekundärquelle
tertiary-source = Tertiärquelle
news-agency = Nachrichtenagentur
state-media = Staatliches Medium
read-in-a-copy = In einer Kopie gelesen: Das Original lag nicht vor
known-through-others = Nicht eingesehen: durch andere bekannt
close-sheet = Schließen
paywalled = Bezahlschranke
login-needed = Anmeldung nötig
offline = Offline
confidential = Vertraulich
url-live = erreichbar
url-dead = tot
url-usurped = übernommen
url-unfit = ungeeignet

## Zahlen, die Quellen nennen

what-sources-count = Was Quellen zählen
sources-disagree = Quellen widersprechen sich
value-column = Wert
as-of-column = Stand
counted-by-column = Gezählt von
note-column = Anmerkung
not-recorded = nicht verzeichnet
rank-preferred = Die zu zitierende
rank-deprecated = Veraltet oder falsch
value-as-of = { $value } ({ $date })
disagreements-about = Dasselbe mit verschiedenem Ergebnis gezählt: wer was sagt, und mit welchem Stand. Nichts davon ist gemittelt.
no-disagreements = Keine zwei hier verzeichneten Zählungen weichen voneinander ab.

## Länder und Orte

regions = Regionen
region-africa = Afrika
region-asia = Asien
region-europe = Europa
region-latin-america = Lateinamerika und Karibik
region-north-america = Nordamerika
region-oceania = Ozeanien
region-antarctica = Antarktis
iso-code = ISO-3166-1-Code
code-column = Code
locations-by-status = Orte nach Stand
official-response = Offizielle Reaktion
first-date = Erstes Datum
last-date = Letztes Datum
without-status = { $count } ohne Stand
cited-above = Oben zitiert
sources-about = Quellen aller Seiten über { $country }
neighbours = Nachbarn
what-statuses-mean = Was die Angaben zum Stand bedeuten
confidence = Verlässlichkeit
confidence-high = Hoch: mehrere gute Quellen stimmen überein
confidence-medium = Mittel: eine gute Quelle oder mehrere, die voneinander abhängen
confidence-low = Gering: aus zweiter Hand oder unvollständig
city = Stadt
area = Gegend
kind = Art
said-to-be-run-by = Betrieben angeblich von
stations-counted = Hier gezählte Stationen
first-reported = Zuerst gemeldet
precision-shown = Gezeigte Genauigkeit
precision-metre = Meter
precision-building = Gebäude
precision-street = Straße
precision-city = Stadt
precision-region = Region
precision-country = Land
status-history = Verlauf
location-reported = Gemeldet
location-under-investigation = Wird untersucht
location-ordered-closed = Schließung angeordnet
location-closed = Geschlossen
location-disputed = Strittig
other-locations-in = Weitere Orte: { $country }
and-more = und { $count } mehr

## Datierte Fakten

told-in = In: { $articles }
told-in-more = In: { $articles } und { $count } mehr
years = Jahre
years-of = Jahre: { $country }
year-of-country = { $country }, { $year }
latest-facts-shown = Hier stehen die jüngsten { $shown } von { $total }; jedes Jahr hat eine eigene Seite.
facts-in-all = { $count ->
    [one] { $count } datierter Fakt.
   *[other] { $count } datierte Fakten.
}
facts-in-all-latest-shown = { $count ->
    [one] { $count } datierter Fakt, jeder auf der Seite seines Jahres. Hier stehen die jüngsten { $shown }.
   *[other] { $count } datierte Fakten, jeder auf der Seite seines Jahres. Hier stehen die jüngsten { $shown }.
}
earlier-year = Früher: { $year }
lane-reported = Angekündigt und berichtet
lane-official = Regierungen und Gerichte
lane-answer = Antworten
facts-by-month = Datierte Fakten nach Monat
month-not-known = { $year }, Monat unbekannt

## Personen und Einrichtungen

person = Person
organisation = Organisation
public-body = Behörde
company = Unternehmen
legal-entity = Juristische Person
a-person = eine Person
an-organisation = eine Organisation
no-wrongdoing = Wer hier steht, hat damit nichts Unrechtes getan: Diese Seite gibt nur wieder, was Quellen sagen, und über wen.
said-to-run = { $count ->
    [one] soll { $count } Ort betreiben
   *[other] soll { $count } Orte betreiben
}
role = Rolle
name-in-language = Name ({ $language })
claims-about-entity = Behauptungen darüber und davon, und was geantwortet wird
locations-of-entity = Orte, die angeblich betrieben werden

## Behauptungen: unsere Einschätzung

claim-alleged = Behauptet
claim-alleged-means = Jemand sagt es.
claim-reported = Berichtet
claim-reported-means = Eine andere Quelle als die, die es behauptet, berichtet es.
claim-finding = Befund
claim-finding-means = Jemand ist dem nachgegangen und sagt, dass nichts gefunden wurde.
claim-finding-reported = Befund, berichtet
claim-finding-reported-means = Jemand ist dem nachgegangen und hat nichts gefunden, wie eine andere Quelle berichtet.
claim-corroborated = Erhärtet
claim-corroborated-means = Zwei Quellen sagen es, die nicht voneinander abhängen.
claim-confirmed = Bestätigt
claim-confirmed-means = Es ist bekannt, auf der genannten Grundlage.
claim-disputed = Strittig
claim-disputed-means = Eine Quelle, die es wissen kann, sagt etwas anderes.
claim-unsubstantiated = Unbelegt
claim-unsubstantiated-means = Jemand ging der Sache nach und fand nichts.
claim-refuted = Widerlegt
claim-refuted-means = Es ist bekannt, dass es falsch ist.
claim-retracted = Zurückgenommen
claim-retracted-means = Wer es sagte, hat es zurückgenommen.
claim-superseded = Überholt
claim-superseded-means = Eine andere Behauptung ist an ihre Stelle getreten.
basis = Grundlage
basis-is = Grundlage: { $basis }.
basis-admission = Eingeständnis der Betroffenen
basis-court-finding = Feststellung eines Gerichts
basis-official-record = Amtliches Dokument
basis-primary-document = Dokument aus der Zeit
basis-own-verification = Eigene Überprüfung
basis-independent-reports = Voneinander unabhängige Berichte
our-assessment = Unsere Einschätzung
what-evidence-carries = Was die Belege tragen
who-says-so = Wer es sagt
whole-record = Der ganze Eintrag
where-this-stands = Wie es darum steht
last-change = Letzte Änderung
status-from-to = { $before } → { $now }
answers-given = Antworten
answers-and-more = { $answer }; { $count ->
    [one] { $count } weitere Antwort
   *[other] { $count } weitere Antworten
}
evidence = Belege
evidence-for = Belege dafür
evidence-against = Gegenbelege
finding = Feststellung
disputed-by = Bestritten von
concerns = Betrifft
history = Verlauf
superseded-by = Überholt durch { $claim }
citations-counted = { $count ->
    [one] { $count } Beleg
   *[other] { $count } Belege
}
publishers-counted = { $count ->
    [one] { $count } Herausgeber
   *[other] { $count } Herausgeber
}
no-origin-traced = kein Ursprung zurückverfolgt
origins-traced = { $count ->
    [one] { $count } Ursprung zurückverfolgt
   *[other] { $count } Ursprünge zurückverfolgt
}
origins-not-traced = { $count } nicht zurückverfolgt
traced-to = es geht zurück auf { $origins }
one-maker-counts-once = Was dieselbe Stelle an mehreren Orten sagt, zählt einmal.
repeats-others-short = wiederholt andere
own-work-short = eigene Arbeit
record-short = Dokument, Erklärung
own-word-short = Wort dessen, der es sagt
not-traced-short = nicht zurückverfolgt
others-counted = { $count ->
    [one] { $count } andere
   *[other] { $count } andere
}
only-who-says-so = Alles geht auf den zurück, der es behauptet.
exceptions-from-rules = Ausnahmen von unseren Regeln
claims-by-country-and-status = Behauptungen nach Land und Stand
claims-about = { $count ->
    [one] { $count } Behauptung. Unsere Einschätzung, was die Justiz tat und was die Betroffenen antworten, ist auf der Seite jeder Behauptung auseinandergehalten.
   *[other] { $count } Behauptungen. Unsere Einschätzung, was die Justiz tat und was die Betroffenen antworten, ist auf der Seite jeder Behauptung auseinandergehalten.
}
by-status = Nach Stand
by-country = Nach Land
claims-by-status = Behauptungen nach Stand
disagreements-counted = Worin sich Quellen widersprechen ({ $total })
latest-changes = Jüngste Änderungen des Stands
latest-changes-shown = Gezeigt sind die jüngsten { $shown } von { $total }; alle, die eine Behauptung betreffen, stehen auf deren Seite.
changes-of-site = Änderungen – { $site }
new-on-this-site = Neu auf dieser Website.
words-have-changed = Der Wortlaut dieser Seite hat sich geändert.
sources-have-changed = Worauf sie sich stützt, hat sich geändert.
address-has-changed = Diese Seite hat eine andere Adresse als zuvor.
since = Seit: { $date }

## Behauptungen: was die Justiz tat

what-law-did = Was die Justiz tat
proceedings = Verfahren
none-recorded = Es sind keine verzeichnet.
under-investigation = Wird untersucht
arrested = Festgenommen
charged = Angeklagt
pleaded-guilty = Bekannte sich schuldig
pleaded-not-guilty = Bekannte sich nicht schuldig
convicted = Schuldig gesprochen
sentenced = Verurteilt
acquitted = Freigesprochen
case-dismissed = Vom Gericht eingestellt
closed-without-charges = Ohne Anklage eingestellt
sued = Klagte

## Behauptungen: was die Betroffenen sagen

what-those-concerned-say = Was die Betroffenen sagen
responses = Antworten
denied-it = bestritt es
admitted-it = gab es zu
admitted-in-part = gab es teilweise zu
explained-it = erklärte es anders
rejected-it = wies es zurück
declined-to-comment = wollte sich nicht äußern
right-of-reply = Recht auf Stellungnahme
asked = Angefragt: { $date }.
asked-until = Angefragt: { $date }; Frist: { $deadline }.
asked-by = Angefragt: { $date }, auf diesem Weg: { $means }.
asked-by-until = Angefragt: { $date }, auf diesem Weg: { $means }; Frist: { $deadline }.
they-answered = Es kam eine Antwort.
no-response = Es kam keine Antwort.
they-declined = Eine Antwort wurde abgelehnt.
they-were-unreachable = Es war niemand zu erreichen.
answer-awaited = Wir warten auf die Antwort.

## Karten

map-of-countries = { $countries } nach der Antwort der Behörden
map-of-locations = { $locations }, { $countries }, nach der Antwort der Behörden
map-area = { $country }: { $known }
map-of = Karte: { $country }
map-with = Karte: { $country }, { $locations }
kilometres = { $count } km
not-on-map = { $count ->
    [one] { $count } Ort fehlt auf der Karte, weil seine Lage nicht bekannt ist oder nicht gezeigt wird.
   *[other] { $count } Orte fehlen auf der Karte, weil ihre Lage nicht bekannt ist oder nicht gezeigt wird.
}
no-response-recorded = Keine Antwort verzeichnet
published-precision = Ringe zeigen, wie genau ein Ort angegeben ist, keine Räume.

## Der Leitfaden eines Themes

style-guide = Gestaltungsleitfaden
style-guide-about = Die Komponenten des Themes { $theme }, jede so, wie ihre Beispiele sie zeigen. Was hier geändert ist, sieht man auf jeder Seite, die es zeigt.
parameter-column = Parameter
type-column = Typ
default-column = Vorgabe
has-to-be-given = muss gegeben werden
from-the-page = von der Seite
shown-in = Gezeigt in { $components }
no-own-example = Kein eigenes Beispiel.
as-in-the-theme = Im Theme
as-html = Als HTML
nothing-seen = Leser sehen nichts davon.
example-fails = Dieses Beispiel lässt sich nicht zeigen: { $reason }
changed-in = Geändert in { $theme }
examples-counted = { $count ->
    [one] 1 Beispiel
   *[other] { $count } Beispiele
}
