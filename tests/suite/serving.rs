//! `dateline serve`, over a real socket.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::support::Scratch;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The program, showing a site.
struct Served {
    program: Child,
    /// `127.0.0.1:4400`
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Served {
    fn start(site: &Scratch, options: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["serve", "--port", "0"])
            .args(options)
            .current_dir(site.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(program.stdout.take().unwrap());
        let told = out.lines().map_while(Result::ok).find_map(|line| {
            let address = line.strip_prefix("http://")?.split_once('/')?.0.to_owned();
            Some(address)
        });
        Served { host: told.expect("the address is told"), program }
    }

    fn ask(&self, path: &str, headers: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
        let asked = format!("GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(asked.as_bytes()).unwrap();
        stream
    }

    /// The whole answer to somebody of this machine.
    fn get(&self, path: &str) -> String {
        self.get_with(path, &format!("Host: {}\r\n", self.host))
    }

    fn get_with(&self, path: &str, headers: &str) -> String {
        let mut answer = Vec::new();
        self.ask(path, headers).read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The news of a page, for somebody who has it as it is.
    fn news(&self, page: &str) -> impl Iterator<Item = String> {
        let html = self.get(page);
        let (_, made) = html.split_once("data-made=\"").unwrap();
        let made = &made[..made.find('"').unwrap()];
        let path =
            format!("/.dateline/news?page={}&made={made}", page.replace('/', "%2F"));
        let stream = self.ask(&path, &format!("Host: {}\r\n", self.host));
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("event: ").map(str::to_owned))
    }
}

fn status(answer: &str) -> &str {
    answer.get(9..12).unwrap_or_default()
}

const ARTICLE: &str =
    "---\ntitle: Offices\ndate: 2022-10-26\nsources: [memo]\n---\n\nA word [@memo].\n";

fn a_site(name: &str) -> Scratch {
    let site = Scratch::new(name);
    site.put("site.toml", "title = \"Example\"\n");
    site.put("content/articles/a.md", ARTICLE);
    let draft = ARTICLE.replace("title: Offices", "title: Sketches\ndraft: true");
    site.put("content/articles/d.md", draft);
    let embargo = ARTICLE.replace("title: Offices", "title: Later\nembargo: 2030-01-01");
    site.put("content/articles/e.md", embargo);
    let source = "memo:\n  title: The Sparrow Memorandum\n  type: document\n  access: confidential\n";
    site.put("content/sources/all.yaml", source);
    site.put("secret.txt", "nobody's business");
    site
}

#[test]
fn a_page_is_shown_with_the_script_under_a_strict_policy() {
    let site = a_site("serve-page");
    let served = Served::start(&site, &[]);
    let page = served.get("/articles/a.html");
    assert_eq!(status(&page), "200", "{page}");
    assert!(page.contains("A word") && page.contains("/.dateline/live.js"), "{page}");
    assert!(page.contains("default-src 'none'; script-src 'self';"), "{page}");
    assert!(served.get("/.dateline/live.js").contains("EventSource"));
    assert!(served.get("/.dateline/live.css").contains(".dateline-fault"));
    assert_eq!(status(&served.get("/")), "200");
    let folder = served.get("/articles");
    assert!(status(&folder) == "308" && folder.contains("location: /articles/"));
    let nothing = served.get("/countries/nothing/at/all.html");
    assert!(status(&nothing) == "404" && nothing.contains("<base href=\"/\">"));
}

#[test]
fn drafts_and_what_is_under_embargo_are_shown_and_marked_and_secrets_are_not() {
    let site = a_site("serve-drafts");
    let served = Served::start(&site, &[]);
    let draft = served.get("/articles/d.html");
    assert!(draft.contains("<p class=\"dateline-early\"><strong>Draft</strong>"));
    let embargo = served.get("/articles/e.html");
    assert!(embargo.contains("<strong>Embargo until 2030-01-01</strong>"), "{embargo}");
    let early = served.get("/.dateline/early.json");
    assert!(early.contains("\"/articles/d.html\":\"Draft\""), "{early}");
    let page = served.get("/articles/a.html");
    assert!(!page.contains("dateline-early"), "{page}");
    for page in [page, draft, embargo] {
        assert!(page.contains("Confidential source"), "{page}");
        assert!(!page.contains("Sparrow"), "{page}");
    }
    let served = Served::start(&site, &["--published"]);
    assert_eq!(status(&served.get("/articles/d.html")), "404");
    assert_eq!(status(&served.get("/articles/e.html")), "404");
}

#[test]
fn nothing_outside_of_the_site_is_served() {
    let site = a_site("serve-outside");
    site.put("static/ours.txt", "ours");
    let served = Served::start(&site, &[]);
    assert!(served.get("/ours.txt").ends_with("ours"));
    for path in [
        "/secret.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/static/../../secret.txt",
        "/site.toml",
        "/content/articles/a.md",
        "/.dateline/documents",
        "//etc/passwd",
        "/%2Fetc/passwd",
    ] {
        let answer = served.get(path);
        assert_eq!(status(&answer), "404", "{path}: {answer}");
        assert!(!answer.contains("nobody's business"), "{path}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(
            site.path().join("secret.txt"),
            site.path().join("static/link.txt"),
        )
        .unwrap();
        // A link out of the site is a mistake of the site, so what was shown stays.
        let mut news = served.news("/articles/a.html");
        assert_eq!(news.next().as_deref(), Some("fault"));
        assert_eq!(status(&served.get("/link.txt")), "404");
    }
}

#[test]
fn another_site_in_the_same_browser_gets_nothing() {
    let site = a_site("serve-strangers");
    let served = Served::start(&site, &[]);
    let host = format!("Host: {}\r\n", served.host);
    let port = served.host.rsplit(':').next().unwrap();
    let strangers = [
        (format!("Host: evil.example:{port}\r\n"), "421"),
        ("Host: 127.0.0.1\r\n".to_owned(), "421"),
        (format!("{host}Origin: https://evil.example\r\n"), "403"),
        (format!("{host}Sec-Fetch-Site: cross-site\r\n"), "403"),
        (format!("{host}Sec-Fetch-Site: same-site\r\n"), "403"),
    ];
    for (headers, expected) in strangers {
        for path in ["/articles/d.html", "/.dateline/news?page=%2F&made=0"] {
            let answer = served.get_with(path, &headers);
            assert_eq!(status(&answer), expected, "{headers}");
            assert!(!answer.contains("Sketches"), "{answer}");
            assert!(!answer.contains("access-control"), "{answer}");
            assert!(answer.contains("cross-origin-resource-policy: same-origin"));
        }
    }
}

#[test]
fn a_saved_word_is_news_and_a_mistake_leaves_the_page_as_it_was() {
    let site = a_site("serve-news");
    let served = Served::start(&site, &[]);
    let mut news = served.news("/articles/a.html");
    site.put("content/articles/a.md", ARTICLE.replace("A word", "Another word"));
    assert_eq!(news.next().as_deref(), Some("load"));
    assert!(served.get("/articles/a.html").contains("Another word"));

    let mut news = served.news("/articles/a.html");
    site.put("content/articles/a.md", ARTICLE.replace("title:", "titel:"));
    assert_eq!(news.next().as_deref(), Some("fault"));
    assert!(served.get("/articles/a.html").contains("Another word"));
    // A page that nobody had open is there as well.
    assert!(served.get("/articles/e.html").contains("Later"));
    site.put("content/articles/a.md", ARTICLE.replace("A word", "Another word"));
    assert_eq!(news.next().as_deref(), Some("mended"));
}

#[test]
fn a_site_that_begins_with_a_mistake_is_shown_when_it_is_mended() {
    let site = a_site("serve-mended");
    site.put("content/articles/a.md", ARTICLE.replace("title:", "titel:"));
    let served = Served::start(&site, &[]);
    let page = served.get("/articles/a.html");
    assert_eq!(status(&page), "500");
    assert!(page.contains("error[E0105]") && page.contains("vscode://file/"), "{page}");
    let mut news = served.news("/articles/a.html");
    assert_eq!(news.next().as_deref(), Some("fault"));
    site.put("content/articles/a.md", ARTICLE);
    assert_eq!(news.next().as_deref(), Some("load"));
    assert_eq!(status(&served.get("/articles/a.html")), "200");
}

#[test]
fn a_template_that_fails_on_the_page_that_is_open_leaves_it_as_it_was() {
    let site = a_site("serve-template");
    let served = Served::start(&site, &[]);
    let mut news = served.news("/articles/a.html");
    let theme = "name = \"own\"\nextends = \"broadsheet\"\n";
    site.put("themes/own/theme.toml", theme);
    site.put("themes/own/templates/pages/article.html", "{{ page.title + 1 }}");
    site.put("site.toml", "title = \"Example\"\ntheme = \"own\"\n");
    assert_eq!(news.next().as_deref(), Some("fault"));
    assert!(served.get("/articles/a.html").contains("A word"));
}
