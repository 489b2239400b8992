#!/usr/bin/env python3
"""Makes sites to measure with, the same prose for Dateline and for Hugo.

    corpus.py newsroom N dateline|hugo OUT
    corpus.py claims   N dateline|hugo OUT
    corpus.py plain    N dateline|hugo OUT

newsroom: N articles of about 1,000 words with five headings, three cross-references, eleven citations, a list, a
quotation and a table each; N/2 sources, N/4 locations, 70 countries. Hugo has its closest to this: taxonomies for
countries, sources and places, links instead of citations, and a small theme with the same kinds of pages.
claims: the newsroom with N/2 claims, each with two sources, a history and an answer; every article deals with two and marks the
words of both. Hugo has nothing like it, so its site is the newsroom's.
plain: N articles of about 1 kB, a title, a date and three paragraphs, byte for byte the same for both; Hugo has the
barest layout.

The same N gives the same site, everywhere and always. OUT is made where it is missing.
"""
import json
import pathlib
import random
import sys

WORDS = """station police report country ministry official investigation overseas service bureau public community
pressure return dissident statement law foreign interference embassy consulate documents licence renewal evidence witness source
published claimed denied confirmed city province network association volunteer office closed ordered minister parliament committee
inquiry security national threat agency intelligence arrest court charge""".split()
COUNTRIES = """AR AT AU BD BE BG BR BN CA CH CL CN CO CY CZ DE DK EC EG ES ET FI FR GB GR HR HU ID IE IL IN IT JP KE KH KR KZ LA LK LS LU LV
MA MM MN MX MY MZ NG NL NO NZ PA PE PH PK PL PT RO RS RU SE SG SK TH TR TZ UA US UZ VN ZA ZM""".split()
CENTRES = {"CA": (45.4, -75.7), "ES": (40.4, -3.7), "IE": (53.3, -6.3), "NL": (52.4, 4.9), "NO": (59.9, 10.7)}


def newsroom(n, form, out):
    """N articles with all that refers and is referred to."""
    rng = random.Random(42)
    sources, locations = max(20, n // 2), max(20, n // 4)
    plans = [
        dict(
            countries=rng.sample(COUNTRIES, rng.randint(1, 4)),
            sources=rng.sample(range(sources), rng.randint(2, 6)),
            locations=rng.sample(range(locations), rng.randint(1, 3)),
            links=[rng.randrange(n) for _ in range(3)],
        )
        for _ in range(n)
    ]
    article = {"dateline": dateline_article, "hugo": hugo_article}[form]
    folder = made(out / "content" / "articles")
    for i, plan in enumerate(plans):
        rng.seed(i)
        (folder / f"a{i:06d}.md").write_text(article(rng, i, plan))
    if form == "dateline":
        dateline_records(out, sources, locations)
    else:
        hugo_theme(out)


def claims(n, form, out):
    """The newsroom with claims."""
    newsroom(n, form, out)
    if form == "dateline":
        dateline_claims(n, out)


def plain(n, form, out):
    """N articles of which there is nothing to know but their text."""
    folder = made(out / "content" / "articles")
    for i in range(n):
        rng = random.Random(i)
        text = "\n\n".join(" ".join(sentence(rng) for _ in range(3)) for _ in range(3))
        (folder / f"a{i:06d}.md").write_text(f"---\ntitle: Article {i}\ndate: {day(i)}\n---\n\n{text}\n")
    if form == "dateline":
        (out / "site.toml").write_text('title = "Plain"\nbase_url = "https://example.org/"\n')
    else:
        hugo_bare(out)


# --- prose


def sentence(rng):
    text = " ".join(rng.choice(WORDS) for _ in range(rng.randint(8, 22)))
    return text[0].upper() + text[1:] + "."


def paragraph(rng, link=None):
    sentences = [sentence(rng) for _ in range(rng.randint(3, 6))]
    if link:
        sentences.insert(1, link)
    return " ".join(sentences)


def heading(rng, length):
    return sentence(rng)[:length].rstrip(".")


def body(rng, plan, link, cite):
    """The text of an article; `link` and `cite` write a reference to an article and to a source."""
    sources, links = plan["sources"], plan["links"]
    parts = [paragraph(rng)]
    for k in range(5):
        parts.append("## " + heading(rng, 50))
        see = f"See {link(links[k % 3])} for details{cite(sources[k % len(sources)])}."
        parts.append(paragraph(rng, see))
        parts.append(paragraph(rng, f"As **reported** by *officials*{cite(sources[(k + 1) % len(sources)])}."))
        if k == 1:
            parts.append("\n".join("- " + sentence(rng) for _ in range(5)))
        if k == 2:
            parts.append("> " + sentence(rng))
        if k == 3:
            rows = (
                f"| {rng.choice(WORDS)} | {rng.choice(['closed', 'alleged', 'confirmed'])} | {rng.randint(2014, 2023)} |"
                for _ in range(5)
            )
            parts.append("| City | Status | Year |\n|---|---|---|\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def day(i):
    return f"20{10 + i % 14:02d}-{1 + i % 12:02d}-{1 + i % 28:02d}"


def front_matter(fields):
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())


# --- Dateline


def dateline_article(rng, i, plan):
    fields, summary = head(rng, i), sentence(rng)
    sources, locations = [f"s{x}" for x in plan["sources"]], [f"p{x}" for x in plan["locations"]]
    fields |= {"summary": summary, "countries": plan["countries"], "sources": sources, "locations": locations}
    event = (
        f"dates:\n  - date: {day(i + 3)}\n    text: {sentence(rng)}\n"
        f"    locations: [{locations[0]}]\n    sources: [{sources[0]}]\n"
    )
    text = body(rng, plan, lambda j: f"[[a{j:06d}|article {j}]]", lambda x: f" [@s{x}]")
    return f"---\n{front_matter(fields)}{event}---\n\n{text}"


def head(rng, i):
    return {"title": f"{heading(rng, 60)} {i}", "date": day(i)}


def dateline_records(out, sources, locations):
    (out / "site.toml").write_text('title = "Newsroom"\nbase_url = "https://example.org/"\nlang = "en"\n')
    rng = random.Random(7)
    with open(made(out / "content" / "sources") / "sources.yaml", "w") as file:
        for k in range(sources):
            file.write(
                f"s{k}:\n  title: {heading(rng, 50)}\n  type: article-newspaper\n  in: Daily {k % 40}\n"
                f"  date: {day(k)}\n  url: https://example.org/{k}\n"
                f"  archive: [https://web.archive.org/web/20240101000000/https://example.org/{k}]\n"
            )
            if k > 20 and k % 3:
                file.write(f"  based_on: [s{k - 20}]\n")
    codes = sorted(CENTRES)
    with open(made(out / "content" / "locations") / "locations.yaml", "w") as file:
        for k in range(locations):
            code = codes[k % len(codes)]
            lat, lon = CENTRES[code]
            status = ["reported", "closed", "under-investigation"][k % 3]
            file.write(
                f'p{k}:\n  name: Office {k}\n  city: City {k % 300}\n  country: "{code}"\n  lat: {lat}\n  lon: {lon}\n'
                f"  precision: city\n  status: {status}\n  sources: [s{k}]\n"
            )


STATUSES = ["alleged", "reported", "disputed", "reported"]


def dateline_claims(n, out):
    """Writes claims, and adds to each article the two that it deals with."""
    count, sources = max(2, n // 2), max(20, n // 2)
    rng, statuses = random.Random(11), []
    with open(made(out / "content" / "claims") / "claims.yaml", "w") as file:
        for k in range(count):
            # The origins of what is cited: a source's own number, or that of one that nothing is based on.
            for_it, other, against = (3 * rng.randrange(sources // 3) for _ in range(3))
            status = STATUSES[k % len(STATUSES)]
            contrary = f"  contrary: [s{against}]\n" if status == "disputed" and against not in (for_it, other) else ""
            status = "alleged" if status == "disputed" and not contrary else status
            statuses.append(status)
            file.write(
                f"c{k}:\n  text: {sentence(rng)}\n  about: [p{k % max(20, n // 4)}]\n  made_by: Officials {k % 30}\n"
                f"  status: {status}\n  sources: [{', '.join(sorted({f's{for_it}', f's{other}'}))}]\n{contrary}"
                f"  history:\n    - {{date: {day(k)}, status: {status}, sources: [s{for_it}]}}\n"
            )
    for i, path in enumerate(sorted((out / "content" / "articles").glob("*.md"))):
        own = [i % count, (i * 7 + 1) % count]
        own = own[: len(set(own))]
        _, head, text = path.read_text().split("---\n", 2)
        marks = "".join(f"Of this [{sentence(rng)[:-1]}]{{.{statuses[k]} claim=c{k}}} is said.\n\n" for k in own)
        path.write_text(f"---\n{head}claims: {json.dumps([f'c{k}' for k in own])}\n---\n\n{marks}{text.lstrip()}")


# --- Hugo


def hugo_article(rng, i, plan):
    fields, summary = head(rng, i), sentence(rng)
    sources, places = [f"s{x}" for x in plan["sources"]], [f"p{x}" for x in plan["locations"]]
    fields |= {"summary": summary, "countries": plan["countries"], "sources": sources, "places": places}
    sentence(rng)  # Dateline's article has a dated fact here.
    link = lambda j: f'[article {j}]({{{{< relref "articles/a{j:06d}.md" >}}}})'
    text = body(rng, plan, link, lambda x: f" [source {x}](/sources/s{x}/)")
    return f"---\n{front_matter(fields)}---\n\n{text}"


PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<title>{{ .Title }}</title><meta name="description" content="{{ .Summary | plainify }}">'
    '<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/style.css"></head>'
    '<body><header><a href="/">{{ site.Title }}</a><nav><a href="/countries/">Countries</a> <a href="/sources/">Sources</a> '
    '<a href="/places/">Places</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer>Newsroom</footer></body></html>\n'
)
TERMS_OF = (
    '<h2>%s</h2><ul>{{ range .GetTerms "%s" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
)


def hugo_theme(out):
    """A small theme with the kinds of pages that Dateline has too: articles, countries, sources, places, their lists."""
    (out / "hugo.toml").write_text(
        """baseURL = "https://example.org/"
title = "Newsroom"
[taxonomies]
country = "countries"
source = "sources"
place = "places"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 50
[markup.goldmark.renderer]
unsafe = true
"""
    )
    main = lambda text: '{{ define "main" }}' + text + "{{ end }}"
    item = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>%s</li>{{ end }}</ul>'
    day = '<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>'
    terms = "".join(TERMS_OF % (name, name) for name in ("countries", "places", "sources"))
    folder = made(out / "layouts" / "_default")
    (folder / "baseof.html").write_text(PAGE)
    (folder / "single.html").write_text(
        main(
            f"<article><h1>{{{{ .Title }}}}</h1><p>{day}</p><p>{{{{ .Params.summary }}}}</p>"
            f"<nav>{{{{ .TableOfContents }}}}</nav>{{{{ .Content }}}}<aside>{terms}</aside></article>"
        )
    )
    dated = item % ' <time>{{ .Date.Format "2006-01-02" }}</time>'
    (folder / "list.html").write_text(
        main("<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}" + dated)
    )
    (folder / "terms.html").write_text(
        main(
            "<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}"
            '<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>{{ end }}</ul>'
        )
    )
    (out / "layouts" / "index.html").write_text(
        main("<h1>{{ .Title }}</h1><ul>{{ range first 50 site.RegularPages }}" + item % "")
    )


def hugo_bare(out):
    """The least that Hugo needs: nothing but titles, texts and one list."""
    (out / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Plain"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
    )
    page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>%s</html>\n'
    pages = '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>'
    folder = made(out / "layouts" / "_default")
    (folder / "single.html").write_text(page % "{{ .Content }}")
    (folder / "list.html").write_text(page % pages)


def made(folder):
    folder.mkdir(parents=True, exist_ok=True)
    return folder


KINDS = {"newsroom": newsroom, "claims": claims, "plain": plain}


def main():
    kind, n, form, out = sys.argv[1:] if len(sys.argv) == 5 else ("", "", "", "")
    if kind not in KINDS or not n.isdigit() or form not in ("dateline", "hugo"):
        sys.exit(__doc__)
    KINDS[kind](int(n), form, pathlib.Path(out))


if __name__ == "__main__":
    main()
