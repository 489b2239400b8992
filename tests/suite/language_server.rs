//! `dateline lsp`, by an editor that follows a script.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::support::Scratch;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const SITE: &str = "title = \"Test\"\n[statuses.closed]\nlabel = \"Closed for good\"\n";
const SOURCES: &str = "\
rte-capel:
  title: Embassy told to close office
  publisher: Example Broadcasting
  url: https://www.example.org/news/1
  date: 2022-10-26
  archive: [https://web.archive.org/web/20221026120000/https://www.example.org/news/1]
witness:
  title: Jane Nightjar of the ministry
  access: confidential
";
const CLAIMS: &str = "\
ie/permission:
  text: Nobody had asked permission.
  about: [ie]
  status: reported
  sources: [rte-capel]
";
const ARTICLE: &str = "\
---
title: An office in Dublin
date: 2022-10~
summary: It had to close.
countries: [ie]
claims: [ie/permission]
sources: [rte-capel]
---
[Nobody asked]{.reported claim=ie/permission} [@rte-capel]. See [[other]].
";
const OTHER: &str = "\
---
title: Another text
date: 2022-11-01
summary: Words.
---
“𝄞” as [[dublin]] says [@rte-capel, p. 2] and [here](dublin.md).
";

/// An editor with a site open.
struct Editor {
    program: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    site: Scratch,
    asked: u64,
    /// The newest messages of each file.
    told: BTreeMap<String, Value>,
    texts: BTreeMap<String, String>,
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Editor {
    fn start(name: &str, more: &[(&str, &str)]) -> Self {
        let site = Scratch::new(name);
        let files = [
            ("site.toml", SITE),
            ("content/sources/all.yaml", SOURCES),
            ("content/claims/all.yaml", CLAIMS),
            ("content/articles/dublin.md", ARTICLE),
            ("content/articles/other.md", OTHER),
        ];
        for (path, text) in files.iter().chain(more) {
            site.put(path, text);
        }
        let mut editor = Editor::of(site);
        let folder = json!([{ "uri": editor.uri(""), "name": "site" }]);
        let answer = editor
            .ask("initialize", json!({ "capabilities": {}, "workspaceFolders": folder }));
        assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
        editor.tell("initialized", json!({}));
        editor
    }

    /// An editor in a folder, before it says anything.
    fn of(site: Scratch) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = program.stdin.take().unwrap();
        let from = BufReader::new(program.stdout.take().unwrap());
        let (told, texts) = (BTreeMap::new(), BTreeMap::new());
        Editor { program, to, from, site, asked: 0, told, texts }
    }

    fn uri(&self, path: &str) -> String {
        let root: PathBuf = self.site.path().canonicalize().unwrap();
        format!("file://{}", root.join(path).display())
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The next message of the server; what it says of files is kept.
    fn hear(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.from.read_line(&mut line).unwrap();
            match line.trim().strip_prefix("Content-Length: ") {
                Some(told) => length = told.parse().unwrap(),
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        let mut bytes = vec![0; length];
        self.from.read_exact(&mut bytes).unwrap();
        let message: Value = serde_json::from_slice(&bytes).unwrap();
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            let uri = params["uri"].as_str().unwrap().to_owned();
            self.told.insert(uri, params["diagnostics"].clone());
        }
        message
    }

    fn respond(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(
            &json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }),
        );
        loop {
            let message = self.hear();
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
        }
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.respond(method, params);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }

    /// Opens a text; `^` in it is where the cursor stands.
    fn open(&mut self, path: &str, text: &str) -> Value {
        let (text, place) = at_cursor(text);
        let uri = self.uri(path);
        let first = !self.texts.contains_key(path);
        if first {
            let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
            self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        } else {
            let change = json!({ "textDocument": { "uri": uri, "version": 2 }, "contentChanges": [{ "text": text }] });
            self.tell("textDocument/didChange", change);
        }
        self.texts.insert(path.to_owned(), text);
        json!({ "textDocument": { "uri": uri }, "position": place })
    }

    /// Waits until what is said of a file is so.
    fn wait_for(&mut self, path: &str, is_so: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let uri = self.uri(path);
        loop {
            if let Some(Value::Array(found)) = self.told.get(&uri)
                && is_so(found)
            {
                return found.clone();
            }
            self.hear();
        }
    }

    /// Waits until the site was read, as what is said of a file with a mistake tells.
    fn read(&mut self) {
        self.open("content/articles/probe.md", "---\ntitle: Probe\ndate: x\n---\n");
        self.wait_for("content/articles/probe.md", |found| !found.is_empty());
    }

    fn labels(&mut self, path: &str, text: &str) -> Vec<String> {
        let place = self.open(path, text);
        let list = self.ask("textDocument/completion", place);
        let items = list["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    fn card(&mut self, path: &str, text: &str) -> String {
        let place = self.open(path, text);
        let answer = self.ask("textDocument/hover", place);
        answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// A text after the changes of a workspace edit to it.
    fn changed(&self, edit: &Value, path: &str, text: &str) -> String {
        let uri = self.uri(path);
        let changes = edit["documentChanges"].as_array().unwrap();
        let of_file = changes.iter().find(|one| one["textDocument"]["uri"] == *uri);
        let edits = of_file.map(|one| one["edits"].as_array().unwrap().clone());
        apply(text, &edits.unwrap_or_default())
    }
}

/// A text without its `^`, and where that stood, in units of UTF-16.
fn at_cursor(text: &str) -> (String, Value) {
    let at = text.find('^').unwrap_or(0);
    let before = &text[..at];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
    (text.replacen('^', "", 1), json!({ "line": line, "character": column }))
}

fn apply(text: &str, edits: &[Value]) -> String {
    let byte = |place: &Value| {
        let line = place["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut left = place["character"].as_u64().unwrap() as usize;
        let mut at = start;
        for c in text[start..].chars() {
            if left == 0 {
                break;
            }
            left -= c.len_utf16();
            at += c.len_utf8();
        }
        at
    };
    let mut text = text.to_owned();
    let mut all: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|one| {
            let range = &one["range"];
            let new = one["newText"].as_str().unwrap();
            (byte(&range["start"]), byte(&range["end"]), new)
        })
        .collect();
    all.sort_unstable();
    for (start, end, new) in all.into_iter().rev() {
        text.replace_range(start..end, new);
    }
    text
}

#[test]
fn what_is_wrong_is_told_as_it_is_written_and_taken_back() {
    let mut editor = Editor::start("lsp-told", &[]);
    let path = "content/articles/other.md";
    editor.open(path, &OTHER.replace("@rte-capel, p. 2", "@rte-capl, p. 2"));
    let found = editor.wait_for(path, |found| !found.is_empty());
    assert_eq!(found[0]["code"], "E0203");
    assert_eq!(found[0]["severity"], 1);
    let message = found[0]["message"].as_str().unwrap();
    assert!(message.ends_with("help: did you mean `rte-capel`?"), "{message}");
    editor.open(path, OTHER);
    editor.wait_for(path, <[Value]>::is_empty);
}

#[test]
fn fields_words_and_ids_are_completed() {
    let mut editor = Editor::start("lsp-completion", &[]);
    editor.read();
    let article = "content/articles/new.md";
    let fields = editor.labels(article, "---\ntitle: A\nsu^\n---\n");
    assert!(
        fields.contains(&"summary".to_owned()) && fields.contains(&"claims".to_owned())
    );
    assert_eq!(editor.labels(article, "---\nsources: [rte^]\n---\n"), ["rte-capel"]);
    assert_eq!(
        editor.labels(article, "---\nclaims:\n  - perm^\n---\n")[0],
        "ie/permission"
    );
    let countries = editor.labels(article, "---\ncountries: [i^]\n---\n");
    assert!(countries.contains(&"ie".to_owned()));
    let claims = "content/claims/new.yaml";
    let words = editor.labels(claims, "a/b:\n  text: T\n  status: ^\n");
    assert_eq!(words[..3], ["alleged", "reported", "corroborated"]);
    let registry = editor.labels(claims, "a/b:\n  te^\n");
    assert!(registry.contains(&"text".to_owned()));
    let place = "content/locations/new.yaml";
    assert_eq!(editor.labels(place, "a:\n  status: ^\n"), ["closed"]);
    assert_eq!(
        editor.labels(article, "---\ntitle: A\n---\nIt is so [@embassy^"),
        ["rte-capel"]
    );
    assert_eq!(
        editor.labels(article, "---\ntitle: A\n---\nsee [[claim:^"),
        ["ie/permission"]
    );
    assert_eq!(editor.labels(article, "---\ntitle: A\n---\n[x]{.unsub^")[0], "alleged");
    let links = editor.labels(article, "---\ntitle: A\n---\n[x](oth^");
    assert_eq!(links, ["/articles/other.md"]);
}

#[test]
fn the_card_of_what_is_named_is_shown() {
    let mut editor = Editor::start("lsp-hover", &[]);
    editor.read();
    let path = "content/articles/other.md";
    let source = editor.card(path, &OTHER.replace("rte-capel,", "rte-^capel,"));
    assert!(source.starts_with("**Embassy told to close office**\n\nsource `rte-capel` · Example Broadcasting, 26 October 2022"), "{source}");
    assert!(source.contains("1 saved copy; its origin is not traced"));
    let article = "content/articles/dublin.md";
    let claim = editor.card(article, &ARTICLE.replace("claim=ie", "claim=^ie"));
    assert!(
        claim.contains("`▰▰▱▱` reported\n\n1 source, 0 against it, 0 answers"),
        "{claim}"
    );
    let date = editor.card(article, &ARTICLE.replace("2022-10~", "2022^-10~"));
    assert_eq!(date, "about October 2022");
    let field = editor.card(article, &ARTICLE.replace("summary:", "sum^mary:"));
    assert!(field.starts_with("`summary` (article): text\n\n"), "{field}");
    let word =
        editor.card("content/claims/all.yaml", &CLAIMS.replace("reported", "rep^orted"));
    assert_eq!(word, "`reported`: Somebody else says so too, having looked.");
}

#[test]
fn a_confidential_source_is_never_named() {
    let mut editor = Editor::start("lsp-secret", &[]);
    editor.read();
    let path = "content/articles/other.md";
    let place = editor.open(path, &OTHER.replace("@rte-capel, p. 2", "@wit^ness"));
    let card = editor.ask("textDocument/hover", place.clone());
    assert!(card.to_string().contains("confidential source"), "{card}");
    let list = editor.ask("textDocument/completion", place);
    assert!(list.to_string().contains("witness"));
    assert!(!format!("{card}{list}").contains("Nightjar"));
}

#[test]
fn the_way_leads_to_where_a_name_is_given_and_to_all_who_use_it() {
    let mut editor = Editor::start("lsp-places", &[]);
    editor.read();
    let path = "content/articles/other.md";
    let place = editor.open(path, &OTHER.replace("rte-capel,", "^rte-capel,"));
    let definition = editor.ask("textDocument/definition", place.clone());
    assert_eq!(definition["uri"], *editor.uri("content/sources/all.yaml"));
    assert_eq!(definition["range"]["start"], json!({ "line": 0, "character": 0 }));
    let mut place = place;
    place["context"] = json!({ "includeDeclaration": true });
    let references = editor.ask("textDocument/references", place);
    let places: Vec<String> = references
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let file = one["uri"].as_str().unwrap().rsplit('/').next().unwrap();
            format!("{file}:{}", one["range"]["start"]["line"])
        })
        .collect();
    assert_eq!(
        places,
        ["dublin.md:6", "dublin.md:8", "other.md:5", "all.yaml:4", "all.yaml:0"]
    );
    let uri = editor.uri("content/sources/all.yaml");
    editor.open("content/sources/all.yaml", SOURCES);
    let links = editor
        .ask("textDocument/documentLink", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(links[0]["target"], "https://www.example.org/news/1");
    let link = editor.open(path, &OTHER.replace("(dublin.md)", "(dub^lin.md)"));
    let definition = editor.ask("textDocument/definition", link);
    assert_eq!(definition["uri"], *editor.uri("content/articles/dublin.md"));
}

#[test]
fn an_id_is_given_everywhere_and_the_old_one_is_left_behind() {
    let mut editor = Editor::start("lsp-rename", &[]);
    editor.read();
    let mut place = editor
        .open("content/articles/other.md", &OTHER.replace("rte-capel,", "rte^-capel,"));
    let range = editor.ask("textDocument/prepareRename", place.clone());
    assert_eq!(range["start"]["character"], 26);
    place["newName"] = "rte-office".into();
    let edit = editor.ask("textDocument/rename", place.clone());
    let sources = editor.changed(&edit, "content/sources/all.yaml", SOURCES);
    assert!(
        sources.starts_with("rte-office:\n  aliases: [rte-capel]\n  title:"),
        "{sources}"
    );
    let article = editor.changed(&edit, "content/articles/dublin.md", ARTICLE);
    assert!(
        article.contains("sources: [rte-office]") && article.contains("[@rte-office]")
    );
    assert!(article.contains("[Nobody asked]{.reported claim=ie/permission}"));
    let other = editor.changed(&edit, "content/articles/other.md", OTHER);
    assert!(other.contains("[@rte-office, p. 2]"));
    // What is renamed builds, and says nothing that was not said before.
    editor.open("content/sources/all.yaml", &sources);
    editor.open(
        "content/claims/all.yaml",
        &editor.changed(&edit, "content/claims/all.yaml", CLAIMS).clone(),
    );
    editor.open("content/articles/dublin.md", &article);
    editor.open("content/articles/other.md", &other);
    editor.open("content/articles/probe.md", "---\ntitle: Probe\ndate: y\n---\n");
    editor.wait_for("content/articles/probe.md", |found| {
        found[0]["message"].as_str().unwrap().contains("`y`")
    });
    for path in [
        "content/sources/all.yaml",
        "content/claims/all.yaml",
        "content/articles/dublin.md",
        "content/articles/other.md",
    ] {
        let found = editor.told.get(&editor.uri(path)).cloned();
        let is_error = |one: &Value| one["severity"] == 1;
        assert!(
            !found.iter().flat_map(|all| all.as_array().unwrap()).any(is_error),
            "{path}: {found:?}"
        );
    }
    place["newName"] = "a, b".into();
    let refused = editor.respond("textDocument/rename", place);
    assert!(refused["error"]["message"].as_str().unwrap().contains("can't be an id"));
}

#[test]
fn a_text_that_is_renamed_is_moved_and_its_links_are_led_there() {
    let mut editor = Editor::start("lsp-move", &[]);
    editor.read();
    let mut place = editor
        .open("content/articles/other.md", &OTHER.replace("[[dublin]]", "[[dub^lin]]"));
    place["newName"] = "capel".into();
    let edit = editor.ask("textDocument/rename", place);
    let other = editor.changed(&edit, "content/articles/other.md", OTHER);
    assert!(other.contains("[[capel]]") && other.contains("[here](capel.md)"), "{other}");
    let article = editor.changed(&edit, "content/articles/dublin.md", ARTICLE);
    assert!(article.starts_with("---\naliases: [dublin]\ntitle:"), "{article}");
    let moved = edit["documentChanges"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(moved["kind"], "rename");
    assert_eq!(moved["newUri"], *editor.uri("content/articles/capel.md"));
}

#[test]
fn a_slip_is_mended_by_its_quick_fix() {
    let mut editor = Editor::start("lsp-fix", &[]);
    let path = "content/articles/other.md";
    let uri = editor.uri(path);
    for (right, wrong) in [
        ("@rte-capel", "@rte-capl"),
        ("summary:", "sumary:"),
        ("[[dublin]]", "[[dubln]]"),
    ] {
        let text = OTHER.replacen(right, wrong, 1);
        editor.open(path, &text);
        let found = editor.wait_for(path, |found| {
            found.iter().any(|one| {
                one["message"]
                    .as_str()
                    .unwrap()
                    .contains(wrong.trim_matches(['@', ':', '[', ']']))
            })
        });
        let range = found[0]["range"].clone();
        let asked = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": found } });
        let actions = editor.ask("textDocument/codeAction", asked);
        let edits = actions[0]["edit"]["changes"][&uri].as_array().unwrap().clone();
        assert_eq!(apply(&text, &edits), OTHER, "{actions}");
    }
    let claims = "content/claims/all.yaml";
    let text = CLAIMS.replace("  status: reported\n", "");
    editor.open(claims, &text);
    let found = editor.wait_for(claims, |found| !found.is_empty());
    let uri = editor.uri(claims);
    let asked = json!({ "textDocument": { "uri": uri }, "range": found[0]["range"], "context": { "diagnostics": [] } });
    let actions = editor.ask("textDocument/codeAction", asked);
    assert_eq!(actions[0]["title"], "Add `status`");
    let edits = actions[0]["edit"]["changes"][&uri].as_array().unwrap().clone();
    assert!(apply(&text, &edits).starts_with("ie/permission:\n  status: \n  text:"));
}

#[test]
fn an_edit_in_the_middle_of_a_line_is_understood_in_units_of_utf_16() {
    let mut editor = Editor::start("lsp-units", &[]);
    let path = "content/articles/other.md";
    editor.open(path, OTHER);
    let range = json!({ "start": { "line": 5, "character": 10 }, "end": { "line": 5, "character": 16 } });
    let uri = editor.uri(path);
    let change = json!({ "textDocument": { "uri": uri, "version": 3 }, "contentChanges": [{ "range": range, "text": "dubln" }] });
    editor.tell("textDocument/didChange", change);
    let found = editor.wait_for(path, |found| !found.is_empty());
    let message = found[0]["message"].as_str().unwrap();
    assert!(
        message.contains("`dubln`") && message.contains("did you mean `dublin`?"),
        "{message}"
    );
}

#[test]
fn an_old_id_leads_to_what_it_names_now() {
    let renamed = "new-name: {title: A report, aliases: [former, other-former]}\n";
    let more = [("content/sources/renamed.yaml", renamed)];
    let mut editor = Editor::start("lsp-alias", &more);
    editor.read();
    for id in ["former", "other-former", "A report", "new-name"] {
        let text = format!("---\ntitle: T\nsources: [^{id}]\n---\n");
        let card = editor.card("content/articles/new.md", &text);
        assert!(card.starts_with("**A report**\n\nsource `new-name`"), "{id}: {card}");
    }
}

#[test]
fn an_editor_without_a_site_is_told_so() {
    let site = Scratch::new("lsp-nowhere");
    site.put("notes.md", "Words.\n");
    let mut editor = Editor::of(site);
    let folder = json!([{ "uri": editor.uri(""), "name": "notes" }]);
    let asked = json!({ "capabilities": {}, "workspaceFolders": folder });
    let answer = editor.respond("initialize", asked);
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(message.contains("name the site's folder with `--root`"), "{message}");
    editor.tell("exit", Value::Null);
    assert_eq!(editor.program.wait().unwrap().code(), Some(3));
}

#[test]
fn nonsense_is_answered_and_goodbye_ends_it() {
    let mut editor =
        Editor::start("lsp-end", &[("content/claims/broken.yaml", "a: [\n")]);
    let uri = editor.uri("content/nowhere.md");
    let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 9, "character": 9 } });
    assert_eq!(editor.ask("textDocument/hover", place), Value::Null);
    assert_eq!(editor.ask("textDocument/hover", json!({})), Value::Null);
    let unknown = editor.respond("textDocument/inlayHint", json!({}));
    assert_eq!(unknown["error"]["code"], -32601);
    editor.ask("shutdown", Value::Null);
    editor.tell("exit", Value::Null);
    assert!(editor.program.wait().unwrap().success());
}
