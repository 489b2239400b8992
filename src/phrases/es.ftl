### Lo que ven los lectores en español además de los textos propios del sitio.
###
### Los mismos nombres y los mismos huecos que `en.ftl`, que dice dónde está cada frase. Las fechas pueden ser
### inexactas («hacia octubre de 2022»), por eso van tras dos puntos donde el inglés las pone en medio de la frase.

## Listas

list-next = { $list }, { $next }
list-or = { $list } o { $last }
list-and = { $list } y { $last }
list-and-before-i = { $list } e { $last }
list-or-before-o = { $list } u { $last }
list-and-more = { $list } y { $count } más
list-and-others = { $list } y otros
quoted = «{ $words }»
digit-group = .

## Meses y estaciones (CLDR 48)

january = enero
february = febrero
march = marzo
april = abril
may = mayo
june = junio
july = julio
august = agosto
september = septiembre
october = octubre
november = noviembre
december = diciembre
january-short = ene
february-short = feb
march-short = mar
april-short = abr
may-short = may
june-short = jun
july-short = jul
august-short = ago
september-short = sept
october-short = oct
november-short = nov
december-short = dic
spring = primavera
summer = verano
autumn = otoño
winter = invierno

## Fechas

year-modern = { $year }
year-bc = { $year } a. C.
year-ad = { $year } d. C.
year-long = el año { $year }
decade = los años { $year }
month-of-year = { $month } de { $year }
season-of-year = { $season } de { $year }
day-alone = { $day }
day-of-month = { $day } de { $month }
day-of-year = { $day } de { $month } de { $year }
day-of-other-year = { $day } de { $month } de { $year }
some-month = algún mes de { $year }
some-day-of-year = algún día de { $year }
some-day-of-month = algún día de { $month } de { $year }
date-about = hacia { $date }
date-about-day = hacia el { $date }
date-or-thereabouts = { $date } o en torno a esa fecha
date-uncertain = { $date } (sin certeza)
date-uncertain-short = { $date } (?)
date-early = principios de { $date }
date-early-month = principios de { $date }
date-mid = mediados de { $date }
date-mid-month = mediados de { $date }
date-late = finales de { $date }
date-late-month = finales de { $date }
date-before = antes de { $date }
date-before-day = antes del { $date }
date-no-later = no más tarde de { $date }
date-no-later-day = no más tarde del { $date }
date-after = después de { $date }
date-after-day = después del { $date }
date-no-earlier = no antes de { $date }
date-no-earlier-day = no antes del { $date }
date-since = desde { $date }
date-since-day = desde el { $date }
date-from-end-unknown = desde { $date } (final desconocido)
date-from-end-unknown-day = desde el { $date } (final desconocido)
date-until = hasta { $date }
date-until-day = hasta el { $date }
date-until-start-unknown = hasta { $date } (inicio desconocido)
date-until-start-unknown-day = hasta el { $date } (inicio desconocido)
date-throughout = a lo largo de { $date }
date-from-to = de { $from } a { $to }
date-from-to-days = del { $from } al { $to }
date-from-to-of-year = del { $from } al { $to } de { $year }
date-span = { $from }-{ $to }
date-span-in = { $from }-{ $to } de { $of }
date-span-of-days = { $from }-{ $to } de { $of }
date-between = entre { $from } y { $to }
date-between-days = entre el { $from } y el { $to }
date-between-of-year = entre el { $from } y el { $to } de { $year }
date-between-in = entre { $from } y { $to } de { $of }
date-between-days-of = entre el { $from } y el { $to } de { $of }
date-and-time = { $date }, { $time }
dates-from-to = { $from } – { $to }
facts-dated = Hechos fechados: { $span }

## Idiomas (CLDR 48)

language-ar = árabe
language-be = bielorruso
language-bg = búlgaro
language-bn = bengalí
language-bo = tibetano
language-ca = catalán
language-cs = checo
language-da = danés
language-de = alemán
language-el = griego
language-en = inglés
language-es = español
language-et = estonio
language-eu = euskera
language-fa = persa
language-fi = finés
language-fr = francés
language-ga = irlandés
language-he = hebreo
language-hi = hindi
language-hr = croata
language-hu = húngaro
language-id = indonesio
language-is = islandés
language-it = italiano
language-ja = japonés
language-kk = kazajo
language-km = jemer
language-ko = coreano
language-lo = lao
language-lt = lituano
language-lv = letón
language-mn = mongol
language-ms = malayo
language-my = birmano
language-nl = neerlandés
language-no = noruego
language-pl = polaco
language-pt = portugués
language-ro = rumano
language-ru = ruso
language-sk = eslovaco
language-sl = esloveno
language-sr = serbio
language-sv = sueco
language-sw = suajili
language-th = tailandés
language-tr = turco
language-ug = uigur
language-uk = ucraniano
language-vi = vietnamita
language-zh = chino

## De qué consta un sitio

home = Inicio
home-page = Portada
article = Artículo
articles = Artículos
author = Autor
authors = Autores
claim = Afirmación
claims = Afirmaciones
correction = Corrección
corrections = Correcciones
country = País
countries = Países
countries-and-territories = Países y territorios
country-or-territory = País o territorio
dated-fact = Hecho fechado
dates = Fechas
dates-of = { $item }: fechas
entity = Entidad
people-and-bodies = Personas y organismos
disagreements = En qué discrepan las fuentes
location = Lugar
locations = Lugares
not-found = No encontrada
no-page-here = No hay ninguna página en esta dirección
index-a-to-z = Índice A–Z
index-letter = Índice: { $letter }
page = Página
search = Buscar
source = Fuente
sources = Fuentes
tag = Etiqueta
tags = Etiquetas
timeline = Cronología
status-of-claims = Afirmaciones: { $status }
list-of-item = { $item }: { $list }
policy = Política: { $name }

## Lo mismo, contado

articles-counted = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
}
claims-counted = { $count ->
    [one] { $count } afirmación
   *[other] { $count } afirmaciones
}
locations-counted = { $count ->
    [one] { $count } lugar
   *[other] { $count } lugares
}
sources-counted = { $count ->
    [one] { $count } fuente
    [many] { $count } de fuentes
   *[other] { $count } fuentes
}
countries-counted = { $count ->
    [one] { $count } país o territorio
   *[other] { $count } países y territorios
}
all = Todo
all-articles = Los { $total } artículos
all-claims = Las { $total } afirmaciones
all-dated-facts = Los { $total } hechos fechados
all-locations = Los { $total } lugares
all-mentions = Las { $total } menciones
all-sources = Las { $total } fuentes

## El marco de cada página

skip-to-text = Ir al texto
main-menu = Principal
languages = Idiomas
breadcrumb = Ruta de navegación
contents = Contenido
theme-auto = Automático
theme-light = Claro
theme-dark = Oscuro
theme-is = Colores: { $theme }
at-a-glance = De un vistazo
published-by = Publicado por { $publisher }
about-this-site = Acerca de este sitio
cite-this-page = Citar esta página
pages-of-list = Páginas de esta lista
previous = Anterior
next = Siguiente
shown-of = { $first }–{ $last } de { $total }
moved-to = Se ha trasladado: { $page }
page-is-now-at = Esta página está ahora en { $page }.
not-found-help = Puede que la dirección esté mal escrita o que el enlace sea erróneo. Lo que se publicó aquí una vez sigue pudiéndose encontrar.
withdrawn = Retirada
withdrawn-on = Lo que había en esta dirección se ha retirado ({ $date }).
back-to = Volver a { $page }
mentioned-in = Mencionado en
cited-in = Citado en
repeated-by = Repetido por
sources-named = { $count ->
    [one] Fuente: { $sources }
   *[other] Fuentes: { $sources }
}
cited-at = Citada en { $places }
cited-times = { $count ->
    [one] citada { $count } vez
   *[other] citada { $count } veces
}
back-to-place = Volver al lugar { $place } del texto
updated-on = Actualizado: { $date }
feed-of = { $title } (canal de noticias)
feed-all-articles = Todos los artículos (canal de noticias)
feed-corrections = Correcciones (canal de noticias)
feed-changes = Cambios (canal de noticias)
country-of-site = { $country } – { $site }

## La búsqueda

search-this-site = Buscar en este sitio
search-hint = Palabras, nombres y lugares, en cualquier escritura
search-none = No se ha encontrado nada.
search-failed = No se ha podido leer el índice de la búsqueda.
search-kind = Tipo
search-country = País
search-status = Estado
search-year = Año
search-any = Todos
search-value = { $value } ({ $count })
search-more = Mostrar más
search-without-script = La búsqueda necesita JavaScript. Todo lo que hay en este sitio se encuentra también por su primera letra.
results-counted = { $count ->
    [one] { $count } resultado
    [many] { $count } de resultados
   *[other] { $count } resultados
}

## Portada

lead-and-latest = Tema principal y últimos artículos
latest = Lo último
all-the-articles = Todos los artículos
key-figures = Cifras clave
all-disagreements = Todo en lo que discrepan las fuentes
latest-dates = Últimas fechas
whole-timeline = Cronología completa
status-of-the-locations = Situación de los lugares
changes-in-ledger = Cambios en el registro de afirmaciones
status-of-the-claims = Situación de las afirmaciones
all-corrections = Todas las correcciones
ways-in = Por dónde entrar
by-region = Por región
by-year = Por año
by-letter = Por letra
by-kind = Por tipo
by-language = Por idioma
what-changed = Qué ha cambiado

## Artículos

type-report = Informe
type-explainer = Explicación
type-analysis = Análisis
type-opinion = Opinión
type-brief = Breve
by-authors = Por { $authors }
published-on = Publicado: { $date }
checked-on = Revisado: { $date }
minutes-to-read = { $minutes } min de lectura
also-in = También en { $translations }
translated-from = Traducción de { $original }
translation-is-behind = El original se modificó después de hacerse esta traducción: { $original }, { $date }.
translation-differs = Esta traducción no trata las mismas afirmaciones que el original: { $original }.
corrected-see-note = Corregido: véase la nota al pie del texto
how-made = Cómo se hizo
funding = Financiación
licence = Licencia
what-we-know = Lo que sabemos
sources-of-article = Fuentes de este artículo: { $evidence }.
keep-reading = Siga leyendo
articles-before-and-after = Artículos anterior y siguiente
earlier = Anterior
later = Posterior
author-elsewhere = { $name } en otros sitios

## Correcciones

clarification = Aclaración
update = Actualización
retraction = Retractación
editors-note = Nota de la redacción
correction-on = sobre { $subject }
was-label = Decía:
now-label = Dice:
was = Decía: { $words }
reason = Motivo: { $words }
no-corrections = No consta ninguna corrección. Aquí se enumeran, de la más reciente a la más antigua, y figuran también en la página a la que se refieren.
corrections-of-site = Correcciones – { $site }

## Imágenes

graphic-picture = Imagen explícita: { $shows }
edited = Editada: { $edits }
taken-from = Fuente: { $source }

## Marcas en los textos

alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
notes = Notas
note-number = Nota { $number }
back-to-text = Volver al texto
table-number = Tabla { $number }
code-block = Código
citation-needed = cita requerida
withheld-safety = nombre omitido por seguridad
withheld-minor = nombre omitido: menor de edad
withheld-court = nombre omitido por orden judicial
withheld-source-request = nombre omitido a petición de la fuente
withheld-privacy = nombre omitido por privacidad

## Fuentes

confidential-source = Fuente confidencial
a-confidential-source = una fuente confidencial
read-source = Leer la fuente
read-archived-copy = Leer la copia archivada
first-at = Originalmente en { $address }
its-own-address = su propia dirección
by-column = Autor
publisher-column = Publicado por
date-column = Fecha
seen-column = Consultada
language-column = Idioma
reliability-column = Fiabilidad (código del Almirantazgo)
origin-column = Origen
part-of = Parte de
repeats-others = Repite otras
record-or-statement = Documento o declaración de aquello de lo que informa
own-work = Trabajo propio
origin-not-traced = Sin rastrear: puede repetir otras
doi-column = DOI
sha256-column = SHA-256 indicado, copia no leída
verified-copy = Copia verificada
verified-sum = SHA-256 { $sum }, leída al hacer este sitio
verified-of-day = guardada: { $day }, SHA-256 { $sum }, leída al hacer este sitio
named-copies-column = Copias indicadas
copies-named = { $count ->
    [one] { $count } en un archivo web, no leída al hacer este sitio
   *[other] { $count } en archivos web, no leídas al hacer este sitio
}
citation-key = Clave de cita
quoted-page = p. { $page }
based-on = Basada en
quoted-above = Citado en el texto
copies-verified = { $count ->
    [one] { $count } copia verificada, leída al hacer este sitio
   *[other] { $count } copias verificadas, leídas al hacer este sitio
}
copies-only-named = { $count ->
    [one] { $count } fuente con una copia solo indicada, en un archivo web
   *[other] { $count } fuentes con copias solo indicadas, en archivos web
}
copies-verified-and-named = { $verified }; { $named }
copy-of-day = la copia del { $day }, { $sum }
copy-of-sum = la copia { $sum }
quotation-checked = cotejada con { $copy }
quotation-elsewhere = no está en esa página de { $copy }
quotation-missing = no se encuentra en { $copy }
quotation-translated = traducida, por lo que no se ha cotejado
quotation-without-copy = sin cotejar: aquí no se guarda ninguna copia de la fuente
quotation-unread = sin cotejar: la copia no contiene texto legible
quotation-locked = sin cotejar: la copia está bloqueada
this-source-repeats = Esta fuente repite: { $sources }
comes-down-to = En último término procede de: { $origins }
claims-resting-on-it = Afirmaciones que se apoyan en ella
kind-article = Artículo
kind-bill = Proyecto de ley
kind-book = Libro
kind-broadcast = Emisión
kind-chapter = Capítulo
kind-collection = Colección
kind-dataset = Conjunto de datos
kind-document = Documento
kind-entry = Entrada
kind-event = Acto
kind-figure = Figura
kind-graphic = Imagen
kind-hearing = Audiencia
kind-interview = Entrevista
kind-legislation = Legislación
kind-manuscript = Manuscrito
kind-map = Mapa
kind-musical-score = Partitura
kind-opinion = Opinión
kind-pamphlet = Folleto
kind-patent = Patente
kind-performance = Representación
kind-periodical = Publicación periódica
kind-personal-communication = Comunicación personal
kind-post = Mensaje publicado
kind-regulation = Reglamento
kind-report = Informe
kind-review = Reseña
kind-software = Programa informático
kind-song = Canción
kind-speech = Discurso
kind-standard = Norma
kind-thesis = Tesis
kind-treaty = Tratado
newspaper-article = Artículo de periódico
magazine-article = Artículo de revista
journal-article = Artículo académico
dictionary-entry = Entrada de diccionario
encyclopaedia-entry = Entrada de enciclopedia
court-record = Documento judicial
film-or-video = Película o vídeo
conference-paper = Ponencia
weblog-post = Entrada de blog
book-review = Reseña de libro
web-page = Página web
primary-source = Fuente primaria
secondary-source = Fuente secundaria
tertiary-source = Fuente terciaria
news-agency = Agencia de noticias
state-media = Medio estatal
read-in-a-copy = Leída en una copia: no se vio el original
known-through-others = No vista: conocida a través de otros
close-sheet = Cerrar
paywalled = De pago
login-needed = Requiere registro
offline = Sin conexión
confidential = Confidencial
url-live = activa
url-dead = caída
url-usurped = suplantada
url-unfit = no apta

## Cifras que cuentan las fuentes

what-sources-count = Lo que cuentan las fuentes
sources-disagree = las fuentes discrepan
value-column = Valor
as-of-column = A fecha de
counted-by-column = Contado por
note-column = Nota
not-recorded = no consta
rank-preferred = La que conviene citar
rank-deprecated = Desfasada o errónea
value-as-of = { $value } ({ $date })
disagreements-about = Lo mismo contado con resultados distintos: quién dice qué y a fecha de cuándo. No se ha hecho ninguna media.
no-disagreements = No hay aquí dos recuentos registrados que difieran.

## Países y lugares

regions = Regiones
region-africa = África
region-asia = Asia
region-europe = Europa
region-latin-america = América Latina y el Caribe
region-north-america = América del Norte
region-oceania = Oceanía
region-antarctica = Antártida
iso-code = Código ISO 3166-1
code-column = Código
locations-by-status = Lugares por situación
official-response = Respuesta oficial
first-date = Primera fecha
last-date = Última fecha
without-status = { $count } sin situación conocida
cited-above = Citado más arriba
sources-about = Fuentes de todas las páginas sobre { $country }
neighbours = Países vecinos
what-statuses-mean = Qué significan las situaciones
confidence = Grado de confianza
confidence-high = Alto: varias buenas fuentes coinciden
confidence-medium = Medio: una buena fuente, o varias que dependen unas de otras
confidence-low = Bajo: de segunda mano o incompleto
city = Ciudad
area = Zona
kind = Tipo
said-to-be-run-by = Según se dice, dirigido por
stations-counted = Estaciones contadas aquí
first-reported = Primera noticia
precision-shown = Precisión mostrada
precision-metre = metro
precision-building = edificio
precision-street = calle
precision-city = ciudad
precision-region = región
precision-country = país
status-history = Historial de situaciones
location-reported = Señalado
location-under-investigation = Bajo investigación
location-ordered-closed = Cierre ordenado
location-closed = Cerrado
location-disputed = En disputa
other-locations-in = Otros lugares: { $country }
and-more = y { $count } más

## Hechos fechados

told-in = En: { $articles }
told-in-more = En: { $articles } y { $count } más
years = Años
years-of = Años: { $country }
year-of-country = { $country }, { $year }
latest-facts-shown = Aquí se muestran los { $shown } más recientes de { $total }; cada año tiene su propia página.
facts-in-all = { $count ->
    [one] { $count } hecho fechado.
   *[other] { $count } hechos fechados.
}
facts-in-all-latest-shown = { $count ->
    [one] { $count } hecho fechado, cada uno en la página de su año. Aquí se muestran los { $shown } más recientes.
   *[other] { $count } hechos fechados, cada uno en la página de su año. Aquí se muestran los { $shown } más recientes.
}
earlier-year = Antes: { $year }
lane-reported = Anunciado y publicado
lane-official = Gobiernos y tribunales
lane-answer = Respuestas
facts-by-month = Hechos fechados por mes
month-not-known = { $year }, mes desconocido

## Personas y organismos

person = Persona
organisation = Organización
public-body = Organismo público
company = Empresa
legal-entity = Persona jurídica
a-person = una persona
an-organisation = una organización
no-wrongdoing = Figurar aquí no implica ninguna conducta indebida: esta página solo recoge lo que dicen las fuentes, y sobre quién.
said-to-run = { $count ->
    [one] dirigiría { $count } lugar, según se dice
   *[other] dirigiría { $count } lugares, según se dice
}
role = Papel
name-in-language = En { $language }
claims-about-entity = Afirmaciones sobre ella, suyas, y lo que responde
locations-of-entity = Lugares que, según se dice, dirige

## Afirmaciones: nuestra valoración

claim-alleged = Alegada
claim-alleged-means = Alguien lo dice.
claim-reported = Publicada
claim-reported-means = La recoge una fuente distinta de quien lo dice.
claim-finding = Constatación
claim-finding-means = Alguien lo investigó y dice que no se encontró nada.
claim-finding-reported = Constatación, publicada
claim-finding-reported-means = Alguien lo investigó y no encontró nada, según otra fuente.
claim-corroborated = Corroborada
claim-corroborated-means = Lo dicen dos fuentes que no dependen una de otra.
claim-confirmed = Confirmada
claim-confirmed-means = Se sabe, con el fundamento que se indica.
claim-disputed = En disputa
claim-disputed-means = Una fuente que puede saberlo dice lo contrario.
claim-unsubstantiated = Sin respaldo
claim-unsubstantiated-means = Alguien lo investigó y no encontró nada.
claim-refuted = Refutada
claim-refuted-means = Se sabe que es falsa.
claim-retracted = Retirada
claim-retracted-means = Quien lo dijo se ha retractado.
claim-superseded = Sustituida
claim-superseded-means = Otra afirmación ocupa su lugar.
basis = Fundamento
basis-is = Fundamento: { $basis }.
basis-admission = Admisión de los implicados
basis-court-finding = Conclusión de un tribunal
basis-official-record = Registro oficial
basis-primary-document = Documento de la época
basis-own-verification = Verificación propia
basis-independent-reports = Informaciones que no dependen unas de otras
our-assessment = Nuestra valoración
what-evidence-carries = Lo que sostienen las pruebas
who-says-so = Quién lo dice
whole-record = El registro completo
where-this-stands = En qué punto está
last-change = Último cambio
status-from-to = { $before } → { $now }
answers-given = Respuestas
answers-and-more = { $answer }; { $count ->
    [one] { $count } respuesta más
   *[other] { $count } respuestas más
}
evidence = Pruebas
evidence-for = Pruebas a favor
evidence-against = Pruebas en contra
finding = Conclusión
disputed-by = Discutida por
concerns = Se refiere a
history = Historial
superseded-by = Sustituida por { $claim }
citations-counted = { $count ->
    [one] { $count } cita
   *[other] { $count } citas
}
publishers-counted = { $count ->
    [one] { $count } editor
   *[other] { $count } editores
}
no-origin-traced = ningún origen rastreado
origins-traced = { $count ->
    [one] { $count } origen rastreado
   *[other] { $count } orígenes rastreados
}
origins-not-traced = { $count } sin rastrear
traced-to = en último término procede de { $origins }
one-maker-counts-once = Lo que un mismo autor dice en varios sitios cuenta una sola vez.
repeats-others-short = repite otras
own-work-short = trabajo propio
record-short = documento, declaración
own-word-short = palabra de quien lo dice
not-traced-short = sin rastrear
others-counted = { $count ->
    [one] { $count } otra
   *[other] { $count } otras
}
only-who-says-so = Todo procede, en último término, de quien lo dice.
exceptions-from-rules = Excepciones a nuestras reglas
claims-by-country-and-status = Afirmaciones por país y situación
claims-about = { $count ->
    [one] { $count } afirmación. En la página de cada afirmación se distinguen nuestra valoración, lo que hizo la justicia y lo que responden los implicados.
   *[other] { $count } afirmaciones. En la página de cada afirmación se distinguen nuestra valoración, lo que hizo la justicia y lo que responden los implicados.
}
by-status = Por situación
by-country = Por país
claims-by-status = Afirmaciones por situación
disagreements-counted = En qué discrepan las fuentes ({ $total })
latest-changes = Últimos cambios de situación
latest-changes-shown = Se muestran los { $shown } más recientes de { $total }; todos los de una afirmación están en su página.
changes-of-site = Cambios – { $site }
new-on-this-site = Nuevo en este sitio.
words-have-changed = Ha cambiado la redacción de esta página.
sources-have-changed = Ha cambiado aquello en lo que se apoya.
address-has-changed = Esta página tiene otra dirección que antes.
since = Desde: { $date }

## Afirmaciones: lo que hizo la justicia

what-law-did = Lo que hizo la justicia
proceedings = Actuaciones
none-recorded = No consta ninguna.
under-investigation = Bajo investigación
arrested = Detenido
charged = Acusado
pleaded-guilty = Se declaró culpable
pleaded-not-guilty = Se declaró no culpable
convicted = Condenado
sentenced = Sentenciado
acquitted = Absuelto
case-dismissed = Causa sobreseída
closed-without-charges = Investigación cerrada sin cargos
sued = Presentó una demanda

## Afirmaciones: lo que dicen los implicados

what-those-concerned-say = Lo que dicen los implicados
responses = Respuestas
denied-it = lo negó
admitted-it = lo admitió
admitted-in-part = lo admitió en parte
explained-it = dio otra explicación
rejected-it = lo rechazó
declined-to-comment = declinó hacer comentarios
right-of-reply = Derecho de réplica
asked = Consultado: { $date }.
asked-until = Consultado: { $date }; plazo: { $deadline }.
asked-by = Consultado: { $date }, por { $means }.
asked-by-until = Consultado: { $date }, por { $means }; plazo: { $deadline }.
they-answered = Respondieron.
no-response = No hubo respuesta.
they-declined = Declinaron responder.
they-were-unreachable = No fue posible contactar con ellos.
answer-awaited = Esperamos la respuesta.

## Mapas

map-of-countries = { $countries }, según la respuesta de sus autoridades
map-of-locations = { $locations } en { $countries }, según la respuesta de sus autoridades
map-area = { $country }: { $known }
map-of = Mapa: { $country }
map-with = Mapa: { $country }, { $locations }
kilometres = { $count } km
not-on-map = { $count ->
    [one] { $count } lugar no está en el mapa: no se conoce o no se muestra dónde se encuentra.
   *[other] { $count } lugares no están en el mapa: no se conoce o no se muestra dónde se encuentran.
}
no-response-recorded = Sin respuesta registrada
published-precision = Los círculos muestran con qué precisión se da un lugar, no un local.

## La guía de estilo de un tema

style-guide = Guía de estilo
style-guide-about = Los componentes del tema { $theme }, cada uno como lo muestran sus ejemplos. Lo que se cambia aquí se ve en todas las páginas que lo muestran.
parameter-column = Parámetro
type-column = Tipo
default-column = Valor por defecto
has-to-be-given = obligatorio
from-the-page = de la página
shown-in = Se muestra en { $components }
no-own-example = Sin ejemplo propio.
as-in-the-theme = En el tema
as-html = En HTML
nothing-seen = Los lectores no ven nada de ello.
example-fails = Este ejemplo no se puede mostrar: { $reason }
changed-in = Cambiado en { $theme }
examples-counted = { $count ->
    [one] 1 ejemplo
   *[other] { $count } ejemplos
}
