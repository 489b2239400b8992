### Ce que voient les lecteurs en français à côté des textes propres au site.
###
### Les mêmes noms et les mêmes emplacements que `en.ftl`, qui dit où se trouve chaque phrase. Une date peut être
### inexacte (« vers octobre 2022 ») : elle suit donc un deux-points là où l’anglais la met dans la phrase.

## Listes

list-next = { $list }, { $next }
list-or = { $list } ou { $last }
list-and = { $list } et { $last }
list-and-before-i = { $list } et { $last }
list-or-before-o = { $list } ou { $last }
list-and-more = { $count ->
    [one] { $list } et { $count } autre
   *[other] { $list } et { $count } autres
}
list-and-others = { $list } et d’autres
quoted = « { $words } »
digit-group = { "\u202F" }

## Mois et saisons (CLDR 48)

january = janvier
february = février
march = mars
april = avril
may = mai
june = juin
july = juillet
august = août
september = septembre
october = octobre
november = novembre
december = décembre
january-short = janv.
february-short = févr.
march-short = mars
april-short = avr.
may-short = mai
june-short = juin
july-short = juil.
august-short = août
september-short = sept.
october-short = oct.
november-short = nov.
december-short = déc.
spring = printemps
summer = été
autumn = automne
winter = hiver

## Dates

year-modern = { $year }
year-bc = { $year } av. J.-C.
year-ad = { $year } apr. J.-C.
year-long = l’an { $year }
decade = les années { $year }
month-of-year = { $month } { $year }
season-of-year = { $season } { $year }
day-alone = { $day ->
    [one] 1er
   *[other] { $day }
}
day-of-month = { $day ->
    [one] 1er
   *[other] { $day }
} { $month }
day-of-year = { $day ->
    [one] 1er
   *[other] { $day }
} { $month } { $year }
day-of-other-year = { $day ->
    [one] 1er
   *[other] { $day }
} { $month } { $year }
some-month = un mois de { $year }
some-day-of-year = un jour de { $year }
some-day-of-month = un jour de { $month } { $year }
date-about = vers { $date }
date-about-day = vers le { $date }
date-or-thereabouts = { $date } ou à peu près
date-uncertain = { $date } (incertain)
date-uncertain-short = { $date } (?)
date-early = début { $date }
date-early-month = début { $date }
date-mid = mi-{ $date }
date-mid-month = mi-{ $date }
date-late = fin { $date }
date-late-month = fin { $date }
date-before = avant { $date }
date-before-day = avant le { $date }
date-no-later = au plus tard { $date }
date-no-later-day = au plus tard le { $date }
date-after = après { $date }
date-after-day = après le { $date }
date-no-earlier = au plus tôt { $date }
date-no-earlier-day = au plus tôt le { $date }
date-since = depuis { $date }
date-since-day = depuis le { $date }
date-from-end-unknown = à partir de { $date } (fin inconnue)
date-from-end-unknown-day = à partir du { $date } (fin inconnue)
date-until = jusqu’en { $date }
date-until-day = jusqu’au { $date }
date-until-start-unknown = jusqu’en { $date } (début inconnu)
date-until-start-unknown-day = jusqu’au { $date } (début inconnu)
date-throughout = tout au long de { $date }
date-from-to = de { $from } à { $to }
date-from-to-days = du { $from } au { $to }
date-from-to-of-year = du { $from } au { $to } { $year }
date-span = { $from }-{ $to }
date-span-in = { $from }-{ $to } { $of }
date-span-of-days = { $from }-{ $to } { $of }
date-between = entre { $from } et { $to }
date-between-days = entre le { $from } et le { $to }
date-between-of-year = entre le { $from } et le { $to } { $year }
date-between-in = entre { $from } et { $to } { $of }
date-between-days-of = entre le { $from } et le { $to } { $of }
date-and-time = { $date }, { $time }
dates-from-to = { $from } – { $to }
facts-dated = Faits datés : { $span }

## Langues (CLDR 48)

language-ar = arabe
language-be = biélorusse
language-bg = bulgare
language-bn = bengali
language-bo = tibétain
language-ca = catalan
language-cs = tchèque
language-da = danois
language-de = allemand
language-el = grec
language-en = anglais
language-es = espagnol
language-et = estonien
language-eu = basque
language-fa = persan
language-fi = finnois
language-fr = français
language-ga = irlandais
language-he = hébreu
language-hi = hindi
language-hr = croate
language-hu = hongrois
language-id = indonésien
language-is = islandais
language-it = italien
language-ja = japonais
language-kk = kazakh
language-km = khmer
language-ko = coréen
language-lo = lao
language-lt = lituanien
language-lv = letton
language-mn = mongol
language-ms = malais
language-my = birman
language-nl = néerlandais
language-no = norvégien
language-pl = polonais
language-pt = portugais
language-ro = roumain
language-ru = russe
language-sk = slovaque
language-sl = slovène
language-sr = serbe
language-sv = suédois
language-sw = swahili
language-th = thaï
language-tr = turc
language-ug = ouïghour
language-uk = ukrainien
language-vi = vietnamien
language-zh = chinois

## De quoi se compose un site

home = Accueil
home-page = Page d’accueil
article = Article
articles = Articles
author = Auteur
authors = Auteurs
claim = Affirmation
claims = Affirmations
correction = Correction
corrections = Corrections
country = Pays
countries = Pays
countries-and-territories = Pays et territoires
country-or-territory = Pays ou territoire
dated-fact = Fait daté
dates = Dates
dates-of = { $item } : dates
entity = Entité
people-and-bodies = Personnes et organismes
disagreements = Ce sur quoi les sources divergent
location = Lieu
locations = Lieux
not-found = Page introuvable
no-page-here = Il n’y a aucune page à cette adresse
index-a-to-z = Index A–Z
index-letter = Index : { $letter }
page = Page
search = Rechercher
source = Source
sources = Sources
tag = Mot-clé
tags = Mots-clés
timeline = Chronologie
status-of-claims = Affirmations : { $status }
list-of-item = { $item } : { $list }
policy = Charte : { $name }

## Les mêmes, comptés

articles-counted = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
claims-counted = { $count ->
    [one] { $count } affirmation
   *[other] { $count } affirmations
}
locations-counted = { $count ->
    [one] { $count } lieu
   *[other] { $count } lieux
}
sources-counted = { $count ->
    [one] { $count } source
    [many] { $count } de sources
   *[other] { $count } sources
}
countries-counted = { $count ->
    [one] { $count } pays ou territoire
   *[other] { $count } pays et territoires
}
all = Tout
all-articles = Les { $total } articles
all-claims = Les { $total } affirmations
all-dated-facts = Les { $total } faits datés
all-locations = Les { $total } lieux
all-mentions = Les { $total } mentions
all-sources = Les { $total } sources

## Le cadre de chaque page

skip-to-text = Aller au texte
main-menu = Menu principal
languages = Langues
breadcrumb = Fil d’Ariane
contents = Sommaire
theme-auto = Automatique
theme-light = Clair
theme-dark = Sombre
theme-is = Couleurs : { $theme }
at-a-glance = En bref
published-by = Publié par { $publisher }
about-this-site = À propos de ce site
cite-this-page = Citer cette page
pages-of-list = Pages de cette liste
previous = Précédent
next = Suivant
shown-of = { $first }–{ $last } sur { $total }
moved-to = Page déplacée : { $page }
page-is-now-at = Cette page se trouve désormais à { $page }.
not-found-help = L’adresse est peut-être mal saisie, ou le lien qui y mène est faux. Ce qui a été publié ici un jour reste accessible.
withdrawn = Retiré
withdrawn-on = Ce qui se trouvait à cette adresse a été retiré ({ $date }).
back-to = Retour : { $page }
mentioned-in = Mentionné dans
cited-in = Cité dans
repeated-by = Repris par
sources-named = { $count ->
    [one] Source : { $sources }
   *[other] Sources : { $sources }
}
cited-at = Cité en { $places }
cited-times = { $count ->
    [one] citée { $count } fois
   *[other] citée { $count } fois
}
back-to-place = Retour à l’endroit { $place } du texte
updated-on = Mis à jour : { $date }
feed-of = { $title } (flux)
feed-all-articles = Tous les articles (flux)
feed-corrections = Corrections (flux)
feed-changes = Changements (flux)
country-of-site = { $country } – { $site }

## La recherche

search-this-site = Rechercher sur ce site
search-hint = Mots, noms et lieux, dans toutes les écritures
search-none = Aucun résultat.
search-failed = L’index de la recherche n’a pas pu être lu.
search-kind = Type
search-country = Pays
search-status = État
search-year = Année
search-any = Tous
search-value = { $value } ({ $count })
search-more = Afficher plus
search-without-script = La recherche a besoin de JavaScript. Tout ce que contient ce site se trouve aussi par sa première lettre.
results-counted = { $count ->
    [one] { $count } résultat
    [many] { $count } de résultats
   *[other] { $count } résultats
}

## La page d’accueil

lead-and-latest = À la une et derniers articles
latest = Derniers articles
all-the-articles = Tous les articles
key-figures = Chiffres clés
all-disagreements = Tout ce sur quoi les sources divergent
latest-dates = Dernières dates
whole-timeline = Toute la chronologie
status-of-the-locations = Situation des lieux
changes-in-ledger = Changements dans le registre des affirmations
status-of-the-claims = État des affirmations
all-corrections = Toutes les corrections
ways-in = Par où entrer
by-region = Par région
by-year = Par année
by-letter = Par lettre
by-kind = Par type
by-language = Par langue
what-changed = Ce qui a changé

## Articles

type-report = Enquête
type-explainer = Décryptage
type-analysis = Analyse
type-opinion = Opinion
type-brief = Brève
by-authors = Par { $authors }
published-on = Publié : { $date }
checked-on = Vérifié : { $date }
minutes-to-read = { $minutes } min de lecture
also-in = Aussi en { $translations }
translated-from = Traduit de { $original }
translation-is-behind = L’original a été modifié après cette traduction : { $original }, { $date }.
translation-differs = Cette traduction ne traite pas des mêmes affirmations que l’original : { $original }.
corrected-see-note = Corrigé : voir la note sous le texte
how-made = Comment cet article a été fait
funding = Financement
licence = Licence
what-we-know = Ce que nous savons
sources-of-article = Sources de cet article : { $evidence }.
keep-reading = À lire aussi
articles-before-and-after = Articles précédent et suivant
earlier = Plus ancien
later = Plus récent
author-elsewhere = { $name } ailleurs

## Corrections

clarification = Précision
update = Mise à jour
retraction = Rétractation
editors-note = Note de la rédaction
correction-on = sur { $subject }
was-label = Avant :
now-label = Désormais :
was = Avant : { $words }
reason = Motif : { $words }
no-corrections = Aucune correction n’est enregistrée. Elles sont listées ici, les plus récentes d’abord, et sur la page concernée.
corrections-of-site = Corrections – { $site }

## Images

graphic-picture = Image choquante : { $shows }
edited = Retouches : { $edits }
taken-from = Source : { $source }

## Marques dans les textes

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
notes = Notes
note-number = Note { $number }
back-to-text = Retour au texte
table-number = Tableau { $number }
code-block = Code
citation-needed = référence nécessaire
withheld-safety = nom non publié pour des raisons de sécurité
withheld-minor = nom non publié : personne mineure
withheld-court = nom non publié sur ordre d’un tribunal
withheld-source-request = nom non publié à la demande de la source
withheld-privacy = nom non publié par respect de la vie privée

## Sources

confidential-source = Source confidentielle
a-confidential-source = une source confidentielle
read-source = Lire la source
read-archived-copy = Lire la copie archivée
first-at = D’abord à { $address }
its-own-address = sa propre adresse
by-column = Auteur
publisher-column = Publié par
date-column = Date
seen-column = Consulté
language-column = Langue
reliability-column = Fiabilité (code de l’Amirauté)
origin-column = Origine
part-of = Partie de
repeats-others = Reprend d’autres sources
record-or-statement = Document ou déclaration qui est ce dont il parle
own-work = Travail original
origin-not-traced = Origine non établie : peut reprendre d’autres sources
doi-column = DOI
sha256-column = SHA-256 indiqué, copie non lue
verified-copy = Copie vérifiée
verified-sum = SHA-256 { $sum }, lue lors de la fabrication de ce site
verified-of-day = enregistrée : { $day }, SHA-256 { $sum }, lue lors de la fabrication de ce site
named-copies-column = Copies indiquées
copies-named = { $count ->
    [one] { $count } dans une archive du Web, non lue lors de la fabrication de ce site
   *[other] { $count } dans des archives du Web, non lues lors de la fabrication de ce site
}
citation-key = Clé de citation
quoted-page = p. { $page }
based-on = Fondé sur
quoted-above = Cité dans le texte
copies-verified = { $count ->
    [one] { $count } copie vérifiée, lue lors de la fabrication de ce site
   *[other] { $count } copies vérifiées, lues lors de la fabrication de ce site
}
copies-only-named = { $count ->
    [one] { $count } source dont une copie est seulement indiquée, dans une archive du Web
   *[other] { $count } sources dont des copies sont seulement indiquées, dans des archives du Web
}
copies-verified-and-named = { $verified } ; { $named }
copy-of-day = la copie du { $day }, { $sum }
copy-of-sum = la copie { $sum }
quotation-checked = vérifiée d’après { $copy }
quotation-elsewhere = absente de cette page de { $copy }
quotation-missing = introuvable dans { $copy }
quotation-translated = traduite, donc non vérifiée
quotation-without-copy = non vérifiée : aucune copie de la source n’est conservée ici
quotation-unread = non vérifiée : la copie ne contient pas de texte lisible
quotation-locked = non vérifiée : la copie est verrouillée
this-source-repeats = Cette source reprend : { $sources }
comes-down-to = Elle remonte à : { $origins }
claims-resting-on-it = Affirmations qui s’appuient sur elle
kind-article = Article
kind-bill = Projet de loi
kind-book = Livre
kind-broadcast = Émission
kind-chapter = Chapitre
kind-collection = Recueil
kind-dataset = Jeu de données
kind-document = Document
kind-entry = Notice
kind-event = Événement
kind-figure = Figure
kind-graphic = Image
kind-hearing = Audition
kind-interview = Entretien
kind-legislation = Législation
kind-manuscript = Manuscrit
kind-map = Carte
kind-musical-score = Partition
kind-opinion = Opinion
kind-pamphlet = Brochure
kind-patent = Brevet
kind-performance = Représentation
kind-periodical = Périodique
kind-personal-communication = Communication personnelle
kind-post = Message publié
kind-regulation = Règlement
kind-report = Rapport
kind-review = Recension
kind-software = Logiciel
kind-song = Chanson
kind-speech = Discours
kind-standard = Norme
kind-thesis = Thèse
kind-treaty = Traité
newspaper-article = Article de presse
magazine-article = Article de magazine
journal-article = Article scientifique
dictionary-entry = Entrée de dictionnaire
encyclopaedia-entry = Article d’encyclopédie
court-record = Document judiciaire
film-or-video = Film ou vidéo
conference-paper = Communication de colloque
weblog-post = Billet de blog
book-review = Recension de livre
web-page = Page web
primary-source = Source primaire
secondary-source = Source secondaire
tertiary-source = Source tertiaire
news-agency = Agence de presse
state-media = Média d’État
read-in-a-copy = Lue dans une copie : l’original n’a pas été vu
known-through-others = Non vue : connue par d’autres
close-sheet = Fermer
paywalled = Payant
login-needed = Connexion requise
offline = Hors ligne
confidential = Confidentiel
url-live = active
url-dead = morte
url-usurped = usurpée
url-unfit = à éviter

## Les nombres que comptent les sources

what-sources-count = Ce que comptent les sources
sources-disagree = les sources divergent
value-column = Valeur
as-of-column = À la date de
counted-by-column = Compté par
note-column = Note
not-recorded = non consigné
rank-preferred = Le chiffre à citer
rank-deprecated = Périmé ou faux
value-as-of = { $value } ({ $date })
disagreements-about = La même chose comptée avec des résultats différents : qui dit quoi, à quelle date. Aucune moyenne n’est faite.
no-disagreements = Aucun des décomptes consignés ici ne diffère d’un autre.

## Pays et lieux

regions = Régions
region-africa = Afrique
region-asia = Asie
region-europe = Europe
region-latin-america = Amérique latine et Caraïbes
region-north-america = Amérique du Nord
region-oceania = Océanie
region-antarctica = Antarctique
iso-code = Code ISO 3166-1
code-column = Code
locations-by-status = Lieux par situation
official-response = Réponse officielle
first-date = Première date
last-date = Dernière date
without-status = { $count } sans situation connue
cited-above = Cité plus haut
sources-about = Sources de toutes les pages : { $country }
neighbours = Pays voisins
what-statuses-mean = Ce que signifient les situations
confidence = Degré de confiance
confidence-high = Élevé : plusieurs bonnes sources concordent
confidence-medium = Moyen : une bonne source, ou plusieurs qui dépendent les unes des autres
confidence-low = Faible : de seconde main ou incomplet
city = Ville
area = Secteur
kind = Type
said-to-be-run-by = Serait géré par
stations-counted = Postes comptés ici
first-reported = Signalé pour la première fois
precision-shown = Précision affichée
precision-metre = mètre
precision-building = bâtiment
precision-street = rue
precision-city = ville
precision-region = région
precision-country = pays
status-history = Historique des situations
location-reported = Signalé
location-under-investigation = Sous enquête
location-ordered-closed = Fermeture ordonnée
location-closed = Fermé
location-disputed = Contesté
other-locations-in = Autres lieux : { $country }
and-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}

## Faits datés

told-in = Dans : { $articles }
told-in-more = { $count ->
    [one] Dans : { $articles } et { $count } autre
   *[other] Dans : { $articles } et { $count } autres
}
years = Années
years-of = Années : { $country }
year-of-country = { $country }, { $year }
latest-facts-shown = Les { $shown } plus récents sur { $total } sont affichés ici ; chaque année a sa propre page.
facts-in-all = { $count ->
    [one] { $count } fait daté.
   *[other] { $count } faits datés.
}
facts-in-all-latest-shown = { $count ->
    [one] { $count } fait daté, chacun sur la page de son année. Les { $shown } plus récents sont affichés ici.
   *[other] { $count } faits datés, chacun sur la page de son année. Les { $shown } plus récents sont affichés ici.
}
earlier-year = Avant : { $year }
lane-reported = Annoncé et rapporté
lane-official = Gouvernements et tribunaux
lane-answer = Réponses
facts-by-month = Faits datés par mois
month-not-known = { $year }, mois inconnu

## Personnes et organismes

person = Personne
organisation = Organisation
public-body = Organisme public
company = Entreprise
legal-entity = Personne morale
a-person = une personne
an-organisation = une organisation
no-wrongdoing = Figurer ici n’implique aucun acte répréhensible : cette page ne rapporte que ce que disent les sources, et à propos de qui.
said-to-run = { $count ->
    [one] gérerait { $count } lieu
   *[other] gérerait { $count } lieux
}
role = Rôle
name-in-language = En { $language }
claims-about-entity = Affirmations à son sujet, de sa part, et ses réponses
locations-of-entity = Lieux qui seraient gérés par elle

## Affirmations : notre évaluation

claim-alleged = Alléguée
claim-alleged-means = Quelqu’un le dit.
claim-reported = Rapportée
claim-reported-means = Une source autre que celle qui l’affirme le rapporte.
claim-finding = Constat
claim-finding-means = Quelqu’un a enquêté et dit que rien n’a été trouvé.
claim-finding-reported = Constat, rapporté
claim-finding-reported-means = Quelqu’un a enquêté et n’a rien trouvé, comme une autre source le rapporte.
claim-corroborated = Corroborée
claim-corroborated-means = Deux sources indépendantes l’une de l’autre le disent.
claim-confirmed = Confirmée
claim-confirmed-means = C’est établi, sur le fondement indiqué.
claim-disputed = Contestée
claim-disputed-means = Une source qui peut le savoir dit autre chose.
claim-unsubstantiated = Non étayée
claim-unsubstantiated-means = Quelqu’un a enquêté et n’a rien trouvé.
claim-refuted = Réfutée
claim-refuted-means = On sait que c’est faux.
claim-retracted = Retirée
claim-retracted-means = Celui qui l’affirmait est revenu dessus.
claim-superseded = Remplacée
claim-superseded-means = Une autre affirmation a pris sa place.
basis = Fondement
basis-is = Fondement : { $basis }.
basis-admission = Aveu des intéressés
basis-court-finding = Constat d’un tribunal
basis-official-record = Acte officiel
basis-primary-document = Document d’époque
basis-own-verification = Notre propre vérification
basis-independent-reports = Informations indépendantes les unes des autres
our-assessment = Notre évaluation
what-evidence-carries = Ce que portent les éléments de preuve
who-says-so = Qui le dit
whole-record = La fiche complète
where-this-stands = Où en est-on
last-change = Dernier changement
status-from-to = { $before } → { $now }
answers-given = Réponses
answers-and-more = { $answer } ; { $count ->
    [one] { $count } autre réponse
   *[other] { $count } autres réponses
}
evidence = Éléments à l’appui
evidence-for = Éléments à l’appui
evidence-against = Éléments contraires
finding = Constat
disputed-by = Contestée par
concerns = Concerne
history = Historique
superseded-by = Remplacée par { $claim }
citations-counted = { $count ->
    [one] { $count } référence
   *[other] { $count } références
}
publishers-counted = { $count ->
    [one] { $count } éditeur
   *[other] { $count } éditeurs
}
no-origin-traced = aucune origine établie
origins-traced = { $count ->
    [one] { $count } origine établie
   *[other] { $count } origines établies
}
origins-not-traced = { $count ->
    [one] { $count } non établie
   *[other] { $count } non établies
}
traced-to = cela remonte à { $origins }
one-maker-counts-once = Ce qu’un même auteur dit en plusieurs endroits ne compte qu’une fois.
repeats-others-short = reprend d’autres sources
own-work-short = travail original
record-short = document, déclaration
own-word-short = parole de qui le dit
not-traced-short = origine non établie
others-counted = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
only-who-says-so = Tout remonte à celui qui l’affirme.
exceptions-from-rules = Exceptions à nos règles
claims-by-country-and-status = Affirmations par pays et par état
claims-about = { $count ->
    [one] { $count } affirmation. Notre évaluation, ce qu’a fait la justice et ce que répondent les intéressés sont distingués sur la page de chaque affirmation.
   *[other] { $count } affirmations. Notre évaluation, ce qu’a fait la justice et ce que répondent les intéressés sont distingués sur la page de chaque affirmation.
}
by-status = Par état
by-country = Par pays
claims-by-status = Affirmations par état
disagreements-counted = Ce sur quoi les sources divergent ({ $total })
latest-changes = Derniers changements d’état
latest-changes-shown = Les { $shown } plus récents sur { $total } sont affichés ; tous ceux d’une affirmation figurent sur sa page.
changes-of-site = Changements – { $site }
new-on-this-site = Nouveau sur ce site.
words-have-changed = Le texte de cette page a changé.
sources-have-changed = Ce sur quoi elle s’appuie a changé.
address-has-changed = Cette page a une autre adresse qu’auparavant.
since = Depuis : { $date }

## Affirmations : ce qu’a fait la justice

what-law-did = Ce qu’a fait la justice
proceedings = Procédures
none-recorded = Aucune n’est consignée.
under-investigation = Visé par une enquête
arrested = Arrêté
charged = Inculpé
pleaded-guilty = A plaidé coupable
pleaded-not-guilty = A plaidé non coupable
convicted = Reconnu coupable
sentenced = Condamné à une peine
acquitted = Acquitté
case-dismissed = Affaire classée par le juge
closed-without-charges = Enquête close sans poursuites
sued = A saisi la justice

## Affirmations : ce que disent les intéressés

what-those-concerned-say = Ce que disent les intéressés
responses = Réponses
denied-it = l’a nié
admitted-it = l’a reconnu
admitted-in-part = l’a reconnu en partie
explained-it = a donné une autre explication
rejected-it = l’a rejeté
declined-to-comment = n’a pas souhaité s’exprimer
right-of-reply = Droit de réponse
asked = Sollicité : { $date }.
asked-until = Sollicité : { $date } ; délai : { $deadline }.
asked-by = Sollicité : { $date }, par { $means }.
asked-by-until = Sollicité : { $date }, par { $means } ; délai : { $deadline }.
they-answered = Une réponse est parvenue.
no-response = Pas de réponse.
they-declined = Refus de répondre.
they-were-unreachable = Injoignables.
answer-awaited = Nous attendons la réponse.

## Cartes

map-of-countries = { $countries }, selon la réponse des autorités
map-of-locations = { $locations }, { $countries }, selon la réponse des autorités
map-area = { $country } : { $known }
map-of = Carte : { $country }
map-with = Carte : { $country }, { $locations }
kilometres = { $count } km
not-on-map = { $count ->
    [one] { $count } lieu n’est pas sur la carte : son emplacement n’est pas connu ou n’est pas montré.
   *[other] { $count } lieux ne sont pas sur la carte : leur emplacement n’est pas connu ou n’est pas montré.
}
no-response-recorded = Aucune réponse enregistrée
published-precision = Les cercles montrent avec quelle précision un lieu est donné, et non des locaux.

## Le guide de style d’un thème

style-guide = Guide de style
style-guide-about = Les composants du thème { $theme }, chacun tel que ses exemples le montrent. Ce qui est changé ici se voit sur toutes les pages qui le montrent.
parameter-column = Paramètre
type-column = Type
default-column = Valeur par défaut
has-to-be-given = obligatoire
from-the-page = de la page
shown-in = Montré dans { $components }
no-own-example = Pas d’exemple à lui.
as-in-the-theme = Dans le thème
as-html = En HTML
nothing-seen = Les lecteurs n’en voient rien.
example-fails = Cet exemple ne peut pas être montré : { $reason }
changed-in = Changé dans { $theme }
examples-counted = { $count ->
    [one] 1 exemple
   *[other] { $count } exemples
}
